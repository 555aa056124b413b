import { join } from 'node:path';
import type { Key } from '../documents.ts';
import { reservedNames } from './dataFolder.ts';
import { nameOf } from './fileNames.ts';

/** A key with the folder and the file that belong to it. */
export interface Place {
  readonly key: Key;
  readonly folder: string;
  readonly file: string;
}

/** The folder of one partner's documents of a kind, in that data folder. */
export function folderOf(data: string, kind: string, partner: string): string {
  if (reservedNames.includes(kind)) throw new Error(`no kind of document may be called ${kind}`);
  return join(data, nameOf(kind), nameOf(partner));
}

/** Where the document of a key is, or would be, in that data folder. */
export function placeOf(data: string, key: Key): Place {
  const folder = folderOf(data, key.kind, key.partner);
  return { key, folder, file: join(folder, `${nameOf(key.id)}.json`) };
}
