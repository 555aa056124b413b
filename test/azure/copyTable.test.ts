import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { TableClient } from '@azure/data-tables';
import { copyFolderToTable, copyTableToFolder } from '../../storage/azure/copyTable.ts';
import { markCopying, openAzureDocuments } from '../../storage/azure/azureDocuments.ts';
import { openTable } from '../../storage/azure/table.ts';
import { customers } from '../../storage/collections.ts';
import { copyDocuments } from '../../storage/copyDocuments.ts';
import type { Documents, Json } from '../../storage/documents.ts';
import { openDocuments } from '../../storage/openDocuments.ts';
import { folders } from '../storage/folder.ts';
import { memoryDocuments } from '../memoryDocuments.ts';
import { idAt, partner, write } from '../storage/foundCustomers.ts';
import { azurite, newTable } from './azurite.ts';

const run = promisify(execFile);
const places = folders();
const now = () => new Date('2026-03-01T12:00:00.123Z');
const values: Readonly<Record<string, Json>> = {
  one: { name: 'Contoso 台灣' },
  '': null,
  ['x'.repeat(300)]: [1],
  '\ud800': 'ill',
  long: '台'.repeat(100_000),
};
const partitions = [
  { kind: 'imports', partner: 'p1' },
  { kind: 'people', partner: 'p1' },
  { kind: 'imports', partner: 'P/2' },
];

/** A closed lowdb folder with documents of many keys, and customers. */
async function filled(): Promise<string> {
  const folder = await places.make();
  const documents = await openDocuments('lowdb', folder, { now });
  for (const partition of partitions)
    for (const [id, value] of Object.entries(values)) await documents.insert({ ...partition, id }, value);
  await Promise.all(
    Array.from({ length: 450 }, (_, n) => documents.insert({ kind: 'jobs', partner: 'p1', id: String(n) }, n)),
  );
  const records = customers(documents);
  for (let at = 0; at < 12; at += 1)
    await write(records, {
      at,
      companyName: `Alpine ${String(at)}`,
      reseller: at % 2 === 0 ? 'r1' : '',
      offers: ['o1'],
    });
  await documents.close();
  return folder;
}

const count = 15 + 450 + 12;

/** All of a store: each document, and the customers found without one being read for its summary. */
async function everything(documents: Documents): Promise<unknown> {
  const found: unknown[] = [];
  for (const partition of partitions)
    for (const id of Object.keys(values)) found.push((await documents.get({ ...partition, id }))?.value);
  found.push((await documents.list('jobs', 'p1', { limit: 1000 })).items.map(({ id, value }) => [id, value]));
  const summaries: Json[] = [];
  const of = (): never => {
    throw new Error('a record was read for its summary');
  };
  for await (const { items } of documents.summaries('customers', partner, { form: 1, of }))
    summaries.push(...items.map(({ summary = null }) => summary));
  const records = customers(documents);
  for (const find of ['', 'alpine 1', 'nobody'])
    found.push(await records.search(partner, { find, reseller: 'r1' }, {}, 5));
  await documents.close();
  return [...found, summaries];
}

describe('a table of an Azure Storage account', () => {
  afterEach(async () => places.clear());

  it('is filled from a folder of lowdb, and copied back, with all that is in it', async () => {
    const account = { connectionString: (await azurite()).connectionString };
    const name = newTable();
    const source = await filled();
    const expected = await everything(await openDocuments('lowdb', source, { now }));
    deepEqual(await copyFolderToTable(source, { account, name }), { documents: count, unreadable: 0 });
    deepEqual(await everything(await openAzureDocuments(account, name, { now })), expected);
    const target = { storage: 'lowdb', folder: join(dirname(source), 'copy') } as const;
    deepEqual(await copyTableToFolder({ account, name }, target), { documents: count, unreadable: 0 });
    deepEqual(await everything(await openDocuments('lowdb', target.folder, { now })), expected);
    deepEqual(await everything(await openDocuments('lowdb', source, { now })), expected);
    await rejects(copyFolderToTable(source, { account, name }), /is not empty/);
    await rejects(copyTableToFolder({ account, name }, target), /exists already/);
    deepEqual((await readdir(dirname(source))).sort(), ['copy', 'data']);
  });

  it('is not taken for whole when the copy into it was cut off, and not copied where it is empty', async () => {
    const account = { connectionString: (await azurite()).connectionString };
    const [cut, empty] = [newTable(), newTable()];
    await markCopying(await openTable(account, cut));
    const target = { storage: 'lowdb', folder: await places.make() } as const;
    await rejects(openAzureDocuments(account, cut, { now }), /part of a copy that was cut off: delete it/);
    await rejects(copyTableToFolder({ account, name: cut }, target), /part of a copy that was cut off/);
    await rejects(copyTableToFolder({ account, name: empty }, target), /holds no records/);
    await rejects(copyFolderToTable(target.folder, { account, name: empty }), /holds no records/);
  });

  it('is copied while a bot writes to it: every document whole, and a customer whose job ends meanwhile among them', async () => {
    const account = { connectionString: (await azurite()).connectionString };
    const name = newTable();
    const bot = await openAzureDocuments(account, name, { now });
    const keyOf = (kind: string, id: string) => ({ kind, partner, id });
    const valueOf = (n: number): Json => ({ n, text: String(n).repeat(20_000) });
    const job = await bot.insert(keyOf('jobs', idAt(1)), 'begun');
    let busy = await bot.insert(keyOf('people', 'busy'), valueOf(0));
    // Every write of the copy is followed by one of the bot's; the first one ends the job.
    let writes = 0;
    const bothWrite = async (): Promise<void> => {
      writes += 1;
      if (writes === 1) {
        await write(customers(bot), { at: 1, companyName: 'Alpine', reseller: '', offers: [] });
        await bot.remove(keyOf('jobs', idAt(1)), job);
      }
      busy = await bot.replace(keyOf('people', 'busy'), valueOf(writes), busy);
    };
    const copy = memoryDocuments();
    const copying = {
      ...copy,
      insert: async (...given: Parameters<Documents['insert']>) => {
        const etag = await copy.insert(...given);
        await bothWrite();
        return etag;
      },
    };
    deepEqual(await copyDocuments(bot, copying), { documents: 3, unreadable: 0 });
    deepEqual((await copy.get(keyOf('people', 'busy')))?.value, valueOf(1));
    equal((await customers(copy).every(partner, { find: 'alpine', reseller: '' })).length, 1);
    await bot.close();
  });

  it('is filled and copied by the command', async () => {
    const { connectionString } = await azurite();
    const name = newTable();
    const source = await filled();
    const copy = join(dirname(source), 'copy');
    const command = async (env: NodeJS.ProcessEnv, ...given: string[]) =>
      run(process.execPath, ['dist/cli/storage.js', 'copy', ...given], { env: { PATH: process.env['PATH'], ...env } });
    const settings = { AZURE_STORAGE_CONNECTION_STRING: connectionString };
    const into = await command(settings, '--from', `lowdb:${source}`, '--to', `azure:${name}`);
    ok(into.stdout.startsWith(`${String(count)} documents are copied to the table ${name}.`));
    const back = await command(settings, '--from', `azure:${name}`, '--to', `lowdb:${copy}`);
    ok(back.stdout.startsWith(`${String(count)} documents are copied to ${copy}`));
    await rejects(command({}, '--from', source, '--to', 'azure'), /AZURE_STORAGE_CONNECTION_STRING: is missing/);
    const named = { ...settings, AZURE_STORAGE_TABLE: name };
    const again = `lowdb:${join(dirname(source), 'again')}`;
    ok((await command(named, '--from', 'azure', '--to', again)).stdout.startsWith(`${String(count)} documents`));
    await rejects(command(settings, '--from', source, '--to', 'azure:customer-desk'), /customer-desk: is not a name/);
    await rejects(command(settings, '--from', 'azure', '--to', 'azure:other'), /Copies records from one store/);
    const client = TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true });
    equal(await client.getEntity('!table', 'copying').catch(() => 'none'), 'none');
  });
});
