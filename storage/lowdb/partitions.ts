import { join } from 'node:path';
import { UnusableFolder } from '../folderFormat.ts';
import { StorageUnavailable, type Partition } from '../documents.ts';
import { reservedNames } from './dataFolder.ts';
import { textOf } from './fileNames.ts';
import type { Store } from './store.ts';

/** The partners of a kind. Raises UnusableFolder where a folder's name does not tell whose it is. */
const partnersIn = (folder: string, names: readonly string[]): readonly string[] =>
  names.map((name) => {
    const partner = textOf(name);
    if (partner !== undefined) return partner;
    throw new UnusableFolder(`${join(folder, name)} is named after no partner: move it elsewhere, then try again`);
  });

/** Each kind and partner that has a folder, or something in the journal. Raises UnusableFolder and StorageUnavailable. */
export async function partitionsOf({ disk, folder, journal }: Store): Promise<readonly Partition[]> {
  const found = new Map<string, Partition>();
  const add = (kind: string, partner: string): void =>
    void found.set(JSON.stringify([kind, partner]), { kind, partner });
  // Before the folders are read: what arrives there meanwhile is in one of them.
  for (const { place } of journal.ahead.values()) add(place.key.kind, place.key.partner);
  try {
    for (const name of await disk.names(folder)) {
      const kind = textOf(name);
      if (kind === undefined || reservedNames.includes(kind)) continue;
      const inKind = join(folder, name);
      for (const partner of partnersIn(inKind, await disk.names(inKind))) add(kind, partner);
    }
  } catch (error) {
    throw error instanceof UnusableFolder ? error : new StorageUnavailable('list', 'any', error);
  }
  return [...found.values()];
}
