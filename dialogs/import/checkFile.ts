import type { DateOrder } from '../../forms/typedText.ts';
import { dateOrderOf, hasSlashes } from '../../forms/import/cellReaders.ts';
import { judgeRow, unclearKindFault } from '../../forms/import/judgeRow.ts';
import {
  type CellFault,
  type Cells,
  cellsOf,
  countryOfRow,
  type ImportFacts,
  type JudgedRow,
} from '../../forms/import/row.ts';
import type { Table } from '../../forms/import/table.ts';
import { newFault, refusalFault } from '../../forms/section.ts';
import { domainRefusal } from '../../partner-center/partnerCenter.ts';
import { type FaultReason, PartnerCenterError } from '../../partner-center/rules/fault.ts';
import { countRows, type ImportHead, type ImportRow } from '../../model/import.ts';
import type { Turn } from '../turn.ts';
import {
  alikeTeller,
  compareRows,
  identityKeys,
  isLeftOut,
  knownCustomers,
  type RecordsByKey,
  reservationHolder,
  type SentRow,
} from './duplicates.ts';
import { otherPrefixes, proposedPrefix } from '../../partner-center/rules/proposedDomain.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import { market } from '../../partner-center/rules/countries.ts';
import { addRefusal } from '../rights.ts';
import type { Header } from '../../forms/import/columns.ts';
import { mapLimit } from '../../lib/mapLimit.ts';
import { defined } from '../../lib/optional.ts';

/** Most new customers of a file: each has a password that somebody has to store. No limit in practice mode. */
export const maxNewCustomers = 50;

/** Rows validated before the event loop gets a turn: a row takes half a millisecond. */
const rowsPerTick = 20;

/** Concurrent domain checks. */
const domainsAtOnce = 8;

/** A row as it was sent, with the domain that was taken from a proposal. */
type UncheckedRow = Table['rows'][number] & Pick<ImportRow, 'proposal'> & SentRow;

/** Result of checking a file. */
export interface CheckedTable {
  readonly rows: readonly ImportRow[];
  readonly dates: DateOrder;
}

const pause = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/**
 * Validates every row of a file: by itself, against the other rows, and against the records. May raise
 * PartnerCenterError.
 */
export async function checkTable(
  turn: Turn,
  table: Pick<Table, 'columns' | 'languages'> & { readonly rows: readonly UncheckedRow[] },
  said: Pick<ImportHead, 'kindless'> = {},
): Promise<CheckedTable> {
  const { rows } = table;
  const cells = rows.map((row) => cellsOf(row.cells, table));
  const dates = dateOrderFor(cells, turn);
  const facts = await judgingFacts(turn, cells, { dates, ...said });
  const known = await knownCustomers(turn.customers, turn.partner);
  const judged = await judgeAll(cells, facts, known);
  const among = compareRows(
    judged,
    rows,
    alikeTeller(known, await turn.directory.namesakes()),
    known,
    turn.partnerCenter.practice ? Infinity : maxNewCustomers,
  );
  const checked = rows.map(({ n, cells: texts, proposal }, at): ImportRow => {
    const { kind, name, taken = [], ignored = [] } = judged[at] ?? {};
    const { state = 'faulty', faults = [], record, alike } = among[at] ?? {};
    return {
      n,
      cells: [...texts],
      ...defined({ kind }),
      name: (name ?? '').slice(0, 255),
      state,
      faults: faults.map(({ column, line, fault }) => ({ column, fault, ...defined({ line }) })),
      ...(taken.length === 0 ? {} : { taken: [...taken] }),
      ...(ignored.length === 0 ? {} : { ignored: [...ignored] }),
      ...defined({ record, alike, proposal }),
    };
  });
  const found = await withTakenRows(turn, checked, judged);
  const leftOut = rows.map(isLeftOut);
  return { rows: found.map((row, at) => (leftOut[at] === true ? { ...row, state: 'leftOut' } : row)), dates };
}

/** Order of day and month in the file's dates with slashes: from a date that tells, else the partner's country. */
function dateOrderFor(rows: readonly Cells[], { partner }: Turn): DateOrder {
  const dates = rows.map((row) => row.of('dateAccepted')).filter(hasSlashes);
  return dateOrderOf(dates) ?? (partner.country === 'US' ? 'mdy' : 'dmy');
}

async function judgeAll(rows: readonly Cells[], facts: ImportFacts, known: RecordsByKey): Promise<JudgedRow[]> {
  const judged: JudgedRow[] = [];
  const used = new Set(rows.map((row) => row.of('domain').toLowerCase().split('.', 1)[0] ?? ''));
  const isUsed = (prefix: string): boolean => used.has(prefix) || known.has(`${prefix}${facts.cloud.suffix}`);
  for (const row of rows) {
    const { proposed, ...one } = await withProposedDomain(row, facts, isUsed);
    if (proposed !== undefined) used.add(proposed);
    judged.push(one);
    if (judged.length % rowsPerTick === 0) await pause();
  }
  return judged;
}

/** Judges a row, with a domain proposed where it has none, as the form of a new customer proposes one: no row's is another's. */
async function withProposedDomain(
  cells: Cells,
  facts: ImportFacts,
  isUsed: (prefix: string) => boolean,
): Promise<JudgedRow & { readonly proposed?: string }> {
  const row = judgeRow(cells, facts);
  const isMissing = ({ column }: CellFault): boolean => column === 'domain' && cells.of('domain') === '';
  if (row.kind !== 'new' || row.name === '' || !row.faults.some(isMissing)) return row;
  const country = countryOfRow(cells, facts);
  const first = await proposedPrefix(row.name, country);
  if (first === undefined) return row;
  const prefix = [first, ...(await otherPrefixes(first, row.name, country))].find((one) => !isUsed(one));
  if (prefix === undefined) return row;
  const fault = newFault(proposedDomainFault, { prefix });
  return { ...row, proposed: prefix, faults: row.faults.map((one) => (isMissing(one) ? { ...one, fault } : one)) };
}

/** Fault of a row without a domain for which one is proposed. */
const proposedDomainFault = 'import.fault.domainProposed';

/** The rows with the domains that are proposed for them in their cells. */
export function withProposals(rows: readonly ImportRow[], { columns }: Pick<Header, 'columns'>): ImportRow[] {
  const at = columns.findIndex((one) => one?.name === 'domain');
  return rows.map((row): ImportRow => {
    const { prefix } = row.faults.find(({ fault }) => fault.key === proposedDomainFault)?.fault.data ?? {};
    if (at < 0 || typeof prefix !== 'string' || isLeftOut(row)) return row;
    const width = Math.max(row.cells.length, at + 1);
    const cells = Array.from({ length: width }, (_none, place) => (place === at ? prefix : (row.cells[place] ?? '')));
    return { ...row, cells, proposal: prefix };
  });
}

/** Marks rows whose customer another import is adding, and new rows whose domain is no longer free. */
async function withTakenRows(
  turn: Turn,
  rows: readonly ImportRow[],
  judged: readonly JudgedRow[],
): Promise<ImportRow[]> {
  return mapLimit(rows, domainsAtOnce, async (row, at) => {
    if (at % domainsAtOnce === 0) await pause();
    return checkTaken(turn, row, judged[at]);
  });
}

async function checkTaken(turn: Turn, row: ImportRow, judged: JudgedRow | undefined): Promise<ImportRow> {
  if (row.state !== 'ready' || judged?.row === undefined) return row;
  for (const key of identityKeys(judged)) {
    const holder = await reservationHolder(turn, key);
    if (holder?.waits === true && judged.row.kind === 'new') return { ...row, record: holder.record };
    if (holder !== undefined) return { ...row, state: 'there', record: holder.record };
  }
  const reason = judged.row.kind === 'existing' ? undefined : await domainFault(turn, judged.row.domain);
  if (reason === undefined) return row;
  return { ...row, state: 'faulty', faults: [{ column: 'domain', fault: refusalFault({ reason }) }] };
}

/** Fault of a taken domain. It is checked again at Submit, so an unavailable answer counts as none here. */
async function domainFault({ partnerCenter }: Turn, domain: string): Promise<FaultReason | undefined> {
  try {
    return await domainRefusal(partnerCenter, domain);
  } catch (error) {
    if (error instanceof PartnerCenterError) return undefined;
    throw error;
  }
}

type FactSources = Pick<Turn, 'partner' | 'partnerCenter' | 'today'>;

/**
 * Facts that the rows of a file are validated with: rules of their countries, and offers only for countries with an
 * order, because reading a catalog may take a thousand calls. May raise PartnerCenterError.
 */
export async function judgingFacts(
  { partner, partnerCenter, today }: FactSources,
  rows: readonly Cells[],
  { dates, kindless }: Pick<ImportHead, 'dates' | 'kindless'>,
): Promise<ImportFacts> {
  const markets = market(partner.country);
  const wanted = new Map<string, boolean>([[partner.country, false]]);
  for (const row of rows) {
    const country = countryOfRow(row, { partner });
    if (markets.includes(country)) wanted.set(country, wanted.get(country) === true || row.orders.length > 0);
  }
  const noNew = addRefusal(partner);
  const countries = new Map(
    await Promise.all(
      [...wanted].map(async ([country, orders]) => [country, await rulesOf(partnerCenter, country, orders)] as const),
    ),
  );
  return {
    partner,
    cloud: cloud(partner.cloud),
    agreementWay: partnerCenter.agreementWay,
    market: markets,
    today,
    resellers: await partnerCenter.resellers(),
    dates,
    ...defined({ kindless, noNewReason: noNew }),
    countries,
  };
}

async function rulesOf(partnerCenter: Turn['partnerCenter'], country: string, orders: boolean) {
  const rules = await partnerCenter.countryRules(country);
  const { offers, sample } = orders ? await partnerCenter.offers(country) : { offers: [], sample: false };
  return { rules, offers, sampleOffers: sample };
}

/** Part of an import's head that summarizes its checked rows. */
type HeadSummary = Pick<
  ImportHead,
  'faulty' | 'alike' | 'leftOut' | 'new' | 'existing' | 'counts' | 'asked' | 'lacking' | 'proposed'
>;

/** Summary of checked rows. */
export function summaryOf(rows: readonly ImportRow[], header: Pick<Header, 'columns'>): HeadSummary {
  const ready = rows.filter(({ state }) => state === 'ready');
  const kept = rows.filter((row) => !isLeftOut(row));
  const withFault = (key: string): number =>
    kept.filter(({ faults }) => faults.some(({ fault }) => fault.key === key)).length;
  const asked = withFault(unclearKindFault);
  const lacking = missingColumns(kept, header);
  const proposed = lacking.includes('domain') ? 0 : withFault(proposedDomainFault);
  const placesOf = (fits: (row: ImportRow) => boolean): number[] => rows.flatMap((row, at) => (fits(row) ? [at] : []));
  const alike = placesOf((row) => row.alike !== undefined && (row.state === 'ready' || isLeftOut(row)));
  const leftOut = placesOf(isLeftOut);
  return {
    faulty: placesOf(({ faults }) => faults.length > 0),
    ...(alike.length === 0 ? {} : { alike }),
    ...(leftOut.length === 0 ? {} : { leftOut }),
    new: ready.filter(({ kind }) => kind === 'new').length,
    existing: ready.filter(({ kind }) => kind === 'existing').length,
    counts: countRows(rows),
    ...(asked === 0 ? {} : { asked }),
    ...(lacking.length === 0 ? {} : { lacking }),
    ...(proposed === 0 ? {} : { proposed }),
  };
}

/** Columns that the file lacks and rows have faults for. */
function missingColumns(rows: readonly ImportRow[], { columns }: Pick<Header, 'columns'>): string[] {
  const there = new Set<string>(['kind', ...columns.flatMap((one) => (one === undefined ? [] : [one.name]))]);
  return [...new Set(rows.flatMap(({ faults }) => faults.map(({ column }) => column)))].filter(
    (column) => !there.has(column),
  );
}
