import type { CustomerView } from '../cards/customers/customerView.ts';
import { cancelSubscriptionCard, statusCard } from '../cards/customers/statusCards.ts';
import { endOfTermCard, nextTermCard } from '../cards/customers/termCards.ts';
import { confirmLicensesCard, licensesCard } from '../cards/customers/licensesCard.ts';
import { manageCard, subscriptionsCard } from '../cards/customers/subscriptionCards.ts';
import type { Words } from '../locales/words.ts';
import type { Subscription } from '../partner-center/management.ts';
import type { ChangeKind } from '../model/change.ts';
import type { Shown } from './shownCard.ts';
import { wakeAt } from './submissionStates.ts';
import { planted, plantedRefusal } from './hostileText.ts';

const guid = '0f8fad5b-d9cb-469f-a165-70867728950e';
/** How the cards here name the customer. */
export const ref = '0moy6r6t4deadbeef';
/** When they are looked at. */
export const now = new Date('2026-11-28T10:00:00Z');
const refusedCall = { fault: plantedRefusal('other'), correlationId: guid };

/** A subscription of a year, as full as one can be. */
export const subscription = (more: Partial<Subscription> = {}): Subscription => ({
  id: guid,
  name: planted(100),
  offerId: 'offer',
  quantity: 25,
  unit: 'Licenses',
  status: 'active',
  commerce: 'new',
  term: 'P1Y',
  billing: 'monthly',
  trial: false,
  autoRenews: true,
  ends: '2027-03-02T00:00:00Z',
  refundable: 5,
  ...more,
});

/** One of each kind that lists tell apart. */
export const variety = [
  subscription(),
  subscription({ id: 'a', parentId: guid, unit: 'Add-On Licenses', refundable: 0 }),
  subscription({ id: 'b', status: 'suspended', autoRenews: false, suspendedFor: [planted(40)] }),
  subscription({ id: 'c', trial: true, term: 'P1M', billing: 'none' }),
  subscription({ id: 'd', unit: 'Usage-based', quantity: 0 }),
  subscription({ id: 'e', status: 'expired' }),
];
const cancelUntil = '2026-12-01T10:00:00Z';
const nextTerm = { quantity: 20, term: 'P1Y', billing: 'annual' };
/** More than a card lists. */
export const many = Array.from({ length: 40 }, (_none, at) => subscription({ id: String(at) }));

const quantity: ChangeKind = {
  kind: 'quantity',
  subscriptionId: guid,
  name: planted(100),
  unit: 'Licenses',
  from: 25,
  to: 30,
};
/** Changes that are not over. */
export const changes: CustomerView['changes'] = [
  { id: ref, state: 'running', what: quantity },
  {
    id: ref,
    state: 'unfinished',
    what: quantity,
    fault: plantedRefusal('other'),
  },
  { id: ref, state: 'unfinished', what: quantity, wakeAt, fault: plantedRefusal('throttled') },
];

/** Cards of a customer's subscriptions, and of what is chosen for one. */
export function subscriptions(words: Words): Shown[] {
  const whose = { words, ref, companyName: planted(255), now };
  const once = { ...whose, changeId: ref, subscription: subscription() };
  const asked = { ...once, present: subscription(), typed: '25', changes: [] };
  return [
    {
      name: 'customer’s subscriptions, none',
      card: subscriptionsCard({ ...whose, orders: [], subscriptions: [], from: 0, canManage: true }),
    },
    {
      name: 'customer’s subscriptions',
      card: subscriptionsCard({ ...whose, orders: [], subscriptions: variety, from: 0, canManage: true }),
    },
    {
      name: 'customer’s subscriptions, a suspended one whose add-on goes on',
      card: subscriptionsCard({
        ...whose,
        orders: [],
        subscriptions: [subscription({ status: 'suspended' }), subscription({ id: 'a', parentId: guid })],
        from: 0,
        canManage: true,
      }),
    },
    {
      name: 'customer’s subscriptions, to be looked at',
      card: subscriptionsCard({ ...whose, orders: [], subscriptions: variety, from: 0, canManage: false }),
    },
    {
      name: 'customer’s subscriptions, a page of many',
      card: subscriptionsCard({ ...whose, orders: [], subscriptions: many, from: 15, canManage: true }),
    },
    {
      name: 'customer’s subscriptions, no more',
      card: subscriptionsCard({ ...whose, orders: [], subscriptions: many, from: 135, canManage: true }),
    },
    { name: 'licenses', card: licensesCard({ ...asked, limits: { min: 1, max: 300 } }) },
    { name: 'licenses, none to give back', card: licensesCard({ ...asked, present: subscription({ refundable: 0 }) }) },
    {
      name: 'licenses, too few',
      card: licensesCard({
        ...asked,
        typed: '3',
        fault: { key: 'fault.licenses.kept', data: { n: 5, min: 20 } },
        changes,
      }),
    },
    {
      name: 'licenses, fixed',
      card: licensesCard({
        ...asked,
        limits: { min: 25, max: 25 },
        fault: { key: 'fault.cart.quantity-fixed', data: { min: 25, max: 25 } },
      }),
    },
    { name: 'licenses, trouble', card: licensesCard({ ...once, typed: planted(20), changes: [], refusedCall }) },
    ...statusCards(words),
    ...choiceCards(words),
  ];
}

/** Where a subscription can be in its life, and how it can be sold. */
const lives: Readonly<Record<string, Partial<Subscription>>> = {
  'that renews': {},
  'that can be cancelled': { cancelUntil, refunds: [{ kind: 'full', until: '2026-11-28T20:00:00Z' }] },
  'with a next term': { nextTerm },
  'that ends': { autoRenews: false, scheduled: [{ action: 'cancel' }] },
  'that goes on': { autoRenews: false, scheduled: [{ action: 'extend' }] },
  'with nothing chosen': { autoRenews: false },
  'in an extended term': { extended: true, term: 'P1M', autoRenews: false, cancelUntil: '2027-03-01T23:59:59Z' },
  'that becomes another': { scheduled: [{ action: 'transition' }] },
  suspended: { status: 'suspended', cancelUntil },
  'of the old commerce': { commerce: 'legacy' },
  'of Azure': { commerce: 'azure', unit: 'Usage-based' },
  'of an unknown kind': { commerce: 'unknown' },
  'of a trial': { trial: true, autoRenews: false },
  'that was deleted': { status: 'deleted' },
};

const whoseAnd = (words: Words) => ({ words, ref, companyName: planted(255), now, changeId: ref });

function statusCards(words: Words): Shown[] {
  const addOns = [planted(100), planted(100)];
  return Object.entries(lives).flatMap(([name, more]) => [
    {
      name: `suspend one ${name}`,
      card: statusCard({
        ...whoseAnd(words),
        subscription: subscription(more),
        status: 'suspended',
        days: 90,
        addOns: name === 'that renews' ? addOns : [],
      }),
    },
    {
      name: `reactivate one ${name}`,
      card: statusCard({
        ...whoseAnd(words),
        subscription: subscription(more),
        status: 'active',
        days: 60,
        addOns: [],
      }),
    },
  ]);
}

function choiceCards(words: Words): Shown[] {
  const whose = whoseAnd(words);
  const days = { lastDay: '2027-03-01', day: '2027-03-02' };
  const plans = [
    { term: 'P1Y', billing: 'monthly' },
    { term: 'P1Y', billing: 'annual' },
    { term: 'P1M', billing: 'monthly' },
  ] as const;
  const renewed = { ...whose, ...days, known: { monthlyPlan: true }, limits: { min: 1, max: 300 } };
  const cancelled = { ...whose, subscription: subscription(), addOns: [] };
  return [
    ...Object.entries(lives).map(([name, more]) => ({
      name: `subscription ${name}`,
      card: manageCard({
        ...whose,
        subscription: subscription(more),
        known: { monthlyPlan: false },
        addOns: name === 'that renews' ? [planted(100), planted(100)] : [],
        ...(name === 'that ends' ? { suspendedBase: planted(100) } : {}),
        changes: name === 'suspended' ? changes : [],
        canManage: name !== 'with nothing chosen',
      }),
    })),
    ...['that renews', 'with a next term', 'that ends', 'that goes on', 'with nothing chosen'].flatMap((name) => [
      {
        name: `end of term of one ${name}`,
        card: endOfTermCard({ ...whose, ...days, subscription: subscription(lives[name]), known: {} }),
      },
      {
        name: `next term of one ${name}`,
        card: nextTermCard({
          ...renewed,
          plans,
          subscription: subscription(lives[name]),
          typed: { quantity: '20', plan: 'P1Y annual' },
        }),
      },
    ]),
    {
      name: 'next term, at fault and without plans',
      card: nextTermCard({
        ...renewed,
        plans: [],
        limits: { min: 1, max: 1 },
        subscription: subscription(),
        typed: { quantity: planted(20), plan: '' },
        fault: { key: 'fault.cart.quantity-not-whole', data: { sample: '6' } },
      }),
    },
    {
      name: 'subscription to be cancelled, days left',
      card: cancelSubscriptionCard({
        ...cancelled,
        addOns: [planted(100)],
        cancellation: { until: cancelUntil, refund: { kind: 'full', until: '2026-11-28T20:00:00Z' } },
      }),
    },
    {
      name: 'subscription to be cancelled, hours left',
      card: cancelSubscriptionCard({
        ...cancelled,
        cancellation: { until: '2026-11-28T12:00:00Z', refund: { kind: 'prorated' } },
      }),
    },
    {
      name: 'subscription to be cancelled, all given back',
      card: cancelSubscriptionCard({ ...cancelled, cancellation: { until: cancelUntil, refund: { kind: 'full' } } }),
    },
    {
      name: 'subscription to be cancelled, a trial',
      card: cancelSubscriptionCard({
        ...cancelled,
        subscription: subscription({ trial: true }),
        cancellation: { until: cancelUntil, refund: { kind: 'full' } },
      }),
    },
    { name: 'far more licenses', card: confirmLicensesCard({ ...whose, subscription: subscription(), to: 2500 }) },
    { name: 'fewer licenses', card: confirmLicensesCard({ ...whose, subscription: subscription(), to: 1 }) },
  ];
}
