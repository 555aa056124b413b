import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { foldKey, matcher, foldCase } from '../../lib/foldCase.ts';

describe('one folding for finding and comparing', () => {
  for (const [one, other] of [
    ['Contoso', 'ＣＯＮＴＯＳＯ'],
    ['ООО «Берёзовая роща»', 'ООО "Березовая роща"'],
    ['ООО «Ёлка»', 'ооо елка'],
    ["O'Neill Ltd", 'O’Neill Ltd'],
    ["O'Neill Ltd", 'ONeill Ltd'],
    ['Об’єднані', "Об'єднані"],
    ['Blue-Wave GmbH', 'Blue – Wave GmbH'],
    ['Société Générale', 'SOCIETE GENERALE'],
    ['Straße', 'STRASSE'],
    ['İstanbul', 'istanbul'],
    ['臺灣高山股份有限公司', '台湾高山股份有限公司'],
    ['富山實業', '富山实业'],
    ['集團', '集团'],
    ['有限責任公司', '有限责任公司'],
    ['高山滑雪（台灣）', '高山滑雪(台湾)'],
    ['薴', '苎'],
    ['Contoso, Ltd.', 'Contoso Ltd'],
    ['ｶﾀｶﾅ商事', 'カタカナ商事'],
    ['con\u200Btoso', 'contoso'],
  ] as const)
    it(`holds ${one} and ${JSON.stringify(other)} to be the same`, () => equal(foldKey(one), foldKey(other)));

  for (const [one, other] of [
    ['Мой двор', 'Мои двор'],
    ['Contoso', 'Contosa'],
    ['高山', '高水'],
    ['が', 'か'],
  ] as const)
    it(`keeps ${one} and ${other} apart`, () => ok(foldKey(one) !== foldKey(other)));

  it('finds words in any order, each anywhere', () => {
    const isFound = (text: string, find: string): boolean | undefined => matcher(find)?.(foldCase(text));
    equal(isFound('Fourth Coffee', 'coffee fourth'), true);
    equal(isFound('Fourth Coffee', 'offe'), true);
    equal(isFound('Fourth Coffee', 'tea fourth'), false);
    equal(isFound('ООО «Ромашка»', '"ромашка"'), true);
    equal(isFound('ООО «Ромашка»', 'ООО Ромашка'), true);
    equal(isFound('臺灣高山股份有限公司', '台灣'), true);
    equal(matcher(' «» — '), undefined);
  });

  it('changes nothing of what it has folded, and any part of a text is found in it, whatever the text', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(text, text, text, (before, part, after) => {
        const whole = foldCase(`${before} ${part} ${after}`);
        equal(foldCase(whole), whole);
        const isIn = matcher(part);
        ok(isIn === undefined || isIn(whole));
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not tell case, width or composition', () => {
    const text = fc.stringMatching(/^[a-zA-Zа-яА-ЯёЁäöüßéŐ0-9 ’«»臺灣實業 -]{1,20}$/);
    const turns = [
      (one: string) => one.toUpperCase(),
      (one: string) => one.toLowerCase(),
      (one: string) => one.normalize('NFD'),
      (one: string) => one.replaceAll(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)),
    ];
    fc.assert(
      fc.property(text, fc.constantFrom(...turns), (one, turned) => equal(foldCase(turned(one)), foldCase(one))),
      { numRuns: 1_000 },
    );
  });
});
