import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { premium, type RestBot, sellOneProduct, startRestBot } from '../conversations/restBot.ts';
import { simulated } from '../conversations/simulated.ts';
import { answersIn, changed, partnerOf, walkTo } from '../conversations/walk.ts';
import { firstMoment, momentsApart } from './moments.ts';
import { recordsIn } from './records.ts';
import { addWhateverHappens, fullAnswers, prefixOf } from './wishes.ts';

const { t } = words('en');
const partner = partnerOf(1); // indirect provider, Global: the longest conversation
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const steps: Readonly<Record<string, number>> = {
  'an hour forwards': hour,
  'an hour backwards': -hour,
  'a year forwards': 365 * day,
  'a year backwards': -365 * day,
};

/** About so many moments of a conversation are tried. */
const tried = 15 / momentsApart;

describe('the bot’s clock, set while a customer is added,', () => {
  let bot: RestBot;
  /** Looks that Partner Center took at its own clock, which nobody sets; after the one of that number the bot's is. */
  let looks = 0;
  let setAt = 0;
  let step = 0;

  const setClock = (): void => {
    bot.clock.now = new Date(bot.clock.now.getTime() + step);
  };
  let theirs = Date.parse('2026-03-10T09:00:00.000Z');
  const theirClock = (): Date => {
    looks += 1;
    if (looks === setAt) setClock();
    return new Date((theirs += 1));
  };

  beforeEach(async () => {
    bot = await startRestBot({ theirClock });
    sellOneProduct(bot.simulator);
  });
  afterEach(() => bot.stop());

  /** A whole conversation beside a draft of somebody's; both clocks are right at first. Gives how often the clock was looked at. */
  async function converse(at: number): Promise<number> {
    theirs += 2 * day;
    bot.clock.now = new Date(theirs);
    [looks, setAt] = [0, at];
    const answers = changed(fullAnswers(partner), { offers: [premium] });
    await addWhateverHappens(bot.person({ partner }), answers, bot.folder);
    const there = await simulated(bot.simulator, partner, `${prefixOf(answers)}.onmicrosoft.com`);
    assert.deepEqual([there.customers.length, there.signers.length, there.orders.length], [1, 1, 1]);
    return looks;
  }

  for (const [how, milliseconds] of Object.entries(steps)) {
    it(`${how}, neither silences nor doubles anything, whenever that is`, async () => {
      step = milliseconds;
      await converse(0);
      const count = await converse(0);
      assert.ok(count > 15, String(count));
      const failed: string[] = [];
      let set = 0;
      for (let at = firstMoment; at <= count; at += Math.max(1, Math.floor(count / tried))) {
        try {
          await converse(at);
        } catch (error) {
          failed.push(`${String(at)}: ${error instanceof Error ? error.message : 'failed'}`);
        }
        if (looks >= at) set += 1;
      }
      assert.deepEqual(failed, []);
      assert.ok(set >= 10 / momentsApart, String(set));
    });

    it(`${how}, deletes no draft, locks nobody out, and keeps no start from starting`, async () => {
      step = milliseconds;
      [looks, setAt] = [0, 0];
      const user = bot.person({ partner });
      const answers = answersIn();
      await user.say('add customer');
      await walkTo(user, 'contact', answers);
      const drafts = async (): Promise<number> =>
        (await recordsIn(bot.folder).people()).flatMap((one) => one.drafts).length;
      // Before a start, while it runs, and back again.
      for (const set of [setClock, undefined]) {
        await bot.restart(async () => set?.());
        assert.equal(await drafts(), 1);
        await user.say('drafts');
        await user.press('continueDraft');
        assert.equal(user.inputs()['firstName']?.value, '');
        setClock();
        for (let times = 0; times < 5; times += 1) {
          await user.say('help');
          assert.equal(user.title(), t('help.title'));
        }
        step = -step;
      }
      assert.equal(await drafts(), 1);
    });
  }
});
