import { choiceCard, nothingDoneCard, outsideCard } from '../../cards/sentenceCards.ts';
import { showBeside } from '../add/currentCard.ts';
import { openDraft, shownDraft } from '../drafts.ts';
import { addRefusal } from '../rights.ts';
import type { Turn } from '../turn.ts';
import type { OtherWay } from './customerMatches.ts';
import { nameIn, openCustomerIntent, type SecondLook, secondLook } from './fallbackIntent.ts';
import { isStand } from './heldNames.ts';
import type { Intent } from './intent.ts';
import { languagesOf, lexicon } from './lexicon.ts';
import { titleOfWish } from './likelyWish.ts';
import { withoutPoliteness } from './politeness.ts';
import { utteranceOf } from './utterance.ts';
import { isOrdinary } from './wishExamples.ts';

/** Next steps that small talk offers in this turn. */
export const nextSteps = (turn: Turn) => ({
  draft: openDraft(turn)?.id,
  isOnScreen: shownDraft(turn) !== undefined,
  canAdd: addRefusal(turn.partner) === undefined,
});

/** Shows what another intent asks for, if the user has the rights. */
export type Acting = (intent: Intent) => Promise<void>;

/** The way by a second reading of the text, which says what was not understood; none without `act`. */
export const otherWay =
  (turn: Turn, intent: Intent, act: Acting | undefined): OtherWay =>
  async () => {
    if (act === undefined) return false;
    const look = await secondLook(turn, intent);
    const isSure = look !== undefined && 'intent' in look && look.isSure;
    const ofOpen = isSure ? undefined : openCustomerIntent(turn, intent, true);
    if (ofOpen !== undefined) {
      await act(ofOpen);
      return true;
    }
    if (look === undefined) return false;
    if ('choices' in look) askWhatIsMeant(turn, look);
    else if ('isOutside' in look) return sayOutside(turn);
    else {
      sayHowRead(turn, intent, look);
      await act(look.intent);
    }
    return true;
  };

/** Says that a text asks for nothing that is done here; false beside a form, for which it may be meant. */
function sayOutside(turn: Turn): boolean {
  const isFormOpen = shownDraft(turn) !== undefined;
  if (!isFormOpen) showBeside(turn, outsideCard(turn.words, nextSteps(turn)));
  return !isFormOpen;
}

/** Says that the name in a text is nobody's, or that its wish was guessed. */
function sayHowRead(
  { replies, words }: Turn,
  first: Intent,
  { intent, isSure }: Extract<SecondLook, { intent: Intent }>,
): void {
  const name = nameIn(first);
  if (nameIn(intent) !== '' || intent.kind === 'newCustomer' || 'isWider' in intent) return;
  // Ordinary words are nobody’s name.
  if (name !== '' && !isOrdinary(utteranceOf(name)))
    replies.say(words.t('sentence.noCustomer', { name: name.slice(0, 80) }));
  else if (!isSure && intent.kind !== 'unknown' && intent.kind !== 'smallTalk')
    replies.say(words.t('sentence.nearest'));
}

/** Asks which of several wishes a text says, with a button for the card of each. */
function askWhatIsMeant(turn: Turn, { choices, named }: Extract<SecondLook, { choices: unknown }>): void {
  const { text, words } = turn;
  const wishes = choices.flatMap((kind) => {
    const title = titleOfWish(kind);
    const name = isStand(named.customer) || kind.startsWith('topic:') ? '' : named.customer;
    return title === undefined
      ? []
      : [{ title: [words.say(title), name].filter((part) => part !== '').join(' · '), kind }];
  });
  const titled = wishes.filter(({ title }, index) => wishes.findIndex((one) => one.title === title) === index);
  const data = (kind: string) => ({ verb: 'wish', argument: text.trim(), kind });
  const card = choiceCard(
    words.t('sentence.didYouMean'),
    text.trim(),
    titled.map(({ title, kind }) => ({ title, data: data(kind) })),
    words,
  );
  showBeside(turn, card);
}

/** True for a text that begins with a denial: nothing is opened by it. */
export const beginsWithNot = (text: string): boolean => {
  const sentence = utteranceOf(text);
  return languagesOf(sentence).some((locale) => {
    const known = lexicon(locale);
    return withoutPoliteness(sentence, known).some(({ folded }) => folded.trimStart().search(known.keywords.not) === 0);
  });
};

/** Answers a text by which something shall not be done. */
export const sayNothingDone = (turn: Turn): void => showBeside(turn, nothingDoneCard(turn.words, nextSteps(turn)));
