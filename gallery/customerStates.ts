import { accountFields, profileFacts } from '../cards/accountInfo.ts';
import { customerCard } from '../cards/customers/customerCard.ts';
import { customerDetailsCard, type CustomerDetailsView } from '../cards/customers/customerDetailsCard.ts';
import { customerRefusalCard } from '../cards/refusalCards.ts';
import type { CustomerView } from '../cards/customers/customerView.ts';
import { lateOrderCard, stopCard } from '../cards/customers/stopCard.ts';
import { eraseRecordCard, relationshipCard } from '../cards/customers/removalCards.ts';
import { historyCard, type OwnChangeEntry, ownChangesCard } from '../cards/customers/historyCard.ts';
import { sectionParts } from '../dialogs/add/currentCard.ts';
import { changeWords } from '../cards/customers/changeWords.ts';
import { importCountLines } from '../cards/import/importResultCards.ts';
import { zeroCounts } from '../model/import.ts';
import type { Words } from '../locales/words.ts';
import { stopLines } from '../partner-center/customerSubscriptions.ts';
import { contextFor, provider } from '../test/forms/contexts.ts';
import type { Shown } from './shownCard.ts';
import { acceptancePage, awaiting } from './agreementStates.ts';
import { changes, many, now, ref, subscription, subscriptions, variety } from './subscriptionStates.ts';
import { doneAll, failedAll, recorded, refusedLines, wakeAt } from './submissionStates.ts';
import { planted, plantedRefusal } from './hostileText.ts';
import type { Customer } from '../model/customer.ts';
import type { AuditLine } from '../model/auditLine.ts';

type AccountPart = Extract<CustomerDetailsView['parts'], readonly unknown[]>[number];

const guid = '0f8fad5b-d9cb-469f-a165-70867728950e';
const refusedCall = { fault: plantedRefusal('other'), correlationId: guid };

/** One of each state. */
const openOrders = (['unfinished', 'unfinished', 'awaited', 'placing', 'late'] as const).map((state, index) => ({
  state,
  offerId: guid,
  offerName: index === 0 ? planted(100) : 'Microsoft 365 Business Premium',
  unit: 'licenses',
  quantity: 25,
  ...(index === 1 ? { wakeAt } : {}),
}));

function customers(words: Words): Shown[] {
  const full = recorded(failedAll('quantity'), {
    addedBy: { userId: 'u', name: planted(255) },
    reseller: planted(100),
  });
  const { subscriptions: _ordered, ...sections } = full.sections;
  const parts = sectionParts(sections, contextFor(provider, full.sections), words).filter(({ id }) => id !== 'country');
  const { companyName, domain, microsoftId } = full;
  const named = { words, ref, companyName, domain, microsoftId, now };
  const nothing = { add: false, manage: false, remove: false, invite: false, password: false };
  const least: CustomerView = { ...named, relationship: 'reseller', orders: [], changes: [], can: nothing };
  const all = { add: true, manage: true, remove: true, invite: false, password: true };
  const { customer } = doneAll;
  const awaitedStage = { state: 'awaited', requestId: guid } as const;
  return [
    {
      name: 'customer with everything',
      card: customerCard({
        ...least,
        record: full,
        portal: 'global',
        agreement: { acceptedAt: '2026-03-02T00:00:00Z', signedByCustomer: false },
        subscriptions: many,
        orders: openOrders,
        qualifications: [{ qualification: 'Education', state: 'denied', reason: planted(200) }],
        review: 'under-review',
        changes,
        wakeAt,
        can: all,
      }),
    },
    { name: 'customer with the least', card: customerCard(least) },
    {
      name: 'customer with refused subscriptions',
      card: customerCard({ ...least, record: recorded(refusedLines('other')), can: all }),
    },
    {
      name: 'customer whose orders wait, or are on their way',
      card: customerCard({
        ...least,
        companyName: 'Tailspin Toys',
        record: recorded({ customer, subscriptions: { state: 'failed', requestId: guid, lines: [] } }),
        subscriptions: [],
        orders: openOrders,
        can: all,
      }),
    },
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
        portal: 'china',
        subscriptions: [],
        can: all,
      }),
    },
    {
      name: 'customer that Partner Center says nothing of',
      card: customerCard({ ...least, subscriptions: refusedCall, can: all }),
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
        agreement: { signedByCustomer: false, acceptedAt: '2021-05-03T00:00:00Z' },
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
    ...details(words, parts, full),
    { name: 'customer trouble', card: customerRefusalCard(words, refusedCall, { verb: 'customer', argument: ref }) },
    { name: 'delete a record', card: eraseRecordCard(full, words) },
    { name: 'delete a record whose order waits', card: eraseRecordCard(full, words, true) },
  ];
}

function details(words: Words, parts: readonly AccountPart[], full: Customer): Shown[] {
  const can = { add: true, manage: true, remove: true, invite: false, password: true };
  const view: CustomerDetailsView = {
    words,
    ref,
    companyName: full.companyName,
    parts: [],
    qualifications: [],
    review: 'allowed',
    can,
  };
  const contact = { firstName: planted(50), lastName: planted(50), email: 'ana@tailspin.example' };
  const facts = profileFacts({ companyName: full.companyName, contact }, words);
  return [
    { name: 'customer in detail', card: customerDetailsCard({ ...view, record: full, parts, practise: true }) },
    {
      name: 'customer in detail, of Partner Center’s only',
      card: customerDetailsCard({ ...view, parts: [{ title: words.t('customer.account'), facts }] }),
    },
    { name: 'customer in detail, trouble', card: customerDetailsCard({ ...view, parts: refusedCall }) },
    {
      name: 'customer in detail, for a user who may only look',
      card: customerDetailsCard({
        ...view,
        parts,
        can: { add: false, manage: false, remove: false, invite: false, password: false },
      }),
    },
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
  const stopped = [...kinds, ...many].slice(0, 20);
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
    { name: 'end relationship, trouble', card: relationshipCard({ ...asked, typed: 'Tailspin', refusedCall }) },
    { name: 'end relationship, blocked', card: relationshipCard({ ...asked, subscriptions: many }) },
    {
      name: 'end relationship, stop all',
      card: stopCard({ ...asked, subscriptions: stopped, lines: stopLines(stopped, now) }),
    },
    {
      name: 'order to be taken back, part of which is not shown yet',
      card: stopCard({
        ...asked,
        subscriptions: stopped,
        lines: stopLines(stopped, now),
        order: 'o',
        late: [planted(100)],
      }),
    },
    {
      name: 'order to be taken back, not shown yet',
      card: lateOrderCard({ ...asked, order: 'o', late: Array.from({ length: 15 }, () => planted(100)) }),
    },
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
    { ...line, action: 'account', data: { fields: accountFields.join('\n') } },
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
  const view = { words, ref, companyName: planted(255), lines, from: 0, clock: { timeZone: 'Asia/Taipei' } };
  return [
    { name: 'history', card: historyCard(view) },
    { name: 'history, the second page', card: historyCard({ ...view, from: 15, clock: {} }) },
    { name: 'history, no more', card: historyCard({ ...view, from: 90 }) },
    { name: 'history, none', card: historyCard({ ...view, lines: [] }) },
    {
      name: 'history, as full as can be',
      card: historyCard({ ...view, lines: Array<AuditLine>(40).fill(lines[0] ?? line) }),
    },
  ];
}

/** A user's own last changes: of every kind, in every state, and as many as can be. */
function ownChanges(words: Words): Shown[] {
  const at = line.at;
  const base = { at, names: [planted(100)], more: 0, ref, lines: [], open: [], counts: [] };
  const quantity = { ...line, action: 'quantity' as const, data: { subscription: planted(100), from: 5, to: 7 } };
  const order = { ...line, action: 'order' as const, data: { offers: names, refused: names } };
  const text = changeWords({ kind: 'password', account: 'admin@tailspintoys.onmicrosoft.com' }, words);
  const { ref: _none, ...several } = { ...base, names: [planted(100), planted(100), planted(100)], more: 17 };
  const entries: OwnChangeEntry[] = [
    { ...base, lines: [line, { ...line, action: 'agreement' }, order] },
    { ...base, lines: [quantity] },
    { ...base, lines: [{ ...quantity, outcome: 'refused', reason: 'other' }] },
    { ...base, lines: [{ ...line, action: 'account', outcome: 'unclear' }] },
    { ...base, lines: [{ ...quantity, outcome: 'dropped' }] },
    ...(['underWay', 'failed', 'awaited'] as const).map((state) => ({ ...base, open: [{ text, state }] })),
    { ...several, lines: [order, { ...order, outcome: 'refused', reason: 'other' }] },
    { ...several, names: [], more: 0, lines: [{ ...line, action: 'erase' }] },
    { ...several, names: [], more: 0 },
    {
      ...several,
      at: '2026-03-01T10:00:00.000Z',
      names: [planted(100)],
      more: 0,
      counts: importCountLines(words, { ...zeroCounts(), added: 200, failed: 3, unfinished: 1 }),
      open: [{ text: words.t('importProgress.title'), state: 'underWay' }],
    },
  ];
  const view = { words, clock: { timeZone: 'Asia/Taipei' }, entries, from: 0, of: entries.length, days: 7 };
  const full = Array.from({ length: 15 }, () => ({ ...several, lines: [order, quantity, line] }));
  return [
    { name: 'own changes', card: ownChangesCard(view) },
    { name: 'own changes, the second page', card: ownChangesCard({ ...view, from: 15, of: 40, clock: {} }) },
    { name: 'own changes, none', card: ownChangesCard({ ...view, entries: [], of: 0 }) },
    { name: 'own changes, as full as can be', card: ownChangesCard({ ...view, entries: full, of: 200 }) },
  ];
}

/** One customer that exists, and what is done with it. */
export const existingCards = (words: Words): readonly Shown[] => [
  ...customers(words),
  ...subscriptions(words),
  ...relationships(words),
  ...histories(words),
  ...ownChanges(words),
];
