import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { partnerOf } from '../conversations/walk.ts';
import { expectSoundEnd, startConnectedBot } from './connectedBot.ts';
import { changeWhateverHappens, licensesOf, statusOf } from './changeWishes.ts';
import { personAt } from './person.ts';
import { recordsIn } from './records.ts';
import { addWhateverHappens, fullAnswers } from './wishes.ts';

const partner = partnerOf(2);

/** From its card to its outcome a change makes about that many calls to the channel. */
const calls = 6;
const atOnce = 3;

/** A change whose process is killed so many milliseconds after its nth call, and started again; it is made all the same. */
async function changeAndKill(call: number, delay: number): Promise<void> {
  const bot = await startConnectedBot();
  let killed: Promise<void> | undefined;
  try {
    const user = personAt(bot, { partner });
    await addWhateverHappens(user, fullAnswers(partner), bot.folder);
    const [record] = await recordsIn(bot.folder).customers();
    assert.ok(record);
    const from = bot.connector.calls.length;
    void bot.connector
      .next((one) => one.number === from + call, 60_000)
      .then(() => {
        killed = wait(delay).then(async () => {
          assert.equal((await bot.kill()).signal, 'SIGKILL');
          await bot.restart();
        });
      })
      .catch(() => undefined);
    const alive = async (): Promise<void> => killed;
    await changeWhateverHappens(user, licensesOf(record.id, 7), bot.folder, alive);
    assert.ok(killed !== undefined, `it made no call ${String(call)}`);
    await killed;
    await changeWhateverHappens(user, statusOf(record.id, 'suspended'), bot.folder, alive);
    await expectSoundEnd(bot);
  } finally {
    await bot.clear();
  }
}

describe('a process killed in the midst of a change', () => {
  it('makes it once when it is started again, whenever that was', async function () {
    this.timeout(240_000);
    const moments = Array.from({ length: calls }, (_none, index) =>
      [0, 8].map((delay) => [index + 1, delay] as const),
    ).flat();
    const failed: string[] = [];
    for (let from = 0; from < moments.length; from += atOnce) {
      const lanes = moments.slice(from, from + atOnce).map(async ([call, delay]) => {
        try {
          await changeAndKill(call, delay);
        } catch (error) {
          failed.push(`call ${String(call)} + ${String(delay)} ms: ${error instanceof Error ? error.message : ''}`);
        }
      });
      await Promise.all(lanes);
    }
    assert.deepEqual(failed, []);
  });
});
