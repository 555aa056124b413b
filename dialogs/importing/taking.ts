import { importCard } from '../../cards/importing/importCard.ts';
import { hasSlashes } from '../../forms/importing/cells.ts';
import { decoded } from '../../forms/importing/encoding.ts';
import { cellsOf } from '../../forms/importing/row.ts';
import { mostMegabytes, mostRows, readTable, tableOf, type Table } from '../../forms/importing/table.ts';
import { faultOf } from '../../forms/section.ts';
import type { Fault } from '../../storage/draft.ts';
import { chunkId, rowsAtOnce, type ImportRow } from '../../storage/importRows.ts';
import { removeImport, type ImportHead } from '../../storage/imports.ts';
import { askedIn } from '../intent.ts';
import type { SentFile, Turn } from '../turn.ts';
import { isOpen } from './actions.ts';
import { checkTable, mostNew, type Checked } from './check.ts';
import { mayImport } from './may.ts';
import { showReview } from './review.ts';
import { summaryOf } from './summary.ts';

/** Import: asks for a file of customers, or its rows. */
export async function askImport(turn: Turn): Promise<void> {
  if (mayImport(turn)) askAgain(turn);
  await Promise.resolve();
}

function askAgain(turn: Turn, fault?: Fault, text?: string): void {
  const { words, replies, partnerCenter } = turn;
  replies.show(
    importCard({
      words,
      rows: mostRows,
      megabytes: mostMegabytes,
      ...(partnerCenter.practice ? {} : { mostNew }),
      ...(fault === undefined ? {} : { fault: words.say(fault.key, fault.data) }),
      ...(text === undefined ? {} : { text }),
    }),
  );
}

/** Takes pasted rows. */
export async function takePasted(turn: Turn, text: string): Promise<void> {
  if (mayImport(turn)) await takeText(turn, text, {});
}

/** Takes a file that was sent: fetches it, and checks its rows. */
export async function takeFile(turn: Turn, file: SentFile): Promise<void> {
  if (!mayImport(turn)) return;
  if (isOther(file)) return askAgain(turn, faultOf('import.fault.fileType'));
  const fetched = await turn.fetchFile(file, mostMegabytes * 1024 * 1024);
  if (fetched === 'too-large') return askAgain(turn, faultOf('import.fault.size', { n: mostMegabytes }));
  if (fetched === 'refused') return askAgain(turn, faultOf('import.fault.host'));
  if (fetched === 'failed') return askAgain(turn, faultOf('import.fault.fetch'));
  if (isArchive(fetched)) return takeWorkbook(turn, fetched, file);
  if (isOldWorkbook(fetched)) return askAgain(turn, faultOf('import.fault.workbook'));
  const found = decoded(fetched);
  if (found === undefined) return askAgain(turn, faultOf('import.fault.encoding'));
  await takeText(turn, found.text, { file: file.name, encoding: found.encoding });
}

/** Names of files that hold a table; one without an ending may. */
const isOther = ({ name }: SentFile): boolean =>
  /\.[a-z0-9]{1,5}$/i.test(name) && !/\.(?:xls[xm]?|csv|tsv|txt)$/i.test(name);

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** An .xlsx file is a zip archive, whatever it is called. */
const isArchive = (bytes: Uint8Array): boolean => beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);

/** An .xls file, or an .xlsx file with a password. */
const isOldWorkbook = (bytes: Uint8Array): boolean => beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);

/** Takes the sheet of a workbook that has customers in it. */
async function takeWorkbook(turn: Turn, bytes: Uint8Array, { name }: SentFile): Promise<void> {
  const sheets = await turn.readWorkbook(Uint8Array.from(bytes));
  if (sheets === 'too-large') return askAgain(turn, faultOf('import.fault.workbookSize'));
  if (sheets === 'unreadable') return askAgain(turn, faultOf('import.fault.workbook'));
  const tables = sheets.map(({ rows }) => tableOf(rows));
  const table = tables.find((one) => !('fault' in one)) ?? tables.find(hasWords) ?? tables[0];
  if (table === undefined || 'fault' in table) return askAgain(turn, table?.fault ?? faultOf('import.fault.header'));
  await take(turn, table, { file: name, format: 'xlsx' });
}

const hasWords = (one: ReturnType<typeof tableOf>): boolean =>
  'fault' in one && one.fault.key !== 'import.fault.header';

type Source = Pick<ImportHead, 'file' | 'encoding' | 'format'>;

async function takeText(turn: Turn, text: string, source: Source): Promise<void> {
  const table = readTable(text);
  if ('fault' in table) return askAgain(turn, table.fault, source.file === undefined ? text : undefined);
  const { delimiter } = table;
  // What was pasted came from a spreadsheet, and goes back to one.
  const format = source.file === undefined ? 'xlsx' : { delimiter };
  await take(turn, table, { ...source, format });
}

async function take(turn: Turn, table: Table, source: Source): Promise<void> {
  const checked = await checkTable(turn, table);
  const head = headOf(turn, table, checked, source);
  await store(turn, head, checked.rows);
  await replaceFormer(turn);
  turn.person.importing = head.id;
  await showReview(turn, head, 1);
}

/** A file that was only checked makes room for the next one: a user has one that waits for Submit at most. */
async function replaceFormer({ person, imports, partner: { tenantId }, replies, words }: Turn): Promise<void> {
  const former = person.importing === undefined ? undefined : await imports.heads.get(tenantId, person.importing);
  if (former === undefined || !isOpen(former.value)) return;
  await removeImport(imports, tenantId, former.value);
  replies.say(words.t('import.replaced'));
}

/** The rows first: without its head an import is not there. */
async function store(
  { imports, partner: { tenantId } }: Turn,
  head: ImportHead,
  rows: readonly ImportRow[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const part = rows.slice(start, start + rowsAtOnce);
    await imports.rows.insert(tenantId, chunkId(head.id, start / rowsAtOnce), { at: head.createdAt, rows: part });
  }
  await imports.heads.insert(tenantId, head.id, head);
}

function headOf(turn: Turn, table: Table, { rows, dates }: Checked, source: Source): ImportHead {
  const slashed = slashedIn(table);
  const { cells, totals, remarks } = table;
  return {
    id: turn.newId(),
    state: 'unfinished',
    ...askedIn(turn),
    today: turn.today,
    ...source,
    header: [...cells],
    dates,
    ...(slashed === undefined ? {} : { slashed }),
    first: firstOf(table),
    remarks,
    ...(totals === 0 ? {} : { totals }),
    rows: rows.length,
    ...summaryOf(rows, table),
  };
}

/** What of the first row tells a wrong encoding: the company, the person, the place. */
function firstOf(table: Table): string[] {
  const cells = cellsOf(table.rows[0]?.cells ?? [], table);
  const [first, last] = [cells.of('firstName'), cells.of('lastName')];
  // Where people write so, the family name comes first, and there is no blank.
  const isHan = /^\p{Script=Han}+$/u.test(first + last);
  const person = isHan ? last + first : `${first} ${last}`.trim();
  return [cells.of('companyName'), person, cells.of('city')]
    .filter((text) => text !== '')
    .map((text) => text.slice(0, 100));
}

function slashedIn(table: Table): string | undefined {
  for (const row of table.rows) {
    const date = cellsOf(row.cells, table).of('dateAccepted');
    if (hasSlashes(date)) return date;
  }
  return undefined;
}
