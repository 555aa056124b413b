import assert from 'node:assert/strict';
import { chineseNumber } from '../../locales/chineseNumber.ts';

describe('a Chinese number', () => {
  it('is read below a thousand', () => {
    const numbers = Object.entries({
      两: 2,
      十: 10,
      十五: 15,
      二十: 20,
      二十五: 25,
      一百: 100,
      一百零五: 105,
      三百六十: 360,
    });
    for (const [text, n] of numbers) assert.equal(chineseNumber(text), n, text);
  });

  it('is nothing else', () => {
    for (const text of ['', '25', '客户', '五e3']) assert.equal(chineseNumber(text), undefined, text);
  });
});
