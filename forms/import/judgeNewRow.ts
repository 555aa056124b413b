import { maxLines } from '../../partner-center/rules/cart.ts';
import type { Offer } from '../../partner-center/rules/catalog.ts';
import type { Draft, Values } from '../../model/draft.ts';
import { type CartRow, cartValues, newCartRow } from '../cartRows.ts';
import type { Context } from '../context.ts';
import { sections } from '../sections.ts';
import { newFault, type Section, type SectionId } from '../section.ts';
import { cellFaults } from './cellFaults.ts';
import { findOffer, planReader, readYesNo } from './cellReaders.ts';
import { agreementColumns, type ColumnName } from './columns.ts';
import { cellValues, columnsOfInputs, hasInputs, inputColumnNames } from './inputColumns.ts';
import {
  type AppliedDefault,
  type CellFault,
  type Cells,
  countryFault,
  countryOfRow,
  faultAt,
  type ImportFacts,
  rowContext,
  type RowResult,
} from './row.ts';
import { signerField } from '../agreementSection.ts';
import type { DateOrder } from '../typedText.ts';

/** Judges a row as the cards of Add customer would; every section is judged, even after one with a fault. */
export function judgeNewRow(cells: Cells, facts: ImportFacts): RowResult {
  const nothing = { domain: '', microsoftId: '' };
  if (facts.noNewReason !== undefined) return { ...nothing, faults: [faultAt('kind', newFault(facts.noNewReason))] };
  const country = countryOfRow(cells, facts);
  if (!facts.countries.has(country)) {
    return { ...nothing, faults: [faultAt('country', countryFault(cells, facts)), ...otherFaults(cells, facts)] };
  }
  return judgeRowOf(country, cells, facts);
}

/** Columns that are judged alike in every country. */
const countryless: ReadonlySet<ColumnName> = new Set<ColumnName>([
  'companyName',
  'domain',
  'gdap',
  'firstName',
  'lastName',
  'email',
  'accepted',
  'dateAccepted',
  'signerFirstName',
  'signerLastName',
  'signerEmail',
  'reseller',
  'quantity',
]);

/** The faults of a row that it has whatever its country is, so that a file is put right at once. */
function otherFaults(cells: Cells, facts: ImportFacts): readonly CellFault[] {
  const { partner, countries } = facts;
  const country = countries.has(partner.country) ? partner.country : [...countries.keys()][0];
  if (country === undefined) return [];
  return judgeRowOf(country, cells, facts).faults.filter(({ column }) => countryless.has(column));
}

/** Judges every section of a row as one of a customer in that country. */
function judgeRowOf(country: string, cells: Cells, facts: ImportFacts): RowResult {
  let accepted: Draft['accepted'] = { country: { country } };
  const faults: CellFault[] = [...unreadableCells(cells)];
  const judged = new Set<SectionId>(['country']);
  const used = new Set<ColumnName>();
  for (;;) {
    const context = { ...rowContext(facts, accepted), ...numberLocale(cells) };
    const next = sections(context).find(({ id }) => !judged.has(id));
    if (next === undefined) break;
    judged.add(next.id);
    const values = { ...emptyCellValues(next, context), ...sectionValues(next.id, cells, context, facts.dates) };
    const asked = next.readInputs(values, values, context);
    for (const column of columnsOfInputs(next.id, Object.keys(asked))) used.add(column);
    const parsed = next.parse(asked, context);
    if ('faults' in parsed) faults.push(...cellFaults(next.id, parsed.faults, cells, context));
    accepted = { ...accepted, [next.id]: 'answers' in parsed ? parsed.answers : values };
  }
  const domain = `${accepted['company']?.['domainPrefix'] ?? ''}${facts.cloud.suffix}`;
  const taken = orderDefaults(cells, facts.countries.get(country)?.offers ?? []);
  return {
    domain,
    microsoftId: '',
    faults,
    taken,
    ignored: notAsked(cells, used),
    row: { kind: 'new', domain, accepted: withoutSoleCountry(accepted, facts) },
  };
}

/**
 * Columns with values that no card asks for such a customer. Those of the agreement are not among them: the whole file's
 * are spoken of at once.
 */
const notAsked = (cells: Cells, used: ReadonlySet<ColumnName>): ColumnName[] =>
  inputColumnNames.filter((name) => !used.has(name) && !agreementColumns.includes(name) && cells.of(name) !== '');

/** Values of empty cells: the section's defaults, but never an acceptance. */
function emptyCellValues(section: Section, context: Context): Values {
  const { accepted: _accepted, dateAccepted: _day, ...others } = section.defaults(context);
  return others;
}

/** The defaults applied to empty cells of the row's orders. */
const orderDefaults = ({ orders }: Cells, offers: readonly Offer[]): AppliedDefault[] =>
  orders.flatMap((cells) => {
    const offer = findOffer(offers, cells.offer);
    if (offer === undefined) return [];
    const { line } = cells;
    const [plan] = offer.plans;
    const { count } = newCartRow(offer);
    return [
      ...(cells.billing === '' && plan !== undefined && offer.plans.length > 1
        ? [{ column: 'billing', line, value: `${plan.term} ${plan.billing}` } as const]
        : []),
      ...(cells.quantity === '' && count !== '' ? [{ column: 'quantity', line, value: count } as const] : []),
    ];
  });

/** The locale of the file's numbers, where its header is in one language. */
const numberLocale = ({ languages: [one, ...others] }: Cells): Pick<Context, 'locale'> =>
  one === undefined || others.length > 0 ? {} : { locale: one };

/** The answers without the country where the market is one country: the conversation does not ask it either. */
function withoutSoleCountry(accepted: Draft['accepted'], facts: ImportFacts): Draft['accepted'] {
  if (facts.market.length > 1) return accepted;
  const { country: _country, ...others } = accepted;
  return others;
}

/** Faults of cells that the forms would silently misread or leave out. */
function unreadableCells(cells: Cells): CellFault[] {
  const gdap = readYesNo(cells.of('gdap'), cells.languages);
  return [
    ...(['', 'true', 'false'].includes(gdap)
      ? []
      : [faultAt('gdap', newFault('import.fault.oneOf', { either: '@form.yes\n@form.no' }))]),
    ...(cells.orders.length > maxLines ? [faultAt('offer', newFault('import.fault.lines', { n: maxLines }))] : []),
  ];
}

/** The values of a section's inputs, as if the row were typed into them. */
function sectionValues(id: SectionId, cells: Cells, context: Context, dates: DateOrder): Values {
  if (id === 'subscriptions') return orderValues(cells, context);
  const values = cellValues(id, cells, { context, dates });
  if (id !== 'agreement') return values;
  return { ...values, [signerField(context)]: hasInputs('signer', cells) ? 'other' : 'contact' };
}

/** The order's lines; empty cells get the cart's defaults for the offer. */
function orderValues({ orders, languages }: Cells, { offers }: Context): Values {
  return cartValues(
    orders.map(({ offer: typed, billing, quantity }): CartRow => {
      const offer = findOffer(offers, typed);
      if (offer === undefined) return { offerId: typed, plan: '', count: quantity };
      const preset = newCartRow(offer);
      return {
        offerId: offer.id,
        plan: billing === '' ? preset.plan : planReader(offer)(billing, languages),
        count: quantity === '' ? preset.count : quantity,
      };
    }),
  );
}
