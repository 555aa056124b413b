import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { words } from '../../locales/words.ts';
import { cardOf, titleOf } from '../cardReading.ts';
import { offer } from '../conversations/existing.ts';
import { partnerOf } from '../conversations/walk.ts';
import { expectSoundEnd, startConnectedBot } from './connectedBot.ts';
import { changeWhateverHappens, endOf, licensesOf, statusOf, stopOf, type ChangeWish } from './changeWishes.ts';
import type { Client } from '../client.ts';
import { momentsUpTo } from './moments.ts';
import { passwordWhateverHappens } from './passwordWishes.ts';
import { personAt } from './person.ts';
import { practiceOrdersOf, recordsIn } from './records.ts';
import { orderWhateverHappens, severalCustomers } from './severalWishes.ts';
import { addWhateverHappens, fullAnswers, severalAnswers } from './wishes.ts';

const { t } = words('en');
const partner = partnerOf(2);

const atOnce = 3;

type Alive = () => Promise<void>;

interface Interrupted {
  readonly answers: typeof fullAnswers;
  readonly wish: (user: Client, record: string, folder: string, alive: Alive) => Promise<void>;
  /** A change that the customer can still have afterwards. */
  readonly afterwards: (record: string) => ChangeWish;
}

/** What a person does whose bot's process is killed so many milliseconds after its nth call, and started again. */
async function doAndKill(call: number, delay: number, { answers, wish, afterwards }: Interrupted): Promise<void> {
  const bot = await startConnectedBot({ times: {} });
  let killed: Promise<void> | undefined;
  try {
    const user = personAt(bot, { partner });
    await addWhateverHappens(user, answers(partner), bot.folder);
    const [record] = await recordsIn(bot.folder).customers();
    assert.ok(record);
    const from = bot.connector.calls.length;
    void bot.connector
      .next((one) => one.number === from + call)
      .then(() => {
        killed = wait(delay).then(async () => {
          assert.equal((await bot.kill()).signal, 'SIGKILL');
          await bot.restart();
        });
      })
      .catch(() => undefined);
    const alive = async (): Promise<void> => killed;
    await wish(user, record.id, bot.folder, alive);
    assert.ok(killed !== undefined, `it made no call ${String(call)}`);
    await killed;
    await changeWhateverHappens(user, afterwards(record.id), bot.folder, alive);
    await expectSoundEnd(bot);
  } finally {
    await bot.clear();
  }
}

/** Orders the same for five customers, one more than at a time; the process is killed so long after Submit's progress card. */
async function orderAndKill(delay: number): Promise<void> {
  const bot = await startConnectedBot({ times: {} });
  try {
    const user = personAt(bot, { partner });
    const customers = await severalCustomers(bot.folder, () => user, partner, 5);
    let killed: Promise<void> | undefined;
    void bot.connector
      .next(({ body }) => {
        const card = cardOf(body);
        return card !== undefined && titleOf(card) === t('changing.title');
      })
      .then(() => {
        killed = wait(delay).then(async () => {
          assert.equal((await bot.kill()).signal, 'SIGKILL');
          await bot.restart();
        });
      })
      .catch(() => undefined);
    const wish = { customers, offer: offer.business, quantity: 7 };
    await orderWhateverHappens(user, wish, bot.folder, async () => killed);
    assert.ok(killed !== undefined, 'it was killed');
    await killed;
    for (const { domain } of customers) assert.equal(await practiceOrdersOf(bot.folder, domain), 1, domain);
    await expectSoundEnd(bot);
  } finally {
    await bot.clear();
  }
}

interface Kills extends Interrupted {
  /** Milliseconds after a call at which it is killed. */
  readonly delays: readonly number[];
}

/** Kills it after each of those calls, so many milliseconds later. */
async function atEachMoment(
  calls: number,
  wish: Interrupted['wish'],
  {
    answers = fullAnswers,
    afterwards = (record) => statusOf(record, 'suspended'),
    delays = [0],
  }: Partial<Omit<Kills, 'wish'>> = {},
): Promise<void> {
  const moments = momentsUpTo(calls).flatMap((call) => delays.map((delay) => [call, delay] as const));
  const failed: string[] = [];
  for (let from = 0; from < moments.length; from += atOnce) {
    const lanes = moments.slice(from, from + atOnce).map(async ([call, delay]) => {
      try {
        await doAndKill(call, delay, { answers, wish, afterwards });
      } catch (error) {
        failed.push(`call ${String(call)} + ${String(delay)} ms: ${error instanceof Error ? error.message : ''}`);
      }
    });
    await Promise.all(lanes);
  }
  assert.deepEqual(failed, []);
}

describe('a process killed in the midst of a change', () => {
  it('makes it once when it is started again, whenever that was', async () => {
    await atEachMoment(
      6,
      (user, record, folder, alive) => changeWhateverHappens(user, licensesOf(record, 2), folder, alive),
      { delays: [0, 8] },
    );
  });

  it('stops all subscriptions once each when it is started again, whenever that was', async () => {
    await atEachMoment(8, (user, record, folder, alive) => changeWhateverHappens(user, stopOf(record), folder, alive), {
      answers: severalAnswers,
      afterwards: (record) => endOf(record, 'Alpine Ski House'),
    });
  });

  it('orders the same for several customers once each when it is started again, whenever that was', async () => {
    await Promise.all([0, 15, 40].map(orderAndKill));
  });

  it('leads to a new admin password that is seen when it is started again, and leaves none in the folder', async () => {
    await atEachMoment(7, async (user, record, folder, alive) => {
      await passwordWhateverHappens(user, record, folder, alive);
    });
  });
});
