import assert from 'node:assert/strict';
import fc from 'fast-check';
import Papa from 'papaparse';
import { csv, listSeparator } from '../../../dialogs/files/tableFormat.ts';
import { anyText } from '../../anyText.ts';

/** The cells a spreadsheet finds. */
const read = (file: string): string[][] =>
  Papa.parse<string[]>(file.replace(/^\uFEFF/, ''), { delimiter: ',', newline: '\r\n' }).data.slice(0, -1);

describe('a CSV file', () => {
  it('begins with a byte-order mark, so that Excel reads Chinese and Russian', () => {
    assert.equal(csv([['高山滑雪有限公司', 'ООО «Ромашка»', 7]]), '\uFEFF高山滑雪有限公司,ООО «Ромашка»,7\r\n');
  });

  it('quotes what would break a row', () => {
    const row = ['Contoso, "Ltd"', 'two\r\nlines', ' padded '];
    assert.deepEqual(read(csv([row])), [row]);
  });

  for (const text of [
    "=cmd|' /C calc'!A0",
    '+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u200B=1',
    '\u202E=1',
    '＝1',
    '=1\n+2',
    '@one\r\n=two',
  ])
    it(`holds ${JSON.stringify(text)} as a text and not as a formula`, () => {
      assert.deepEqual(read(csv([[text]])), [[`'${text}`]]);
    });

  it('leaves numbers as they are', () => {
    assert.equal(csv([[-1, 25]]), '\uFEFF-1,25\r\n');
  });

  it('gives every text back, whatever it holds, at most with an apostrophe before it', () => {
    const rows = fc.array(fc.array(anyText(12), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, (texts) => {
        const cells = read(csv(texts));
        assert.equal(cells.length, texts.length);
        for (const [at, row] of texts.entries())
          for (const [column, text] of row.entries()) {
            const cell = cells[at]?.[column] ?? '';
            assert.ok([text, `'${text}`].includes(cell), JSON.stringify([text, cell]));
            assert.doesNotMatch(cell, /^[\s\p{C}]*[=+\-@]/u);
          }
      }),
    );
  });
});

describe('what ends a cell', () => {
  it('is what Excel takes for it, by the language and the country', () => {
    for (const [language, country, separator] of [
      ['en', 'US', ','],
      ['en', 'GB', ','],
      ['en', 'DE', ';'],
      ['en', 'FR', ';'],
      ['en', 'BR', ';'],
      ['ru', 'US', ';'],
      ['ru', 'KZ', ';'],
      ['zh-TW', 'TW', ','],
      ['zh-CN', 'CN', ','],
      ['en', 'JP', ','],
    ] as const)
      assert.equal(listSeparator(language, country), separator, `${language} ${country}`);
  });

  it('separates the cells of a file, and quotes what holds it', () => {
    assert.equal(csv([['a;b', 'c,d', 7]], ';'), '\uFEFF"a;b";c,d;7\r\n');
  });
});
