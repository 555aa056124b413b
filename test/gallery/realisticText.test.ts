import assert from 'node:assert/strict';
import { shortened } from '../../cards/elements.ts';
import { gallery } from '../../gallery/cards.ts';
import { mark, planted } from '../../gallery/hostileText.ts';
import { realisticText, withRealisticText } from '../../gallery/realisticText.ts';
import { words } from '../../locales/words.ts';
import { labels, runs } from '../cards/parts.ts';

describe('realistic texts in the gallery', () => {
  it('leave no text that was planted on any card', () => {
    const left = gallery(words('en')).flatMap(({ name, card }) =>
      [...runs(withRealisticText(card)), ...labels(withRealisticText(card))]
        .filter((text) => text.includes(mark))
        .map((text) => `${name}: ${text}`),
    );
    assert.deepEqual(left, []);
  });

  it('stand for what is cut, and for each of several, and leave the words around them', () => {
    for (const length of [20, 24, 100, 255, 4000]) {
      const instead = realisticText(planted(length));
      assert.ok(instead !== '' && !instead.includes(mark), instead);
      assert.equal(realisticText(`a ${planted(length)} · ${planted(length)}.`), `a ${instead} · ${instead}.`);
    }
    assert.ok(!realisticText(shortened(planted(255))).includes('…'));
    assert.equal(realisticText('Contoso'), 'Contoso');
  });
});
