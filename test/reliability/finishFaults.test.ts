import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { Customer } from '../../model/customer.ts';
import { textsOf, titleOf } from '../cardReading.ts';
import { type ButtonName, client, type Client } from '../client.ts';
import { existing, orderToReview, pressAny } from '../conversations/existing.ts';
import { partnerOf } from '../conversations/walk.ts';
import { unavailable } from '../partnerCenterSpy.ts';
import { startTestBot, type TestBot } from '../testBot.ts';
import { eventually } from '../eventually.ts';
import { faultyWrites, type WriteFault } from './faults.ts';

const { t } = words('en');
const partner = partnerOf(2);
const cart = t('purpose.subscriptions', { company: 'Alpine Ski House' });

/** Somebody whose order waits for Finish. */
interface Waiting {
  readonly user: Client;
  readonly customer: Customer;
}

describe('an order that waits for Finish, whatever write fails once when it is finished or given up', () => {
  const writes = faultyWrites();
  let bot: TestBot;
  before(async () => {
    bot = await startTestBot({ documentsOf: writes.wrap });
  });
  after(() => bot.stop());

  const waiting = async (): Promise<Waiting> => {
    writes.arm();
    const user = client(bot, { manner: 'teams', partner });
    const customer = await existing(bot, user, partner);
    await orderToReview(user, customer);
    bot.partnerCenter.fail('order', unavailable(), unavailable(), unavailable());
    await user.press('submit');
    await user.until(t('unfinished.title'));
    await pressAny(user, 'customer', customer.id);
    return { user, customer };
  };
  const have = async ({ customer }: Waiting): Promise<readonly number[]> =>
    (await bot.subscriptionsOf(partner, customer.microsoftId)).map(({ quantity }) => quantity);
  const isOpen = async ({ customer }: Waiting): Promise<boolean> =>
    (await bot.changesOf(partner)).some((change) => change.customer.record === customer.id);
  const drafts = async ({ user }: Waiting): Promise<number> => {
    await user.say('drafts');
    const card = user.cards().findLast((one) => titleOf(one) === t('drafts.title'));
    return (card === undefined ? [] : textsOf(card)).filter((text) => text === cart).length;
  };

  /** Presses with each write failing in turn, and again where nothing came of it; `over` tells when it is; gives how many. */
  async function each(
    button: ButtonName,
    fault: WriteFault,
    over: (one: Waiting) => Promise<boolean>,
    ordered: readonly number[],
  ): Promise<number> {
    for (let number = 1; ; number += 1) {
      const one = await waiting();
      const card = one.user.card();
      writes.arm(number, fault);
      await one.user.press(button, {}, card);
      const what = `${button}, ${String(number)} ${fault}: ${writes.failed() ?? 'none'}`;
      // A press whose first write failed did nothing: a person presses again.
      if (writes.failed() !== undefined && one.user.lines().some((line) => /went wrong/.test(line)))
        await one.user.press(button, {}, card);
      await eventually(`it is over, ${what}`, () => over(one));
      await eventually(`it is forgotten, ${what}`, async () => !(await isOpen(one)));
      assert.deepEqual(await have(one), ordered, what);
      if (writes.failed() === undefined) return number - 1;
    }
  }

  const isTold = async (one: Waiting): Promise<boolean> =>
    one.user.cards().some((card) => titleOf(card) === t('changed.title'));
  const isKept = async (one: Waiting): Promise<boolean> => (await drafts(one)) === 1;

  for (const [how, fault] of [
    ['fails before it is done', 'before'],
    ['fails after it was done', 'after'],
  ] as const) {
    it(`is ordered once when it is finished: a write that ${how}`, async () => {
      const count = await each('finishChange', fault, isTold, [7]);
      assert.ok(count > 3, String(count));
    });

    it(`is one draft when it is given up: a write that ${how}`, async () => {
      const count = await each('dropChange', fault, isKept, []);
      assert.ok(count > 3, String(count));
    });
  }
});
