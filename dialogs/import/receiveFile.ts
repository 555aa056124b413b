import { importCard } from '../../cards/import/importCard.ts';
import { hasSlashes } from '../../forms/import/cellReaders.ts';
import { decodeText } from '../../forms/import/textEncoding.ts';
import { cellsOf } from '../../forms/import/row.ts';
import { maxMegabytes, maxRows, readTable, toTable, type Table } from '../../forms/import/table.ts';
import { newFault } from '../../forms/section.ts';
import type { Fault } from '../../model/draft.ts';
import { chunkId, type ImportHead, type ImportRow, rowsPerChunk } from '../../model/import.ts';
import { requesterFields } from '../recordIntent.ts';
import type { SentFile, Turn } from '../turn.ts';
import { isUnsubmitted } from './importActions.ts';
import { type CheckedTable, checkTable, maxNewCustomers, summaryOf } from './checkFile.ts';
import { mayImport } from '../rights.ts';
import { showImportReview } from './importReview.ts';
import { removeImport } from '../../storage/importCollections.ts';
import { defined } from '../../lib/optional.ts';

/** Import: asks for a file of customers, or its rows. */
export async function askImport(turn: Turn): Promise<void> {
  if (mayImport(turn)) askForFile(turn);
  await Promise.resolve();
}

function askForFile(turn: Turn, fault?: Fault, text?: string): void {
  const { words, replies, partnerCenter } = turn;
  replies.show(
    importCard({
      words,
      rows: maxRows,
      megabytes: maxMegabytes,
      ...(partnerCenter.practice ? {} : { mostNew: maxNewCustomers }),
      ...(fault === undefined ? {} : { fault: words.say(fault.key, fault.data) }),
      ...defined({ text }),
    }),
  );
}

/** Receives pasted rows and checks them. */
export async function receivePasted(turn: Turn, text: string): Promise<void> {
  if (mayImport(turn)) await receiveText(turn, text, {});
}

/** Receives a file: fetches it and checks its rows. */
export async function receiveFile(turn: Turn, file: SentFile): Promise<void> {
  if (!mayImport(turn)) return;
  if (isUnsupported(file)) return askForFile(turn, newFault('import.fault.fileType'));
  const fetched = await turn.fetchFile(file, maxMegabytes * 1024 * 1024);
  if (fetched === 'too-large') return askForFile(turn, newFault('import.fault.size', { n: maxMegabytes }));
  if (fetched === 'refused') return askForFile(turn, newFault('import.fault.host'));
  if (fetched === 'failed') return askForFile(turn, newFault('import.fault.fetch'));
  if (isArchive(fetched)) return receiveWorkbook(turn, fetched, file);
  if (isOldWorkbook(fetched)) return askForFile(turn, newFault('import.fault.workbook'));
  const found = decodeText(fetched);
  if (found === undefined) return askForFile(turn, newFault('import.fault.encoding'));
  await receiveText(turn, found.text, { file: file.name, encoding: found.encoding });
}

/** Ends of the names of files whose rows are read. */
export const tableEndings: readonly string[] = ['.xlsx', '.xlsm', '.csv', '.tsv', '.txt'];

/**
 * True for a file name whose extension is not a table's; a name without extension is accepted, and so is an .xls file,
 * about which there is more to say.
 */
const isUnsupported = ({ name }: SentFile): boolean =>
  /\.[a-z0-9]{1,5}$/i.test(name) && ![...tableEndings, '.xls'].some((end) => name.toLowerCase().endsWith(end));

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** True for a zip archive, which an .xlsx file is, whatever its name. */
const isArchive = (bytes: Uint8Array): boolean => beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);

/** True for an .xls file, or an .xlsx file with a password. */
const isOldWorkbook = (bytes: Uint8Array): boolean => beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);

/** Receives a workbook: uses its first sheet with customers. */
async function receiveWorkbook(turn: Turn, bytes: Uint8Array, { name }: SentFile): Promise<void> {
  const sheets = await turn.readWorkbook(Uint8Array.from(bytes));
  if (sheets === 'too-large') return askForFile(turn, newFault('import.fault.workbookSize'));
  if (sheets === 'unreadable') return askForFile(turn, newFault('import.fault.workbook'));
  const tables = sheets.map(({ rows }) => toTable(rows));
  const table = tables.find((one) => !('fault' in one)) ?? tables.find(hasSpecificFault) ?? tables[0];
  if (table === undefined || 'fault' in table) return askForFile(turn, table?.fault ?? newFault('import.fault.header'));
  await checkAndStore(turn, table, { file: name, format: 'xlsx' });
}

const hasSpecificFault = (one: ReturnType<typeof toTable>): boolean =>
  'fault' in one && one.fault.key !== 'import.fault.header';

type Source = Pick<ImportHead, 'file' | 'encoding' | 'format'>;

async function receiveText(turn: Turn, text: string, source: Source): Promise<void> {
  const table = readTable(text);
  if ('fault' in table) return askForFile(turn, table.fault, source.file === undefined ? text : undefined);
  const { delimiter } = table;
  // Pasted rows came from a spreadsheet, and go back to one.
  const format = source.file === undefined ? 'xlsx' : { delimiter };
  await checkAndStore(turn, table, { ...source, format });
}

async function checkAndStore(turn: Turn, table: Table, source: Source): Promise<void> {
  const checked = await checkTable(turn, table);
  const head = newHead(turn, table, checked, source);
  await storeImport(turn, head, checked.rows);
  await replaceFormerImport(turn);
  turn.person.importing = head.id;
  await showImportReview(turn, head, 1);
}

/** Removes the user's former import when it was only checked: at most one waits for Submit. */
async function replaceFormerImport({ person, imports, partner: { tenantId }, replies, words }: Turn): Promise<void> {
  const former = person.importing === undefined ? undefined : await imports.heads.get(tenantId, person.importing);
  if (former === undefined || !isUnsubmitted(former.value)) return;
  await removeImport(imports, tenantId, former.value);
  replies.say(words.t('import.replaced'));
}

/** Saves the rows before the head: without its head an import does not exist. */
async function storeImport(
  { imports, partner: { tenantId } }: Turn,
  head: ImportHead,
  rows: readonly ImportRow[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerChunk) {
    const part = rows.slice(start, start + rowsPerChunk);
    await imports.rows.insert(tenantId, chunkId(head.id, start / rowsPerChunk), { at: head.createdAt, rows: part });
  }
  await imports.heads.insert(tenantId, head.id, head);
}

function newHead(turn: Turn, table: Table, { rows, dates }: CheckedTable, source: Source): ImportHead {
  const slashed = firstSlashedDate(table);
  const { cells, totals, remarks } = table;
  return {
    id: turn.newId(),
    state: 'unfinished',
    ...requesterFields(turn),
    today: turn.today,
    ...source,
    header: [...cells],
    dates,
    ...defined({ slashed }),
    first: firstRowTexts(table),
    remarks,
    ...(totals === 0 ? {} : { totals }),
    rows: rows.length,
    ...summaryOf(rows, table),
  };
}

/** Texts of the first row that reveal a wrong encoding: company, person, city. */
function firstRowTexts(table: Table): string[] {
  const cells = cellsOf(table.rows[0]?.cells ?? [], table);
  const [first, last] = [cells.of('firstName'), cells.of('lastName')];
  // Han names put the family name first, without a blank.
  const isHan = /^\p{Script=Han}+$/u.test(first + last);
  const person = isHan ? last + first : `${first} ${last}`.trim();
  return [cells.of('companyName'), person, cells.of('city')]
    .filter((text) => text !== '')
    .map((text) => text.slice(0, 100));
}

function firstSlashedDate(table: Table): string | undefined {
  for (const row of table.rows) {
    const date = cellsOf(row.cells, table).of('dateAccepted');
    if (hasSlashes(date)) return date;
  }
  return undefined;
}
