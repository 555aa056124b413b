import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  StorageUnavailable,
  UnreadableDocument,
  type Documents,
  type DocumentKey,
} from '../../../storage/documents.ts';
import { nodeDisk, type Disk } from '../../../storage/disk.ts';
import { openLowdbDocuments, type LowdbOptions } from '../../../storage/lowdb/lowdbDocuments.ts';
import { documentsContract } from '../documentsContract.ts';
import { eventually } from '../../eventually.ts';
import { failingDisk } from '../failingDisk.ts';
import { folders, tree } from '../folder.ts';

const places = folders();
const now = () => new Date('2026-03-01T12:00:00.123Z');
const fabrikam: DocumentKey = { kind: 'customers', partner: 'p1', id: 'fabrikam' };

/** A copy of a folder as a crash would leave it. */
async function crashed(folder: string): Promise<string> {
  const copy = await places.make();
  await cp(folder, copy, { recursive: true, filter: (name) => !name.endsWith('/lock') });
  return copy;
}

const ways: Readonly<Record<string, { readonly options: Partial<LowdbOptions>; readonly crash: boolean }>> = {
  lowdb: { options: {}, crash: false },
  'lowdb, cut off,': { options: {}, crash: true },
  'lowdb, settling all the time,': { options: { checkpointTimes: { after: 0, bytes: 0 }, cacheSize: 3 }, crash: false },
  'lowdb, cut off while it settles,': {
    options: { checkpointTimes: { after: 0, bytes: 0 }, cacheSize: 3 },
    crash: true,
  },
};

for (const [name, { options, crash }] of Object.entries(ways))
  documentsContract(name, async () => {
    let folder = await places.make();
    const { disk, held } = failingDisk();
    const open = () => openLowdbDocuments(folder, { now, disk, ...options });
    let documents = await open();
    return {
      documents,
      async reopen() {
        const left = crash ? await held(() => crashed(folder)) : folder;
        await documents.close();
        folder = left;
        documents = await open();
        return documents;
      },
      async end() {
        await documents.close();
        await places.clear();
      },
    };
  });

describe('lowdb documents', () => {
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
    const documents = await openLowdbDocuments(folder, { now, ...options });
    opened.push(documents);
    return documents;
  }

  async function reopen(options: Partial<LowdbOptions> = {}): Promise<Documents> {
    await Promise.all(opened.splice(0).map((documents) => documents.close()));
    return open(options);
  }

  const file = () => join(folder, 'customers', 'p1', 'fabrikam.json');

  it('leaves nothing but its layout, files readable by their owner alone', async () => {
    const documents = await open();
    const etag = await documents.insert(fabrikam, 1);
    await documents.replace(fabrikam, 2, etag);
    await documents.insert({ ...fabrikam, id: 'Contoso Ltd.' }, 1);
    await documents.remove(
      { ...fabrikam, id: 'gone' },
      await documents.insert({ ...fabrikam, id: 'gone' }, { short: true }),
    );
    equal((await stat(folder)).mode & 0o777, 0o700);
    const format = ['format.json', 0o600] as const;
    const journal = [
      ['journal/', 0o700],
      ['journal/000000001.log', 0o600],
    ] as const;
    const drafts = [
      ['tmp/', 0o700],
      ['tmp/summaries', 0o600],
    ] as const;
    deepEqual([...(await tree(folder))], [format, ...journal, ['lock/', 0o700], ...drafts]);
    await opened.pop()?.close();
    deepEqual(
      [...(await tree(folder))],
      [
        ['customers/', 0o700],
        ['customers/p1/', 0o700],
        ['customers/p1/%43ontoso%20%4ctd%2e.json', 0o600],
        ['customers/p1/fabrikam.json', 0o600],
        format,
        journal[0],
        ...drafts,
      ],
    );
  });

  it('keeps id, etag and value in the file, and makes a file it rewrites private again', async () => {
    const etag = await (await open()).insert(fabrikam, { name: 'Fabrikam' });
    const reopened = await reopen();
    deepEqual(JSON.parse(await readFile(file(), 'utf8')), { id: 'fabrikam', etag, value: { name: 'Fabrikam' } });
    await chmod(file(), 0o644);
    await reopened.replace(fabrikam, 2, etag);
    await reopen();
    equal((await stat(file())).mode & 0o777, 0o600);
  });

  it('does not touch the disk to read what it read or wrote lately', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ ...fabrikam, id })) as [DocumentKey, DocumentKey, DocumentKey];
    const before = await open();
    for (const key of [a, b, c]) await before.insert(key, key.id);
    const reads: string[] = [];
    const disk: Disk = { ...nodeDisk, read: (name) => (reads.push(name), nodeDisk.read(name)) };
    const documents = await reopen({ disk, cacheSize: 2 });
    for (const key of [a, b, c]) await documents.get(key);
    reads.length = 0;
    for (const key of [b, c]) equal((await documents.get(key))?.value, key.id);
    deepEqual(reads, []);
    equal((await documents.get(a))?.value, 'a');
    equal(reads.length, 1);
    await documents.list('customers', 'p1', { limit: 9 });
    reads.length = 0;
    equal((await documents.get(a))?.value, 'a');
    deepEqual(reads, []);
    const d = { ...fabrikam, id: 'd' };
    const etag = await documents.insert(d, 'd');
    reads.length = 0;
    deepEqual(await documents.get(d), { id: 'd', etag, value: 'd' });
    deepEqual(reads, []);
  });

  it('looks once only for what is not there, and finds what is written and removed afterwards', async () => {
    const reads: string[] = [];
    const documents = await open({ disk: { ...nodeDisk, read: (name) => (reads.push(name), nodeDisk.read(name)) } });
    reads.length = 0;
    for (const found of [documents.get(fabrikam), documents.get(fabrikam)]) equal(await found, undefined);
    const etag = await documents.insert(fabrikam, 1);
    equal((await documents.get(fabrikam))?.value, 1);
    await documents.remove(fabrikam, etag);
    equal(await documents.get(fabrikam), undefined);
    await documents.insert(fabrikam, 2);
    equal((await documents.get(fabrikam))?.value, 2);
    equal(reads.length, 1);
  });

  it('acknowledges a write after the journal was durable, its file’s name first', async () => {
    const done: string[] = [];
    const disk: Disk = {
      ...nodeDisk,
      async grow(name) {
        const grown = await nodeDisk.grow(name);
        return { ...grown, append: async (bytes) => (await grown.append(bytes), void done.push('append')) };
      },
      syncFolder: async (name) => (await nodeDisk.syncFolder(name), void done.push(`sync ${name}`)),
    };
    const documents = await open({ disk });
    done.length = 0;
    const etag = await documents.insert(fabrikam, 1);
    deepEqual(done.splice(0), [`sync ${join(folder, 'journal')}`, 'append']);
    await documents.replace(fabrikam, 2, etag);
    deepEqual(done.splice(0), ['append']);
  });

  it('touches no file of a document that came and went, and syncs a folder once for all its files', async () => {
    const done: string[] = [];
    const disk: Disk = {
      ...nodeDisk,
      write: async (name, content) => (done.push('write'), nodeDisk.write(name, content)),
      remove: async (name) => (done.push(`remove ${basename(name)}`), nodeDisk.remove(name)),
      syncFolder: async (name) => (done.push(`sync ${basename(name)}`), nodeDisk.syncFolder(name)),
    };
    const documents = await open({ disk });
    // A first file makes the folder.
    await documents.insert({ ...fabrikam, id: 'c0' }, 0);
    await documents.close();
    const again = await open({ disk });
    for (let n = 1; n <= 20; n += 1) await again.insert({ ...fabrikam, id: `c${n}` }, n);
    await again.remove(fabrikam, await again.insert(fabrikam, 1));
    done.length = 0;
    await again.close();
    deepEqual(
      done.filter((step) => !step.endsWith('journal')),
      [...Array.from({ length: 20 }, () => 'write'), 'sync p1', 'remove 000000001.log'],
    );
  });

  it('removes the file of a document that came back, however often it went', async () => {
    const documents = await open({ checkpointTimes: { after: 0, bytes: 0 } });
    const file = join(folder, 'customers', 'p1', 'fabrikam.json');
    for (let round = 0; round < 20; round += 1) {
      const etag = await documents.insert(fabrikam, round);
      if (round % 3 === 0) await eventually('it has its file', () => existsSync(file));
      await documents.remove(fabrikam, etag);
    }
    await documents.close();
    ok(!existsSync(file));
    equal(await (await open()).get(fabrikam), undefined);
  });

  it('makes what is written at once durable at once, and a document that changes often reach its file once', async () => {
    const counts = { appends: 0, writes: 0 };
    const disk: Disk = {
      ...nodeDisk,
      write: (...args) => ((counts.writes += 1), nodeDisk.write(...args)),
      async grow(name) {
        const grown = await nodeDisk.grow(name);
        return { ...grown, append: (bytes) => ((counts.appends += 1), grown.append(bytes)) };
      },
    };
    const documents = await open({ disk });
    const ids = Array.from({ length: 64 }, (_, n) => `c${n}`);
    let etags = await Promise.all(ids.map((id) => documents.insert({ ...fabrikam, id }, 0)));
    equal(counts.appends, 2, 'the first, and all that came meanwhile');
    for (let round = 1; round <= 15; round += 1)
      etags = await Promise.all(ids.map((id, n) => documents.replace({ ...fabrikam, id }, round, etags[n] ?? '')));
    counts.writes = 0;
    await opened.pop()?.close();
    equal(counts.writes, 64);
  });

  it('keeps nothing of a removed document, neither in its file nor in the journal', async () => {
    let gone: (() => void) | undefined;
    const disk: Disk = {
      ...nodeDisk,
      remove: async (name) => (await nodeDisk.remove(name), void (name.endsWith('.log') && gone?.())),
    };
    const settled = () => new Promise<void>((resolve) => (gone = resolve));
    const documents = await open({ disk, checkpointTimes: { after: 0, bytes: 1e9 } });
    let once = settled();
    const etag = await documents.insert(fabrikam, 'secret');
    await once;
    match(await readFile(file(), 'utf8'), /secret/);
    once = settled();
    await documents.remove(fabrikam, await documents.replace(fabrikam, 'secret too', etag));
    await once;
    for (const name of (await tree(folder)).keys())
      if (!name.endsWith('/')) ok(!(await readFile(join(folder, name), 'utf8')).includes('secret'), name);
  });

  it('reads a page from its own files alone, however many others there are', async () => {
    const documents = await open();
    for (let n = 10; n < 60; n += 1) await documents.insert({ ...fabrikam, id: `c${n}` }, n);
    const reads: string[] = [];
    const disk: Disk = { ...nodeDisk, read: (name) => (reads.push(name), nodeDisk.read(name)) };
    const reopened = await reopen({ disk });
    reads.length = 0;
    const page = await reopened.list('customers', 'p1', { after: 'c40', limit: 3 });
    deepEqual([page.items.map((item) => item.value), page.next], [[41, 42, 43], 'c43']);
    equal(reads.length, 3);
  });

  it('fills its pages, whatever was removed before', async () => {
    const documents = await open();
    const etags = new Map<string, string>();
    for (const id of ['a', 'b', 'c']) etags.set(id, await documents.insert({ ...fabrikam, id }, id));
    await documents.list('customers', 'p1', { limit: 9 });
    await documents.remove({ ...fabrikam, id: 'b' }, etags.get('b') ?? '');
    const page = await documents.list('customers', 'p1', { limit: 2 });
    deepEqual([page.items.map((item) => item.id), 'next' in page], [['a', 'c'], false]);
  });

  it('ignores files that are not its own', async () => {
    const documents = await open();
    await documents.insert(fabrikam, 1);
    await reopen();
    for (const name of ['.DS_Store', 'README.json', '%zz.json', 'fabrikam.json.bak'])
      await writeFile(join(dirname(file()), name), '{}');
    const page = await opened[0]?.list('customers', 'p1', { limit: 9 });
    deepEqual([page?.items.map((item) => item.id), page?.unreadable], [['fabrikam'], []]);
  });

  it('refuses kinds that are names of its own folders', async () => {
    const documents = await open();
    for (const kind of ['tmp', 'journal', 'quarantine', 'lock'])
      await rejects(documents.insert({ ...fabrikam, kind }, 1), /may be called/);
    deepEqual(await readdir(join(folder, 'tmp')), ['summaries']);
  });

  it('lists what is only in the journal, and not what is only in the files any more', async () => {
    const documents = await open();
    const long = 'long'.repeat(40);
    const etags = new Map<string, string>();
    for (const id of ['a', 'b', long]) etags.set(id, await documents.insert({ ...fabrikam, id }, id));
    const reopened = await reopen();
    for (const id of ['a', long]) await reopened.remove({ ...fabrikam, id }, etags.get(id) ?? '');
    for (const id of ['c', `${long}2`]) await reopened.insert({ ...fabrikam, id }, id);
    const page = await reopened.list('customers', 'p1', { limit: 9 });
    deepEqual([page.items.map((item) => item.id), page.unreadable], [['b', 'c', `${long}2`], []]);
  });

  describe('with a journal that a crash left', () => {
    const ids = ['a', 'b', 'c', 'd'];

    async function leave(change: (journal: Buffer) => Uint8Array): Promise<void> {
      const documents = await open();
      for (const id of ids) await documents.insert({ ...fabrikam, id }, id);
      folder = await crashed(folder);
      const path = join(folder, 'journal', '000000001.log');
      await writeFile(path, change(await readFile(path)));
    }
    const listed = async (documents: Documents) =>
      (await documents.list('customers', 'p1', { limit: 9 })).items.map((item) => item.value);

    it('has all of it at once, and later in the documents’ files alone', async () => {
      await leave((journal) => journal);
      const documents = await open();
      deepEqual(await listed(documents), ids);
      await documents.close();
      deepEqual(
        await readdir(join(folder, 'customers', 'p1')),
        ids.map((id) => `${id}.json`),
      );
      deepEqual(await readdir(join(folder, 'journal')), []);
      opened.pop();
      deepEqual(await listed(await open()), ids);
    });

    it('drops what was cut off while it was written, wherever it was cut', async () => {
      const { length } = await (async () => {
        await leave((journal) => journal);
        return readFile(join(folder, 'journal', '000000001.log'));
      })();
      const left = folder;
      for (let end = length - 1; end > length / 2; end -= 7) {
        folder = await crashed(left);
        const path = join(folder, 'journal', '000000001.log');
        await writeFile(path, (await readFile(path)).subarray(0, end));
        const told: unknown[] = [];
        const documents = await openLowdbDocuments(folder, { now, onUnreadable: (...what) => told.push(what) });
        const found = await listed(documents);
        deepEqual(found, ids.slice(0, found.length));
        ok(found.length >= 1 && found.length < ids.length);
        deepEqual(told, []);
        await documents.close();
      }
    });

    it('has its last line though the byte that ends it is broken', async () => {
      await leave((journal) => Buffer.concat([journal.subarray(0, -1), Buffer.from([0x4a])]));
      deepEqual(await listed(await open()), ids);
    });

    it('forgets of what was set aside what is a partner’s and holds a text', async () => {
      await leave((journal) => Buffer.from(journal.toString('utf8').replace('"value":"b"', '"value":"x"')));
      const documents = await open();
      const left = () => readdir(join(folder, 'quarantine'));
      await documents.purgeQuarantineOf('p2', ['"x"']);
      await documents.purgeQuarantineOf('p1', ['"y"']);
      equal((await left()).length, 1);
      await documents.purgeQuarantineOf('p1', ['"y"', '"x"']);
      deepEqual(await left(), []);
    });

    it('sets a broken line aside, tells of it without its content, and has the rest', async () => {
      await leave((journal) => Buffer.from(journal.toString('utf8').replace('"value":"b"', '"value":"x"')));
      const told: unknown[] = [];
      const documents = await open({ onUnreadable: (key, path, reason) => told.push(key.kind, path, reason) });
      const path = join(folder, 'quarantine', 'journal-000000001-2026-03-01T12-00-00-123Z.json');
      deepEqual(told, ['journal', path, 'a line without its checksum']);
      match(await readFile(path, 'utf8'), /"value":"x"/);
      deepEqual(await listed(documents), ['a', 'c', 'd']);
      await documents.purgeQuarantine(new Date('2026-03-02'));
      deepEqual(await readdir(join(folder, 'quarantine')), []);
    });

    it('does not begin where the journal cannot be read', async () => {
      await leave((journal) => journal);
      const { disk, fail } = failingDisk();
      fail('read');
      await rejects(open({ disk }), /ENOSPC/);
      fail();
      deepEqual(await listed(await open({ disk })), ids);
    });
  });

  describe('with a broken file', () => {
    const broken: Record<string, string | Uint8Array> = {
      'is empty': '',
      'is cut off': '{"id":"fabrikam","etag":"e","value":{"na',
      'holds null': 'null',
      'holds no value': '{"id":"fabrikam","etag":"e"}',
      'holds no etag': '{"id":"fabrikam","value":1}',
      'holds another id': '{"id":"contoso","etag":"e","value":1}',
      'is not UTF-8': Uint8Array.from(Buffer.from('{"id":"fabrikam","etag":"e","value":"\xff"}', 'latin1')),
    };
    const movedName = 'customers-p1-fabrikam-2026-03-01T12-00-00-123Z.json';

    async function breakFile(content: string | Uint8Array): Promise<void> {
      await mkdir(dirname(file()), { recursive: true, mode: 0o700 });
      await writeFile(file(), content);
    }

    for (const [how, content] of Object.entries(broken))
      it(`says so once and sets it aside when it ${how}`, async () => {
        const told: unknown[] = [];
        const documents = await open({ onUnreadable: (key, movedTo) => told.push([key, movedTo]) });
        await breakFile(content);
        const movedTo = join(folder, 'quarantine', movedName);
        await rejects(documents.get(fabrikam), { name: 'Error', key: fabrikam, movedTo });
        deepEqual(told, [[fabrikam, movedTo]]);
        equal(await documents.get(fabrikam), undefined);
        deepEqual(await readFile(movedTo), Buffer.from(content));
        await documents.insert(fabrikam, 'anew');
      });

    it('keeps every file set aside in the same millisecond', async () => {
      const documents = await open();
      for (const content of ['one', 'two', 'three']) {
        await breakFile(content);
        await rejects(documents.get(fabrikam), UnreadableDocument);
      }
      equal((await readdir(join(folder, 'quarantine'))).length, 3);
    });

    it('does not insert, replace or remove in its place before somebody was told', async () => {
      const documents = await open();
      await breakFile('{');
      await rejects(documents.insert(fabrikam, 1), UnreadableDocument);
      await breakFile('{');
      await rejects(documents.replace(fabrikam, 1, 'e'), UnreadableDocument);
      await breakFile('{');
      await rejects(documents.remove(fabrikam, 'e'), UnreadableDocument);
    });

    it('lists the others and names it', async () => {
      const long = 'long'.repeat(40);
      const documents = await open();
      for (const id of ['a', 'z', long, `${long}2`]) await documents.insert({ ...fabrikam, id }, id);
      await reopen();
      const names = await readdir(dirname(file()));
      const hashed = names.filter((name) => name.startsWith('~'));
      await breakFile('{');
      await writeFile(join(dirname(file()), hashed[0] ?? ''), '{');
      const page = await (await reopen()).list('customers', 'p1', { limit: 9 });
      equal(page.items.length, 3);
      deepEqual([...page.unreadable].sort(), ['fabrikam', hashed[0]?.replace('.json', '')]);
      const next = await opened[0]?.list('customers', 'p1', { limit: 9 });
      deepEqual([next?.items.length, next?.unreadable], [3, []]);
    });
  });

  describe('when the disk fails', () => {
    for (const step of ['grow', 'syncFolder', 'append', 'half an append'] as const)
      it(`keeps the former version in memory and on disk, and goes on afterwards (${step})`, async () => {
        const { disk, fail } = failingDisk();
        const etag = await (await open()).insert(fabrikam, 'former');
        const documents = await reopen({ disk });
        const contoso = { ...fabrikam, partner: 'p2', id: 'contoso' };
        await documents.list('customers', 'p2', { limit: 9 });
        fail(step);
        const results = await Promise.allSettled([
          documents.replace(fabrikam, 'next', etag),
          documents.insert(contoso, 'new'),
          documents.remove(fabrikam, etag),
        ]);
        for (const result of results) {
          ok(result.status === 'rejected' && result.reason instanceof StorageUnavailable);
          match(result.reason.message, /^could not write documents of kind customers\b/);
          match(String(result.reason.cause), /ENOSPC/);
        }
        const former = { id: 'fabrikam', etag, value: 'former' };
        for (const folderNow of [folder, await crashed(folder)]) {
          const left = folderNow === folder ? documents : await openLowdbDocuments(folderNow, { now });
          deepEqual(await left.get(fabrikam), former);
          equal((await left.list('customers', 'p1', { limit: 9 })).items.length, 1);
          equal((await left.list('customers', 'p2', { limit: 9 })).items.length, 0);
          if (left !== documents) await left.close();
        }
        fail();
        await documents.insert(contoso, 'new');
        const again = await documents.replace(fabrikam, 'later', etag);
        const reopened = await reopen();
        deepEqual(await reopened.get(fabrikam), { id: 'fabrikam', etag: again, value: 'later' });
        equal((await reopened.get(contoso))?.value, 'new');
      });

    it('writes nothing after what it could neither write nor take back', async () => {
      const { disk, fail } = failingDisk();
      const documents = await open({ disk });
      const etag = await documents.insert(fabrikam, 'former');
      fail('half an append', 'cut');
      await rejects(documents.replace(fabrikam, 'next', etag), StorageUnavailable);
      fail('cut');
      await rejects(documents.replace(fabrikam, 'next', etag), StorageUnavailable);
      deepEqual(await documents.get(fabrikam), { id: 'fabrikam', etag, value: 'former' });
      fail();
      const next = await documents.replace(fabrikam, 'next', etag);
      const left = await openLowdbDocuments(await crashed(folder), { now, onUnreadable: () => ok(false) });
      deepEqual(await left.get(fabrikam), { id: 'fabrikam', etag: next, value: 'next' });
      await left.close();
    });

    for (const step of ['write', 'move', 'syncFolder', 'remove', 'makeFolder'] as const)
      it(`loses nothing when the documents’ own files cannot be written, and brings them over later (${step})`, async () => {
        const { disk, fail, held } = failingDisk();
        let tell: ((error: unknown) => void) | undefined;
        const trouble = () => new Promise<unknown>((resolve) => (tell = resolve));
        const old = { ...fabrikam, id: 'old' };
        const etag = await (await open()).insert(old, 1);
        const documents = await reopen({
          disk,
          checkpointTimes: { after: 0, bytes: 1e9 },
          onCheckpointError: (e) => tell?.(e),
        });
        // Before it fails, so that the journal has its file.
        const first = trouble();
        const writing = [documents.insert(fabrikam, 'new'), documents.remove(old, etag)];
        await documents.insert({ ...fabrikam, partner: 'p2', id: 'another' }, 1);
        fail(step);
        await Promise.all(writing);
        match(String(await first), /ENOSPC/);
        match(String(await trouble()), /ENOSPC/, 'it is tried again');
        for (const left of [documents, await openLowdbDocuments(await held(() => crashed(folder)), { now })]) {
          equal((await left.get(fabrikam))?.value, 'new');
          equal(await left.get(old), undefined);
          deepEqual(
            (await left.list('customers', 'p1', { limit: 9 })).items.map(({ id }) => id),
            ['fabrikam'],
          );
          if (left !== documents) await left.close();
        }
        fail();
        await opened.pop()?.close();
        deepEqual(await readdir(join(folder, 'customers', 'p1')), ['fabrikam.json']);
        deepEqual([await readdir(join(folder, 'journal')), await readdir(join(folder, 'tmp'))], [[], ['summaries']]);
      });

    it('does not take a document that it cannot read for broken or absent', async () => {
      const { disk, fail } = failingDisk();
      await (await open()).insert(fabrikam, 1);
      const documents = await reopen({ disk });
      fail('read');
      await rejects(documents.get(fabrikam), /^Error: could not read documents of kind customers\b/);
      await rejects(documents.insert(fabrikam, 2), StorageUnavailable);
      fail('names');
      await rejects(documents.list('customers', 'p1', { limit: 9 }), StorageUnavailable);
      fail();
      equal((await documents.get(fabrikam))?.value, 1);
      equal((await documents.list('customers', 'p1', { limit: 9 })).items.length, 1);
    });

    it('goes on when a real obstacle is gone', async () => {
      const told: unknown[] = [];
      const documents = await open({ onCheckpointError: (error) => told.push(error) });
      await writeFile(join(folder, 'customers'), 'a file where a folder should be');
      await rejects(documents.insert(fabrikam, 1), StorageUnavailable);
      await rm(join(folder, 'customers'));
      await documents.insert(fabrikam, 1);
      await writeFile(join(folder, 'customers'), 'a file where a folder should be');
      const reopened = await reopen();
      equal(told.length, 1);
      equal((await reopened.get(fabrikam))?.value, 1);
      await rm(join(folder, 'customers'));
      equal((await (await reopen()).get(fabrikam))?.value, 1);
      deepEqual(await readdir(join(folder, 'journal')), []);
    });
  });

  describe('opening', () => {
    it('clears the drafts that a crash left', async () => {
      await open();
      await writeFile(join(folder, 'tmp', 'left'), 'half a docu');
      await reopen();
      deepEqual(await readdir(join(folder, 'tmp')), ['summaries']);
    });

    it('refuses a folder that a newer version wrote, and lets that version have it', async () => {
      await open();
      const format = join(folder, 'format.json');
      equal(await readFile(format, 'utf8'), '{"format":2}\n');
      await writeFile(format, '{"format":4}');
      await rejects(reopen(), /format\.json says format 4, and this version knows formats up to 3: .*run that version/);
      await writeFile(format, '{"format":3}');
      await rejects(reopen(), /holds what STORAGE=sqlite keeps: set STORAGE to that, or copy it/);
      await writeFile(format, '{"format":2}');
      await open();
    });

    it('takes a folder of the former format over, with all that is in it', async () => {
      const etag = await (await open()).insert(fabrikam, 1);
      await opened.pop()?.close();
      await rm(join(folder, 'journal'), { recursive: true });
      await writeFile(join(folder, 'format.json'), '{"format":1}\n');
      deepEqual(await (await open()).get(fabrikam), { id: 'fabrikam', etag, value: 1 });
      equal(await readFile(join(folder, 'format.json'), 'utf8'), '{"format":2}\n');
    });

    it('refuses a folder whose format cannot be read', async () => {
      await open();
      for (const content of ['', 'null', '{"format":"1"}']) {
        await writeFile(join(folder, 'format.json'), content);
        await rejects(reopen(), /format\.json cannot be read/);
      }
    });

    it('refuses a folder that another holds, naming it', async () => {
      await open();
      const times = { stale: 4000, update: 1000, wait: 50, retry: 10 };
      await rejects(openLowdbDocuments(folder, { now, lockTimes: times }), (error: Error) =>
        error.message.startsWith(`the data folder ${folder} is in use by another process`),
      );
    });

    it('takes over from a process that was killed while the clock was an hour ahead', async () => {
      await open();
      const copy = await crashed(folder);
      await mkdir(join(copy, 'lock'));
      const ahead = new Date(Date.now() + 3_600_000);
      await utimes(join(copy, 'lock'), ahead, ahead);
      const lockTimes = { stale: 50, update: 1000, wait: 5000, retry: 10 };
      const documents = await openLowdbDocuments(copy, { now, lockTimes });
      equal(await documents.get(fabrikam), undefined);
      await documents.close();
    });

    it('names a lock that is a plain file, and says what to do', async () => {
      await mkdir(folder, { recursive: true });
      for (const age of [0, 3_600_000]) {
        const stamp = new Date(Date.now() - age);
        await writeFile(join(folder, 'lock'), '');
        await utimes(join(folder, 'lock'), stamp, stamp);
        await rejects(openLowdbDocuments(folder, { now }), /lock is no folder.*move it elsewhere/);
      }
      await rm(join(folder, 'lock'));
    });

    it('waits for the one before to end', async () => {
      const former = await open();
      const waiting = open();
      await former.insert(fabrikam, 1);
      await former.close();
      equal((await (await waiting).get(fabrikam))?.value, 1);
    });
  });

  it('finishes what is under way before it closes, and writes nothing afterwards', async () => {
    const documents = await openLowdbDocuments(folder, { now });
    const writes = ['a', 'b', 'c'].map((id) => documents.insert({ ...fabrikam, id }, id));
    await documents.close();
    await Promise.all(writes);
    await rejects(documents.insert(fabrikam, 1), /no longer held by this process \(it was closed\)/);
    equal((await (await open()).list('customers', 'p1', { limit: 9 })).items.length, 3);
  });

  it('says when its lock is lost and writes nothing from then on', async () => {
    let documents: Documents | undefined;
    const lost = new Promise<Error>((resolve, reject) => {
      open({ onLockLost: resolve }).then(async (store) => {
        documents = store;
        await store.insert(fabrikam, 1);
        await rm(join(folder, 'lock'), { recursive: true });
      }, reject);
    });
    const error = await lost;
    ok(error.message.startsWith(`the data folder ${folder} is no longer held by this process (the lock was removed`));
    await rejects(documents?.insert({ ...fabrikam, id: 'b' }, 1) ?? Promise.resolve(), error);
    await documents?.close();
    deepEqual(await readdir(folder), ['format.json', 'journal', 'tmp']);
    const journal = await readFile(join(folder, 'journal', '000000001.log'), 'utf8');
    deepEqual(journal.match(/"id":"\w+"/g), ['"id":"fabrikam"']);
  });
});
