import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { planted, premium, type RestBot, sellOneProduct, startRestBot } from '../conversations/restBot.ts';
import { changesOf, simulated } from '../conversations/simulated.ts';
import { changed, partnerOf } from '../conversations/walk.ts';
import { momentsUpTo } from './moments.ts';
import { filesIn } from './records.ts';
import { restFaults, restRefusals } from './restFaults.ts';
import { addWhateverHappens, fullAnswers, prefixOf } from './wishes.ts';

const { t } = words('en');
const partner = partnerOf(1); // indirect provider, Global: the longest conversation
const day = 24 * 60 * 60 * 1000;

interface Called {
  readonly method: string;
  readonly path: string;
  readonly fault?: string;
}

/** Can a fault befall that call? */
const isMeant = ({ path, method }: { path: string; method?: string | undefined }): ((call: Called) => boolean) => {
  const below = new RegExp(`^${path.replace('**', '').replace('*', '[^/]+')}`);
  return (call) => below.test(call.path) && (method === undefined || call.method === method);
};

describe('a customer is added once at Partner Center, whichever call to it fails once', () => {
  let bot: RestBot;
  beforeEach(async () => {
    bot = await startRestBot();
  });
  afterEach(() => bot.stop());

  /** A whole conversation in which nothing is cached any more; gives how many calls it took that such a fault could befall. */
  async function converse({ path, method }: { path: string; method?: string | undefined }): Promise<number> {
    bot.clock.now = new Date(bot.clock.now.getTime() + 2 * day);
    sellOneProduct(bot.simulator);
    const answers = changed(fullAnswers(partner), { offers: [premium] });
    const [said, called] = [bot.connector.calls.length, bot.simulator.calls().length];
    await addWhateverHappens(bot.person({ partner }), answers, bot.folder);

    const calls = bot.simulator.calls().slice(called);
    const there = await simulated(bot.simulator, partner, `${prefixOf(answers)}.onmicrosoft.com`);
    assert.deepEqual([there.customers.length, there.signers.length, there.orders.length], [1, 1, 1]);
    const created = changesOf(calls).filter((call) => /^POST customers \(.*201$/.test(call)).length;
    assert.ok(created <= 1, 'the customer was created again');
    const seen = JSON.stringify(bot.connector.calls.slice(said));
    const [shown, lost] = [planted.password, t('password.lost')].map((text) => seen.includes(text));
    assert.notEqual(shown, lost, 'the password is shown, or how to reset it is told');
    return calls.filter(isMeant({ path, method })).length;
  }

  async function expectNothingKept(): Promise<void> {
    const kept = [...(await filesIn(bot.folder)).values(), ...bot.log].join('\n');
    for (const mark of [planted.secret, planted.password, 'simulated-', 'Bearer'])
      assert.ok(!kept.includes(mark), mark);
  }

  for (const [how, fault] of Object.entries({ ...restFaults, ...restRefusals })) {
    const { kind, method } = fault;
    // Answers are planted for other calls, too.
    const isBefallen = (call: Called): boolean => call.fault === kind && isMeant(fault)(call);
    it(`a call that ${how}`, async () => {
      // A process that has just started takes so long over its first calls that some run out of their time and are repeated.
      await converse(fault);
      const count = await converse(fault);
      assert.ok(count >= (method === undefined ? 16 : method === 'POST' ? 5 : 1), String(count));
      const failed: string[] = [];
      const moments = momentsUpTo(count);
      for (const number of moments) {
        bot.simulator.fault({ ...fault, skip: number - 1 });
        try {
          await converse(fault);
        } catch (error) {
          const at = bot.simulator.calls().findLast(isBefallen);
          failed.push(
            `${at?.method ?? ''} ${at?.path ?? 'no call'}: ${error instanceof Error ? error.message : 'failed'}`,
          );
        }
      }
      const befallen = bot.simulator.calls().filter(isBefallen).length;
      assert.deepEqual(failed, []);
      assert.equal(befallen, moments.length, 'each call was made to fail');
      await expectNothingKept();
    });
  }
});
