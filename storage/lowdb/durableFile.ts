import type { Adapter } from 'lowdb';
import { basename } from 'node:path';
import { isMissing, writeDurably, type Disk } from './disk.ts';
import type { Json, Stored } from '../documents.ts';
import { nameOf } from './fileNames.ts';

/** A file is there but holds no document of its name; the message says why, without its content. */
export class BrokenFile extends Error {}

/** The same value, made to refuse changes in all its parts. */
export function deepFreeze(value: Json): Json {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}

const isStored = (value: unknown): value is Stored & { readonly value: Json } =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'etag' in value &&
  typeof value.etag === 'string' &&
  value.etag !== '' &&
  'value' in value;

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The parser's own sentence quotes the content, which may be personal.
    throw new BrokenFile('not JSON');
  }
}

/**
 * lowdb's adapter for one document a file: written whole and durably or not at all, read as a frozen value, null when
 * there is no file. Raises BrokenFile for anything but a document whose id belongs to the file's name.
 */
export function durableFile(disk: Disk, drafts: string, file: string): Adapter<Stored> {
  return {
    async read() {
      const bytes = await disk.read(file).catch((error: unknown) => {
        if (isMissing(error)) return undefined;
        throw error;
      });
      if (bytes === undefined) return null;
      const found = parse(bytes);
      if (!isStored(found)) throw new BrokenFile('not a document');
      if (`${nameOf(found.id)}.json` !== basename(file)) throw new BrokenFile('a document of another id');
      return { id: found.id, etag: found.etag, value: deepFreeze(found.value) };
    },
    write: (document) => writeDurably(disk, drafts, file, `${JSON.stringify(document)}\n`),
  };
}
