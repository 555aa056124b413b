import assert from 'node:assert/strict';
import { samplePartners } from '../../../partner-center/rules/samplePartners.ts';
import { createMorningMessages, type MorningDeps } from '../../../bot/jobs/morningMessages.ts';
import { ChannelError } from '../../../bot/http/connectorClient.ts';
import { createTurns } from '../../../bot/turn/turns.ts';
import { agendaCustomers } from '../../../dialogs/agenda/agendaCustomers.ts';
import { recordDirectory } from '../../../dialogs/customers/customerDirectory.ts';
import { localPartnerCenter } from '../../../partner-center/local/localPartnerCenter.ts';
import { subscriptionCache } from '../../../partner-center/subscriptionCache.ts';
import type { Partner } from '../../../partner-center/rules/partner.ts';
import { newDraft } from '../../../forms/draftFlow.ts';
import type { Draft } from '../../../model/draft.ts';
import { newUser, type User } from '../../../model/user.ts';
import { changes, customers, morningUsers, submissions, users } from '../../../storage/collections.ts';
import { memoryDocuments } from '../../memoryDocuments.ts';
import { keepLog } from '../desk.ts';
import { cardOf, textsOf } from '../../cardReading.ts';

const [sample] = samplePartners;
assert.ok(sample);
const userId = '11111111-0000-4000-8000-000000000001';

const draft: Draft = {
  ...newDraft('0moy6r6t4deadbeef', '2026-03-01T10:00:00.000Z'),
  accepted: { company: { companyName: 'Blue Wave GmbH' } },
};

/** The morning's messages on a clock that tests set, of one user with a draft; timers ring when the clock reaches them. */
function house({ partner = sample as Partner, real = false, person = {} as Partial<User> } = {}) {
  const documents = memoryDocuments();
  const clock = { now: new Date('2026-03-02T00:00:00.000Z') };
  const now = (): Date => clock.now;
  const people = users(documents);
  const noted = morningUsers(documents);
  const local = localPartnerCenter({ partner, documents, now, randomId: () => 'x' });
  const kept = subscriptionCache((id) => local.management.subscriptions(id), now);
  const directory = recordDirectory(customers(documents), partner.tenantId);
  const reading = agendaCustomers({ directory, keptSubscriptions: kept, now });
  const sent: string[] = [];
  let refusal: Error | undefined;
  let timers: { run: () => void; at: number }[] = [];
  const underWay = new Set<Promise<void>>();
  const deps: MorningDeps = {
    partners: () => [partner],
    now,
    later: (run, milliseconds) => void timers.push({ run, at: clock.now.getTime() + milliseconds }),
    lookEvery: 24 * 60 * 60_000,
    takeUpAfter: 1_000,
    async resume(_reference, logic) {
      if (refusal !== undefined) throw refusal;
      const context = {
        sendActivity: async (activity: object) => {
          const card = cardOf(activity);
          sent.push(card === undefined ? '' : textsOf(card).join('\n'));
          return undefined;
        },
      };
      await logic(context as unknown as Parameters<typeof logic>[0]); // all that a message needs
    },
    log: keepLog().log,
    people,
    morningUsers: noted,
    turns: createTurns(people),
    partnerCenterOf: () => ({ ...local, practice: !real }),
    jobs: submissions(documents),
    changes: changes(documents),
    keptSubscriptionsOf: () => kept,
    agendaCustomersOf: () => reading,
    background(work) {
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
    },
  };
  let mornings = createMorningMessages(deps);
  const idle = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.all(underWay);
  };
  const begin = async (): Promise<void> => {
    await people.insert(partner.tenantId, userId, {
      ...newUser(),
      drafts: [draft],
      morning: { conversation: {}, timeZone: 'Europe/Berlin' },
      ...person,
    });
    await noted.insert(partner.tenantId, userId, { at: clock.now.toISOString() });
    await mornings.resumeAll();
    await idle();
  };
  return {
    sent,
    begin,
    /** Sets the clock and lets the timers ring whose time has come. */
    async at(time: string) {
      clock.now = new Date(time);
      const due = timers.filter(({ at }) => at <= clock.now.getTime());
      timers = timers.filter((one) => !due.includes(one));
      for (const { run } of due) run();
      await idle();
    },
    /** Ends the process and starts another. */
    async restart() {
      timers = [];
      mornings = createMorningMessages(deps);
      await mornings.resumeAll();
      await idle();
    },
    /** Starts another process beside it, and lets it look for whom it does not know yet. */
    beside() {
      const other = createMorningMessages(deps);
      return { look: async () => other.resumeAll().then(idle) };
    },
    /** Ends the process; its timers ring no more. */
    end: () => void (timers = []),
    refuse: (error: Error | undefined) => void (refusal = error),
    async switchOff() {
      const stored = await people.get(partner.tenantId, userId);
      assert.ok(stored);
      const { morning: _morning, ...rest } = stored.value;
      await people.replace(partner.tenantId, userId, rest, stored.etag);
    },
    morning: async () => (await people.get(partner.tenantId, userId))?.value.morning,
  };
}

// March 2, 2026 is a Monday; Berlin is one hour ahead of UTC.
describe('the morning’s message', () => {
  it('comes at eight of the user, once a working day, with what waits', async () => {
    const one = house();
    await one.begin();
    await one.at('2026-03-02T06:59:00.000Z');
    assert.deepEqual(one.sent, []);
    await one.at('2026-03-02T07:00:00.000Z');
    assert.equal(one.sent.length, 1);
    assert.match(one.sent[0] ?? '', /Blue Wave GmbH/);
    await one.at('2026-03-02T09:00:00.000Z');
    assert.equal(one.sent.length, 1, 'once a day');
    for (const day of ['03', '04', '05', '06', '07', '08', '09']) await one.at(`2026-03-${day}T07:00:00.000Z`);
    assert.equal(one.sent.length, 6, 'Saturday and Sunday are left out');
  });

  it('follows the summer time of the user’s zone', async () => {
    const one = house();
    await one.begin();
    await one.at('2026-03-31T06:00:00.000Z');
    assert.equal(one.sent.length, 1, 'eight o’clock in Berlin is six in UTC then');
  });

  it('goes by the distance from UTC where no zone is known', async () => {
    const one = house({ person: { morning: { conversation: {}, offset: -480 } } });
    await one.begin();
    await one.at('2026-03-02T15:59:00.000Z');
    assert.deepEqual(one.sent, []);
    await one.at('2026-03-02T16:00:00.000Z');
    assert.equal(one.sent.length, 1);
  });

  it('is not sent when nothing waits, and that morning is over then', async () => {
    const one = house({ person: { drafts: [] } });
    await one.begin();
    await one.at('2026-03-02T07:00:00.000Z');
    assert.deepEqual(one.sent, []);
    assert.equal((await one.morning())?.sentOn, '2026-03-02');
  });

  it('survives a restart: before its time it is sent then, after it not again', async () => {
    const one = house();
    await one.begin();
    await one.restart();
    await one.at('2026-03-02T07:05:00.000Z');
    await one.restart();
    assert.equal(one.sent.length, 1);
    await one.at('2026-03-03T07:05:00.000Z');
    assert.equal(one.sent.length, 2);
  });

  it('comes once where several processes wait for it, and from one that was there before, when the others ended', async () => {
    const one = house();
    const other = one.beside();
    await other.look();
    await one.begin();
    await other.look();
    await one.at('2026-03-02T07:00:00.000Z');
    assert.equal(one.sent.length, 1);
    one.end();
    const third = one.beside();
    await third.look();
    await third.look();
    await one.at('2026-03-03T07:00:00.000Z');
    assert.equal(one.sent.length, 2);
  });

  it('is not sent late: who starts in the afternoon sends none', async () => {
    const one = house();
    await one.begin();
    await one.at('2026-03-02T11:00:00.000Z');
    assert.deepEqual(one.sent, [], 'twelve o’clock in Berlin');
  });

  it('is not sent twice for a day when the clock is set back', async () => {
    const one = house();
    await one.begin();
    await one.at('2026-03-03T07:00:00.000Z');
    for (const time of ['2026-03-03T07:00:00.000Z', '2026-03-02T07:00:00.000Z']) {
      await one.at(time);
      await one.restart();
    }
    assert.equal(one.sent.length, 1);
    await one.at('2026-03-04T07:00:00.000Z');
    assert.equal(one.sent.length, 2);
  });

  it('comes again after a clock that was a year ahead is set right', async () => {
    const one = house({ person: { morning: { conversation: {}, timeZone: 'Europe/Berlin', sentOn: '2027-03-02' } } });
    await one.begin();
    await one.at('2026-03-02T07:00:00.000Z');
    assert.equal(one.sent.length, 1);
  });

  it('keeps the weekend of the partner’s country', async () => {
    const one = house({ partner: { ...(sample as Partner), country: 'AE' } });
    await one.begin();
    await one.at('2026-03-06T07:00:00.000Z');
    const israel = house({ partner: { ...(sample as Partner), country: 'IL' } });
    await israel.begin();
    await israel.at('2026-03-06T07:00:00.000Z');
    assert.deepEqual([one.sent.length, israel.sent.length], [1, 0], 'Friday is a working day in one of them');
  });

  it('is not sent to a user without a right, and is when the right is back', async () => {
    const without = house({ real: true });
    await without.begin();
    await without.at('2026-03-02T07:00:00.000Z');
    assert.deepEqual(without.sent, [], 'removed from the partner’s users');
    const listed = house({ real: true, partner: { ...(sample as Partner), users: { [userId]: ['view'] } } });
    await listed.begin();
    await listed.at('2026-03-02T07:00:00.000Z');
    assert.equal(listed.sent.length, 1);
  });

  it('ends when it is switched off', async () => {
    const one = house();
    await one.begin();
    await one.switchOff();
    await one.at('2026-03-02T07:00:00.000Z');
    assert.deepEqual(one.sent, []);
  });

  it('is switched off by a refusal that is final, and by no other', async () => {
    for (const [statusCode, stays] of [
      [403, false],
      [404, false],
      [500, true],
      [429, true],
    ] as const) {
      const one = house();
      await one.begin();
      one.refuse(new ChannelError('refused', { statusCode }));
      await one.at('2026-03-02T07:00:00.000Z');
      assert.equal((await one.morning()) !== undefined, stays, String(statusCode));
      one.refuse(undefined);
      await one.at('2026-03-03T07:00:00.000Z');
      assert.equal(one.sent.length, stays ? 1 : 0);
    }
  });
});
