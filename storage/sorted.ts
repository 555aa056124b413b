/** A row of a list that is sorted by its keys, of which there are no two alike. */
export interface Keyed {
  readonly key: string;
}

/**
 * Where a page begins: after a key, or before one. A key and not a position, so that paging on meets every row that stays
 * exactly once, whatever is added and removed meanwhile.
 */
export interface Place {
  readonly after?: string;
  readonly before?: string;
}

/** A page of a sorted list, and the places of its neighbours where there are any. */
export interface Span<R> {
  readonly rows: readonly R[];
  /** How many rows stand before it, where that is known. */
  readonly from?: number;
  readonly previous?: Place;
  readonly next?: Place;
}

/** Where a key is in a sorted list, or would have to be inserted. */
export function positionOf(rows: readonly Keyed[], key: string): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.key ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts a row into a sorted list, in place of the one with its key. */
export function put<R extends Keyed>(rows: R[], row: R): void {
  const position = positionOf(rows, row.key);
  rows.splice(position, rows[position]?.key === row.key ? 1 : 0, row);
}

/** Takes the row of that key out of a sorted list, and gives it. */
export function take<R extends Keyed>(rows: R[], key: string): R | undefined {
  const position = positionOf(rows, key);
  return rows[position]?.key === key ? rows.splice(position, 1)[0] : undefined;
}

/** In ascending order of keys. */
export const byKey = (a: Keyed, b: Keyed): number => (a.key < b.key ? -1 : Number(a.key > b.key));

/** Two sorted lists as one; of two rows with one key the first list's counts. */
export function merged<R extends Keyed>(first: readonly R[], second: readonly R[]): R[] {
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

/** The page of a sorted list at a place: `limit` rows after or before it, from the beginning without one. */
export function spanOf<R extends Keyed>(rows: readonly R[], { after, before }: Place, limit: number): Span<R> {
  const end = before === undefined ? undefined : positionOf(rows, before);
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
  const position = positionOf(rows, key);
  return rows[position]?.key === key ? position + 1 : position;
}
