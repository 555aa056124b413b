import assert from 'node:assert/strict';
import * as z from 'zod';
import { withOwnWrites } from '../../../bot/turn/ownWrites.ts';
import { collection } from '../../../storage/collection.ts';
import { DocumentExists, StaleDocument } from '../../../storage/documents.ts';
import { memoryDocuments } from '../../memoryDocuments.ts';

const partner = 'p1';

/** A collection, and the same as the attempts of a turn have it. */
function desk() {
  const stored = collection(memoryDocuments(), { kind: 'notes', schema: z.string(), version: 1, migrations: [] });
  let attempt = 1;
  const items = withOwnWrites(stored, () => attempt);
  const textOf = async (from: typeof stored) => {
    const [listed] = (await from.list(partner, { limit: 1 })).items;
    assert.deepEqual(await from.get(partner, 'a'), listed, 'a list has it as it is by its id');
    return listed?.value;
  };
  return {
    stored,
    items,
    again: () => void (attempt += 1),
    seen: () => textOf(items),
    kept: () => textOf(stored),
    /** What `items` says of the present version. */
    etag: async () => (await items.get(partner, 'a'))?.etag ?? '',
  };
}

describe('a document that an earlier attempt of a turn wrote', () => {
  it('is seen as it was before, until this attempt writes it in the same place', async () => {
    const { stored, items, again, seen, kept, etag } = desk();
    await stored.insert(partner, 'a', 'before');
    await items.replace(partner, 'a', 'first', await etag());
    await items.replace(partner, 'a', 'second', await etag());
    assert.equal(await seen(), 'second');
    for (const next of ['third', 'fourth']) {
      again();
      assert.equal(await seen(), 'before');
      await items.replace(partner, 'a', next, await etag());
      assert.deepEqual([await seen(), await kept()], [next, next]);
    }
  });

  it('is not there yet where it was inserted', async () => {
    const { items, again, seen, kept } = desk();
    await items.insert(partner, 'a', 'first');
    again();
    assert.equal(await seen(), undefined);
    await items.insert(partner, 'a', 'second');
    assert.deepEqual([await seen(), await kept()], ['second', 'second']);
    await assert.rejects(items.insert(partner, 'a', 'third'), DocumentExists);
  });

  it('is there still where it was removed', async () => {
    const { stored, items, again, seen, kept, etag } = desk();
    await stored.insert(partner, 'a', 'before');
    await items.remove(partner, 'a', await etag());
    again();
    assert.equal(await seen(), 'before');
    await items.remove(partner, 'a', await etag());
    assert.equal(await seen(), undefined);
    again();
    await items.replace(partner, 'a', 'kept after all', await etag());
    assert.equal(await kept(), 'kept after all');
  });

  it('is seen as it is where somebody changed it since', async () => {
    const { stored, items, again, seen, kept, etag } = desk();
    await stored.insert(partner, 'a', 'before');
    const before = await etag();
    const left = await items.replace(partner, 'a', 'first', before);
    await stored.replace(partner, 'a', 'theirs', left);
    again();
    assert.equal(await seen(), 'theirs');
    await assert.rejects(items.replace(partner, 'a', 'second', before), StaleDocument);
    assert.equal(await kept(), 'theirs');
  });
});
