import { positionLines } from '../position.ts';
import type { Words } from '../../locales/words.ts';
import { allowedActions } from '../../partner-center/allowedActions.ts';
import type { Refusal } from '../../partner-center/fault.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { type Renewal, renewalDays } from '../../partner-center/renewals.ts';
import { button, buttons, command } from '../buttons.ts';
import {
  card,
  group,
  heading,
  paragraph,
  shortened,
  strong,
  subheading,
  type Card,
  type Element,
} from '../elements.ts';
import { refusalLines } from '../reasons.ts';
import { fitted } from '../size.ts';
import { actionButton, manageButton } from './actionButtons.ts';
import { lifecycleWords } from './lifecycleWords.ts';
import { argumentOfRenewals, renewalsOnPage, renewalsPage, type RenewalsPlace } from './renewalsPlace.ts';
import { subscriptionFacts } from './subscriptionLine.ts';
import { handingOn } from './wayBack.ts';

/** A subscription whose term ends soon. */
export interface RenewalEntry {
  /** How buttons name the customer. */
  readonly ref: string;
  readonly companyName: string;
  readonly subscription: Subscription;
  readonly renewal: Renewal;
}

/** What ends soon over all customers, as far as it is known. */
export interface RenewalsView {
  readonly words: Words;
  readonly now: Date;
  readonly place: RenewalsPlace;
  /** All that end within 90 days, in order. */
  readonly entries: readonly RenewalEntry[];
  /** How many customers there are; absent while their list is being read. */
  readonly customers?: number;
  /** How many of them are read, while they are not all. */
  readonly soFar?: number;
  /** Why the reading stopped before its end. */
  readonly fault?: Refusal;
  /** Names of customers whose subscriptions could not be read. */
  readonly unread: readonly string[];
  readonly canAdd: boolean;
  readonly canManage: boolean;
}

/** What ends or renews within some days: what has to be chosen first, monthly terms last; a page at a time. */
export function renewalsCard(view: RenewalsView): Card {
  const { words, place, customers } = view;
  const { t } = words;
  const found = within(view, place.days);
  const page = renewalsPage(place, found.length);
  const shown = found.slice(page.from, page.end);
  return fitted(
    card(
      t('renewals.title'),
      [
        heading(t('renewals.title')),
        paragraph(t('renewals.intro', { days: place.days })),
        buttons(...renewalDays.filter((days) => days !== place.days).map((days) => daysButton(days, view))),
        ...state(view),
        ...(shown.length === 0 ? [paragraph(nothing(view))] : []),
        ...shown.flatMap((one, at) => [
          ...(one.renewal.group === shown[at - 1]?.renewal.group ? [] : [groupHeading(one, found, words)]),
          entry(one, view, page.from),
        ]),
        ...(shown.length === 0 ? [] : pager(view, page, found.length)),
      ],
      [
        ...(isWhole(view) ? [] : [button(t('button.refresh'), again(view))]),
        ...(view.entries.length === 0
          ? []
          : [button(t('button.asFile'), { verb: 'exportFile', argument: 'renewals' })]),
        ...(customers === 0 && view.canAdd ? [button(t('button.addCustomer'), command('addCustomer'), true)] : []),
        button(t('button.customers'), command('customers')),
        button(t('button.help'), command('help')),
      ],
    ),
  );
}

const within = ({ entries }: RenewalsView, days: number): readonly RenewalEntry[] =>
  entries.filter(({ renewal }) => renewal.within <= days);

const isReading = ({ customers, soFar, fault }: RenewalsView): boolean =>
  fault === undefined && (customers === undefined || soFar !== undefined);

const isWhole = (view: RenewalsView): boolean =>
  !isReading(view) && view.fault === undefined && view.unread.length === 0;

/** What failed is asked again; the place stays. */
const again = ({ place }: RenewalsView) => ({ verb: 'renewals', argument: argumentOfRenewals(place), again: 'yes' });

const daysButton = (days: RenewalsPlace['days'], view: RenewalsView) =>
  button(view.words.t('button.withinDays', { days, n: within(view, days).length }), {
    verb: 'renewals',
    argument: argumentOfRenewals({ days, from: 0 }),
  });

/** Names of customers that could not be read, before the others are only counted. */
const mostNames = 5;

/** What is to be known of the list: whether it is whole, why not, and whose subscriptions are missing. */
function state({ words, customers, soFar, fault, unread }: RenewalsView): Element[] {
  const { t } = words;
  const others = unread.length - mostNames;
  const names = words.list([
    ...unread.slice(0, mostNames).map(shortened),
    ...(others > 0 ? [t('renewals.others', { n: others })] : []),
  ]);
  return [
    ...(fault === undefined ? [] : [...refusalLines(fault, words), paragraph(t('renewals.stopped'))]),
    ...(fault === undefined && customers === undefined ? [paragraph(t('renewals.listing'))] : []),
    ...(fault === undefined && customers !== undefined && soFar !== undefined
      ? [paragraph(t('renewals.soFar', { done: soFar, of: customers }))]
      : []),
    ...(unread.length === 0 ? [] : [strong(t('renewals.unread', { n: unread.length, names }))]),
  ];
}

function nothing(view: RenewalsView): string {
  const { words, place, customers } = view;
  if (customers === 0) return words.t('customers.none');
  return words.t(isWhole(view) ? 'renewals.none' : 'renewals.noneYet', { days: place.days });
}

const groupNames = { choose: 'renewals.choose', chosen: 'renewals.chosen', monthly: 'renewals.monthly' } as const;

function groupHeading({ renewal }: RenewalEntry, found: readonly RenewalEntry[], { t }: Words): Element {
  const n = found.filter((one) => one.renewal.group === renewal.group).length;
  return subheading(t('renewals.counted', { group: t(groupNames[renewal.group]), n }));
}

function entry({ ref, companyName, subscription, renewal }: RenewalEntry, view: RenewalsView, from: number): Element {
  const { words, place, now } = view;
  const facts = subscriptionFacts(subscription, renewal.life, words);
  const which = { words, ref, id: subscription.id };
  const allowed = view.canManage ? allowedActions(subscription, now) : [];
  const choices = (['endOfTerm', 'nextTerm'] as const).filter((action) => allowed.includes(action));
  const all = [...choices.map((action) => actionButton(action, which)), manageButton(which)];
  return group([
    strong(shortened(companyName)),
    paragraph(shortened(subscription.name)),
    paragraph(words.t('renewals.facts', { facts, day: words.day(renewal.lastDay) })),
    paragraph(lifecycleWords(renewal.life, subscription.unit, words)),
    handingOn(buttons(...all), argumentOfRenewals({ ...place, from })),
  ]);
}

/** Where the page is in the list, and the ways to its neighbours. */
function pager({ words, place }: RenewalsView, page: { from: number; end: number }, total: number): Element[] {
  const { t } = words;
  const to = (from: number) => ({ verb: 'renewals', argument: argumentOfRenewals({ ...place, from }) });
  const turning = [
    ...(page.end < total ? [button(t('button.nextPage'), to(page.end), true)] : []),
    ...(page.from > 0 ? [button(t('button.previousPage'), to(page.from - renewalsOnPage))] : []),
  ];
  return [
    ...positionLines({ from: page.from + 1, to: page.end, of: total }, words),
    ...(turning.length === 0 ? [] : [buttons(...turning)]),
  ];
}
