import { newFault } from '../section.ts';
import { readKind } from './cellReaders.ts';
import { judgeExistingRow } from './judgeExistingRow.ts';
import { judgeNewRow } from './judgeNewRow.ts';
import { faultAt, type Cells, type CellFault, type RowResult, type ImportFacts, type JudgedRow } from './row.ts';

/** Judges a row: a new customer by the forms of Add customer, an existing one by its own rules. */
export function judgeRow(cells: Cells, facts: ImportFacts): JudgedRow {
  const kind = rowKind(cells, facts);
  const found = kind === 'new' ? judgeNewRow(cells, facts) : judgeExistingRow(cells, facts);
  const faults = [
    ...(cells.tooMany ? [faultAt('companyName', newFault('import.fault.cells'))] : []),
    ...kindFaults(kind, found),
  ];
  const { row, domain, microsoftId, taken = [], ignored = [] } = found;
  return {
    kind: kind === 'new' || kind === 'existing' ? kind : undefined,
    name: cells.of('companyName'),
    domain,
    microsoftId,
    faults,
    ...(faults.length > 0 || row === undefined ? {} : { row, taken, ignored }),
  };
}

function kindFaults(kind: ReturnType<typeof rowKind>, found: RowResult): readonly CellFault[] {
  if (kind === 'asked') return [faultAt('kind', newFault(unclearKindFault))];
  if (kind === 'unknown')
    return [faultAt('kind', newFault('import.fault.oneOf', { either: '@cell.new\n@cell.existing' }))];
  return found.faults;
}

/** The fault of a row that may be new or existing: the partner has to say which. */
export const unclearKindFault = 'import.fault.askedKind';

/**
 * The kind of a row. A row that does not state it, as in Partner Center's export, is an existing customer; but one with
 * values that only new customers have, and without a Microsoft ID, is asked about: nobody is recorded by a guess.
 */
function rowKind(cells: Cells, { kindless }: ImportFacts): 'new' | 'existing' | 'asked' | 'unknown' {
  const typed = cells.of('kind');
  if (typed !== '') {
    const kind = readKind(typed, cells.languages);
    return kind === 'new' || kind === 'existing' ? kind : 'unknown';
  }
  if (cells.of('microsoftId') !== '') return 'existing';
  return cells.isDetailed || cells.has('kind') ? (kindless ?? 'asked') : 'existing';
}
