import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

// The last one for Node 20. It is no dependency, as it is 186 MB: npx keeps it in its own cache.
const version = '3.35.0';

// Azurite's own account, which is the same everywhere.
const account =
  'AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** The tables of a storage account on this machine, in memory. */
export interface Azurite {
  readonly connectionString: string;
  /** Lets it stand still (SIGSTOP): it takes connections and answers nobody. */
  freeze(): void;
  /** Lets it go on. */
  thaw(): void;
  /** Ends it with all it has. */
  end(): Promise<void>;
}

/** The same on the disk. */
export interface KeptAzurite extends Azurite {
  /** Stops it, keeping what it has. */
  stop(): Promise<void>;
  /** Starts it again at the same address. */
  start(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Path of Azurite's program for tables, which npx installs the first time. */
async function installedProgram(): Promise<string> {
  const find = 'command -v azurite-table';
  const { stdout } = await promisify(execFile)('npx', ['--yes', `--package=azurite@${version}`, '-c', find]);
  return stdout.trim();
}

/** Starts an Azurite of its own, in memory: on the disk it writes all it has anew every few seconds. */
export const launchAzurite = (): Promise<Azurite> => launch(() => ['--inMemoryPersistence']);

/** Starts an Azurite of its own, in a new folder, which can be stopped and started again. */
export const launchKeptAzurite = (): Promise<KeptAzurite> => launch((folder) => ['--location', folder]);

async function launch(where: (folder: string) => readonly string[]): Promise<KeptAzurite> {
  const program = await installedProgram();
  const folder = await mkdtemp(join(tmpdir(), 'azurite-'));
  const port = await freePort();
  const options = ['--silent', '--disableTelemetry', '--tablePort', String(port), ...where(folder)];
  let running: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, [program, ...options], { stdio: 'ignore' });
    running = started;
    while (!(await isListening(port))) {
      if (started.exitCode !== null) throw new Error(`Azurite ended with ${String(started.exitCode)}`);
      await pause(50);
    }
  };
  const stop = async (): Promise<void> => {
    const ending = running;
    running = undefined;
    if (ending === undefined || ending.exitCode !== null) return;
    const ended = once(ending, 'exit');
    // By this signal it writes down what it has.
    ending.kill('SIGINT');
    await ended;
  };
  await start();
  return {
    connectionString: `DefaultEndpointsProtocol=http;${account};TableEndpoint=http://127.0.0.1:${String(port)}/devstoreaccount1;`,
    start,
    stop,
    freeze: () => void running?.kill('SIGSTOP'),
    thaw: () => void running?.kill('SIGCONT'),
    async end() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
