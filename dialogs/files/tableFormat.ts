import Papa from 'papaparse';
import type { Locale } from '../../locales/translator.ts';

/** Format of a table file: a workbook (.xlsx), or text with this delimiter. */
export type TableFormat = 'xlsx' | { readonly delimiter: string };

const hasComma = (tag: string): boolean =>
  new Intl.NumberFormat(tag).formatToParts(1.5).some(({ type, value }) => type === 'decimal' && value === ',');

/**
 * Cell delimiter that Excel expects: the list separator of Windows, which is a semicolon where numbers have a decimal
 * comma, in the user's language or the partner's country (ISO 3166 alpha-2).
 */
export const listSeparator = (language: Locale, country: string): ';' | ',' =>
  hasComma(language) || hasComma(new Intl.Locale('und', { region: country }).maximize().toString()) ? ';' : ',';

/** Format by its name; a workbook unless it is `csv`. */
export const formatNamed = (name: string | undefined, language: Locale, country: string): TableFormat =>
  name === 'csv' ? { delimiter: listSeparator(language, country) } : 'xlsx';

/**
 * Start of a text that a spreadsheet would read as a formula, also after blanks and invisible characters, over several
 * lines, and in full width, which East Asian editions of Excel accept too. (Papa's own rule misses all of these.)
 */
const formulaStart = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * CSV file of the rows (RFC 4180) that spreadsheets open correctly: UTF-8 with a byte-order mark, without which Excel
 * misreads Chinese and Russian, and an apostrophe before a text that would count as a formula.
 */
export const csv = (rows: readonly (readonly (string | number)[])[], delimiter = ','): string => {
  const options = { delimiter, escapeFormulae: formulaStart, newline: '\r\n' };
  const lines = Papa.unparse(
    rows.map((row) => [...row]),
    options,
  );
  return `\uFEFF${lines}\r\n`;
};
