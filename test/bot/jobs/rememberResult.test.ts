import assert from 'node:assert/strict';
import pino from 'pino';
import { rememberResult } from '../../../bot/jobs/rememberResult.ts';
import type { Turns } from '../../../bot/turn/turns.ts';
import { button, card } from '../../../cards/elements.ts';
import { newUser, type User } from '../../../model/user.ts';
import { samplePartners } from '../../../partner-center/rules/samplePartners.ts';

const [partner] = samplePartners;
const log = pino({ level: 'silent' });
const result = card('Done', [], [button('Open', { verb: 'customer', argument: 'c1' })]);
const progress = { buttons: [], inputs: {}, job: 'j1' };

/** The user after a result, and whether that was saved. */
async function after(before: Partial<User>, job?: string): Promise<{ readonly person: User; readonly saved: boolean }> {
  const person = { ...newUser(), ...before };
  let saved = false;
  const turns: Turns = {
    async run(_partner, _user, work, then) {
      const { save, result: made } = await work({ person, recovered: false });
      saved = save;
      await then(made);
    },
  };
  assert.ok(partner);
  await rememberResult({ turns, log }, partner, { userId: 'u', card: result, ...(job === undefined ? {} : { job }) });
  return { person, saved };
}

describe('the buttons of a card that was sent outside a turn', () => {
  const titles = ({ card: shown }: User): readonly string[] => (shown?.buttons ?? []).map(({ title }) => title);

  it('are remembered where its job’s progress was shown last', async () => {
    const { person, saved } = await after({ card: progress }, 'j1');
    assert.deepEqual([titles(person), saved, person.card?.job], [['Open'], true, undefined]);
  });

  it('are not where the user went on to something else', async () => {
    const shown = { buttons: [{ title: 'Other', data: { verb: 'customers' } }], inputs: {} };
    for (const before of [{ card: shown }, { card: { ...progress, job: 'j2' } }, { open: 'd1' }, {}]) {
      const { person, saved } = await after(before, 'j1');
      assert.deepEqual([person.card, saved], ['card' in before ? before.card : undefined, false]);
    }
  });

  it('are remembered of one that no job sends, unless a form is on the screen', async () => {
    assert.deepEqual(titles((await after({ open: 'd1', away: true })).person), ['Open']);
    assert.deepEqual(titles((await after({})).person), ['Open']);
    for (const before of [{ open: 'd1' }, { open: 'd1', away: true, beside: true }] as const)
      assert.equal((await after(before)).saved, false);
  });
});
