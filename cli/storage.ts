import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUpFolder, copyFolder, type DataFolder } from '../storage/copyFolder.ts';
import type { TableAccount } from '../storage/azure/table.ts';
import { loadEnvironment, readConfig } from '../bot/settings/config.ts';
import { readTableAccount, tableAccountFault, tableNameField } from '../bot/settings/tableAccount.ts';

const usage = `Copies records from one store to another, or backs them up.

  npm run storage -- copy --from <folder> --to <lowdb|sqlite>:<new folder>
      Every document of a DATA_DIR that no bot uses, into a new one of either store.

  npm run storage -- copy --from <folder> --to azure[:<table>]
  npm run storage -- copy --from azure[:<table>] --to <lowdb|sqlite>:<new folder>
      Into an empty table of an Azure Storage account, or back; the table is AZURE_STORAGE_TABLE, or else customerdesk,
      unless it is named. AZURE_STORAGE_CONNECTION_STRING names the account, or AZURE_STORAGE_ACCOUNT with this
      machine's identity.

  npm run storage -- backup --to <new folder>
      The DATA_DIR of the settings as it is at one moment, while the bot works; with STORAGE=sqlite.
      With STORAGE=azure a copy is the backup: copy --from azure --to lowdb:<new folder>
`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Raised for settings, or words of the command line, with which nothing can be copied. */
class UnusableCommand extends Error {}

function tableAccount(env: NodeJS.ProcessEnv): TableAccount {
  const fault = tableAccountFault(env);
  if (fault !== undefined) throw new UnusableCommand(fault);
  return readTableAccount(env) ?? {};
}

function parseFolder(text: string): DataFolder | undefined {
  const [, storage, folder] = /^(lowdb|sqlite):(.+)$/.exec(text) ?? [];
  return folder === undefined
    ? undefined
    : { storage: storage === 'sqlite' ? 'sqlite' : 'lowdb', folder: resolve(folder) };
}

/** Name of the table that the text names; undefined where it names none. Raises UnusableCommand for what is no name. */
function parseTable(text: string): string | undefined {
  const found = /^azure(?::(.*))?$/.exec(text);
  if (found === null) return undefined;
  const [, named] = found;
  const asked = named ?? process.env['AZURE_STORAGE_TABLE']?.trim();
  const { data, error } = tableNameField.safeParse(asked === '' && named === undefined ? undefined : asked);
  if (error === undefined) return data;
  throw new UnusableCommand(
    `${named === undefined ? 'AZURE_STORAGE_TABLE' : text}: ${error.issues.map(({ message }) => message).join(' ')}`,
  );
}

/** The path of the folder to copy from, which may have its store before it, as the one to copy to has. */
const folderToRead = (from: string): string => parseFolder(from)?.folder ?? resolve(from);

const documentsAre = (count: number): string => (count === 1 ? '1 document is' : `${String(count)} documents are`);

const tellUnreadable = (count: number, place: string): void => {
  if (count > 0) say(`${String(count)} could not be read and were set aside in ${place}.`);
};

async function copy(from: string, to: DataFolder): Promise<void> {
  const folder = folderToRead(from);
  const { documents, unreadable } = await copyFolder(folder, to);
  say(`${documentsAre(documents)} copied to ${to.folder}. Set STORAGE=${to.storage} and DATA_DIR=${to.folder}.`);
  tellUnreadable(unreadable, folder);
}

async function copyToTable(from: string, name: string): Promise<void> {
  const account = tableAccount(process.env);
  // Loaded only where it is needed.
  const { copyFolderToTable } = await import('../storage/azure/copyTable.ts');
  const folder = folderToRead(from);
  const { documents, unreadable } = await copyFolderToTable(folder, { account, name });
  say(`${documentsAre(documents)} copied to the table ${name}. The partners' consents stay in ${folder}.`);
  tellUnreadable(unreadable, folder);
}

async function copyFromTable(name: string, to: DataFolder): Promise<void> {
  const account = tableAccount(process.env);
  const { copyTableToFolder } = await import('../storage/azure/copyTable.ts');
  const { documents, unreadable } = await copyTableToFolder({ account, name }, to);
  say(
    `${documentsAre(documents)} copied to ${to.folder}, without the partners' consents. Set STORAGE=${to.storage} ` +
      `and DATA_DIR=${to.folder}.`,
  );
  tellUnreadable(unreadable, `the table ${name}`);
}

/** Copies from one place to the other; false where one of them is none, or both are tables. */
async function copyBetween(from: string, to: string): Promise<boolean> {
  const [fromTable, toTable, toFolder] = [parseTable(from), parseTable(to), parseFolder(to)];
  if (fromTable === undefined && toFolder !== undefined) await copy(from, toFolder);
  else if (fromTable === undefined && toTable !== undefined) await copyToTable(from, toTable);
  else if (fromTable !== undefined && toFolder !== undefined) await copyFromTable(fromTable, toFolder);
  else return false;
  return true;
}

async function backUp(to: string): Promise<void> {
  const { dataDir, storage } = readConfig(process.env);
  if (typeof storage !== 'string')
    throw new UnusableCommand(
      `With STORAGE=azure a copy is the backup: npm run storage -- copy --from azure:${storage.name} --to lowdb:${to}`,
    );
  await backUpFolder(dataDir, resolve(to));
  say(`${dataDir} is backed up in ${resolve(to)}. To restore it, put the copy back while the bot is stopped.`);
}

/** Runs the command of the command line; false for an unknown one. */
async function run(): Promise<boolean> {
  const options = { from: { type: 'string' }, to: { type: 'string' } } as const;
  const { positionals, values } = parseArgs({ options, allowPositionals: true });
  const { from, to = '' } = values;
  if (positionals.join() === 'copy' && from !== undefined) return copyBetween(from, to);
  if (positionals.join() !== 'backup' || from !== undefined || to === '') return false;
  await backUp(to);
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
