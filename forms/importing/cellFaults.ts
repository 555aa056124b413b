import type { Fault } from '../../storage/draft.ts';
import { faultOf, type SectionId } from '../section.ts';
import { asColumnName, type ColumnName } from './columns.ts';
import { faultAt, type CellFault, type Cells } from './row.ts';

/** Columns whose names are not the inputs'. */
const otherNames: Readonly<Partial<Record<SectionId, Readonly<Record<string, ColumnName>>>>> = {
  company: { domainPrefix: 'domain' },
  signer: {
    firstName: 'signerFirstName',
    lastName: 'signerLastName',
    email: 'signerEmail',
    phoneNumber: 'signerPhoneNumber',
  },
};

/** A section's faults as those of the cells its values came from. */
export function cellFaults(id: SectionId, faults: Readonly<Record<string, Fault>>, cells: Cells): CellFault[] {
  return Object.entries(faults).map(([input, fault]) => {
    if (id === 'subscriptions') return orderFault(input, fault, cells);
    const column = otherNames[id]?.[input] ?? asColumnName(input) ?? 'companyName';
    return faultAt(column, inFile(column, fault, cells.of(column)));
  });
}

/** A fault in words that fit a file: nothing can be chosen there. */
function inFile(column: ColumnName, fault: Fault, cell: string): Fault {
  if (column === 'reseller') return faultOf('import.fault.reseller');
  if (fault.key === 'fault.choice') return faultOf(cell === '' ? 'fault.required' : 'import.fault.choice');
  return fault.key === 'fault.date' && cell !== '' ? faultOf('import.fault.date') : fault;
}

function orderFault(input: string, fault: Fault, { orders }: Cells): CellFault {
  const line = orders[Number(input.replace('count-', ''))]?.line ?? 0;
  if (fault.key.startsWith('fault.cart.quantity')) return faultAt('quantity', fault, line);
  return fault.key === 'fault.cart.unknown-plan' ? faultAt('billing', fault, line) : faultAt('offer', fault, line);
}
