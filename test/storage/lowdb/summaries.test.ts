import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { nodeDisk, type Disk } from '../../../storage/disk.ts';
import type { DocumentKey, Documents, Json, Summary, Summarizer } from '../../../storage/documents.ts';
import { openLowdbDocuments, type LowdbOptions } from '../../../storage/lowdb/lowdbDocuments.ts';
import { failingDisk } from '../failingDisk.ts';
import { folders, tree } from '../folder.ts';
import { firstMoment, momentsApart } from '../../reliability/moments.ts';

const places = folders();
const now = () => new Date('2026-03-01T12:00:00.123Z');
const never = { after: 1e9, bytes: 1e9 };
const partition = { kind: 'customers', partner: 'p1' };
const key = (id: string): DocumentKey => ({ ...partition, id });
const summaryOf = (value: Json): Summary => ({ form: 1, value: { of: value } });

/** Makes summaries as they are written; `made` holds the values it was asked for. */
function summarizer(): Summarizer & { readonly made: Json[] } {
  const made: Json[] = [];
  return { form: 1, made, of: (value) => (made.push(value), { of: value }) };
}

type Values = Readonly<Record<string, Json>>;

async function valuesOf(documents: Documents): Promise<Values> {
  const { items, unreadable } = await documents.list('customers', 'p1', { limit: 1000 });
  deepEqual(unreadable, []);
  return Object.fromEntries(items.map(({ id, value }) => [id, value]));
}

/** Every document is there once, by ascending id, with the summary of its present value; gives the values asked for. */
async function expectSummaries(documents: Documents, values: Values): Promise<Json[]> {
  const asked = summarizer();
  const found: unknown[] = [];
  for await (const { items, unreadable } of documents.summaries('customers', 'p1', asked)) {
    found.push(...items);
    deepEqual(unreadable, []);
  }
  const ids = Object.keys(values).sort();
  deepEqual(
    found,
    ids.map((id) => ({ id, summary: { of: values[id] } })),
  );
  return asked.made.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

async function filesWith(folder: string, text: string): Promise<string[]> {
  const names = [...(await tree(folder)).keys()].filter((name) => !name.endsWith('/'));
  const found = await Promise.all(
    names.map(async (name) => (name.includes(text) || (await readFile(join(folder, name))).includes(text) ? name : '')),
  );
  return found.filter((name) => name !== '');
}

/** A disk that dies at its change of that number, and does nothing from then on; half of what was to be written is. */
function dyingDisk(at: number): { readonly disk: Disk; readonly isDead: () => boolean } {
  let changes = 0;
  const die = (): never => {
    throw Object.assign(new Error('EIO: the disk is dead'), { code: 'EIO' });
  };
  const alive = <A extends unknown[], R>(does: (...args: A) => Promise<R>) =>
    async function (...args: A): Promise<R> {
      return changes >= at ? die() : does(...args);
    };
  const change = <A extends unknown[], R>(does: (...args: A) => Promise<R>, half?: (...args: A) => Promise<R>) =>
    alive(async (...args: A): Promise<R> => {
      changes += 1;
      if (changes < at) return does(...args);
      await half?.(...args);
      return die();
    });
  const halfOf = <T extends string | Uint8Array>(content: T): T => content.slice(0, content.length / 2) as T;
  const disk: Disk = {
    read: alive(nodeDisk.read),
    write: change(nodeDisk.write, (file, content) => nodeDisk.write(file, halfOf(content))),
    append: change(nodeDisk.append, (file, content) => nodeDisk.append(file, halfOf(content))),
    grow: change(async (file) => {
      const grown = await nodeDisk.grow(file);
      return {
        append: change(grown.append, (bytes) => grown.append(halfOf(bytes))),
        cut: change(grown.cut),
        close: grown.close,
      };
    }),
    move: change(nodeDisk.move),
    remove: change(nodeDisk.remove),
    exists: alive(nodeDisk.exists),
    names: alive(nodeDisk.names),
    makeFolder: change(nodeDisk.makeFolder),
    syncFolder: change(nodeDisk.syncFolder),
  };
  return { disk, isDead: () => changes >= at };
}

/** Values of documents, and the changes of them that may have taken effect although they failed. */
interface Expected {
  readonly values: Record<string, Json>;
  readonly perhaps: Record<string, Json | undefined>;
}

/** Writes, replaces and removes over several starts of a store, as far as the disk lives. */
async function live(folder: string, disk: Disk): Promise<Expected> {
  const values: Record<string, Json> = {};
  const perhaps: Record<string, Json | undefined> = {};
  const etags: Record<string, string> = {};
  const set = async (id: string, value: Json | undefined, change: () => Promise<string | void>): Promise<void> => {
    perhaps[id] = value;
    etags[id] = (await change()) ?? '';
    delete perhaps[id];
    if (value === undefined) delete values[id];
    else values[id] = value;
  };
  const run = async (...tasks: ((documents: Documents) => Promise<unknown>)[]): Promise<void> => {
    const documents = await openLowdbDocuments(folder, { now, disk, checkpointTimes: never });
    try {
      for (const task of tasks) await task(documents);
    } finally {
      await documents.close();
    }
  };
  const insert = (id: string, value: Json) => (documents: Documents) =>
    set(id, value, () => documents.insert(key(id), value, summaryOf(value)));
  const replace = (id: string, value: Json, summary?: Summary) => (documents: Documents) =>
    set(id, value, () => documents.replace(key(id), value, etags[id] ?? '', summary));
  const remove = (id: string) => (documents: Documents) =>
    set(id, undefined, () => documents.remove(key(id), etags[id] ?? ''));
  const look = (documents: Documents) => expectSummaries(documents, values);
  try {
    await run(insert('a', 'Adatum'), insert('b', 'Bellows'), insert('c', 'Contoso'));
    await run(look, replace('b', 'Bellows College', summaryOf('Bellows College')), insert('d', 'Datum'));
    await run(look, remove('a'), replace('c', 'Contoso Suites'), look);
    await run(replace('d', 'Datum Labs', summaryOf('Datum Labs')), remove('b'));
    await run(look);
  } catch (error) {
    if (!/disk is dead|could not|no longer held/.test(String(error))) throw error;
  }
  return { values, perhaps };
}

describe('summaries of lowdb', () => {
  const opened: Documents[] = [];
  let folder: string;
  beforeEach(async () => {
    folder = await places.make();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((documents) => documents.close()));
    await places.clear();
  });

  async function open(options: Partial<LowdbOptions> = {}): Promise<Documents> {
    await Promise.all(opened.splice(0).map((documents) => documents.close()));
    const documents = await openLowdbDocuments(folder, { now, checkpointTimes: never, ...options });
    opened.push(documents);
    return documents;
  }

  const file = () => join(folder, 'summaries', 'customers', 'p1.log');

  /** A closed folder with these documents, each with its summary. */
  async function fill(values: Values): Promise<void> {
    const documents = await open();
    await Promise.all(Object.entries(values).map(([id, value]) => documents.insert(key(id), value, summaryOf(value))));
    await documents.close();
    opened.pop();
  }

  it('are in one file, its owner’s alone, from which all are read without the documents', async () => {
    const values = Object.fromEntries(
      Array.from({ length: 1100 }, (_, n) => [`c${String(n)}`, `Company ${String(n)}`]),
    );
    await fill(values);
    deepEqual(await readdir(join(folder, 'summaries'), { recursive: true }), [
      'customers',
      join('customers', 'p1.log'),
    ]);
    equal((await stat(file())).mode & 0o777, 0o600);
    const reads: string[] = [];
    const documents = await open({ disk: { ...nodeDisk, read: (name) => (reads.push(name), nodeDisk.read(name)) } });
    reads.length = 0;
    deepEqual(await expectSummaries(documents, values), []);
    deepEqual(reads, [file()]);
  });

  it('are those of what is only in the journal, too', async () => {
    await fill({ a: 'Adatum', b: 'Bellows' });
    const documents = await open();
    await documents.remove(key('a'), (await documents.get(key('a')))?.etag ?? '');
    await documents.replace(key('b'), 'Bluth', (await documents.get(key('b')))?.etag ?? '', summaryOf('Bluth'));
    await documents.insert(key('c'), 'Contoso', summaryOf('Contoso'));
    deepEqual(await expectSummaries(documents, { b: 'Bluth', c: 'Contoso' }), []);
  });

  it('have no file where no document has one', async () => {
    const documents = await open();
    await documents.insert(key('a'), 'Adatum');
    await documents.insert({ ...key('b'), kind: 'jobs' }, 'Bellows');
    await open();
    await rm(join(folder, 'summaries'), { recursive: true, force: true });
    await open();
    ok(!(await readdir(folder)).includes('summaries'));
  });

  it('are made again from the documents, which is told once, where their file is lost', async () => {
    await fill({ a: 'Adatum', b: 'Bellows' });
    await rm(file());
    const told: unknown[] = [];
    const onSummarized: LowdbOptions['onSummarized'] = (...what) => told.push(what);
    deepEqual(await expectSummaries(await open({ onSummarized }), { a: 'Adatum', b: 'Bellows' }), [
      'Adatum',
      'Bellows',
    ]);
    deepEqual(told, [[partition, 2]]);
    deepEqual(await expectSummaries(await open({ onSummarized }), { a: 'Adatum', b: 'Bellows' }), []);
    equal(told.length, 1);
  });

  it('are right whatever byte of their file is wrong', async () => {
    await fill({ a: 'Adatum', b: 'Bellows', c: 'Contoso' });
    const documents = await open();
    for (const id of ['a', 'c'])
      await documents.replace(key(id), `new ${id}`, (await documents.get(key(id)))?.etag ?? '', summaryOf(`new ${id}`));
    await open();
    const sound = await readFile(file());
    equal(sound.toString('utf8').match(/\n/g)?.length, 5, 'with two stale lines');
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const bytes = Buffer.from(sound);
        bytes[at] = (bytes[at] ?? 0) ^ by;
        await writeFile(file(), bytes);
        await expectSummaries(await open(), { a: 'new a', b: 'Bellows', c: 'new c' });
      }),
      { numRuns: 60 },
    );
  });

  it('are read up to a last line that was cut off, and mended by the next write', async () => {
    await fill({ a: 'Adatum', b: 'Bellows' });
    const sound = await readFile(file());
    // Both are brought over at once, in whichever order.
    const [last] = ['Adatum', 'Bellows'].toSorted((a, b) => sound.lastIndexOf(b) - sound.lastIndexOf(a));
    await writeFile(file(), sound.subarray(0, -5));
    const documents = await open();
    await documents.insert(key('c'), 'Contoso', summaryOf('Contoso'));
    deepEqual(await expectSummaries(documents, { a: 'Adatum', b: 'Bellows', c: 'Contoso' }), [last]);
    deepEqual(await expectSummaries(await open(), { a: 'Adatum', b: 'Bellows', c: 'Contoso' }), []);
  });

  it('are read from the documents when their file cannot be read or written, and the disk is full', async () => {
    await fill({ a: 'Adatum' });
    const { disk, fail } = failingDisk();
    await rm(file());
    const documents = await open({ disk });
    fail('write', 'append');
    deepEqual(await expectSummaries(documents, { a: 'Adatum' }), ['Adatum']);
    fail();
    deepEqual(await expectSummaries(documents, { a: 'Adatum' }), ['Adatum']);
    deepEqual(await expectSummaries(documents, { a: 'Adatum' }), []);
  });

  for (const step of ['append', 'half an append', 'write', 'move', 'syncFolder'] as const)
    it(`keep the journal until they are written (${step})`, async () => {
      await fill({ a: 'Adatum', b: 'Bellows' });
      const { disk, fail } = failingDisk();
      const told: unknown[] = [];
      const documents = await open({ disk, onCheckpointError: (error) => told.push(error) });
      const stored = await documents.get(key('a'));
      await documents.replace(key('a'), 'Adatum Ltd', stored?.etag ?? '', summaryOf('Adatum Ltd'));
      fail(step);
      await documents.close();
      opened.pop();
      fail();
      match(String(told[0]), /ENOSPC/);
      equal((await readdir(join(folder, 'journal'))).length, 1);
      for (let start = 0; start < 2; start += 1)
        deepEqual(await expectSummaries(await open(), { a: 'Adatum Ltd', b: 'Bellows' }), []);
    });

  it('leave nothing of a removed document, neither of its versions nor of what was cut off', async () => {
    await fill({ a: 'Adatum', b: 'Bellows' });
    const documents = await open();
    await documents.replace(
      key('a'),
      'Adatum Ltd',
      (await documents.get(key('a')))?.etag ?? '',
      summaryOf('Adatum Ltd'),
    );
    await open();
    await writeFile(file(), '0badc0de a 1 {"of":"Adatum too"', { flag: 'a' });
    ok((await filesWith(folder, 'Adatum')).length > 0);
    const again = await open();
    await again.remove(key('a'), (await again.get(key('a')))?.etag ?? '');
    const reopened = await open();
    deepEqual(await filesWith(folder, 'Adatum'), []);
    deepEqual(await expectSummaries(reopened, { b: 'Bellows' }), []);
  });

  for (const how of ['broken', 'taken away'])
    it(`leave nothing of a document whose file is ${how}`, async () => {
      await fill({ a: 'Adatum', b: 'Bellows' });
      const path = join(folder, 'customers', 'p1', 'a.json');
      await (how === 'broken' ? writeFile(path, '{') : rm(path));
      const documents = await open();
      if (how === 'broken') await documents.list('customers', 'p1', { limit: 9 });
      else await expectSummaries(documents, { b: 'Bellows' });
      await open();
      deepEqual(await filesWith(folder, 'Adatum'), []);
    });

  it('are not trusted when a version has written that knows of none: it empties tmp/', async () => {
    await fill({ a: 'Adatum', b: 'Bellows' });
    for (const name of await readdir(join(folder, 'tmp'))) await rm(join(folder, 'tmp', name));
    const path = join(folder, 'customers', 'p1', 'a.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('Adatum', 'Alpine'));
    await expectSummaries(await open(), { a: 'Alpine', b: 'Bellows' });
    deepEqual(await expectSummaries(await open(), { a: 'Alpine', b: 'Bellows' }), []);
  });

  it('are not trusted when a record of the journal is lost, which they may be ahead of', async () => {
    await fill({ a: 'Adatum', b: 'Bellows' });
    const { disk, fail } = failingDisk();
    const documents = await open({ disk });
    await documents.replace(key('a'), 'Alpine', (await documents.get(key('a')))?.etag ?? '', summaryOf('Alpine'));
    // The summary is written, the document's file is not.
    fail('write');
    await documents.close();
    opened.pop();
    ok((await readFile(file(), 'utf8')).includes('Alpine'));
    const journal = join(folder, 'journal', '000000001.log');
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('Alpine', 'Alpina'));
    await expectSummaries(await open(), { a: 'Adatum', b: 'Bellows' });
  });

  it('take no more room than twice the present ones, and some', async () => {
    const values = { a: 'x'.repeat(100_000), b: 'y'.repeat(100_000) };
    await fill(values);
    for (let round = 0; round < 16; round += 1) {
      const documents = await open();
      const { etag = '' } = (await documents.get(key('a'))) ?? {};
      await documents.replace(key('a'), values.a, etag, summaryOf(values.a));
    }
    deepEqual(await expectSummaries(await open(), values), []);
    ok((await stat(file())).size < 1_500_000);
  });

  it('are right, each document once, and nothing is left of a removed one, wherever the disk dies', async () => {
    for (let at = firstMoment; ; at += momentsApart) {
      folder = await places.make();
      const { disk, isDead } = dyingDisk(at);
      const { values, perhaps } = await live(folder, disk);
      const documents = await open();
      const found = await valuesOf(documents);
      for (const id of ['a', 'b', 'c', 'd'])
        ok(found[id] === values[id] || (id in perhaps && found[id] === perhaps[id]), `change ${String(at)}: ${id}`);
      await expectSummaries(documents, found);
      deepEqual(await expectSummaries(await open(), found), [], `change ${String(at)}`);
      if (!('a' in found)) deepEqual(await filesWith(folder, 'Adatum'), [], `change ${String(at)}`);
      if (!isDead()) {
        deepEqual(values, { c: 'Contoso Suites', d: 'Datum Labs' });
        ok(at > 50, String(at));
        return;
      }
    }
  });
});
