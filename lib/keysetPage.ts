/** A row of a list that is sorted by unique keys. */
export interface Keyed {
  readonly key: string;
}

/**
 * Start of a page: after a key, or before one. A key and not a position, so that paging visits every remaining row
 * exactly once, whatever is added and removed meanwhile.
 */
export interface Cursor {
  readonly after?: string;
  readonly before?: string;
}

/** A page of a sorted list, with the cursors of the pages before and after it where there are any. */
export interface Slice<R> {
  readonly rows: readonly R[];
  /** Number of rows before it, where it is known. */
  readonly from?: number;
  readonly previous?: Cursor;
  readonly next?: Cursor;
}

const keyOfRow = ({ key }: Keyed): string => key;

/** Position of a key in a list sorted by key, or where it would have to be inserted. */
export function positionOf<R>(rows: readonly R[], key: string, keyOf: (row: R) => string): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    // In range, as the middle is below the length.
    if (keyOf(rows[middle] as R) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Inserts a row into a sorted list, replacing the row with the same key. */
export function insertRow<R extends Keyed>(rows: R[], row: R): void {
  const position = positionOf(rows, row.key, keyOfRow);
  rows.splice(position, rows[position]?.key === row.key ? 1 : 0, row);
}

/** Removes the row with that key from a sorted list and returns it. */
export function removeRow<R extends Keyed>(rows: R[], key: string): R | undefined {
  const position = positionOf(rows, key, keyOfRow);
  return rows[position]?.key === key ? rows.splice(position, 1)[0] : undefined;
}

/** Compares rows for ascending order of keys. */
export const byKey = (a: Keyed, b: Keyed): number => (a.key < b.key ? -1 : Number(a.key > b.key));

/** Merges two sorted lists; of two rows with the same key the first list's wins. */
export function mergeRows<R extends Keyed>(first: readonly R[], second: readonly R[]): R[] {
  const all: R[] = [];
  let at = 0;
  const takeBelow = (key: string | undefined): void => {
    for (let row = second[at]; row !== undefined && (key === undefined || row.key < key); row = second[at]) {
      all.push(row);
      at += 1;
    }
  };
  for (const row of first) {
    takeBelow(row.key);
    if (second[at]?.key === row.key) at += 1;
    all.push(row);
  }
  takeBelow(undefined);
  return all;
}

/** The page of a sorted list at a cursor: `limit` rows after or before it; the first page for an empty cursor. */
export function sliceAt<R extends Keyed>(rows: readonly R[], { after, before }: Cursor, limit: number): Slice<R> {
  const end = before === undefined ? undefined : positionOf(rows, before, keyOfRow);
  // The key itself is left out, whether its row is still there or not.
  const start = end === undefined ? (after === undefined ? 0 : positionAfter(rows, after)) : Math.max(0, end - limit);
  const page = rows.slice(start, end ?? start + limit);
  const [first, last] = [page[0], page.at(-1)];
  return {
    rows: page,
    from: start,
    ...(first === undefined || start === 0 ? {} : { previous: { before: first.key } }),
    ...(last === undefined || start + page.length >= rows.length ? {} : { next: { after: last.key } }),
  };
}

function positionAfter(rows: readonly Keyed[], key: string): number {
  const position = positionOf(rows, key, keyOfRow);
  return rows[position]?.key === key ? position + 1 : position;
}
