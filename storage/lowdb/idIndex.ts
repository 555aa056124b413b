import { positionOf } from '../../lib/keysetPage.ts';

/** Content of a partition's folder: its ids in any order, and the names of documents that were unreadable. */
export interface FolderScan {
  readonly ids: readonly string[];
  readonly unreadable: readonly string[];
}

/** Ids of one partner's documents of a kind, in order of their UTF-16 code units, kept in step with the disk. */
export interface IdIndex {
  /** Call after the document was written; adding an id again changes nothing. */
  add(id: string): void;
  /** Call after the document was removed. */
  remove(id: string): void;
  /** Up to `limit` ids strictly after `after`; `more` tells whether others follow. Raises the error of loading. */
  page(after: string | undefined, limit: number): Promise<{ readonly ids: readonly string[]; readonly more: boolean }>;
  /** Names found unreadable while loading; returned once. */
  takeUnreadable(): Promise<readonly string[]>;
}

const itself = (id: string): string => id;

function apply(ids: string[], id: string, present: boolean): void {
  const position = positionOf(ids, id, itself);
  const found = ids[position] === id;
  if (present && !found) ids.splice(position, 0, id);
  if (!present && found) ids.splice(position, 1);
}

const ascending = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** An index that begins to load at once; changes made meanwhile win over the loaded ids. */
export function idIndex(load: () => Promise<FolderScan>): IdIndex {
  const meanwhile = new Map<string, boolean>();
  const unreadable: string[] = [];
  let ids: string[] | undefined;
  const loading = load().then((found) => {
    const loaded = found.ids.toSorted(ascending);
    for (const [id, present] of meanwhile) apply(loaded, id, present);
    unreadable.push(...found.unreadable);
    ids = loaded;
    return loaded;
  });
  const change = (id: string, present: boolean): void => {
    if (ids === undefined) meanwhile.set(id, present);
    else apply(ids, id, present);
  };
  return {
    add: (id) => change(id, true),
    remove: (id) => change(id, false),
    async page(after, limit) {
      const all = await loading;
      const position = after === undefined ? 0 : positionOf(all, after, itself);
      const start = after !== undefined && all[position] === after ? position + 1 : position;
      return { ids: all.slice(start, start + limit), more: start + limit < all.length };
    },
    async takeUnreadable() {
      await loading;
      return unreadable.splice(0);
    },
  };
}
