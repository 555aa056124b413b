import Papa from 'papaparse';

/**
 * What a spreadsheet would take for a formula, also after blanks and invisible characters, over several lines, and in full
 * width, which East Asian editions of Excel read too. (Papa's own rule misses all of these.)
 */
const formula = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * Rows as a CSV file (RFC 4180) that spreadsheets open as it is meant: in UTF-8 with a byte-order mark, without which Excel
 * misreads Chinese and Russian, and with an apostrophe before a text that would count as a formula.
 */
export const csv = (rows: readonly (readonly (string | number)[])[], delimiter = ','): string =>
  `\uFEFF${Papa.unparse(
    rows.map((row) => [...row]),
    { delimiter, escapeFormulae: formula, newline: '\r\n' },
  )}\r\n`;
