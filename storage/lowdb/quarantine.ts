import { join } from 'node:path';
import { quarantineOf } from './dataFolder.ts';
import { isMissing } from './disk.ts';
import type { Store } from './store.ts';

/** A moment as it stands in the names of files set aside; such names sort by time. */
export const quarantineTime = (time: Date): string => time.toISOString().replace(/[:.]/g, '-');

const setAsideAt = /-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)(?:-\d+)?\.json$/;

/** Removes the files that were set aside before that moment. */
export async function forgetSetAside({ disk, folder }: Pick<Store, 'disk' | 'folder'>, before: Date): Promise<void> {
  const latest = quarantineTime(before);
  for (const name of await names({ disk, folder })) {
    const time = setAsideAt.exec(name)?.[1];
    if (time !== undefined && time < latest) await disk.remove(join(quarantineOf(folder), name));
  }
}

async function names({ disk, folder }: Pick<Store, 'disk' | 'folder'>): Promise<readonly string[]> {
  try {
    return await disk.names(quarantineOf(folder));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
