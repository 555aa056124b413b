import assert from 'node:assert/strict';
import Papa from 'papaparse';
import { writeWorkbook } from '../../../bot/files/workbooks.ts';
import type { ProducedFile } from '../../../dialogs/files/fileTypes.ts';
import { words } from '../../../locales/words.ts';
import { csvOf, newRow } from '../../conversations/import/files.ts';
import { partnerOf } from '../../conversations/walk.ts';
import { openDesk, userId, type Desk } from '../desk.ts';

const { t } = words('en');

describe('a file with more new customers than passwords can be stored', () => {
  const csv = csvOf(Array.from({ length: 52 }, () => newRow()));
  const partner = { ...partnerOf(2), users: { [userId]: ['add'] as const } };

  it('has fifty taken at Microsoft, and the others named', async () => {
    const desk = openDesk(partner, { real: true });
    await desk.press({ verb: 'importText', csv });
    assert.ok(desk.said.includes(t('importReview.new', { n: 50 })), desk.said);
    assert.ok(desk.said.includes(t('importReview.faulty', { n: 2 })));
    assert.ok(desk.said.includes(t('import.fault.tooManyNew', { n: 50 })));
    assert.ok(desk.said.includes(t('importReview.passwords')));
  });

  it('is taken whole in practice, where the first fifty get a card', async () => {
    const desk = openDesk(partner);
    await desk.press({ verb: 'importText', csv });
    assert.ok(desk.said.includes(t('importReview.new', { n: 52 })), desk.said);
    assert.ok(desk.said.includes(t('importReview.practiceCards', { n: 50 })));
  });
});

describe('the rows of a file that were not done', () => {
  const partner = { ...partnerOf(2), users: { [userId]: ['add'] as const } };
  const rows = [newRow({ postalCode: 'x' })];

  /** How the rows go back of a file that was sent so. */
  async function returned(desk: Desk): Promise<ProducedFile> {
    const id = desk.person.importing ?? '';
    await desk.press({ verb: 'importRows', argument: id });
    return desk.orderedFile();
  }

  for (const delimiter of [',', ';', '|', '\t'])
    it(`go back with ${JSON.stringify(delimiter)} in a CSV file that came with it`, async () => {
      const desk = openDesk(partner);
      await desk.sendFile('customers.csv', Buffer.from(csvOf(rows, 'en', delimiter)));
      assert.ok(desk.said.includes(t('importReview.faulty', { n: 1 })), desk.said);
      assert.deepEqual((await returned(desk)).format, { delimiter });
    });

  it('go back as a workbook of a workbook, and of what was pasted', async () => {
    const desk = openDesk(partner);
    const [header = [], ...cells] = Papa.parse<string[]>(csvOf(rows)).data;
    const bytes = await writeWorkbook({ name: 'x', rows: [header, ...cells] });
    await desk.sendFile('customers.xlsx', bytes ?? new Uint8Array());
    assert.ok(desk.said.includes(t('importReview.faulty', { n: 1 })), desk.said);
    assert.equal((await returned(desk)).format, 'xlsx');
    await desk.say(csvOf(rows, 'en', '\t'));
    assert.equal((await returned(desk)).format, 'xlsx');
  });

  it('tell the reason with the value and what may be written', async () => {
    const desk = openDesk(partner);
    await desk.say(csvOf([newRow({ offer: 'Office 365 E3', billing: 'weekly', quantity: '5' })]));
    const [, row] = (await returned(desk)).rows;
    assert.ok(String(row?.at(-1)).includes('“Office 365 Enterprise E3”'), String(row?.at(-1)));
    assert.ok(String(row?.at(-1)).includes(t('importReview.quoted', { text: 'Office 365 E3' })));
  });
});
