import { severalCard, severalOrdersCard, type SeveralView, undoOrdersCard } from '../cards/customers/severalCards.ts';
import { defined } from '../lib/optional.ts';
import type { Words } from '../locales/words.ts';
import { type ChangeKind, orderOutcomes } from '../model/change.ts';
import { planted, plantedRefusal } from './hostileText.ts';
import type { Shown } from './shownCard.ts';

const id = '0f3c6b0e-7d1c-4f35-9b57-2f6f4a1d9c11';

const choice = (_none: unknown, at: number) => ({
  ref: `m:${id}${String(at)}`,
  companyName: planted(255),
  domain: at % 2 === 0 ? 'tailspintoys.onmicrosoft.com' : planted(27),
  microsoftId: id,
});

type SeveralOrders = Extract<ChangeKind, { kind: 'orders' }>;

const ordered = (orders: SeveralOrders['orders']): SeveralOrders => ({
  kind: 'orders',
  offers: [{ offerId: id, offerName: planted(100), unit: 'licenses', term: 'P1Y', billing: 'annual', quantity: 5 }],
  orders,
});

const orderOf = (at: number, outcome?: (typeof orderOutcomes)[number]): SeveralOrders['orders'][number] => ({
  id: `0moy6r6t4deadbeefc${String(at)}`,
  customer: { microsoftId: id, companyName: planted(255), domain: 'tailspintoys.onmicrosoft.com' },
  requestId: id,
  ...(outcome === undefined ? {} : { outcome }),
  ...(outcome === 'refused' || outcome === 'partly' || outcome === 'unfinished'
    ? { fault: plantedRefusal('subscription-busy') }
    : {}),
});

/** The cards of one order for several customers. */
export function severalCards(words: Words): Shown[] {
  const view: SeveralView = { words, draft: '', searched: '', chosen: [], found: [], more: 0 };
  const found = Array.from({ length: 15 }, choice);
  const chosen = Array.from({ length: 20 }, choice);
  const card = (state: 'running' | 'done', orders: SeveralOrders['orders']) =>
    severalOrdersCard({ words, change: { state, what: ordered(orders) }, practice: true });
  const many = (outcome?: (typeof orderOutcomes)[number]) =>
    Array.from({ length: 20 }, (_none, at) => orderOf(at, outcome));
  const madeOf = ({ id: order, customer }: ReturnType<typeof orderOf>) => ({
    ref: `m:${order}`,
    order,
    customer,
    lines: [{ subscriptionId: order, name: planted(80), unit: 'license', status: 'deleted' as const }],
  });
  const away = { fault: plantedRefusal('unavailable'), correlationId: plantedRefusal('unavailable').correlationId };
  const reasons = [
    'over',
    'late',
    'done',
    'running',
    away,
    'partly',
    'refused',
    'unclear',
    'dropped',
    'unfinished',
    'ended',
  ] as const;
  return [
    { name: 'several customers', card: severalCard({ ...view, found: found.slice(0, 5) }) },
    { name: 'several customers, none chosen', card: severalCard({ ...view, found, more: 10, fault: 'several.none' }) },
    {
      name: 'several customers, too many',
      card: severalCard({
        ...view,
        searched: planted(100),
        chosen,
        found,
        more: 1_000,
        asOf: '2026-11-27T09:00:00.000Z',
        fault: 'several.tooMany',
      }),
    },
    { name: 'several customers, no hits', card: severalCard({ ...view, searched: planted(20) }) },
    { name: 'several orders under way', card: card('running', many()) },
    { name: 'several orders done', card: card('done', many('ordered').slice(0, 3)) },
    {
      name: 'several orders, taken back',
      card: undoOrdersCard({ words, orders: many().map((one) => madeOf(one)), isPart: false, named: 'n' }),
    },
    {
      name: 'several orders, some of which can be taken back',
      card: undoOrdersCard({
        words,
        orders: many().map((one, at) => ({ ...madeOf(one), ...defined({ not: reasons[at] }) })),
        isPart: true,
        named: 'n',
      }),
    },
    {
      name: 'several orders, being taken back',
      card: undoOrdersCard({
        words,
        orders: many().map((one) => ({ ...madeOf(one), not: 'running' as const })),
        isPart: false,
        named: 'n',
      }),
    },
    { name: 'several orders refused', card: card('done', many('refused')) },
    {
      name: 'several orders, of every outcome',
      card: card(
        'done',
        orderOutcomes.map((outcome, at) => orderOf(at, outcome)),
      ),
    },
  ];
}
