import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { createChangeJobs } from '../../../bot/jobs/changeJob.ts';
import type { ChangeDeps } from '../../../bot/jobs/deps.ts';
import type { DraftToRestore } from '../../../bot/jobs/restoreDraft.ts';
import { PartnerCenterError } from '../../../partner-center/rules/fault.ts';
import type { PartnerCenter } from '../../../partner-center/partnerCenter.ts';
import { auditTrail } from '../../../storage/auditTrail.ts';
import { updateItem } from '../../../storage/conflicts.ts';
import type { Change, ChangeKind } from '../../../model/change.ts';
import type { Customer } from '../../../model/customer.ts';
import { words } from '../../../locales/words.ts';
import { partnerOf } from '../../conversations/walk.ts';
import { jobLeasesOf } from '../../jobLeases.ts';
import { memoryDocuments } from '../../memoryDocuments.ts';
import { keepLog } from '../desk.ts';
import { changes, customers } from '../../../storage/collections.ts';
import type { AuditLine } from '../../../model/auditLine.ts';

const partner = partnerOf(1);
const tenant = partner.tenantId;
const customer = { record: 'r1', microsoftId: 'm1', companyName: 'Northwind', domain: 'northwind.onmicrosoft.com' };
const quantity: ChangeKind = {
  kind: 'quantity',
  subscriptionId: 's1',
  name: 'Office 365 Business Premium',
  unit: 'Licenses',
  from: 5,
  to: 7,
};
const line = (offerName: string) => ({
  offerId: offerName,
  offerName,
  unit: 'licenses',
  term: 'P1Y',
  billing: 'annual',
});
const order: ChangeKind = { kind: 'order', lines: [line('Alpha'), line('Beta')] };
const account: ChangeKind = {
  kind: 'account',
  companyName: 'Northwind Traders',
  culture: 'en-US',
  language: 'en',
  contact: { firstName: 'Ana', lastName: 'Lima', email: 'ana@northwind.example' },
  address: { country: 'US', addressLine1: '1 Main Street', city: 'Seattle' },
  sections: { company: { companyName: 'Northwind Traders' } },
};

const busy = (retryAfter: number) => () => new PartnerCenterError({ reason: 'throttled', retryAfter }, 'c1', true);
const unavailable = () => new PartnerCenterError({ reason: 'unavailable' }, 'c1', true);
const refused = (reason: 'quantity' | 'no-relationship') => new PartnerCenterError({ reason }, 'c2', false);

const changeOf = (what: ChangeKind, more: Partial<Change> = {}): Change => ({
  id: 'c1',
  state: 'intended',
  userId: 'u1',
  userName: 'Robin',
  language: 'en',
  createdAt: '2026-03-02T10:00:00.000Z',
  customer,
  what,
  requestId: 'q1',
  conversation: { here: true },
  ...more,
});

/** Changes over memory, a Partner Center that does what it is told, and a channel that notes what is sent. */
async function deskFor(
  change: Change,
  answers: readonly (() => unknown)[],
  { channel = true, saved = true, shared = false } = {},
) {
  const documents = memoryDocuments();
  const stored = changes(documents);
  const audit = auditTrail(documents, () => 'x');
  const people = customers(documents);
  const { record: id, ...known } = customer;
  const record: Customer = {
    ...known,
    id,
    country: 'US',
    cloud: 'global',
    sections: { company: { companyName: 'Northwind' }, contact: { firstName: 'Ana' } },
    stages: { customer: { state: 'done', requestId: 'q0' } },
    addedBy: { userId: 'u0' },
    addedAt: '2026-03-01T10:00:00.000Z',
    practice: false,
  };
  await people.insert(tenant, id, record);
  await stored.insert(tenant, change.id, change);
  const asked: unknown[][] = [];
  const sent: string[] = [];
  const texts: string[] = [];
  const said = { channel };
  const returned: DraftToRestore[] = [];
  const clock = { now: new Date('2026-03-02T10:00:05.000Z') };
  const timers: (() => void)[] = [];
  const waited: number[] = [];
  let made = 0;
  const call = async (...given: unknown[]): Promise<unknown> => {
    asked.push(given);
    const answer = answers[Math.min(made, answers.length - 1)];
    made += 1;
    const result = await answer?.();
    if (result instanceof Error) throw result;
    return result;
  };
  const management = { changeQuantity: call, changeStatus: call, updateBilling: call, removeRelationship: call };
  const tools = {
    partners: () => [partner],
    changes: stored,
    customers: people,
    audit,
    newId: () => 'correlation',
    partnerCenterOf: () => ({ practice: true, management, order: call }) as unknown as PartnerCenter, // what changes use
    resume: async (_reference, logic) => {
      if (!said.channel) throw new Error('no channel');
      const context = {
        sendActivity: async ({ summary = '', attachments }: Partial<Activity>) => {
          sent.push(`+ ${summary}`);
          texts.push(JSON.stringify(attachments));
        },
        updateActivity: async ({ id = '', summary = '' }: Partial<Activity>) => void sent.push(`= ${id} ${summary}`),
      };
      await logic(context as unknown as Parameters<typeof logic>[0]); // the two methods that are used
    },
    isTurnSaved: async (_partner, _work, discard) => {
      if (!saved) await discard();
      return saved;
    },
    startedAt: new Date(0),
    now: () => clock.now,
    elapsed: () => clock.now.getTime(),
    jobLeases: jobLeasesOf('p1', () => clock.now, shared),
    log: keepLog().log,
    ending: () => false,
    wait: async (milliseconds) => void waited.push(milliseconds),
    waits: [1, 1],
    later: (run) => void timers.push(run),
    takeUpAfter: 0,
    longestPause: 20_000,
    lookEvery: 60_000,
    progressAfter: 60_000,
    passwordMinutes: 10,
    rememberResult: async () => undefined,
    restoreDraft: async (_partner, given) => {
      returned.push(given);
      return given.draft;
    },
  } satisfies ChangeDeps;
  const work = createChangeJobs(tools);
  return {
    work,
    asked,
    sent,
    texts,
    said,
    returned,
    waited,
    /** Lets every timer ring, that many seconds from now. */
    async after(seconds: number) {
      clock.now = new Date(clock.now.getTime() + seconds * 1000);
      for (const ring of timers.splice(0)) ring();
      await work.idle();
    },
    timers: () => timers.length,
    /** Gives the change up, as a turn of this process does. */
    giveUp: () =>
      updateItem(stored, tenant, change.id, ({ lease, ...present }): Change => ({
        ...present,
        state: 'done',
        dropped: true,
        lease: tools.jobLeases.take(lease),
      })),
    /** This process stands still, and another one ends the job meanwhile. */
    async standStill() {
      clock.now = new Date(clock.now.getTime() + 31_000);
      const left = await stored.get(tenant, change.id);
      await stored.remove(tenant, change.id, left?.etag ?? '');
    },
    stored: async () => (await stored.get(tenant, change.id))?.value,
    record: async () => (await people.get(tenant, 'r1'))?.value,
    history: async (): Promise<Partial<AuditLine>[]> =>
      (await audit.of(tenant, 'r1', 10)).map(({ action, outcome, change: id, data, reason, userName }) => ({
        action,
        outcome,
        ...(id === undefined ? {} : { change: id }),
        ...(data === undefined ? {} : { data }),
        ...(reason === undefined ? {} : { reason }),
        ...(userName === undefined ? {} : { userName }),
      })),
  };
}

const asItIs = {
  id: 's1',
  quantity: 7,
  unit: 'Licenses',
  status: 'active',
  commerce: 'new',
  trial: false,
  autoRenews: true,
} as const;
const done = () => ({ state: 'done', subscription: asItIs });

describe('a change of a customer', () => {
  it('is made once, told in the place of its progress card, put on record and forgotten', async () => {
    const desk = await deskFor(changeOf(quantity, { replaces: true }), [done]);
    await desk.work.submit(partner, 'c1', 'card');
    await desk.work.submit(partner, 'c1', 'card');
    assert.deepEqual(desk.asked, [['m1', 's1', { from: 5, to: 7 }, 'q1']]);
    assert.deepEqual(desk.sent, ['= card Done']);
    assert.equal(await desk.stored(), undefined);
    assert.deepEqual(await desk.history(), [
      {
        action: 'quantity',
        outcome: 'done',
        change: 'c1',
        data: { subscription: 'Office 365 Business Premium', from: 5, to: 7 },
        userName: 'Robin',
      },
    ]);
  });

  it('is said anew where the client ignores updates', async () => {
    const desk = await deskFor(changeOf(quantity), [done]);
    await desk.work.submit(partner, 'c1', 'card');
    assert.deepEqual(desk.sent, ['= card Done', '+ Done']);
  });

  it('is tried again with the same request, and waits for Finish when that did not help', async () => {
    const desk = await deskFor(changeOf(quantity, { replaces: true }), [unavailable, unavailable, unavailable, done]);
    await desk.work.submit(partner, 'c1', 'card');
    assert.deepEqual(
      desk.asked.map(([, , , requestId]) => requestId),
      ['q1', 'q1', 'q1'],
    );
    assert.equal((await desk.stored())?.state, 'unfinished');
    await desk.work.finish(partner, 'c1', 'other');
    assert.equal(desk.asked.length, 4);
    assert.deepEqual(desk.sent, ['= card Not finished yet', '= other Done']);
    assert.equal(await desk.stored(), undefined);
    assert.deepEqual(
      (await desk.history()).map(({ outcome, reason }) => [outcome, reason]),
      [
        ['failed', 'unavailable'],
        ['done', undefined],
      ],
    );
  });

  it('is tried again no sooner than Partner Center asks', async () => {
    const asked = () => new PartnerCenterError({ reason: 'unavailable', retryAfter: 12 }, 'c1', true);
    const desk = await deskFor(changeOf(quantity), [asked, done]);
    await desk.work.submit(partner, 'c1', undefined);
    assert.deepEqual([desk.waited, desk.asked.length, desk.sent], [[12_000], 2, ['+ Done']]);
  });

  it('that is to wait long says until when, and goes on by itself then, not before', async () => {
    const desk = await deskFor(changeOf(quantity, { replaces: true }), [busy(300), done]);
    await desk.work.submit(partner, 'c1', 'card');
    assert.deepEqual([desk.waited, desk.asked.length, desk.sent], [[], 1, ['= card Not finished yet']]);
    assert.equal((await desk.stored())?.wakeAt, '2026-03-02T10:05:05.000Z');
    await desk.after(299);
    assert.equal(desk.asked.length, 1);
    await desk.after(1);
    assert.deepEqual([desk.asked.length, desk.sent.at(-1), await desk.stored()], [2, '= card Done', undefined]);
  });

  it('that cannot be made for a day (900278) is not tried again before', async () => {
    const pending = () => new PartnerCenterError({ reason: 'already-processing', code: '900278' }, 'c1', true);
    const desk = await deskFor(changeOf(quantity), [pending, done]);
    await desk.work.submit(partner, 'c1', undefined);
    assert.deepEqual([desk.waited, desk.asked.length], [[], 1]);
    assert.equal((await desk.stored())?.wakeAt, '2026-03-03T10:00:05.000Z');
    await desk.after(24 * 60 * 60 - 1);
    assert.equal(desk.asked.length, 1);
    await desk.after(1);
    assert.equal(desk.sent.at(-1), '+ Done');
  });

  it('that waits goes on by itself after a restart, too, once', async () => {
    const desk = await deskFor(changeOf(quantity), [busy(300), done]);
    await desk.work.submit(partner, 'c1', undefined);
    const other = await deskFor((await desk.stored()) ?? changeOf(quantity), [done]);
    await other.work.resumeAll();
    await other.work.resumeAll();
    await other.work.idle();
    assert.deepEqual([other.asked.length, other.timers()], [0, 1]);
    await other.after(300);
    await other.after(60);
    assert.deepEqual([other.asked.length, other.sent, other.timers()], [1, ['+ Done'], 0]);
  });

  it('that waits is done by Finish before its time, and nothing more is done then', async () => {
    const desk = await deskFor(changeOf(quantity), [busy(300), done]);
    await desk.work.submit(partner, 'c1', undefined);
    await desk.work.finish(partner, 'c1');
    assert.deepEqual([desk.asked.length, await desk.stored()], [2, undefined]);
    await desk.after(400);
    assert.equal(desk.asked.length, 2);
  });

  it('that is to wait for the same again says so once, and what else becomes of it', async () => {
    const desk = await deskFor(changeOf(quantity), [busy(60), busy(60), busy(60), unavailable]);
    await desk.work.submit(partner, 'c1', undefined);
    await desk.after(60);
    await desk.after(60);
    assert.deepEqual([desk.asked.length, desk.sent], [3, ['+ Not finished yet']]);
    await desk.after(60);
    assert.deepEqual(desk.sent, ['+ Not finished yet', '+ Not finished yet']);
    assert.equal((await desk.stored())?.wakeAt, undefined);
    await desk.after(600);
    assert.equal(desk.asked.length, 6, 'the three tries of the last run');
  });

  it('that waits says so again when Finish was pressed in vain', async () => {
    const desk = await deskFor(changeOf(quantity), [busy(60)]);
    await desk.work.submit(partner, 'c1', undefined);
    await desk.work.finish(partner, 'c1');
    assert.deepEqual([desk.asked.length, desk.sent.length], [2, 2]);
  });

  it('that is refused is told with its reason, and changes no record', async () => {
    const desk = await deskFor(changeOf(account), [() => refused('quantity')]);
    await desk.work.submit(partner, 'c1', undefined);
    assert.deepEqual(desk.sent, ['+ That did not work']);
    assert.equal((await desk.record())?.companyName, 'Northwind');
    assert.deepEqual(
      (await desk.history()).map(({ outcome, reason }) => [outcome, reason]),
      [['refused', 'quantity']],
    );
    assert.equal(await desk.stored(), undefined);
  });

  it('that Partner Center goes on with is told as such', async () => {
    const desk = await deskFor(changeOf(quantity), [() => ({ state: 'pending' })]);
    await desk.work.submit(partner, 'c1', undefined);
    assert.ok(desk.texts.join().includes(words('en').t('changed.pending')));
    assert.deepEqual(
      (await desk.history()).map(({ outcome }) => outcome),
      ['done'],
    );
  });

  it('of account info replaces what the record had of it, and keeps the rest', async () => {
    const desk = await deskFor(changeOf(account), [() => ({ state: 'done', billing: { contact: {} } })]);
    await desk.work.submit(partner, 'c1', undefined);
    const record = await desk.record();
    assert.equal(record?.companyName, 'Northwind Traders');
    assert.deepEqual(record?.sections, {
      company: { companyName: 'Northwind Traders' },
      contact: { firstName: 'Ana' },
    });
    assert.doesNotMatch(JSON.stringify(await desk.history()), /Ana|Lima|Seattle/);
  });

  it('that nobody can tell the outcome of is told as it stands, put on record once, and changes no record', async () => {
    const subscription = { ...asItIs, quantity: 9 };
    const desk = await deskFor(changeOf(quantity), [() => ({ state: 'unclear', subscription })]);
    await desk.work.submit(partner, 'c1', undefined);
    assert.deepEqual(desk.sent, ['+ Please check this']);
    assert.match(desk.texts.join(), /cannot tell.*9 licenses.*Change licenses/);
    assert.deepEqual(
      (await desk.history()).map(({ outcome }) => outcome),
      ['unclear'],
    );
    assert.equal(await desk.stored(), undefined);
    const billing = { companyName: 'Northwind', contact: { firstName: 'Ana' }, address: { city: 'Tacoma' } };
    const other = await deskFor(changeOf(account), [() => ({ state: 'unclear', billing })]);
    await other.work.submit(partner, 'c1', undefined);
    assert.match(other.texts.join(), /cannot tell.*Tacoma/);
    assert.equal((await other.record())?.companyName, 'Northwind');
  });

  it('that ends a relationship is done, too, when there is none any more', async () => {
    const desk = await deskFor(changeOf({ kind: 'relationship' }), [unavailable, () => refused('no-relationship')]);
    await desk.work.submit(partner, 'c1', undefined);
    assert.deepEqual(desk.sent, ['+ Done']);
    assert.equal((await desk.record())?.relationship, 'none');
  });

  it('that orders is told line by line: done, done in part, or refused', async () => {
    const good = { offerId: 'Alpha', subscriptionId: 's1' };
    const bad = { offerId: 'Beta', error: { reason: 'quantity' } };
    for (const [lines, title, outcome] of [
      [[good, good], 'Done', 'done'],
      [[good, bad], 'Done in part', 'done'],
      [[bad, bad], 'That did not work', 'refused'],
    ] as const) {
      const desk = await deskFor(changeOf(order), [() => lines]);
      await desk.work.submit(partner, 'c1', undefined);
      assert.deepEqual(desk.sent, [`+ ${title}`]);
      assert.deepEqual(
        (await desk.history()).map((one) => one.outcome),
        [outcome],
      );
    }
  });

  it('is void when its turn was not saved, and goes on when it was', async () => {
    const lost = await deskFor(changeOf(quantity), [done], { saved: false });
    await lost.work.reconcile(partner, 'c1');
    assert.deepEqual([lost.asked, await lost.stored()], [[], undefined]);
    const kept = await deskFor(changeOf(quantity), [done]);
    await kept.work.reconcile(partner, 'c1');
    assert.deepEqual([kept.asked.length, await kept.stored()], [1, undefined]);
  });

  it('that Finish was pressed for is gone on with, also by another process', async () => {
    const fault = { reason: 'unavailable', correlationId: 'c1' };
    for (const how of ['resumeAll', 'reconsider'] as const) {
      const desk = await deskFor(changeOf(quantity, { state: 'unfinished', finishing: true, fault }), [done]);
      await (how === 'resumeAll' ? desk.work.resumeAll() : desk.work.reconcile(partner, 'c1'));
      await desk.work.idle();
      assert.deepEqual([desk.asked.length, desk.sent, await desk.stored()], [1, ['+ Done'], undefined], how);
    }
    const failing = await deskFor(changeOf(quantity, { state: 'unfinished', finishing: true, fault }), [unavailable]);
    await failing.work.resumeAll();
    await failing.work.idle();
    await failing.work.resumeAll();
    await failing.work.idle();
    assert.equal(failing.asked.length, 3, 'it waits for Finish again');
  });

  it('that another process ended while this one stood still is put on record and told by that one alone', async () => {
    for (const answer of [done, () => refused('quantity'), unavailable]) {
      const late = async () => {
        if (await desk.stored()) await desk.standStill();
        return answer();
      };
      const desk = await deskFor(changeOf(quantity), [late], { shared: true });
      await desk.work.submit(partner, 'c1', 'card');
      await desk.work.idle();
      assert.deepEqual([await desk.history(), desk.sent, await desk.stored()], [[], [], undefined]);
    }
  });

  it('that was given up is forgotten without a word, and kept as a draft where it came from one', async () => {
    const purpose = { kind: 'account', customer, before: {} } as const;
    const draft = { purpose, accepted: { contact: { firstName: 'Ana' } } };
    const desk = await deskFor(changeOf(account, { state: 'done', dropped: true, draft }), [done]);
    await desk.work.reconcile(partner, 'c1');
    assert.deepEqual([desk.asked, desk.sent, await desk.stored()], [[], [], undefined]);
    assert.deepEqual(
      desk.returned.map(({ userId, closed, draft: { id, accepted } }) => ({ userId, closed, id, accepted })),
      [{ userId: 'u1', closed: true, id: 'c1r', accepted: draft.accepted }],
    );
  });

  it('that was given up at its time is left alone until the turn that did is saved', async () => {
    const draft = { purpose: { kind: 'account', customer, before: {} }, accepted: {} } as const;
    const desk = await deskFor(changeOf(account, { draft }), [busy(300)]);
    await desk.work.submit(partner, 'c1', undefined);
    assert.equal(desk.timers(), 1);
    await desk.giveUp();
    await desk.after(0);
    assert.deepEqual([(await desk.stored())?.dropped, desk.returned.length], [true, 0]);
    await desk.work.reconcile(partner, 'c1');
    assert.deepEqual([await desk.stored(), desk.returned.length], [undefined, 1]);
  });

  it('that a former process left is gone on with, but for one that waits for Finish', async () => {
    for (const [state, made, told] of [
      ['running', 1, 1],
      ['done', 0, 1],
      ['unfinished', 0, 0],
    ] as const) {
      const desk = await deskFor(changeOf(quantity, { state }), [done]);
      await desk.work.resumeAll();
      await desk.work.idle();
      assert.deepEqual([desk.asked.length, desk.sent.length], [made, told], state);
    }
  });

  it('whose outcome could not be told is told when the person writes again, as a new message', async () => {
    const desk = await deskFor(changeOf(quantity, { replaces: true }), [done], { channel: false });
    await desk.work.submit(partner, 'c1', 'card');
    assert.equal((await desk.stored())?.state, 'done');
    desk.said.channel = true;
    await desk.work.retell(partner, 'u1', { there: true });
    await desk.work.retell(partner, 'u1', { there: true });
    assert.deepEqual([desk.sent, desk.asked.length, await desk.stored()], [['+ Done'], 1, undefined]);
  });
});
