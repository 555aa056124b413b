import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Channel } from './channel.ts';
import { openChat, type Chat } from './chat.ts';
import type { FolderStorage } from '../storage/dataFolder.ts';
import { median } from './numbers.ts';
import { seed } from './seed.ts';
import { startSubject, timeToReady, type Program, type Subject } from './subject.ts';
import { goldenTalk, submit, toReview } from './talks.ts';

/** Milliseconds that passed, and CPU milliseconds of the bot's own process. */
export interface Cost {
  readonly ms: number;
  readonly cpu: number;
}

/** What it costs to record and to list with so many customers there already. */
export interface Recording {
  readonly already: number;
  /** Milliseconds from the process's start. */
  readonly ready: number;
  /** From Submit to the confirmation: every step of the submission, each durable. */
  readonly submission: Cost;
  /** The first list after a start, which reads the folder's names. */
  readonly firstList: Cost;
  readonly list: Cost;
  /** A part of a name, or of nobody's; every record is looked at. */
  readonly find: Cost;
  /** Seconds from the first list until every record can be found. */
  readonly wholeAfter: number;
  /** Resident bytes when it is ready, and when every record can be found. */
  readonly rss: { readonly ready: number; readonly whole: number };
}

/** A store with so many customers, and the settings of a bot on it. */
export interface RecordingCase {
  readonly already: number;
  readonly settings: Readonly<Record<string, string>>;
}

/** One bot with its own number of customers, and what was measured of it so far. */
interface Case extends RecordingCase {
  readonly ready: number[];
  readonly submissions: Cost[];
  readonly lists: Cost[];
  readonly finds: Cost[];
}

const times = { starts: 3, acts: 60, warmUp: { users: 16, conversations: 8 } };

async function costOf(subject: Subject, act: () => Promise<void>): Promise<Cost> {
  const before = await subject.usage();
  const start = performance.now();
  await act();
  const ms = performance.now() - start;
  const after = await subject.usage();
  return { ms, cpu: after.cpu - before.cpu };
}

const middle = (costs: readonly Cost[]): Cost => ({
  ms: median(costs.map(({ ms }) => ms)),
  cpu: median(costs.map(({ cpu }) => cpu)),
});

async function submission(subject: Subject, chat: Chat): Promise<Cost> {
  await toReview(chat);
  const cost = await costOf(subject, () => submit(chat));
  await chat.press('done');
  return cost;
}

/** Finds until nothing is being read any more. */
async function untilWhole(chat: Chat, already: number): Promise<void> {
  await chat.say('customers');
  // Nobody is listed, and there is nothing to find.
  if (already === 0) return;
  do await chat.press('findCustomers', { findCustomer: 'nobody' });
  while (chat.says('so far; the others'));
}

async function warmUp(open: () => Chat): Promise<void> {
  const user = async (): Promise<void> => {
    for (let held = 0; held < times.warmUp.conversations; held += 1) {
      const chat = open();
      await goldenTalk(chat);
      chat.close();
    }
  };
  await Promise.all(Array.from({ length: times.warmUp.users }, user));
}

/** A folder for each number of customers, with as many. */
export async function seededFolders(
  storage: FolderStorage,
  folder: string,
  numbers: readonly number[],
): Promise<RecordingCase[]> {
  const cases: RecordingCase[] = [];
  for (const already of numbers) {
    const settings = { STORAGE: storage, DATA_DIR: join(folder, String(already)) };
    await seed(storage, settings.DATA_DIR, already);
    cases.push({ already, settings });
  }
  return cases;
}

/** Measures each number of customers in turns, so that a slow minute of the machine meets them all. */
export async function measureRecording(
  program: Program,
  channel: Channel,
  seeded: readonly RecordingCase[],
): Promise<Recording[]> {
  const cases = seeded.map((one): Case => ({ ...one, ready: [], submissions: [], lists: [], finds: [] }));
  const running = [];
  for (const one of cases) {
    const subject = await startSubject(program, one.settings);
    const open = (): Chat => openChat({ channel, url: subject.url, onTurn: () => undefined }, randomUUID());
    const ready = await subject.usage();
    const firstList = await costOf(subject, () => open().say('customers'));
    const whole = await costOf(subject, () => untilWhole(open(), one.already));
    const rss = { ready: ready.rss, whole: (await subject.usage()).rss };
    await warmUp(open);
    running.push({ ...one, subject, open, firstList, rss, wholeAfter: whole.ms / 1000 });
  }
  for (let act = 0; act < times.acts; act += 1)
    for (const { subject, open, submissions, lists, finds } of running) {
      const chat = open();
      submissions.push(await submission(subject, chat));
      lists.push(await costOf(subject, () => chat.say('customers')));
      const findCustomer = act % 2 === 0 ? 'company 99' : 'nobody';
      finds.push(await costOf(subject, () => chat.press('findCustomers', { findCustomer })));
      chat.close();
    }
  await Promise.all(running.map(({ subject }) => subject.stop()));
  // Last: the seeded files have reached the disk by now.
  for (let start = 0; start < times.starts; start += 1)
    for (const { ready, settings } of cases) ready.push(await timeToReady(program, settings));
  return running.map(({ already, ready, submissions, firstList, lists, finds, wholeAfter, rss }) => ({
    already,
    ready: median(ready),
    submission: middle(submissions),
    firstList,
    list: middle(lists),
    find: middle(finds),
    wholeAfter,
    rss,
  }));
}
