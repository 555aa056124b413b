import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUpFolder, copyFolder, type DataFolder } from '../storage/copyFolder.ts';
import { loadEnvironment, readConfig } from '../bot/settings/config.ts';

const usage = `Copies records from one store to the other, or backs them up.

  npm run storage -- copy --from <folder> --to <lowdb|sqlite>:<new folder>
      Every document of a DATA_DIR that no bot uses, into a new one of either store.

  npm run storage -- backup --to <new folder>
      The DATA_DIR of the settings as it is at one moment, while the bot works; with STORAGE=sqlite.
`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function parseTarget(text: string): DataFolder | undefined {
  const [, storage, folder] = /^(lowdb|sqlite):(.+)$/.exec(text) ?? [];
  return folder === undefined
    ? undefined
    : { storage: storage === 'sqlite' ? 'sqlite' : 'lowdb', folder: resolve(folder) };
}

async function copy(from: string, to: DataFolder): Promise<void> {
  const { documents, unreadable } = await copyFolder(resolve(from), to);
  say(
    `${String(documents)} documents are copied to ${to.folder}. Set STORAGE=${to.storage} and DATA_DIR=${to.folder}.`,
  );
  if (unreadable > 0) say(`${String(unreadable)} could not be read and were set aside in ${resolve(from)}.`);
}

async function backUp(to: string): Promise<void> {
  const { dataDir } = readConfig(process.env);
  await backUpFolder(dataDir, resolve(to));
  say(`${dataDir} is backed up in ${resolve(to)}. To restore it, put the copy back while the bot is stopped.`);
}

/** Runs the command of the command line; false for an unknown one. */
async function run(): Promise<boolean> {
  const options = { from: { type: 'string' }, to: { type: 'string' } } as const;
  const { positionals, values } = parseArgs({ options, allowPositionals: true });
  const { from, to = '' } = values;
  const target = parseTarget(to);
  if (positionals.join() === 'copy' && from !== undefined && target !== undefined) await copy(from, target);
  else if (positionals.join() === 'backup' && from === undefined && to !== '') await backUp(to);
  else return false;
  return true;
}

async function main(): Promise<void> {
  loadEnvironment();
  if (await run()) return;
  process.stderr.write(usage);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'unknown error'}\n`);
  process.exitCode = 1;
});
