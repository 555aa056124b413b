import type { DateOrder } from '../../forms/dayText.ts';
import { dateOrderOf, hasSlashes } from '../../forms/importing/cells.ts';
import { judgeRow } from '../../forms/importing/judge.ts';
import {
  cellsOf,
  faultAt,
  type Cells,
  type CellFault,
  type ImportFacts,
  type Judged,
} from '../../forms/importing/row.ts';
import type { Table } from '../../forms/importing/table.ts';
import { refusedAnswer } from '../../forms/refusedAnswer.ts';
import { faultOf } from '../../forms/section.ts';
import { domainRefusal } from '../../partner-center/domainHolder.ts';
import type { FaultReason } from '../../partner-center/fault.ts';
import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import type { ImportRow, RowState } from '../../storage/importRows.ts';
import type { ImportHead } from '../../storage/imports.ts';
import type { Turn } from '../turn.ts';
import { factsFor } from './facts.ts';
import { holderOf, keysOf, knownCustomers, type Known } from './known.ts';

/** Most new customers a file: each has a password, which somebody has to store. Practice has no such limit. */
export const mostNew = 50;

/** Rows judged before others get a turn: a row takes half a millisecond. */
const atOnce = 20;

/** Domains asked about at a time. */
const askedAtOnce = 8;

/** What the check of a file found. */
export interface Checked {
  readonly rows: readonly ImportRow[];
  readonly dates: DateOrder;
}

const pause = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Judges every row of a file, by itself, among the others, and beside what is recorded. May raise PartnerCenterError. */
export async function checkTable(
  turn: Turn,
  table: Pick<Table, 'rows' | 'columns' | 'languages'>,
  said: Pick<ImportHead, 'kindless'> = {},
): Promise<Checked> {
  const { rows } = table;
  const cells = rows.map((row) => cellsOf(row.cells, table));
  const dates = orderOf(cells, turn);
  const facts = await factsFor(turn, cells, { dates, ...said });
  const judged = await judgeAll(cells, facts);
  const known = await knownCustomers(turn.customers, turn.partner);
  const among = amongOthers(
    judged,
    rows.map(({ n }) => n),
    known,
    turn.partnerCenter.practice,
  );
  const checked = rows.map(({ n, cells: texts }, at): ImportRow => {
    const { kind, name, taken = [] } = judged[at] ?? {};
    const { state = 'faulty', faults = [], record } = among[at] ?? {};
    return {
      n,
      cells: [...texts],
      ...(kind === undefined ? {} : { kind }),
      name: (name ?? '').slice(0, 255),
      state,
      faults: faults.map(({ column, line, fault }) => ({ column, fault, ...(line === undefined ? {} : { line }) })),
      ...(taken.length === 0 ? {} : { taken: [...taken] }),
      ...(record === undefined ? {} : { record }),
    };
  });
  return { rows: await takenElsewhere(turn, checked, judged), dates };
}

/** The order of a file's dates with slashes: as one of them tells, else as the partner's country writes them. */
function orderOf(rows: readonly Cells[], { partner }: Turn): DateOrder {
  const dates = rows.map((row) => row.of('dateAccepted')).filter(hasSlashes);
  return dateOrderOf(dates) ?? (partner.country === 'US' ? 'mdy' : 'dmy');
}

async function judgeAll(rows: readonly Cells[], facts: ImportFacts): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const row of rows) {
    judged.push(judgeRow(row, facts));
    if (judged.length % atOnce === 0) await pause();
  }
  return judged;
}

interface Among {
  readonly state: RowState;
  readonly faults: readonly CellFault[];
  readonly record?: string;
}

/** Rows beside each other: the first good one of a customer counts, and who is recorded already is left out. */
function amongOthers(judged: readonly Judged[], numbers: readonly number[], known: Known, practice: boolean): Among[] {
  const first = new Map<string, number>();
  let added = 0;
  return judged.map((row, at) => {
    if (row.row === undefined) return { state: 'faulty', faults: row.faults };
    const keys = keysOf(row.row.kind === 'new' ? { domain: row.row.domain, microsoftId: '' } : row.row);
    const record = keys.map((key) => known.get(key)).find((id) => id !== undefined);
    if (record !== undefined) return { state: 'there', faults: [], record };
    const same = keys.map((key) => first.get(key)).find((n) => n !== undefined);
    if (same !== undefined) return { state: 'faulty', faults: [sameAs(row, same)] };
    for (const key of keys) first.set(key, numbers[at] ?? 0);
    if (row.row.kind === 'new') added++;
    if (row.row.kind === 'new' && added > mostNew && !practice)
      return { state: 'faulty', faults: [faultAt('kind', faultOf('import.fault.tooManyNew', { n: mostNew }))] };
    return { state: 'ready', faults: [] };
  });
}

const sameAs = ({ domain }: Judged, n: number): CellFault =>
  faultAt(domain === '' ? 'microsoftId' : 'domain', faultOf('import.fault.sameRow', { row: String(n) }));

/** Rows whose customer another import is adding, and new ones whose domain is not free any more. */
async function takenElsewhere(turn: Turn, rows: readonly ImportRow[], judged: readonly Judged[]): Promise<ImportRow[]> {
  const found: ImportRow[] = [];
  for (let start = 0; start < rows.length; start += askedAtOnce) {
    const part = rows.slice(start, start + askedAtOnce);
    found.push(...(await Promise.all(part.map((row, at) => elsewhere(turn, row, judged[start + at])))));
    await pause();
  }
  return found;
}

async function elsewhere(turn: Turn, row: ImportRow, judged: Judged | undefined): Promise<ImportRow> {
  if (row.state !== 'ready' || judged?.row === undefined) return row;
  for (const key of keysOf(judged)) {
    const holder = await holderOf(turn, key);
    if (holder?.waits === true && judged.row.kind === 'new') return { ...row, record: holder.record };
    if (holder !== undefined) return { ...row, state: 'there', record: holder.record };
  }
  const reason = judged.row.kind === 'existing' ? undefined : await domainFault(turn, judged.row.domain);
  if (reason === undefined) return row;
  return { ...row, state: 'faulty', faults: [{ column: 'domain', fault: refusedAnswer({ reason }) }] };
}

/** Asked again when the row is submitted: an answer that does not come holds nothing up here. */
async function domainFault({ partnerCenter }: Turn, domain: string): Promise<FaultReason | undefined> {
  try {
    return await domainRefusal(partnerCenter, domain);
  } catch (error) {
    if (error instanceof PartnerCenterError) return undefined;
    throw error;
  }
}
