import { deepEqual, equal, ok } from 'node:assert/strict';
import { TableClient } from '@azure/data-tables';
import { openAzureDocuments } from '../../storage/azure/azureDocuments.ts';
import { type Customers, customers } from '../../storage/collections.ts';
import type { Documents } from '../../storage/documents.ts';
import { minute, dayMs, hour } from '../../lib/durations.ts';
import { customerOf, idAt, microsoftIdAt, partner, remove, write } from '../storage/foundCustomers.ts';
import { eventually } from '../eventually.ts';
import { azurite, newTable } from './azurite.ts';
import { heldSummaries, lostAnswers, quickly, refusals, requests } from './faults.ts';

const now = () => new Date('2026-03-01T12:00:00.123Z');

const named = (at: number, companyName: string) => ({ at, companyName, reseller: '', offers: [] });
const all = { find: '', reseller: '' };

/** Names found by a text, by a page of the list, and by Microsoft ID. */
async function seenBy(records: Customers, find: string): Promise<string[][]> {
  const page = await records.search(partner, { find, reseller: '' }, {}, 100);
  const every = await records.every(partner, { find, reseller: '' });
  return [page.rows, every].map((rows) => rows.map(({ companyName }) => companyName));
}

/** The table's rows, past the store. */
const rawTable = async (table: string): Promise<TableClient> =>
  TableClient.fromConnectionString((await azurite()).connectionString, table, { allowInsecureConnection: true });

/** The result of a call while the machine's clock is wrong by so many milliseconds. */
function withDateOf<T>(wrongBy: number, call: () => T): T {
  const right = Date.now;
  Date.now = () => right() + wrongBy;
  try {
    return call();
  } finally {
    Date.now = right;
  }
}

/** The store as a process whose clock is wrong by so many milliseconds sees it. */
function withClock(documents: Documents, wrongBy: number): Documents {
  const { now: told } = documents;
  const misled =
    <A extends unknown[], R>(call: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      const right = Date.now;
      Date.now = () => right() + wrongBy;
      try {
        return await call(...given);
      } finally {
        Date.now = right;
      }
    };
  return {
    ...documents,
    ...(told === undefined ? {} : { now: () => withDateOf(wrongBy, told) }),
    insert: misled(async (...given: Parameters<Documents['insert']>) => documents.insert(...given)),
    get: misled(async (...given: Parameters<Documents['get']>) => documents.get(...given)),
  };
}

describe('customers on Azure Tables, of two processes', () => {
  let table: string;
  let a: Customers;
  let b: Customers;
  const open = async (): Promise<Documents> =>
    openAzureDocuments({ connectionString: (await azurite()).connectionString }, table, { now });
  beforeEach(async () => {
    table = newTable();
    [a, b] = [customers(await open()), customers(await open())];
  });

  it('are in the next list and search of either, as they were added, changed and removed', async () => {
    await write(a, named(1, 'Alpine Ski House'));
    // Both have their index now.
    for (const records of [a, b]) deepEqual(await seenBy(records, 'alp'), [['Alpine Ski House'], ['Alpine Ski House']]);
    await write(a, named(2, 'Alpine Bikes'));
    deepEqual(await seenBy(b, ''), [
      ['Alpine Ski House', 'Alpine Bikes'],
      ['Alpine Ski House', 'Alpine Bikes'],
    ]);
    equal(await b.idOf(partner, microsoftIdAt(2)), idAt(2));
    await write(b, named(1, 'Tailspin'));
    deepEqual(await seenBy(a, 'alp'), [['Alpine Bikes'], ['Alpine Bikes']]);
    deepEqual(await seenBy(a, 'tail'), [['Tailspin'], ['Tailspin']]);
    await remove(b, 2);
    deepEqual(await seenBy(a, ''), [['Tailspin'], ['Tailspin']]);
    equal(await a.idOf(partner, microsoftIdAt(2)), undefined);
    await write(a, named(2, 'Fabrikam'));
    for (const records of [a, b])
      deepEqual(await seenBy(records, ''), [
        ['Tailspin', 'Fabrikam'],
        ['Tailspin', 'Fabrikam'],
      ]);
  });

  it('are in each look that begins after they were written, whoever writes meanwhile', async () => {
    await Promise.all([a, b].map(async (records) => records.every(partner, all)));
    const adding = async (records: Customers, other: Customers, from: number): Promise<void> => {
      for (let at = from; at < 40; at += 2) {
        await write(records, named(at, `Company ${String(at)}`));
        for (const each of [records, other]) ok((await each.every(partner, all)).some(({ key }) => key === idAt(at)));
        if (at % 6 === 0) {
          await remove(other, at);
          ok(!(await records.every(partner, all)).some(({ key }) => key === idAt(at)));
        }
      }
    };
    await Promise.all([adding(a, b, 0), adding(b, a, 1)]);
    deepEqual(await a.every(partner, all), await b.every(partner, all));
    deepEqual(await a.every(partner, all), await customers(await open()).every(partner, all));
  });

  it('are not read again by the process that wrote them, but for those that another has written over', async () => {
    const { connectionString } = await azurite();
    const { policy, counts } = requests();
    const client = { additionalPolicies: [policy] };
    const own = customers(await openAzureDocuments({ connectionString }, table, { now, client }));
    // The first look tidies the log.
    for (const _ of [1, 2]) await own.every(partner, all);
    for (const at of [1, 2, 3]) await write(own, named(at, `Alpine ${String(at)}`));
    await write(own, named(3, 'Tailspin'));
    counts.sent = 0;
    deepEqual((await seenBy(own, ''))[1], ['Alpine 1', 'Alpine 2', 'Tailspin']);
    // The log alone, at each of two looks.
    equal(counts.sent, 2);
    await write(own, named(2, 'Fabrikam'));
    await write(a, named(2, 'Woodgrove'));
    counts.sent = 0;
    deepEqual((await seenBy(own, ''))[1], ['Alpine 1', 'Woodgrove', 'Tailspin']);
    equal(counts.sent, 3);
  });

  it('are seen although the clocks of the machines are five minutes apart', async () => {
    await b.every(partner, all);
    for (const [at, wrongBy] of [-5 * minute, 5 * minute].entries()) {
      const misled = customers(withClock(await open(), wrongBy));
      // By its first call it learns the time of the service.
      await misled.get(partner, idAt(at));
      await misled.insert(partner, idAt(at), customerOf(named(at, `Company ${String(at)}`)));
      equal((await seenBy(b, `company ${String(at)}`))[0]?.length, 1);
    }
  });

  it('have their times by the clock of the store, whichever way that of the machine is wrong', async () => {
    for (const wrongBy of [-5 * minute, 0, 5 * minute]) {
      const documents = withClock(await open(), wrongBy);
      await documents.get({ kind: 'customers', partner, id: 'none' });
      const wrong = (documents.now?.().getTime() ?? NaN) - Date.now();
      ok(Math.abs(wrong) < minute, `${String(wrong)} ms`);
    }
  });

  it('are seen when the answers of the writes and of the log were lost', async () => {
    await b.every(partner, all);
    const { connectionString } = await azurite();
    const client = { ...quickly, additionalPolicies: [lostAnswers(2).policy] };
    const lossy = customers(await openAzureDocuments({ connectionString }, table, { now, client }));
    for (let at = 0; at < 6; at += 1) await write(lossy, named(at, `Company ${String(at)}`));
    for (let at = 0; at < 6; at += 2) await remove(lossy, at);
    deepEqual((await seenBy(b, ''))[1], ['Company 1', 'Company 3', 'Company 5']);
  });

  it('are seen when their write names a time that looks had passed', async () => {
    await b.every(partner, all);
    // Its machine as a whole stood still for five minutes, and learns that by the answer: its row names the time before.
    const slow = customers(withClock(await open(), -5 * minute));
    await slow.insert(partner, idAt(1), customerOf(named(1, 'Alpine')));
    deepEqual((await seenBy(b, ''))[1], ['Alpine']);
  });

  it('are seen half a minute later where nobody lived to tell once more that their write was slow', async () => {
    const looking = customers(await open());
    await looking.every(partner, all);
    await write(a, named(1, 'Alpine'));
    const raw = await rawTable(table);
    const filter = "RowKey lt '%'";
    for await (const { partitionKey = '', rowKey = '', id } of raw.listEntities({ queryOptions: { filter } })) {
      await raw.deleteEntity(partitionKey, rowKey);
      await raw.createEntity({ partitionKey, rowKey: `!log:${String(Date.now() - 25_000)}-x`, id });
    }
    const right = Date.now;
    Date.now = () => right() + minute / 2;
    try {
      equal((await looking.every(partner, all)).length, 1);
    } finally {
      Date.now = right;
    }
  });

  it('are not missed by a look after one that failed', async () => {
    const { connectionString } = await azurite();
    const { policy, state } = refusals(503);
    const client = { ...quickly, additionalPolicies: [policy] };
    const looking = customers(await openAzureDocuments({ connectionString }, table, { now, client }));
    await looking.every(partner, all);
    await write(a, named(1, 'Alpine'));
    state.left = 4;
    await looking.every(partner, all).catch(() => undefined);
    state.left = 0;
    deepEqual((await seenBy(looking, ''))[1], ['Alpine']);
  });

  it('are all seen when more were changed than are asked for one by one', async () => {
    await b.every(partner, all);
    const ids = Array.from({ length: 520 }, (_none, at) => `d${String(at).padStart(4, '0')}`);
    for (let at = 0; at < ids.length; at += 40)
      await Promise.all(
        ids
          .slice(at, at + 40)
          .map(async (id) => a.insert(partner, id, { ...customerOf(named(1, `Company ${id}`)), id })),
      );
    deepEqual(
      (await b.every(partner, all)).map(({ key }) => key),
      ids,
    );
  });

  it('are listed by their key while the index is read, whose reading nobody waits for, and found when it is', async () => {
    await Promise.all([1, 2, 3].map(async (at) => write(a, named(at, `Company ${String(at)}`))));
    const { connectionString } = await azurite();
    const { policy, release } = heldSummaries();
    const client = { additionalPolicies: [policy] };
    const looking = customers(await openAzureDocuments({ connectionString }, table, { now, client }), { patience: 20 });
    for (const _ of [1, 2]) {
      const page = await looking.search(partner, all, {}, 2);
      deepEqual(
        page.rows.map(({ key }) => key),
        [idAt(1), idAt(2)],
      );
    }
    const search = async () => looking.search(partner, { find: 'company 3', reseller: '' }, {}, 2);
    equal((await search()).soFar, 0);
    release();
    await looking.every(partner, all);
    // With so little patience, a search may be over before the log of changes has answered.
    await eventually('the search is whole', async () => (await search()).total === 1);
  });

  it('are found again after a day without a look, and the log is kept for a day only', async () => {
    const documents = await open();
    const records = customers(documents);
    await write(records, named(1, 'Alpine'));
    await records.every(partner, all);
    const raw = await rawTable(table);
    const partitionKey = `customers:${partner}`;
    const log = async (): Promise<string[]> => {
      const keys: string[] = [];
      for await (const { rowKey } of raw.listEntities({ queryOptions: { filter: "RowKey lt '%'" } }))
        keys.push(rowKey ?? '');
      return keys;
    };
    const keyAt = (time: number) => `!log:${String(time).padStart(13, '0')}-x`;
    const [old, young] = [keyAt(Date.now() - dayMs - hour), keyAt(Date.now() - dayMs + hour)];
    for (const rowKey of [old, young]) await raw.createEntity({ partitionKey, rowKey, id: JSON.stringify('none') });
    const other = await open();
    const looking = customers(other);
    for (const _ of [1, 2]) await looking.every(partner, all);
    await other.close();
    const kept = await log();
    ok(!kept.includes(old) && kept.includes(young));
    equal(kept.length, 2);
    // What is not in the log is seen only by reading all.
    await raw.deleteEntity(partitionKey, idAt(1));
    equal((await records.every(partner, all)).length, 1);
    const right = Date.now;
    Date.now = () => right() + dayMs;
    try {
      equal((await records.every(partner, all)).length, 0);
    } finally {
      Date.now = right;
    }
  });
});
