import type { Words } from '../../locales/words.ts';
import { localTime, type UserClock } from '../../lib/localTime.ts';
import { capitalize } from '../../lib/text.ts';
import {
  below,
  bold,
  button,
  buttons,
  card,
  type Card,
  command,
  type Element,
  faultLine,
  firstFitting,
  fittingAttempts,
  group,
  heading,
  line,
  paragraph,
  row,
  shortened,
  stacked,
  stateMark,
  subheading,
  subtle,
  type Tone,
} from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { asSentence, idLines, reasonWords } from '../faultLines.ts';
import { entryButton } from '../listEntry.ts';
import { pageParts, type PagedView, positionLines } from '../page.ts';
import { customerButton } from './customerCardBase.ts';
import { historyWords, offerNames } from './historyWords.ts';
import type { AuditLine } from '../../model/auditLine.ts';

/** Data of a customer's history card, newest line first, one page at a time. */
interface HistoryView extends PagedView {
  /** All lines, newest first. */
  readonly lines: readonly AuditLine[];
  /** The reader's clock, as far as the client told it. */
  readonly clock: UserClock;
}

/** Card of a customer's history: each action with its user, time and outcome. */
export const historyCard = (view: HistoryView): Card => firstFitting((attempt) => historyPage(view, attempt));

function historyPage(view: HistoryView, attempt: number): Card {
  const { words, companyName, lines, from } = view;
  const { t } = words;
  const { shown, position, turning } = pageParts(lines, view, 'history', attempt);
  return card(
    t('history.title'),
    [
      ...titleLines(t('history.title'), shortened(companyName)),
      ...(shown.length === 0 ? [paragraph(t(from === 0 ? 'history.none' : 'history.end'))] : []),
      ...position,
      ...shown.map((line) => historyEntry(line, view)),
      ...(shown.some(({ correlationId, outcome }) => correlationId !== undefined && outcome !== 'done')
        ? [paragraph(t('history.support'), { subtle: true })]
        : []),
    ],
    [...turning, customerButton(view), button(t('button.customers'), command('customers'))],
  );
}

const outcomeTones = {
  done: 'Good',
  failed: 'Warning',
  refused: 'Attention',
  unclear: 'Attention',
  dropped: 'Default',
} as const satisfies Readonly<Record<AuditLine['outcome'], Tone>>;

/** Something a user began, as it stands now. */
export interface OwnChangeEntry {
  readonly at: string;
  /** Names of the first of its customers, or of an import's file; none where nothing has a name any more. */
  readonly names: readonly string[];
  /** Customers besides the named ones. */
  readonly more: number;
  /** Reference of its one customer, as buttons carry it; absent where there are several, or none that can be opened. */
  readonly ref?: string;
  /** The audit lines with which it ended. */
  readonly lines: readonly AuditLine[];
  /** Everything of it that has not ended: in words, with its state. */
  readonly open: readonly { readonly text: string; readonly state: 'underWay' | 'failed' | 'awaited' }[];
  /** Of an import: its rows by result, in words. */
  readonly counts: readonly string[];
}

/** Data of the card of a user's own last changes: one page of them, newest first. */
interface OwnChangesView {
  readonly words: Words;
  readonly clock: UserClock;
  readonly entries: readonly OwnChangeEntry[];
  /** Index of the first entry, and number of all. */
  readonly from: number;
  readonly of: number;
  readonly days: number;
}

/** Card of what a user began lately, day by day: for whom, what was done, and where it stands if it is not. */
export const ownChangesCard = (view: OwnChangesView): Card => firstFitting((attempt) => ownChangesPage(view, attempt));

function ownChangesPage({ words, clock, entries, from, of, days }: OwnChangesView, attempt: number): Card {
  const { t } = words;
  const shown = entries.slice(0, Math.ceil((entries.length * (fittingAttempts - attempt)) / fittingAttempts));
  const dayOf = ({ at }: OwnChangeEntry): string => localTime(clock, new Date(at)).day;
  const to = (index: number) => ({ verb: 'ownChanges', argument: String(index) });
  const end = from + shown.length;
  return card(
    t('own.title'),
    [
      heading(t('own.title')),
      ...(of === 0 ? [paragraph(t('own.none', { n: days }))] : []),
      ...positionLines({ from: from + 1, to: end, of }, words, to(from)),
      ...shown.flatMap((entry, at) => {
        const before = shown[at - 1];
        const isNewDay = before === undefined || dayOf(before) !== dayOf(entry);
        return [...(isNewDay ? [subheading(words.day(dayOf(entry)))] : []), ownChange(entry, words, clock)];
      }),
      paragraph(t('own.others', { n: days }), { subtle: true }),
    ],
    [
      ...(end < of ? [button(t('button.nextPage'), to(end))] : []),
      ...(from > 0 ? [button(t('button.firstPage'), to(0))] : []),
      button(t('button.customers'), command('customers')),
      button(t('button.home'), command('hello')),
    ],
  );
}

const openTones = { underWay: 'Accent', failed: 'Attention', awaited: 'Warning' } as const;

/** One of them: for whom and when; beneath it what was done, then what is not done, each with its state. */
function ownChange(entry: OwnChangeEntry, words: Words, clock: UserClock): Element {
  const { t } = words;
  const { at, ref, open, counts } = entry;
  const names = entry.names.map(shortened);
  const more = entry.more === 0 ? [] : [t('own.more', { n: entry.more })];
  const name = names.length + more.length === 0 ? t('own.gone') : words.list([...names, ...more]);
  const title = line(bold(name), subtle(` · ${words.localTime(at, clock)}`));
  const leadsOn =
    ref === undefined
      ? []
      : [buttons(entryButton(button(t('button.open'), { verb: 'customer', argument: ref }), name, words))];
  const done = entry.lines.filter(({ outcome }) => outcome === 'done');
  const others = entry.lines.filter((one) => !done.includes(one));
  const said = [...new Set(done.map((one) => historyWords(one, words)))];
  // The reason stands in the customer's history, with what support asks for.
  const tried = others.map((one) => ({ text: historyWords(one, words), mark: outcomeMark(one, words) }));
  const left = open.map(({ text, state }) => ({
    text,
    mark: stateMark(openTones[state], capitalize(t(`stage.${state}`), words.locale)),
  }));
  // Several customers have mostly the same outcome.
  const undone = new Map([...tried, ...left].map((one) => [JSON.stringify(one), one]));
  const told = [
    ...(said.length === 0 ? [] : [paragraph(said.join(' · '))]),
    ...counts.map((text) => paragraph(text)),
    ...[...undone.values()].map(({ text, mark }) => line(`${text}  `, ...mark)),
  ];
  return {
    ...group([
      leadsOn.length === 0 ? title : row([title], leadsOn),
      ...(told.length === 0 ? [below(paragraph(t('own.unknown'), { subtle: true }))] : stacked(told).map(below)),
      ...done.flatMap((one) => refusedOfferLines(one, words)),
    ]),
    spacing: 'Small',
  };
}

const outcomeMark = ({ outcome }: AuditLine, words: Words) =>
  stateMark(outcomeTones[outcome], capitalize(words.t(`stage.${outcome}`), words.locale));

/** A line of the history: what was done, or what was tried and became of it; beneath it when, and by whom. */
function historyEntry(entry: AuditLine, { words, clock }: HistoryView): Element {
  const { t } = words;
  const { at, userName, outcome, reason, code, correlationId } = entry;
  const who = userName === undefined || userName === '' ? t('customer.colleague') : shortened(userName);
  return {
    ...group([
      line(bold(historyWords(entry, words)), ...(outcome === 'done' ? [] : ['  ', ...outcomeMark(entry, words)])),
      below(paragraph([words.localMoment(at, clock), who].join(' · '), { subtle: true })),
      // Partner Center's own sentence is not stored: it may name a person.
      ...(reason === undefined ? [] : [faultLine(asSentence(words)(reasonWords(reason, words)))]),
      ...refusedOfferLines(entry, words),
      ...(outcome === 'unclear' ? [faultLine(t('history.unclear'))] : []),
      ...(outcome === 'done' ? [] : idLines({ code, correlationId }, words)),
    ]),
    spacing: 'Small',
  };
}

/** Line with the refused offers of an order that was done in part. */
function refusedOfferLines({ outcome, data }: AuditLine, words: Words): Element[] {
  const refused = offerNames(data?.['refused'], words);
  return outcome === 'done' && refused.length > 0
    ? [faultLine(words.t('history.refused', { offers: words.list(refused) }))]
    : [];
}
