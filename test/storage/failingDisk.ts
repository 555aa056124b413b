import { nodeDisk, type Disk } from '../../storage/disk.ts';

/** What can be made to fail; `half an append` fails after writing half of it. */
type Step = keyof Disk | 'append' | 'half an append' | 'cut';

/** The machine's disk, to be made to fail, and to be held. */
interface FailingDisk {
  readonly disk: Disk;
  /** From now on these steps fail, with the error of a full disk, and no others. */
  readonly fail: (...steps: readonly Step[]) => void;
  /** Runs a task while every step waits, none being under way. */
  readonly held: <T>(task: () => Promise<T>) => Promise<T>;
}

/** A disk that fails in nothing yet. */
export function failingDisk(): FailingDisk {
  let failing: readonly Step[] = [];
  let released: Promise<void> | undefined;
  const underWay = new Set<Promise<unknown>>();
  const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  const on = <A extends unknown[], R>(step: Step, does: (...args: A) => Promise<R>) =>
    async function (...args: A): Promise<R> {
      await released;
      if (failing.includes(step)) throw full;
      const doing = does(...args);
      underWay.add(doing);
      return doing.finally(() => underWay.delete(doing));
    };
  const disk: Disk = {
    read: on('read', nodeDisk.read),
    write: on('write', nodeDisk.write),
    append: on('append', async (file, content) => {
      if (!failing.includes('half an append')) return nodeDisk.append(file, content);
      await nodeDisk.append(file, content.slice(0, content.length / 2));
      throw full;
    }),
    grow: on('grow', async (file) => {
      const grown = await nodeDisk.grow(file);
      const append = async (bytes: Uint8Array): Promise<void> => {
        if (!failing.includes('half an append')) return grown.append(bytes);
        await grown.append(bytes.subarray(0, bytes.length / 2));
        throw full;
      };
      return { append: on('append', append), cut: on('cut', grown.cut), close: grown.close };
    }),
    move: on('move', nodeDisk.move),
    remove: on('remove', nodeDisk.remove),
    exists: on('exists', nodeDisk.exists),
    names: on('names', nodeDisk.names),
    makeFolder: on('makeFolder', nodeDisk.makeFolder),
    syncFolder: on('syncFolder', nodeDisk.syncFolder),
  };
  return {
    disk,
    fail: (...steps) => void (failing = steps),
    async held(task) {
      let release: (() => void) | undefined;
      released = new Promise((resolve) => (release = resolve));
      try {
        while (underWay.size > 0) await Promise.allSettled(underWay);
        return await task();
      } finally {
        released = undefined;
        release?.();
      }
    },
  };
}
