import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StorageUnavailable, UnreadableDocument, type Documents, type Key } from '../../storage/documents.ts';
import { nodeDisk, type Disk } from '../../storage/lowdb/disk.ts';
import { openLowdbDocuments, type LowdbOptions } from '../../storage/lowdbDocuments.ts';
import { documentsContract } from './documentsContract.ts';
import { folders, tree } from './folder.ts';

const places = folders();
const now = () => new Date('2026-03-01T12:00:00.123Z');
const fabrikam: Key = { kind: 'customers', partner: 'p1', id: 'fabrikam' };

documentsContract('lowdb', async () => {
  const folder = await places.make();
  const open = () => openLowdbDocuments(folder, { now });
  let documents = await open();
  return {
    documents,
    async reopen() {
      await documents.close();
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
    deepEqual(
      [...(await tree(folder))],
      [
        ['customers/', 0o700],
        ['customers/p1/', 0o700],
        ['customers/p1/%43ontoso%20%4ctd%2e.json', 0o600],
        ['customers/p1/fabrikam.json', 0o600],
        ['format.json', 0o600],
        ['lock/', 0o700],
        ['tmp/', 0o700],
      ],
    );
  });

  it('keeps id, etag and value in the file, and makes a file it rewrites private again', async () => {
    const etag = await (await open()).insert(fabrikam, { name: 'Fabrikam' });
    deepEqual(JSON.parse(await readFile(file(), 'utf8')), { id: 'fabrikam', etag, value: { name: 'Fabrikam' } });
    await chmod(file(), 0o644);
    await (await reopen()).replace(fabrikam, 2, etag);
    equal((await stat(file())).mode & 0o777, 0o600);
  });

  it('does not touch the disk to read what it read or wrote lately', async () => {
    const reads: string[] = [];
    const disk: Disk = { ...nodeDisk, read: (name) => (reads.push(name), nodeDisk.read(name)) };
    const documents = await open({ disk, remembered: 2 });
    const keys = ['a', 'b', 'c'].map((id) => ({ ...fabrikam, id }));
    for (const key of keys) await documents.insert(key, key.id);
    reads.length = 0;
    for (const key of keys.slice(1)) equal((await documents.get(key))?.value, key.id);
    deepEqual(reads, []);
    for (const key of keys.slice(0, 1)) equal((await documents.get(key))?.value, 'a');
    equal(reads.length, 1);
    await documents.list('customers', 'p1', { limit: 9 });
    reads.length = 0;
    for (const key of keys.slice(0, 1)) equal((await documents.get(key))?.value, 'a');
    deepEqual(reads, []);
  });

  it('acknowledges a write after the file was durable, then moved, then its folder durable', async () => {
    const done: string[] = [];
    const disk: Disk = {
      ...nodeDisk,
      write: async (name, text) => (await nodeDisk.write(name, text), void done.push('write')),
      move: async (from, to) => (await nodeDisk.move(from, to), void done.push(`move ${to}`)),
      syncFolder: async (name) => (await nodeDisk.syncFolder(name), void done.push(`sync ${name}`)),
    };
    const documents = await open({ disk });
    const etag = await documents.insert(fabrikam, 1);
    done.length = 0;
    await documents.replace(fabrikam, 2, etag);
    deepEqual(done.splice(0), ['write', `move ${file()}`, `sync ${dirname(file())}`]);
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
    for (const name of ['.DS_Store', 'README.json', '%zz.json', 'fabrikam.json.bak'])
      await writeFile(join(dirname(file()), name), '{}');
    const page = await documents.list('customers', 'p1', { limit: 9 });
    deepEqual([page.items.map((item) => item.id), page.unreadable], [['fabrikam'], []]);
  });

  it('refuses kinds that are names of its own folders', async () => {
    const documents = await open();
    for (const kind of ['tmp', 'quarantine', 'lock'])
      await rejects(documents.insert({ ...fabrikam, kind }, 1), /may be called/);
    deepEqual(await readdir(join(folder, 'tmp')), []);
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
    type Step = keyof Disk;
    const steps: readonly Step[] = ['write', 'move', 'syncFolder', 'remove', 'makeFolder'];

    /** A disk of which steps can be made to fail, with the error of a full disk. */
    function failingDisk(): { disk: Disk; fail: (...steps: Step[]) => void } {
      let failing: readonly Step[] = [];
      const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      const on = <A extends unknown[], R>(step: Step, does: (...args: A) => Promise<R>) =>
        async function (...args: A): Promise<R> {
          if (failing.includes(step)) throw full;
          return does(...args);
        };
      const disk: Disk = {
        read: on('read', nodeDisk.read),
        write: on('write', nodeDisk.write),
        move: on('move', nodeDisk.move),
        remove: on('remove', nodeDisk.remove),
        exists: on('exists', nodeDisk.exists),
        names: on('names', nodeDisk.names),
        makeFolder: on('makeFolder', nodeDisk.makeFolder),
        syncFolder: on('syncFolder', nodeDisk.syncFolder),
      };
      return { disk, fail: (...steps) => void (failing = steps) };
    }

    for (const step of steps)
      it(`keeps the former version in memory and on disk, and goes on afterwards (${step})`, async () => {
        const { disk, fail } = failingDisk();
        const documents = await open({ disk });
        const etag = await documents.insert(fabrikam, 'former');
        const contoso = { ...fabrikam, partner: 'p2', id: 'contoso' };
        await documents.list('customers', 'p2', { limit: 9 });
        fail(step);
        const results = await Promise.allSettled([
          documents.replace(fabrikam, 'next', etag),
          documents.insert(contoso, 'new'),
        ]);
        const replaced = results[0].status === 'fulfilled' ? results[0].value : etag;
        const failed = results.filter((result) => result.status === 'rejected');
        // Removing is not part of a write but of its tidying, and only the first write of a folder makes it.
        equal(failed.length, { remove: 0, makeFolder: 1 }[step as string] ?? 2);
        for (const { reason } of failed as { reason: unknown }[]) {
          ok(reason instanceof StorageUnavailable);
          match(reason.message, /^could not write documents of kind customers$/);
          match(String(reason.cause), /ENOSPC/);
        }
        fail();
        const expected = replaced === etag ? 'former' : 'next';
        deepEqual(await documents.get(fabrikam), { id: 'fabrikam', etag: replaced, value: expected });
        const listed = await documents.list('customers', 'p2', { limit: 9 });
        equal(listed.items.length, results[1].status === 'fulfilled' ? 1 : 0);
        deepEqual((await readdir(join(folder, 'tmp'))).length, 0);
        if (results[1].status === 'rejected') await documents.insert(contoso, 'new');
        const again = await documents.replace(fabrikam, 'later', replaced);
        const reopened = await reopen();
        deepEqual(await reopened.get(fabrikam), { id: 'fabrikam', etag: again, value: 'later' });
        equal((await reopened.get(contoso))?.value, 'new');
      });

    for (const step of ['remove', 'syncFolder'] as const)
      it(`keeps a document whose removal failed (${step})`, async () => {
        const { disk, fail } = failingDisk();
        const documents = await open({ disk });
        const etag = await documents.insert(fabrikam, 'former');
        await documents.list('customers', 'p1', { limit: 9 });
        fail(step);
        await rejects(documents.remove(fabrikam, etag), StorageUnavailable);
        fail();
        deepEqual(await documents.get(fabrikam), { id: 'fabrikam', etag, value: 'former' });
        equal((await documents.list('customers', 'p1', { limit: 9 })).items.length, 1);
        await documents.remove(fabrikam, etag);
        equal(await documents.get(fabrikam), undefined);
      });

    it('lists what it gets when even undoing a write failed', async () => {
      const { disk, fail } = failingDisk();
      const documents = await open({ disk });
      await documents.insert({ ...fabrikam, id: 'other' }, 1);
      await documents.list('customers', 'p1', { limit: 9 });
      fail('syncFolder', 'remove');
      await rejects(documents.insert(fabrikam, 1), StorageUnavailable);
      fail();
      equal((await documents.get(fabrikam))?.value, 1);
      equal((await documents.list('customers', 'p1', { limit: 9 })).items.length, 2);
    });

    it('does not take a document that it cannot read for broken or absent', async () => {
      const { disk, fail } = failingDisk();
      await (await open()).insert(fabrikam, 1);
      const documents = await reopen({ disk });
      fail('read');
      await rejects(documents.get(fabrikam), /^Error: could not read documents of kind customers$/);
      await rejects(documents.insert(fabrikam, 2), StorageUnavailable);
      fail('names');
      await rejects(documents.list('customers', 'p1', { limit: 9 }), StorageUnavailable);
      fail();
      equal((await documents.get(fabrikam))?.value, 1);
      equal((await documents.list('customers', 'p1', { limit: 9 })).items.length, 1);
    });

    it('goes on when a real obstacle is gone', async () => {
      const documents = await open();
      await writeFile(join(folder, 'customers'), 'a file where a folder should be');
      await rejects(documents.insert(fabrikam, 1), StorageUnavailable);
      await rm(join(folder, 'customers'));
      await documents.insert(fabrikam, 1);
      equal((await (await reopen()).get(fabrikam))?.value, 1);
    });
  });

  describe('opening', () => {
    it('clears the drafts that a crash left', async () => {
      await open();
      await writeFile(join(folder, 'tmp', 'left'), 'half a docu');
      await reopen();
      deepEqual(await readdir(join(folder, 'tmp')), []);
    });

    it('refuses a folder that a newer version wrote, and lets that version have it', async () => {
      await open();
      const format = join(folder, 'format.json');
      equal(await readFile(format, 'utf8'), '{"format":1}\n');
      await writeFile(format, '{"format":2}');
      await rejects(reopen(), /format\.json says format 2, and this version knows formats up to 1: .*run that version/);
      await writeFile(format, '{"format":1}');
      await open();
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
    deepEqual(await readdir(dirname(file())), ['fabrikam.json']);
  });
});
