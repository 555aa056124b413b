/** Work nothing waits for, until the process ends. */
export interface Background {
  run(work: Promise<void>): void;
  /** Later, unless the process is ending by then. */
  later(run: () => void, milliseconds: number): void;
  /** A minute from now, and then every day. */
  everyDay(run: () => void): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

const day = 24 * 60 * 60 * 1000;

/** Work in the background of a process that ends when `closing` fires. */
export function createBackground(closing: AbortSignal): Background {
  const underWay = new Set<Promise<void>>();
  const later = (run: () => void, milliseconds: number): void => {
    setTimeout(() => closing.aborted || run(), milliseconds).unref();
  };
  return {
    run(work) {
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
    },
    later,
    everyDay(run) {
      const again = (): void => {
        run();
        later(again, day);
      };
      later(again, 60_000);
    },
    async idle() {
      await Promise.all(underWay);
    },
  };
}
