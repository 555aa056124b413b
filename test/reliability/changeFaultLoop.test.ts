import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../bot/settings/config.ts';
import { startBot, type Bot } from '../../bot/start.ts';
import { keepLog } from '../bot/desk.ts';
import type { Client } from '../client.ts';
import { startConnector, type Connector, type Fault } from '../connector.ts';
import { partnerOf } from '../conversations/walk.ts';
import { changeWhateverHappens, endOf, licensesOf, statusOf, type ChangeWish } from './changeWishes.ts';
import { faultyWrites, type WriteFault } from './faults.ts';
import { personAt } from './person.ts';
import { recordsIn } from './records.ts';
import { addWhateverHappens, fullAnswers, prefixOf } from './wishes.ts';

const partner = partnerOf(2);
const quick = { waits: [1, 1], typingAfter: 60_000, takeUpAfter: 20 };
const channelFaults: Readonly<Record<string, Fault>> = {
  'is refused with 500': { status: 500 },
  'is reset before it takes effect': 'resetBefore',
  'is reset after it took effect': 'resetAfter',
};
const writeFaults: Readonly<Record<string, WriteFault>> = {
  'fails before it is done': 'before',
  'fails after it was done': 'after',
};

describe('a change of a customer is made once, whatever fails once between its card and its outcome', function () {
  this.timeout(240_000);
  const writes = faultyWrites();
  const { log } = keepLog();
  let place: string;
  let folder: string;
  let connector: Connector;
  let bot: Bot;
  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'customer-desk-changes-'));
    folder = join(place, 'data');
    connector = await startConnector();
    bot = await startBot(readConfig({ PORT: '0', DATA_DIR: folder, TURNS_PER_MINUTE: '100000' }), {
      ...quick,
      log,
      documentsOf: writes.wrap,
    });
  });
  afterEach(async () => {
    await bot.stop();
    await connector.close();
    await rm(place, { recursive: true, force: true });
  });

  const person = (): Client => personAt({ connector, url: () => `http://127.0.0.1:${String(bot.port)}` }, { partner });

  /** Adds a customer with one subscription; gives its record. */
  async function customer(user: Client): Promise<string> {
    const answers = fullAnswers(partner);
    await addWhateverHappens(user, answers, folder);
    const found = (await recordsIn(folder).customers()).find(({ domain }) =>
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
    'suspending and reactivating': async (user) => {
      const record = await customer(user);
      let suspended = false;
      return async () => {
        suspended = !suspended;
        return statusOf(record, suspended ? 'suspended' : 'active');
      };
    },
    'the end of a relationship': async (user) => async () => {
      const record = await customer(user);
      await changeWhateverHappens(user, statusOf(record, 'suspended'), folder);
      return endOf(record, 'Alpine Ski House');
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
    for (let number = 1; ; number += 1) {
      const wish = await next();
      fail(number);
      try {
        await changeWhateverHappens(user, wish, folder);
      } catch (error) {
        const what = writes.failed() ?? 'call';
        failed.push(`${String(number)} (${what}): ${error instanceof Error ? error.message : 'failed'}`);
      }
      if (befell()) continue;
      assert.deepEqual(failed, []);
      return number - 1;
    }
  }

  for (const [command, wishes] of Object.entries(commands)) {
    for (const [how, fault] of Object.entries(channelFaults)) {
      it(`${command}: a call to the channel ${how}`, async () => {
        const user = person();
        let until = 0;
        const fail = (number: number): void => {
          until = connector.calls.length + number;
          connector.fail(until, fault);
        };
        const count = await each(user, await wishes(user), fail, () => connector.calls.length >= until);
        assert.ok(count > 3, String(count));
      });
    }
    for (const [how, fault] of Object.entries(writeFaults)) {
      it(`${command}: a write ${how}`, async () => {
        const user = person();
        const fail = (number: number): void => writes.arm(number, fault);
        const count = await each(user, await wishes(user), fail, () => writes.failed() !== undefined);
        assert.ok(count > 4, String(count));
      });
    }
  }
});
