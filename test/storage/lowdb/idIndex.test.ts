import { deepEqual, rejects } from 'node:assert/strict';
import fc from 'fast-check';
import { idIndex } from '../../../storage/lowdb/idIndex.ts';

const ids = fc.array(fc.constantFrom('a', 'aa', 'b', 'c', 'ü', '😀', '\uffff', ''), { maxLength: 12 });
const changes = fc.array(fc.record({ id: fc.constantFrom('a', 'aa', 'b', 'x', ''), present: fc.boolean() }));

describe('an index of ids', () => {
  it('holds what was found and what was told, before and after loading, in order and once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom('a', 'b', 'ü', '😀', '\uffff')),
        changes,
        changes,
        async (found, before, after) => {
          const index = idIndex(async () => ({ ids: found, unreadable: [] }));
          const tell = ({ id, present }: { id: string; present: boolean }) =>
            present ? index.add(id) : index.remove(id);
          before.forEach(tell);
          await index.page(undefined, 1);
          after.forEach(tell);
          const model = new Set<string>(found);
          for (const { id, present } of [...before, ...after]) {
            if (present) model.add(id);
            else model.delete(id);
          }
          const expected = [...model].sort();
          deepEqual(await index.page(undefined, 100), { ids: expected, more: false });
        },
      ),
    );
  });

  it('pages strictly after any text, there or not', async () => {
    await fc.assert(
      fc.asyncProperty(ids, fc.string({ maxLength: 2 }), fc.integer({ min: 1, max: 5 }), async (some, after, limit) => {
        const found = [...new Set(some)];
        const index = idIndex(async () => ({ ids: found, unreadable: [] }));
        const following = found.filter((id) => id > after).sort();
        deepEqual(await index.page(after, limit), {
          ids: following.slice(0, limit),
          more: following.length > limit,
        });
      }),
    );
  });

  it('raises what loading raised, each time', async () => {
    const index = idIndex(() => Promise.reject(new Error('no disk')));
    await rejects(index.page(undefined, 1), /no disk/);
    await rejects(index.takeUnreadable(), /no disk/);
  });
});
