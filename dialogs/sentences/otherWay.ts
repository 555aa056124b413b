import { choiceCard, nothingDoneCard, outsideCard } from '../../cards/sentenceCards.ts';
import { showBeside } from '../add/currentCard.ts';
import { openDraft, shownDraft } from '../drafts.ts';
import { addRefusal, may } from '../rights.ts';
import type { Turn } from '../turn.ts';
import type { OtherWay } from './customerMatches.ts';
import { likelierLook, nameIn, openCustomerIntent, type SecondLook, secondLook } from './fallbackIntent.ts';
import { understand } from './grammar.ts';
import { heldStand, holdBack, isStand } from './heldNames.ts';
import type { Intent } from './intent.ts';
import { isOnlyWords } from './keywords.ts';
import { languagesOf, lexicon } from './lexicon.ts';
import { isOfWish, titleOfWish } from './likelyWish.ts';
import { withoutPoliteness } from './politeness.ts';
import { customersNamedIn, type NamedAt } from './mentionedCustomers.ts';
import { clausesOf, maxSentence, utteranceOf } from './utterance.ts';
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
  async (only) => {
    if (act === undefined) return false;
    const known = await intentOfKnown(turn, intent, only === 'several' ? 2 : 1);
    // The likeness may tell more than whom a text is about.
    if (known !== undefined && (only !== undefined || !justLooks.has(known.kind))) {
      if (!(await actOnLikelier(turn, known, act))) await act(known);
      return true;
    }
    if (only !== undefined) return false;
    const look = await secondLook(turn, intent);
    const isSure = look !== undefined && 'intent' in look && look.isSure;
    const ofOpen = isSure ? undefined : openCustomerIntent(turn, intent, true);
    if (ofOpen !== undefined) {
      await act(ofOpen);
      return true;
    }
    if (known !== undefined && (look === undefined || 'choices' in look)) {
      await act(known);
      return true;
    }
    return look !== undefined && showLook(turn, intent, look, act);
  };

/** Kinds of intents that look at a customer. */
const justLooks: ReadonlySet<Intent['kind']> = new Set(['find', 'customer', 'subscriptions', 'history'] as const);

/** Kinds of intents that are about a customer who is known. */
const ofKnown: ReadonlySet<Intent['kind']> = new Set([
  'order',
  'licenses',
  'manage',
  'task',
  'history',
  'subscriptions',
  'customer',
  'find',
] as const);

/**
 * The intent of a text read once more with the known customers held back whose names stand in it: “so the northwind lot took
 * on 4 people, they need e3”. Undefined where none do, or where it is not read as one wish for them.
 */
async function intentOfKnown(turn: Turn, first: Intent, fewest: number): Promise<Intent | undefined> {
  const { text } = utteranceOf(turn.text);
  if (!may(turn, 'view') || text.length > maxSentence || /[\r\n]/.test(turn.text.trim())) return undefined;
  const named = await customersNamedIn(turn, text);
  const held =
    named.length < fewest
      ? undefined
      : holdBack(
          text,
          named.map(({ place }) => place),
        );
  if (held === undefined) return undefined;
  const customer = named.map((one) => nameAt(text, one, held.saysBoth)).join(', ');
  const isRefused = first.kind === 'unknown' && first.refused === true;
  const readings = isRefused ? wishesNotDenied(turn, held.text) : [held.text, ...wishesOfClauses(turn, held.text)];
  const read = readings
    .map((one) => understand(one))
    .find((one) => (isRefused ? one.kind === 'manage' : ofKnown.has(one.kind)) && isOfStand(one, text, named));
  if (read === undefined) return undefined;
  return read.kind === 'find'
    ? { ...read, find: customer, sure: true }
    : 'customer' in read
      ? { ...read, customer }
      : undefined;
}

/** The name to look for of the customers at a place: of the only one its own, of several what their names begin with, or all. */
function nameAt(text: string, { place, entries }: NamedAt, saysBoth: boolean): string {
  const names = entries.map(({ companyName }) => companyName);
  const [first = ''] = names;
  if (names.length === 1 || (saysBoth && names.length === 2)) return names.join(', ');
  const words = first.split(' ');
  const same = words.findIndex((word, at) => names.some((name) => name.split(' ')[at] !== word));
  return same > 0 ? words.slice(0, same).join(' ') : text.slice(...place);
}

/** The wishes of the parts of a text that name nobody, for the customer whom another part names. */
const wishesOfClauses = ({ words }: Turn, text: string): readonly string[] =>
  clausesOf(text)
    .filter((clause) => !clause.includes(heldStand))
    .map((wish) => words.t('sentence.wishFor', { wish, name: heldStand }));

/** The wishes of the parts of a text that deny nothing, where another part does: “do not cancel it, suspend it”. */
const wishesNotDenied = ({ words }: Turn, text: string): readonly string[] =>
  clausesOf(text)
    .flatMap((clause) => clause.split(/\s+(?:but|rather|а)\s+/iu))
    .filter((clause) => clause.trim() !== '' && !saysNot(clause))
    .map((wish) => (wish.includes(heldStand) ? wish : words.t('sentence.wishFor', { wish, name: heldStand })));

/** True for a text with a denial anywhere in it. */
function saysNot(text: string): boolean {
  const sentence = utteranceOf(text);
  return languagesOf(sentence).some((locale) => sentence.folded.search(lexicon(locale).keywords.not) >= 0);
}

/** True for an intent about the customer who is held back; beside whom its name has but words of the sentence. */
function isOfStand(intent: Intent, text: string, named: readonly NamedAt[]): boolean {
  const name = nameIn(intent);
  const at = name.indexOf(heldStand);
  if (at < 0) return false;
  const rest = `${name.slice(0, at)} ${name.slice(at + heldStand.length)}`.trim();
  if (rest === '') return true;
  const sentence = utteranceOf(rest);
  if (languagesOf(sentence).some((locale) => isOnlyWords(rest, lexicon(locale), true))) return true;
  if (han.test(rest)) return rest.length <= mostAround;
  // “Contoso Suites” may be another customer than Contoso.
  const isCapital = rest.split(/\s+/u).some((word) => /^\p{Lu}/u.test(word) && !text.startsWith(word));
  const isWritten = named.every(({ place: [from] }) => /^\p{Lu}/u.test(text.slice(from)));
  return !isCapital && (/\s/u.test(rest) || isWritten || isOrdinary(sentence));
}

const han = /\p{Script=Han}/u;

/** Most Chinese characters around a known name that are taken for words of the sentence. */
const mostAround = 8;

/** Shows the meaning of a second look; false where a form is open and nothing is said. */
async function showLook(turn: Turn, first: Intent, look: SecondLook, act: Acting): Promise<boolean> {
  if ('isOutside' in look) return sayOutside(turn);
  if ('choices' in look) askWhatIsMeant(turn, look);
  else {
    sayHowRead(turn, first, look);
    await act(look.intent);
  }
  return true;
}

/** Shows what a text says by its likeness to the examples, where the patterns read another thing; false where they agree. */
export async function actOnLikelier(turn: Turn, intent: Intent, act: Acting): Promise<boolean> {
  const look = await likelierLook(turn, intent);
  if (look === undefined) return false;
  const meant = 'intent' in look ? look.intent : undefined;
  const isRefused = meant?.kind === 'unknown';
  const isDenied = isRefused || (intent.kind === 'unknown' && (intent.refused === true || saysNot(turn.text)));
  const isOfCustomer = meant !== undefined && 'customer' in meant;
  const known = isOfCustomer || isDenied ? await intentOfKnown(turn, isRefused ? meant : intent, 1) : undefined;
  // The patterns read more of a wish than its kind where they read that kind, or what is wished in place of something denied.
  const isSame = known !== undefined && 'intent' in look && look.kind !== undefined && isOfWish(known, look.kind);
  const isRead = known !== undefined && (isDenied || isSame);
  return showLook(turn, { kind: 'unknown' }, isRead ? { intent: known, isSure: true } : look, act);
}

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
