import { askedKind } from '../../forms/importing/judge.ts';
import type { Header } from '../../forms/importing/header.ts';
import { countRows, type ImportRow } from '../../storage/importRows.ts';
import type { ImportHead } from '../../storage/imports.ts';

/** What an import's head says of its checked rows. */
type Summary = Pick<ImportHead, 'faulty' | 'new' | 'existing' | 'counts' | 'asked' | 'lacking'>;

/** What the check of these rows came to. */
export function summaryOf(rows: readonly ImportRow[], header: Pick<Header, 'columns'>): Summary {
  const ready = rows.filter(({ state }) => state === 'ready');
  const asked = rows.filter(({ faults }) => faults.some(({ fault }) => fault.key === askedKind)).length;
  const lacking = lackingIn(rows, header);
  return {
    faulty: rows.flatMap(({ state }, at) => (state === 'faulty' ? [at] : [])),
    new: ready.filter(({ kind }) => kind === 'new').length,
    existing: ready.filter(({ kind }) => kind === 'existing').length,
    counts: countRows(rows),
    ...(asked === 0 ? {} : { asked }),
    ...(lacking.length === 0 ? {} : { lacking }),
  };
}

/** Columns that the file does not have, and rows have faults for. */
function lackingIn(rows: readonly ImportRow[], { columns }: Pick<Header, 'columns'>): string[] {
  const there = new Set<string>(['kind', ...columns.flatMap((one) => (one === undefined ? [] : [one.name]))]);
  return [...new Set(rows.flatMap(({ faults }) => faults.map(({ column }) => column)))].filter(
    (column) => !there.has(column),
  );
}
