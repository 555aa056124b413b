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
import { utteranceOf } from '../sentences/utterance.ts';
import type { Press, Presser, Turn } from '../turn.ts';
import { asksForFaults, asksForNextPage, asksForPreviousPage } from './corrections.ts';
import type { LatestCard } from './latestCard.ts';
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
