import { faultOf } from '../section.ts';
import { kindOf } from './cells.ts';
import { existingRow } from './existingRow.ts';
import { newRow } from './newRow.ts';
import { faultAt, type Cells, type CellFault, type Found, type ImportFacts, type Judged } from './row.ts';

/** Judges a row by the forms and rules of Add customer, or those of a customer that exists. */
export function judgeRow(cells: Cells, facts: ImportFacts): Judged {
  const kind = kindIn(cells, facts);
  const found = kind === 'new' ? newRow(cells, facts) : existingRow(cells, facts);
  const faults = [
    ...(cells.tooMany ? [faultAt('companyName', faultOf('import.fault.cells'))] : []),
    ...faultsOf(kind, found),
  ];
  const { row, domain, microsoftId, taken = [] } = found;
  return {
    kind: kind === 'new' || kind === 'existing' ? kind : undefined,
    name: cells.of('companyName'),
    domain,
    microsoftId,
    faults,
    ...(faults.length > 0 || row === undefined ? {} : { row, taken }),
  };
}

function faultsOf(kind: ReturnType<typeof kindIn>, found: Found): readonly CellFault[] {
  if (kind === 'asked') return [faultAt('kind', faultOf(askedKind))];
  if (kind === 'unknown')
    return [faultAt('kind', faultOf('import.fault.oneOf', { either: '@cell.new\n@cell.existing' }))];
  return found.faults;
}

/** The fault of a row of which somebody has to say whether it is new. */
export const askedKind = 'import.fault.askedKind';

/**
 * What a row is. One that does not say it, as in the list that Partner Center exports, exists; but with values that only new
 * customers have, and no Microsoft ID, which they do not have, it is asked: nobody is recorded by a guess.
 */
function kindIn(cells: Cells, { kindless }: ImportFacts): 'new' | 'existing' | 'asked' | 'unknown' {
  const typed = cells.of('kind');
  if (typed !== '') {
    const kind = kindOf(typed, cells.languages);
    return kind === 'new' || kind === 'existing' ? kind : 'unknown';
  }
  if (cells.of('microsoftId') !== '') return 'existing';
  return cells.isDetailed || cells.has('kind') ? (kindless ?? 'asked') : 'existing';
}
