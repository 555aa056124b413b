import { join, sep } from 'node:path';
import { createHash } from 'node:crypto';
import { claimFolder } from '../dataFolder.ts';
import type { Disk } from '../disk.ts';
import type { DocumentKey, Partition } from '../documents.ts';

/** Folder for temporary files, on the data folder's own filesystem, so that a rename moves a file to its place. */
export const tempFolderOf = (folder: string): string => join(folder, 'tmp');

/** Folder of the write-ahead log's segments. */
export const logFolderOf = (folder: string): string => join(folder, 'journal');

/** Folder of files that could not be read. */
export const quarantineFolderOf = (folder: string): string => join(folder, 'quarantine');

/** Folder of the summaries' files. */
export const summariesFolderOf = (folder: string): string => join(folder, 'summaries');

/** Name of a file in the folder for temporary files that says that the summaries are those of the documents. */
export const summaryMark = 'summaries';

/** Names in a data folder that no kind of document may have. */
export const reservedNames: readonly string[] = ['tmp', 'journal', 'quarantine', 'summaries', 'lock', 'tokens'];

async function clearTempFolder(disk: Disk, tempFolder: string): Promise<void> {
  await disk.makeFolder(tempFolder);
  for (const name of await disk.names(tempFolder)) if (name !== summaryMark) await disk.remove(join(tempFolder, name));
}

/**
 * Prepares an existing folder that this process holds: marks it with the present format and removes temporary files
 * left by a crash. Raises UnusableFolder when a newer version or another store wrote it.
 */
export async function prepareFolder(disk: Disk, folder: string): Promise<void> {
  await claimFolder(disk, folder, 'lowdb', tempFolderOf(folder));
  await clearTempFolder(disk, tempFolderOf(folder));
  await disk.makeFolder(logFolderOf(folder));
}

// Three of them and a time make the name of a quarantined file, and file systems allow 255 bytes.
const longestName = 64;

const percentEncode = (text: string): string =>
  [...Buffer.from(text, 'utf8')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const hashedName = (text: string): string => `~${createHash('sha256').update(text, 'utf16le').digest('hex')}`;

const isWellFormed = (text: string): boolean => Buffer.from(text, 'utf8').toString('utf8') === text;

/**
 * A name of 1 to 65 characters of `a-z 0-9 _ - % ~` for any text, different texts having different names on disks that
 * ignore case too. Long, empty and ill-formed texts are hashed (SHA-256), never cut; the others can be decoded.
 */
export function fileNameOf(text: string): string {
  // As most ids are.
  if (/^[a-z0-9_-]{1,64}$/.test(text)) return text;
  const encoded = text.replace(/[^a-z0-9_-]/gu, percentEncode);
  return encoded === '' || encoded.length > longestName || !isWellFormed(text) ? hashedName(text) : encoded;
}

/** True when the name is a hash, whose text must be read from the file. */
export const isHashedName = (name: string): boolean => /^~[0-9a-f]{64}$/.test(name);

/** The text that a file name encodes; undefined for a hash and for a name that no text has. */
export function textOfFileName(name: string): string | undefined {
  try {
    const text = decodeURIComponent(name);
    return fileNameOf(text) === name ? text : undefined;
  } catch {
    return undefined;
  }
}

/** A key with the folder, the file and the file's name, without its ending, of its document. */
export interface DocumentPath {
  readonly key: DocumentKey;
  readonly name: string;
  readonly folder: string;
  readonly file: string;
}

/** Folder of one partner's documents of a kind, in a data folder. */
export function partitionFolder(data: string, kind: string, partner: string): string {
  if (reservedNames.includes(kind)) throw new Error(`no kind of document may be called ${kind}`);
  return join(data, fileNameOf(kind), fileNameOf(partner));
}

/** Path of the document of a key in a data folder, whether it exists or not. */
export const documentPath = (data: string, key: DocumentKey): DocumentPath =>
  pathInFolder(partitionFolder(data, key.kind, key.partner), key);

/** Path of the document of a key in the folder of its partition. */
export function pathInFolder(folder: string, key: DocumentKey): DocumentPath {
  const name = fileNameOf(key.id);
  return { key, name, folder, file: `${folder}${sep}${name}.json` };
}

/** File of a partition's summaries in a data folder. */
export const summaryFileOf = (data: string, { kind, partner }: Partition): string =>
  join(summariesFolderOf(data), fileNameOf(kind), `${fileNameOf(partner)}.log`);
