const ascending = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

/** The value below which that share (0 to 1) of the values lies; NaN without any. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = ascending(values);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};

/** The value in the middle; NaN without any. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Two digits that count, and no more. */
export const short = (value: number): string => {
  if (value >= 10) return value.toFixed(0);
  return value.toFixed(value >= 1 ? 1 : 2);
};

/** A Markdown table, padded. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_cell, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.slice(1).map(line)].join('\n');
}
