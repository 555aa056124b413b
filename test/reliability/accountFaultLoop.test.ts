import assert from 'node:assert/strict';
import type { Customer } from '../../model/customer.ts';
import type { Client } from '../client.ts';
import { type RestBot, sellOneProduct, startRestBot } from '../conversations/restBot.ts';
import { simulatedCustomer, timesChanged } from '../conversations/simulated.ts';
import { partnerOf, submit, toReview } from '../conversations/walk.ts';
import { accountOf, changeWhateverHappens, type AccountAnswers } from './changeWishes.ts';
import { faultyWrites, writeFaults } from './faults.ts';
import { firstMoment, momentsApart } from './moments.ts';
import { recordsIn } from './records.ts';
import { restFaults } from './restFaults.ts';
import { fullAnswers, prefixOf } from './wishes.ts';

const partner = partnerOf(2);
const minute = 60_000;

describe('account info is changed once at Partner Center, whatever fails once between its card and its outcome', () => {
  const writes = faultyWrites();
  let bot: RestBot;
  let customer: Customer;
  let number: number;
  beforeEach(async () => {
    writes.arm();
    bot = await startRestBot({ documentsOf: writes.wrap });
    sellOneProduct(bot.simulator);
    customer = await added();
    number = 0;
  });
  afterEach(() => bot.stop());

  // Somebody else each time: one user takes so many turns a minute, and no time passes.
  const somebody = (): Client => bot.person({ partner });

  async function added(): Promise<Customer> {
    const user = somebody();
    const answers = { ...fullAnswers(partner), offers: [] };
    await toReview(user, answers);
    await submit(user);
    await user.press('done');
    const all = await recordsIn(bot.folder).customers();
    const found = all.find(({ domain }) => domain.startsWith(`${prefixOf(answers)}.`));
    assert.ok(found);
    return found;
  }

  /** Changes it to what it never was; then Partner Center has that, was told so once, and so says the record. */
  async function change(fail: () => void): Promise<void> {
    const { id, microsoftId } = customer;
    number += 1;
    const answers: AccountAnswers = {
      addressLine1: `${String(100 + number)} Main Street`,
      firstName: number % 2 === 0 ? 'Ana' : 'Bruna',
    };
    const times = (): Promise<number> => timesChanged(bot.simulator, partner, microsoftId, bot.clock.now);
    const before = await times();
    fail();
    await changeWhateverHappens(somebody(), accountOf(id, answers), bot.folder);
    bot.simulator.clearFaults();
    const { billing } = await simulatedCustomer(bot.simulator, partner, microsoftId);
    const has = { addressLine1: billing?.defaultAddress.addressLine1, firstName: billing?.firstName };
    assert.deepEqual(has, answers, 'Partner Center has it');
    assert.equal((await times()) - before, 1, 'Partner Center changed it once');
    const record = (await recordsIn(bot.folder).customers()).find((one) => one.id === id);
    const { company, contact } = record?.sections ?? {};
    assert.deepEqual({ addressLine1: company?.['addressLine1'], firstName: contact?.['firstName'] }, answers);
    assert.deepEqual(
      (await recordsIn(bot.folder).people()).flatMap(({ drafts }) => drafts),
      [],
      'no draft is left',
    );
  }

  /** Fails one after the other until there is none left to fail; gives how many there were. */
  async function each(fail: (number: number) => void, befell: () => string | undefined): Promise<number> {
    const failed: string[] = [];
    for (let at = firstMoment - 1; ; at += momentsApart) {
      // What Partner Center said is not kept longer, so that it is asked each time.
      bot.clock.now = new Date(bot.clock.now.getTime() + 11 * minute);
      try {
        await change(() => fail(at));
      } catch (error) {
        failed.push(`${String(at)} (${befell() ?? 'none'}): ${error instanceof Error ? error.message : 'failed'}`);
        bot.simulator.clearFaults();
      }
      if (befell() !== undefined) continue;
      assert.deepEqual(failed, []);
      return at;
    }
  }

  for (const [how, fault] of Object.entries(restFaults)) {
    it(`a call that ${how}`, async () => {
      let since = 0;
      const fail = (skip: number): void => {
        since = bot.simulator.calls().length;
        bot.simulator.fault({ ...fault, skip });
      };
      const befell = (): string | undefined => {
        const call = bot.simulator
          .calls()
          .slice(since)
          .find((one) => one.fault === fault.kind);
        return call && `${call.method} ${call.path}`;
      };
      const count = await each(fail, befell);
      assert.ok(count > 8, String(count));
    });
  }

  for (const [how, fault] of Object.entries(writeFaults)) {
    it(`a write that ${how}`, async () => {
      const count = await each(
        (at) => writes.arm(at + 1, fault),
        () => writes.failed(),
      );
      assert.ok(count > 6, String(count));
    });
  }
});
