import { basename, join } from 'node:path';
import { draftsOf, quarantineOf } from './dataFolder.ts';
import { isMissing, writeDurably } from './disk.ts';
import { nameOf } from './fileNames.ts';
import type { BrokenLine } from './journal.ts';
import type { Store } from './store.ts';

/** A moment as it stands in the names of files set aside; such names sort by time. */
const quarantineTime = (time: Date): string => time.toISOString().replace(/[:.]/g, '-');

const setAsideAt = /-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)(?:-\d+)?\.json$/;

/** A path in the quarantine that is free, made of these names and the time. */
export async function freePlace(
  { disk, folder, now }: Pick<Store, 'disk' | 'folder' | 'now'>,
  names: readonly string[],
): Promise<string> {
  const start = [...names, quarantineTime(now())].join('-');
  for (let count = 1; ; count += 1) {
    const file = join(quarantineOf(folder), `${start}${count === 1 ? '' : `-${count}`}.json`);
    if (!(await disk.exists(file))) return file;
  }
}

/** Writes a journal's line that nobody understands to the quarantine, and tells of it: which document it is about is lost. */
export async function keepBrokenLine(
  store: Pick<Store, 'disk' | 'folder' | 'now' | 'onUnreadable'>,
  { path, bytes }: BrokenLine,
): Promise<void> {
  const file = await freePlace(store, ['journal', basename(path, '.log')]);
  await writeDurably(store.disk, draftsOf(store.folder), file, bytes);
  store.onUnreadable({ kind: 'journal', partner: '', id: '' }, file, 'a line without its checksum');
}

/** Removes the files that were set aside before that moment. */
export async function forgetSetAside({ disk, folder }: Pick<Store, 'disk' | 'folder'>, before: Date): Promise<void> {
  const latest = quarantineTime(before);
  for (const name of await names({ disk, folder })) {
    const time = setAsideAt.exec(name)?.[1];
    if (time !== undefined && time < latest) await disk.remove(join(quarantineOf(folder), name));
  }
}

/** Removes the files that were set aside of a partner and hold one of these texts, whole. */
export async function forgetSetAsideOf(
  { disk, folder }: Pick<Store, 'disk' | 'folder'>,
  partner: string,
  texts: readonly string[],
): Promise<void> {
  let isChanged = false;
  for (const name of await names({ disk, folder })) {
    const path = join(quarantineOf(folder), name);
    const bytes = Buffer.from(await disk.read(path));
    const isTheirs = name.includes(nameOf(partner)) || bytes.includes(partner);
    if (!isTheirs || !texts.some((text) => bytes.includes(text) || name.includes(nameOf(text)))) continue;
    await disk.remove(path);
    isChanged = true;
  }
  if (isChanged) await disk.syncFolder(quarantineOf(folder));
}

async function names({ disk, folder }: Pick<Store, 'disk' | 'folder'>): Promise<readonly string[]> {
  try {
    return await disk.names(quarantineOf(folder));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
