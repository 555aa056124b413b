import { maxLines } from '../../partner-center/cart.ts';
import type { Offer } from '../../partner-center/offer.ts';
import type { Draft, Values } from '../../storage/draft.ts';
import { newRow as newRowOf } from '../cart.ts';
import type { Context } from '../context.ts';
import { sections } from '../index.ts';
import { faultOf, type Section, type SectionId } from '../section.ts';
import { cellFaults } from './cellFaults.ts';
import { offerIn, yesOrNo } from './cells.ts';
import { newValues } from './newValues.ts';
import {
  contextFor,
  countryFault,
  countryOfRow,
  faultAt,
  type CellFault,
  type Cells,
  type Found,
  type ImportFacts,
  type Taken,
} from './row.ts';

/** What Add customer would be told on its cards; every card is judged, also when one before it has a fault. */
export function newRow(cells: Cells, facts: ImportFacts): Found {
  const nothing = { domain: '', microsoftId: '' };
  if (facts.noNew !== undefined) return { ...nothing, faults: [faultAt('kind', faultOf(facts.noNew))] };
  const country = countryOfRow(cells, facts);
  if (!facts.countries.has(country)) {
    return { ...nothing, faults: [faultAt('country', countryFault(cells, facts))] };
  }
  let accepted: Draft['accepted'] = { country: { country } };
  const faults: CellFault[] = [...notUnderstood(cells)];
  const judged = new Set<SectionId>(['country']);
  for (;;) {
    const context = { ...contextFor(facts, accepted), ...numbersOf(cells) };
    const next = sections(context).find(({ id }) => !judged.has(id));
    if (next === undefined) break;
    judged.add(next.id);
    const values = { ...presets(next, context), ...newValues(next.id, cells, context, facts.dates) };
    const parsed = next.parse(next.take(values, values, context), context);
    if ('faults' in parsed) faults.push(...cellFaults(next.id, parsed.faults, cells, context));
    accepted = { ...accepted, [next.id]: 'answers' in parsed ? parsed.answers : values };
  }
  const domain = `${accepted['company']?.['domainPrefix'] ?? ''}${facts.cloud.suffix}`;
  const taken = takenIn(cells, facts.countries.get(country)?.offers ?? []);
  return { domain, microsoftId: '', faults, taken, row: { kind: 'new', domain, accepted: answered(accepted, facts) } };
}

/** What a cell that is left empty is taken as: what the card begins with, but never an acceptance. */
function presets(section: Section, context: Context): Values {
  const { accepted: _accepted, ...others } = section.defaults(context);
  return others;
}

/** What the row's orders leave out. */
const takenIn = ({ orders }: Cells, offers: readonly Offer[]): Taken[] =>
  orders.flatMap((cells) => {
    const offer = offerIn(offers, cells.offer);
    if (offer === undefined) return [];
    const { line } = cells;
    const [plan] = offer.plans;
    const { count } = newRowOf(offer);
    return [
      ...(cells.billing === '' && plan !== undefined && offer.plans.length > 1
        ? [{ column: 'billing', line, value: `${plan.term} ${plan.billing}` } as const]
        : []),
      ...(cells.quantity === '' && count !== '' ? [{ column: 'quantity', line, value: count } as const] : []),
    ];
  });

/** How the file writes numbers, where its header is in one language. */
const numbersOf = ({ languages: [one, ...others] }: Cells): Pick<Context, 'locale'> =>
  one === undefined || others.length > 0 ? {} : { locale: one };

/** The country is no answer where the market is one: the conversation does not ask it either. */
function answered(accepted: Draft['accepted'], facts: ImportFacts): Draft['accepted'] {
  if (facts.market.length > 1) return accepted;
  const { country: _country, ...others } = accepted;
  return others;
}

/** What the forms would take for an answer, or leave out, without a word. */
function notUnderstood(cells: Cells): CellFault[] {
  const gdap = yesOrNo(cells.of('gdap'), cells.languages);
  return [
    ...(['', 'true', 'false'].includes(gdap)
      ? []
      : [faultAt('gdap', faultOf('import.fault.oneOf', { either: '@form.yes\n@form.no' }))]),
    ...(cells.orders.length > maxLines ? [faultAt('offer', faultOf('import.fault.lines', { n: maxLines }))] : []),
  ];
}
