import assert from 'node:assert/strict';
import type { Customer } from '../../model/customer.ts';
import { recordedOffers } from '../../partner-center/rules/catalog.ts';
import type { FaultInput } from '../../simulator/faultInjection.ts';
import type { Client } from '../client.ts';
import { premium, type RestBot, sell, startRestBot } from '../conversations/restBot.ts';
import { simulated } from '../conversations/simulated.ts';
import { partnerOf } from '../conversations/walk.ts';
import { channelFaults, writeFaults } from './faults.ts';
import { startFaultyBot, type FaultyBot } from './faultyBot.ts';
import { firstMoment, momentsApart } from './moments.ts';
import { personAt } from './person.ts';
import { practiceOrdersOf } from './records.ts';
import { restFaults } from './restFaults.ts';
import { orderWhateverHappens, severalCustomers, type SeveralWish } from './severalWishes.ts';

const partner = partnerOf(2);

/** Offers of which each customer may have seven licenses. */
const offers = recordedOffers().filter(
  ({ addOnTo, trial, segment, min, max }) =>
    addOnTo.length === 0 && !trial && segment === 'commercial' && min <= 7 && max >= 300,
);

/** A wish, and how many orders Partner Center has of its customers. */
interface Placed {
  readonly wish: SeveralWish;
  readonly count: () => Promise<readonly number[]>;
}

/** Orders with one fault each, of which `fail` makes the next, until one was made without; gives how many there were. */
async function each(
  next: (number: number) => Promise<Placed>,
  order: (wish: SeveralWish) => Promise<void>,
  fail: (number: number) => void,
  befell: () => string | undefined,
): Promise<number> {
  let made = 0;
  for (let number = firstMoment; ; number += momentsApart) {
    const { wish, count } = await next((made += 1));
    const before = await count();
    fail(number);
    try {
      await order(wish);
      const once = before.map((orders) => orders + 1);
      assert.deepEqual(await count(), once, 'ordered once each');
    } catch (error) {
      const what = befell() ?? 'no fault';
      throw new Error(`${String(number)} (${what}): ${error instanceof Error ? error.message : ''}`, { cause: error });
    }
    if (befell() === undefined) return number - 1;
  }
}

describe('the same order for several customers is placed once for each, whatever fails once', () => {
  let bot: FaultyBot;
  let customers: readonly Customer[];
  const somebody = (): Client => personAt(bot, { partner });
  beforeEach(async () => {
    bot = await startFaultyBot();
    customers = await severalCustomers(bot.folder, somebody, partner, 2);
  });
  afterEach(() => bot.stop());

  const order = (wish: SeveralWish): Promise<void> => orderWhateverHappens(somebody(), wish, bot.folder);

  /** Practice takes no more than two orders of an offer. */
  async function next(number: number): Promise<Placed> {
    const offer = offers[Math.floor((number - 1) / 2)]?.id;
    assert.ok(offer);
    const count = (): Promise<number[]> =>
      Promise.all(customers.map(({ domain }) => practiceOrdersOf(bot.folder, domain)));
    return { wish: { customers, offer, quantity: 7 }, count };
  }

  for (const [how, fault] of Object.entries(channelFaults)) {
    it(`a call to the channel ${how}`, async () => {
      let until = 0;
      const fail = (number: number): void => {
        until = bot.connector.calls.length + number;
        bot.connector.fail(until, fault);
      };
      const befell = (): string | undefined => (bot.connector.calls.length >= until ? 'call' : undefined);
      const count = await each(next, order, fail, befell);
      assert.ok(count > 6, String(count));
    });
  }

  for (const [how, fault] of Object.entries(writeFaults)) {
    it(`a write ${how}`, async () => {
      const fail = (number: number): void => bot.writes.arm(number, fault);
      const count = await each(next, order, fail, () => bot.writes.failed());
      assert.ok(count > 10, String(count));
    });
  }
});

describe('the same order for several customers is placed once for each, whichever call to Partner Center fails once', () => {
  let bot: RestBot;
  let placed: Placed | undefined;
  const somebody = (): Client => bot.person({ partner });
  beforeEach(async () => {
    bot = await startRestBot();
    sell(bot.simulator, [premium]);
  });

  /** Other customers after two orders: no more are taken of an offer. */
  async function next(number: number): Promise<Placed> {
    if (placed !== undefined && number % 2 === 0) return placed;
    const customers = await severalCustomers(bot.folder, somebody, partner, 2);
    const count = (): Promise<number[]> =>
      Promise.all(customers.map(async ({ domain }) => (await simulated(bot.simulator, partner, domain)).orders.length));
    placed = { wish: { customers, offer: premium, quantity: 5 }, count };
    return placed;
  }

  afterEach(() => bot.stop());

  /** Kinds that each call is tried with; with the others only what orders, as orders for one customer try every call. */
  const ofEachCall = ['is answered 500 after it did its work', 'is cut off before it does anything'];

  for (const [how, all] of Object.entries(restFaults)) {
    const isOfEach = ofEachCall.includes(how);
    const fault: FaultInput = isOfEach ? all : { ...all, method: 'POST', path: '/v1/**' };
    it(`a call that ${how}`, async () => {
      let since = 0;
      let at: string | undefined;
      const order = async (wish: SeveralWish): Promise<void> => {
        await orderWhateverHappens(somebody(), wish, bot.folder);
        const call = bot.simulator
          .calls()
          .slice(since)
          .find((one) => one.fault === fault.kind);
        at = call && `${call.method} ${call.path}`;
        bot.simulator.clearFaults();
      };
      const fail = (number: number): void => {
        since = bot.simulator.calls().length;
        bot.simulator.fault({ ...fault, skip: number - 1 });
      };
      const count = await each(next, order, fail, () => at);
      assert.ok(count > (isOfEach ? 10 : 3), String(count));
    });
  }
});
