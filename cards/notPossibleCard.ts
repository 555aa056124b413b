import type { Words } from '../locales/words.ts';
import type { Refusal } from '../partner-center/fault.ts';
import { button, command } from './buttons.ts';
import { card, heading, type Card } from './elements.ts';
import { ownReason, refusalLines } from './reasons.ts';

/** What was asked for is not possible at present, because Partner Center refuses something it needs; `saying` names it. */
export const notPossibleCard = (words: Words, refusal: Refusal, saying: (reason: string) => string): Card =>
  card(
    saying(ownReason(refusal.reason, words)),
    [heading(words.t('refusal.title')), ...refusalLines(refusal, words, saying)],
    [button(words.t('button.customers'), command('customers'), true), button(words.t('button.help'), command('help'))],
  );
