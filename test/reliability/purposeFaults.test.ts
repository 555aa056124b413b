import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { titleOf } from '../cardReading.ts';
import { client, type Client } from '../client.ts';
import { existing, orderToReview } from '../conversations/existing.ts';
import { partnerOf } from '../conversations/walk.ts';
import { refused } from '../partnerCenterSpy.ts';
import { startTestBot, type TestBot } from '../testBot.ts';
import { eventually } from '../eventually.ts';
import { faultyWrites, type WriteFault } from './faults.ts';

const { t } = words('en');
const partner = partnerOf(2);

describe('a draft about a customer that exists, whatever write fails', () => {
  const writes = faultyWrites();
  let bot: TestBot;
  before(async () => {
    bot = await startTestBot({ documentsOf: writes.wrap });
  });
  after(() => bot.stop());

  /** At the review of an order; gives who is there and what the customer has, in licenses. */
  const atReview = async () => {
    const user = client(bot, { manner: 'teams', partner });
    const customer = await existing(bot, user, partner);
    await orderToReview(user, customer);
    const have = async () => (await bot.subscriptionsOf(partner, customer.microsoftId)).map(({ quantity }) => quantity);
    return { user, customer, have };
  };
  /** Presses Submit; the write of that number, counted from there, fails once. */
  const submit = async (user: Client, number?: number, fault?: WriteFault): Promise<void> => {
    writes.arm(number, fault);
    await user.send(user.pressed('submit'));
  };

  /** Somebody who orders what the customer has already, ordered a moment ago. */
  const atSecondReview = async () => {
    const one = await atReview();
    await submit(one.user);
    await one.user.until(t('changed.title'));
    await orderToReview(one.user, one.customer);
    return one;
  };

  for (const [what, begin, all] of [
    ['is ordered once, and told', atReview, [7]],
    ['of the same offer once more is ordered once more, and told', atSecondReview, [7, 7]],
  ] as const)
    it(what, async () => {
      const { user, have } = await begin();
      const tellings = (one: Client): number =>
        one.cards().filter((card) => titleOf(card) === t('changed.title')).length;
      const before = tellings(user);
      await submit(user);
      await eventually('it is told', () => tellings(user) > before);
      await bot.restart();
      const last = writes.count();
      assert.ok(last > 3, String(last));
      assert.deepEqual(await have(), all);
      for (const fault of ['before', 'after'] as const) {
        for (let number = 1; number <= last; number += 1) {
          const one = await begin();
          const told = tellings(one.user);
          await submit(one.user, number, fault);
          await bot.restart();
          const at = `${String(number)} ${fault}: ${writes.failed() ?? 'none'}`;
          await one.user.say('drafts');
          // A turn that was not saved leaves the draft, which is submitted anew.
          if (one.user.buttons().includes(t('button.continue'))) {
            await one.user.press('continueDraft');
            await one.user.press('submit');
          }
          await eventually(`it is told, ${at}`, () => tellings(one.user) > told);
          assert.deepEqual(await one.have(), all, at);
        }
      }
    });

  it('comes back once when it is refused', async () => {
    const first = await atReview();
    bot.partnerCenter.fail('order', refused('credit'));
    await submit(first.user);
    await first.user.until(t('section.subscriptions'));
    await bot.restart();
    const last = writes.count();
    assert.ok(last > 3, String(last));
    for (const fault of ['before', 'after'] as const) {
      for (let number = 1; number <= last; number += 1) {
        const { user, have } = await atReview();
        // As often as it may be asked again.
        bot.partnerCenter.fail('order', refused('credit'), refused('credit'), refused('credit'));
        await submit(user, number, fault);
        await bot.restart();
        const what = `${String(number)} ${fault}: ${writes.failed() ?? 'none'}`;
        const drafts = async (): Promise<number> => {
          await user.say('drafts');
          return user.buttons().filter((title) => title === t('button.continue')).length;
        };
        await eventually(`the draft is there, ${what}`, async () => (await drafts()) > 0);
        await bot.restart();
        assert.equal(await drafts(), 1, what);
        assert.deepEqual(await have(), [], what);
      }
    }
  });
});
