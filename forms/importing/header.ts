import { locales, type Locale } from '../../locales/translator.ts';
import { knownHeader, orderColumns, type ColumnName, type KnownHeader } from './columns.ts';

/** What a column of a file is for; `line` counts the lines of an order from 0. */
export interface Column {
  readonly name: ColumnName;
  readonly line: number;
}

/** The row of a file that names its columns. */
export interface Header {
  readonly cells: readonly string[];
  /** What each column is for, by its place; undefined where it is not used. */
  readonly columns: readonly (Column | undefined)[];
  /** The languages that the columns are named in: what its cells say is read in these, and in no other. */
  readonly languages: readonly Locale[];
}

/** A header as it is understood. Of two names of one column its label is the one that counts. */
export function headerOf(cells: readonly string[]): Header {
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
  return { cells, columns: withinOrders(columns), languages: languagesOf(known) };
}

/** A second number of licenses without an offer beside it is no line of an order. */
function withinOrders(columns: readonly (Column | undefined)[]): readonly (Column | undefined)[] {
  const offers = columns.filter((one) => one?.name === 'offer').length;
  const isPart = ({ name, line }: Column): boolean => !orderColumns.includes(name) || line < Math.max(offers, 1);
  return columns.map((one) => (one !== undefined && isPart(one) ? one : undefined));
}

/**
 * The fewest languages that name all of the columns: a label that several of them share, such as “Microsoft ID”, makes no
 * file theirs. Chinese is one of them, however it is written.
 */
function languagesOf(known: readonly (KnownHeader | undefined)[]): readonly Locale[] {
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

/** Does the header name what a list of customers needs: the company, and what tells it apart? */
export function isUsable({ columns }: Header): boolean {
  const names = new Set(columns.map((column) => column?.name));
  return names.has('companyName') && (names.has('domain') || names.has('microsoftId'));
}

/** How many of the columns are known. */
export const meanings = ({ columns }: Header): number => columns.filter((column) => column !== undefined).length;
