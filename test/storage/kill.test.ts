import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Documents } from '../../storage/documents.ts';
import { openLowdbDocuments } from '../../storage/lowdb/lowdbDocuments.ts';
import { partOf } from '../reliability/moments.ts';
import { folders } from './folder.ts';

// The sibling is TypeScript or compiled, as this file is.
const writer = fileURLToPath(new URL(`./writer${extname(import.meta.url)}`, import.meta.url));
const written = z.object({
  kind: z.string(),
  partner: z.string(),
  id: z.string(),
  /** Absent of one that was removed. */
  count: z.number().optional(),
  /** Its removal is under way, or done. */
  mayGo: z.boolean(),
});
const value = z.object({ count: z.number(), padding: z.string().length(3000) });
const document = z.object({ value });

/** Runs the writer until it printed `lines` lines and kills it; gives all it printed whole. */
async function writeAndKill(folder: string, lines: number): Promise<z.infer<typeof written>[]> {
  const child = spawn(process.execPath, [...process.execArgv, writer, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    if (printed.push(line) === lines) child.kill('SIGKILL');
  });
  await Promise.all([once(child, 'exit'), once(reader, 'close')]);
  equal(child.signalCode, 'SIGKILL');
  return printed.filter((line) => line.endsWith('}')).map((line) => written.parse(JSON.parse(line)));
}

async function expectWritten(documents: Documents, printed: readonly z.infer<typeof written>[]): Promise<void> {
  const latest = new Map(printed.map((line) => [line.id, line]));
  for (const { count, mayGo, ...key } of latest.values()) {
    const stored = await documents.get(key);
    if (count === undefined) equal(stored, undefined, `${key.id} was acknowledged as removed`);
    if (stored === undefined) ok(mayGo, `${key.id} was acknowledged and is gone`);
    else {
      const found = value.parse(stored.value).count;
      ok(found >= (count ?? 0), `${key.id} was acknowledged at ${String(count)} and is at ${String(found)}`);
    }
  }
}

const partners = ['p0', 'p1'];

/** Every document is in its file now, and whole; of no other is anything left among the summaries. */
async function expectNothingBroken(folder: string): Promise<void> {
  deepEqual([await readdir(join(folder, 'tmp')), await readdir(join(folder, 'journal'))], [['summaries'], []]);
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.json')) continue;
    const found: unknown = JSON.parse(await readFile(join(folder, name), 'utf8'));
    if (name.startsWith('customers')) document.parse(found);
  }
  for (const partner of partners) {
    const files = await readdir(join(folder, 'customers', partner)).catch(() => []);
    const lines = await readFile(join(folder, 'summaries', 'customers', `${partner}.log`), 'utf8').catch(() => '');
    const summarized = new Set(lines.split('\n').flatMap((line) => line.split(' ').slice(1, 2)));
    deepEqual([...summarized].sort(), files.map((name) => name.replace('.json', '')).sort());
  }
}

/** The summaries that were written are those of the documents' present versions: none need be made from a document. */
async function expectSummaries(documents: Documents): Promise<void> {
  const of = (): never => {
    throw new Error('a summary is missing');
  };
  for (const partner of partners) {
    const { items, unreadable } = await documents.list('customers', partner, { limit: 100_000 });
    deepEqual(unreadable, []);
    const found: unknown[] = [];
    for await (const page of documents.summaries('customers', partner, { form: 1, of })) found.push(...page.items);
    deepEqual(
      found,
      items.map(({ id, value: stored }) => ({ id, summary: { count: value.parse(stored).count } })),
    );
  }
}

async function reopened(folder: string, check: (documents: Documents) => Promise<void>): Promise<void> {
  const documents = await openLowdbDocuments(folder, { now: () => new Date(0) });
  try {
    await check(documents);
  } finally {
    await documents.close();
  }
}

describe('a process killed while it writes', () => {
  const places = folders();
  afterEach(() => places.clear());

  async function killAndReopen(lines: number): Promise<void> {
    const folder = await places.make();
    const printed = await writeAndKill(folder, lines);
    ok(printed.length >= lines);
    await reopened(folder, async (documents) => expectWritten(documents, printed));
    await expectNothingBroken(folder);
    await reopened(folder, expectSummaries);
  }

  it('leaves every acknowledged change, no broken file, the summaries of what is there, and a folder that can be taken again', async () => {
    await Promise.all(partOf([1, 2, 3, 7, 19, 53, 101, 211, 307, 503]).map(killAndReopen));
  });
});
