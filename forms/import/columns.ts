import { distance } from 'fastest-levenshtein';
import { type Locale, locales } from '../../locales/translator.ts';
import { type MessageKey, words, type Words } from '../../locales/words.ts';
import { type Missing, nothingLeft } from '../../lib/complete.ts';
import { lazy } from '../../lib/lazy.ts';
import { foldKey } from '../../lib/foldCase.ts';
import type { Context } from '../context.ts';

interface ColumnSpec {
  /** A label's message may list other accepted names after a bar. */
  readonly label: MessageKey;
  /** The rows that have it: those of new customers, of existing ones, or both. */
  readonly of: 'new' | 'existing' | 'both';
}

/** Every column, in the order of the template. */
const columns = {
  kind: { label: 'column.kind', of: 'both' },
  companyName: { label: 'field.companyName', of: 'both' },
  domain: { label: 'field.domain', of: 'both' },
  microsoftId: { label: 'field.microsoftId', of: 'existing' },
  relationship: { label: 'column.relationship', of: 'existing' },
  country: { label: 'field.country', of: 'both' },
  addressLine1: { label: 'field.addressLine1', of: 'new' },
  addressLine2: { label: 'field.addressLine2', of: 'new' },
  city: { label: 'field.city', of: 'new' },
  state: { label: 'field.state', of: 'new' },
  postalCode: { label: 'field.postalCode', of: 'new' },
  culture: { label: 'field.culture', of: 'new' },
  registrationNumber: { label: 'field.registrationNumber', of: 'new' },
  organizationPhone: { label: 'field.organizationPhone', of: 'new' },
  qualification: { label: 'field.qualification', of: 'new' },
  educationSegment: { label: 'field.educationSegment', of: 'new' },
  website: { label: 'field.website', of: 'new' },
  validationCode: { label: 'field.validationCode', of: 'new' },
  gdap: { label: 'field.gdap', of: 'new' },
  firstName: { label: 'field.firstName', of: 'both' },
  lastName: { label: 'field.lastName', of: 'both' },
  email: { label: 'field.email', of: 'both' },
  phoneNumber: { label: 'field.phoneNumber', of: 'both' },
  accepted: { label: 'column.accepted', of: 'new' },
  dateAccepted: { label: 'field.dateAccepted', of: 'new' },
  signerFirstName: { label: 'column.signerFirstName', of: 'new' },
  signerLastName: { label: 'column.signerLastName', of: 'new' },
  signerEmail: { label: 'column.signerEmail', of: 'new' },
  signerPhoneNumber: { label: 'column.signerPhoneNumber', of: 'new' },
  reseller: { label: 'field.reseller', of: 'new' },
  offer: { label: 'column.offer', of: 'new' },
  billing: { label: 'field.billing', of: 'new' },
  quantity: { label: 'unit.licenses', of: 'new' },
} as const satisfies Readonly<Record<string, ColumnSpec>>;

/** Stable names of the columns; a file may use them as headers in any language. */
export type ColumnName = keyof typeof columns;

// A column without its other accepted names does not compile here.
nothingLeft<Missing<`alias.${ColumnName}`, MessageKey>>({});

const isColumnName = (name: string): name is ColumnName => Object.hasOwn(columns, name);

/** Every column, in the order of the template. */
export const columnNames: readonly ColumnName[] = Object.keys(columns).filter(isColumnName);

/** Columns that only a new customer has. */
export const newColumns = columnNames.filter((name) => columns[name].of === 'new');

/** The column with this stable name; undefined for any other text. */
export const asColumnName = (name: string): ColumnName | undefined => (isColumnName(name) ? name : undefined);

/** Columns that a file may repeat: each repetition is one more line of the order. */
export const orderColumns: readonly ColumnName[] = ['offer', 'billing', 'quantity'] satisfies OrderColumn[];
export type OrderColumn = 'offer' | 'billing' | 'quantity';

/** The ways a text may be written; the first is the one shown. */
export const alternatives = (text: string): string[] => text.split('|');

/** A column's header in the user's language. */
export const columnLabel = (name: ColumnName, { t }: Words): string => alternatives(t(columns[name].label))[0] ?? name;

/** The meaning of a header. */
interface KnownHeader {
  readonly name: ColumnName;
  /** Languages in which the column has this header; a stable name counts as English. */
  readonly languages: readonly Locale[];
  /** True for the column's label or stable name, false for another accepted name. */
  readonly own: boolean;
}

// Made with the first file: the words of every language would be a noticeable part of each start.
const headerIndex = lazy((): ReadonlyMap<string, KnownHeader> => {
  const found = new Map<string, { name: ColumnName; languages: Locale[]; own: boolean }>();
  const note = (text: string, name: ColumnName, language: Locale, own: boolean): void => {
    const one = found.get(foldKey(text));
    if (one === undefined) found.set(foldKey(text), { name, languages: [language], own });
    else if (one.name === name && !one.languages.includes(language)) one.languages.push(language);
  };
  for (const name of columnNames) note(name, name, 'en', true);
  for (const locale of locales)
    for (const name of columnNames) note(columnLabel(name, words(locale)), name, locale, true);
  for (const locale of locales) {
    const { t } = words(locale);
    for (const name of columnNames)
      for (const other of alternatives(`${t(columns[name].label)}|${t(`alias.${name}`)}`))
        note(other, name, locale, false);
  }
  return found;
});

/** The meaning of a header in any of the languages; undefined when it has none. */
export const knownHeader = (header: string): KnownHeader | undefined => headerIndex().get(foldKey(header));

/** The column of a header in any of the languages; undefined when there is none. */
export const columnOfHeader = (header: string): ColumnName | undefined => knownHeader(header)?.name;

/** Every accepted header, case-folded, with its meaning. */
const knownHeaders = (): Iterable<readonly [string, KnownHeader]> => headerIndex();

const reasonHeaders = lazy(
  () => new Set(locales.flatMap((locale) => alternatives(words(locale).t('column.reason'))).map(foldKey)),
);

/** True for the header of the reasons in files the bot wrote; nothing is read from that column. */
export const isReasonHeader = (header: string): boolean => reasonHeaders().has(foldKey(header));

/** Columns about the acceptance of the agreement. */
export const agreementColumns = columnNames.filter((name) => /^(?:accepted|dateAccepted|signer)/.test(name));

/** True when this agreement column is used with this agreement way. */
export const isAgreementColumn = (name: ColumnName, way: Context['agreementWay']): boolean =>
  way === 'recorded' || (way === 'enhanced' && name.startsWith('signer'));

/** The columns of this partner's template: those its cloud and countries do not ask are left out. */
export function columnsFor({
  cloud,
  agreementWay,
  resellers,
}: Pick<Context, 'cloud' | 'agreementWay' | 'resellers'>): readonly ColumnName[] {
  const without = new Set<ColumnName>([
    ...agreementColumns.filter((name) => !isAgreementColumn(name, agreementWay)),
    ...(cloud.qualification ? [] : (['qualification', 'educationSegment', 'website', 'validationCode'] as const)),
    ...(cloud.gdap ? [] : (['gdap'] as const)),
    ...(resellers.length > 0 ? [] : (['reseller'] as const)),
  ]);
  return columnNames.filter((name) => !without.has(name));
}

/** The meaning of a file's column; `line` counts the lines of an order from 0. */
interface Column {
  readonly name: ColumnName;
  readonly line: number;
}

/** The row of a file that names its columns. */
export interface Header {
  readonly cells: readonly string[];
  /** The meaning of each column, by its position; undefined for an unused one. */
  readonly columns: readonly (Column | undefined)[];
  /** The languages of the column names; cells are read in these alone. */
  readonly languages: readonly Locale[];
}

/** Reads a header row. Where a file names a column twice, the column's label takes precedence. */
export function readHeader(cells: readonly string[]): Header {
  const known = cells.map(knownHeader);
  const labelled = new Set(known.flatMap((one) => (one?.own === true ? [one.name] : [])));
  const counts = new Map<ColumnName, number>();
  const columns = known.map((one): Column | undefined => {
    if (one === undefined) return undefined;
    const line = counts.get(one.name) ?? 0;
    const isAnother = line > 0 || labelled.has(one.name);
    if (!one.own && isAnother && !orderColumns.includes(one.name)) return undefined;
    counts.set(one.name, line + 1);
    return { name: one.name, line };
  });
  return { cells, columns: withoutStrayOrderColumns(columns), languages: headerLanguages(known) };
}

/** The columns without order columns that have no offer: a second quantity alone is no line of an order. */
function withoutStrayOrderColumns(columns: readonly (Column | undefined)[]): readonly (Column | undefined)[] {
  const offers = columns.filter((one) => one?.name === 'offer').length;
  const isPart = ({ name, line }: Column): boolean => !orderColumns.includes(name) || line < Math.max(offers, 1);
  return columns.map((one) => (one !== undefined && isPart(one) ? one : undefined));
}

/**
 * The smallest set of languages that names all columns: a label that several languages share, such as “Microsoft ID”,
 * adds none. Both scripts of Chinese count as one language.
 */
function headerLanguages(known: readonly (KnownHeader | undefined)[]): readonly Locale[] {
  let left = known.flatMap((one) => (one === undefined ? [] : [one.languages]));
  const found = new Set<Locale>();
  const count = (locale: Locale): number => left.filter((languages) => languages.includes(locale)).length;
  while (left.length > 0) {
    const most = locales.reduce((best, locale) => (count(locale) > count(best) ? locale : best));
    found.add(most);
    left = left.filter((languages) => !languages.includes(most));
  }
  const isChinese = found.has('zh-TW') || found.has('zh-CN');
  return locales.filter((locale) => found.has(locale) || (isChinese && locale.startsWith('zh')));
}

/** True when the header has the columns a list of customers needs: the company, and its domain or Microsoft ID. */
export function isCustomerHeader({ columns }: Header): boolean {
  const names = new Set(columns.map((column) => column?.name));
  return names.has('companyName') && (names.has('domain') || names.has('microsoftId'));
}

/** The number of columns with a known meaning. */
export const knownColumnCount = ({ columns }: Header): number =>
  columns.filter((column) => column !== undefined).length;

/** The number of letters of a header that may differ; Chinese words are short, so a larger share may. */
const maxDistance = (text: string): number => Math.floor(text.length / (/\p{Script=Han}/u.test(text) ? 2.5 : 4));

/** The column with the name most similar to an unknown header, out of those the file lacks; undefined where none is. */
export function similarColumn(header: string, there: ReadonlySet<ColumnName>): ColumnName | undefined {
  const text = foldKey(header.slice(0, 100));
  let best: { readonly name: ColumnName; readonly far: number } | undefined;
  for (const [known, { name }] of knownHeaders()) {
    if (there.has(name)) continue;
    const far = distance(text, known);
    if (far <= maxDistance(text) && (best === undefined || far < best.far)) best = { name, far };
  }
  return best?.name;
}
