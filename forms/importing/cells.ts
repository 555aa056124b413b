import { locales } from '../../locales/translator.ts';
import { words, type MessageKey, type Words } from '../../locales/words.ts';
import { planWords } from '../../cards/cartCard.ts';
import { countryName, languageName } from '../../partner-center/countries.ts';
import type { Offer } from '../../partner-center/offer.ts';
import { once } from '../../partner-center/once.ts';
import type { Reseller } from '../../partner-center/partner.ts';
import { compared } from '../../storage/folded.ts';
import { kept } from '../kept.ts';
import { noReseller } from '../reseller.ts';
import { alternatives } from './columns.ts';

/** Reads what a cell means; a text that means nothing is given back, for the form to refuse. */
type Reader = (cell: string) => string;

/** What a person sees in a cell: no apostrophe that keeps a spreadsheet from computing, as our own files have. */
export const cellText = (cell: string): string => cell.replace(/^'(?=[\s\p{C}]*[=+\-@＝＋－＠]|[\t\r\n])/u, '').trim();

/** A value, and what else it is called. */
interface Named {
  readonly value: string;
  readonly names: readonly string[];
}

/** Understands these values by themselves and by any of their names. */
function reader(values: readonly Named[]): Reader {
  const known = new Map(
    values.flatMap(({ value, names }) => [value, ...names].map((name) => [compared(name), value] as const)),
  );
  return (cell) => known.get(compared(cell)) ?? cell;
}

const everywhere = (name: (words: Words) => string): string[] => locales.map((locale) => name(words(locale)));

const said = (key: MessageKey): string[] => everywhere((one) => one.say(key)).flatMap(alternatives);

function choiceOf(keys: Readonly<Record<string, readonly MessageKey[]>>): Reader {
  const read = once(() => reader(Object.entries(keys).map(([value, own]) => ({ value, names: own.flatMap(said) }))));
  return (cell) => read()(cell);
}

/** `new`, `existing`. */
export const kindOf = choiceOf({ new: ['cell.new'], existing: ['cell.existing'] });

/** `true`, `false`. */
export const yesOrNo = choiceOf({ true: ['cell.yes', 'form.yes'], false: ['cell.no', 'form.no'] });

/** `reseller`, `none`, `invited`. */
export const relationshipOf = choiceOf({
  reseller: ['cell.reseller'],
  none: ['cell.none'],
  invited: ['cell.invited'],
});

export const qualificationOf = choiceOf({
  none: ['qualification.none', 'cell.none'],
  education: ['qualification.education'],
  governmentCommunityCloud: ['qualification.governmentCommunityCloud'],
});

export const segmentOf = choiceOf({ K12: ['qualification.K12'], HigherEducation: ['qualification.HigherEducation'] });

/** A country's code, by itself or by its name in any of the languages. */
export const countryIn = kept((market: readonly string[]) =>
  reader(market.map((code) => ({ value: code, names: everywhere(({ locale }) => countryName(code, locale)) }))),
);

/** A culture such as fr-CA, by itself or by its name in any of the languages. */
export const cultureIn = kept((cultures: readonly string[]) =>
  reader(
    cultures.map((culture) => ({ value: culture, names: everywhere((one) => languageName(culture, one.locale)) })),
  ),
);

/** A state's code, whatever its case. */
export const stateIn = kept((states: readonly string[]) => reader(states.map((value) => ({ value, names: [] }))));

/** A reseller's tenant id, by itself, the MPN ID or the name; `none` for none. */
export const resellerIn = kept((resellers: readonly Reseller[]) =>
  reader([
    ...resellers.map(({ tenantId, mpnId, name }) => ({ value: tenantId, names: [mpnId, name] })),
    { value: noReseller, names: [...said('cell.none'), ...said('reseller.none')] },
  ]),
);

/** An offer's id, by itself or by the whole name; only what a new customer can order. The first of one name counts. */
export const offerIn = kept((offers: readonly Offer[]) =>
  reader(
    offers
      .filter(({ segment }) => segment === 'commercial')
      .toReversed()
      .map(({ id, name }) => ({ value: id, names: [name] })),
  ),
);

/** The place of an offer's plan, by its term and billing, or by the billing alone where that says enough. */
export const planIn = kept((offer: Offer) =>
  reader(
    offer.plans.flatMap((plan, index) => {
      const sole = offer.plans.filter(({ billing }) => billing === plan.billing).length === 1;
      const billing =
        plan.billing === 'none' ? [] : [plan.billing, ...everywhere((one) => one.say(`billing.${plan.billing}`))];
      return [
        { value: String(index), names: everywhere((one) => planWords(plan, one)) },
        { value: String(index), names: [`${plan.term} ${plan.billing}`, ...(sole ? billing : [])] },
      ];
    }),
  ),
);

/** How dates with slashes are written: day or month first. */
export type DateOrder = 'dmy' | 'mdy';

const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** The order in which a file's dates with slashes are written, where one of them says so; undefined when none does, or they disagree. */
export function dateOrderOf(cells: readonly string[]): DateOrder | undefined {
  const parts = cells.flatMap((cell) => {
    const [, first, second] = slashed.exec(cellText(cell)) ?? [];
    return first === undefined || second === undefined ? [] : [[Number(first), Number(second)] as const];
  });
  const dayFirst = parts.some(([first]) => first > 12);
  const monthFirst = parts.some(([, second]) => second > 12);
  if (dayFirst === monthFirst) return undefined;
  return dayFirst ? 'dmy' : 'mdy';
}

/** Is this a date that reads differently where the month comes first? */
export const hasSlashes = (cell: string): boolean => slashed.test(cellText(cell));

const iso = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** A date as `yyyy-mm-dd`: the year first, or days with points, or slashes in that order. */
export function dateIn(cell: string, order: DateOrder): string {
  const text = cellText(cell).normalize('NFKC');
  const [, year, month, day] =
    /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?(?:[T ]00:00(?::00)?.*)?$/.exec(text) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return iso(year, month, day);
  const [, dotted, dottedMonth, dottedYear] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: г\.?)?$/.exec(text) ?? [];
  if (dotted !== undefined && dottedMonth !== undefined && dottedYear !== undefined)
    return iso(dottedYear, dottedMonth, dotted);
  const [, first, second, last] = slashed.exec(text) ?? [];
  if (first === undefined || second === undefined || last === undefined) return text;
  return order === 'dmy' ? iso(last, second, first) : iso(last, first, second);
}
