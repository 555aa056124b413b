import * as z from 'zod';
import { normalHost } from '../../partner-center/rules/companyIdentity.ts';
import type { Values } from '../../model/draft.ts';
import { parseAnswer, text } from '../field.ts';
import { personFields } from '../contactSection.ts';
import { newFault } from '../section.ts';
import { readRelationship } from './cellReaders.ts';
import { columnOfInput } from './inputColumns.ts';
import {
  rowContext,
  countryFault,
  countryOfRow,
  faultAt,
  type CellFault,
  type Cells,
  type RowResult,
  type ImportFacts,
} from './row.ts';

const companyName = text(255);
const guid = z.guid();
const wholeDomain = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;
const relationships = ['reseller', 'none', 'invited'] as const;

/** Judges an existing customer's row: its name, and its domain or Microsoft ID; rules for new names do not apply. */
export function judgeExistingRow(cells: Cells, facts: ImportFacts): RowResult {
  const name = parseAnswer(companyName, cells.of('companyName'));
  const domain = rowDomain(cells, facts);
  const microsoftId = cells
    .of('microsoftId')
    .replace(/^\{(.*)\}$/, '$1')
    .toLowerCase();
  const relationship = rowRelationship(cells);
  const country = countryOfRow(cells, facts);
  const contact = facts.countries.has(country) ? rowContact(cells, facts, country) : undefined;
  const faults: CellFault[] = [
    ...(name.fault === undefined ? [] : [faultAt('companyName', name.fault)]),
    ...(domain === '' || wholeDomain.test(domain) ? [] : [faultAt('domain', newFault('import.fault.domain'))]),
    ...(domain + microsoftId === '' ? [faultAt('domain', newFault('import.fault.unidentified'))] : []),
    ...(microsoftId === '' || guid.safeParse(microsoftId).success
      ? []
      : [faultAt('microsoftId', newFault('import.fault.microsoftId'))]),
    ...(relationship === undefined
      ? [
          faultAt(
            'relationship',
            newFault('import.fault.oneOf', { either: '@cell.reseller\n@cell.none\n@cell.invited' }),
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

/** The whole domain; a prefix alone gets the cloud's suffix. */
function rowDomain(cells: Cells, { cloud }: ImportFacts): string {
  const typed = normalHost(cells.of('domain'));
  return typed === '' || typed.includes('.') ? typed : typed + cloud.suffix;
}

/** The relationship that the row says, and none where it says nothing: nobody is known to have sent an invitation. */
function rowRelationship(cells: Cells): (typeof relationships)[number] | undefined {
  const typed = cells.of('relationship');
  if (typed === '') return 'none';
  const meant = readRelationship(typed, cells.languages);
  return relationships.find((one) => one === meant);
}

interface RowContact {
  readonly faults: readonly CellFault[];
  readonly answers?: Values;
}

/** The row's contact, each cell judged by its own rule; an existing customer needs none of them. */
function rowContact(cells: Cells, facts: ImportFacts, country: string): RowContact {
  const fields = personFields(rowContext(facts, { country: { country } }));
  const faults: CellFault[] = [];
  const answers: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const column = columnOfInput('contact', name);
    if (column === undefined || cells.of(column) === '') continue;
    const { answer, fault } = parseAnswer(field, cells.of(column));
    if (fault !== undefined) faults.push(faultAt(column, fault));
    else if (answer !== undefined) answers[name] = answer;
  }
  return { faults, ...(Object.keys(answers).length === 0 ? {} : { answers }) };
}
