import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { mapLimit } from '../lib/mapLimit.ts';
import { openAzureDocuments } from '../storage/azure/azureDocuments.ts';
import { overlap } from '../storage/azure/changeLog.ts';
import { customers } from '../storage/collections.ts';
import type { DocumentKey, Documents } from '../storage/documents.ts';
import { openDocuments } from '../storage/openDocuments.ts';
import { hasSqlite } from '../storage/sqlite/database.ts';
import { median } from './numbers.ts';
import { customerOf } from './seed.ts';

/** What a store costs by itself, without the bot. */
export interface StoreCosts {
  readonly name: string;
  /** Calls a second of 16 callers, and CPU milliseconds of this process for one. */
  readonly put: Rate;
  readonly get: Rate;
  readonly replace: Rate;
  /** Recording a customer, with its summary. */
  readonly record: Rate;
  /** Milliseconds until the index of all customers is read, in a store that was opened anew. */
  readonly firstIndex: Cost;
  readonly list: Cost;
  readonly find: Cost;
}

/** Calls a second, and CPU milliseconds of one. */
interface Rate {
  readonly perSecond: number;
  readonly cpu: number;
}

/** Milliseconds, and CPU milliseconds. */
interface Cost {
  readonly ms: number;
  readonly cpu: number;
}

const callers = 16;
const looks = 200;
const partner = randomUUID();
const now = (): Date => new Date();

// As large as a user's document with a draft.
const valueOf = (n: number) => ({ n, text: 'x'.repeat(3_000) });
const keyOf = (n: number): DocumentKey => ({ kind: 'people', partner, id: `user-${String(n)}` });

async function costOf(act: () => Promise<unknown>): Promise<Cost> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await act();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - start, cpu: (user + system) / 1000 };
}

async function rateOf(calls: number, call: (n: number) => Promise<unknown>): Promise<Rate> {
  const numbers = Array.from({ length: calls }, (_none, n) => n);
  const { ms, cpu } = await costOf(async () => mapLimit(numbers, callers, call));
  return { perSecond: (1000 * calls) / ms, cpu: cpu / calls };
}

async function middleOf(act: () => Promise<unknown>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let look = 0; look < looks; look += 1) costs.push(await costOf(act));
  return { ms: median(costs.map(({ ms }) => ms)), cpu: median(costs.map(({ cpu }) => cpu)) };
}

/** Measures a store; `open` opens it again each time. */
async function measure(name: string, open: () => Promise<Documents>, documents: number, many: number) {
  const store = await open();
  const etags: string[] = [];
  const put = await rateOf(documents, async (n) => (etags[n] = await store.insert(keyOf(n), valueOf(n))));
  await store.close();
  const again = await open();
  const get = await rateOf(documents, async (n) => again.get(keyOf(n)));
  const replace = await rateOf(documents, async (n) => again.replace(keyOf(n), valueOf(n + 1), etags[n] ?? ''));
  const records = customers(again);
  const record = await rateOf(many, async (n) => {
    const customer = customerOf(n, randomUUID());
    return records.insert(partner, customer.id, customer);
  });
  await again.close();
  const last = await open();
  const searched = customers(last);
  const firstIndex = await costOf(async () => searched.idOf(partner, 'nobody'));
  // Right after so many writes each look would read the log of all of them once more.
  if (last.follow !== undefined) await pause(overlap + 1_000);
  const list = await middleOf(async () => searched.search(partner, { find: '', reseller: '' }, {}, 10));
  const find = await middleOf(async () => searched.search(partner, { find: 'company 99', reseller: '' }, {}, 10));
  await last.close();
  return { name, put, get, replace, record, firstIndex, list, find };
}

/**
 * Measures each store that can be had: those in folders, and Azure Tables where AZURE_STORAGE_CONNECTION_STRING names an
 * account, in a new table that is left there.
 */
export async function measureStores(folder: string, documents: number, many: number): Promise<StoreCosts[]> {
  const found: StoreCosts[] = [];
  const stores = hasSqlite(process.version) ? (['lowdb', 'sqlite'] as const) : (['lowdb'] as const);
  for (const storage of stores) {
    const open = async (): Promise<Documents> => openDocuments(storage, join(folder, storage), { now });
    found.push(await measure(storage, open, documents, many));
  }
  const { AZURE_STORAGE_CONNECTION_STRING: connectionString = '' } = process.env;
  if (connectionString === '') return found;
  const table = `bench${randomUUID().replaceAll('-', '')}`;
  const open = async (): Promise<Documents> => openAzureDocuments({ connectionString }, table, { now });
  return [...found, await measure('azure', open, documents, many)];
}
