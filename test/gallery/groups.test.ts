import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { gallery } from '../../gallery/cards.ts';
import { groupOf, groups } from '../../gallery/groups.ts';

describe('the groups of the gallery', () => {
  const names = gallery(words('en')).map(({ name }) => name);

  it('hold every card once', () => {
    assert.deepEqual(
      names.filter((name) => groups.filter(({ all }) => all.test(name)).length !== 1),
      [],
    );
  });

  it('each have cards that are usual, and few enough for a picture', () => {
    for (const group of groups) {
      const usual = names.filter((name) => groupOf({ name }) === group && group.usual.test(name));
      assert.ok(usual.length > 0 && usual.length < 30, `${group.id}: ${String(usual.length)}`);
    }
  });

  it('say which card has none', () => assert.throws(() => groupOf({ name: 'unheard of' }), /unheard of/));
});
