import assert from 'node:assert/strict';
import { understand } from '../../dialogs/sentences/grammar.ts';
import { chatPage } from '../../locales/chatPage.ts';
import { locales } from '../../locales/translator.ts';

describe('chat page: what it says can be typed', () => {
  for (const locale of locales) {
    it(`is understood by the bot in ${locale}: commands, and a sentence of each kind`, () => {
      const kinds = (texts: readonly string[]): string[] => texts.map((text) => understand(text).kind);
      const { commands, examples } = chatPage[locale];
      assert.deepEqual(new Set(kinds(commands)), new Set(['command']));
      assert.deepEqual(kinds(examples), ['newCustomer', 'find', 'order', 'history', 'explain']);
      const done = commands.map((text) => JSON.stringify(understand(text)));
      assert.equal(new Set(done).size, commands.length);
    });
  }
});
