import { crc32 } from 'node:zlib';

const checksum = (text: string | Uint8Array): string => crc32(text).toString(16).padStart(8, '0');
const checksumLength = 8;
const newline = 0x0a;

/** Bytes of a line before its text. */
export const textOffset = checksumLength + 1;

/** A text that has no line end as a line: its checksum, a space, the text, a line end. */
export const encodeLine = (text: string): string => `${checksum(text)} ${text}\n`;

/** The text of a line, given without its end; undefined where it does not have its checksum. */
export function decodeLine(line: Uint8Array): Uint8Array | undefined {
  const text = line.subarray(textOffset);
  const found = Buffer.from(line.buffer, line.byteOffset, Math.min(line.length, checksumLength)).toString('latin1');
  return found === checksum(text) ? text : undefined;
}

/** Where each whole line of a file starts and ends, its line end left out. */
export function* lineRanges(bytes: Uint8Array): Generator<readonly [start: number, end: number]> {
  let start = 0;
  for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
    yield [start, end];
    start = end + 1;
  }
}

/** Where the last line starts, which has no line end: the end of the file unless its writing was cut off. */
export const tailStart = (bytes: Uint8Array): number => bytes.lastIndexOf(newline) + 1;
