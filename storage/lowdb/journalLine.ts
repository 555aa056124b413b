import { crc32 } from 'node:zlib';
import type { Json, Key } from '../documents.ts';

/** What happened to one document: it got this version, or without one was removed. */
export interface Line {
  readonly key: Key;
  readonly version?: { readonly etag: string; readonly value: Json };
}

/** What a file of a journal holds, in order; `broken` are its lines that cannot be understood. */
export interface Lines {
  readonly lines: readonly Line[];
  readonly broken: readonly Uint8Array[];
}

const checksum = (text: string | Uint8Array): string => crc32(text).toString(16).padStart(8, '0');
const checksumLength = 8;
const newline = 0x0a;

/** The text of a line, its end included: a checksum, a space, JSON. */
export function writtenLine({ key: { kind, partner, id }, version }: Line): string {
  const text = JSON.stringify({ kind, partner, id, ...version });
  return `${checksum(text)} ${text}\n`;
}

const isText = (value: unknown): value is string => typeof value === 'string';

function readLine(bytes: Uint8Array): Line | undefined {
  const text = bytes.subarray(checksumLength + 1);
  if (Buffer.from(bytes.subarray(0, checksumLength)).toString('latin1') !== checksum(text)) return undefined;
  try {
    const { kind, partner, id, etag, value } = JSON.parse(Buffer.from(text).toString('utf8')) as Record<string, Json>;
    if (!isText(kind) || !isText(partner) || !isText(id)) return undefined;
    const key = { kind, partner, id };
    return isText(etag) && value !== undefined ? { key, version: { etag, value } } : { key };
  } catch {
    return undefined;
  }
}

/**
 * Reads what a file of a journal holds. What follows its last line's end was being written when a process ended, and was
 * promised to nobody: it is left out.
 */
export function readLines(bytes: Uint8Array): Lines {
  const lines: Line[] = [];
  const broken: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
    const line = readLine(bytes.subarray(start, end));
    if (line === undefined) broken.push(bytes.subarray(start, end));
    else lines.push(line);
    start = end + 1;
  }
  // A whole line before a last byte that is no line's end was promised: that byte is what broke.
  const last = readLine(bytes.subarray(start, -1));
  if (last !== undefined) lines.push(last);
  return { lines, broken };
}
