import assert from 'node:assert/strict';
import { passwordsOf } from '../cardReading.ts';
import { startRestBot, sellOneProduct, type RestBot } from '../conversations/restBot.ts';
import { changed, partnerOf, submit, toReview } from '../conversations/walk.ts';
import { channelFaults, writeFaults } from './faults.ts';
import { startFaultyBot, type FaultyBot } from './faultyBot.ts';
import { firstMoment, momentsApart } from './moments.ts';
import { passwordWhateverHappens } from './passwordWishes.ts';
import { personAt } from './person.ts';
import { recordsIn } from './records.ts';
import { restFaults } from './restFaults.ts';
import { addWhateverHappens, fullAnswers, prefixOf } from './wishes.ts';

const partner = partnerOf(2);

/** The record of those answers' customer in a data folder. */
async function recordOf(folder: string, answers: ReturnType<typeof fullAnswers>) {
  const all = await recordsIn(folder).customers();
  const found = all.find(({ domain }) => domain.startsWith(`${prefixOf(answers)}.`));
  assert.ok(found);
  return found;
}

describe('a new admin password is set, seen and blanked, whatever fails once between its question and Done', () => {
  let bot: FaultyBot;
  let record: string;
  beforeEach(async () => {
    bot = await startFaultyBot();
    const answers = fullAnswers(partner);
    await addWhateverHappens(personAt(bot, { partner }), answers, bot.folder);
    record = (await recordOf(bot.folder, answers)).id;
  });
  afterEach(() => bot.stop());

  /** Fails one after the other until there is none left to fail; gives how many there were. */
  async function each(fail: (number: number) => void, befell: () => boolean, twice: boolean): Promise<number> {
    const failed: string[] = [];
    for (let number = firstMoment; ; number += momentsApart) {
      const user = personAt(bot, { partner });
      fail(number);
      try {
        await passwordWhateverHappens(user, record, bot.folder);
        const left = user.cards().flatMap(passwordsOf);
        // What took effect and was not answered is sent once more, and only that one is known to be blanked.
        if (!twice) assert.deepEqual(left, [], 'no password stands in the chat');
      } catch (error) {
        const what = bot.writes.failed() ?? 'call';
        failed.push(`${String(number)} (${what}): ${error instanceof Error ? error.message : 'failed'}`);
      }
      if (befell()) continue;
      assert.deepEqual(failed, []);
      return number - 1;
    }
  }

  for (const [how, fault] of Object.entries(channelFaults))
    it(`a call to the channel ${how}`, async () => {
      let until = 0;
      const fail = (number: number): void => {
        until = bot.connector.calls.length + number;
        bot.connector.fail(until, fault);
      };
      const count = await each(fail, () => bot.connector.calls.length >= until, true);
      assert.ok(count > 4, String(count));
    });

  for (const [how, fault] of Object.entries(writeFaults))
    it(`a write ${how}`, async () => {
      const fail = (number: number): void => bot.writes.arm(number, fault);
      const count = await each(fail, () => bot.writes.failed() !== undefined, false);
      assert.ok(count > 6, String(count));
    });
});

describe('the admin password that was shown last is the one that holds at Partner Center, whichever call to it fails once', () => {
  let bot: RestBot;
  beforeEach(async () => {
    bot = await startRestBot();
    sellOneProduct(bot.simulator);
  });
  afterEach(() => bot.stop());

  for (const [how, fault] of Object.entries(restFaults))
    it(`a call that ${how}`, async () => {
      const answers = changed(fullAnswers(partner), { offers: [] });
      const user = bot.person({ partner });
      await toReview(user, answers);
      await submit(user);
      await user.press('done');
      const { id, microsoftId } = await recordOf(bot.folder, answers);
      let number = firstMoment;
      for (; ; number += momentsApart) {
        const since = bot.simulator.calls().length;
        bot.simulator.fault({ ...fault, skip: number - 1 });
        const shown = await passwordWhateverHappens(bot.person({ partner }), id, bot.folder);
        bot.simulator.clearFaults();
        assert.equal(bot.simulator.passwordOf(microsoftId), shown, `call ${String(number)}`);
        assert.ok(!bot.log.join('\n').includes(shown), 'it is in no log');
        if (
          !bot.simulator
            .calls()
            .slice(since)
            .some((call) => call.fault === fault.kind)
        )
          break;
      }
      assert.ok(number > 3, String(number));
    });
});
