import type { Words } from '../locales/words.ts';
import type { Refusal } from '../partner-center/fault.ts';
import { button, command } from './buttons.ts';
import { card, heading, type Card } from './elements.ts';
import { ownReason, refusalLines } from './reasons.ts';

/**
 * What was asked for is not possible at present, because Partner Center refuses something it needs; `saying` names it, and
 * `again` is the command that asks for the same once more.
 */
export function notPossibleCard(
  words: Words,
  refusal: Refusal,
  saying: (reason: string) => string,
  again?: string,
): Card {
  const { t } = words;
  return card(
    saying(ownReason(refusal.reason, words)),
    [heading(t('refusal.title')), ...refusalLines(refusal, words, saying)],
    [
      ...(again === undefined ? [] : [button(t('button.tryAgain'), command(again), true)]),
      button(t('button.customers'), command('customers'), again === undefined),
      button(t('button.help'), command('help')),
    ],
  );
}
