import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Channel } from './channel.ts';
import { openChat } from './chat.ts';
import { median, quantile } from './numbers.ts';
import { startReplicas, type Program, type Subject } from './subject.ts';
import { turnsOfTalk, type Talk } from './talks.ts';

/** A bot, and what is said to it. */
export interface Contender {
  readonly program: Program;
  readonly settings: Readonly<Record<string, string>>;
  readonly talk: Talk;
  /** Processes that take turns at the messages; 1 by default. */
  readonly replicas?: number;
}

/** How a bot did under load. */
export interface Performance {
  /** CPU milliseconds a turn, of the bot's own process, with what it does after its answers. */
  readonly cpu: number;
  readonly turnsPerSecond: number;
  /** Milliseconds from a request to its answer. */
  readonly p50: number;
  readonly p99: number;
  /** Resident bytes after the last round. */
  readonly rss: number;
}

/** How much load: so many users at once, each with so many conversations a round. */
interface Load {
  readonly users: number;
  readonly conversations: number;
  /** Rounds that are not counted: a bot runs for days, and V8 compiles its code for thousands of turns. */
  readonly warmUp: number;
  readonly rounds: number;
}

/** Milliseconds after the last round in which a bot ends what it put off. */
const afterwards = 15_000;

/** One round, without what is known of it later only: its CPU time. */
type Round = Omit<Performance, 'cpu'>;

async function round(subject: Subject, channel: Channel, talk: Talk, load: Load): Promise<Round> {
  const times: number[] = [];
  const place = {
    channel,
    get url() {
      return subject.url;
    },
    onTurn: (milliseconds: number) => void times.push(milliseconds),
  };
  const start = performance.now();
  const user = async (): Promise<void> => {
    const id = randomUUID();
    for (let held = 0; held < load.conversations; held += 1) {
      const chat = openChat(place, id);
      await talk(chat);
      chat.close();
    }
  };
  await Promise.all(Array.from({ length: load.users }, user));
  const seconds = (performance.now() - start) / 1000;
  const turns = load.users * load.conversations * turnsOfTalk;
  if (turns !== times.length) throw new Error(`${String(times.length)} turns in place of ${String(turns)}`);
  return {
    turnsPerSecond: turns / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    rss: (await subject.usage()).rss,
  };
}

const summary = (rounds: readonly Round[], cpu: readonly number[]): Performance => ({
  cpu: median(cpu),
  turnsPerSecond: median(rounds.map(({ turnsPerSecond }) => turnsPerSecond)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
  rss: rounds.at(-1)?.rss ?? Number.NaN,
});

/**
 * Puts every bot under the same load, one at a time and in turns, so that a slow minute of the machine meets them all;
 * rounds to warm up are not counted. A round's CPU time is all the bot used until its next one began, so that nothing is
 * free that is done a little later. Gives the median of each figure, bot by bot.
 */
export async function compare(contenders: readonly Contender[], channel: Channel, load: Load): Promise<Performance[]> {
  const subjects = await Promise.all(
    contenders.map(async ({ program, settings, talk, replicas = 1 }) => ({
      talk,
      subject: await startReplicas(program, settings, replicas),
      rounds: [] as Round[],
      // CPU milliseconds used when each round began, and at the end.
      used: [] as number[],
    })),
  );
  for (let number = 0; number < load.warmUp + load.rounds; number += 1) {
    for (const { subject, talk, rounds, used } of subjects) {
      const isCounted = number >= load.warmUp;
      if (isCounted) used.push((await subject.usage()).cpu);
      const measured = await round(subject, channel, talk, load);
      if (isCounted) rounds.push(measured);
    }
  }
  await wait(afterwards);
  for (const { subject, used } of subjects) used.push((await subject.usage()).cpu);
  await Promise.all(subjects.map(({ subject }) => subject.stop()));
  const turns = load.users * load.conversations * turnsOfTalk;
  return subjects.map(({ rounds, used }) =>
    summary(
      rounds,
      used.slice(1).map((cpu, index) => (cpu - (used[index] ?? 0)) / turns),
    ),
  );
}
