import { faultOf } from '../section.ts';
import { kindOf } from './cells.ts';
import { existingRow } from './existingRow.ts';
import { newRow } from './newRow.ts';
import { faultAt, type Cells, type ImportFacts, type Judged } from './row.ts';

/** Judges a row by the forms and rules of Add customer, or those of a customer that exists. */
export function judgeRow(cells: Cells, facts: ImportFacts): Judged {
  // Without the column the file is a list of customers that exist, as Partner Center exports it.
  const kind = cells.has('kind') ? kindOf(cells.of('kind')) : 'existing';
  const found = kind === 'new' ? newRow(cells, facts) : existingRow(cells, facts);
  const known = kind === 'new' || kind === 'existing' ? kind : undefined;
  const faults = [
    ...(cells.tooMany ? [faultAt('companyName', faultOf('import.fault.cells'))] : []),
    ...(known === undefined ? [faultAt('kind', faultOf('import.fault.kind'))] : found.faults),
  ];
  const { row, domain, microsoftId } = found;
  return {
    kind: known,
    name: cells.of('companyName'),
    domain,
    microsoftId,
    faults,
    ...(faults.length > 0 || row === undefined ? {} : { row }),
  };
}
