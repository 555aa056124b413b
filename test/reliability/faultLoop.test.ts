import assert from 'node:assert/strict';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { filled, openSection, partnerOf, toReview, walkTo } from '../conversations/walk.ts';
import { channelFaults, writeFaults } from './faults.ts';
import { startFaultyBot, type FaultyBot } from './faultyBot.ts';
import { firstMoment, momentsApart } from './moments.ts';
import { personAt } from './person.ts';
import { filesIn } from './records.ts';
import { addWhateverHappens, fullAnswers, passwordsIn, traceOf } from './wishes.ts';

const shortest = partnerOf(5); // direct bill, US Government: neither country, agreement nor reseller
const longest = partnerOf(1); // indirect provider, Global

describe('a customer is added once, whatever fails once between hello and Done', () => {
  let bot: FaultyBot;

  beforeEach(async () => {
    bot = await startFaultyBot();
  });
  afterEach(() => bot.stop());

  /** A whole conversation; gives the calls and writes it took. */
  async function converse(partner: Partner): Promise<{ calls: number; writes: number }> {
    const from = bot.connector.calls.length;
    const user = personAt(bot, { partner });
    await addWhateverHappens(user, fullAnswers(partner), bot.folder);
    return { calls: bot.connector.calls.length - from, writes: bot.writes.count() };
  }

  /** Fails each of so many in turn, and says which could not be got over. */
  async function each(count: number, every: number, converseWith: (number: number) => Promise<unknown>): Promise<void> {
    const failed: string[] = [];
    for (let number = firstMoment; number <= count; number += every * momentsApart) {
      try {
        await converseWith(number);
      } catch (error) {
        failed.push(
          `${String(number)} (${bot.writes.failed() ?? 'call'}): ${error instanceof Error ? error.message : 'failed'}`,
        );
      }
    }
    assert.deepEqual(failed, []);
    await expectNoPasswordKept();
  }

  async function expectNoPasswordKept(): Promise<void> {
    const passwords = passwordsIn(bot.connector);
    assert.ok(passwords.length > 0);
    const kept = [...(await filesIn(bot.folder)).values(), ...bot.log].join('\n');
    assert.ok(!passwords.some((password) => kept.includes(password)), 'a password was written or logged');
  }

  for (const [partner, every, name] of [
    [shortest, 1, 'the shortest conversation'],
    [longest, 4, 'the longest conversation'],
  ] as const) {
    for (const [how, fault] of Object.entries(channelFaults)) {
      it(`${name}: a call to the channel ${how}`, async () => {
        const { calls } = await converse(partner);
        assert.ok(calls > 10);
        await each(calls, every, async (number) => {
          bot.connector.fail(bot.connector.calls.length + number, fault);
          await converse(partner);
        });
      });
    }
    for (const [how, fault] of Object.entries(writeFaults)) {
      it(`${name}: a write ${how}`, async () => {
        bot.writes.arm();
        const { writes: count } = await converse(partner);
        assert.ok(count > 10);
        await each(count, every, async (number) => {
          bot.writes.arm(number, fault);
          await converse(partner);
          assert.ok(bot.writes.failed() !== undefined, 'the write was made to fail');
        });
      });
    }
  }

  it('is not added by deleting the draft that could not be submitted', async () => {
    const user = personAt(bot, { partner: shortest });
    const answers = fullAnswers(shortest);
    await toReview(user, answers);
    bot.writes.arm(3);
    await user.press('submit');
    assert.equal(bot.writes.failed(), 'replace people');
    assert.match(user.lines().join(), /went wrong/);
    await user.press('cancel', {}, user.card());
    await user.press('discard');
    await bot.restart();
    await user.say('hello');
    const trace = traceOf(bot.folder, answers);
    assert.deepEqual([await trace.customers(), await trace.jobs(), await trace.drafts()], [[], [], []]);
  });

  it('answers a press that is repeated because its answer could not be sent', async () => {
    const user = personAt(bot, { manner: 'emulator', partner: longest });
    const answers = fullAnswers(longest);
    await user.say('add customer');
    await walkTo(user, 'contact', answers);
    bot.connector.failNext({ status: 500 });
    const [card, typed] = [user.card(), filled(user, answers)];
    for (const section of ['contact', 'reseller'] as const) {
      await user.press('next', typed, card);
      assert.equal(openSection(user), section);
    }
  });
});
