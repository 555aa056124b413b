import assert from 'node:assert/strict';
import type { Client } from '../client.ts';
import { partnerOf } from '../conversations/walk.ts';
import {
  cancelOf,
  changeWhateverHappens,
  choicesOf,
  endOf,
  licensesOf,
  qualificationOf,
  stopOf,
  type ChangeWish,
} from './changeWishes.ts';
import { channelFaults, writeFaults } from './faults.ts';
import { startFaultyBot, type FaultyBot } from './faultyBot.ts';
import { firstMoment, momentsApart } from './moments.ts';
import { personAt } from './person.ts';
import { recordsIn } from './records.ts';
import { addWhateverHappens, fullAnswers, prefixOf, severalAnswers } from './wishes.ts';

const partner = partnerOf(2);

describe('a change of a customer is made once, whatever fails once between its card and its outcome', () => {
  let bot: FaultyBot;
  beforeEach(async () => {
    bot = await startFaultyBot();
  });
  afterEach(() => bot.stop());

  const person = (): Client => personAt(bot, { partner });

  /** Adds a customer with its subscriptions; gives its record. */
  async function customer(user: Client, answers = fullAnswers(partner)): Promise<string> {
    await addWhateverHappens(user, answers, bot.folder);
    const found = (await recordsIn(bot.folder).customers()).find(({ domain }) =>
      domain.startsWith(`${prefixOf(answers)}.`),
    );
    assert.ok(found);
    return found.id;
  }

  /** Wishes of a customer, as many as one likes; of one that ends its relationship, a new customer each. */
  const commands: Readonly<Record<string, (user: Client) => Promise<() => Promise<ChangeWish>>>> = {
    'the number of licenses': async (user) => {
      const record = await customer(user);
      let to = 1;
      return async () => licensesOf(record, (to += 1));
    },
    'choices and status in turn': async (user) => choicesOf(await customer(user)),
    'a special qualification': async (user) => async () => qualificationOf(await customer(user)),
    'a stop of three subscriptions': async (user) => async () => stopOf(await customer(user, severalAnswers(partner))),
    'cancellations and ends of a relationship in turn': async (user) => {
      let made = 0;
      return async () => {
        const record = await customer(user);
        made += 1;
        if (made % 2 === 1) return cancelOf(record);
        await changeWhateverHappens(user, cancelOf(record), bot.folder);
        return endOf(record, 'Alpine Ski House');
      };
    },
  };

  /** Fails one after the other until there is none left to fail; gives how many there were. */
  async function each(
    user: Client,
    next: () => Promise<ChangeWish>,
    fail: (number: number) => void,
    befell: () => boolean,
  ): Promise<number> {
    const failed: string[] = [];
    for (let number = firstMoment; ; number += momentsApart) {
      const wish = await next();
      fail(number);
      try {
        await changeWhateverHappens(user, wish, bot.folder);
      } catch (error) {
        const what = bot.writes.failed() ?? 'call';
        failed.push(`${String(number)} (${what}): ${error instanceof Error ? error.message : 'failed'}`);
      }
      if (befell()) continue;
      assert.deepEqual(failed, []);
      return number - 1;
    }
  }

  /** A stop adds a customer with three subscriptions each time: only what is done and not known to be is tried of it. */
  const isTried = (command: string, how: string): boolean => !command.startsWith('a stop') || how.includes('after');

  for (const [command, wishes] of Object.entries(commands)) {
    for (const [how, fault] of Object.entries(channelFaults)) {
      if (!isTried(command, how)) continue;
      it(`${command}: a call to the channel ${how}`, async () => {
        const user = person();
        let until = 0;
        const fail = (number: number): void => {
          until = bot.connector.calls.length + number;
          bot.connector.fail(until, fault);
        };
        const count = await each(user, await wishes(user), fail, () => bot.connector.calls.length >= until);
        assert.ok(count > 3, String(count));
      });
    }
    for (const [how, fault] of Object.entries(writeFaults)) {
      if (!isTried(command, how)) continue;
      it(`${command}: a write ${how}`, async () => {
        const user = person();
        const fail = (number: number): void => bot.writes.arm(number, fault);
        const count = await each(user, await wishes(user), fail, () => bot.writes.failed() !== undefined);
        assert.ok(count > 4, String(count));
      });
    }
  }
});
