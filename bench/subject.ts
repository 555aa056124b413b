import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Usage } from './meter.ts';

/** A bot that is measured: a program that listens on `PORT`. */
export interface Program {
  readonly name: string;
  /** From this folder. */
  readonly file: string;
  /** Node's own, as it is started with. */
  readonly flags?: readonly string[];
  /** Answers 200 when it is ready; without it any answer will do. */
  readonly readyPath?: string;
}

/** A program in a process of its own, or in several. */
export interface Subject {
  /** Of several processes each time the next one's. */
  readonly url: string;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

type Settings = Readonly<Record<string, string>>;

const meter = new URL('./meter.js', import.meta.url).href;
const fileOf = ({ file }: Program): string => fileURLToPath(new URL(file, import.meta.url));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Nothing of the caller's own settings, nor of an `.env` file here: they may name an app id or a data folder. */
function surroundings(port: number, settings: Settings): { env: NodeJS.ProcessEnv; cwd: string } {
  const kept = ['PATH', 'TMPDIR', 'TEMP', 'SystemRoot'].map((name) => [name, process.env[name]] as const);
  return {
    env: {
      ...Object.fromEntries(kept),
      PORT: String(port),
      LOG_LEVEL: 'warn',
      TURNS_PER_MINUTE: '1000000',
      ...settings,
    },
    cwd: tmpdir(),
  };
}

const statusOf = (url: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    get(url, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', () => resolve(undefined));
  });

async function untilReady({ readyPath }: Program, url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    const status = await statusOf(`${url}${readyPath ?? '/'}`);
    if (status === 200 || (readyPath === undefined && status !== undefined)) return;
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with exit code ${String(child.exitCode)}`);
    await wait(2);
  }
}

async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

/** Starts a program and waits until it is ready; flags of this process, such as --cpu-prof, are passed on. */
export async function startSubject(program: Program, settings: Settings = {}): Promise<Subject> {
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const child = fork(fileOf(program), {
    execArgv: [...process.execArgv, ...(program.flags ?? []), '--import', meter],
    ...surroundings(port, settings),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await untilReady(program, url, child);
  return {
    url,
    async usage() {
      const answered = once(child, 'message');
      child.send('usage');
      const [usage] = (await answered) as [Usage];
      return usage;
    },
    stop: () => end(child),
  };
}

/** Starts a program in so many processes, which take turns at what is said. */
export async function startReplicas(program: Program, settings: Settings, count: number): Promise<Subject> {
  const replicas: Subject[] = [];
  while (replicas.length < count) replicas.push(await startSubject(program, settings));
  let last = 0;
  return {
    get url() {
      last = (last + 1) % count;
      return replicas[last]?.url ?? '';
    },
    async usage() {
      const used = await Promise.all(replicas.map(async (replica) => replica.usage()));
      const sum = (of: (usage: Usage) => number): number => used.reduce((total, one) => total + of(one), 0);
      return { cpu: sum(({ cpu }) => cpu), rss: sum(({ rss }) => rss) };
    },
    stop: async () => void (await Promise.all(replicas.map(async (replica) => replica.stop()))),
  };
}

/** Milliseconds from the start of a program's process until it is ready. */
export async function timeToReady(program: Program, settings: Settings = {}): Promise<number> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn(process.execPath, [...(program.flags ?? []), fileOf(program)], {
    ...surroundings(port, settings),
    stdio: 'ignore',
  });
  await untilReady(program, `http://127.0.0.1:${String(port)}`, child);
  const milliseconds = performance.now() - start;
  await end(child);
  return milliseconds;
}
