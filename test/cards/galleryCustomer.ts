import { customerCard } from '../../cards/customers/customerCard.ts';
import { customerTroubleCard } from '../../cards/customers/customerTroubleCard.ts';
import type { CustomerView } from '../../cards/customers/customerView.ts';
import { eraseCard } from '../../cards/customers/eraseCard.ts';
import { profileFacts } from '../../cards/customers/profileFacts.ts';
import { historyCard } from '../../cards/customers/historyCard.ts';
import { relationshipCard } from '../../cards/customers/relationshipCard.ts';
import { cancelSubscriptionCard } from '../../cards/customers/cancelSubscriptionCard.ts';
import { endOfTermCard } from '../../cards/customers/endOfTermCard.ts';
import { licensesCard } from '../../cards/customers/licensesCard.ts';
import { manageCard } from '../../cards/customers/manageCard.ts';
import { nextTermCard } from '../../cards/customers/nextTermCard.ts';
import { sureLicensesCard } from '../../cards/customers/sureLicensesCard.ts';
import { statusCard } from '../../cards/customers/statusCard.ts';
import { subscriptionsCard } from '../../cards/customers/subscriptionsCard.ts';
import { partsOf } from '../../dialogs/openCard.ts';
import type { Words } from '../../locales/words.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { AuditLine } from '../../storage/audit.ts';
import type { ChangeKind } from '../../storage/changes.ts';
import { contextFor, provider } from '../forms/contexts.ts';
import type { Shown } from './gallery.ts';
import { acceptancePage, awaiting } from './galleryAgreement.ts';
import { doneAll, failedAll, recorded, wakeAt } from './gallerySubmissions.ts';
import { planted, plantedRefusal } from './planted.ts';

const guid = '0f8fad5b-d9cb-469f-a165-70867728950e';
const ref = '0moy6r6t4deadbeef';
const now = new Date('2026-11-28T10:00:00Z');
const trouble = { fault: plantedRefusal('other'), correlationId: guid };

const subscription = (more: Partial<Subscription> = {}): Subscription => ({
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

const variety = [
  subscription(),
  subscription({ id: 'a', parentId: guid, unit: 'Add-On Licenses', refundable: 0 }),
  subscription({ id: 'b', status: 'suspended', autoRenews: false, suspendedFor: [planted(40)] }),
  subscription({ id: 'c', trial: true, term: 'P1M', billing: 'none' }),
  subscription({ id: 'd', unit: 'Usage-based', quantity: 0 }),
  subscription({ id: 'e', status: 'expired' }),
];
const cancelUntil = '2026-12-01T10:00:00Z';
const nextTerm = { quantity: 20, term: 'P1Y', billing: 'annual' };
const many = Array.from({ length: 40 }, (_none, at) => subscription({ id: String(at) }));

const quantity: ChangeKind = {
  kind: 'quantity',
  subscriptionId: guid,
  name: planted(100),
  unit: 'Licenses',
  from: 25,
  to: 30,
};
const changes: CustomerView['changes'] = [
  { id: ref, state: 'running', what: quantity },
  {
    id: ref,
    state: 'unfinished',
    what: quantity,
    fault: plantedRefusal('other'),
  },
  { id: ref, state: 'unfinished', what: quantity, wakeAt, fault: { reason: 'throttled', correlationId: guid } },
];

function customers(words: Words): Shown[] {
  const full = recorded(failedAll('quantity'), {
    addedBy: { userId: 'u', name: planted(255) },
    reseller: planted(100),
  });
  const { subscriptions: _ordered, ...sections } = full.sections;
  const parts = partsOf(sections, contextFor(provider, full.sections), words);
  const { companyName, domain, microsoftId } = full;
  const named = { words, ref, companyName, domain, microsoftId, now };
  const nothing = { add: false, manage: false, remove: false, invite: false, password: false };
  const least: CustomerView = { ...named, relationship: 'reseller', parts: [], changes: [], can: nothing };
  const all = { add: true, manage: true, remove: true, invite: false, password: true };
  const { customer } = doneAll;
  const awaitedStage = { state: 'awaited', requestId: guid } as const;
  const contact = { firstName: planted(50), lastName: planted(50), email: 'ana@tailspin.example' };
  return [
    {
      name: 'customer with everything',
      card: customerCard({
        ...least,
        record: full,
        parts,
        agreement: { recordedAt: '2026-03-02T00:00:00Z', signedByCustomer: false },
        subscriptions: many,
        changes,
        wakeAt,
        can: all,
      }),
    },
    { name: 'customer with the least', card: customerCard(least) },
    {
      name: 'customer as added here',
      card: customerCard({
        ...least,
        companyName: 'Tailspin Toys',
        record: recorded({ customer }, { practice: false }),
        agreement: { signedByCustomer: true },
        subscriptions: variety,
        can: all,
      }),
    },
    {
      name: 'customer of Partner Center’s only',
      card: customerCard({
        ...least,
        agreement: { signedByCustomer: false },
        parts: [{ title: words.t('customer.account'), facts: profileFacts({ companyName, contact }, words) }],
        subscriptions: [],
        can: all,
      }),
    },
    {
      name: 'customer that Partner Center says nothing of',
      card: customerCard({ ...least, parts: trouble, subscriptions: trouble, can: all }),
    },
    {
      name: 'customer without a relationship',
      card: customerCard({ ...least, relationship: 'none', can: { ...nothing, invite: true, remove: true } }),
    },
    {
      name: 'customer that has to accept the agreement',
      card: customerCard({
        ...least,
        record: recorded({ customer, agreement: awaitedStage }),
        agreement: { signedByCustomer: false },
        acceptancePage,
        practise: true,
        subscriptions: [],
        can: all,
      }),
    },
    {
      name: 'customer whose acceptance is too old, with all that waits',
      card: customerCard({
        ...least,
        agreement: { signedByCustomer: false, recordedAt: '2021-05-03T00:00:00Z' },
        acceptancePage,
        changes: Object.values(awaiting).map((change) => ({ ...change, state: 'unfinished' as const })),
        subscriptions: [],
        can: all,
      }),
    },
    {
      name: 'customer whose order waits, for a user who may only look',
      card: customerCard({
        ...least,
        agreement: { signedByCustomer: false },
        acceptancePage,
        changes: Object.values(awaiting)
          .slice(0, 1)
          .map((change) => ({ ...change, state: 'unfinished' as const })),
      }),
    },
    { name: 'customer trouble', card: customerTroubleCard(words, trouble, { verb: 'customer', argument: ref }) },
    { name: 'delete a record', card: eraseCard(full, words) },
    { name: 'delete a record whose order waits', card: eraseCard(full, words, true) },
  ];
}

function subscriptions(words: Words): Shown[] {
  const whose = { words, ref, companyName: planted(255), now };
  const once = { ...whose, changeId: ref, subscription: subscription() };
  const asked = { ...once, present: subscription(), typed: '25', changes: [] };
  return [
    {
      name: 'customer’s subscriptions, none',
      card: subscriptionsCard({ ...whose, subscriptions: [], page: 0, canManage: true }),
    },
    {
      name: 'customer’s subscriptions',
      card: subscriptionsCard({ ...whose, subscriptions: variety, page: 0, canManage: true }),
    },
    {
      name: 'customer’s subscriptions, to be looked at',
      card: subscriptionsCard({ ...whose, subscriptions: variety, page: 1, canManage: false }),
    },
    {
      name: 'customer’s subscriptions, a page of many',
      card: subscriptionsCard({ ...whose, subscriptions: many, page: 3, canManage: true }),
    },
    {
      name: 'customer’s subscriptions, no more',
      card: subscriptionsCard({ ...whose, subscriptions: many, page: 9, canManage: true }),
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
    { name: 'licenses, trouble', card: licensesCard({ ...once, typed: planted(20), changes: [], trouble }) },
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
        subscription: subscription(),
        typed: { quantity: planted(20), plan: '' },
        fault: { key: 'fault.cart.quantity-not-whole' },
      }),
    },
    {
      name: 'cancel, with days left',
      card: cancelSubscriptionCard({
        ...cancelled,
        addOns: [planted(100)],
        cancellation: { until: cancelUntil, refund: { kind: 'full', until: '2026-11-28T20:00:00Z' } },
      }),
    },
    {
      name: 'cancel, with hours left',
      card: cancelSubscriptionCard({
        ...cancelled,
        cancellation: { until: '2026-11-28T12:00:00Z', refund: { kind: 'prorated' } },
      }),
    },
    {
      name: 'cancel, all given back',
      card: cancelSubscriptionCard({ ...cancelled, cancellation: { until: cancelUntil, refund: { kind: 'full' } } }),
    },
    {
      name: 'cancel a trial',
      card: cancelSubscriptionCard({
        ...cancelled,
        subscription: subscription({ trial: true }),
        cancellation: { until: cancelUntil, refund: { kind: 'full' } },
      }),
    },
    { name: 'far more licenses', card: sureLicensesCard({ ...whose, subscription: subscription(), to: 2500 }) },
  ];
}

function relationships(words: Words): Shown[] {
  const asked = {
    words,
    ref,
    companyName: planted(255),
    now,
    changeId: ref,
    canManage: true,
    recorded: true,
    days: 90,
    typed: '',
  };
  const suspended = [subscription({ status: 'suspended' }), subscription({ status: 'suspended', commerce: 'legacy' })];
  const kinds = (['new', 'legacy', 'azure', 'unknown'] as const).map((commerce) =>
    subscription({ commerce, id: commerce }),
  );
  return [
    { name: 'end relationship', card: relationshipCard({ ...asked, subscriptions: suspended }) },
    {
      name: 'end relationship, another name',
      card: relationshipCard({
        ...asked,
        subscriptions: [],
        recorded: false,
        typed: planted(300),
        fault: { key: 'fault.otherName' },
      }),
    },
    { name: 'end relationship, trouble', card: relationshipCard({ ...asked, typed: 'Tailspin', trouble }) },
    { name: 'end relationship, blocked', card: relationshipCard({ ...asked, subscriptions: many }) },
    { name: 'end relationship, blocked by each kind', card: relationshipCard({ ...asked, subscriptions: kinds }) },
    {
      name: 'end relationship, blocked for a user who may not suspend',
      card: relationshipCard({ ...asked, canManage: false, subscriptions: [subscription()] }),
    },
  ];
}

const names = Array.from({ length: 15 }, () => planted(100)).join('\n');
const line: AuditLine = {
  at: '2026-03-02T10:00:00.000Z',
  userId: 'u',
  userName: planted(255),
  action: 'customer',
  record: ref,
  outcome: 'done',
  correlationId: guid,
};

function histories(words: Words): Shown[] {
  const lines: AuditLine[] = [
    { ...line, action: 'order', data: { offers: names, refused: names } },
    {
      ...line,
      action: 'order',
      outcome: 'refused',
      data: { offers: '', refused: names },
      reason: 'customer-accepts',
      code: '600009',
    },
    {
      ...line,
      action: 'quantity',
      outcome: 'failed',
      data: { subscription: planted(100), from: 5, to: 7 },
      reason: 'other',
      code: '600009',
    },
    { ...line, action: 'status', data: { subscription: planted(100), status: 'suspended' } },
    { ...line, action: 'account', outcome: 'unclear' },
    { ...line, action: 'password', data: { account: 'admin@tailspintoys.onmicrosoft.com' } },
    { ...line, action: 'order', outcome: 'dropped', data: { offers: names, refused: '' } },
    { ...line, action: 'status', data: { subscription: planted(100), status: 'active' } },
    ...(['customer', 'agreement', 'qualification', 'subscriptions', 'account', 'relationship'] as const).map(
      (action) => ({
        ...line,
        action,
      }),
    ),
    ...(['erase', 'invite', 'imported', 'exported'] as const).map((action) => ({ ...line, action, userName: '' })),
  ];
  const view = { words, ref, companyName: planted(255), lines, page: 0 };
  return [
    { name: 'history', card: historyCard(view) },
    { name: 'history, the second page', card: historyCard({ ...view, page: 1 }) },
    { name: 'history, no more', card: historyCard({ ...view, page: 9 }) },
    { name: 'history, none', card: historyCard({ ...view, lines: [] }) },
    {
      name: 'history, as full as can be',
      card: historyCard({ ...view, lines: Array<AuditLine>(9).fill(lines[0] ?? line) }),
    },
  ];
}

/** One customer that exists, and what is done with it. */
export const existingCards = (words: Words): readonly Shown[] => [
  ...customers(words),
  ...subscriptions(words),
  ...relationships(words),
  ...histories(words),
];
