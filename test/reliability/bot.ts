import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StartOptions } from '../../bot/app.ts';
import { deadline, eventually } from '../eventually.ts';

/** Milliseconds of a process that tests may shorten, and that no setting of the bot does. */
export type QuickTimes = Pick<StartOptions, 'leaseTime' | 'takeUpEvery' | 'takeUpAfter' | 'waits' | 'answerTime'>;

/** What a process of the bot may be given. */
export interface BotOptions {
  /** Settings of its environment; nothing of this process's own is handed on. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Files beside its data folder, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /**
   * Instead of the times that it is shipped with. With any, or none of them, it does not rehearse its first messages when it
   * starts, which takes as much CPU as half the start: for those that are started again and again.
   */
  readonly times?: QuickTimes;
  /** Another version of the bot: its file, as it is run. */
  readonly program?: string;
}

/** How a process ended. */
interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The bot as it is run: a process of its own, on a free port, with folders of its own. */
export interface BotProcess {
  /** A folder of this test's own, with all the others in it. */
  readonly place: string;
  /** The data folder. */
  readonly folder: string;
  /** The process's folder for temporary files. */
  readonly temporary: string;
  /** Everything it wrote so far, of all its lives. */
  output(): string;
  errors(): string;
  url(): string;
  port(): number;
  alive(): boolean;
  /** Asks it to stop (SIGTERM). */
  stop(): Promise<Ending>;
  /** Ends it at once (SIGKILL). */
  kill(): Promise<Ending>;
  /** Lets it stand still (SIGSTOP). */
  freeze(): void;
  /** Lets it go on (SIGCONT). */
  thaw(): void;
  /** Does something while the process stands still, and lets it go on. */
  held<T>(task: () => Promise<T>): Promise<T>;
  /** Starts it again, on the same folders, after it ended. */
  restart(): Promise<void>;
  /** Ends it and removes its folders. */
  clear(): Promise<void>;
}

// The bot as it is in TypeScript, or as it is run, as this file is.
const shipped = extname(import.meta.url) === '.ts' ? '../../bot/index.ts' : '../../bundle/customer-desk.js';
const entry = fileURLToPath(new URL(shipped, import.meta.url));
// A bundle of it starts in half the CPU; one that a build left behind would be of former code, so it is asked for.
const quickEntry =
  process.env['QUICK_BOT'] ?? fileURLToPath(new URL(`quickBot${extname(import.meta.url)}`, import.meta.url));
// Its folder is not this one, so what its Node needs is named by its full address.
const flags = process.execArgv.map((flag) => (flag === 'tsx' ? import.meta.resolve('tsx') : flag));

/** Runs the bot's program in that folder and that environment alone. */
const launch = (
  place: string,
  settings: Readonly<Record<string, string>>,
  { times, program = entry }: Pick<BotOptions, 'times' | 'program'> = {},
): ChildProcess =>
  spawn(process.execPath, [...flags, ...(times === undefined ? [program] : [quickEntry, JSON.stringify(times)])], {
    cwd: place,
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', TURNS_PER_MINUTE: '100000', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const collect = (stream: ChildProcess['stdout'], chunks: string[]): void => {
  stream?.setEncoding('utf8');
  stream?.on('data', (chunk: string) => void chunks.push(chunk));
};

const portOf = (greeting: string): number | undefined => {
  // Before it stands the address of a simulator, where there is one.
  const found = /(?:page +http:\/\/127\.0\.0\.1:|on port )(\d+)/.exec(greeting)?.[1];
  return found === undefined ? undefined : Number(found);
};

async function writeFiles(place: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(place, name, '..'), { recursive: true });
    await writeFile(join(place, name), text);
  }
}

/** Starts the bot and waits until it greets. */
export async function startProcess({ settings = {}, files = {}, ...more }: BotOptions = {}): Promise<BotProcess> {
  const place = await mkdtemp(join(tmpdir(), 'customer-desk-process-'));
  const [folder, temporary] = [join(place, 'data'), join(place, 'tmp')];
  await mkdir(temporary);
  await writeFiles(place, files);
  const output: string[] = [];
  const errors: string[] = [];
  let child: ChildProcess | undefined;
  let port = 0;
  const alive = (): boolean => child !== undefined && child.exitCode === null && child.signalCode === null;
  const start = async (): Promise<void> => {
    const started = launch(place, { DATA_DIR: folder, TMPDIR: temporary, ...settings }, more);
    const greeting: string[] = [];
    collect(started.stdout, output);
    collect(started.stderr, greeting);
    collect(started.stderr, errors);
    child = started;
    port = await eventually('the bot greets', () => {
      if (!alive()) throw new Error(`the bot did not start: ${greeting.join('')}`);
      return greeting.join('').endsWith('\n') ? portOf(greeting.join('')) : undefined;
    });
  };
  const end = async (signal: NodeJS.Signals): Promise<Ending> => {
    const ended = child;
    if (ended !== undefined && alive()) {
      const closed = once(ended, 'close');
      ended.kill(signal);
      await closed;
    }
    return { code: ended?.exitCode ?? null, signal: ended?.signalCode ?? null };
  };
  const freeze = (): void => void child?.kill('SIGSTOP');
  const thaw = (): void => void child?.kill('SIGCONT');
  await start();
  return {
    place,
    folder,
    temporary,
    output: () => output.join(''),
    errors: () => errors.join(''),
    url: () => `http://127.0.0.1:${String(port)}`,
    port: () => port,
    alive,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    freeze,
    thaw,
    async held(task) {
      freeze();
      try {
        return await task();
      } finally {
        thaw();
      }
    },
    restart: start,
    async clear() {
      await end('SIGKILL');
      await rm(place, { recursive: true, force: true });
    },
  };
}

/** How a program that was not to start ended, and what it said. */
export async function refusedStart(
  settings: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly output: string; readonly errors: string; readonly place: string }> {
  const place = await mkdtemp(join(tmpdir(), 'customer-desk-refused-'));
  try {
    await writeFiles(place, files);
    const child = launch(place, { DATA_DIR: 'data', ...settings });
    const output: string[] = [];
    const errors: string[] = [];
    collect(child.stdout, output);
    collect(child.stderr, errors);
    const impatient = setTimeout(() => child.kill('SIGKILL'), deadline);
    await once(child, 'close');
    clearTimeout(impatient);
    return { code: child.exitCode, output: output.join(''), errors: errors.join(''), place };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
