import type { Locale } from '../../locales/translator.ts';

/** How a file's table is written: as a workbook (.xlsx), or as text with that delimiter. */
export type TableFormat = 'xlsx' | { readonly delimiter: string };

const hasComma = (tag: string): boolean =>
  new Intl.NumberFormat(tag).formatToParts(1.5).some(({ type, value }) => type === 'decimal' && value === ',');

/**
 * What Excel takes for the end of a cell: the list separator of Windows, which is a semicolon where numbers are written with
 * a comma, in the user's language or the partner's country (ISO 3166 alpha-2).
 */
export const listSeparator = (language: Locale, country: string): ';' | ',' =>
  hasComma(language) || hasComma(new Intl.Locale('und', { region: country }).maximize().toString()) ? ';' : ',';

/** The format that was asked for by its name; a workbook unless it is `csv`. */
export const formatNamed = (name: string | undefined, language: Locale, country: string): TableFormat =>
  name === 'csv' ? { delimiter: listSeparator(language, country) } : 'xlsx';
