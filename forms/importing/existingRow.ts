import * as z from 'zod';
import { normalHost } from '../../partner-center/domainPrefix.ts';
import type { Values } from '../../storage/draft.ts';
import { read, text } from '../field.ts';
import { personFields } from '../person.ts';
import { faultOf } from '../section.ts';
import { relationshipOf } from './cells.ts';
import {
  contextFor,
  countryFault,
  countryOfRow,
  faultAt,
  type CellFault,
  type Cells,
  type Found,
  type ImportFacts,
} from './row.ts';

const companyName = text(255);
const guid = z.guid();
const wholeDomain = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;
const relationships = ['reseller', 'none', 'invited'] as const;

/** A customer that exists: its name, and its domain or Microsoft ID. Names are not judged as new ones are. */
export function existingRow(cells: Cells, facts: ImportFacts): Found {
  const name = read(companyName, cells.of('companyName'));
  const domain = domainOf(cells, facts);
  const microsoftId = cells
    .of('microsoftId')
    .replace(/^\{(.*)\}$/, '$1')
    .toLowerCase();
  const relationship = relationshipIn(cells, facts);
  const country = countryOfRow(cells, facts);
  const contact = facts.countries.has(country) ? contactOf(cells, facts, country) : undefined;
  const faults: CellFault[] = [
    ...(name.fault === undefined ? [] : [faultAt('companyName', name.fault)]),
    ...(domain === '' || wholeDomain.test(domain) ? [] : [faultAt('domain', faultOf('import.fault.domain'))]),
    ...(domain + microsoftId === '' ? [faultAt('domain', faultOf('import.fault.unidentified'))] : []),
    ...(microsoftId === '' || guid.safeParse(microsoftId).success
      ? []
      : [faultAt('microsoftId', faultOf('import.fault.microsoftId'))]),
    ...(relationship === undefined
      ? [
          faultAt(
            'relationship',
            faultOf('import.fault.oneOf', { either: '@cell.reseller\n@cell.none\n@cell.invited' }),
          ),
        ]
      : []),
    ...(contact === undefined ? [faultAt('country', countryFault(cells, facts))] : contact.faults),
  ];
  const accepted = {
    country: { country },
    company: { companyName: name.answer ?? '' },
    ...(contact?.answers === undefined ? {} : { contact: contact.answers }),
  };
  return {
    domain,
    microsoftId,
    faults,
    row: {
      kind: 'existing',
      companyName: name.answer ?? '',
      domain,
      microsoftId,
      relationship: relationship ?? 'none',
      accepted,
    },
  };
}

/** The whole domain; a prefix alone is one of the cloud's. */
function domainOf(cells: Cells, { cloud }: ImportFacts): string {
  const typed = normalHost(cells.of('domain'));
  return typed === '' || typed.includes('.') ? typed : typed + cloud.suffix;
}

function relationshipIn(cells: Cells, { cloud }: ImportFacts): (typeof relationships)[number] | undefined {
  const typed = cells.of('relationship');
  if (typed === '') return cloud.invitation ? 'invited' : 'none';
  const meant = relationshipOf(typed, cells.languages);
  return relationships.find((one) => one === meant);
}

interface Contact {
  readonly faults: readonly CellFault[];
  readonly answers?: Values;
}

const contactColumns = ['firstName', 'lastName', 'email', 'phoneNumber'] as const;

/** What the row says of the contact, each by its own rule: of a customer that exists, none of it is needed. */
function contactOf(cells: Cells, facts: ImportFacts, country: string): Contact {
  const fields = personFields(contextFor(facts, { country: { country } }));
  const faults: CellFault[] = [];
  const answers: Record<string, string> = {};
  for (const column of contactColumns) {
    const typed = cells.of(column);
    if (typed === '') continue;
    const { answer, fault } = read(fields[column], typed);
    if (fault !== undefined) faults.push(faultAt(column, fault));
    else if (answer !== undefined) answers[column] = answer;
  }
  return { faults, ...(Object.keys(answers).length === 0 ? {} : { answers }) };
}
