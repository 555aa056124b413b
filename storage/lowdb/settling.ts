import { isMissing } from './disk.ts';
import type { Change } from './journal.ts';
import { lowOf, type Store } from './store.ts';

/** When what is in the journal is brought to the documents' own files. */
export interface SettleTimes {
  /** Milliseconds after the first change that is not there yet. */
  readonly after: number;
  /** Bytes of the journal's present file. */
  readonly bytes: number;
}

/**
 * What is removed has left the disk after about ten seconds, a document changed often meanwhile is written once, and
 * what a crash leaves to be read is 16 MB.
 */
export const settleTimes: SettleTimes = { after: 10_000, bytes: 16 * 1024 * 1024 };

/** Brings the documents' files up to date, behind the journal. */
export interface Settling {
  /** To be called after a change was written to the journal. */
  changed(): void;
  /** Brings over what is left, and no more afterwards. */
  end(): Promise<void>;
}

/** What is settled. */
type Settled = Pick<Store, 'disk' | 'folder' | 'lock' | 'journal'>;

const atOnce = 32;

async function remove({ disk }: Settled, { place }: Change): Promise<void> {
  try {
    await disk.remove(place.file);
  } catch (error) {
    if (!isMissing(error)) throw error;
    // It never arrived; or it was removed before, but not durably.
  }
  await disk.syncFolder(place.folder).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}

async function bring(store: Settled, change: Change): Promise<void> {
  const { journal, lock } = store;
  // What came after it is in a later file of the journal.
  if (journal.ahead.get(change.place.file) !== change) return;
  lock.assertHeld();
  if (change.document === undefined) await remove(store, change);
  else await lowOf(store, change.place, change.document).write();
  journal.arrived(change);
}

/** Brings over everything the journal holds now; raises the first error of those there were, after trying all. */
async function settle(store: Settled): Promise<void> {
  const { changes, paths } = await store.journal.turn();
  const faults: unknown[] = [];
  const left = changes.values();
  const lane = async (): Promise<void> => {
    for (const change of left) await bring(store, change).catch((error: unknown) => void faults.push(error));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  if (faults.length > 0) throw faults[0];
  await store.journal.drop(paths);
}

/** Begins to look after a store; `onTrouble` is told of an error, after which it is tried again. */
export function beginSettling(store: Settled, times: SettleTimes, onTrouble: (error: unknown) => void): Settling {
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;
  const begin = (): void => {
    clearTimeout(timer);
    timer = undefined;
    underWay ??= settle(store)
      .catch((error: unknown) => {
        onTrouble(error);
        later();
      })
      .finally(() => {
        underWay = undefined;
        if (store.journal.ahead.size > 0) later();
      });
  };
  const later = (): void => {
    timer ??= setTimeout(begin, times.after).unref();
  };
  if (store.journal.ahead.size > 0) later();
  return {
    changed() {
      if (store.journal.size() < times.bytes) later();
      else begin();
    },
    async end() {
      await underWay;
      clearTimeout(timer);
      await settle(store).catch(onTrouble);
    },
  };
}
