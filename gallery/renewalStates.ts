import { manageCard } from '../cards/customers/subscriptionCards.ts';
import { type RenewalEntry, renewalsCard, type RenewalsView } from '../cards/customers/renewalsCard.ts';
import { withWayBack } from '../cards/customers/wayBack.ts';
import type { Words } from '../locales/words.ts';
import { refusalOf } from '../partner-center/rules/fault.ts';
import type { Subscription } from '../partner-center/management.ts';
import { renewalOf, compareRenewals } from '../partner-center/lifecycle.ts';
import type { Shown } from './shownCard.ts';
import { now, ref, subscription } from './subscriptionStates.ts';
import { planted, plantedRefusal } from './hostileText.ts';

const ends = '2026-12-28T00:00:00Z';

function entryOf(more: Partial<Subscription>): RenewalEntry {
  const one = subscription({ ends, ...more });
  const renewal = renewalOf(one, now);
  if (renewal === undefined) throw new Error('it does not end soon');
  return { ref: 'm:0f3c6b0e-7d1c-4f35-9b57-2f6f4a1d9c11', companyName: planted(255), subscription: one, renewal };
}

/** One of everything that ends soon, in order. */
const everyLife: readonly RenewalEntry[] = [
  { autoRenews: false },
  { commerce: 'unknown', autoRenews: false },
  {},
  { nextTerm: { quantity: 20, term: 'P1Y', billing: 'annual' } },
  { autoRenews: false, scheduled: [{ action: 'cancel' as const }] },
  { autoRenews: false, scheduled: [{ action: 'extend' as const }] },
  { scheduled: [{ action: 'transition' as const }] },
  { commerce: 'legacy' as const, autoRenews: false },
  { status: 'suspended', suspendedFor: [planted(40)] },
  { trial: true, term: 'P1M' },
  { extended: true, term: 'P1M', autoRenews: false },
  { term: 'P1M' },
]
  .map((more) => entryOf(more as Partial<Subscription>))
  .toSorted((a, b) => compareRenewals(a.renewal, b.renewal));

/** The list of what ends soon in every state it has, and a card that was reached from it. */
export function renewalCards(words: Words): Shown[] {
  const empty: RenewalsView = {
    words,
    now,
    place: { days: 30, from: 0 },
    entries: [],
    customers: 120,
    unread: [],
    canAdd: true,
    canManage: true,
  };
  const undecided = Array.from({ length: 63 }, () => entryOf({ autoRenews: false }));
  const fault = refusalOf({ ...plantedRefusal('service-fault'), status: 502 });
  const unread = Array.from({ length: 12 }, () => planted(255));
  return [
    { name: 'renewals, none', card: renewalsCard(empty) },
    { name: 'renewals, none without customers', card: renewalsCard({ ...empty, customers: 0 }) },
    {
      name: 'renewals, none where none can be added',
      card: renewalsCard({ ...empty, customers: 0, canAdd: false, canManage: false }),
    },
    {
      name: 'renewals, none within 30 days',
      card: renewalsCard({ ...empty, entries: [entryOf({ ends: '2027-01-28T00:00:00Z' })] }),
    },
    ...[0].map((from) => ({
      name: `renewals of every kind, from ${String(from + 1)}`,
      card: renewalsCard({ ...empty, place: { days: 90 as const, from }, entries: everyLife }),
    })),
    {
      name: 'renewals, to be looked at',
      card: renewalsCard({ ...empty, entries: everyLife.slice(0, 2), canManage: false }),
    },
    {
      name: 'renewals, a full page of many',
      card: renewalsCard({ ...empty, place: { days: 60, from: 12 }, entries: undecided }),
    },
    { name: 'renewals, while customers are listed', card: renewalsCard({ ...unlisted(empty) }) },
    {
      name: 'renewals, while customers are read',
      card: renewalsCard({ ...empty, entries: undecided.slice(0, 2), soFar: 40 }),
    },
    {
      name: 'renewals, the reading of which stopped',
      card: renewalsCard({
        ...empty,
        entries: undecided.slice(0, 4),
        fault,
        asOf: '2026-11-27T09:00:00.000Z',
        unread: unread.slice(0, 2),
      }),
    },
    {
      name: 'renewals with customers that could not be read',
      card: renewalsCard({ ...empty, place: { days: 60, from: 12 }, entries: undecided, unread }),
    },
    {
      name: 'renewals, a subscription reached from them',
      card: withWayBack(
        manageCard({
          words,
          ref,
          companyName: planted(255),
          subscription: subscription({ ends }),
          now,
          known: {},
          addOns: [],
          changes: [],
          canManage: true,
        }),
        '90 6',
        words,
      ),
    },
  ];
}

function unlisted({ customers: _customers, ...view }: RenewalsView): RenewalsView {
  return view;
}
