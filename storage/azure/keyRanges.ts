import { defined } from '../../lib/optional.ts';
import { rangeFilter } from './tableKeys.ts';
import type { StoreTable } from './table.ts';

/** Keys from `from` on, below `below`; without it up to the last. */
interface KeyRange {
  readonly from: string;
  readonly below?: string;
}

const rangesAtOnce = 8;

// Keys as numbers by their first units, of 7 bits; units above are the highest, which keeps the order.
const digits = 12;
const base = 128n;
const highest = 0x7f;

function numberOf(key: string): bigint {
  let number = 0n;
  for (let at = 0; at < digits; at += 1) {
    const unit = at < key.length ? key.charCodeAt(at) : 0;
    number = number * base + BigInt(Math.min(unit, highest));
  }
  return number;
}

// A bound need not be a key that a document can have, but one that a query can have.
const lowestUnit = 0x20;
const highestUnit = 0x7e;

function keyOf(number: bigint): string {
  let key = '';
  for (let rest = number, at = 0; at < digits; at += 1, rest /= base) {
    const unit = Math.min(Math.max(Number(rest % base), lowestUnit), highestUnit);
    key = String.fromCharCode(unit) + key;
  }
  return key;
}

const isAnyFrom = async (table: StoreTable, partitionKey: string, key: string): Promise<boolean> => {
  for await (const { rows, more } of table.pages(rangeFilter(partitionKey, key), 1, ['RowKey'])) {
    if (rows.length > 0) return true;
    if (!more) return false;
  }
  return false;
};

/**
 * At most eight ranges of about the same size that hold all rows of a partition from a key on. The service cannot say
 * where the last row is: bounds are tried, and nearer ones while most of the rows are before the first.
 */
export async function keyRanges(table: StoreTable, partitionKey: string, from: string): Promise<readonly KeyRange[]> {
  const first = numberOf(from);
  let end = base ** BigInt(digits);
  let bounds: string[] = [];
  for (let tried = 0; tried < digits; tried += 1) {
    const width = (end - first) / BigInt(rangesAtOnce);
    if (width === 0n) break;
    const numbers = Array.from({ length: rangesAtOnce - 1 }, (_, at) => first + width * BigInt(at + 1));
    const keys = numbers.map(keyOf);
    const hasRows = await Promise.all(keys.map(async (key) => isAnyFrom(table, partitionKey, key)));
    const count = hasRows.lastIndexOf(true) + 1;
    bounds = keys.slice(0, count);
    const beyond = numbers[count];
    if (count >= rangesAtOnce / 2 || beyond === undefined) break;
    end = beyond;
  }
  const starts = [from];
  for (const bound of bounds) if (bound > (starts.at(-1) ?? from)) starts.push(bound);
  return starts.map((start, at) => ({ from: start, ...defined({ below: starts[at + 1] }) }));
}
