import { join } from 'node:path';
import type { Stored } from '../documents.ts';
import { keyQueue } from '../keyQueue.ts';
import { journalOf } from './dataFolder.ts';
import { isMissing, type Disk } from './disk.ts';
import { deepFreeze } from './durableFile.ts';
import { beginJournalFile, numberOf, type JournalFile } from './journalFile.ts';
import { readLines, writtenLine, type Line } from './journalLine.ts';
import { placeOf, type Place } from './place.ts';
import { together } from './together.ts';

/** What happened to the document of a place: its new version, or undefined where it was removed. */
export interface Change {
  readonly place: Place;
  readonly document: Stored | undefined;
}

/** What must arrive in the documents' own files before these files of the journal may go. */
export interface Backlog {
  readonly changes: readonly Change[];
  readonly paths: readonly string[];
}

/** A line that cannot be understood. */
export interface BrokenLine {
  /** The journal's file it is in. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Where every change goes first: one file, so that many share a write and a sync. The documents' own files follow it. */
export interface Journal {
  /** By document's file: the latest durable change, of those that may not have arrived there. */
  readonly ahead: ReadonlyMap<string, Change>;
  /** What was found when it was opened. */
  readonly broken: readonly BrokenLine[];
  /** Bytes written since it was last turned. */
  size(): number;
  /** Resolves when the change is durable, and counts. Raises the disk's error, and then it did not happen. */
  write(change: Change): Promise<void>;
  /** Begins a new file for all that follows, and gives what there was before. */
  turn(): Promise<Backlog>;
  /** The change is durable in its document's file. */
  arrived(change: Change): void;
  /** Removes files of a backlog all of whose changes have arrived. */
  drop(paths: readonly string[]): Promise<void>;
}

/** What a former process left: its files, oldest first, and what they hold. */
interface Left {
  readonly paths: readonly string[];
  readonly latest: number;
  readonly ahead: Map<string, Change>;
  readonly broken: readonly BrokenLine[];
}

async function readLeft(disk: Disk, folder: string): Promise<Left> {
  const names = await disk.names(journalOf(folder));
  const numbers = names.map((name) => numberOf(name) ?? 0);
  // Numbers grow to more digits some day.
  const paths = names
    .filter((name) => numberOf(name) !== undefined)
    .toSorted((a, b) => (numberOf(a) ?? 0) - (numberOf(b) ?? 0))
    .map((name) => join(journalOf(folder), name));
  const ahead = new Map<string, Change>();
  const broken: BrokenLine[] = [];
  for (const path of paths) {
    const found = readLines(await disk.read(path));
    for (const line of found.lines) {
      const change = changeOf(folder, line);
      ahead.set(change.place.file, change);
    }
    broken.push(...found.broken.map((bytes) => ({ path, bytes })));
  }
  return { paths, latest: Math.max(0, ...numbers), ahead, broken };
}

const changeOf = (folder: string, { key, version }: Line): Change => ({
  place: placeOf(folder, key),
  document: version === undefined ? undefined : { id: key.id, etag: version.etag, value: deepFreeze(version.value) },
});

const lineOf = ({ place: { key }, document }: Change): Line =>
  document === undefined ? { key } : { key, version: { etag: document.etag, value: document.value } };

/** Opens the journal of a data folder; `assertHeld` raises an error when this process may not write there. */
export async function openJournal(disk: Disk, folder: string, assertHeld: () => void): Promise<Journal> {
  const { paths, latest, ahead, broken } = await readLeft(disk, folder);
  const oneByOne = keyQueue();
  const full = [...paths];
  const waiting: Change[] = [];
  let number = latest;
  let present: JournalFile | undefined;

  const append = async (changes: readonly Change[]): Promise<void> => {
    assertHeld();
    present ??= await beginJournalFile(disk, journalOf(folder), (number += 1));
    await present.append(changes.map((change) => writtenLine(lineOf(change))).join(''));
    for (const change of changes) ahead.set(change.place.file, change);
  };
  const commit = together(() => {
    const changes = waiting.splice(0);
    return oneByOne.run('', () => append(changes));
  });
  const turn = async (): Promise<Backlog> => {
    if (present !== undefined) {
      full.push(present.path);
      // What it holds is durable, whatever its closing says.
      await present.close().catch(() => undefined);
      present = undefined;
    }
    return { changes: [...ahead.values()], paths: [...full] };
  };

  return {
    ahead,
    broken,
    size: () => present?.size ?? 0,
    write(change) {
      waiting.push(change);
      return commit('');
    },
    turn: () => oneByOne.run('', turn),
    arrived(change) {
      if (ahead.get(change.place.file) === change) ahead.delete(change.place.file);
    },
    async drop(dropped) {
      for (const path of dropped) {
        // Oldest first, and each durably: one that came back without its successor would undo what that one held.
        await disk.remove(path).catch((error: unknown) => {
          if (!isMissing(error)) throw error;
        });
        await disk.syncFolder(journalOf(folder));
        full.splice(full.indexOf(path), 1);
      }
    },
  };
}
