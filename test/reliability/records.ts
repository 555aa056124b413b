import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { auditLine, type AuditLine } from '../../storage/audit.ts';
import { customer, type Customer } from '../../storage/customers.ts';
import { job, type Job } from '../../storage/jobs.ts';
import { person, type Person } from '../../storage/people.ts';
import { openLowdbDocuments } from '../../storage/lowdbDocuments.ts';

const documentOf = <T>(data: z.ZodType<T>) => z.object({ value: z.object({ data }) });

/** Every document of a kind in a data folder, whoever's; files that come and go meanwhile are left out. */
async function all<T>(folder: string, kind: string, schema: z.ZodType<T>): Promise<T[]> {
  const names = await readdir(join(folder, kind), { recursive: true }).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).map((name) => join(folder, kind, name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => undefined)));
  return texts.flatMap((text) => (text === undefined ? [] : [documentOf(schema).parse(JSON.parse(text)).value.data]));
}

/** What a data folder holds now, read from its files as they are. */
export const recordsIn = (folder: string) => ({
  customers: (): Promise<Customer[]> => all(folder, 'customers', customer),
  jobs: (): Promise<Job[]> => all(folder, 'jobs', job),
  people: (): Promise<Person[]> => all(folder, 'people', person),
  audit: (): Promise<AuditLine[]> => all(folder, 'audit', auditLine),
});

/** Every file below a folder and its content; files that come and go meanwhile are left out. */
export async function filesIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => undefined)));
  return new Map(files.flatMap((file, index) => (texts[index] === undefined ? [] : [[file, texts[index]] as const])));
}

/** Fails unless the folder at rest can be taken, every file in it can be read, and nothing was set aside. */
export async function expectSound(folder: string): Promise<void> {
  await (await openLowdbDocuments(folder, { now: () => new Date(0) })).close();
  for (const [file, text] of await filesIn(folder)) {
    if (file.includes('/quarantine/')) throw new Error(`${file} was set aside`);
    if (file.endsWith('.json')) JSON.parse(text);
  }
  const { customers, jobs, people, audit } = recordsIn(folder);
  await Promise.all([customers(), jobs(), people(), audit()]);
}
