import assert from 'node:assert/strict';
import { withOwnWrites } from '../../bot/turn/ownWrites.ts';
import { hasBegunLately, noteBegun, readOwnChanges } from '../../dialogs/recordIntent.ts';
import { mostOwnChanges, newUser, type User } from '../../model/user.ts';
import type { Json } from '../../storage/documents.ts';
import { workCollections } from '../../storage/collections.ts';
import { provider } from '../forms/contexts.ts';
import { memoryDocuments } from '../memoryDocuments.ts';

const partner = provider;
const { tenantId } = partner;
const userId = 'u1';
const morning = Date.parse('2026-03-02T10:00:00.000Z');

/** A user whose turns note what they begin: each on the state that the former one saved. */
function notebook(saved: User = newUser()) {
  const documents = memoryDocuments();
  const { notedChanges } = workCollections(documents);
  let minutes = 0;
  const notebook = {
    saved,
    documents,
    /** The next turn, on the saved state; it is saved where its user is put in its place. */
    turn(items = notedChanges) {
      minutes += 1;
      const now = new Date(morning + minutes * 60_000);
      return { person: structuredClone(notebook.saved), partner, userId, now, notedChanges: items };
    },
    async begin(id: string): Promise<void> {
      const turn = notebook.turn();
      await noteBegun(turn, 'change', [{ id, ref: `customer of ${id}` }]);
      notebook.saved = turn.person;
    },
    listed: async () => (await readOwnChanges(notebook.turn())).flatMap(({ jobs }) => jobs.map(({ id }) => id)),
    notedChanges,
  };
  return notebook;
}

describe('the note of what a user began', () => {
  it('does not make the user’s document larger, however much there is, and has the latest of it', async () => {
    const user = notebook();
    await user.begin('0');
    const size = JSON.stringify(user.saved).length;
    for (let n = 1; n <= mostOwnChanges + 20; n += 1) await user.begin(String(n));
    assert.equal(JSON.stringify(user.saved).length, size);
    const listed = await user.listed();
    assert.equal(listed.length, mostOwnChanges);
    assert.equal(listed.at(-1), String(mostOwnChanges + 20));
  });

  it('is there once where its turn is run again, the first time and later', async () => {
    const user = notebook();
    for (const id of ['a', 'b']) {
      let attempt = 0;
      const items = withOwnWrites(user.notedChanges, () => attempt);
      for (attempt = 1; attempt <= 3; attempt += 1) {
        const turn = user.turn(items);
        await noteBegun(turn, 'change', [{ id, ref: id }]);
        if (attempt === 3) user.saved = turn.person;
      }
    }
    assert.deepEqual(await user.listed(), ['a', 'b']);
  });

  it('is there once where a job is gone on with, as the latest', async () => {
    const user = notebook();
    for (const id of ['a', 'b', 'a']) await user.begin(id);
    assert.deepEqual(await user.listed(), ['b', 'a']);
  });

  it('does not count where its turn was not saved, also when the next one is', async () => {
    const user = notebook();
    await user.begin('a');
    await noteBegun(user.turn(), 'change', [{ id: 'lost', ref: 'lost' }]);
    assert.deepEqual(await user.listed(), ['a']);
    await user.begin('b');
    assert.deepEqual(await user.listed(), ['a', 'b']);
  });

  it('keeps what two processes note at the same time, whichever is saved first', async () => {
    for (const late of [0, 1]) {
      const user = notebook();
      await user.begin('before');
      const turns = [0, 1].map((at) => {
        let attempt = 1;
        const items = withOwnWrites(user.notedChanges, () => attempt);
        const run = async (): Promise<User> => {
          const turn = user.turn(items);
          await noteBegun(turn, 'change', [{ id: String(at), ref: '' }]);
          attempt += 1;
          return turn.person;
        };
        return run;
      });
      const attempts = await Promise.all(turns.map(async (run) => run()));
      user.saved = attempts[1 - late] ?? user.saved;
      // The other one's save is refused, and its turn is run again on the newer state.
      user.saved = (await turns[late]?.()) ?? user.saved;
      assert.deepEqual(new Set(await user.listed()), new Set(['before', '0', '1']));
    }
  });

  it('takes over what an older version noted in the user’s document', async () => {
    const at = new Date(morning).toISOString();
    const user = notebook({ ...newUser(), begun: [{ at, kind: 'change', jobs: [{ id: 'old', ref: 'old' }] }] });
    assert.ok(hasBegunLately(user.turn()));
    assert.deepEqual(await user.listed(), ['old']);
    await user.begin('new');
    assert.equal(user.saved.begun, undefined);
    assert.deepEqual(await user.listed(), ['old', 'new']);
    // The older version leaves out what it does not know.
    delete user.saved.begunAt;
    assert.deepEqual(await user.listed(), ['old', 'new']);
  });

  it('is left to a newer version that wrote it, and stops no press', async () => {
    const user = notebook();
    const newer: Json = { schema: 99, data: {} };
    await user.documents.insert({ kind: 'own-changes', partner: tenantId, id: userId }, newer);
    await user.begin('a');
    assert.equal(user.saved.begunAt, undefined);
    assert.deepEqual((await user.documents.get({ kind: 'own-changes', partner: tenantId, id: userId }))?.value, newer);
  });
});
