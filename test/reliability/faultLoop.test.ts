import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../bot/settings/config.ts';
import { startBot, type Bot } from '../../bot/start.ts';
import type { Partner } from '../../partner-center/partner.ts';
import { keepLog } from '../bot/desk.ts';
import { titleOf } from '../cardReading.ts';
import { startConnector, type Connector, type Fault } from '../connector.ts';
import { asked, partnerOf, toReview, walkTo } from '../conversations/walk.ts';
import { faultyWrites, type WriteFault } from './faults.ts';
import { personAt } from './person.ts';
import { filesIn } from './records.ts';
import { addWhateverHappens, fullAnswers, passwordsIn, traceOf } from './wishes.ts';

const shortest = partnerOf(5); // direct bill, US Government: neither country, agreement nor reseller
const longest = partnerOf(1); // indirect provider, Global

const channelFaults: Readonly<Record<string, Fault>> = {
  'is refused with 500': { status: 500 },
  'is reset before it takes effect': 'resetBefore',
  'is reset after it took effect': 'resetAfter',
};
const quick = { waits: [1, 1], typingAfter: 60_000, takeUpAfter: 20 };
const writeFaults: Readonly<Record<string, WriteFault>> = {
  'fails before it is done': 'before',
  'fails after it was done': 'after',
};

describe('a customer is added once, whatever fails once between hello and Done', () => {
  const writes = faultyWrites();
  const { log, lines } = keepLog();
  let place: string;
  let folder: string;
  let connector: Connector;
  let bot: Bot;

  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'customer-desk-faults-'));
    folder = join(place, 'data');
    connector = await startConnector();
    bot = await start();
  });
  afterEach(async () => {
    await bot.stop();
    await connector.close();
    await rm(place, { recursive: true, force: true });
  });

  const start = (): Promise<Bot> =>
    startBot(readConfig({ PORT: '0', DATA_DIR: folder }), { ...quick, log, documentsOf: writes.wrap });
  const url = () => `http://127.0.0.1:${String(bot.port)}`;

  /** A whole conversation; gives the calls and writes it took. */
  async function converse(partner: Partner): Promise<{ calls: number; writes: number }> {
    const from = connector.calls.length;
    const user = personAt({ connector, url }, { partner });
    await addWhateverHappens(user, fullAnswers(partner), folder);
    return { calls: connector.calls.length - from, writes: writes.count() };
  }

  /** Fails each of so many in turn, and says which could not be got over. */
  async function each(count: number, every: number, converseWith: (number: number) => Promise<unknown>): Promise<void> {
    const failed: string[] = [];
    for (let number = 1; number <= count; number += every) {
      try {
        await converseWith(number);
      } catch (error) {
        failed.push(
          `${String(number)} (${writes.failed() ?? 'call'}): ${error instanceof Error ? error.message : 'failed'}`,
        );
      }
    }
    assert.deepEqual(failed, []);
    await expectNoPasswordKept();
  }

  async function expectNoPasswordKept(): Promise<void> {
    const passwords = passwordsIn(connector);
    assert.ok(passwords.length > 0);
    const kept = [...(await filesIn(folder)).values(), ...lines].join('\n');
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
          connector.fail(connector.calls.length + number, fault);
          await converse(partner);
        });
      });
    }
    for (const [how, fault] of Object.entries(writeFaults)) {
      it(`${name}: a write ${how}`, async () => {
        writes.arm();
        const { writes: count } = await converse(partner);
        assert.ok(count > 10);
        await each(count, every, async (number) => {
          writes.arm(number, fault);
          await converse(partner);
          assert.ok(writes.failed() !== undefined, 'the write was made to fail');
        });
      });
    }
  }

  it('is not added by deleting the draft that could not be submitted', async () => {
    const user = personAt({ connector, url }, { partner: shortest });
    const answers = fullAnswers(shortest);
    await toReview(user, answers);
    writes.arm(2);
    await user.press('submit');
    assert.equal(writes.failed(), 'replace people');
    assert.match(user.lines().join(), /went wrong/);
    await user.press('cancel', {}, user.card());
    await user.press('discard');
    await bot.stop();
    bot = await start();
    await user.say('hello');
    const trace = traceOf(folder, answers);
    assert.deepEqual([await trace.customers(), await trace.jobs(), await trace.drafts()], [[], [], []]);
  });

  it('answers a press that is repeated because its answer could not be sent', async () => {
    const user = personAt({ connector, url }, { manner: 'emulator', partner: longest });
    const answers = fullAnswers(longest);
    await user.say('add customer');
    await walkTo(user, 'contact', answers);
    connector.failNext({ status: 500 });
    for (const title of ['Primary contact', 'Microsoft Customer Agreement']) {
      await user.press(
        'next',
        asked(user, answers.contact),
        user.cards().find((card) => titleOf(card) === 'Primary contact'),
      );
      assert.equal(user.title(), title);
    }
  });
});
