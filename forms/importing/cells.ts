import { locales, type Locale } from '../../locales/translator.ts';
import { words, type MessageKey, type Words } from '../../locales/words.ts';
import { planWords } from '../../cards/cartCard.ts';
import { languageName } from '../../partner-center/countries.ts';
import { countryMeant } from '../../partner-center/countryNames.ts';
import type { Offer, Plan } from '../../partner-center/offer.ts';
import type { Reseller } from '../../partner-center/partner.ts';
import { compared } from '../../storage/folded.ts';
import { dayIn, type DateOrder } from '../dayText.ts';
import { kept } from '../kept.ts';
import { noReseller } from '../reseller.ts';
import { alternatives } from './columns.ts';

/** Reads what a cell means; a text that means nothing is given back, for the form to refuse. */
type Reader = (cell: string) => string;

/** The languages of a file's header: what its cells say is read in these alone. */
export type Languages = readonly Locale[];

/** What a person sees in a cell: no apostrophe that keeps a spreadsheet from computing, as our own files have. */
export const cellText = (cell: string): string => cell.replace(/^'(?=[\s\p{C}]*[=+\-@＝＋－＠]|[\t\r\n])/u, '').trim();

/** A value, and what else it is called. */
interface Named {
  readonly value: string;
  readonly names: readonly string[];
}

/** A text as choices are compared; one of signs alone, such as ✓, by these. */
const told = (text: string): string => {
  const letters = compared(text);
  return letters === '' ? text.normalize('NFKC').replaceAll(/[\s\p{Variation_Selector}]+/gu, '') : letters;
};

/** Understands these values by any of their names. One that is the name of two values means neither. */
function reader(values: readonly Named[]): Reader {
  const known = new Map<string, string | undefined>();
  for (const { value, names } of values) {
    for (const name of new Set([value, ...names].map(told)))
      known.set(name, known.has(name) && known.get(name) !== value ? undefined : value);
  }
  return (cell) => known.get(told(cell)) ?? cell;
}

const everywhere = <T>(name: (words: Words) => T): T[] => locales.map((locale) => name(words(locale)));

const said = (key: MessageKey, languages: Languages): string[] =>
  languages.flatMap((locale) => alternatives(words(locale).say(key)));

/** A reader for each set of languages, made once. */
function byLanguage(make: (languages: Languages) => Reader): (cell: string, languages: Languages) => string {
  const made = kept((languages: string) => make(locales.filter((locale) => languages.split(' ').includes(locale))));
  return (cell, languages) => made(languages.join(' '))(cell);
}

/** A choice whose values are said by these keys in the file's languages, and by these names in every file. */
const choiceOf = (
  keys: Readonly<Record<string, readonly MessageKey[]>>,
  names: Readonly<Record<string, readonly string[]>> = {},
) =>
  byLanguage((languages) =>
    reader(
      Object.entries(keys).map(([value, own]) => ({
        value,
        names: [...(names[value] ?? []), ...own.flatMap((key) => said(key, languages))],
      })),
    ),
  );

/** `new`, `existing`. */
export const kindOf = choiceOf({ new: ['cell.new'], existing: ['cell.existing'] });

/** `true`, `false`. */
export const yesOrNo = choiceOf(
  { true: ['cell.yes', 'form.yes'], false: ['cell.no', 'form.no'] },
  { true: ['yes', '1'], false: ['no', '0'] },
);

/** `true` only for what says without doubt that the customer has accepted; `false` for what says that it has not. */
export const acceptedOf = choiceOf(
  { true: ['cell.accepted'], false: ['cell.notAccepted', 'cell.no'] },
  { true: ['yes'], false: ['no', '0'] },
);

/** `reseller`, `none`, `invited`. */
export const relationshipOf = choiceOf({
  reseller: ['cell.reseller', 'relationship.reseller'],
  none: ['cell.none', 'relationship.none'],
  invited: ['cell.invited', 'relationship.invited'],
});

export const qualificationOf = choiceOf({
  none: ['qualification.none', 'cell.none', 'cell.commercial'],
  education: ['qualification.education', 'cell.education'],
  governmentCommunityCloud: ['qualification.governmentCommunityCloud', 'cell.government'],
});

export const segmentOf = choiceOf({ K12: ['qualification.K12'], HigherEducation: ['qualification.HigherEducation'] });

const isTotalWord = byLanguage((languages) => reader([{ value: 'total', names: said('cell.total', languages) }]));

/** Is this a word that begins the row of a total? */
export const isTotal = (cell: string, languages: Languages): boolean => isTotalWord(cell, languages) === 'total';

/** A country's code, by a code or a name: names of countries are nobody's yes or no, so any language's will do. */
export const countryIn: Reader = (cell) => countryMeant(cell) ?? cell;

/** A culture such as fr-CA, by itself or its name in any of the languages; a language alone, where one culture has it. */
export const cultureIn = kept((cultures: readonly string[]) =>
  reader(
    cultures.map((culture) => {
      const language = culture.split('-')[0] ?? culture;
      const isOnly = cultures.filter((one) => one.split('-')[0] === language).length === 1;
      const tags = isOnly ? [culture, language] : [culture];
      return { value: culture, names: everywhere((one) => tags.map((tag) => languageName(tag, one.locale))).flat() };
    }),
  ),
);

/** A reseller's tenant id, by itself, the MPN ID or the name; `none` for none. */
export const resellerIn = kept((resellers: readonly Reseller[]) =>
  byLanguage((languages) =>
    reader([
      ...resellers.map(({ tenantId, mpnId, name }) => ({ value: tenantId, names: [mpnId, name, `${name} ${mpnId}`] })),
      { value: noReseller, names: [...said('cell.none', languages), ...said('reseller.none', languages)] },
    ]),
  ),
);

/** Offers that a new customer can order, by what they are called, folded; the first of one name counts. */
const orderable = kept(
  (offers: readonly Offer[]): ReadonlyMap<string, Offer> =>
    new Map(
      offers
        .filter(({ segment }) => segment === 'commercial')
        .toReversed()
        .flatMap((offer) => [offer.name, offer.id].map((name) => [told(name), offer] as const)),
    ),
);

/** The offer of that id or whole name, of those that a new customer can order. */
export const offerIn = (offers: readonly Offer[], cell: string): Offer | undefined => orderable(offers).get(told(cell));

const billings: Readonly<Record<Exclude<Plan['billing'], 'none'>, readonly MessageKey[]>> = {
  monthly: ['billing.monthly', 'cell.monthly'],
  annual: ['billing.annual', 'cell.annual'],
  triennial: ['billing.triennial', 'cell.triennial'],
  one_time: ['billing.one_time', 'cell.once'],
};

/** The place of an offer's plan, by its term and billing, or by the billing alone where that says enough. */
export const planIn = kept((offer: Offer) =>
  byLanguage((languages) =>
    reader(
      offer.plans.map((plan, index) => {
        const sole = offer.plans.filter(({ billing }) => billing === plan.billing).length === 1;
        const alone = plan.billing === 'none' || !sole ? [] : [plan.billing, ...saidOf(plan.billing, languages)];
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

const saidOf = (billing: Exclude<Plan['billing'], 'none'>, languages: Languages): string[] =>
  billings[billing].flatMap((key) => said(key, languages));

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

/** A date as `yyyy-mm-dd`, whichever way it is written; with slashes in that order. */
export const dateIn = (cell: string, order: DateOrder): string => dayIn(cellText(cell), order);
