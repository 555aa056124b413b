import { basename } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import { isMissing, writeWhole, type Disk } from '../disk.ts';
import { deepFreeze, type Json, type StoredDocument } from '../documents.ts';
import { type DocumentPath, fileNameOf, tempFolderOf } from './paths.ts';

/** Raised for a file that does not hold the document of its name; the message says why, without its content. */
export class CorruptFile extends Error {}

const isStoredDocument = (value: unknown): value is StoredDocument & { readonly value: Json } =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'etag' in value &&
  typeof value.etag === 'string' &&
  value.etag !== '' &&
  'value' in value;

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The parser's own sentence quotes the content, which may be personal.
    throw new CorruptFile('not JSON');
  }
}

/**
 * lowdb's adapter for one document a file: written whole or not at all, and durable once its folder is synced; read as a
 * frozen value, null when there is no file. Raises CorruptFile for anything but a document whose id belongs to the file's name.
 */
function documentFile(disk: Disk, tempFolder: string, file: string): Adapter<StoredDocument> {
  return {
    async read() {
      const bytes = await disk.read(file).catch((error: unknown) => {
        if (isMissing(error)) return undefined;
        throw error;
      });
      if (bytes === undefined) return null;
      const found = parseJson(bytes);
      if (!isStoredDocument(found)) throw new CorruptFile('not a document');
      if (`${fileNameOf(found.id)}.json` !== basename(file)) throw new CorruptFile('a document of another id');
      return { id: found.id, etag: found.etag, value: deepFreeze(found.value) };
    },
    write: (document) => writeWhole(disk, tempFolder, file, `${JSON.stringify(document)}\n`),
  };
}

/** lowdb on the file of a path. */
export const lowdbFile = (
  { disk, folder }: { readonly disk: Disk; readonly folder: string },
  { file }: DocumentPath,
  document: StoredDocument,
): Low<StoredDocument> => new Low(documentFile(disk, tempFolderOf(folder), file), document);
