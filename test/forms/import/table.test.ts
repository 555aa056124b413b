import assert from 'node:assert/strict';
import fc from 'fast-check';
import Papa from 'papaparse';
import { columnLabel, columnNames, columnOfHeader } from '../../../forms/import/columns.ts';
import { looksLikeRows, looksLikeTable, maxRows, readTable, type Table } from '../../../forms/import/table.ts';
import { locales } from '../../../locales/translator.ts';
import { words } from '../../../locales/words.ts';

const read = (text: string): Table => {
  const found = readTable(text);
  assert.ok(!('fault' in found), JSON.stringify(found));
  return found;
};

const faultOf = (text: string): string | undefined => {
  const found = readTable(text);
  return 'fault' in found ? found.fault.key : undefined;
};

const header = ['companyName', 'domain', 'city'];

describe('the header of a file', () => {
  for (const locale of locales) {
    it(`is understood in ${locale}, each column as one`, () => {
      for (const name of columnNames) {
        const label = columnLabel(name, words(locale));
        assert.equal(columnOfHeader(label), name, label);
        assert.equal(columnOfHeader(` ${label.toUpperCase()}: `), name, label);
      }
    });
  }

  it('is understood by stable names, whatever the language', () => {
    for (const name of columnNames) assert.equal(columnOfHeader(name), name);
  });

  it("is understood as Partner Center's own list has it", () => {
    const { columns } = read('Microsoft ID,Company name,Primary domain name,Relationship\n1,a,b,c');
    assert.deepEqual(
      columns.map((column) => column?.name),
      ['microsoftId', 'companyName', 'domain', 'relationship'],
    );
  });

  it('may have the columns of an order several times, and no other', () => {
    const { columns } = read('companyName,domain,offer,quantity,offer,quantity\na,b,c,1,d,2');
    assert.deepEqual(
      columns.map((column) => column?.line),
      [0, 0, 0, 0, 1, 1],
    );
    assert.equal(faultOf('Company name,domain,companyName\na,b,c'), 'import.fault.twice');
  });

  it('keeps unknown columns and does not use them', () => {
    const { columns, cells } = read('Notes,companyName,domain\nx,a,b');
    assert.deepEqual([columns[0], cells[0]], [undefined, 'Notes']);
  });
});

describe('a table', () => {
  const cell = fc.oneof(
    fc.constantFrom('', 'a', 'x,y', 'p;q', 'a|b', '\t', 'say "hi"', '"', "'=1+1", '高山', 'line\nbreak', ' '),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  const same = (text: string): string => text.replaceAll(/\r\n?/g, '\n');
  const bare = (text: string): string => text.replace(/^\uFEFF/, '');

  it('is read as it was written, with any delimiter and any line end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('', '\uFEFF'),
        (rows, delimiter, newline, mark) => {
          const kept = rows.map((row) => ['row', ...row.map(bare)]);
          const text = mark + Papa.unparse([['kind', ...header], ...kept], { delimiter, newline });
          const table = read(text);
          assert.deepEqual(
            table.rows.map(({ cells }) => cells),
            kept.map((row) => row.map(same)),
          );
          assert.deepEqual(
            table.rows.map(({ n }) => n),
            kept.map((_row, at) => at + 2),
          );
        },
      ),
    );
  });

  it('counts rows as spreadsheets do, blank ones and remarks too', () => {
    const { rows, remarks } = read('\ncompanyName,domain\n\na,b\n# new,c\n,\n"d\ne",f\n');
    assert.deepEqual(
      rows.map(({ n, cells }) => [n, ...cells]),
      [
        [4, 'a', 'b'],
        [7, 'd\ne', 'f'],
      ],
    );
    assert.equal(remarks, 1);
  });

  it("takes Excel's own line that names the delimiter", () => {
    assert.deepEqual(
      read('sep=;\r\ncompanyName;domain\r\na;b').rows.map(({ n, cells }) => [n, ...cells]),
      [[2, 'a', 'b']],
    );
  });

  it('says what is wrong with it as a whole', () => {
    assert.equal(faultOf(''), 'import.fault.header');
    assert.equal(faultOf('hello\nworld'), 'import.fault.unknownHeader');
    assert.equal(faultOf('companyName,city\na,b'), 'import.fault.lacking');
    assert.equal(faultOf('domain,city\na,b'), 'import.fault.lacking');
    assert.equal(faultOf('companyName,domain'), 'import.fault.empty');
    assert.equal(faultOf('companyName,domain\na,"b\nc,d'), 'import.fault.quote');
    assert.equal(faultOf(`companyName,domain\n${'a,b\n'.repeat(maxRows + 1)}`), 'import.fault.rows');
    assert.equal(faultOf(`companyName,domain\n${'\n'.repeat(500_000)}a,b`), 'import.fault.rows');
  });

  it('names the columns that were found, and the one that is missing', () => {
    const found = readTable('Company;Zip;Qty\na;b;c');
    assert.ok('fault' in found);
    assert.deepEqual(found.fault.data, { found: 'Company, Zip, Qty', lacking: '@import.fault.domainOrId' });
  });

  it('may have titles above its header', () => {
    const { rows } = read('Customers of March\n\nCompany name,Domain\nContoso,contoso');
    assert.deepEqual(
      rows.map(({ n, cells }) => [n, ...cells]),
      [[4, 'Contoso', 'contoso']],
    );
  });

  for (const [header, total] of [
    ['Company,Domain,Seats', 'Total,,35'],
    ['Компания;Домен;Количество', 'Итого:;;35'],
    ['公司,網域,數量', '合計,,35'],
    ['公司,域名,数量', '总计,,35'],
  ] as const)
    it(`leaves out ${total}, which is no customer`, () => {
      const table = read(`${header}\n${header.includes(';') ? 'a;b;1' : 'a,b,1'}\n${total}`);
      assert.deepEqual([table.rows.length, table.totals], [1, 1]);
    });

  it('keeps a company that is called Total, with its domain', () => {
    assert.equal(read('Company,Domain\nTotal,totalenergies').rows.length, 1);
  });

  it('takes as many rows as it says', () => {
    assert.equal(read(`companyName,domain\n${'a,b\n'.repeat(maxRows)}`).rows.length, maxRows);
  });

  it('raises nothing, whatever it is given', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => void readTable(text)));
    assert.equal(faultOf(`"${'companyName,domain\n'.repeat(50_000)}`), 'import.fault.unknownHeader');
  });

  it('is told from ordinary words by its header', () => {
    assert.ok(looksLikeTable('Название компании;Имя основного домена\nООО «Ромашка»;romashka'));
    assert.ok(looksLikeTable('Company name\tPrimary domain name\nContoso\tcontoso'));
    assert.ok(!looksLikeTable('Company name, domain'));
    assert.ok(!looksLikeTable('hello, I have a question\nabout company names'));
    assert.ok(!looksLikeRows('hello, I have a question\nabout company names, and domains, and more'));
  });

  it('is told from ordinary words by its rows, though its header is not understood', () => {
    assert.ok(looksLikeRows('Firma\tPLZ\nContoso\t98052'));
    assert.ok(looksLikeRows('Company,Zip,Qty,Product\nContoso,98052,5,Visio'));
    assert.ok(!looksLikeRows('Company,Zip,Qty,Product'));
    assert.ok(!looksLikeRows('yes, please, do\nand thanks, a lot, again'));
  });
});
