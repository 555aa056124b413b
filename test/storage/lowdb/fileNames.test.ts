import { deepEqual } from 'node:assert/strict';
import { setImmediate as others } from 'node:timers/promises';
import { nodeDisk } from '../../../storage/disk.ts';
import { fileNames } from '../../../storage/lowdb/fileNames.ts';
import { documentPath } from '../../../storage/lowdb/paths.ts';
import { removalOf } from '../../../storage/lowdb/writeAheadLog.ts';

const pathOf = (id: string) => documentPath('/data', { kind: 'customers', partner: 'p1', id });

/** File names over a folder that is read so; the log holds one more document. */
function namesOver(read: () => Promise<readonly string[]>) {
  const logged = pathOf('logged');
  const names = fileNames({ ...nodeDisk, names: read }, { unflushed: new Map([[logged.file, removalOf(logged)]]) });
  const mayExist = (...ids: string[]): boolean[] => ids.map((id) => names.mayExist(pathOf(id)));
  return { names, mayExist };
}

describe('the names of files', () => {
  it('leave out only what is neither in the folder, nor in the log, nor was written since', async () => {
    const { names, mayExist } = namesOver(async () => ['found.json']);
    deepEqual(mayExist('missing', 'found'), [true, true]);
    names.add(pathOf('meanwhile'));
    await others();
    names.add(pathOf('later'));
    deepEqual(mayExist('missing', 'found', 'logged', 'meanwhile', 'later'), [false, true, true, true, true]);
  });

  for (const [code, left] of [
    ['EIO', true],
    ['ENOENT', false],
  ] as const)
    it(`leave out ${left ? 'nothing' : 'everything'} of a folder whose reading ends with ${code}`, async () => {
      const { mayExist } = namesOver(() => Promise.reject(Object.assign(new Error(code), { code })));
      mayExist('missing');
      await others();
      deepEqual(mayExist('missing'), [left]);
    });
});
