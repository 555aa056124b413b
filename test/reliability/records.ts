import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { change, type Change } from '../../model/change.ts';
import { customer, type Customer } from '../../model/customer.ts';
import { submission, type Submission } from '../../model/submission.ts';
import { user, type User } from '../../model/user.ts';
import { decodeSegment } from '../../storage/lowdb/writeAheadLog.ts';
import { documentPath } from '../../storage/lowdb/paths.ts';
import { folderStorage } from '../../storage/dataFolder.ts';
import { nodeDisk } from '../../storage/disk.ts';
import { decodeKey, readDatabase } from '../../storage/sqlite/database.ts';
import { openLowdbDocuments } from '../../storage/lowdb/lowdbDocuments.ts';
import { documentsInTable, isInTable, rowsInTable } from '../testStore.ts';
import { auditLine, type AuditLine } from '../../model/auditLine.ts';

const stored = <T>(data: z.ZodType<T>) => z.object({ data });
const documentOf = z.object({ value: z.unknown() });

const namesIn = (folder: string) => readdir(folder, { recursive: true }).catch((): string[] => []);

/** The documents' files of a kind, by path; files that come and go meanwhile are left out. */
async function filesOf(folder: string, kind: string): Promise<Map<string, unknown>> {
  const names = (await namesIn(join(folder, kind))).filter((name) => name.endsWith('.json'));
  const texts = await textsOf(names.map((name) => join(folder, kind, name)));
  return new Map([...texts].map(([file, text]) => [file, documentOf.parse(JSON.parse(text)).value]));
}

async function textsOf(files: readonly string[]): Promise<Map<string, string>> {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => undefined)));
  return new Map(files.flatMap((file, index) => (texts[index] === undefined ? [] : [[file, texts[index]] as const])));
}

/** Contents of every document of a kind in the table of a data folder, whoever's. */
async function tableValuesIn(folder: string, kind: string): Promise<unknown[]> {
  const documents = await documentsInTable(folder);
  const partitions = (await documents.partitions()).filter((partition) => partition.kind === kind);
  const pages = await Promise.all(
    partitions.map(async ({ partner }) => documents.list(kind, partner, { limit: 1_000 })),
  );
  return pages.flatMap(({ items }) => items.map(({ value }) => value));
}

/** Contents of every document of a kind in a data folder, whoever's: its files, and what the journal is ahead of them. */
async function valuesIn(folder: string, kind: string): Promise<unknown[]> {
  if (isInTable(folder)) return tableValuesIn(folder, kind);
  const journal = join(folder, 'journal');
  const before = (await namesIn(journal)).sort();
  const found = await filesOf(folder, kind);
  const left = await textsOf(before.map((name) => join(journal, name)));
  // A file of the journal that went meanwhile may have taken along what the documents' files did not hold yet.
  if (left.size < before.length || (await namesIn(journal)).length !== before.length) return valuesIn(folder, kind);
  for (const text of left.values())
    for (const { key, version } of decodeSegment(Buffer.from(text)).records) {
      if (key.kind !== kind) continue;
      const { file } = documentPath(folder, key);
      if (version === undefined) found.delete(file);
      else found.set(file, version.value);
    }
  return [...found.values()];
}

/** Every document of a kind in a data folder, whoever's. */
export const documentsIn = async <T>(folder: string, kind: string, schema: z.ZodType<T>): Promise<T[]> =>
  (await valuesIn(folder, kind)).map((value) => stored(schema).parse(value).data);

const practiceTenant = z.object({ domain: z.string(), orders: z.record(z.string(), z.unknown()) });

/** How often something was ordered in practice for the customer of that domain. */
export async function practiceOrdersOf(folder: string, domain: string): Promise<number> {
  const tenants = (await valuesIn(folder, 'local-customers')).map((value) => practiceTenant.parse(value));
  return tenants.filter((one) => one.domain === domain).reduce((n, { orders }) => n + Object.keys(orders).length, 0);
}

/** What a data folder holds now, read from its files as they are; a bot may run on it. */
export const recordsIn = (folder: string) => ({
  customers: (): Promise<Customer[]> => documentsIn(folder, 'customers', customer),
  jobs: (): Promise<Submission[]> => documentsIn(folder, 'jobs', submission),
  changes: (): Promise<Change[]> => documentsIn(folder, 'changes', change),
  people: (): Promise<User[]> => documentsIn(folder, 'people', user),
  audit: async (): Promise<AuditLine[]> =>
    (await documentsIn(folder, 'audit', auditLine)).sort((a, b) => a.at.localeCompare(b.at)),
});

/** What there is of partners' records, wherever they are kept. */
export type Records = ReturnType<typeof recordsIn>;

/** Those of a data folder, or those that are given. */
export const recordsOf = (where: string | Records): Records => (typeof where === 'string' ? recordsIn(where) : where);

/** Every file below a folder and its content, or every row of its table; what comes and goes meanwhile is left out. */
export async function filesIn(folder: string): Promise<Map<string, string>> {
  if (isInTable(folder)) return new Map((await rowsInTable(folder)).map((row, at) => [String(at), row]));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return textsOf(files);
}

const textOf = (value: unknown): string => (value instanceof Uint8Array ? decodeKey(value) : String(value));

/** Every row of a folder's database and its content, by table, kind and id; the full text's own tables are left out. */
async function rowsIn(folder: string): Promise<Map<string, string>> {
  const database = await readDatabase(folder);
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'customer_texts%'")
      .all()
      .map(({ name }) => String(name));
    const rows = tables.flatMap((table) =>
      database
        .prepare(`SELECT * FROM ${table}`)
        .all()
        .map(
          (row) =>
            [
              `${table}/${textOf(row['kind'] ?? '')}/${textOf(row['partner'] ?? '')}/${textOf(row['id'] ?? '')}`,
              Object.values(row).map(textOf).join(' '),
            ] as const,
        ),
    );
    return new Map(rows);
  } finally {
    database.close();
  }
}

/** All that is kept in a data folder, by its place: a file of lowdb's, or a row of SQLite's. */
export const keptIn = async (folder: string): Promise<Map<string, string>> =>
  (await folderStorage(nodeDisk, folder)) === 'sqlite' ? rowsIn(folder) : filesIn(folder);

/** Fails unless the folder at rest can be taken, every file in it can be read, and nothing was set aside. */
export async function expectSound(folder: string): Promise<void> {
  await (await openLowdbDocuments(folder, { now: () => new Date(0) })).close();
  for (const [file, text] of await filesIn(folder)) {
    if (file.includes('/quarantine/')) throw new Error(`${file} was set aside`);
    if (file.endsWith('.json')) JSON.parse(text);
  }
  const { customers, jobs, changes, people, audit } = recordsIn(folder);
  await Promise.all([customers(), jobs(), changes(), people(), audit()]);
}
