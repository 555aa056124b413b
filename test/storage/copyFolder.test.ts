import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { backUpFolder, copyFolder } from '../../storage/copyFolder.ts';
import type { Documents, Json } from '../../storage/documents.ts';
import type { FolderStorage } from '../../storage/dataFolder.ts';
import { openDocuments } from '../../storage/openDocuments.ts';
import { hasSqlite } from '../../storage/sqlite/database.ts';
import { customers } from '../../storage/collections.ts';
import { folders } from './folder.ts';
import { microsoftIdAt, partner, write } from './foundCustomers.ts';

const places = folders();
const now = () => new Date('2026-03-01T12:00:00.123Z');
const values: Readonly<Record<string, Json>> = {
  one: { name: 'Contoso 台灣' },
  '': null,
  ['x'.repeat(300)]: [1],
  '\ud800': 'ill',
};
const partitions = [
  { kind: 'customers', partner: 'p1' },
  { kind: 'importRows', partner: 'p1' },
  { kind: 'customers', partner: 'P2' },
];

async function filled(storage: FolderStorage): Promise<string> {
  const folder = await places.make();
  const documents = await openDocuments(storage, folder, { now });
  for (const partition of partitions)
    for (const [id, value] of Object.entries(values)) await documents.insert({ ...partition, id }, value);
  // More than a page.
  await Promise.all(
    Array.from({ length: 450 }, (_, n) => documents.insert({ kind: 'jobs', partner: 'p1', id: String(n) }, n)),
  );
  await documents.close();
  await mkdir(join(folder, 'tokens'));
  await writeFile(join(folder, 'tokens', 'p1.json'), 'consent');
  return folder;
}

async function expectAll(documents: Documents): Promise<void> {
  for (const partition of partitions)
    for (const [id, value] of Object.entries(values))
      deepEqual((await documents.get({ ...partition, id }))?.value, value);
  equal((await documents.list('jobs', 'p1', { limit: 1000 })).items.length, 450);
}

async function expectCopy(storage: FolderStorage, folder: string): Promise<void> {
  const documents = await openDocuments(storage, folder, { now });
  await expectAll(documents);
  await documents.close();
  equal(await readFile(join(folder, 'tokens', 'p1.json'), 'utf8'), 'consent');
}

const names = ['Alpine Ski House', 'Alpine Bikes', 'Ромашка', '高山滑雪有限公司', 'Tailspin 100%', 'alpine "x"'];
const asked = ['', 'alp', 'alpine ski', 'ромашка', '滑雪', '100%', 'x"', 'nobody', microsoftIdAt(7)];

/** A closed folder with customers that can be searched. */
async function withCustomers(storage: FolderStorage): Promise<string> {
  const folder = await places.make();
  const documents = await openDocuments(storage, folder, { now });
  for (let at = 0; at < 24; at += 1)
    await write(customers(documents), {
      at,
      companyName: `${names[at % names.length] ?? ''} ${String(at)}`,
      reseller: at % 2 === 0 ? 'r1' : '',
      offers: at % 3 === 0 ? ['o1'] : ['o1', 'o2'],
    });
  await documents.close();
  return folder;
}

/** All that a folder's searches give, without any record being read for it. */
async function searched(storage: FolderStorage, folder: string): Promise<unknown> {
  const onSummarized = (): never => {
    throw new Error('a record was read for its summary');
  };
  const documents = await openDocuments(storage, folder, { now, onSummarized });
  const records = customers(documents);
  const found: unknown[] = [];
  for (const find of asked)
    for (const reseller of ['', 'r1']) {
      found.push(await records.every(partner, { find, reseller }));
      found.push(await records.search(partner, { find, reseller }, {}, 5));
    }
  found.push(Object.fromEntries(records.sold(partner)), await records.idOf(partner, microsoftIdAt(7)));
  await documents.close();
  return found;
}

const stores: readonly FolderStorage[] = hasSqlite(process.version) ? ['lowdb', 'sqlite'] : ['lowdb'];

describe('a data folder', () => {
  afterEach(() => places.clear());

  for (const from of stores)
    for (const to of stores)
      it(`is copied with all that is in it, from ${from} to ${to}`, async () => {
        const source = await filled(from);
        const target = join(dirname(source), 'copy');
        await mkdir(`${target}.copying`);
        await writeFile(join(`${target}.copying`, 'left'), 'by a copy that was cut off');
        equal((await copyFolder(source, { storage: to, folder: target })).documents, 450 + 12);
        await expectCopy(to, target);
        await expectCopy(from, source);
        equal((await readdir(dirname(source))).length, 2);
        await rejects(copyFolder(source, { storage: to, folder: target }), /exists already/);
      });

  for (const from of stores)
    for (const to of stores)
      it(`is searched as before when it was copied from ${from} to ${to}`, async () => {
        const source = await withCustomers(from);
        const target = join(dirname(source), 'copy');
        await copyFolder(source, { storage: to, folder: target });
        deepEqual(await searched(to, target), await searched(from, source));
      });

  if (hasSqlite(process.version))
    it('of SQLite is searched as before when it was backed up', async () => {
      const source = await withCustomers('sqlite');
      const target = join(dirname(source), 'copy');
      await backUpFolder(source, target);
      deepEqual(await searched('sqlite', target), await searched('sqlite', source));
    });

  it('is not copied where there is none, and not while a bot holds it', async () => {
    const source = await filled('lowdb');
    const target = { storage: 'lowdb', folder: join(dirname(source), 'copy') } as const;
    await rejects(copyFolder(join(dirname(source), 'other'), target), /holds no records/);
    const held = await openDocuments('lowdb', source, { now });
    const times = { stale: 4000, update: 1000, wait: 0, retry: 10 };
    await rejects(copyFolder(source, target, times), /in use by another process/);
    await held.close();
    deepEqual(await readdir(dirname(source)), ['data']);
  });

  it('of lowdb is not backed up while a bot may write in it', async () => {
    const source = await filled('lowdb');
    await rejects(backUpFolder(source, join(dirname(source), 'copy')), /kept by lowdb: stop the bot/);
  });

  if (hasSqlite(process.version))
    it('of SQLite is backed up at one moment while a bot writes in it', async () => {
      const source = await filled('sqlite');
      const target = join(dirname(source), 'copy');
      const held = await openDocuments('sqlite', source, { now });
      const pair = (n: number) =>
        [1, 2].map((side) => held.insert({ kind: 'pairs', partner: String(side), id: String(n) }, n));
      let isDone = false;
      const writing = (async () => {
        for (let n = 0; !isDone; n += 1) await Promise.all(pair(n));
      })();
      await backUpFolder(source, target);
      isDone = true;
      await writing;
      await held.close();
      await expectCopy('sqlite', target);
      const copy = await openDocuments('sqlite', target, { now });
      const ids = async (partner: string) =>
        (await copy.list('pairs', partner, { limit: 100_000 })).items.map(({ id }) => id);
      // Two that were written by one commit are both there, or neither.
      deepEqual(await ids('1'), await ids('2'));
      await copy.close();
      ok(!(await readdir(dirname(source))).includes('copy.copying'));
    });
});
