import { basename, join } from 'node:path';
import { fileNameOf, quarantineFolderOf, tempFolderOf } from './paths.ts';
import { isMissing, writeDurably, type Disk } from '../disk.ts';
import type { CorruptRecord } from './writeAheadLog.ts';
import type { DocumentKey } from '../documents.ts';

/** The parts of a store that its quarantine needs. */
interface QuarantinedStore {
  readonly disk: Disk;
  readonly folder: string;
  readonly now: () => Date;
  readonly onUnreadable: OnUnreadable;
}

/** A time as written in the names of quarantined files; such names sort by time. */
const quarantineTime = (time: Date): string => time.toISOString().replace(/[:.]/g, '-');

const quarantinedAt = /-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)(?:-\d+)?\.json$/;

/** An unused path in the quarantine, made of these names and the time. */
export async function freeQuarantinePath(
  { disk, folder, now }: Pick<QuarantinedStore, 'disk' | 'folder' | 'now'>,
  names: readonly string[],
): Promise<string> {
  const start = [...names, quarantineTime(now())].join('-');
  for (let count = 1; ; count += 1) {
    const file = join(quarantineFolderOf(folder), `${start}${count === 1 ? '' : `-${count}`}.json`);
    if (!(await disk.exists(file))) return file;
  }
}

/** Writes a corrupt record to the quarantine and reports it without a key, since its document is unknown. */
export async function quarantineRecord(store: QuarantinedStore, { path, bytes }: CorruptRecord): Promise<void> {
  const file = await freeQuarantinePath(store, ['journal', basename(path, '.log')]);
  await writeDurably(store.disk, tempFolderOf(store.folder), file, bytes);
  store.onUnreadable({ kind: 'journal', partner: '', id: '' }, file, 'a line without its checksum');
}

/** Removes the files that were quarantined before that moment. */
export async function purgeQuarantine(
  { disk, folder }: Pick<QuarantinedStore, 'disk' | 'folder'>,
  before: Date,
): Promise<void> {
  const latest = quarantineTime(before);
  for (const name of await quarantinedNames({ disk, folder })) {
    const time = quarantinedAt.exec(name)?.[1];
    if (time !== undefined && time < latest) await disk.remove(join(quarantineFolderOf(folder), name));
  }
}

/** Removes a partner's quarantined files that contain one of these texts as a whole. */
export async function purgeQuarantineOf(
  { disk, folder }: Pick<QuarantinedStore, 'disk' | 'folder'>,
  partner: string,
  texts: readonly string[],
): Promise<void> {
  let isChanged = false;
  for (const name of await quarantinedNames({ disk, folder })) {
    const path = join(quarantineFolderOf(folder), name);
    const bytes = Buffer.from(await disk.read(path));
    const isTheirs = name.includes(fileNameOf(partner)) || bytes.includes(partner);
    if (!isTheirs || !texts.some((text) => bytes.includes(text) || name.includes(fileNameOf(text)))) continue;
    await disk.remove(path);
    isChanged = true;
  }
  if (isChanged) await disk.syncFolder(quarantineFolderOf(folder));
}

async function quarantinedNames({
  disk,
  folder,
}: Pick<QuarantinedStore, 'disk' | 'folder'>): Promise<readonly string[]> {
  try {
    return await disk.names(quarantineFolderOf(folder));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Called for each quarantined document: its key, its new file, and a reason without its content. */
export type OnUnreadable = (key: DocumentKey, file: string, reason: string) => void;
