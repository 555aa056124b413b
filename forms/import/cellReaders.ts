import { locales, type Locale } from '../../locales/translator.ts';
import { words, type MessageKey, type Words } from '../../locales/words.ts';
import { planWords } from '../../cards/cartCard.ts';
import { languageName, longLanguageName } from '../../partner-center/rules/countries.ts';
import { parseCountry } from '../../partner-center/rules/countryNames.ts';
import type { Offer, Plan } from '../../partner-center/rules/catalog.ts';
import type { Reseller } from '../../partner-center/rules/partner.ts';
import { foldKey } from '../../lib/foldCase.ts';
import { normalDate, type DateOrder } from '../typedText.ts';
import { memoize } from '../../lib/memoize.ts';
import { noReseller } from '../resellerSection.ts';
import { alternatives } from './columns.ts';

/** Reads a cell's value; returns a text it does not understand as it is, for the form to refuse. */
type CellReader = (cell: string) => string;

/** The languages of a file's header; its cells are read in these alone. */
export type Languages = readonly Locale[];

/** A cell's visible text: without the apostrophe that files the bot wrote use to prevent formulas. */
export const cellText = (cell: string): string => cell.replace(/^'(?=[\s\p{C}]*[=+\-@＝＋－＠]|[\t\r\n])/u, '').trim();

/** A value and its other names. */
interface NamedValue {
  readonly value: string;
  readonly names: readonly string[];
}

/** The form of a text in which choices are compared; a text of symbols alone, such as ✓, keeps them. */
const comparable = (text: string): string => {
  const letters = foldKey(text);
  return letters === '' ? text.normalize('NFKC').replaceAll(/[\s\p{Variation_Selector}]+/gu, '') : letters;
};

/** A reader of these values by any of their names. A name of two values means neither. */
function valueReader(values: readonly NamedValue[]): CellReader {
  const known = new Map<string, string | undefined>();
  for (const { value, names } of values) {
    for (const name of new Set([value, ...names].map(comparable)))
      known.set(name, known.has(name) && known.get(name) !== value ? undefined : value);
  }
  return (cell) => known.get(comparable(cell)) ?? cell;
}

const inEveryLanguage = <T>(name: (words: Words) => T): T[] => locales.map((locale) => name(words(locale)));

const textsOf = (key: MessageKey, languages: Languages): string[] =>
  languages.flatMap((locale) => alternatives(words(locale).say(key)));

/** A reader for each set of languages, made once. */
function byLanguage(make: (languages: Languages) => CellReader): (cell: string, languages: Languages) => string {
  const made = memoize((languages: string) => make(locales.filter((locale) => languages.split(' ').includes(locale))));
  return (cell, languages) => made(languages.join(' '))(cell);
}

/** A reader of a choice: its values by messages in the file's languages, and by `names` in every file. */
const choiceReader = (
  keys: Readonly<Record<string, readonly MessageKey[]>>,
  names: Readonly<Record<string, readonly string[]>> = {},
) =>
  byLanguage((languages) =>
    valueReader(
      Object.entries(keys).map(([value, own]) => ({
        value,
        names: [...(names[value] ?? []), ...own.flatMap((key) => textsOf(key, languages))],
      })),
    ),
  );

/** Reads `new` or `existing`. */
export const readKind = choiceReader({ new: ['cell.new'], existing: ['cell.existing'] });

/** Reads yes or no, as `true` or `false`. */
export const readYesNo = choiceReader(
  { true: ['cell.yes', 'form.yes'], false: ['cell.no', 'form.no'] },
  { true: ['yes', '1'], false: ['no', '0'] },
);

/** Reads an acceptance: `true` only for a text that says beyond doubt that the customer accepted. */
export const readAccepted = choiceReader(
  { true: ['cell.accepted'], false: ['cell.notAccepted', 'cell.no'] },
  { true: ['yes'], false: ['no', '0'] },
);

/** Reads `reseller`, `none` or `invited`. */
export const readRelationship = choiceReader({
  reseller: ['cell.reseller', 'relationship.reseller'],
  none: ['cell.none', 'relationship.none'],
  invited: ['cell.invited', 'relationship.invited'],
});

export const readQualification = choiceReader({
  none: ['qualification.none', 'cell.none', 'cell.commercial'],
  education: ['qualification.education', 'cell.education'],
  governmentCommunityCloud: ['qualification.governmentCommunityCloud', 'cell.government'],
});

export const readSegment = choiceReader({
  K12: ['qualification.K12'],
  HigherEducation: ['qualification.HigherEducation'],
});

const readTotal = byLanguage((languages) => valueReader([{ value: 'total', names: textsOf('cell.total', languages) }]));

/** True for a word that begins a row of totals. */
export const isTotal = (cell: string, languages: Languages): boolean => readTotal(cell, languages) === 'total';

/** Reads a country's code from a code or a name in any language: unlike yes and no, country names are unambiguous. */
export const readCountry: CellReader = (cell) => parseCountry(cell) ?? cell;

/** A reader of cultures such as fr-CA, by tag or name in any language; a language alone means its only culture. */
export const cultureReader = memoize((cultures: readonly string[]) =>
  valueReader(
    cultures.map((culture) => {
      const language = culture.split('-')[0] ?? culture;
      const isOnly = cultures.filter((one) => one.split('-')[0] === language).length === 1;
      const tags = isOnly ? [culture, language] : [culture];
      return {
        value: culture,
        names: inEveryLanguage(({ locale }) =>
          tags.flatMap((tag) => [languageName(tag, locale), longLanguageName(tag, locale)]),
        ).flat(),
      };
    }),
  ),
);

/** A reader of a reseller's tenant id, by the id, the MPN ID or the name; `none` for none. */
export const resellerReader = memoize((resellers: readonly Reseller[]) =>
  byLanguage((languages) =>
    valueReader([
      ...resellers.map(({ tenantId, mpnId, name }) => ({ value: tenantId, names: [mpnId, name, `${name} ${mpnId}`] })),
      { value: noReseller, names: [...textsOf('cell.none', languages), ...textsOf('reseller.none', languages)] },
    ]),
  ),
);

/** Offers that a new customer can order, by their names and ids in comparable form; the first of one name counts. */
const orderableOffers = memoize(
  (offers: readonly Offer[]): ReadonlyMap<string, Offer> =>
    new Map(
      offers
        .filter(({ segment }) => segment === 'commercial')
        .toReversed()
        .flatMap((offer) => [offer.name, offer.id].map((name) => [comparable(name), offer] as const)),
    ),
);

/** Finds the offer with this id or whole name among those that a new customer can order. */
export const findOffer = (offers: readonly Offer[], cell: string): Offer | undefined =>
  orderableOffers(offers).get(comparable(cell));

const billings: Readonly<Record<Exclude<Plan['billing'], 'none'>, readonly MessageKey[]>> = {
  monthly: ['billing.monthly', 'cell.monthly'],
  annual: ['billing.annual', 'cell.annual'],
  triennial: ['billing.triennial', 'cell.triennial'],
  one_time: ['billing.one_time', 'cell.once'],
};

/** A reader of the index of an offer's plan: by term and billing, or by billing alone where only one plan has it. */
export const planReader = memoize((offer: Offer) =>
  byLanguage((languages) =>
    valueReader(
      offer.plans.map((plan, index) => {
        const sole = offer.plans.filter(({ billing }) => billing === plan.billing).length === 1;
        const alone = plan.billing === 'none' || !sole ? [] : [plan.billing, ...billingTexts(plan.billing, languages)];
        return {
          value: String(index),
          names: [
            `${plan.term} ${plan.billing}`,
            ...languages.map((locale) => planWords(plan, words(locale))),
            ...alone,
          ],
        };
      }),
    ),
  ),
);

const billingTexts = (billing: Exclude<Plan['billing'], 'none'>, languages: Languages): string[] =>
  billings[billing].flatMap((key) => textsOf(key, languages));

const slashedDate = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** The order of a file's dates with slashes, where one of them shows it; undefined when none does, or they disagree. */
export function dateOrderOf(cells: readonly string[]): DateOrder | undefined {
  const parts = cells.flatMap((cell) => {
    const [, first, second] = slashedDate.exec(cellText(cell)) ?? [];
    return first === undefined || second === undefined ? [] : [[Number(first), Number(second)] as const];
  });
  const dayFirst = parts.some(([first]) => first > 12);
  const monthFirst = parts.some(([, second]) => second > 12);
  if (dayFirst === monthFirst) return undefined;
  return dayFirst ? 'dmy' : 'mdy';
}

/** True for a date with slashes, which reads differently where the month comes first. */
export const hasSlashes = (cell: string): boolean => slashedDate.test(cellText(cell));

/** Reads a date in any usual format as `yyyy-mm-dd`; with slashes in this order. */
export const readDate = (cell: string, order: DateOrder): string => normalDate(cellText(cell), order);
