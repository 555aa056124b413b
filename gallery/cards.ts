import type { Words } from '../locales/words.ts';
import type { Shown } from './shownCard.ts';
import { agreementCards } from './agreementStates.ts';
import { chartCards } from './chartStates.ts';
import { changeCards } from './changeStates.ts';
import { directoryCards } from './directoryStates.ts';
import { existingCards } from './customerStates.ts';
import { importCards } from './importStates.ts';
import { formCards } from './formStates.ts';
import { passwordCards } from './passwordStates.ts';
import { renewalCards } from './renewalStates.ts';
import { qualificationCards } from './qualificationStates.ts';
import { submissionCards } from './submissionStates.ts';
import { severalCards } from './severalStates.ts';
import { talkCards } from './talkStates.ts';
import { usualCards } from './usualStates.ts';

// Two seconds of work a language, asked for by many.
const drawn = new WeakMap<Words, readonly Shown[]>();

const draw = (words: Words): readonly Shown[] => [
  ...formCards(words),
  ...talkCards(words),
  ...submissionCards(words),
  ...usualCards(words),
  ...directoryCards(words),
  ...existingCards(words),
  ...renewalCards(words),
  ...chartCards(words),
  ...changeCards(words),
  ...severalCards(words),
  ...passwordCards(words),
  ...qualificationCards(words),
  ...importCards(words),
  ...agreementCards(words),
];

/** Every card the bot sends, in every state it has, from empty to as full as it can be; drawn once for the same words. */
export function gallery(words: Words): readonly Shown[] {
  const cards = drawn.get(words) ?? draw(words);
  drawn.set(words, cards);
  return cards;
}
