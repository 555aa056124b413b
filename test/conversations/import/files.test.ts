import assert from 'node:assert/strict';
import type { Attachment } from 'botbuilder';
import Papa from 'papaparse';
import { readWorkbook, writeWorkbook } from '../../../bot/files/workbooks.ts';
import { csv } from '../../../dialogs/files/tableFormat.ts';
import { locales } from '../../../locales/translator.ts';
import { words } from '../../../locales/words.ts';
import { client, type Client } from '../../client.ts';
import { useTestBot } from '../../testBot.ts';
import { newDomain, partnerOf } from '../walk.ts';
import { fileOnPage } from '../fileOnPage.ts';
import { csvOf, existingRow, newRow } from './files.ts';

const { t } = words('en');
const bot = useTestBot();

/** The nth file a client on this machine was given, waiting for it. */
async function given(
  user: Client,
  nth = 1,
): Promise<{ readonly name: string; readonly text: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const files = (): Attachment[] =>
    bot()
      .connector.screen(user.conversation)
      .flatMap(({ attachments = [] }) => attachments.filter(({ contentUrl }) => contentUrl?.includes('/files/')));
  await user.until(() => files().length >= nth);
  const last = files()[nth - 1];
  const response = await fetch(last?.contentUrl ?? '');
  // `text()` would take the mark away, which Excel needs.
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { name: last?.name ?? '', text: Buffer.from(bytes).toString('utf8'), bytes };
}

const rowsOf = (text: string): string[][] => Papa.parse<string[]>(text.replace(/^\uFEFF/, '').trim()).data;

/** The rows of a workbook's first sheet. */
async function sheetOf(bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  const sheets = await readWorkbook(bytes);
  assert.ok(typeof sheets !== 'string');
  return (sheets[0]?.rows ?? []).map((row) => [...row]);
}

describe('the template of an import', () => {
  for (const locale of locales) {
    it(`has the columns of the partner in ${locale}, and examples that are no customers`, async () => {
      const said = words(locale);
      const user = client(bot(), { locale, partner: partnerOf(1) });
      await user.say(said.t('command.importCustomers').split('|')[0] ?? '');
      await user.press('importTemplate csv');
      const { text, name } = await given(user);
      assert.ok(name.startsWith(said.t('import.templateName')) && name.endsWith('.csv'));
      assert.ok(text.startsWith('\uFEFF'));
      const [header = [], ...examples] = rowsOf(text);
      await user.press('importTemplate xlsx');
      const workbook = await given(user, 2);
      assert.ok(workbook.name.endsWith('.xlsx'), workbook.name);
      assert.deepEqual((await sheetOf(workbook.bytes))[0], header);
      assert.equal(header[1], said.t('field.companyName'));
      assert.ok(header.includes(said.t('field.reseller')) && header.includes(said.t('unit.licenses')));
      assert.ok(examples.length === 2 && examples.every(([kind]) => kind?.startsWith('# ')));
      await user.say(text);
      assert.ok(user.texts().includes(`⚠ ${said.t('import.fault.empty')}`), user.texts().join('\n'));
      // Without the mark, and another domain, the example is a good row.
      await user.say(text.replaceAll('# ', '').replace('contoso', `template${locale.toLowerCase().replace('-', '')}`));
      assert.equal(user.title(), said.t('importReview.title'));
      assert.deepEqual(user.faults(), {});
    });
  }
});

describe('the rows that were not done', () => {
  it('come back as they were sent, with the reason, and are added once when they are corrected', async () => {
    const user = client(bot());
    const good = newRow();
    const rows = [good, newRow({ postalCode: 'x', phoneNumber: '+1 425 555 0100' }), existingRow({ companyName: '' })];
    await user.say(csvOf(rows));
    await user.press('importRows');
    // What was pasted goes back as a workbook, which opens in every spreadsheet as it is meant.
    const first = await sheetOf((await given(user)).bytes);
    assert.deepEqual(first[0]?.at(-1), t('column.reason'));
    assert.deepEqual(
      first.slice(1).map((row) => row.at(-1)),
      [
        t('importReview.faultValue', {
          label: t('field.postalCode'),
          value: 'x',
          text: t('fault.postalCode.zip', { sample: '98052' }),
        }),
        `${t('field.companyName')}: ${t('fault.required')}`,
      ],
    );
    await user.press('importSubmit');
    await user.until(t('importDone.title'));
    await user.press('importRows');
    const left = await given(user, 2);
    const corrected = (await sheetOf(left.bytes)).map((row) => row.map((cell) => (cell === 'x' ? '98101' : cell)));
    assert.equal(corrected.length, 3);
    await user.say(Papa.unparse(corrected, { delimiter: '\t' }));
    assert.equal(user.title(), t('importReview.title'));
    assert.ok(user.texts().includes(t('importReview.new', { n: 1 })), user.texts().join('\n'));
    assert.ok(!user.texts().join('\n').includes(t('column.reason')), 'the reasons are no column that is missed');
    await user.press('importSubmit');
    await user.until(t('importDone.title'));
    assert.ok(user.texts().includes(t('importDone.added', { n: 1 })));
  });

  it('are text for a spreadsheet, whatever was typed', async () => {
    const user = client(bot());
    await user.say(csvOf([newRow({ companyName: '=cmd|x', postalCode: '@SUM(1)' })]));
    await user.press('importRows');
    const { bytes } = await given(user);
    const [, row = []] = await sheetOf(bytes);
    assert.ok(row.includes('=cmd|x') && row.includes('@SUM(1)'), row.join());
    assert.ok(csv([row]).includes("'=cmd|x") && csv([row]).includes("'@SUM(1)"));
  });
});

/** Sends a file on the chat page, and gives what the newest card says. */
const sendOnPage = (content: Uint8Array, name?: string): Promise<readonly string[]> =>
  fileOnPage(bot().url(), content, name);

const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe('a file sent on the chat page', () => {
  it('is read in its encoding, and the review says which, with the first row', async () => {
    const said = await sendOnPage(
      utf16(csvOf([newRow({ companyName: '高山滑雪', city: '台北' })], 'zh-TW', '\t')),
      '客戶.csv',
    );
    assert.ok(said.includes('File: 客戶.csv (UTF-16)'), said.join('\n'));
    assert.ok(said.includes(`${words('en').t('importReview.first')}: 高山滑雪 · Ana Lima · 台北`));
  });

  it('may have five megabytes, and no more', async () => {
    const megabyte = 1024 * 1024;
    const header = 'Company name,Primary domain name\n';
    const large = await sendOnPage(Buffer.from(header + 'x'.repeat(5 * megabyte)));
    assert.ok(large.includes(`⚠ ${t('import.fault.size', { n: 5 })}`), large.join('\n'));
    const fits = await sendOnPage(Buffer.from(`${header}Contoso,${'x'.repeat(4 * megabyte)}`));
    assert.ok(fits.includes(t('importReview.faulty', { n: 1 })), fits.join('\n').slice(0, 500));
  });

  it('is told of when it is no text', async () => {
    for (const [bytes, name, fault] of [
      [[0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0, 0xff], 'customers.xlsx', t('import.fault.workbook')],
      [[0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'customers.xls', t('import.fault.workbook')],
      [[0x89, 0x50, 0x4e, 0x47, 0], 'customers.csv', t('import.fault.encoding')],
      [[0x50, 0x4b, 3, 4], 'letter.docx', t('import.fault.fileType')],
    ] as const) {
      const said = await sendOnPage(Uint8Array.from(bytes), name);
      assert.ok(said.includes(`⚠ ${fault}`), said.join('\n'));
    }
  });

  it('may be a workbook, whose numbers and days are read as they are shown, and titles may stand above the header', async () => {
    const rows = [
      ['Customers of March'],
      ['Type', 'Company', 'Domain', 'Street', 'Town', 'State', 'Zip', 'Given name', 'Surname', 'Email'],
      [
        'new',
        'Alpine Ski House',
        newDomain(),
        '1 Main Street',
        'Seattle',
        'WA',
        98101,
        'Ana',
        'Lima',
        'ana@alpine.example',
      ],
    ];
    const agreed = [[], ['MCA accepted', 'Acceptance date', 'Reseller'], ['yes', '2026-03-01', 'none']];
    const bytes = await writeWorkbook({ name: 'March', rows: rows.map((row, at) => [...row, ...(agreed[at] ?? [])]) });
    const said = await sendOnPage(bytes ?? new Uint8Array(), 'customers.xlsx');
    assert.ok(said.includes('File: customers.xlsx'), said.join('\n'));
    assert.ok(said.includes(t('importReview.new', { n: 1 })), said.join('\n'));
    assert.ok(said.join('\n').includes(t('importReview.row', { row: '3', name: 'Alpine Ski House' })));
  });
});

describe('a picture, a sticker or a recording', () => {
  const sticker = { contentType: 'image/png', contentUrl: 'https://smba.trafficmanager.net/x', name: 'sticker.png' };

  it('is no file to be imported, and that is said', async () => {
    const user = client(bot(), { manner: 'teams' });
    for (const contentType of ['image/png', 'image/*', 'audio/ogg', 'video/mp4']) {
      assert.equal(await user.send({ text: '', attachments: [{ ...sticker, contentType }] }), 200);
      assert.equal(user.lines().at(-1), t('import.fault.media'));
    }
    assert.deepEqual(user.cards(), []);
  });

  it('takes nothing of what is typed beside it', async () => {
    const user = client(bot(), { manner: 'teams' });
    await user.send({ text: 'customers', attachments: [sticker] });
    assert.equal(user.title(), t('customers.title'));
  });
});

describe('a message with a file', () => {
  const files = (...names: string[]) =>
    names.map((name) => ({
      contentType: 'text/csv',
      name,
      contentUrl: `${bot().connector.url}/v3/attachments/${name}`,
    }));

  it('tells its sender that the words beside the file were not used', async () => {
    const user = client(bot());
    assert.equal(await user.send({ text: 'these are our schools', attachments: files('a.csv') }), 200);
    assert.deepEqual(user.lines(), [t('import.beside')]);
    for (const text of ['', 'a.csv', ' import ']) {
      assert.equal(await user.send({ text, attachments: files('a.csv') }), 200);
      assert.deepEqual(user.lines(), [], text);
    }
  });

  it('tells its sender which of several files was taken', async () => {
    const user = client(bot());
    assert.equal(await user.send({ text: '', attachments: files('a.csv', 'b.csv') }), 200);
    assert.deepEqual(user.lines(), [t('import.oneFile', { file: 'a.csv' })]);
  });
});

describe('a file that lies elsewhere', () => {
  it('is not fetched, and that is said', async () => {
    const user = client(bot(), { manner: 'teams', partner: partnerOf(2) });
    for (const url of [
      'http://127.0.0.1:1/x.csv',
      'http://169.254.169.254/latest',
      'https://contoso.sharepoint.com/x',
    ]) {
      const attachments = [
        {
          contentType: 'application/vnd.microsoft.teams.file.download.info',
          name: 'a.csv',
          content: { downloadUrl: url },
        },
      ];
      assert.equal(await user.send({ text: '', attachments }), 200);
      assert.ok(user.texts().includes(`⚠ ${t('import.fault.host')}`), url);
    }
  });

  it('is asked for again when it cannot be had', async () => {
    const user = client(bot());
    const attachments = [
      { contentType: 'text/csv', name: 'a.csv', contentUrl: `${bot().connector.url}/v3/attachments/1` },
    ];
    assert.equal(await user.send({ text: '', attachments }), 200);
    assert.ok(user.texts().includes(`⚠ ${t('import.fault.fetch')}`));
  });
});
