import assert from 'node:assert/strict';
import { isSameName } from '../../forms/sameName.ts';

describe('a company’s name typed to confirm', () => {
  it('is the same whatever its case, its blanks, and how its characters are composed', () => {
    for (const [one, other] of [
      ['Alpine Ski House', '  alpine SKI\u00a0house '],
      ['Zoë', 'ZOE\u0308'],
      ['ＡＢＣ株式会社', 'abc 株式会社'],
      ['ООО «Ромашка»', 'ооо«ромашка»'],
    ] as const)
      assert.ok(isSameName(one, other), one);
  });

  it('is another when a letter is, and when there is none', () => {
    for (const [one, other] of [
      ['Alpine Ski House', 'Alpine Ski Houses'],
      ['Alpine', 'Аlpine'], // a Cyrillic letter
      ['', ''],
      [' ', '\u200b'],
    ] as const)
      assert.ok(!isSameName(one, other), one);
  });
});
