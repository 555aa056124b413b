import assert from 'node:assert/strict';
import { beginDraft, deleteDraft, isExpired, saveDraft } from '../../dialogs/drafts.ts';
import type { Turn } from '../../dialogs/turn.ts';
import { keepInputs, newDraft } from '../../forms/draftFlow.ts';
import { words } from '../../locales/words.ts';
import type { Draft } from '../../model/draft.ts';
import { newUser } from '../../model/user.ts';
import { provider } from '../forms/contexts.ts';
import { openDesk } from './desk.ts';

const { t } = words('en');
const now = new Date('2026-03-02T10:00:00.000Z');
const daysAgo = (days: number, milliseconds = 0): string =>
  new Date(now.getTime() - days * 24 * 60 * 60 * 1000 + milliseconds).toISOString();

const named = (id: string, touchedAt = now.toISOString()): Draft =>
  keepInputs(newDraft(id, touchedAt), 'company', { companyName: `Company ${id}` });

/** The part of a turn that drafts need. */
const turnWith = (...drafts: Draft[]): Turn => {
  let made = 0;
  const turn: Pick<Turn, 'person' | 'now' | 'newId' | 'partner'> = {
    partner: provider,
    person: { ...newUser(), drafts },
    now,
    newId: () => `new${String((made += 1))}`,
  };
  return turn as Turn; // nothing else is read
};

const ids = ({ person }: Turn): string[] => person.drafts.map(({ id }) => id);

describe('the drafts of a person', () => {
  it('have expired when nobody has touched them for 90 days, and not before', () => {
    const drafts = [named('old', daysAgo(90)), named('just', daysAgo(90, 1)), named('new')];
    assert.deepEqual(
      drafts.map((draft) => isExpired(draft, now)),
      [true, false, false],
    );
  });

  it('stay when their owner writes while the clock is a year ahead', async () => {
    const desk = openDesk(provider);
    desk.person.drafts = [named('old', daysAgo(400))];
    desk.person.open = 'old';
    await desk.say('hello');
    assert.deepEqual(
      desk.person.drafts.map(({ id }) => id),
      ['old'],
    );
  });

  it('come first when they were touched last, and are open', () => {
    const turn = turnWith(named('a'), named('b'));
    saveDraft(turn, named('b'));
    assert.deepEqual(ids(turn), ['b', 'a']);
    assert.equal(turn.person.open, 'b');
  });

  it('raise their revision when they are touched', () => {
    const turn = turnWith(named('a', daysAgo(3)));
    const kept = saveDraft(turn, named('a', daysAgo(3)));
    assert.deepEqual([kept.revision, kept.touchedAt], [2, now.toISOString()]);
  });

  it('have one empty one at most: it is used again', () => {
    const turn = turnWith(named('a'));
    assert.equal(beginDraft(turn).id, 'new1');
    assert.equal(beginDraft(turn).id, 'new1');
    assert.deepEqual(ids(turn), ['new1', 'a']);
  });

  it('are dropped alone, and closed only if they were open', () => {
    const turn = turnWith(named('a'), named('b'));
    turn.person.open = 'b';
    deleteDraft(turn, 'a');
    assert.deepEqual([ids(turn), turn.person.open], [['b'], 'b']);
    deleteDraft(turn, 'b');
    assert.deepEqual([ids(turn), 'open' in turn.person], [[], false]);
  });

  it('are twenty at most, the empty one aside', async () => {
    const desk = openDesk(provider);
    desk.person.drafts = Array.from({ length: 19 }, (_none, index) => named(`d${String(index)}`));
    await desk.press({ verb: 'newDraft' });
    assert.equal(desk.person.drafts.length, 20);
    desk.person.drafts = [...desk.person.drafts, named('d19')];
    await desk.press({ verb: 'newDraft' });
    assert.ok(desk.said.startsWith(t('drafts.full')));
    assert.equal(desk.person.drafts.length, 21);
  });
});
