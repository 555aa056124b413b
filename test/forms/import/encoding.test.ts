import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeText } from '../../../forms/import/textEncoding.ts';

/** Every character of an encoding of one or two bytes, with its bytes, found by decoding all of them. */
function encoderOf(label: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(label, { fatal: true });
  const bytesOf = new Map<string, readonly number[]>();
  const note = (...bytes: number[]): void => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if (Array.from(text).length === 1 && !bytesOf.has(text)) bytesOf.set(text, bytes);
    } catch {
      // No character: nothing to note.
    }
  };
  for (let lead = 0; lead < 256; lead++) {
    note(lead);
    for (let trail = 0x40; lead >= 0x80 && trail < 256; trail++) note(lead, trail);
  }
  return (text) => Uint8Array.from(Array.from(text).flatMap((character) => bytesOf.get(character) ?? [63]));
}

const header = 'Company name;Primary domain name;City\r\n';

const texts = {
  'windows-1251': ['ООО «Ромашка»', 'Москва', 'ул. Ленина, 1', 'Анна Орлова', 'Пётр Щукин', 'ЗАО СЕВЕР №5', 'Киров'],
  'windows-1252': ['Société Générale', 'Orléans', 'Müller GmbH', 'Köln', 'Ångström', 'São Paulo', 'Núñez'],
  gb18030: ['高山滑雪有限公司', '北京市朝阳区', '张伟', '上海浦东新区陆家嘴环路', '尾旋玩具公司', '广州'],
  big5: ['高山滑雪有限公司', '台北市中山路一段', '林怡君', '臺灣', '基隆市港口路', '新竹科學園區'],
} as const;

const names = { 'windows-1251': 'Windows-1251', 'windows-1252': 'Windows-1252', gb18030: 'GB18030', big5: 'Big5' };

describe('the encoding of a file', () => {
  for (const label of ['windows-1251', 'windows-1252', 'gb18030', 'big5'] as const) {
    const encode = encoderOf(label);

    it(`${label} is found by its frequent characters, in any mixture of names`, () => {
      const cell = fc.constantFrom(...texts[label], 'Contoso', '1 Main Street');
      const rows = fc.array(fc.tuple(cell, fc.constantFrom(...texts[label])), { minLength: 1, maxLength: 20 });
      fc.assert(
        fc.property(rows, (made) => {
          const text = header + made.map(([one, other]) => `${one};alpine;${other}`).join('\r\n');
          assert.deepEqual(decodeText(encode(text)), { text, encoding: names[label] });
        }),
      );
    });
  }

  it('UTF-8 is found with a mark and without one, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (any) => {
        const text = header + any.replaceAll('\0', '').replace(/^\uFEFF/, '');
        assert.deepEqual(decodeText(new TextEncoder().encode(text)), { text, encoding: 'UTF-8' });
        assert.deepEqual(decodeText(new TextEncoder().encode(`\uFEFF${text}`)), { text, encoding: 'UTF-8' });
      }),
    );
  });

  for (const { name, mark, swapped } of [
    { name: 'UTF-16 LE with a mark', mark: '\uFEFF', swapped: false },
    { name: 'UTF-16 BE with a mark', mark: '\uFEFF', swapped: true },
    { name: 'UTF-16 LE without a mark', mark: '', swapped: false },
    { name: 'UTF-16 BE without a mark', mark: '', swapped: true },
  ]) {
    it(`${name} is found`, () => {
      const text = `${header}高山滑雪有限公司;alpine;台北市\r\nООО «Ромашка»;romashka;Москва`;
      const bytes = Buffer.from(mark + text, 'utf16le');
      assert.deepEqual(decodeText(swapped ? bytes.swap16() : bytes), { text, encoding: 'UTF-16' });
    });
  }

  it('is not made up for what is no text', () => {
    assert.equal(
      decodeText(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])),
      undefined,
    );
    assert.equal(decodeText(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0xff, 0xee, 0x81])), undefined);
    assert.equal(decodeText(Uint8Array.from(Array.from({ length: 512 }, (_none, at) => (at * 89) % 256))), undefined);
  });
});
