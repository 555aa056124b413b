import type { Words } from '../locales/words.ts';
import type { Refusal } from '../partner-center/rules/fault.ts';
import { button, card, type Card, command, heading, paragraph, type PressData } from './elements.ts';
import { reasonWords, refusalLines, type RefusedCall, refusedCallLines } from './faultLines.ts';

/**
 * Card shown when Partner Center refuses something the request needs. `saying` names the request in a sentence, and
 * `again` is the command that repeats it.
 */
export function partnerCenterRefusalCard(
  words: Words,
  refusal: Refusal,
  saying: (reason: string) => string,
  again?: string,
): Card {
  const { t } = words;
  return card(
    saying(reasonWords(refusal.reason, words)),
    [heading(t('refusal.title')), ...refusalLines(refusal, words, saying)],
    [
      ...(again === undefined ? [] : [button(t('button.tryAgain'), command(again), true)]),
      button(t('button.customers'), command('customers'), again === undefined),
      button(t('button.help'), command('help')),
    ],
  );
}

/** Card shown when Partner Center does not answer what a button asked for. Try again repeats the press. */
export const customerRefusalCard = (words: Words, refusedCall: RefusedCall, again: PressData): Card =>
  card(
    words.t('trouble.title'),
    [heading(words.t('trouble.title')), ...refusedCallLines(refusedCall, words), paragraph(words.t('changed.nothing'))],
    [
      button(words.t('button.tryAgain'), again, true),
      button(words.t('button.customers'), command('customers')),
      button(words.t('button.help'), command('help')),
    ],
  );
