import { randomBytes } from 'node:crypto';

/** A file that waits to be fetched, and whose it is. */
export interface Kept {
  readonly partner: string;
  readonly userId: string;
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Files that wait to be fetched. They are in memory only, and not for long. */
export interface Shelf {
  /** Keeps a file; gives an id that cannot be guessed. */
  put(file: Kept): string;
  find(id: string): Kept | undefined;
}

/** Minutes a file is kept. */
export const keptMinutes = 30;

/** Most bytes of all files together; the oldest make room. */
const mostBytes = 128 * 1024 * 1024;

/** An empty shelf; `elapsed` gives milliseconds since some moment, which no setting of the clock changes. */
export function createShelf(elapsed: () => number = () => performance.now()): Shelf {
  const kept = new Map<string, { readonly file: Kept; readonly until: number }>();
  const tidy = (): void => {
    let bytes = [...kept.values()].reduce((sum, { file }) => sum + file.content.length, 0);
    for (const [id, { file, until }] of kept) {
      if (until > elapsed() && bytes <= mostBytes) break;
      kept.delete(id);
      bytes -= file.content.length;
    }
  };
  return {
    put(file) {
      const id = randomBytes(24).toString('base64url');
      kept.set(id, { file, until: elapsed() + keptMinutes * 60_000 });
      tidy();
      return id;
    },
    find(id) {
      tidy();
      return kept.get(id)?.file;
    },
  };
}
