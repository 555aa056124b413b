import { accountFields } from '../cards/accountInfo.ts';
import { undoCard } from '../cards/customers/changedSubscription.ts';
import { changeResultCard, changeProgressCard, formerStateCard } from '../cards/customers/changeCards.ts';
import type { Words } from '../locales/words.ts';
import type { Change, ChangeKind } from '../model/change.ts';
import type { Shown } from './shownCard.ts';
import { acceptancePage, awaiting } from './agreementStates.ts';
import { wakeAt } from './submissionStates.ts';
import { planted, plantedRefusal } from './hostileText.ts';

const id = '0moy6r6t4deadbeef';
const correlationId = '0f8fad5b-d9cb-469f-a165-70867728950e';
const customer = {
  record: id,
  microsoftId: correlationId,
  companyName: planted(255),
  domain: 'tailspintoys.onmicrosoft.com',
};
const { record: _record, ...unrecorded } = customer;
const subscription = { subscriptionId: correlationId, name: planted(100) };
const nextTerm = { quantity: 20, term: 'P1Y', billing: 'annual' };
const now = new Date('2026-11-28T10:00:00Z');
const quantity = { kind: 'quantity', ...subscription, unit: 'Licenses', from: 25, to: 1000 } as const;
const ordered = (fault: number): ChangeKind => ({
  kind: 'order',
  lines: Array.from({ length: 15 }, (_none, at) => ({
    offerId: String(at),
    offerName: planted(100),
    unit: 'licenses',
    term: 'P1Y',
    billing: 'annual',
    quantity: at + 1,
    ...(at < fault
      ? { fault: { ...plantedRefusal('other'), description: `${String(at)} ${planted(290)}` } }
      : at % 2 === 0
        ? { subscriptionId: correlationId }
        : {}),
  })),
});
const stopping = (fault: number): ChangeKind => ({
  kind: 'stop',
  lines: Array.from({ length: 6 }, (_none, at) => ({
    ...subscription,
    unit: 'Licenses',
    status: at % 2 === 0 ? 'deleted' : 'suspended',
    requestId: correlationId,
    ...(at < fault ? { fault: plantedRefusal('subscription-busy') } : {}),
  })),
});
const address = { country: 'US', addressLine1: '1 Main Street', city: 'Seattle' };
const contact = { firstName: 'Ana', lastName: 'Lima', email: 'ana@tailspin.example' };

const billing = {
  companyName: planted(255),
  culture: 'en-US',
  language: 'en',
  contact: { firstName: planted(50), lastName: planted(50), email: 'ana@tailspin.example', phone: '+1 425 555 0100' },
  address: { addressLine1: planted(100), city: planted(50), state: 'WA', postalCode: '98101' },
};

const kinds: Readonly<Record<string, ChangeKind>> = {
  order: ordered(0),
  licenses: quantity,
  suspend: { kind: 'status', ...subscription, status: 'suspended' },
  reactivate: { kind: 'status', ...subscription, status: 'active' },
  cancel: { kind: 'status', ...subscription, unit: 'Licenses', status: 'deleted' },
  renew: { kind: 'endOfTerm', ...subscription, unit: 'Licenses', from: 'undecided', to: 'renew' },
  extend: { kind: 'endOfTerm', ...subscription, unit: 'Licenses', from: 'cancel', to: 'extend' },
  end: { kind: 'endOfTerm', ...subscription, unit: 'Licenses', from: 'renew', to: 'cancel' },
  'next term': { kind: 'nextTerm', ...subscription, unit: 'Licenses', to: nextTerm },
  'next term, taken back': { kind: 'nextTerm', ...subscription, unit: 'Licenses', from: nextTerm },
  account: { kind: 'account', companyName: '', culture: '', language: '', contact, address, sections: {} },
  'account, every input': {
    kind: 'account',
    companyName: '',
    culture: '',
    language: '',
    contact,
    address,
    fields: [...accountFields],
    sections: {},
  },
  agreement: {
    kind: 'agreement',
    consent: { signer: contact, dateAgreed: '', companyName: '', country: 'US', language: 'en', requestId: '' },
  },
  relationship: { kind: 'relationship' },
  stop: stopping(0),
  'stop, in part': stopping(2),
};

const after: NonNullable<Change['after']> = {
  quantity: 25,
  unit: 'Licenses',
  status: 'active',
  commerce: 'new',
  term: 'P1Y',
  billing: 'monthly',
  trial: false,
  autoRenews: false,
  bought: '2026-03-02T10:00:00Z',
  ends: '2027-03-01T00:00:00Z',
};

const change = (what: ChangeKind, more: Partial<Change> = {}) =>
  ({ id, state: 'done', customer, what, ...more }) as const;

const fault = (reason: string) => ({ fault: plantedRefusal(reason) });

/** Changes of customers, from the press to their outcome. */
export function changeCards(words: Words): readonly Shown[] {
  const view = { words, ref: id, practice: true, now };
  return [
    ...Object.entries(kinds).flatMap(([kind, what]) => [
      { name: `changing, ${kind}`, card: changeProgressCard({ ...view, change: change(what) }) },
      { name: `changed, ${kind}`, card: changeResultCard({ ...view, change: change(what) }) },
    ]),
    {
      name: 'changed, with what was scheduled gone',
      card: changeResultCard({
        ...view,
        change: change({ ...quantity, gone: { end: 'cancel', nextTerm } }, { after }),
      }),
    },
    {
      name: 'changed, undo was typed',
      card: undoCard({
        words: view.words,
        ref: view.ref,
        companyName: change(quantity).customer.companyName,
        change: { id: change(quantity).id, subscriptionId: quantity.subscriptionId, what: quantity },
      }),
    },
    {
      name: 'changed, as an older card of the customer shows it',
      card: formerStateCard(words, change(quantity).customer, { verb: 'customer', argument: id }),
    },
    { name: 'changed, which can be undone', card: changeResultCard({ ...view, change: change(quantity, { after }) }) },
    {
      name: 'changed, with its choice gone',
      card: changeResultCard({ ...view, change: change({ ...quantity, gone: { end: 'extend' } }, { after }) }),
    },
    {
      name: 'changing a subscription, nobody can tell',
      card: changeResultCard({
        ...view,
        change: change(kinds['end'] ?? quantity, {
          after,
          stands: { subscription: { quantity: 25, unit: 'Licenses', status: 'active' } },
        }),
      }),
    },
    {
      name: 'changed, going on',
      card: changeResultCard({ ...view, practice: false, change: change(quantity, { pending: true }) }),
    },
    {
      name: 'changed, relationship of a customer without a record',
      card: changeResultCard({
        ...view,
        change: { ...change(kinds['relationship'] ?? quantity), customer: unrecorded },
      }),
    },
    { name: 'changed, order in part', card: changeResultCard({ ...view, change: change(ordered(3)) }) },
    { name: 'change refused, order', card: changeResultCard({ ...view, change: change(ordered(15)) }) },
    {
      name: 'change refused, order given back',
      card: changeResultCard({ ...view, change: change(ordered(15)), returned: true }),
    },
    {
      name: 'changed, order given back in part',
      card: changeResultCard({ ...view, change: change(ordered(3)), returned: true }),
    },
    {
      name: 'change refused, fewer licenses',
      card: changeResultCard({ ...view, change: change({ ...quantity, to: 1 }, fault('seats-kept')) }),
    },
    ...(['licenses', 'suspend', 'reactivate'] as const).map((kind) => ({
      name: `change unclear, ${kind}`,
      card: changeResultCard({
        ...view,
        change: change(kinds[kind] ?? quantity, {
          stands: {
            subscription: { quantity: 1000, unit: 'Licenses', status: kind === 'suspend' ? 'active' : 'suspended' },
          },
        }),
      }),
    })),
    {
      name: 'change unclear, account',
      card: changeResultCard({
        ...view,
        returned: true,
        change: change(kinds['account'] ?? quantity, { stands: { billing } }),
      }),
    },
    { name: 'change refused, other', card: changeResultCard({ ...view, change: change(quantity, fault('other')) }) },
    ...['unavailable', 'already-processing'].map((reason) => ({
      name: `change unfinished: ${reason}`,
      card: changeResultCard({ ...view, change: change(quantity, { state: 'unfinished', ...fault(reason) }) }),
    })),
    {
      name: 'change unfinished: throttled, waits for its time',
      card: changeResultCard({
        ...view,
        change: change(quantity, { state: 'unfinished', wakeAt, ...fault('throttled') }),
      }),
    },
    ...Object.entries(awaiting).map(([name, { id: _id, what, ...waits }]) => ({
      name: `change awaited: ${name}`,
      card: changeResultCard({ ...view, acceptancePage, change: change(what, { state: 'unfinished', ...waits }) }),
    })),
    {
      name: 'changed, after it was awaited',
      card: changeResultCard({ ...view, change: change(ordered(0), { awaiting: { since: wakeAt } }) }),
    },
  ];
}
