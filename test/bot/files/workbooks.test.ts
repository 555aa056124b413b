import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readWorkbook, writeWorkbook } from '../../../bot/files/workbooks.ts';

type Cells = readonly (readonly (string | number)[])[];

async function written(rows: Cells, name = 'Customers'): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeWorkbook({ name, rows });
  assert.ok(bytes !== undefined);
  return Uint8Array.from(bytes);
}

/** A workbook whose only sheet has this XML in place of its rows. */
async function withRows(xml: string): Promise<Uint8Array<ArrayBuffer>> {
  const parts = unzipSync(await written([['a']]));
  const path = Object.keys(parts).find((name) => name.includes('worksheets/sheet')) ?? '';
  const sheet = strFromU8(parts[path] ?? new Uint8Array());
  parts[path] = strToU8(sheet.replace(/<sheetData>[^]*<\/sheetData>/, `<sheetData>${xml}</sheetData>`));
  return Uint8Array.from(zipSync(parts));
}

async function rowsOf(bytes: Uint8Array<ArrayBuffer>): Promise<Cells> {
  const sheets = await readWorkbook(bytes);
  assert.ok(typeof sheets !== 'string');
  return sheets[0]?.rows ?? [];
}

describe('a workbook', () => {
  it('is read as it was written, in any script, and nothing in it is a formula', async () => {
    const rows = [
      ['Company name', 'Postal code', 'Note'],
      ['高山滑雪股份有限公司', '02139', '=1+1'],
      ['ООО «Ромашка»', '101000', '@SUM(A1)'],
      ['A & B <i>"c"</i>', '+1 425 555 0100', 'two\nlines'],
    ];
    const bytes = await written(rows);
    assert.deepEqual(await rowsOf(bytes), rows);
    const parts = unzipSync(bytes);
    assert.ok(Object.values(parts).every((part) => !/<f[ >]/.test(strFromU8(part))));
  });

  it('gives numbers, days and ticks as people read them, and of a formula the value that was saved', async () => {
    const bytes = await withRows(
      '<row r="1"><c r="A1"><v>98052</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="str"><f>1+1</f><v>two</v></c>' +
        '<c r="D1"><f>SUM(A1:A9)</f></c><c r="E1" t="inlineStr"><is><t>in line</t></is></c><c r="F1" t="e"><v>#REF!</v></c></row>',
    );
    assert.deepEqual(await rowsOf(bytes), [['98052', 'true', 'two', '', 'in line']]);
  });

  it('that is none is told so', async () => {
    assert.equal(await readWorkbook(Uint8Array.from([1, 2, 3])), 'unreadable');
    assert.equal(await readWorkbook(Uint8Array.from(zipSync({ 'word/document.xml': strToU8('<w/>') }))), 'unreadable');
    const whole = await written([['a']]);
    assert.equal(await readWorkbook(whole.slice(0, whole.length / 2)), 'unreadable');
    assert.equal(await readWorkbook(await withRows('<row r="1"><c r="B1"/><c r="A1"/></row>')), 'unreadable');
  });

  it('that would unpack to more than is read is not unpacked', async () => {
    const zeros = new Uint8Array(60 * 1024 * 1024);
    const bomb = Uint8Array.from(zipSync({ 'xl/worksheets/sheet1.xml': zeros }));
    assert.ok(bomb.length < 100_000);
    assert.equal(await readWorkbook(bomb), 'too-large');
    const many = Object.fromEntries(Array.from({ length: 300 }, (_none, at) => [`xl/${String(at)}.xml`, strToU8('x')]));
    assert.equal(await readWorkbook(Uint8Array.from(zipSync(many))), 'too-large');
  });

  it('that says of itself that it is small is unpacked no further than that', async () => {
    const parts = unzipSync(await written([['a']]));
    const liar = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(30 * 1024 * 1024) });
    const view = new DataView(liar.buffer, liar.byteOffset, liar.byteLength);
    for (let at = 0; at + 46 < liar.length; at += 1) {
      // The size of each part as the list of them says it.
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000)
        view.setUint32(at + 24, 10, true);
    }
    assert.equal(await readWorkbook(Uint8Array.from(liar)), 'unreadable');
  });

  for (const [what, xml] of [
    ['a row beyond all bounds', '<row r="900000000000"><c r="A900000000000" t="str"><v>x</v></c></row>'],
    ['a column beyond all bounds', '<row r="1"><c r="ZZZZZZZ1" t="str"><v>x</v></c></row>'],
  ] as const)
    it(`with ${what} ends its reader, and not the bot`, async () => {
      const found = await readWorkbook(await withRows(xml));
      assert.ok(found === 'too-large' || found === 'unreadable', JSON.stringify(found));
      assert.deepEqual(await rowsOf(await written([['still'], ['here']])), [['still'], ['here']]);
    });

  it('is read beside others, each by itself', async () => {
    const files = await Promise.all(Array.from({ length: 6 }, (_none, at) => written([['n'], [String(at)]])));
    const found = await Promise.all(files.map(rowsOf));
    assert.deepEqual(
      found.map((rows) => rows[1]?.[0]),
      ['0', '1', '2', '3', '4', '5'],
    );
  });
});
