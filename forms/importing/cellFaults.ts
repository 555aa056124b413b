import type { Fault } from '../../storage/draft.ts';
import type { Context } from '../context.ts';
import { faultOf, type SectionId } from '../section.ts';
import { acceptedOf, offerIn } from './cells.ts';
import { asColumnName, type ColumnName } from './columns.ts';
import { meantOffers } from './meantOffers.ts';
import { faultAt, type CellFault, type Cells, type OrderCells } from './row.ts';

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

/** A section's faults as those of the cells its values came from, in words that fit a file. */
export function cellFaults(
  id: SectionId,
  faults: Readonly<Record<string, Fault>>,
  cells: Cells,
  context: Context,
): CellFault[] {
  return Object.entries(faults).map(([input, fault]) => {
    if (id === 'subscriptions') return orderFault(input, fault, cells, context);
    const column = otherNames[id]?.[input] ?? asColumnName(input) ?? 'companyName';
    return faultAt(column, inFile(column, fault, cells, context));
  });
}

/** Nothing can be chosen or ticked in a file: what can be written there instead. */
function inFile(column: ColumnName, fault: Fault, cells: Cells, context: Context): Fault {
  const cell = cells.of(column);
  if (column === 'reseller') return faultOf('import.fault.reseller');
  if (column === 'accepted') return acceptanceFault(cells);
  if (fault.key === 'fault.choice') {
    if (cell === '') return faultOf('fault.required');
    const either = possible(column, context);
    return either.length === 0
      ? faultOf('import.fault.choice')
      : faultOf('import.fault.oneOf', { either: either.join('\n') });
  }
  return fault.key === 'fault.date' && cell !== '' ? faultOf('import.fault.date') : fault;
}

/** What a column may say: words of a cell by their keys, and texts that are the same in every language. */
function possible(column: ColumnName, { rules }: Context): readonly string[] {
  if (column === 'state') return rules.states.map((state) => `state:${rules.country} ${state}`);
  if (column === 'culture') return rules.cultures.map((culture) => `culture:${culture}`);
  if (column === 'educationSegment') return ['@qualification.K12', '@qualification.HigherEducation'];
  if (column !== 'qualification') return [];
  return ['@qualification.none', '@qualification.education', '@qualification.governmentCommunityCloud'];
}

function acceptanceFault(cells: Cells): Fault {
  const cell = cells.of('accepted');
  const isUnderstood = cell === '' || acceptedOf(cell, cells.languages) === 'false';
  return faultOf(isUnderstood ? 'import.fault.notAccepted' : 'import.fault.accepted');
}

function orderFault(input: string, fault: Fault, { orders }: Cells, context: Context): CellFault {
  const cells = orders[Number(input.replace('count-', ''))];
  const line = cells?.line ?? 0;
  if (fault.key.startsWith('fault.cart.quantity')) return faultAt('quantity', fault, line);
  if (fault.key === 'fault.cart.unknown-plan') return faultAt('billing', planFault(cells, context), line);
  return faultAt('offer', fault.key === 'fault.cart.unknown-offer' ? offerFault(cells, context) : fault, line);
}

function planFault(cells: OrderCells | undefined, { offers }: Context): Fault {
  const plans = offerIn(offers, cells?.offer ?? '')?.plans ?? [];
  return faultOf('import.fault.billing', {
    either: plans.map(({ term, billing }) => `plan:${term} ${billing}`).join('\n'),
  });
}

function offerFault(cells: OrderCells | undefined, { offers }: Context): Fault {
  if (cells === undefined || cells.offer === '') return faultOf('fault.required');
  const meant = meantOffers(offers, cells.offer);
  return meant.length === 0
    ? faultOf('import.fault.offer')
    : faultOf('import.fault.offerMeant', { either: meant.join('\n') });
}
