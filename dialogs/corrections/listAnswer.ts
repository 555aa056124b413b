import type { WishKind } from '../../locales/wishes.ts';
import { offerIn, withMeantNumber } from '../sentences/difference.ts';
import { heldStand } from '../sentences/heldNames.ts';
import { likelyWishes } from '../sentences/likelyWish.ts';
import { correctCart, correctedNumber, isMeant, subscriptionsShown } from './cartCorrection.ts';
import { renewalDays } from '../../partner-center/lifecycle.ts';
import { renewalsArgument } from '../../cards/customers/renewalsQuery.ts';
import { words } from '../../locales/words.ts';
import { locales } from '../../model/languages.ts';
import type { CardButton, CardOnScreen } from '../../model/cardOnScreen.ts';
import { openDraft } from '../drafts.ts';
import { rowPage } from '../import/importReview.ts';
import type { Intent } from '../sentences/intent.ts';
import { addDays } from '../../lib/days.ts';
import { namedPeriod } from '../sentences/namedPeriod.ts';
import { spokenOf } from '../sentences/keywords.ts';
import { languagesOf, lexicon } from '../sentences/lexicon.ts';
import { saysKind } from '../sentences/spokenWords.ts';
import { utteranceOf, wordsOf } from '../sentences/utterance.ts';
import type { Press, Presser, Turn } from '../turn.ts';
import {
  asksForFaults,
  asksForNextPage,
  asksForPreviousPage,
  ordinalIn,
  readCorrections,
  saysNone,
} from './corrections.ts';
import type { DraftCard, LatestCard } from './latestCard.ts';
import { typedPress } from './typedPresses.ts';

/** The press of a button with what stands in its card's inputs. */
export const asPress = ({ data }: CardButton, inputs: CardOnScreen['inputs'] = {}): Press => {
  const { verb = '', token = '', argument = '', ...values } = data;
  return { verb, token, argument, values: { ...inputs, ...values } };
};

/** The title of the button to the page of a list that a text asks for; undefined for a text that asks for none. */
const pageAsked = (text: string): 'button.nextPage' | 'button.previousPage' | undefined =>
  asksForNextPage(text) ? 'button.nextPage' : asksForPreviousPage(text) ? 'button.previousPage' : undefined;

/** Turns to another page of the list that is open, or says that there is none. */
export async function turnPage(turn: Turn, shown: LatestCard | undefined, press: Presser): Promise<boolean> {
  const { words, replies } = turn;
  const asked = shown === undefined || shown.of !== undefined ? undefined : pageAsked(turn.text);
  if (shown === undefined || asked === undefined) return false;
  const next = shown.buttons.find(({ title }) => title === words.t(asked));
  if (next !== undefined) await press(asPress(next, shown.inputs));
  else if (openDraft(turn) !== undefined || entryAt(shown, 1) === undefined) return false;
  else replies.say(words.t('typed.noMore'));
  return true;
}

/** The days that a text speaks of, in any of its languages. */
function daysIn(text: string): number | undefined {
  const sentence = utteranceOf(text);
  const [days] = languagesOf(sentence).flatMap((locale) => spokenOf(sentence, lexicon(locale)).days ?? []);
  return days;
}

/** True for a text that speaks of all customers. */
function saysCustomers(text: string): boolean {
  return languagesOf(utteranceOf(text)).some((locale) => saysKind(text, 'customers', lexicon(locale)));
}

/** Longest text that is taken for a question about one row. */
const longestOfRow = 80;

/** The number of the row of a file that a text names, “row 12”, «12-я строка» or 第 12 列; undefined for any other text. */
function rowIn(text: string): string | undefined {
  if (text.length > longestOfRow || /\n/.test(text)) return undefined;
  return locales
    .flatMap((locale) => words(locale).t('importReview.rowWords').split('|'))
    .map((word) => new RegExp(word.replace('#', String.raw`\s*(\d{1,5})\s*`), 'iu').exec(text)?.[1])
    .find((number) => number !== undefined);
}

/** Days that the list of renewals reaches ahead. */
const farthest = renewalDays[2];

/** The press that a text means of a list: its renewals within other days, its chart or export, or the rows of a file with faults. */
function listPress({ text, today }: Turn, { buttons }: CardOnScreen, intent: Intent): Press | undefined {
  const withVerb = (verb: string): CardButton | undefined => buttons.find(({ data }) => data['verb'] === verb);
  const review = withVerb('importDrop') ?? withVerb('importPage');
  const row = review === undefined ? undefined : rowIn(text);
  if (row !== undefined) {
    const [id = ''] = (review?.data['argument'] ?? '').split('.');
    return { verb: 'importPage', token: '', argument: `${id}.${rowPage}${row}`, values: {} };
  }
  const faults = withVerb('importRows');
  if (faults !== undefined && asksForFaults(text)) return asPress(faults);
  const found = withVerb('export');
  if (intent.kind === 'export' && found !== undefined && !saysCustomers(text)) return asPress(found);
  const chart = withVerb('chart');
  if (intent.kind === 'command')
    return intent.command === 'licenseChart' && chart !== undefined && !saysCustomers(text)
      ? asPress(chart)
      : undefined;
  const isRenewals = (intent.kind === 'unknown' || intent.kind === 'find') && withVerb('renewals') !== undefined;
  const period = isRenewals ? namedPeriod(text, today) : undefined;
  if (period !== undefined && period.until <= addDays(today, farthest))
    return { verb: 'renewals', token: '', argument: renewalsArgument({ days: farthest, from: 0, period }), values: {} };
  const days = isRenewals ? daysIn(text) : undefined;
  const within = days === undefined ? undefined : renewalDays.find((most) => days <= most + most / 30);
  return within === undefined
    ? undefined
    : { verb: 'renewals', token: '', argument: renewalsArgument({ days: within, from: 0 }), values: {} };
}

/** Answers a text that means the list on the screen, “only those of the next 30 days”; false for any other. */
export async function answerList(
  turn: Turn,
  shown: LatestCard | undefined,
  intent: Intent,
  press: Presser,
): Promise<boolean> {
  const pressed = shown === undefined || shown.of !== undefined ? undefined : listPress(turn, shown, intent);
  if (pressed !== undefined) await press(pressed);
  return pressed !== undefined;
}

/** The button of an entry of the card's list: of subscriptions the one of their cards, else the most of one title that lead on. */
export function entryAt(shown: LatestCard | undefined, place: number): CardButton | undefined {
  const groups = new Map<string, CardButton[]>();
  for (const one of shown?.buttons ?? []) {
    const { verb = '' } = one.data;
    const isEntry =
      shown?.of === undefined
        ? verb !== 'command' && typedPress(verb) === 'leads'
        : verb === 'use' || verb === 'takeDomain';
    if (isEntry) groups.set(one.title, [...(groups.get(one.title) ?? []), one]);
  }
  const cards = [...groups.values()].filter(([one]) => one?.data['verb'] === 'manage');
  const [entries = []] = (cards.length > 0 ? cards : [...groups.values()]).toSorted(
    (one, other) => other.length - one.length,
  );
  return entries.length < 2 ? undefined : entries.at(place < 0 ? place : place - 1);
}

/** The place in a list that a text names among other words: “the second one by 5”, “第二個加5個”. */
function placeIn(typed: string): number | undefined {
  const sentence = utteranceOf(typed);
  const words = wordsOf(sentence.folded).filter(
    (word) => !/\d/u.test(word) && languagesOf(sentence).every((locale) => !lexicon(locale).numbers.has(word)),
  );
  const [, chinese = ''] = /(?:第 ?|(?=最))(\p{Script=Han}{1,3}?|\d)(?=[个的项條条家])/u.exec(sentence.folded) ?? [];
  return [chinese, ...words]
    .map((word) => (word === '' ? undefined : ordinalIn(word)))
    .find((one) => one !== undefined);
}

/** Ways of a number by the kinds of wishes that have one. */
const waysOf: Readonly<Partial<Record<WishKind, 'to' | 'more' | 'fewer'>>> = {
  setLicenses: 'to',
  moreLicenses: 'more',
  fewerLicenses: 'fewer',
};

/** The number of licenses that a text with one number likely wishes. */
function likelyLicenses(text: string): Intent | undefined {
  // 第二 is a place.
  const { wishes, named } = likelyWishes(text.replaceAll(/第\s?[\p{Script=Han}\d]/gu, ' '), []);
  const way = waysOf[wishes[0]?.[0] ?? 'other'];
  return way === undefined || named.n === undefined
    ? undefined
    : { kind: 'licenses', customer: heldStand, product: '', change: { way, n: named.n } };
}

/** The press that shows the licenses of a subscription on the screen, named by its place, with the number wished. */
async function placedPress(turn: Turn, shown: LatestCard | undefined, intent: Intent): Promise<Press | undefined> {
  const read = intent.kind === 'licenses' ? intent : likelyLicenses(turn.text);
  const wish = withMeantNumber(read ?? intent, turn.text);
  const place = wish.kind === 'licenses' && wish.change !== undefined ? placeIn(turn.text) : undefined;
  const entry = place === undefined || shown?.of !== undefined ? undefined : entryAt(shown, place);
  if (entry?.data['verb'] !== 'manage' || wish.kind !== 'licenses' || wish.change === undefined) return undefined;
  const { argument = '' } = entry.data;
  const [ref = '', id = ''] = argument.split(' ');
  const { way, n } = wish.change;
  const one = (await subscriptionsShown(turn, ref)).find((each) => each.id === id);
  const values = one === undefined ? {} : { quantity: String(correctedNumber(one.quantity, way, n)) };
  return one === undefined ? undefined : { verb: 'licenses', token: '', argument: `${ref} ${id}`, values };
}

/** Most characters of an answer to the question which subscription is meant. */
const longestAnswer = 40;

/** The choice of the card that asks which subscription is meant, by the offer that a text names: “the E3 one”. */
async function choiceOfOffer(turn: Turn, shown: LatestCard | undefined): Promise<CardButton | undefined> {
  const asked = (shown?.buttons ?? []).filter(
    ({ data }) => data['verb'] === 'licenses' && data['quantity'] !== undefined,
  );
  const sentence = utteranceOf(turn.text);
  const offer = languagesOf(sentence)
    .map((locale) => offerIn(sentence, lexicon(locale)))
    .find((name) => name !== '');
  if (asked.length < 2 || offer === undefined || sentence.text.length > longestAnswer) return undefined;
  const [ref = ''] = (asked[0]?.data['argument'] ?? '').split(' ');
  const meant = (await subscriptionsShown(turn, ref)).filter(({ name }) => isMeant(offer, name));
  const [only, ...others] = asked.filter(({ data }) => meant.some(({ id }) => data['argument']?.split(' ')[1] === id));
  return others.length === 0 ? only : undefined;
}

/** Answers the question of a choice, or the list of subscriptions: by an offer, a place with a number, “none of them”. */
export async function answerChoice(
  turn: Turn,
  shown: LatestCard | undefined,
  intent: Intent,
  press: Presser,
): Promise<boolean> {
  const all = shown?.buttons.find(({ title }) => title === turn.words.t('sentence.showAll'));
  const chosen = all !== undefined && saysNone(turn.text) ? all : await choiceOfOffer(turn, shown);
  const pressed = chosen === undefined ? await placedPress(turn, shown, intent) : asPress(chosen);
  if (pressed !== undefined) await press(pressed);
  return pressed !== undefined;
}

/** Corrects a number of the cart by a text that begins like a cancel: “stop, the premium must be 12”. */
export async function correctCartByNumber(turn: Turn, cards: readonly { readonly of?: DraftCard }[]): Promise<boolean> {
  if (!/\d/u.test(turn.text)) return false;
  for (const one of readCorrections(turn.text))
    if ((one.kind === 'to' || one.kind === 'more' || one.kind === 'fewer') && one.product !== '')
      for (const { of } of cards) if (await correctCart(turn, of, one)) return true;
  return false;
}
