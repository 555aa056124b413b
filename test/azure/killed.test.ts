import assert from 'node:assert/strict';
import { mapLimit } from '../../lib/mapLimit.ts';
import { words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { cardOf, passwordsOf, titleOf } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { premium } from '../conversations/restBot.ts';
import { simulated } from '../conversations/simulated.ts';
import { answersIn, changed, isConfirmed, toReview } from '../conversations/walk.ts';
import { eventually } from '../eventually.ts';
import { prefixOf } from '../reliability/wishes.ts';
import { type BotOnTable, botsOnTable, type BotsOnTable } from './botsOnTable.ts';
import type { Moment } from './heldCalls.ts';

const { t } = words('en');

/** Milliseconds within which another process finishes what one left. */
const within = 60_000;

const times = { leaseTime: 2_000, takeUpEvery: 300 };

/** Before and after each of so many calls. */
const momentsOf = (calls: number): Moment[] =>
  Array.from({ length: calls }, (_none, index) => index + 1).flatMap((call) =>
    (['before', 'after'] as const).map((when) => ({ call, when })),
  );

/** Somebody of a partner of their own, and the call at which the process stands still that they talk to. */
interface Held {
  readonly partner: Partner;
  readonly moment: Moment;
  readonly bot: BotOnTable;
  readonly user: Client;
}

const nameOf = ({ moment: { call, when }, bot: { calls }, partner }: Held): string =>
  `${when} call ${String(call)}, ${calls.held(partner) ?? 'which it does not make'}`;

/** Errors in the log of a process: each run of a job that it lost ends with one. */
const faultsOf = (bot: BotOnTable): number => bot.output().split('"level":"error"').length - 1;

/** A process that is killed, one that is frozen, and one that goes on with what they left. */
async function threeOf(bots: BotsOnTable): Promise<Record<'killed' | 'frozen' | 'third', BotOnTable>> {
  const [killed, frozen, third] = await Promise.all([bots.start(), bots.start(), bots.start()]);
  return { killed, frozen, third };
}

/** Somebody at each moment of each of those processes, about to do something. */
async function everyMoment(
  bots: BotsOnTable,
  processes: readonly BotOnTable[],
  calls: number,
  prepare: (user: Client, partner: Partner) => Promise<void>,
): Promise<Held[]> {
  const places = processes.flatMap((bot) => momentsOf(calls).map((moment) => ({ bot, moment })));
  return mapLimit(places, 4, async ({ bot, moment }, place) => {
    const partner = bots.partners[place];
    assert.ok(partner, 'there are more calls than partners');
    const user = bots.person(bot, partner);
    await prepare(user, partner);
    return { partner, moment, bot, user };
  });
}

/** Presses all, until each process stands still or has ended what it was asked for. */
async function pressAll(
  all: readonly Held[],
  press: (user: Client) => Promise<number>,
  isOver: (one: Held) => boolean,
) {
  const pressed = all.map(async ({ partner, moment, bot, user }) => {
    bot.calls.holdAt(partner, moment);
    return press(user).catch(() => 0);
  });
  for (const one of all)
    await eventually('it stands still or is over', () => one.bot.calls.held(one.partner) !== undefined || isOver(one));
  return Promise.all(pressed);
}

describe('a submission, where a process is killed and another frozen at every call to Partner Center,', () => {
  /** Calls that a submission makes, and one more. */
  const calls = 8;
  let bots: BotsOnTable;
  before(async () => {
    bots = await botsOnTable({ partners: 4 * calls, times });
  });
  after(() => bots.clear());

  const confirmations = ({ conversation }: Client): number =>
    bots.connector.calls.filter(({ conversation: where, method, body, id }) => {
      const card = cardOf(body);
      const isSent = where === conversation && method === 'POST' && id !== undefined && card !== undefined;
      return isSent && titleOf(card) === t('confirmation.title');
    }).length;

  it('is finished by a third one, once, with its password or the offer of a new one', async () => {
    const { killed, frozen } = await threeOf(bots);
    const domains = new Map<Partner, string>();
    const all = await everyMoment(bots, [killed, frozen], calls, async (user, partner) => {
      const answers = changed(answersIn('US'), { offers: [premium] });
      domains.set(partner, `${prefixOf(answers)}.onmicrosoft.com`);
      await toReview(user, answers);
    });
    const isNoted = async ({ partner: { tenantId } }: Held): Promise<boolean> =>
      (await bots.stored.jobs.list(tenantId, { limit: 10 })).items.every(
        ({ value }) => value.confirmedAt !== undefined,
      );
    const statuses = await pressAll(
      all,
      (user) => user.send(user.pressed('submit')),
      ({ user }) => isConfirmed(user),
    );
    assert.deepEqual(new Set(statuses), new Set([200]));
    const held = all.filter(({ bot, partner }) => bot.calls.held(partner) !== undefined);
    assert.equal(held.length, 4 * (calls - 1), `calls held: ${held.map(nameOf).join('\n')}`);
    for (const one of all) if (!held.includes(one)) await eventually('it is noted', () => isNoted(one));
    const names = new Map(all.map((one) => [one, nameOf(one)]));
    await killed.kill();
    frozen.freeze();
    for (const one of all) await eventually(`confirmed: ${names.get(one) ?? ''}`, () => isConfirmed(one.user), within);
    // What the killed one sent arrives late, and the frozen one goes on.
    killed.calls.release();
    frozen.calls.release();
    frozen.thaw();
    const lost = held.filter(({ bot }) => bot === frozen).length;
    await eventually('the frozen one has seen that others have its jobs', () => faultsOf(frozen) >= lost);
    for (const one of all) {
      await eventually('nothing is under way', () => isNoted(one));
      const { partner, user } = one;
      const { customers, signers, orders } = await simulated(bots.simulator, partner, domains.get(partner) ?? '');
      const made = { customers: customers.length, signers: signers.length, orders: orders.length };
      const name = names.get(one);
      assert.deepEqual(made, { customers: 1, signers: 1, orders: 1 }, name);
      assert.equal(confirmations(user), 1, name);
      assert.ok(user.cards().flatMap(passwordsOf).length === 1 || user.has('newPassword'), name);
    }
  });
});
