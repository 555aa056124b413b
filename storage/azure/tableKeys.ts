import { createHash } from 'node:crypto';
import type { DocumentKey, Partition } from '../documents.ts';

// Azure Tables refuses / \ # ? and control characters in keys; Cosmos DB a space at the end. All up to % is encoded, so
// that rows of the store's own, which begin with "!", come before every document, and % is never a text's own.
// eslint-disable-next-line no-control-regex
const encoded = /[\u0000-%'/?\\~\u007f-\u009f]|\p{Surrogate}/gu;

// Azure Tables takes 512 units, Cosmos DB 255.
const longestKey = 255;

const encodeUnit = (unit: string): string => `%${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * A key of Azure Tables for any text, different texts having different keys. What is forbidden in keys, and a lone
 * surrogate, becomes `%hhhh`; an empty text is `%`; a long one is `~` and its SHA-256, never cut. Prefixes of texts
 * are prefixes of their keys, where they are not long.
 */
export function tableKeyOf(text: string): string {
  if (text === '') return '%';
  const key = text.replace(encoded, encodeUnit);
  return key.length > longestKey ? `~${createHash('sha256').update(text, 'utf16le').digest('hex')}` : key;
}

/** True when the key is a hash, whose text is kept in a column. */
export const isHashedKey = (key: string): boolean => key.startsWith('~');

/** The text that a key encodes. */
export const textOfTableKey = (key: string): string =>
  key === '%'
    ? ''
    : key.replace(/%([0-9a-f]{4})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Key of the partition of a kind and a partner. */
export const partitionKeyOf = ({ kind, partner }: Partition): string => `${tableKeyOf(kind)}:${tableKeyOf(partner)}`;

/** Keys of a document's row. */
export const rowOf = (key: DocumentKey): { readonly partitionKey: string; readonly rowKey: string } => ({
  partitionKey: partitionKeyOf(key),
  rowKey: tableKeyOf(key.id),
});

/** The lowest key that a document can have; rows of the store's own are below. */
export const lowestDocument = '%';

/** Beginning of the keys of the change log. */
export const logPrefix = '!log:';

/** Beginning of the keys of quarantined documents. */
export const asidePrefix = '!aside:';

/** Filter of a partition's rows between two keys, the first one included, the last one not. */
export function rangeFilter(partitionKey: string, from: string, below?: string): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const upTo = below === undefined ? '' : ` and RowKey lt ${quoted(below)}`;
  return `PartitionKey eq ${quoted(partitionKey)} and RowKey ge ${quoted(from)}${upTo}`;
}

/** Filter of the documents of a kind, of all partners. */
export function kindFilter(kind: string): string {
  // No quote is in a key.
  const of = `${tableKeyOf(kind)}:`;
  return `PartitionKey ge '${of}' and PartitionKey lt '${keysEnd(of)}' and RowKey ge '${lowestDocument}'`;
}

/** The lowest key above a key: it is the key with one more unit, the lowest that keys have. */
export const keyAfter = (key: string): string => `${key}!`;

/** The end of the keys with that beginning: a key above all of them. */
export const keysEnd = (prefix: string): string =>
  prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
