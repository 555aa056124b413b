import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleanText, matchesWhole, plainText, textFault, wholePattern } from '../../lib/text.ts';
import { anyText } from '../anyText.ts';

describe('user text', () => {
  it('is kept in NFC, without blanks at the ends, with single blanks inside', () => {
    assert.equal(cleanText('  Cafe\u0301 \t\n Ltd\u200B '), 'Café Ltd');
  });

  it('is kept without what nobody sees, and with what is ordinary writing', () => {
    assert.equal(cleanText('\u202ACon\u00ADto\u200Bso\u202C\u200E'), 'Contoso');
    assert.equal(cleanText('\uFEFF\u2066Acme\u2069 Ltd'), 'Acme Ltd');
    assert.equal(cleanText('می\u200Cخواهم'), 'می\u200Cخواهم');
  });

  it('that rules read has narrow signs and digits of 0 to 9 alone', () => {
    assert.equal(plainText('\u202D＋１（４２５）\u200E٥٥٥\u202C'), '+1(425)555');
    fc.assert(fc.property(anyText(50), (text) => assert.doesNotMatch(plainText(text), /(?![0-9])\p{Nd}|\p{Cf}/u)));
  });

  it('is the same when it is cleaned again', () => {
    fc.assert(fc.property(anyText(50), (text) => assert.equal(cleanText(cleanText(text)), cleanText(text))));
    fc.assert(fc.property(anyText(50), (text) => assert.equal(plainText(plainText(text)), plainText(text))));
  });

  for (const [what, text] of [
    ['control', 'a\u0007b'],
    ['null', 'a\u0000'],
    ['override', 'gnp\u202Eexe'],
    ['isolate', 'a\u2066b'],
    ['lone surrogate', 'a\uD83Db'],
    ['noncharacter', 'a\uFFFF'],
  ] as const)
    it(`may hold no ${what} characters`, () => assert.equal(textFault(text), 'control-characters'));

  for (const text of ['line\nbreak\ttab', 'می‌خواهم', 'שלום\u200F', '👩‍💻', '株式会社', 'Ёлка', ''])
    it(`may hold ${JSON.stringify(text)}`, () => assert.equal(textFault(text), undefined));

  it('matches patterns whole, with anchors and without', () => {
    for (const pattern of [/\d{5}/, /^\d{5}$/, /\d{4}|\d{5}/, wholePattern('\\d{5}'), /\d{5}/g]) {
      assert.equal(matchesWhole(pattern, '12345'), true);
      assert.equal(matchesWhole(pattern, '123456'), false);
    }
    assert.equal(wholePattern('\\d{5}').test('x12345'), false);
    assert.equal(wholePattern('a|b').test('ab'), false);
  });
});
