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
import { folders } from './folder.ts';

// The sibling is TypeScript or compiled, as this file is.
const writer = fileURLToPath(new URL(`./writer${extname(import.meta.url)}`, import.meta.url));
const written = z.object({ kind: z.string(), partner: z.string(), id: z.string(), count: z.number() });
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
  for (const { count, ...key } of printed) {
    const found = value.parse((await documents.get(key))?.value);
    ok(found.count >= count, `${key.id} was acknowledged at ${count} and is at ${found.count}`);
  }
}

/** Every document is in its file now, and whole. */
async function expectNothingBroken(folder: string): Promise<void> {
  deepEqual([await readdir(join(folder, 'tmp')), await readdir(join(folder, 'journal'))], [['summaries'], []]);
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.json')) continue;
    const found: unknown = JSON.parse(await readFile(join(folder, name), 'utf8'));
    if (name.startsWith('customers')) document.parse(found);
  }
}

describe('a process killed while it writes', () => {
  const places = folders();
  afterEach(() => places.clear());

  async function killAndReopen(lines: number): Promise<void> {
    const folder = await places.make();
    const printed = await writeAndKill(folder, lines);
    ok(printed.length >= lines);
    const documents = await openLowdbDocuments(folder, { now: () => new Date(0) });
    try {
      await expectWritten(documents, printed);
      for (const partner of ['p0', 'p1'])
        deepEqual((await documents.list('customers', partner, { limit: 100_000 })).unreadable, []);
    } finally {
      await documents.close();
    }
    await expectNothingBroken(folder);
  }

  it('leaves every acknowledged write, no broken file, and a folder that can be taken again', async () => {
    await Promise.all([1, 2, 3, 7, 19, 53, 101, 211, 307, 503].map(killAndReopen));
  });
});
