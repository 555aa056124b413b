import assert from 'node:assert/strict';
import { locales } from '../../model/languages.ts';
import type { Card } from '../../cards/elements.ts';
import { words } from '../../locales/words.ts';
import { gallery } from '../../gallery/cards.ts';
import { withBothTexts } from '../../gallery/realisticText.ts';
import { labels, runs } from './parts.ts';

/** Typed commands and addresses: they are written as they are typed. */
const isTyped = (text: string, locale: 'en' | 'ru'): boolean =>
  /^https?:|@|^\S+\.\S+$/.test(text) || text.endsWith(':') || text === words(locale).t('company.domainPlaceholder');

for (const locale of locales) {
  describe(`what cards say in ${locale}`, () => {
    const shown = withBothTexts(gallery(words(locale)));
    const each = (isWrong: (text: string) => boolean) => {
      const wrong = shown.flatMap(({ name, card }) =>
        saidBy(card)
          .filter(isWrong)
          .map((text) => `${name}: ${text}`),
      );
      assert.deepEqual(wrong.slice(0, 20), []);
    };

    it('ends a sentence once', () => each((text) => /(?<![.…])\.\.(?!\.)|[。：][。：]|[.。]\s·/.test(text)));

    it('begins no line with the dot between two facts', () => each((text) => / · /.test(text)));

    if (locale.startsWith('zh'))
      it('has no blank between two sentences', () => each((text) => /[。：，；] \p{Script=Han}/u.test(text)));

    if (locale === 'en' || locale === 'ru')
      it('begins with a capital', () => each((text) => /^\p{Ll}/u.test(text) && !isTyped(text, locale)));
  });
}

/** Every text of a card, what is read aloud too. */
const saidBy = (card: Card): string[] => [...runs(card), ...labels(card), card.speak ?? ''];
