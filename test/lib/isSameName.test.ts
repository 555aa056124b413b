import assert from 'node:assert/strict';
import { isSameName } from '../../lib/foldCase.ts';

describe('a company’s name typed to confirm', () => {
  it('is the same however it is typed: case, blanks, quotation marks, dashes, ё, script', () => {
    for (const [one, other] of [
      ['Alpine Ski House', '  alpine SKI\u00a0house '],
      ['Zoë', 'ZOE\u0308'],
      ['ＡＢＣ株式会社', 'abc 株式会社'],
      ['ООО «Ромашка»', 'ооо«ромашка»'],
      ['ООО «Берёзовая роща»', 'ООО "Берёзовая роща"'],
      ['ООО «Берёзовая роща»', 'ООО „Березовая роща“'],
      ['ООО «Берёзовая роща»', 'ООО Берёзовая роща'],
      ['O’Neill – Sons', "O'Neill - Sons"],
      ['臺灣高山有限責任公司（台中）', '台湾高山有限责任公司(台中)'],
      ['!?', ' !? '],
    ] as const)
      assert.ok(isSameName(one, other), one);
  });

  it('is another when a letter is, and when there is none', () => {
    for (const [one, other] of [
      ['Alpine Ski House', 'Alpine Ski Houses'],
      ['Alpine', 'Аlpine'], // a Cyrillic letter
      ['', ''],
      [' ', '\u200b'],
      ['!?', '??'],
    ] as const)
      assert.ok(!isSameName(one, other), one);
  });
});
