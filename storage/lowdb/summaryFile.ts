import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Json, Summary } from '../documents.ts';
import { type Disk, isMissing, writeDurably } from '../disk.ts';
import { decodeLine, encodeLine, lineRanges, tailStart, textOffset } from './checksumLines.ts';

/** Content of a summary file: where the latest line of each document starts, by the document's file name. */
interface SummaryLines {
  readonly bytes: Buffer;
  readonly starts: ReadonlyMap<string, number>;
  /** False where the last line was cut off while it was written, or there is no usable file. */
  readonly isWhole: boolean;
}

const noLines: SummaryLines = { bytes: Buffer.alloc(0), starts: new Map(), isWhole: false };

// So many lines are decoded at a time: a few milliseconds.
const linesAtOnce = 5000;
const space = 0x20;

/**
 * Decodes a summary file. One with a corrupt line that is not the last holds nothing: the line may have been the latest
 * of its document, and an older one would be taken for it.
 */
async function decodeLines(bytes: Buffer): Promise<SummaryLines> {
  const starts = new Map<string, number>();
  let count = 0;
  for (const [start, end] of lineRanges(bytes)) {
    const text = decodeLine(bytes.subarray(start, end));
    if (text === undefined) return noLines;
    starts.set(bytes.toString('latin1', start + textOffset, bytes.indexOf(space, start + textOffset)), start);
    count += 1;
    if (count % linesAtOnce === 0) await nextTurn();
  }
  const tail = bytes.subarray(tailStart(bytes));
  // Not cut off: its line end is corrupt.
  if (decodeLine(tail.subarray(0, -1)) !== undefined) return noLines;
  return { bytes, starts, isWhole: tail.length === 0 };
}

const encodeSummary = (name: string, { form, value }: Summary): string =>
  encodeLine(`${name} ${String(form)} ${JSON.stringify(value)}`);

const lineEnd = (bytes: Buffer, start: number): number => bytes.indexOf('\n', start);

function summaryAt({ bytes, starts }: SummaryLines, name: string): Summary | undefined {
  const start = starts.get(name);
  if (start === undefined) return undefined;
  const form = start + textOffset + name.length + 1;
  const value = bytes.indexOf(space, form) + 1;
  return {
    form: Number(bytes.toString('latin1', form, value)),
    value: JSON.parse(bytes.toString('utf8', value, lineEnd(bytes, start))) as Json,
  };
}

/** A new summary by the document's file name, or undefined where the document or its summary is gone. */
export type SummaryChanges = ReadonlyMap<string, Summary | undefined>;

/** Summaries as they were when the file was read. */
export interface SummaryReader {
  get(name: string): Summary | undefined;
  names(): Iterable<string>;
}

/**
 * One partner's summaries of a kind, in a file of their own: a line for each, appended when it changes, the last one of
 * a document counting. It is a cache of what the documents say: a file that cannot be read is an empty one.
 */
export interface SummaryFile {
  /** Not while a write is under way. */
  read(): Promise<SummaryReader>;
  /**
   * Writes changes, durable when this resolves. Of a document whose summary is gone no line is left, not even an older
   * one. Raises the disk's error, and then may be called again with the same.
   */
  write(changes: SummaryChanges): Promise<void>;
}

/** Sizes in bytes, as far as this process knows them: of the latest lines, and of those appended since. */
interface FileSize {
  readonly base: number;
  readonly appended: number;
  /** False for a file that must be rewritten before anything is appended. */
  readonly isWhole: boolean;
}

// A smaller file is not worth a rewrite for its stale lines.
const smallest = 1024 * 1024;

/** The summary file of that path. */
export function summaryFile(disk: Disk, tempFolder: string, path: string): SummaryFile {
  let size: FileSize | undefined;
  let isPresent = true;

  const load = async (): Promise<SummaryLines> => {
    try {
      const bytes = await disk.read(path);
      return await decodeLines(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    } catch (error) {
      isPresent = !isMissing(error);
      return noLines;
    }
  };

  const sizeOf = ({ bytes, starts, isWhole }: SummaryLines): FileSize => {
    let base = 0;
    for (const start of starts.values()) base += lineEnd(bytes, start) + 1 - start;
    return { base, appended: bytes.length - base, isWhole };
  };

  /** Writes the latest lines of all documents but those that change, and the new ones. */
  const rewrite = async (changes: SummaryChanges, added: string): Promise<void> => {
    const { bytes, starts } = await load();
    const parts: Uint8Array[] = [];
    for (const [name, start] of starts)
      if (!changes.has(name)) parts.push(bytes.subarray(start, lineEnd(bytes, start) + 1));
    const content = Buffer.concat([...parts, Buffer.from(added)]);
    await writeDurably(disk, tempFolder, path, content);
    isPresent = true;
    size = { base: content.length, appended: 0, isWhole: true };
  };

  return {
    async read() {
      const lines = await load();
      size = sizeOf(lines);
      return { get: (name) => summaryAt(lines, name), names: () => lines.starts.keys() };
    },
    async write(changes) {
      size ??= sizeOf(await load());
      const entries = [...changes].flatMap(([name, summary]) =>
        summary === undefined ? [] : [[name, summary] as const],
      );
      if (!isPresent && entries.length === 0) return;
      const added = entries.map(([name, summary]) => encodeSummary(name, summary)).join('');
      const known = size;
      // Until it is done, what is in the file is not known.
      size = undefined;
      const length = Buffer.byteLength(added);
      const isLean = known.appended + length <= Math.max(smallest, known.base);
      if (!known.isWhole || !isLean || entries.length < changes.size) return rewrite(changes, added);
      await disk.append(path, added);
      size = { ...known, appended: known.appended + length };
    },
  };
}
