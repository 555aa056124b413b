import assert from 'node:assert/strict';
import { activityKey, createTurns, rememberActivity, type TurnWork } from '../../../bot/turn/turns.ts';
import { StaleDocument, type Documents } from '../../../storage/documents.ts';
import { newDraft } from '../../../forms/draftFlow.ts';
import { newUser, type User } from '../../../model/user.ts';
import { memoryDocuments } from '../../memoryDocuments.ts';
import { users } from '../../../storage/collections.ts';

const partner = 'p1';
const start = '2026-03-02T10:00:00.000Z';

/** A gate that a test opens when it wants work to go on. */
function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

const names = ({ drafts }: User): string[] => drafts.map(({ id }) => id);

/** Adds a draft of that name. */
const adding =
  (id: string): TurnWork<string[]> =>
  async ({ person }) => {
    person.drafts = [...person.drafts, newDraft(id, start)];
    return { save: true, result: names(person) };
  };

const desk = (documents: Documents = memoryDocuments()) => {
  const everyone = users(documents);
  const turns = createTurns(everyone);
  const stored = async (userId = 'u1') => names((await everyone.get(partner, userId))?.value ?? newUser());
  const done: unknown[] = [];
  const answer = async (result: unknown): Promise<void> => void done.push(result);
  return { documents, everyone, turns, stored, done, answer };
};

describe('a turn', () => {
  it('works on what the former turn saved', async () => {
    const { turns, stored, done, answer } = desk();
    await turns.run(partner, 'u1', adding('a'), answer);
    await turns.run(partner, 'u1', adding('b'), answer);
    assert.deepEqual(done, [['a'], ['a', 'b']]);
    assert.deepEqual(await stored(), ['a', 'b']);
  });

  it('waits for the person’s former turns, in the order they came', async () => {
    const { turns, stored, answer } = desk();
    const { opened, open } = gate();
    const slow: TurnWork<string[]> = async (state) => {
      await opened;
      return adding('slow')(state);
    };
    const runs = [
      turns.run(partner, 'u1', slow, answer),
      ...['b', 'c', 'd'].map((id) => turns.run(partner, 'u1', adding(id), answer)),
    ];
    open();
    await Promise.all(runs);
    assert.deepEqual(await stored(), ['slow', 'b', 'c', 'd']);
  });

  it('does not wait for other people’s, nor for the same user of another partner', async () => {
    const { turns, answer } = desk();
    const { opened, open } = gate();
    const first = turns.run(partner, 'u1', async () => opened.then(() => ({ save: false, result: '' })), answer);
    await turns.run(partner, 'u2', adding('b'), answer);
    await turns.run('p2', 'u1', adding('c'), answer);
    open();
    await first;
  });

  it('is answered before the next begins', async () => {
    const { turns } = desk();
    const order: string[] = [];
    const { opened, open } = gate();
    const first = turns.run(partner, 'u1', adding('a'), async () => {
      await opened;
      order.push('answered');
    });
    const second = turns.run(
      partner,
      'u1',
      async () => {
        order.push('next');
        return { save: false, result: '' };
      },
      async () => undefined,
    );
    open();
    await Promise.all([first, second]);
    assert.deepEqual(order, ['answered', 'next']);
  });

  it('is not answered before its state is saved', async () => {
    const { turns, stored } = desk();
    let saved: string[] = [];
    await turns.run(partner, 'u1', adding('a'), async () => void (saved = await stored()));
    assert.deepEqual(saved, ['a']);
  });

  it('leaves the stored state alone when nothing is to be saved', async () => {
    const { turns, stored, answer } = desk();
    await turns.run(partner, 'u1', async (state) => ({ ...(await adding('a')(state)), save: false }), answer);
    assert.deepEqual(await stored(), []);
  });

  it('is done again on the newer state when another process saved meanwhile, and answered once', async () => {
    const { documents, turns, stored, done, answer } = desk();
    const elsewhere = desk(documents);
    for (const known of [false, true]) {
      let tries = 0;
      const work: TurnWork<string[]> = async (state) => {
        tries += 1;
        if (tries === 1) await elsewhere.turns.run(partner, 'u1', adding(`theirs${String(known)}`), elsewhere.answer);
        return adding(`mine${String(known)}`)(state);
      };
      await turns.run(partner, 'u1', work, answer);
      assert.equal(tries, 2);
    }
    assert.deepEqual(await stored(), ['theirsfalse', 'minefalse', 'theirstrue', 'minetrue']);
    assert.equal(done.length, 2);
  });

  it('gives up after twenty conflicts, unanswered', async () => {
    const { documents, turns, done, answer } = desk();
    const elsewhere = desk(documents);
    let tries = 0;
    const work: TurnWork<string[]> = async (state) => {
      tries += 1;
      await elsewhere.turns.run(partner, 'u1', adding(`theirs${String(tries)}`), elsewhere.answer);
      return adding('mine')(state);
    };
    await assert.rejects(turns.run(partner, 'u1', work, answer), StaleDocument);
    assert.equal(tries, 20);
    assert.deepEqual(done, []);
  });

  it('does not hold up the next when it fails', async () => {
    const { turns, stored, answer } = desk();
    const failing = turns.run(partner, 'u1', () => Promise.reject(new Error('broken')), answer);
    const next = turns.run(partner, 'u1', adding('b'), answer);
    await assert.rejects(failing, /broken/);
    await next;
    assert.deepEqual(await stored(), ['b']);
  });

  it('begins anew where the state cannot be read, and says so, once', async () => {
    const { documents, turns, stored, answer } = desk();
    await documents.insert({ kind: 'people', partner, id: 'u1' }, { schema: 1, drafts: 'broken' });
    const recovered: boolean[] = [];
    const work: TurnWork<string[]> = (state) => {
      recovered.push(state.recovered);
      return adding('a')(state);
    };
    await turns.run(partner, 'u1', work, answer);
    await turns.run(partner, 'u1', work, answer);
    assert.deepEqual(recovered, [true, false]);
    assert.deepEqual(await stored(), ['a', 'a']);
  });

  it('gives a copy of the state: what is not saved is forgotten', async () => {
    const { turns, stored, answer } = desk();
    await turns.run(partner, 'u1', adding('a'), answer);
    await assert.rejects(
      turns.run(
        partner,
        'u1',
        async ({ person }) => {
          person.drafts = [];
          throw new Error('broken');
        },
        answer,
      ),
    );
    assert.deepEqual(await stored(), ['a']);
  });
});

describe('an activity', () => {
  it('is remembered once', () => {
    const person = newUser();
    assert.equal(rememberActivity(person, activityKey('a1')), true);
    assert.equal(rememberActivity(person, activityKey('a1')), false);
    assert.equal(rememberActivity(person, activityKey('a2')), true);
  });

  it('is forgotten after fifty others, so that the state does not grow', () => {
    const person = newUser();
    for (let index = 0; index < 200; index++) rememberActivity(person, activityKey(String(index)));
    assert.equal(person.seen.length, 50);
    assert.equal(rememberActivity(person, activityKey('199')), false);
    assert.equal(rememberActivity(person, activityKey('100')), true);
  });

  it('has a short name that gives nothing of its id away', () => {
    const key = activityKey('1772539200000|user@tailspin.example');
    assert.match(key, /^[\w-]{8}$/);
    assert.notEqual(key, activityKey('1772539200001|user@tailspin.example'));
  });

  /** The documents, of which a version is recalled that another process has written over since. */
  async function recalledDesk() {
    const inner = memoryDocuments();
    const { turns, answer } = desk(inner);
    await turns.run(partner, 'u1', adding('a'), answer);
    const old = await inner.get({ kind: 'people', partner, id: 'u1' });
    await turns.run(partner, 'u1', adding('b'), answer);
    return desk({ ...inner, recall: () => old });
  }

  it('runs again on the present state where the one that was recalled is old', async () => {
    const { turns, stored, done, answer } = await recalledDesk();
    await turns.run(partner, 'u1', adding('c'), answer);
    assert.deepEqual(done, [['a', 'b', 'c']]);
    assert.deepEqual(await stored(), ['a', 'b', 'c']);
  });

  it('answers by the present state also where it saves nothing', async () => {
    const { turns, done, answer } = await recalledDesk();
    await turns.run(partner, 'u1', async ({ person }) => ({ save: false, result: names(person) }), answer);
    assert.deepEqual(done, [['a', 'b']]);
  });
});
