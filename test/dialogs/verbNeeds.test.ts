import assert from 'node:assert/strict';
import { commandNames } from '../../dialogs/commands.ts';
import { draftPresses, plainPresses } from '../../dialogs/pressActions.ts';
import { newDraft, cardTokenOf } from '../../forms/draftFlow.ts';
import { words } from '../../locales/words.ts';
import type { Right } from '../../partner-center/rules/partner.ts';
import type { Change } from '../../model/change.ts';
import type { Customer } from '../../model/customer.ts';
import type { Documents } from '../../storage/documents.ts';
import { countRows, type ImportRow } from '../../model/import.ts';
import type { Submission } from '../../model/submission.ts';
import { goodAccepted } from '../forms/answers.ts';
import { contextFor, provider } from '../forms/contexts.ts';
import { openDesk, userId, type Desk } from './desk.ts';
import { changes, submissions } from '../../storage/collections.ts';
import { imports } from '../../storage/importCollections.ts';

const { t } = words('en');
const start = '2026-03-02T09:00:00.000Z';
const colleague = '11111111-0000-4000-8000-000000000002';
const stranger = '99999999-0000-4000-8000-000000000009';
const microsoftId = '22222222-0000-4000-8000-000000000001';

/** Texts that stand in what is stored alone: whoever sees one was shown a customer. */
const secrets = ['Proseware Bakery', 'proseware.onmicrosoft.com', 'secret@proseware.example', 'Tailspin Rows'];

const asked = (whose: string) => ({ userId: whose, language: 'en' as const, createdAt: start, conversation: {} });
const contact = { firstName: 'Ana', lastName: 'Secret', email: 'secret@proseware.example' };

const record = (whose: string): Customer => ({
  id: 'r1',
  companyName: 'Proseware Bakery',
  domain: 'proseware.onmicrosoft.com',
  microsoftId,
  country: 'US',
  cloud: 'global',
  sections: { contact },
  stages: { customer: { state: 'done', requestId: 'q1' } },
  addedBy: { userId: whose },
  addedAt: start,
  practice: true,
});

/** A submission whose confirmation is open, or that waits for Finish. */
const job = (id: string, whose: string, state: 'done' | 'unfinished'): Submission => ({
  id,
  state,
  ...asked(whose),
  sections: { contact },
  request: {
    customer: {
      companyName: 'Proseware Bakery',
      domain: 'proseware.onmicrosoft.com',
      address: { country: 'US', addressLine1: '1 Main Street', city: 'Seattle' },
      contact,
      culture: 'en-US',
      language: 'en',
    },
  },
  stages: {
    customer: { state: 'done', requestId: 'q1', microsoftId },
    ...(state === 'done' ? {} : { agreement: { state: 'failed' as const, requestId: 'q2' } }),
  },
  confirmationCard: 'card',
  confirmedAt: start,
});

const change = (id: string, whose: string, what: Change['what']): Change => ({
  id,
  state: 'unfinished',
  ...asked(whose),
  customer: { record: 'r1', microsoftId, companyName: 'Proseware Bakery', domain: 'proseware.onmicrosoft.com' },
  what,
  requestId: 'q3',
});

const row: ImportRow = {
  n: 1,
  cells: ['Tailspin Rows'],
  kind: 'new',
  name: 'Tailspin Rows',
  state: 'ready',
  faults: [],
};

async function stored(documents: Documents, tenant: string, whose: string): Promise<void> {
  const heads = imports(documents);
  await submissions(documents).insert(tenant, 'done', job('done', whose, 'done'));
  await submissions(documents).insert(tenant, 'waits', job('waits', whose, 'unfinished'));
  const quantity = { kind: 'quantity', subscriptionId: 's1', name: 'E3', unit: 'license', from: 1, to: 2 } as const;
  await changes(documents).insert(tenant, 'quantity', change('quantity', whose, quantity));
  await changes(documents).insert(tenant, 'end', change('end', whose, { kind: 'relationship' }));
  const password = change('password', whose, { kind: 'password', account: 'admin@proseware.onmicrosoft.com' });
  await changes(documents).insert(tenant, 'password', { ...password, state: 'done', shownCard: 'c', shownAt: start });
  const order = change('order', whose, { kind: 'order', lines: [] });
  await changes(documents).insert(tenant, 'order', order);
  await changes(documents).insert(tenant, 'left', { ...order, id: 'left', ofSubmission: true });
  await heads.rows.insert(tenant, 'i1-0000', { at: start, rows: [row] });
  await heads.heads.insert(tenant, 'i1', {
    id: 'i1',
    state: 'unfinished',
    ...asked(whose),
    today: '2026-03-02',
    header: ['companyName'],
    dates: 'mdy',
    first: ['Tailspin Rows'],
    remarks: 0,
    rows: 1,
    faulty: [],
    new: 1,
    existing: 0,
    counts: countRows([row]),
  });
}

interface Case {
  readonly rights: readonly Right[];
  /** Whose what is stored is. */
  readonly whose: string;
  /** The tenant it is stored under. */
  readonly tenant: string;
}

/** A desk with something of everything stored, and the user's own draft of a new customer and of account info. */
async function deskFor({ rights, whose, tenant }: Case): Promise<Desk> {
  const desk = openDesk({ ...provider, users: { [userId]: rights } }, { real: true });
  await desk.customers.insert(tenant, 'r1', record(whose));
  await stored(desk.documents, tenant, whose);
  const accepted = goodAccepted((known) => contextFor(provider, known));
  const customer = { record: 'r1', microsoftId, companyName: 'Contoso', domain: 'contoso.example' };
  desk.person.drafts = [
    { ...newDraft('d1', start), accepted },
    { ...newDraft('d2', start), purpose: { kind: 'account', customer, before: {} } },
    { ...newDraft('d3', start), purpose: { kind: 'subscriptions', customer, owned: [] } },
  ];
  return desk;
}

const ref = 'r1';
const subscription = `${ref} s1`;

/**
 * What each button and command takes, by what is pressed: verb, argument. Written down here once more, so that whoever
 * changes what a button takes has said so twice.
 */
const takes: Readonly<Record<string, readonly (readonly [verb: string, argument: string])[]>> = {
  '': [
    ['setLanguage', 'ru'],
    ['continueDraft', 'd1'],
    ['deleteDraft', 'd1'],
    ['discardDraft', 'd1'],
    ['restoreDraft', 'd9'],
    ['done', 'done'],
    ['unfinished', ''],
    ['agenda', '0'],
    ['morning', 'off'],
    ['credentialsStored', 'i1.1'],
    ['passwordDone', 'password'],
    ...['help', 'hello', 'agenda', 'drafts', 'back', 'cancel', 'startOver', 'language'].map(
      (name) => ['command', name] as const,
    ),
  ],
  view: [
    ['customers', ''],
    ['findCustomers', ''],
    ['customer', ref],
    ['customerDetails', ref],
    ['acceptedCustomer', ref],
    ['export', ''],
    ['exportFile', 'customers'],
    ['subscriptions', ref],
    ['renewals', '90 6'],
    ['command', 'renewals'],
    ['chart', `licenses ${ref}`],
    ['command', 'licenseChart'],
    ['command', 'renewalChart'],
    ['manage', subscription],
    ['history', ref],
    ['ownChanges', ''],
    ['checkAgreement', ref],
    ['welcomeText', ref],
    ['welcomePlain', ref],
    ['agreementText', ref],
    ['agreementPlain', ref],
    ['command', 'customers'],
    ['wish', 'history of contoso'],
  ],
  add: [
    ['newDraft', ''],
    ['another', 'done'],
    ['finish', 'waits'],
    ['finishChange', 'left'],
    ['dropChange', 'left'],
    ['inviteText', ''],
    ['invitePlain', ''],
    ['bundleList', ''],
    ['renameBundle', 'b1'],
    ['setBundleName', 'b1'],
    ['deleteBundle', 'b1'],
    ['dropBundle', 'b1'],
    ['importText', ''],
    ['importPage', 'i1.1'],
    ['importNew', 'i1'],
    ['importDomains', 'i1'],
    ['importLeaveOut', 'i1.1.2'],
    ['importTakeIn', 'i1.1.2'],
    ['importExisting', 'i1'],
    ['importSubmit', 'i1'],
    ['importFinish', 'i1'],
    ['importStop', 'i1'],
    ['importDrop', 'i1'],
    ['importTemplate', ''],
    ['importRows', 'i1'],
    ...['addCustomer', 'importCustomers', 'invite'].map((name) => ['command', name] as const),
  ],
  'view add': [['asDraft', ref]],
  manage: [
    ['fillIn', ref],
    ['addSubscription', ref],
    ['addOns', subscription],
    ['licenses', subscription],
    ['setLicenses', `${subscription} 0123456789abcdef`],
    ['suspend', subscription],
    ['reactivate', subscription],
    ['endOfTerm', subscription],
    ['chooseEnd', `${subscription} 0123456789abcdef cancel undecided`],
    ['nextTerm', subscription],
    ['setNextTerm', `${subscription} 0123456789abcdef`],
    ['dropNextTerm', subscription],
    ['cancelSubscription', subscription],
    ['chooseOffer', ref],
    ['setStatus', `${subscription} 0123456789abcdef suspended`],
    ['undo', `${subscription} 0123456789abcdef`],
    ['askStop', ref],
    ['stopAll', `${ref} 0123456789abcdef`],
    ['undoOrder', `${ref} 0123456789abcdef`],
    ['newPassword', ref],
    ['setPassword', `${ref} 0123456789abcdef`],
    ['finishChange', 'quantity'],
    ['dropChange', 'quantity'],
    ['changeOrder', 'order'],
    ['practiseAcceptance', ref],
    ['askQualification', ref],
    ['requestQualification', `${ref} 0123456789abcdef education`],
    ['practiseDecision', `${ref} account allowed`],
    ['beginAgain', 'd3'],
  ],
  'view manage': [
    ['severalCustomers', ''],
    ['findSeveral', ''],
    ['orderSeveral', ''],
    ['undoOrders', `0123456789abcdef ${ref}`],
    ['stopOrders', `0123456789abcdef ${ref}`],
    ['command', 'several'],
    ['updateAccount', ref],
    ['beginAgain', 'd2'],
  ],
  remove: [
    ['endRelationship', ref],
    ['removeRelationship', `${ref} 0123456789abcdef`],
    ['finishChange', 'end'],
    ['dropChange', 'end'],
    ['deleteRecord', ref],
    ['eraseRecord', ref],
  ],
};

/** What only the user may press whose document it names. */
const owned = [
  'done',
  'passwordDone',
  'another',
  'importPage',
  'importNew',
  'importDomains',
  'importLeaveOut',
  'importTakeIn',
  'importExisting',
  'credentialsStored',
  'importSubmit',
  'importFinish',
  'importStop',
  'importDrop',
  'importRows',
];

const rights: readonly Right[] = ['view', 'add', 'manage', 'remove'];
const subsets = Array.from({ length: 16 }, (_none, bits) => rights.filter((_right, at) => (bits >> at) % 2 === 1));

const everything = (desk: Desk): string => JSON.stringify(desk.documents.everything());

/** Nothing of any customer was shown, nothing stored was changed, and nothing was begun. */
function expectNothing(desk: Desk, before: string, about: string): void {
  assert.deepEqual(
    secrets.filter((secret) => desk.said.includes(secret)),
    [],
    about,
  );
  assert.equal(everything(desk), before, about);
  // A file of one's own list, and the look for one's own drafts of a record, lead to nobody else's.
  assert.deepEqual(
    desk.effects.filter(({ kind }) => kind !== 'file' && kind !== 'forget'),
    [],
    about,
  );
}

describe('a button or command', () => {
  it('is in the list of what it takes, every one there is', () => {
    const listed = Object.values(takes).flat();
    const verbs = new Set(listed.map(([verb]) => verb));
    assert.deepEqual(verbs, new Set([...Object.keys(plainPresses), 'command']));
    const commands = listed.filter(([verb]) => verb === 'command').map(([, name]) => name);
    assert.deepEqual(new Set(commands), new Set(commandNames));
  });

  for (const [needed, presses] of Object.entries(takes))
    for (const [verb, argument] of presses) {
      const need = needed.split(' ').filter((right) => right !== '');

      it(`${verb} ${argument} takes ${needed === '' ? 'no right' : needed}, of a colleague’s customer`, async () => {
        for (const had of subsets) {
          const about = `${verb} with ${had.join()}`;
          const desk = await deskFor({
            rights: had,
            whose: owned.includes(verb) ? userId : colleague,
            tenant: provider.tenantId,
          });
          const before = everything(desk);
          await desk.press({ verb, argument });
          const isRefused = desk.said.includes(t('refusal.right'));
          const should = !need.every((right) => had.some((one) => one === right));
          assert.equal(isRefused, should, about);
          if (!should) continue;
          expectNothing(desk, before, about);
          assert.deepEqual(desk.effects, [], about);
        }
      });

      it(`${verb} ${argument} does nothing with what is another partner’s`, async () => {
        const desk = await deskFor({ rights, whose: stranger, tenant: stranger });
        const before = everything(desk);
        await desk.press({ verb, argument });
        expectNothing(desk, before, verb);
        if (!desk.effects.some(({ kind }) => kind === 'file')) return;
        const { rows } = await desk.orderedFile();
        assert.deepEqual(
          secrets.filter((secret) => JSON.stringify(rows).includes(secret)),
          [],
        );
      });
    }

  for (const verb of owned)
    it(`${verb} does nothing with what a colleague’s user did, whatever rights there are`, async () => {
      const [, argument] = Object.values(takes)
        .flat()
        .find(([one]) => one === verb) ?? ['', ''];
      for (const had of subsets) {
        const desk = await deskFor({ rights: had, whose: colleague, tenant: provider.tenantId });
        const before = everything(desk);
        await desk.press({ verb, argument });
        assert.deepEqual(desk.effects, []);
        expectNothing(desk, before, had.join());
      }
    });

  const takingAdd = new Set(['invite', 'nameBundle', 'saveBundle', 'bundles']);

  it('of a draft is of its owner alone, and leaves what was typed to them without any right', async () => {
    for (const verb of Object.keys(draftPresses)) {
      const desk = await deskFor({ rights: [], whose: colleague, tenant: provider.tenantId });
      const [own] = desk.person.drafts;
      assert.ok(own);
      await desk.press({ verb, token: cardTokenOf(own) });
      assert.equal(desk.said.includes(t('refusal.right')), takingAdd.has(verb), verb);
      await desk.press({ verb, token: cardTokenOf({ ...newDraft('theirs', start) }) });
      assert.ok(desk.said.includes(t('outdated')), desk.said);
    }
  });

  it('Submit takes what the draft is for, and without it keeps the draft', async () => {
    for (const [id, need] of [
      ['d1', ['add']],
      ['d2', ['view', 'manage']],
      ['d3', ['manage']],
    ] as const)
      for (const had of subsets) {
        const desk = await deskFor({ rights: had, whose: colleague, tenant: provider.tenantId });
        const draft = desk.person.drafts.find((one) => one.id === id);
        assert.ok(draft);
        await desk.press({ verb: 'submit', token: cardTokenOf(draft) });
        const may = need.every((right) => had.includes(right));
        assert.equal(desk.said.includes(t('refusal.right')), !may, `${id} ${had.join()}`);
        if (!may) assert.deepEqual(desk.effects, []);
        if (!may) assert.ok(desk.person.drafts.some((one) => one.id === id));
      }
  });
});
