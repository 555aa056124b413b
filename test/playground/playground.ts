import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from '../eventually.ts';

/** The Agents Playground: where its page is, and how it is ended. */
export interface Playground {
  readonly url: string;
  stop(): Promise<void>;
}

/** The command of `npm run playground`. The Playground's licence is for evaluation: it is fetched when asked for. */
async function command(endpoint: string): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };
  const words = scripts['playground']?.split(' ') ?? [];
  return words.map((word) => (word.endsWith('/api/messages') ? endpoint : word));
}

/** Starts the Playground, speaking to that bot as Teams does, and waits until its page is there. */
export async function startPlayground(bot: string): Promise<Playground> {
  const [program = '', ...words] = await command(`${bot}/api/messages`);
  // It leaves a folder where it was started.
  const place = await mkdtemp(path.join(tmpdir(), 'customer-desk-playground-'));
  const child = spawn(program, words, { cwd: place, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = async (): Promise<void> => {
    await end(child);
    await rm(place, { recursive: true, force: true });
  };
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  // Another port than its own is taken when that is in use.
  const port = () => {
    if (child.exitCode !== null) throw new Error(`the Playground ended with code ${String(child.exitCode)}: ${said}`);
    return /Listening on (\d+)/.exec(said)?.[1];
  };
  try {
    // The first time npx has to fetch it.
    return { url: `http://127.0.0.1:${await eventually('the Playground listens', port, 180_000)}/`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** npx hands no signal on, so its whole group is told. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  process.kill(-child.pid, 'SIGTERM');
  await closed;
}
