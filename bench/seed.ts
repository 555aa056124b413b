import { randomUUID } from 'node:crypto';
import { appendFile, writeFile } from 'node:fs/promises';
import { samplePartners } from '../partner-center/rules/samplePartners.ts';
import { practiceTenants } from '../partner-center/local/practiceTenants.ts';
import { auditTrail } from '../storage/auditTrail.ts';
import { mapLimit } from '../lib/mapLimit.ts';
import type { Customer } from '../model/customer.ts';
import { nodeDisk, type Disk } from '../storage/disk.ts';
import type { FolderStorage } from '../storage/dataFolder.ts';
import { openLowdbDocuments } from '../storage/lowdb/lowdbDocuments.ts';
import { openDocuments } from '../storage/openDocuments.ts';
import { customers, customerSchema } from '../storage/collections.ts';
import { codecOf, toJson } from '../storage/collectionSchema.ts';
import { openTable, type TableAccount } from '../storage/azure/table.ts';
import { lineageOver, type NewRow, rowOfDocument } from '../storage/azure/tableEntity.ts';

const idle = (): Promise<void> => Promise.resolve();

/** A disk that writes each file once, in its place, waits for none to be durable, and keeps no journal. */
function hastyDisk(): Disk {
  const drafts = new Map<string, string | Uint8Array>();
  const folders = new Set<string>();
  return {
    ...nodeDisk,
    write: async (file, content) => void drafts.set(file, content),
    append: (file, content) => appendFile(file, content),
    grow: () => Promise.resolve({ append: idle, cut: idle, close: idle }),
    move: async (from, to) => {
      await writeFile(to, drafts.get(from) ?? '', { mode: 0o600 });
      drafts.delete(from);
    },
    makeFolder: async (folder) => {
      if (!folders.has(folder)) await nodeDisk.makeFolder(folder);
      folders.add(folder);
    },
    syncFolder: idle,
  };
}

const partner = samplePartners[0];
const tenantId = partner?.tenantId ?? '';
const begin = Date.parse('2020-01-01T00:00:00.000Z');

/** The record of the customer of that number. */
export function customerOf(number: number, microsoftId: string): Customer {
  const name = `company${String(number)}`;
  const at = new Date(begin + number * 60_000).toISOString();
  const stage = { state: 'done', requestId: randomUUID(), at } as const;
  return {
    // As a draft's: newest first when sorted.
    id: (9_999_999_999_999 - Date.parse(at)).toString(36).padStart(9, '0') + number.toString(16).padStart(8, '0'),
    companyName: `Company ${String(number)}`,
    domain: `${name}.onmicrosoft.com`,
    microsoftId,
    country: 'US',
    cloud: 'global',
    sections: {
      country: { country: 'US' },
      company: {
        companyName: `Company ${String(number)}`,
        domainPrefix: name,
        addressLine1: '100 Main Street',
        city: 'Springfield',
        state: 'WA',
        postalCode: '98101',
        culture: 'en-US',
        qualification: 'none',
        gdap: 'true',
      },
      contact: { firstName: 'Ana', lastName: 'Lima', email: `ana.lima@${name}.example` },
      agreement: { accepted: 'true', dateAccepted: '2025-03-03', signer: 'contact' },
      reseller: { reseller: 'none' },
      subscriptions: {},
    },
    stages: { customer: { ...stage, microsoftId, userName: 'admin' }, agreement: stage },
    addedBy: { userId: 'seed', name: 'Robin Sample' },
    addedAt: at,
    practice: true,
  };
}

/** Makes a table with so many customers of the first sample partner, and nothing else. */
export async function seedTable(account: TableAccount, name: string, count: number): Promise<void> {
  const table = await openTable(account, name);
  const { encode } = codecOf(customerSchema);
  const rowAt = (number: number): NewRow => {
    const value = customerOf(number, randomUUID());
    const summary = { form: customerSchema.form, value: toJson(customerSchema.summary(value)) };
    const key = { kind: customerSchema.kind, partner: tenantId, id: value.id };
    return rowOfDocument(key, encode(value), lineageOver([]), summary);
  };
  const numbers = Array.from({ length: count }, (_none, number) => number);
  // One by one: Azurite takes far longer for them in transactions.
  await mapLimit(numbers, 16, async (number) => table.write({ does: 'create', row: rowAt(number) }));
}

// Tenants and audit lines of more customers would only make the seeding longer: lists, search and start do not read them.
const detailed = 100_000;

// Documents are written faster than a checkpoint flushes them: a part at a time, a seeder's memory stays that of one.
const part = 50_000;

/**
 * Makes a data folder of a store with so many customers of the first sample partner, and all that belongs to each of the
 * first 100,000.
 */
export async function seed(storage: FolderStorage, folder: string, count: number): Promise<void> {
  const last = Math.max(count, 1);
  for (let first = 0; first < last; first += part)
    await seedPart(storage, folder, { first, end: Math.min(first + part, count) });
}

async function seedPart(
  storage: FolderStorage,
  folder: string,
  { first, end }: { readonly first: number; readonly end: number },
): Promise<void> {
  const now = (): Date => new Date();
  const documents =
    storage === 'lowdb'
      ? await openLowdbDocuments(folder, { now, disk: hastyDisk(), cacheSize: 1 })
      : await openDocuments(storage, folder, { now });
  const records = customers(documents);
  const tenants = practiceTenants(documents, tenantId, randomUUID);
  const audit = auditTrail(documents, randomUUID);
  const add = async (number: number): Promise<void> => {
    const domain = `company${String(number)}.onmicrosoft.com`;
    const isDetailed = number < detailed;
    const microsoftId = isDetailed ? await tenants.create(domain, randomUUID()) : randomUUID();
    const customer = customerOf(number, microsoftId ?? '');
    await records.insert(tenantId, customer.id, customer);
    if (!isDetailed) return;
    for (const step of ['customer', 'agreement'] as const) {
      const call = { reason: undefined, code: undefined, correlationId: randomUUID() };
      const act = { kind: 'step', step, record: customer.id, offers: undefined, outcome: 'done', call } as const;
      await audit.write(tenantId, { userId: 'seed' }, new Date(customer.addedAt), act);
    }
  };
  const numbers = Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
  await mapLimit(numbers, 64, add);
  await documents.close();
}
