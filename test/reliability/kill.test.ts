import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { partnerOf } from '../conversations/walk.ts';
import { expectSoundEnd, startConnectedBot } from './connectedBot.ts';
import { momentsUpTo } from './moments.ts';
import { personAt } from './person.ts';
import { addWhateverHappens, fullAnswers } from './wishes.ts';

/** When a process is killed: so many milliseconds after its nth call to the channel arrived there, unanswered till then. */
interface Moment {
  readonly call: number;
  readonly delay: number;
}

/** Numbers from 0 up to 1, the same ones for the same seed (a linear congruential generator). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const seed = 20_260_310;
const kills = 20;
const atOnce = 5;
// The conversation makes more calls than that, its submission the last quarter of them.
const calls = 10;

function momentsFrom(random: () => number): Moment[] {
  return Array.from({ length: kills }, (_, index) => ({
    call: 1 + ((index * 7) % calls),
    delay: random() < 0.5 ? 0 : Math.floor(random() * 25),
  }));
}

/** A conversation whose process is killed at that moment and started again; it is ended as a person would. */
async function converseAndKill({ call, delay }: Moment, number: number): Promise<void> {
  const bot = await startConnectedBot({ times: {} });
  const partner = partnerOf(number % 2 === 0 ? 5 : 1);
  let killed: Promise<void> | undefined;
  void bot.connector
    .next((one) => one.number === call)
    .then(() => {
      killed = wait(delay).then(async () => {
        assert.equal((await bot.kill()).signal, 'SIGKILL');
        await bot.restart();
      });
    })
    .catch(() => undefined);
  try {
    const user = personAt(bot, { partner });
    await addWhateverHappens(user, fullAnswers(partner), bot.folder, async () => killed);
    assert.ok(killed !== undefined, `it made no call ${String(call)}`);
    await killed;
    await expectSoundEnd(bot);
  } finally {
    await bot.clear();
  }
}

describe('a process killed in the midst of a conversation', () => {
  it(`adds the customer once when it is started again, ${String(kills)} times over (seed ${String(seed)})`, async () => {
    const all = momentsFrom(randomFrom(seed));
    const moments = momentsUpTo(all.length).flatMap((number) => all.slice(number - 1, number));
    const failed: string[] = [];
    for (let from = 0; from < moments.length; from += atOnce) {
      const lanes = moments.slice(from, from + atOnce).map(async (moment, index) => {
        try {
          await converseAndKill(moment, from + index);
        } catch (error) {
          failed.push(
            `${JSON.stringify(moment)}, ${String(from + index)}: ${error instanceof Error ? error.message : ''}`,
          );
        }
      });
      await Promise.all(lanes);
    }
    assert.deepEqual(failed, []);
  });
});
