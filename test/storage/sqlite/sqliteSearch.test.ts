import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Cursor } from '../../../lib/keysetPage.ts';
import { summarizerOf } from '../../../storage/collectionSchema.ts';
import { customers, customerSchema, type Customers } from '../../../storage/collections.ts';
import { foldCase, foldKey, isSameName } from '../../../lib/foldCase.ts';
import type { CustomerEntry } from '../../../storage/customerIndex.ts';
import { summaryFilterOf, type CustomerFilter, type CustomerSlice } from '../../../storage/customerSearch.ts';
import type { Documents, Json } from '../../../storage/documents.ts';
import { databaseFileOf, hasSqlite } from '../../../storage/sqlite/database.ts';
import { openSqliteDocuments, type SqliteOptions } from '../../../storage/sqlite/sqliteDocuments.ts';
import { memoryDocuments } from '../../memoryDocuments.ts';
import { folders } from '../folder.ts';
import { customerOf, idAt, microsoftIdAt, partner, remove, write, type Wanted } from '../foundCustomers.ts';

const now = () => new Date('2026-03-01T12:00:00.123Z');

const words = [
  'Alpine',
  'ski',
  'Ромашка',
  'Ёлка',
  '高山',
  '臺灣',
  '富山實業有限公司',
  '富山实业',
  'ラーメン',
  'カ',
  '7',
  '42',
];
const marks = ['%', '_', '"', '*', "'", ' ', '  ', '-', 'OR', 'NEAR(', '\\', '%_%', '\u0000', '\ud800'];
const name = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...marks)), { minLength: 1, maxLength: 5 })
  .chain((parts) => fc.constantFrom('', ' ').map((between) => parts.join(between)));
const wanted: fc.Arbitrary<Wanted> = fc.record({
  at: fc.nat(25),
  companyName: name,
  reseller: fc.constantFrom('', 'none', 'r1', 'r2'),
  offers: fc.array(fc.constantFrom('o1', 'o2'), { maxLength: 3 }),
  registration: fc.constantFrom('', '7707083893', '770-708', '5'),
});
const steps = fc.array(fc.oneof({ weight: 4, arbitrary: wanted }, { weight: 1, arbitrary: fc.nat(25) }), {
  minLength: 1,
  maxLength: 40,
});
const typed = fc.oneof(
  name,
  fc.tuple(name, fc.nat(3), fc.integer({ min: 1, max: 6 })).map(([text, at, length]) => text.slice(at, at + length)),
  fc.nat(25).map(microsoftIdAt),
  fc.constant(''),
  fc.constant('north1'),
);
const filter: fc.Arbitrary<CustomerFilter> = fc.record({
  find: typed,
  reseller: fc.constantFrom('', '', 'r1', 'r2'),
  registration: fc.constantFrom('', '', '7707083893', '770708', '7'),
});
const place: fc.Arbitrary<Cursor> = fc.oneof(
  fc.constant({}),
  fc.nat(27).map((at) => ({ after: idAt(at) })),
  fc.nat(27).map((at) => ({ before: idAt(at) })),
);

const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1);

/** A page without the numbers that a store need not count. */
const uncounted = ({ total: _total, from: _from, ...page }: CustomerSlice) => page;

/** Makes a database one of the first version, which had documents and what was set aside only. */
async function dropSearchTables(folder: string): Promise<void> {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(databaseFileOf(folder));
  const names = (what: string): string[] =>
    database
      .prepare(`SELECT name FROM sqlite_schema WHERE ${what}`)
      .all()
      .map(({ name: found }) => String(found));
  for (const trigger of names("type = 'trigger'")) database.exec(`DROP TRIGGER ${trigger}`);
  database.exec('DROP TABLE customer_texts');
  for (const table of names("type = 'table' AND name NOT IN ('documents', 'set_aside')"))
    database.exec(`DROP TABLE ${table}`);
  database.exec('PRAGMA user_version = 0');
  deepEqual(names("type <> 'index'").sort(), ['documents', 'set_aside']);
  database.close();
}

if (hasSqlite(process.version))
  describe('the search of SQLite', () => {
    const places = folders();
    const opened: Documents[] = [];
    const open = async (folder: string, options: Partial<SqliteOptions> = {}): Promise<Documents> => {
      const documents = await openSqliteDocuments(folder, { now, ...options });
      opened.push(documents);
      return documents;
    };
    const close = async (): Promise<unknown> => Promise.all(opened.splice(0).map(async (each) => each.close()));
    afterEach(async () => {
      await close();
      await places.clear();
    });

    for (const [many, mostCounted] of [
      ['few', 10_000],
      ['more than are counted', 2],
    ] as const)
      it(`finds what the index in memory finds, whatever is written and asked, of ${many}`, async () => {
        await fc.assert(
          fc.asyncProperty(
            steps,
            fc.array(fc.tuple(filter, place, fc.integer({ min: 1, max: 6 })), { minLength: 5, maxLength: 15 }),
            async (written, asked) => {
              const documents = await open(await places.make(), { mostCounted });
              const stored = customers(documents);
              const indexed = customers(memoryDocuments());
              await indexed.every(partner, { find: '', reseller: '' });
              for (const step of written)
                for (const records of [stored, indexed])
                  await (typeof step === 'number' ? remove(records, step) : write(records, step));
              await stored.insert(
                'other',
                'c05',
                customerOf({ at: 5, companyName: 'Alpine', reseller: '', offers: [] }),
              );
              for (const [query, cursor, limit] of asked) {
                const [page, expected] = [
                  await stored.search(partner, query, cursor, limit),
                  await indexed.search(partner, query, cursor, limit),
                ];
                if (mostCounted > 25) deepEqual(page, expected);
                else deepEqual(uncounted(page), uncounted(expected));
                for (const number of ['total', 'from'] as const)
                  if (number in page) equal(page[number], expected[number]);
                const every = await indexed.every(partner, query);
                deepEqual(await stored.every(partner, query), every);
                const filtered = summaryFilterOf(query);
                const some = async (most: number) =>
                  filtered === undefined
                    ? []
                    : ((await documents.customerSearch?.some(partner, filtered, most)) as CustomerEntry[]);
                deepEqual((await some(100)).toSorted(byKey), every.toSorted(byKey));
                equal((await some(2)).length, Math.min(2, every.length));
                const { find, registration = '' } = query;
                const named = await stored.named(partner, find);
                ok(named === undefined || isSameName(named.companyName, find));
                const sameWords = (await indexed.every(partner, { find, reseller: '' })).length <= 20;
                const isNamed = ({ companyName }: CustomerEntry): boolean =>
                  isSameName(companyName, find) && foldCase(companyName) === foldCase(find) && foldKey(find) !== '';
                const whole = await indexed.every(partner, { find: '', reseller: '' });
                if (sameWords && whole.some(isNamed)) ok(named, `${find} is found`);
                equal(
                  await stored.registered(partner, registration).then((one) => one !== undefined),
                  await indexed.registered(partner, registration).then((one) => one !== undefined),
                );
              }
              for (let at = 0; at <= 25; at += 1)
                equal(await stored.idOf(partner, microsoftIdAt(at)), await indexed.idOf(partner, microsoftIdAt(at)));
              for (const offer of ['o1', 'o2'])
                equal(stored.sold(partner).get(offer) ?? 0, indexed.sold(partner).get(offer) ?? 0);
              await close();
            },
          ),
          { numRuns: 40 },
        );
      });

    it('finds what an older version wrote, once it is summarized, and tells of what cannot be understood', async () => {
      const folder = await places.make();
      const documents = await open(folder);
      const value = customerOf({ at: 1, companyName: 'Alpine Ski House', reseller: '', offers: [] });
      const data = JSON.parse(JSON.stringify(value)) as Json;
      await documents.insert({ kind: 'customers', partner, id: idAt(1) }, { schema: 1, data });
      await documents.insert({ kind: 'customers', partner, id: idAt(2) }, { schema: 1, data: {} });
      const find = async (records: Customers) => records.search(partner, { find: 'ski', reseller: '' }, {}, 5);
      const first = await find(customers(documents));
      deepEqual([first.rows.map(({ key }) => key), first.total, first.unreadable], [[idAt(1)], 1, 1]);
      const key = { kind: 'customers', partner, id: idAt(1) };
      const etag = (await documents.get(key))?.etag ?? '';
      await documents.replace(key, { schema: 1, data: {} }, etag);
      const then = await find(customers(documents));
      deepEqual([then.rows, then.total, then.unreadable], [[], 0, 1]);
      await documents.insert(key, { schema: 1, data });
      await close();
      const again = await find(customers(await open(folder)));
      deepEqual([again.rows.map(({ key }) => key), again.total, again.unreadable], [[idAt(1)], 1, 0]);
    });

    it('finds what is in a database without the tables of search, and from then on without reading it again', async () => {
      const folder = await places.make();
      const records = customers(await open(folder));
      for (let at = 0; at < 12; at += 1)
        await write(records, { at, companyName: `Alpine ${String(at)}`, reseller: 'r1', offers: ['o1'] });
      await close();
      await dropSearchTables(folder);
      const ids = async (): Promise<readonly string[]> => {
        const found = await customers(await open(folder)).search(partner, { find: 'alpine', reseller: 'r1' }, {}, 20);
        deepEqual([found.total, found.unreadable], [12, 0]);
        return found.rows.map(({ key }) => key);
      };
      const all = Array.from({ length: 12 }, (_none, at) => idAt(at));
      deepEqual(await ids(), all);
      deepEqual([...customers(opened[0] ?? memoryDocuments()).sold(partner)], [['o1', 12]]);
      await close();
      const documents = await open(folder);
      deepEqual(await documents.customerSearch?.isWhole(partner, summarizerOf(customerSchema).form), true);
      await close();
      deepEqual(await ids(), all);
    });

    it('makes no summary again that was written with its record', async () => {
      const documents = await open(await places.make());
      await write(customers(documents), { at: 1, companyName: 'Alpine', reseller: '', offers: [] });
      let read = 0;
      const summaries: Documents['summaries'] = (...asked) => {
        read += 1;
        return documents.summaries(...asked);
      };
      equal((await customers({ ...documents, summaries }).every(partner, { find: 'alpine', reseller: '' })).length, 1);
      equal(read, 0);
    });

    it('finds what was written by an older version after a newer one, and no former name', async () => {
      const documents = await open(await places.make());
      const records = customers(documents);
      await write(records, { at: 1, companyName: 'Alpine', reseller: '', offers: [] });
      const { etag = '' } = (await records.get(partner, idAt(1))) ?? {};
      const renamed = customerOf({ at: 1, companyName: 'Tailspin', reseller: '', offers: [] });
      const data = JSON.parse(JSON.stringify(renamed)) as Json;
      await documents.replace({ kind: 'customers', partner, id: idAt(1) }, { schema: 1, data }, etag);
      const later = customers(documents);
      const names = async (find: string) =>
        (await later.every(partner, { find, reseller: '' })).map(({ companyName }) => companyName);
      deepEqual([await names('tailspin'), await names('alpine')], [['Tailspin'], []]);
    });

    it('leaves nothing of a removed customer in its files', async () => {
      const folder = await places.make();
      const records = customers(await open(folder));
      await write(records, { at: 1, companyName: 'Sesameopen', reseller: '', offers: [] });
      await write(records, { at: 2, companyName: 'Alpine', reseller: '', offers: [] });
      await remove(records, 1);
      await close();
      for (const file of await readdir(folder)) {
        const text = (await readFile(join(folder, file)).catch(() => Buffer.alloc(0))).toString('latin1').toUpperCase();
        ok(!text.includes('SESAME') && !text.includes('MEO'), file);
      }
    });
  });
