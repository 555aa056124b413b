import { type Renewal, renewalDays } from '../../partner-center/lifecycle.ts';
import type { Words } from '../../locales/words.ts';
import {
  below,
  button,
  buttons,
  type Card,
  card,
  command,
  type Element,
  firstFitting,
  heading,
  paragraph,
  subheading,
} from '../elements.ts';
import { chartButton } from '../charts/chartButton.ts';
import { positionLines } from '../page.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { isAllRead, readingStateLines, type ReadingState } from './readingLines.ts';
import { type Period, renewalsArgument, type RenewalsQuery } from './renewalsQuery.ts';
import { withPlace } from './wayBack.ts';
import { termEntry } from './termEntry.ts';

/** Lengths of names, the longest first: where names are long, a card has less room for each. */
const nameLengths = [80, 60, 40, 30, 20];

/** Maximum of entries on one card. */
const renewalsPerCard = 15;

/** The slice of `total` entries on the query's page; the last page where the list has become shorter. */
function renewalsPage({ from }: RenewalsQuery, total: number): { readonly from: number; readonly end: number } {
  const first = Math.floor(Math.min(from, Math.max(0, total - 1)) / renewalsPerCard) * renewalsPerCard;
  return { from: first, end: Math.min(total, first + renewalsPerCard) };
}

/** A subscription whose term ends soon. */
export interface RenewalEntry {
  /** Reference to the customer, as buttons carry it. */
  readonly ref: string;
  readonly companyName: string;
  readonly subscription: Subscription;
  readonly renewal: Renewal;
}

/** Data of the card of renewals of all customers, as far as they are read. */
export interface RenewalsView extends ReadingState {
  readonly words: Words;
  readonly now: Date;
  readonly place: RenewalsQuery;
  /** All subscriptions that end within 90 days, in order. */
  readonly entries: readonly RenewalEntry[];
  readonly canAdd: boolean;
  readonly canManage: boolean;
}

/**
 * Card of subscriptions that end or renew within some days: first those with a choice to make, monthly terms last, one
 * page at a time.
 */
export const renewalsCard = (view: RenewalsView): Card =>
  firstFitting((attempt) => sizedCard(view, nameLengths[attempt] ?? 20));

function sizedCard(view: RenewalsView, nameLength: number): Card {
  const { words, now, place, customers, canManage: canChoose } = view;
  const { t } = words;
  const found = renewalsOf(view);
  const page = renewalsPage(place, found.length);
  const shown = found.slice(page.from, page.end);
  const here = renewalsArgument({ ...place, from: page.from });
  return card(
    t('renewals.title'),
    [
      heading(t('renewals.title')),
      paragraph(introText(view)),
      buttons(...otherDays(place).map((days) => daysButton(days, view))),
      ...readingStateLines(view, words),
      ...(shown.length === 0 ? emptyLines(view) : []),
      ...shown.flatMap((one, at) => [
        ...(one.renewal.group === shown[at - 1]?.renewal.group ? [] : groupLines(one, found, words)),
        withPlace(termEntry({ ...one, life: one.renewal.life, canChoose }, now, words, nameLength), here),
      ]),
      ...(shown.length === 0 ? [] : pageLines(view, page, found.length)),
    ],
    [
      ...(isAllRead(view) ? [] : [button(t('button.refresh'), refreshData(view))]),
      ...(view.entries.length === 0 ? [] : [button(t('button.asFile'), { verb: 'exportFile', argument: 'renewals' })]),
      ...(customers === undefined || customers === 0
        ? []
        : [withPlace(chartButton('renewals', words, t('button.asPicture')), renewalsArgument(place))]),
      ...(customers === 0 && view.canAdd ? [button(t('button.addCustomer'), command('addCustomer'), true)] : []),
      button(t('button.customers'), command('customers')),
    ],
  );
}

/** The entries that the query asks for. */
const renewalsOf = (view: RenewalsView): readonly RenewalEntry[] => {
  const { days, period } = view.place;
  return period === undefined
    ? renewalsWithin(view, days)
    : view.entries.filter(({ renewal: { lastDay } }) => lastDay >= period.since && lastDay <= period.until);
};

const daysOf = (words: Words, { since, until }: Period) => ({ since: words.day(since), until: words.day(until) });

function introText({ words, place: { days, period } }: RenewalsView): string {
  const { t } = words;
  return period === undefined ? t('renewals.intro', { days }) : t('renewals.introDuring', daysOf(words, period));
}

/** Days that the list's other buttons lead to. */
const otherDays = ({ days, period }: RenewalsQuery) =>
  renewalDays.filter((one) => period !== undefined || one !== days);

const renewalsWithin = ({ entries }: RenewalsView, days: number): readonly RenewalEntry[] =>
  entries.filter(({ renewal }) => renewal.within <= days);

/** Data of the button that repeats failed calls and stays on the page. */
const refreshData = ({ place }: RenewalsView) => ({
  verb: 'renewals',
  argument: renewalsArgument(place),
  again: 'yes',
});

const daysButton = (days: RenewalsQuery['days'], view: RenewalsView) =>
  button(view.words.t('button.withinDays', { days, n: renewalsWithin(view, days).length }), {
    verb: 'renewals',
    argument: renewalsArgument({ days, from: 0 }),
  });

function emptyLines(view: RenewalsView): Element[] {
  const { words, place, customers } = view;
  const { t } = words;
  if (customers === 0) return [paragraph(t('customers.none'))];
  const { days, period } = place;
  if (period === undefined) return [paragraph(t(isAllRead(view) ? 'renewals.none' : 'renewals.noneYet', { days }))];
  // That others are still loading stands there already.
  return isAllRead(view) ? [paragraph(t('renewals.noneDuring', daysOf(words, period)))] : [];
}

const groupNames = { choose: 'renewals.choose', chosen: 'renewals.chosen', monthly: 'renewals.monthly' } as const;

/** A group's name with its number; and, where choices are open, what follows without one. */
function groupLines({ renewal }: RenewalEntry, found: readonly RenewalEntry[], { t }: Words): Element[] {
  const all = found.filter((one) => one.renewal.group === renewal.group);
  const title = subheading(t('renewals.counted', { group: t(groupNames[renewal.group]), n: all.length }));
  return all.some((one) => one.renewal.life.kind === 'undecided' && one.renewal.group === 'choose')
    ? [title, below(paragraph(t('renewals.default', { uplift: t('lifecycle.upliftUnknown') }), { subtle: true }))]
    : [title];
}

/** Position of the page in the list, with the buttons to its neighbours. */
function pageLines({ words, place }: RenewalsView, page: { from: number; end: number }, total: number): Element[] {
  const { t } = words;
  const to = (from: number) => ({ verb: 'renewals', argument: renewalsArgument({ ...place, from }) });
  const turning = [
    ...(page.end < total ? [button(t('button.nextPage'), to(page.end))] : []),
    ...(page.from > 0 ? [button(t('button.previousPage'), to(page.from - renewalsPerCard))] : []),
  ];
  return [
    ...positionLines({ from: page.from + 1, to: page.end, of: total }, words),
    ...(turning.length === 0 ? [] : [buttons(...turning)]),
  ];
}
