import assert from 'node:assert/strict';
import { mapLimit } from '../../lib/mapLimit.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { Client } from '../client.ts';
import { eventually } from '../eventually.ts';
import { momentsApart, momentsUpTo } from '../reliability/moments.ts';
import { tryAgain } from '../reliability/person.ts';
import type { BotOnTable, BotsOnTable } from './botsOnTable.ts';
import type { Moment } from './heldCalls.ts';

/** Milliseconds within which another process finishes what one left. */
const within = 60_000;

/** Somebody of a partner of their own, and the call at which the process stands still that they talk to. */
export interface Held {
  readonly work: Work;
  readonly partner: Partner;
  readonly user: Client;
  readonly bot: BotOnTable;
  readonly moment: Moment;
  /** The moment in words. */
  name: string;
  /** The status of the answer to the press; 0 where the process died before it. */
  answered: Promise<number>;
}

/** A piece of work that is asked for in a chat and done at Partner Center. */
export interface Work {
  /** More calls than it makes. */
  readonly calls: number;
  /** Calls that it makes at least. */
  readonly atLeast: number;
  /** The moments of these calls at which a process stands still; without it, all. */
  readonly moments?: readonly Moment[];
  /** Leads a person to the button. */
  readonly prepare: (user: Client, partner: Partner) => Promise<void>;
  /** Presses the button; gives the status of the answer. */
  readonly press: (user: Client) => Promise<number>;
  /** The button's verb. */
  readonly verb: Parameters<Client['has']>[0];
  /** True when the person sees its end. */
  readonly isOver: (user: Client) => boolean;
  /** True when nothing of it is under way. */
  readonly isSettled: (partner: Partner) => Promise<boolean>;
}

const momentsOf = ({ calls, moments }: Pick<Work, 'calls' | 'moments'>): readonly Moment[] =>
  moments ?? momentsUpTo(calls).flatMap((call) => (['before', 'after'] as const).map((when) => ({ call, when })));

/** Partners that `killAndFreeze` needs. */
export const partnersOf = (...works: readonly Pick<Work, 'calls' | 'moments'>[]): number =>
  2 * works.flatMap(momentsOf).length;

/** Somebody at each moment of each of those processes, about to press the button. */
function everyMoment(
  bots: BotsOnTable,
  processes: readonly BotOnTable[],
  works: readonly Work[],
): Promise<readonly Held[]> {
  const places = processes.flatMap((bot) =>
    works.flatMap((work) => momentsOf(work).map((moment) => ({ bot, work, moment }))),
  );
  return mapLimit(places, 4, async ({ bot, work, moment }, place) => {
    const partner = bots.partners[place];
    assert.ok(partner);
    const user = bots.person(bot, partner);
    await work.prepare(user, partner);
    return { work, partner, moment, bot, user, name: '', answered: Promise.resolve(0) };
  });
}

const isHeld = ({ bot, partner }: Held): boolean => bot.calls.held(partner) !== undefined;

/**
 * Presses all, until the process stands still for each, or has done what it was asked for; gives those that are held. Where
 * a turn stands still, its press is not answered yet.
 */
async function pressAll(all: readonly Held[]): Promise<Held[]> {
  for (const one of all) {
    one.bot.calls.holdAt(one.partner, one.moment);
    one.answered = one.work.press(one.user).catch(() => 0);
  }
  for (const one of all) await eventually('it stands still or is over', () => isHeld(one) || one.work.isOver(one.user));
  const held = all.filter(isHeld);
  for (const one of held)
    one.name = `${one.moment.when} call ${String(one.moment.call)}, ${one.bot.calls.held(one.partner) ?? ''}`;
  for (const work of new Set(all.map((one) => one.work))) {
    const reached = new Set(held.filter((one) => one.work === work).map(({ moment: { call } }) => call));
    assert.ok(
      reached.size >= Math.floor(work.atLeast / momentsApart) && !reached.has(work.calls),
      `calls: ${[...reached].join(', ')}`,
    );
  }
  for (const one of all) if (!isHeld(one)) await eventually('it is settled', () => one.work.isSettled(one.partner));
  return held;
}

/** Jobs that a process has left to another one by its log: each run that lost its job ends with such a line. */
export const leftBy = (bot: BotOnTable): number => bot.output().split(' was left to another process').length - 1;

/** The number of jobs that are under way in that process, besides turns. */
async function lostBy(process: BotOnTable, held: readonly Held[]): Promise<number> {
  const own = held.filter(({ bot }) => bot === process);
  const settled = await Promise.all(own.map(async ({ work, partner }) => work.isSettled(partner)));
  return settled.filter((is) => !is).length;
}

/** Does what a person does whose press came to nothing, as the process stood still before it was taken. */
async function goOn(user: Client, { press, verb }: Work): Promise<false> {
  const again = tryAgain(user);
  if (again !== undefined) await user.press(again);
  else if (user.has(verb)) await press(user);
  return false;
}

/**
 * Lets two processes stand still at every call of some pieces of work, kills the one, freezes the other, and waits until a
 * third one has finished all. Then what the killed one sent arrives, and the frozen one goes on. Gives who asked for them.
 */
export async function killAndFreeze(bots: BotsOnTable, ...works: readonly Work[]): Promise<readonly Held[]> {
  const [killed, frozen, third] = await Promise.all([bots.start(), bots.start(), bots.start()]);
  const all = await everyMoment(bots, [killed, frozen], works);
  const held = await pressAll(all);
  const lost = await lostBy(frozen, held);
  await killed.kill();
  frozen.freeze();
  for (const { work, name, user, partner } of held) {
    const other = bots.person(third, partner, user);
    await eventually(`over: ${name}`, async () => work.isOver(user) || (await goOn(other, work)), within);
  }
  const before = leftBy(frozen);
  killed.calls.release();
  frozen.calls.release();
  frozen.thaw();
  // Where a call was given up meanwhile, its run ends without an error: what was made is looked at all the same.
  const seen = () => leftBy(frozen) >= before + lost;
  await eventually('the frozen one has seen that it lost its jobs', seen, 10_000).catch(() => undefined);
  for (const { work, partner } of all) await eventually('nothing is under way', () => work.isSettled(partner));
  for (const { bot, answered, name } of all) if (bot !== killed) assert.equal(await answered, 200, name);
  return all;
}
