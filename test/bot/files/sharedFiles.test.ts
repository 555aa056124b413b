import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createPendingFiles, pendingFileMinutes } from '../../../bot/files/pendingFiles.ts';
import { sharedFiles } from '../../../bot/files/sharedFiles.ts';
import { minute } from '../../../lib/durations.ts';
import { storedFiles } from '../../../storage/storedFiles.ts';
import { memoryDocuments } from '../../memoryDocuments.ts';
import { keepLog } from '../desk.ts';

const begin = Date.parse('2026-03-02T10:00:00.000Z');
const file = {
  partner: 'p',
  userId: 'u',
  name: '客戶.xlsx',
  type: 'application/octet-stream',
  content: randomBytes(1_000_000),
};

describe('a file that several processes may give away', () => {
  const started = () => {
    const clock = { now: begin };
    const documents = memoryDocuments();
    const { log, lines } = keepLog();
    const process = (stored = storedFiles(documents)) =>
      sharedFiles(createPendingFiles(), stored, { now: () => new Date(clock.now), log });
    return { clock, documents, lines, process };
  };

  it('is the same at each of them, with its owner, and nothing by another id', async () => {
    const { process } = started();
    const id = await process().put(file);
    assert.deepEqual(await process().find(id), file);
    for (const other of ['', `${id}x`, id.slice(1)]) assert.equal(await process().find(other), undefined);
  });

  it('is at none of them when its time is over, and is removed by whichever tidies, in all its parts', async () => {
    const { clock, documents, process } = started();
    const id = await process().put(file);
    const late = await process().put({ ...file, content: Buffer.from('late') });
    clock.now += pendingFileMinutes * minute - 1;
    await storedFiles(documents).removeOver(new Date(clock.now));
    assert.deepEqual(await process().find(id), file);
    clock.now += 1;
    for (const one of [id, late]) assert.equal(await process().find(one), undefined);
    assert.ok(documents.everything().length > 0);
    await storedFiles(documents).removeOver(new Date(clock.now));
    assert.deepEqual(documents.everything(), []);
  });

  it('is at the process that made it where the store fails, which the log says without its name', async () => {
    const { lines, process } = started();
    const fail = async (): Promise<never> => {
      throw new Error('no storage');
    };
    const own = process({ put: fail, get: fail, removeOver: fail });
    const id = await own.put(file);
    assert.equal(await own.find(id), file);
    assert.equal(await own.find('other'), undefined);
    assert.equal(lines.length, 2);
    assert.ok(!lines.join('').includes(file.name));
  });
});
