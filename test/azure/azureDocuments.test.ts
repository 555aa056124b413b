import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import { openAzureDocuments } from '../../storage/azure/azureDocuments.ts';
import {
  DocumentExists,
  type DocumentKey,
  type Documents,
  DocumentTooLarge,
  type Json,
  StaleDocument,
  StorageUnavailable,
  UnreadableDocument,
} from '../../storage/documents.ts';
import { documentsContract } from '../storage/documentsContract.ts';
import { azurite, newTable } from './azurite.ts';
import { launchKeptAzurite } from './azuriteProcess.ts';
import { lostAnswers, quickly, refusals, requests } from './faults.ts';

const now = () => new Date('2026-03-01T12:00:00.123Z');
const partner = '5c1a3c6e-0d6b-4f0e-9a53-0f2f3f1c7a10';
const key = (id: string, kind = 'customers'): DocumentKey => ({ kind, partner, id });

const open = async (table: string, client: TableServiceClientOptions = {}): Promise<Documents> =>
  openAzureDocuments({ connectionString: (await azurite()).connectionString }, table, { now, client });

const ways: Readonly<Record<string, () => TableServiceClientOptions>> = {
  'Azure Tables': () => ({}),
  'Azure Tables, every third answer of a write being lost,': () => ({
    ...quickly,
    additionalPolicies: [lostAnswers(3).policy],
  }),
  'Azure Tables, answers being lost for good,': () => ({
    retryOptions: { maxRetries: 0 },
    additionalPolicies: [lostAnswers(2).policy],
  }),
};

for (const [name, client] of Object.entries(ways))
  documentsContract(name, async () => {
    const table = newTable();
    const documents = await open(table, client());
    return {
      documents,
      async reopen() {
        await documents.close();
        return open(table, client());
      },
      end: async () => documents.close(),
    };
  });

/** Settled promises: how many were fulfilled, and the errors of the others. */
async function settled(all: readonly Promise<unknown>[]): Promise<{ done: number; errors: unknown[] }> {
  const results = await Promise.allSettled(all);
  const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  return { done: results.length - errors.length, errors };
}

/** All ids of a list that is read in pages. */
async function listed(documents: Documents, kind: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await documents.list(kind, partner, { limit: 50, ...(after === undefined ? {} : { after }) });
    ids.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined);
  return ids;
}

const both = ['customers', 'jobs'] as const;

describe('documents on Azure Tables', () => {
  for (const kind of both) {
    it(`are inserted by one of twenty at once, of two stores: ${kind}`, async () => {
      const table = newTable();
      const stores = [await open(table), await open(table)];
      const { done, errors } = await settled(
        Array.from({ length: 20 }, async (_none, n) => stores[n % 2]?.insert(key('one', kind), n)),
      );
      equal(done, 1);
      ok(errors.every((error) => error instanceof DocumentExists));
    });

    it(`are replaced by one of twenty at once, of two stores: ${kind}`, async () => {
      const table = newTable();
      const [a, b] = [await open(table), await open(table)];
      const etag = await a.insert(key('one', kind), 0);
      const { done, errors } = await settled(
        Array.from({ length: 20 }, async (_none, n) => (n % 2 === 0 ? a : b).replace(key('one', kind), n, etag)),
      );
      equal(done, 1);
      ok(errors.every((error) => error instanceof StaleDocument));
    });

    it(`count every addition once, of two stores whose answers are lost: ${kind}`, async () => {
      const table = newTable();
      const faults = [lostAnswers(3), lostAnswers(4)];
      const stores = await Promise.all(
        faults.map(async ({ policy }) => open(table, { ...quickly, additionalPolicies: [policy] })),
      );
      await stores[0]?.insert(key('counter', kind), 0);
      const add = async (documents: Documents): Promise<void> => {
        for (;;) {
          const stored = await documents.get(key('counter', kind));
          try {
            await documents.replace(key('counter', kind), Number(stored?.value) + 1, stored?.etag ?? '');
            return;
          } catch (error) {
            if (!(error instanceof StaleDocument)) throw error;
          }
        }
      };
      const counting = stores.map(async (documents) => {
        for (let n = 0; n < 25; n += 1) await add(documents);
      });
      await Promise.all(counting);
      equal((await stores[0]?.get(key('counter', kind)))?.value, 50);
      ok(faults.every(({ counts }) => counts.lost > 3));
    });

    it(`are kept under every text, in lists too: ${kind}`, async () => {
      const documents = await open(newTable());
      const units = Array.from({ length: 0x180 }, (_none, code) => String.fromCharCode(code));
      const ends = [
        '\ud7ff',
        '\ud800',
        '\udbff',
        '\udc00',
        '\udfff',
        '\ue000',
        '\ufffe',
        '\uffff',
        '😀',
        '%002f',
        "'''",
      ];
      const long = ['/'.repeat(50), '/'.repeat(51), '/'.repeat(52), 'x'.repeat(255), 'x'.repeat(256), '台'.repeat(256)];
      const ids = ['', ...units, ...ends, ...units.slice(0, 0x40).map((unit) => `a${unit}b`), ...long];
      for (let at = 0; at < ids.length; at += 32)
        await Promise.all(ids.slice(at, at + 32).map(async (id) => documents.insert(key(id, kind), `of ${id}`)));
      for (const id of ids) equal((await documents.get(key(id, kind)))?.value, `of ${id}`);
      deepEqual((await listed(documents, kind)).sort(), [...ids].sort());
    });

    it(`are kept up to their limit, and refused above it before anything is sent: ${kind}`, async () => {
      const { policy, counts } = requests();
      const documents = await open(newTable(), { additionalPolicies: [policy] });
      const values: Readonly<Record<string, Json>> = {
        '960 KB': 'x'.repeat(480_000 - 2),
        CJK: '台'.repeat(330_000),
        emoji: ` ${'😀'.repeat(64_001)}`,
        'lone surrogates': `${'\ud800'.repeat(20_000)}`,
        quotes: '"\\\n'.repeat(50_000),
      };
      for (const [id, value] of Object.entries(values)) {
        const etag = await documents.insert(key(id, kind), value);
        ok((await documents.get(key(id, kind)))?.value === value, id);
        await documents.replace(key(id, kind), [value], etag);
      }
      const before = counts.sent;
      const tooLarge = 'x'.repeat(500_000);
      await rejects(documents.insert(key('more', kind), tooLarge), (error: Error) => {
        ok(error instanceof DocumentTooLarge);
        return /of kind \w+ is too large: the store keeps \d+ bytes/.test(error.message);
      });
      await rejects(documents.replace(key('960 KB', kind), tooLarge, 'any'), DocumentTooLarge);
      equal(counts.sent, before);
    });
  }

  it('are written once when storage refuses for a while, with 429, 503 and 500', async () => {
    for (const status of [429, 503, 500]) {
      const { policy, state } = refusals(status);
      const documents = await open(newTable(), { ...quickly, additionalPolicies: [policy] });
      state.left = 2;
      const etag = await documents.insert(key('one'), 1);
      state.left = 3;
      await documents.replace(key('one'), 2, etag);
      state.left = 2;
      equal((await documents.get(key('one')))?.value, 2);
    }
  });

  it('are said to be unavailable when storage refuses for longer, and are there afterwards', async () => {
    const { policy, state } = refusals(503);
    const table = newTable();
    const documents = await open(table, { ...quickly, additionalPolicies: [policy] });
    const etag = await documents.insert(key('one'), 1);
    state.left = Infinity;
    await rejects(documents.get(key('one')), StorageUnavailable);
    await rejects(documents.list('customers', partner, { limit: 1 }), StorageUnavailable);
    await rejects(documents.insert(key('two'), 1), StorageUnavailable);
    await rejects(documents.partitions(), StorageUnavailable);
    state.left = 0;
    await documents.replace(key('one'), 2, etag);
    equal((await documents.get(key('one')))?.value, 2);
  });

  it('are there again when storage was stopped and started, also for a write that was waiting', async () => {
    const storage = await launchKeptAzurite();
    const table = newTable();
    const openKept = (client: TableServiceClientOptions) => openAzureDocuments(storage, table, { now, client });
    const documents = await openKept(quickly);
    const patient = await openKept({
      retryOptions: { retryDelayInMs: 100, maxRetryDelayInMs: 400, maxRetries: 100 },
    });
    const etag = await documents.insert(key('one'), 1);
    await storage.stop();
    await rejects(documents.get(key('one')), StorageUnavailable);
    await rejects(documents.replace(key('one'), 2, etag), StorageUnavailable);
    const waiting = patient.insert(key('two'), 2);
    await storage.start();
    await waiting;
    equal((await documents.get(key('one')))?.value, 1);
    equal((await documents.get(key('two')))?.value, 2);
    await documents.replace(key('one'), 3, etag);
    await storage.end();
  });

  it('are set aside when a part of them is missing, and forgotten by time and by what they hold', async () => {
    const table = newTable();
    const documents = await open(table);
    const raw = TableClient.fromConnectionString((await azurite()).connectionString, table, {
      allowInsecureConnection: true,
    });
    const broken = async (id: string): Promise<void> => {
      await documents.insert(key(id), `${'x'.repeat(40_000)} robin "r" ${id}`);
      await raw.updateEntity({ partitionKey: `customers:${partner}`, rowKey: id, v1: '' }, 'Merge');
    };
    for (const id of ['one', 'two']) await broken(id);
    await rejects(documents.get(key('one')), UnreadableDocument);
    equal(await documents.get(key('one')), undefined);
    deepEqual(await documents.list('customers', partner, { limit: 5 }), { items: [], unreadable: ['two'] });
    const aside = async (): Promise<number> => {
      let count = 0;
      for await (const { rowKey } of raw.listEntities()) if (rowKey?.startsWith('!aside:') === true) count += 1;
      return count;
    };
    const etag = await documents.insert(key('three'), 'robin "r"');
    await documents.quarantine(key('three'), etag, 'test');
    equal(await aside(), 3);
    await documents.purgeQuarantineOf(partner, ['robin "r"', 'two']);
    equal(await aside(), 1);
    await documents.purgeQuarantine(now());
    equal(await aside(), 1);
    await documents.purgeQuarantine(new Date(now().getTime() + 1));
    equal(await aside(), 0);
  });

  it('leave nothing of what was removed in the table but its id', async () => {
    const table = newTable();
    const documents = await open(table);
    for (const kind of both)
      await documents.remove(
        key('one', kind),
        await documents.insert(key('one', kind), 'sesame', { form: 1, value: 'sesame' }),
      );
    const raw = TableClient.fromConnectionString((await azurite()).connectionString, table, {
      allowInsecureConnection: true,
    });
    const rows: unknown[] = [];
    for await (const row of raw.listEntities()) rows.push(row);
    ok(!JSON.stringify(rows).includes('sesame'));
    // The log of changes.
    equal(rows.length, 2);
  });

  it('are summarized in order, each once, when there are many', async () => {
    const documents = await open(newTable());
    const ids = Array.from({ length: 2400 }, (_none, n) => `k${(1_000_000 + n * 7919).toString(36)}`);
    for (let at = 0; at < ids.length; at += 64)
      await Promise.all(
        ids.slice(at, at + 64).map(async (id) => documents.insert(key(id, 'jobs'), id, { form: 1, value: id })),
      );
    const found: unknown[] = [];
    const of = (): never => {
      throw new Error('it was kept');
    };
    for await (const { items } of documents.summaries('jobs', partner, { form: 1, of }))
      found.push(...items.map(({ summary }) => summary));
    deepEqual(found, [...ids].sort());
  });

  it('cannot be had from an account that does not let us in, or is not there', async () => {
    const { connectionString } = await azurite();
    const strange = connectionString.replace(/AccountKey=[^;]+/, 'AccountKey=AAAA');
    await rejects(openAzureDocuments({ connectionString: strange }, newTable(), { now }), StorageUnavailable);
    const nobody = connectionString.replace(/127\.0\.0\.1:\d+/, '127.0.0.1:1');
    await rejects(
      openAzureDocuments({ connectionString: nobody }, newTable(), { now, client: quickly }),
      StorageUnavailable,
    );
  });
});
