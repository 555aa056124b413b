import { maxLines } from '../../partner-center/cart.ts';
import type { Draft } from '../../storage/draft.ts';
import { sections } from '../index.ts';
import { faultOf, type SectionId } from '../section.ts';
import { cellFaults } from './cellFaults.ts';
import { yesOrNo } from './cells.ts';
import { newValues } from './newValues.ts';
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
    const values = newValues(next.id, cells, context, facts.dates);
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

/** What the forms would take for an answer, or leave out, without a word. */
function notUnderstood(cells: Cells): CellFault[] {
  const gdap = yesOrNo(cells.of('gdap'));
  return [
    ...(['', 'true', 'false'].includes(gdap) ? [] : [faultAt('gdap', faultOf('import.fault.choice'))]),
    ...(cells.orders.length > maxLines ? [faultAt('offer', faultOf('import.fault.lines', { n: maxLines }))] : []),
  ];
}
