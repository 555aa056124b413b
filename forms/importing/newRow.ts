import { maxLines } from '../../partner-center/cart.ts';
import type { Cloud } from '../../partner-center/clouds.ts';
import type { Draft, Fault, Values } from '../../storage/draft.ts';
import { valuesOf, type CartRow } from '../cart.ts';
import type { Context } from '../context.ts';
import { sections } from '../index.ts';
import { faultOf, type SectionId } from '../section.ts';
import {
  cultureIn,
  dateIn,
  offerIn,
  planIn,
  qualificationOf,
  resellerIn,
  segmentOf,
  stateIn,
  yesOrNo,
  type DateOrder,
} from './cells.ts';
import { asColumnName, type ColumnName } from './columns.ts';
import { contextFor, countryOfRow, faultAt, type CellFault, type Cells, type Found, type ImportFacts } from './row.ts';

/** What Add customer would be told on its cards; every card is judged, also when one before it has a fault. */
export function newRow(cells: Cells, facts: ImportFacts): Found {
  const nothing = { domain: '', microsoftId: '' };
  if (facts.noNew !== undefined) return { ...nothing, faults: [faultAt('kind', faultOf(facts.noNew))] };
  const country = countryOfRow(cells, facts);
  if (!facts.countries.has(country)) {
    return { ...nothing, faults: [faultAt('country', faultOf('import.fault.country'))] };
  }
  let accepted: Draft['accepted'] = { country: { country } };
  const faults: CellFault[] = [...notUnderstood(cells)];
  const judged = new Set<SectionId>(['country']);
  for (;;) {
    const context = contextFor(facts, accepted);
    const next = sections(context).find(({ id }) => !judged.has(id));
    if (next === undefined) break;
    judged.add(next.id);
    const values = valuesFor(next.id, cells, context, facts.dates);
    const parsed = next.parse(next.take(values, values, context), context);
    if ('faults' in parsed) faults.push(...cellFaults(next.id, parsed.faults, cells));
    accepted = { ...accepted, [next.id]: 'answers' in parsed ? parsed.answers : values };
  }
  const domain = `${accepted['company']?.['domainPrefix'] ?? ''}${facts.cloud.suffix}`;
  return { domain, microsoftId: '', faults, row: { kind: 'new', domain, accepted: answered(accepted, facts) } };
}

/** The country is no answer where the market is one: the conversation does not ask it either. */
function answered(accepted: Draft['accepted'], facts: ImportFacts): Draft['accepted'] {
  if (facts.market.length > 1) return accepted;
  const { country: _country, ...others } = accepted;
  return others;
}

const direct = [
  'companyName',
  'addressLine1',
  'addressLine2',
  'city',
  'postalCode',
  'registrationNumber',
  'organizationPhone',
] as const;

/** What stands in a section's inputs, were the row typed into them. */
function valuesFor(id: SectionId, cells: Cells, context: Context, dates: DateOrder): Values {
  if (id === 'company') return company(cells, context);
  if (id === 'qualification') {
    return filled({
      educationSegment: segmentOf(cells.of('educationSegment')),
      website: cells.of('website'),
      validationCode: cells.of('validationCode'),
    });
  }
  if (id === 'contact') return person(cells, 'firstName', 'lastName', 'email', 'phoneNumber');
  if (id === 'signer') return person(cells, ...signerColumns);
  if (id === 'agreement') {
    return filled({
      accepted: yesOrNo(cells.of('accepted')),
      dateAccepted: dateIn(cells.of('dateAccepted'), dates),
      signer: signerColumns.some((name) => cells.of(name) !== '') ? 'other' : 'contact',
    });
  }
  if (id === 'reseller') return filled({ reseller: resellerIn(context.resellers)(cells.of('reseller')) });
  return id === 'subscriptions' ? order(cells, context) : {};
}

const signerColumns = ['signerFirstName', 'signerLastName', 'signerEmail', 'signerPhoneNumber'] as const;

function company(cells: Cells, { rules, cloud }: Context): Values {
  const or = (value: string, preset: string): string => (value === '' ? preset : value);
  return filled({
    ...Object.fromEntries(direct.map((name) => [name, cells.of(name)])),
    domainPrefix: prefixOf(cells.of('domain'), cloud),
    state: rules.states.length > 0 ? stateIn(rules.states)(cells.of('state')) : cells.of('state'),
    culture: cultureIn(rules.cultures)(or(cells.of('culture'), rules.defaultCulture)),
    qualification: qualificationOf(or(cells.of('qualification'), 'none')),
    gdap: yesOrNo(or(cells.of('gdap'), 'true')),
  });
}

const prefixOf = (domain: string, { suffix }: Cloud): string => {
  const lower = domain.trim().replace(/^@/, '').toLowerCase();
  return lower.endsWith(suffix) ? lower.slice(0, -suffix.length) : domain;
};

type PersonColumns = readonly [ColumnName, ColumnName, ColumnName, ColumnName];

const person = (cells: Cells, ...[first, last, mail, phone]: PersonColumns): Values =>
  filled({ firstName: cells.of(first), lastName: cells.of(last), email: cells.of(mail), phoneNumber: cells.of(phone) });

/** An empty cell is an input that was left out. */
const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

function order({ orders }: Cells, { offers }: Context): Values {
  return valuesOf(
    orders.map(({ offer, billing, quantity }): CartRow => {
      const offerId = offerIn(offers)(offer);
      const known = offers.find(({ id }) => id === offerId);
      const plan = known === undefined || billing === '' ? '' : planIn(known)(billing);
      return { offerId, plan, count: quantity };
    }),
  );
}

/** What the forms would take for an answer, or leave out, without a word. */
function notUnderstood(cells: Cells): CellFault[] {
  const gdap = yesOrNo(cells.of('gdap'));
  return [
    ...(['', 'true', 'false'].includes(gdap) ? [] : [faultAt('gdap', faultOf('import.fault.choice'))]),
    ...(cells.orders.length > maxLines ? [faultAt('offer', faultOf('import.fault.lines', { n: maxLines }))] : []),
  ];
}

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
function cellFaults(id: SectionId, faults: Readonly<Record<string, Fault>>, cells: Cells): CellFault[] {
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
