import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { cp, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StorageUnavailable, type Documents, type DocumentKey } from '../../../storage/documents.ts';
import { databaseFileOf, hasSqlite, SqliteMissing } from '../../../storage/sqlite/database.ts';
import { openDocuments } from '../../../storage/openDocuments.ts';
import { openSqliteDocuments, type SqliteOptions } from '../../../storage/sqlite/sqliteDocuments.ts';
import { documentsContract } from '../documentsContract.ts';
import { folders } from '../folder.ts';

const places = folders();
const now = () => new Date('2026-03-01T12:00:00.123Z');
const fabrikam: DocumentKey = { kind: 'customers', partner: 'p1', id: 'fabrikam' };

/** What a crash would leave of a folder: everything but the lock. */
async function crashed(folder: string): Promise<string> {
  const copy = await places.make();
  await cp(folder, copy, { recursive: true, filter: (name) => !name.endsWith('/lock') });
  return copy;
}

const ways = { sqlite: false, 'sqlite, cut off,': true };

if (hasSqlite(process.version)) {
  for (const [name, crash] of Object.entries(ways))
    documentsContract(name, async () => {
      let folder = await places.make();
      let documents = await openSqliteDocuments(folder, { now });
      return {
        documents,
        async reopen() {
          const left = crash ? await crashed(folder) : folder;
          await documents.close();
          folder = left;
          return (documents = await openSqliteDocuments(folder, { now }));
        },
        async end() {
          await documents.close();
          await places.clear();
        },
      };
    });

  describe('SQLite documents', () => {
    const opened: Documents[] = [];
    let folder: string;
    beforeEach(async () => void (folder = await places.make()));
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((documents) => documents.close()));
      await places.clear();
    });
    const open = async (options: Partial<SqliteOptions> = {}): Promise<Documents> => {
      const documents = await openSqliteDocuments(folder, { now, ...options });
      opened.push(documents);
      return documents;
    };

    it('are nobody else’s to read', async () => {
      await (await open()).insert(fabrikam, 1);
      for (const name of await readdir(folder))
        if (name.startsWith('customer-desk.db')) equal((await stat(join(folder, name))).mode & 0o777, 0o600, name);
      equal(databaseFileOf(folder), join(folder, 'customer-desk.db'));
    });

    it('are not kept in a folder of lowdb’s', async () => {
      await (await openDocuments('lowdb', folder, { now })).close();
      await rejects(openDocuments('sqlite', folder, { now }), /holds what STORAGE=lowdb keeps: .*copy it/);
      await (await openDocuments('lowdb', folder, { now })).close();
    });

    it('keep a second process out of their folder', async () => {
      await open();
      const lockTimes = { stale: 4000, update: 1000, wait: 0, retry: 10 };
      await rejects(open({ lockTimes }), /the data folder .* is in use by another process/);
    });

    it('are neither written nor given out when they cannot be committed, and are the former ones afterwards', async () => {
      const documents = await open({ cacheSize: 1 });
      const etag = await documents.insert(fabrikam, 1);
      const { DatabaseSync } = await import('node:sqlite');
      const other = new DatabaseSync(databaseFileOf(folder));
      other.exec('CREATE TRIGGER refuse BEFORE UPDATE ON documents BEGIN SELECT RAISE(FAIL, "no room"); END');
      const others: DocumentKey = { ...fabrikam, id: 'contoso' };
      const results = await Promise.allSettled([documents.replace(fabrikam, 2, etag), documents.insert(others, 1)]);
      for (const result of results) ok(result.status === 'rejected' && result.reason instanceof StorageUnavailable);
      other.exec('DROP TRIGGER refuse');
      other.close();
      deepEqual(await documents.get(fabrikam), { id: 'fabrikam', etag, value: 1 });
      equal(await documents.get(others), undefined);
      await documents.replace(fabrikam, 2, etag);
    });

    it('forget what was set aside by its time, and by what it holds', async () => {
      const told: unknown[] = [];
      const documents = await open({ onUnreadable: (...what) => told.push(what) });
      const aside = async (id: string, value: string): Promise<void> => {
        const key = { ...fabrikam, id };
        await documents.quarantine(key, await documents.insert(key, value), 'test');
      };
      await aside('one', 'robin "r" x');
      await aside('two', 'else');
      deepEqual(told[0], [{ ...fabrikam, id: 'one' }, 'set_aside, row 1', 'test']);
      const rows = async (): Promise<number> => {
        const { readDatabase } = await import('../../../storage/sqlite/database.ts');
        const database = await readDatabase(folder);
        const count = Number(database.prepare('SELECT count(*) AS n FROM set_aside').get()?.['n']);
        database.close();
        return count;
      };
      await documents.purgeQuarantineOf('p1', ['robin "r"']);
      equal(await rows(), 1);
      await documents.purgeQuarantine(now());
      equal(await rows(), 1);
      await documents.purgeQuarantine(new Date(now().getTime() + 1));
      equal(await rows(), 0);
    });

    it('leave nothing of what was removed in their files', async () => {
      const documents = await open();
      const secret = 'sesame-open-sesame';
      const etag = await documents.insert(fabrikam, { password: secret });
      await documents.remove(fabrikam, etag);
      await Promise.all(opened.splice(0).map((each) => each.close()));
      const { readFile } = await import('node:fs/promises');
      for (const name of await readdir(folder)) {
        const bytes = await readFile(join(folder, name)).catch(() => Buffer.alloc(0));
        ok(!bytes.includes(secret), name);
      }
    });
  });
} else
  describe('SQLite documents on a Node without SQLite', () => {
    afterEach(() => places.clear());
    it('are refused in one clear line, and leave the folder free', async () => {
      const folder = await places.make();
      for (const _ of [1, 2])
        await rejects(openSqliteDocuments(folder, { now }), (error: Error) => {
          ok(error instanceof SqliteMissing);
          match(error.message, /^STORAGE: sqlite needs Node 22\.13 or later.*set lowdb\.$/);
          return true;
        });
    });
  });
