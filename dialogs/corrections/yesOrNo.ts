import { lazy } from '../../lib/lazy.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { type Locale, locales } from '../../locales/translator.ts';
import type { CardButton, CardOnScreen } from '../../model/cardOnScreen.ts';
import type { User } from '../../model/user.ts';
import { shownDraft } from '../drafts.ts';
import { understand } from '../sentences/grammar.ts';
import type { Intent } from '../sentences/intent.ts';
import { languagesOf } from '../sentences/lexicon.ts';
import { mayBeOfKind } from '../sentences/likelyWish.ts';
import { atPlace } from '../sentences/pattern.ts';
import { utteranceOf } from '../sentences/utterance.ts';
import type { Presser, Turn } from '../turn.ts';
import { latestCards } from './latestCard.ts';
import { asPress } from './listAnswer.ts';

type Answer = 'yes' | 'no';

/** A yes or a no at the beginning of a text; in Chinese only where nothing but punctuation follows: 好 begins names. */
const answersIn = (locale: Locale): readonly (readonly [Answer, RegExp])[] =>
  (['no', 'yes'] as const).map((answer) => [
    answer,
    new RegExp(String.raw`^ *(?:${atPlace(correctionBook[locale][answer]).source})(?![\p{L}\p{N}])`, 'u'),
  ]);

const answers = new Map(locales.map((locale) => [locale, lazy(() => answersIn(locale))]));

/** Intents of the words behind a yes or a no that ask for nothing else: “yes, suspend it”, “нет, не надо”. */
const saysNoMore = (intent: Intent, answer: Answer, isApart: boolean, isToStop: boolean): boolean => {
  if (intent.kind === 'unknown' || intent.kind === 'smallTalk') return true;
  if (intent.kind === 'command' && intent.command === 'cancel') return answer === 'no' || (isToStop && isApart);
  if (answer === 'no') return false;
  // “Yes Ltd” is a name.
  return (
    intent.kind === 'manage' || (isApart && (intent.kind === 'explain' || (intent.kind === 'find' && !intent.sure)))
  );
};

/**
 * The yes or no that a typed text is; undefined where it is neither, or asks for something else as well. `isToStop` where the
 * question is whether something shall stop, so that “yes, stop” is a yes.
 */
export function yesOrNo(typed: string, isToStop = false): Answer | undefined {
  const sentence = utteranceOf(typed);
  for (const locale of languagesOf(sentence))
    for (const [answer, pattern] of answers.get(locale)?.() ?? []) {
      const length = pattern.exec(sentence.folded)?.[0].length;
      if (length === undefined) continue;
      const behind = sentence.text.slice(length);
      const rest = behind.replace(/^[\s\p{P}]+/u, '');
      const isApart = /\p{P}\s*$/u.test(sentence.text.slice(0, sentence.text.length - rest.length));
      if (/[?？]$/u.test(rest)) return undefined;
      return rest === '' || saysNoMore(understand(rest), answer, isApart, isToStop) ? answer : undefined;
    }
  return undefined;
}

/** Most characters of a text that only denies or puts off. */
const mostDenial = 60;

const denials = new Map(
  locales.map((locale) => [
    locale,
    lazy(() => {
      const { no, later, beside } = correctionBook[locale];
      const whole = (list: string): RegExp =>
        new RegExp(
          String.raw`^[\s\p{P}]*(?:(?:${atPlace(list).source})(?![a-z\d\p{Script=Cyrillic}])[\s\p{P}]*){1,6}$`,
          'u',
        );
      const within = (list: string): RegExp =>
        new RegExp(
          String.raw`(?<![a-z\d\p{Script=Cyrillic}])(?:${atPlace(list).source})(?![a-z\d\p{Script=Cyrillic}])`,
          'u',
        );
      return {
        no: whole(`${no}|${beside}`),
        hasNo: within(no),
        any: whole(`${no}|${later}|${beside}`),
        later: within(later),
        first: new RegExp(String.raw`^[\s\p{P}]*(?:${atPlace(later).source})(?:[\s\p{P}]|(?=\p{Script=Han}))`, 'u'),
      };
    }),
  ]),
);

/**
 * The no, or the wish to wait, that is all a text says, or begins with: “nope, keep it”, “not yet, I must ask them first”;
 * undefined for any other.
 */
function denial(typed: string): 'no' | 'later' | undefined {
  const { text, folded } = utteranceOf(typed);
  if (text.length > mostDenial || /[?？]\s*$/u.test(text)) return undefined;
  for (const locale of languagesOf({ text, folded })) {
    const known = denials.get(locale)?.();
    if (known?.any.test(folded) === true && known.later.test(folded)) return 'later';
    if (known?.no.test(folded) === true && known.hasNo.test(folded)) return 'no';
    if (known?.first.test(folded) === true && mayBeOfKind(text, 'decline')) return 'later';
  }
  return undefined;
}

/** Buttons that do what a form, a draft or a list asks, by verb. */
const asking: ReadonlySet<string> = new Set([
  'submit',
  'discard',
  'empty',
  'importSubmit',
  'setStatus',
  'setLicenses',
  'setNextTerm',
  'setPassword',
  'removeRelationship',
  'stopAll',
  'stopOrders',
  'eraseRecord',
  'discardDraft',
  'dropBundle',
]);

/** The buttons of a card’s question: those that say yes, and the one that leaves it; no yes where it asks nothing. */
export function questionButtons(
  { asked }: Pick<User, 'asked'>,
  { buttons }: CardOnScreen,
): { readonly yes: readonly CardButton[]; readonly no: CardButton | undefined } {
  const no = asked === undefined ? undefined : buttons.find(({ data }) => data['leaves'] === asked);
  if (no !== undefined) return { yes: buttons.filter(({ data }) => data['leaves'] === undefined), no };
  return {
    yes: buttons.filter(({ data }) => asking.has(data['verb'] ?? '')),
    no: buttons.find(({ data }) => data['verb'] === 'resume'),
  };
}

/** True where a form, or a question that a button answers, is on the screen. */
function isAsking(turn: Turn): boolean {
  const { card } = turn.person;
  return shownDraft(turn) !== undefined || (card !== undefined && questionButtons(turn.person, card).yes.length > 0);
}

/** Says that nothing is done before a button is pressed; false where no card asks for anything. */
export function sayWaits(turn: Turn): boolean {
  if (isAsking(turn)) turn.replies.say(turn.words.t('typed.waits'));
  return isAsking(turn);
}

/** Answers a text that says no more than no, or to wait: leaves the question of the open card, or what is open as it is. */
export async function answerDenial(turn: Turn, press: Presser): Promise<boolean> {
  const said = denial(turn.text);
  if (said === undefined || !isAsking(turn)) return false;
  for (const card of said === 'no' ? await latestCards(turn) : []) {
    const { yes, no } = questionButtons(turn.person, card);
    if (yes.length === 0 || no === undefined) continue;
    await press(asPress(no, card.inputs));
    return true;
  }
  return sayWaits(turn);
}

/** Most characters of a text that says only to go on. */
const mostAhead = 40;

const aheadTexts = new Map(
  locales.map((locale) => [
    locale,
    lazy(() => {
      const { ahead, beside } = correctionBook[locale];
      return {
        whole: new RegExp(`^ *(?:${atPlace(`${ahead}|${beside}`).source} *){1,6}$`, 'u'),
        ahead: new RegExp(atPlace(ahead).source, 'u'),
      };
    }),
  ]),
);

/** True for a text that says nothing but that the open form shall go on, or be sent: “all right, next one”. */
export function goesAhead(typed: string): boolean {
  const sentence = utteranceOf(typed);
  if (sentence.text.length > mostAhead || /[?？]\s*$/u.test(sentence.text)) return false;
  return languagesOf(sentence).some((locale) => {
    const texts = aheadTexts.get(locale)?.();
    return texts?.whole.test(sentence.folded) === true && texts.ahead.test(sentence.folded);
  });
}
