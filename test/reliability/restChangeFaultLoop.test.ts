import assert from 'node:assert/strict';
import type { FaultInput } from '../../simulator/faultInjection.ts';
import type { Client } from '../client.ts';
import { business, premium, type RestBot, sell, sellOneProduct, startRestBot } from '../conversations/restBot.ts';
import { changesOf } from '../conversations/simulated.ts';
import { changed, partnerOf, submit, toReview } from '../conversations/walk.ts';
import {
  cancelOf,
  changeWhateverHappens,
  choicesOf,
  endOf,
  endOfTermOf,
  licensesOf,
  nextTermOf,
  qualificationOf,
  stopOf,
  type ChangeWish,
} from './changeWishes.ts';
import { firstMoment, momentsApart } from './moments.ts';
import { recordsIn } from './records.ts';
import { restFaults } from './restFaults.ts';
import { fullAnswers, prefixOf } from './wishes.ts';

const partner = partnerOf(2);

const faults: typeof restFaults = {
  ...restFaults,
  'is accepted only, where it changes a subscription': { kind: '202', path: '/v1/customers/*/subscriptions/*' },
};

describe('a change of a customer is made once at Partner Center, whichever call to it fails once', () => {
  let bot: RestBot;
  beforeEach(async () => {
    bot = await startRestBot();
    sellOneProduct(bot.simulator);
  });
  afterEach(() => bot.stop());

  // Somebody else each time: one user takes so many turns a minute, and no time passes.
  const somebody = (): Client => bot.person({ partner });

  /** Adds a customer with these subscriptions; gives its record. */
  async function customer(offers: readonly string[] = [premium]): Promise<string> {
    const user = somebody();
    const answers = changed(fullAnswers(partner), { offers });
    await toReview(user, answers);
    await submit(user);
    await user.press('done');
    const found = (await recordsIn(bot.folder).customers()).find(({ domain }) =>
      domain.startsWith(`${prefixOf(answers)}.`),
    );
    assert.ok(found);
    return found.id;
  }

  /** Microsoft refuses what was asked for last, so that it can be asked for again. */
  async function refusedOf(record: string): Promise<string> {
    const found = (await recordsIn(bot.folder).customers()).find(({ id }) => id === record);
    assert.ok(found);
    bot.simulator.setCustomer(found.microsoftId, { vettingStatus: 'Denied' });
    return record;
  }

  /** The changes to try: of one customer, and of one each where its relationship ends. */
  async function wishesOf(): Promise<readonly (() => Promise<ChangeWish>)[]> {
    const record = await customer();
    let to = 1;
    let made = 0;
    return [
      async () => licensesOf(record, (to += 1)),
      choicesOf(await customer()),
      async () => qualificationOf(await refusedOf(record)),
      async () => {
        const other = await customer();
        made += 1;
        if (made % 2 === 1) return cancelOf(other);
        await changeWhateverHappens(somebody(), cancelOf(other), bot.folder);
        return endOf(other, 'Alpine Ski House');
      },
    ];
  }

  /**
   * Makes the change with each of its calls failing in turn, and once without; says which could not be got over. It is
   * made by so many calls.
   */
  async function each(
    next: () => Promise<ChangeWish>,
    fault: FaultInput,
    failed: string[],
    times = 1,
  ): Promise<number> {
    for (let number = firstMoment - 1; ; number += momentsApart) {
      const wish = await next();
      const since = bot.simulator.calls().length;
      bot.simulator.fault({ ...fault, skip: number });
      try {
        await changeWhateverHappens(somebody(), wish, bot.folder);
      } catch (error) {
        const at = bot.simulator.calls().findLast((call) => call.fault === fault.kind);
        const what = `${wish.action}, ${at?.method ?? ''} ${at?.path ?? 'no call'}`;
        failed.push(`${what}: ${error instanceof Error ? error.message : 'failed'}`);
      }
      bot.simulator.clearFaults();
      const calls = bot.simulator.calls().slice(since);
      if (calls.some((call) => call.fault === fault.kind)) continue;
      assert.deepEqual(failed, []);
      assert.equal(
        changesOf(calls).filter((call) => /^(?:PATCH customers|POST customers.\S+.qualifications)/.test(call)).length,
        times,
        `${wish.action}: once`,
      );
      return number;
    }
  }

  for (const [how, fault] of Object.entries(faults)) {
    it(`a call that ${how}`, async () => {
      const failed: string[] = [];
      let befallen = 0;
      for (const next of await wishesOf()) befallen += await each(next, fault, failed);
      assert.deepEqual(failed, []);
      assert.ok(befallen > 2, String(befallen));
    });
  }

  // It takes a customer with two subscriptions each time: only what is done and not known to be is tried of its changes.
  for (const [how, { retryAfter: _later, ...fault }] of Object.entries(faults).filter(([kind]) =>
    /did|does its|only/.test(kind),
  ))
    it(`a stop of two subscriptions, of which a change ${how}`, async () => {
      bot.simulator.clearFaults();
      sell(bot.simulator, [premium, business]);
      const failed: string[] = [];
      const next = async (): Promise<ChangeWish> => stopOf(await customer([premium, business]));
      const befallen = await each(
        next,
        { ...fault, method: 'PATCH', path: '/v1/customers/*/subscriptions/*' },
        failed,
        2,
      );
      assert.deepEqual(failed, []);
      // Two changes: where a part of the moments is tried, the first without a fault is a later one.
      assert.ok(befallen >= 2 && befallen < 2 + momentsApart, String(befallen));
    });

  for (const status of [400, 403, 404, 409, 412])
    it(`a change that is refused (${String(status)}) without a reason, told as such, and asked for again`, async () => {
      const record = await customer();
      const wishes = [
        licensesOf(record, 2),
        endOfTermOf(record, 'cancel'),
        nextTermOf(record, 3),
        qualificationOf(record),
        cancelOf(await customer()),
      ];
      for (const wish of wishes) {
        const method = wish.action === 'qualification' ? 'POST' : 'PATCH';
        const since = bot.simulator.calls().length;
        bot.simulator.fault({ kind: 'answer', method, path: '/v1/customers/**', status, body: {} });
        await changeWhateverHappens(somebody(), { ...wish, refusable: true }, bot.folder);
        const calls = bot.simulator.calls().slice(since);
        assert.equal(calls.filter((call) => call.fault === 'answer').length, 1, wish.action);
        const made = changesOf(calls.filter((call) => call.fault === undefined));
        const isIt = (call: string): boolean => /^(?:PATCH customers|POST customers.\S+.qualifications)/.test(call);
        assert.equal(made.filter(isIt).length, 1, `${wish.action}: ${made.join(', ')}`);
      }
    });
});
