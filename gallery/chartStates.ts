import { type ChartKind, chartKinds, chartOf } from '../cards/charts/chart.ts';
import { chartCard, type ChartView } from '../cards/charts/chartCard.ts';
import { withWayBack } from '../cards/customers/wayBack.ts';
import type { Words } from '../locales/words.ts';
import type { Subscription } from '../partner-center/management.ts';
import { refusalOf } from '../partner-center/rules/fault.ts';
import { planted, plantedRefusal } from './hostileText.ts';
import type { Shown } from './shownCard.ts';
import { now, ref, subscription } from './subscriptionStates.ts';

const sold = (name: string, quantity: number, ends: string): Subscription => subscription({ name, quantity, ends });

/** Subscriptions as a partner has them. */
const usual: readonly Subscription[] = [
  sold('Microsoft 365 Business Premium', 1240, '2027-03-02T00:00:00Z'),
  sold('Microsoft 365 E3', 620, '2026-12-10T00:00:00Z'),
  sold('Office 365 E1', 310, '2027-03-15T00:00:00Z'),
  sold('Microsoft 365 Business Basic', 155, '2027-01-20T00:00:00Z'),
  sold('Exchange Online (Plan 1)', 75, '2027-10-31T00:00:00Z'),
  sold('Visio Plan 2', 12, '2029-01-31T00:00:00Z'),
  sold('Power BI Pro', 1, '2027-03-30T00:00:00Z'),
];

/** Names of offers on these cards. */
export const soldNames = usual.map(({ name }) => name);

/** More offers than there are bars, with names as long as they can be. */
const many = Array.from({ length: 40 }, (_none, at) =>
  sold(
    `${String(at)} ${planted(250)}`,
    (40 - at) * 987_654,
    `2027-${String((at % 9) + 1).padStart(2, '0')}-15T00:00:00Z`,
  ),
);

/** The charts in every state they have. */
export function chartCards(words: Words): Shown[] {
  const view = (kind: ChartKind, subscriptions: readonly Subscription[], more: Partial<ChartView> = {}): ChartView => ({
    words,
    day: '2026-11-28',
    chart: chartOf(kind, subscriptions, now, words),
    customers: 120,
    unread: [],
    ...more,
  });
  const unread = Array.from({ length: 12 }, () => planted(255));
  const fault = refusalOf({ ...plantedRefusal('service-fault'), status: 502 });
  return chartKinds.flatMap((kind): Shown[] => [
    { name: `chart of ${kind}`, card: chartCard(view(kind, usual)) },
    {
      name: `chart of ${kind}, one customer`,
      card: withWayBack(
        chartCard(view(kind, usual.slice(2, 5), { customers: 1, customer: { ref, companyName: planted(255) } })),
        `subscriptions ${ref} 0`,
        words,
      ),
    },
    { name: `chart of ${kind}, as full as it can be`, card: chartCard(view(kind, many, { unread })) },
    { name: `chart of ${kind}, nothing to count`, card: chartCard(view(kind, [])) },
    { name: `chart of ${kind}, no customers`, card: chartCard(view(kind, [], { customers: 0 })) },
    { name: `chart of ${kind}, nothing read yet`, card: chartCard(view(kind, [], { soFar: 0 })) },
    {
      name: `chart of ${kind}, while customers are read`,
      card: chartCard(view(kind, usual.slice(0, 2), { soFar: 40 })),
    },
    {
      name: `chart of ${kind}, the reading of which stopped`,
      card: chartCard(view(kind, usual, { fault, asOf: '2026-11-27T09:00:00.000Z', unread: unread.slice(0, 2) })),
    },
  ]);
}
