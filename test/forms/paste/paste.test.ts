import assert from 'node:assert/strict';
import { readPaste, type Pasted } from '../../../forms/paste/paste.ts';
import { locales } from '../../../model/languages.ts';
import { market } from '../../../partner-center/rules/countries.ts';
import { sentences } from '../../locales/typedSentences.ts';
import { americanSamples } from './americas.ts';
import { asianSamples } from './asia.ts';
import { cardSamples } from './cards.ts';
import { cyrillicSamples } from './cyrillic.ts';
import { europeanSamples } from './europe.ts';
import { laterSamples } from './later.ts';
import { notPasted } from './notPasted.ts';
import type { Sample } from './sample.ts';
import { companyLines, houseNumbers, labelsOfSeveral } from './severalValues.ts';

const samples = [
  ...europeanSamples,
  ...americanSamples,
  ...cyrillicSamples,
  ...asianSamples,
  ...cardSamples,
  ...laterSamples,
];

const read = (text: string, home: string): Pasted | undefined =>
  readPaste(text, {
    partner: { name: 'Fabrikam Distribution', country: home, domains: ['fabrikam.example'] },
    market: market(home),
  });

const valuesOf = (pasted: Pasted | undefined): Record<string, string> => ({
  ...(pasted?.country === undefined ? {} : { country: pasted.country }),
  ...pasted?.company,
  ...pasted?.contact,
});

interface Judged {
  readonly right: number;
  readonly wanted: number;
  readonly wrong: readonly string[];
}

function judge({ name, home, text, values }: Sample): Judged {
  const found = valuesOf(read(text, home));
  const names = [...new Set([...Object.keys(values), ...Object.keys(found)])];
  return {
    right: Object.keys(values).filter((field) => found[field] === values[field]).length,
    wanted: Object.keys(values).length,
    wrong: names.flatMap((field) =>
      found[field] === values[field] ? [] : [`${name}: ${field}: ${values[field] ?? '—'} ← ${found[field] ?? '—'}`],
    ),
  };
}

describe('what is read out of a pasted text', () => {
  it('has who is named by a job, a person only, and where no contact is named', () => {
    const lines = ['Alpine Ski House Inc.', '100 Main Street, Seattle, WA 98101', 'info@alpine.example'];
    const person = (...more: readonly string[]): string =>
      [read([...lines, ...more].join('\n'), 'US')?.contact].map(
        (one) => `${one?.firstName ?? ''} ${one?.lastName ?? ''}`,
      )[0] ?? '';
    assert.equal(person('CEO: Ana Lima'), 'Ana Lima');
    assert.equal(person('Director: Ana Lima', 'Contact: Otto Kern'), 'Otto Kern');
    for (const line of ['Director: Fabrikam Holdings Ltd', 'Directors: 3', 'Department: Human Resources'])
      assert.equal(person(line), ' ', line);
  });

  it('has a company without a legal form from above its street, with a mail address or none, and above or below a person', () => {
    const street = ['1200 5th Ave', 'Seattle, WA 98101'];
    const signatures = [
      ['Dana Wells', 'Adventure Works', ...street, 'D: 206-555-0119'],
      ['Best regards,', 'Dana Wells', 'Adventure Works Cycles', ...street],
      ['Adventure Works', ...street, 'Dana Wells', 'dana@adventure-works.example'],
    ];
    for (const lines of signatures) {
      const company = read(lines.join('\n'), 'US')?.company;
      assert.match(company?.companyName ?? '', /^Adventure Works/, lines.join());
      assert.equal(company?.addressLine1, '1200 5th Ave', lines.join());
    }
  });

  it('has the mail address of the person who is named as the contact', () => {
    const text = [
      'Alpine Ski House Inc.',
      '100 Main Street, Seattle, WA 98101',
      'Contact: Otto Kern',
      'eva.berg@alpineskihouse.example',
      'otto.kern@alpineskihouse.example',
    ].join('\n');
    assert.deepEqual(read(text, 'US')?.contact, {
      firstName: 'Otto',
      lastName: 'Kern',
      email: 'otto.kern@alpineskihouse.example',
    });
  });

  for (const one of samples) {
    it(`is right of ${one.name}`, () => assert.deepEqual(judge(one).wrong, []));
  }
});

/** A company's line with the number it is registered by, and the name it is to give. */
const registered: readonly (readonly [home: string, line: string, name: string, registration?: string])[] = [
  ['TW', '範例股份有限公司 統一編號 12345675', '範例股份有限公司'],
  ['TW', '範例股份有限公司（統編：12345675）', '範例股份有限公司'],
  ['CN', '示例科技有限公司（税号 91110108MA01A2B3C4）', '示例科技有限公司'],
  ['CN', '示例科技有限公司 统一社会信用代码 91110108MA01A2B3C4', '示例科技有限公司', '91110108MA01A2B3C4'],
  ['RU', 'ООО «Ромашка» ИНН 7707083893 КПП 770701001', 'ООО «Ромашка»', '7707083893'],
  ['RU', 'ООО «Ромашка» (ОГРН 1027700132195, ИНН 7707083893)', 'ООО «Ромашка»', '7707083893'],
  ['DE', 'Nordlicht GmbH USt-IdNr. DE123456789', 'Nordlicht GmbH'],
  ['CH', 'Alpenblick AG, UID CHE-123.456.789', 'Alpenblick AG'],
  ['NL', 'Voorbeeld B.V. - KvK-nummer: 12345678', 'Voorbeeld B.V.'],
  ['AU', 'Example Pty Ltd (ABN 51 824 753 556)', 'Example Pty Ltd'],
  ['GB', 'Example Ltd VAT no. GB123456789', 'Example Ltd'],
  ['FR', 'Exemple SAS SIRET 732 829 320 00074', 'Exemple SAS'],
  ['US', 'Example Inc. EIN 12-3456789', 'Example Inc.'],
];

describe('the line of a company with the number it is registered by', () => {
  for (const [home, line, name, registration] of registered)
    it(`gives its name alone: ${line}`, () => {
      const pasted = read(`${line}\nAna Lima\nana.lima@alpine.example`, home);
      assert.equal(pasted?.company.companyName, name);
      if (registration !== undefined) assert.equal(pasted.company.registrationNumber, registration);
    });

  it('is not taken apart where the number is a part of the name', () => {
    const pasted = read('Studio 54321 GmbH\nAna Lima\nana.lima@alpine.example', 'DE');
    assert.equal(pasted?.company.companyName, 'Studio 54321 GmbH');
  });
});

const placeAndPhone = [
  'addressLine1',
  'addressLine2',
  'city',
  'state',
  'postalCode',
  'phoneNumber',
  'organizationPhone',
];

/** The values of the address, the number and these inputs that a line gives beside the other lines of a signature. */
const valuesOfLine = (home: string, lines: readonly string[], ...names: readonly string[]): Record<string, string> => {
  const found = valuesOf(read(lines.join('\n'), home));
  return Object.fromEntries(
    Object.entries(found).filter(([name]) => placeAndPhone.includes(name) || names.includes(name)),
  );
};

describe('a line with several values', () => {
  const beside: Readonly<Record<string, readonly string[]>> = {
    CN: ['公司名称：示例科技有限公司', '邮箱：office@example-keji.example'],
    TW: ['公司名稱：範例股份有限公司', 'Email：office@fanli.example'],
    RU: ['Организация: ООО «Незабудка»', 'Эл. почта: office@nezabudka.example'],
  };
  for (const [home, line, values] of [...labelsOfSeveral, ...houseNumbers])
    it(`gives each to its input: ${line}`, () => {
      const others = beside[home] ?? ['Proseware Holding', 'Ana Lima', 'ana.lima@proseware.example'];
      const registration = home === 'CN' ? ['税号：91350100M000100Y43'] : [];
      const names = 'firstName' in values ? ['firstName', 'lastName'] : [];
      assert.deepEqual(valuesOfLine(home, [...others, line, ...registration], ...names), values);
    });

  for (const [home, line, name, values = {}] of companyLines)
    it(`gives the company its whole name: ${line}`, () => {
      const lines = [line, 'Ana Lima', 'ana.lima@mail.example', 'www.mail.example'];
      const { companyName, ...found } = valuesOfLine(home, lines, 'companyName');
      assert.equal(companyName, name);
      assert.deepEqual(found, values);
    });
});

describe('what is read out of pasted texts, all together', () => {
  const judged = samples.map(judge);
  const sum = (of: (one: Judged) => number): number => judged.reduce((all, one) => all + of(one), 0);

  it('is right in 95 of 100 values, and wrong in none that should stay empty', () => {
    assert.ok(samples.length >= 60 && new Set(samples.map(({ values }) => values['country'])).size >= 12);
    const share = sum(({ right }) => right) / sum(({ wanted }) => wanted);
    assert.ok(share >= 0.95, `${String(share)}: ${judged.flatMap(({ wrong }) => wrong).join('\n')}`);
    assert.deepEqual(
      samples.flatMap(({ name, home, text, values }) =>
        Object.entries(valuesOf(read(text, home))).flatMap(([field, found]) =>
          values[field] === undefined ? [`${name}: ${field}: ${found}`] : [],
        ),
      ),
      [],
    );
  });

  it('is the same with the line ends of every system, and with what chats put around links', () => {
    for (const { text, home, name } of samples.filter(({ text: one }) => !one.startsWith('BEGIN:VCARD'))) {
      const expected = read(text, home);
      assert.deepEqual(read(text.replaceAll('\n', '\r\n'), home), expected, name);
      assert.deepEqual(read(text.replace(/([\w.]+@[\w.-]+)/g, '$1<mailto:$1>'), home), expected, name);
      assert.deepEqual(read(`\n\n${text}\n\n`, home), expected, name);
    }
  });

  it('is never the partner’s own name, domain or mail address', () => {
    const found = read(
      [
        'Robin Sample',
        'Fabrikam Distribution',
        '100 Main Street',
        'Seattle, WA 98101',
        '+1 425 555 0100',
        'robin@fabrikam.example',
      ].join('\n'),
      'US',
    );
    assert.deepEqual(
      [found?.company.companyName, found?.company.domainPrefix, found?.contact.email],
      [undefined, undefined, undefined],
    );
  });
});

describe('what is no paste', () => {
  it('is any sentence that people type, in every language', () => {
    const typed = locales.flatMap((locale) => Object.values(sentences[locale]).flatMap((one) => one.split('|')));
    assert.ok(typed.length > 700);
    for (const text of [...typed, typed.slice(0, 30).join('\n')]) assert.equal(read(text, 'US'), undefined, text);
  });

  for (const [name, text] of Object.entries(notPasted))
    it(`is ${name}`, () => {
      for (const home of ['US', 'FR', 'RU', 'CN', 'TW', 'BR']) assert.equal(read(text, home), undefined, home);
    });

  it('is a text longer than is read, and no text takes long', () => {
    const [{ text }] = americanSamples as [Sample];
    const long = `${text}\n${'x'.repeat(10_001 - text.length - 1)}`;
    assert.equal(long.length, 10_001);
    assert.equal(read(long, 'US'), undefined);
    assert.notEqual(read(long.slice(0, 10_000), 'US'), undefined);
    for (const unit of [
      'a',
      '1',
      ' ',
      '1 ',
      'a.',
      '@',
      'a@',
      ',',
      'a, ',
      '- ',
      '+1',
      '(',
      'T:',
      'Tel ',
      '市',
      '省市',
      '\t',
      '1\t',
      '\n',
      'a\n',
      '[x](',
      '<',
      '=',
      'г. ',
      'A-1 ',
      '"',
      'a-',
    ])
      read(unit.repeat(10_000 / unit.length), 'CN');
    for (const unit of [';', '=', '":', 'A;', '\n ', '=\n', '\\', '"'])
      read(`BEGIN:VCARD\nADR${unit.repeat(9_000 / unit.length)}`, 'US');
  });
});
