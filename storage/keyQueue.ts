/** Runs tasks of one name one after another, and those of different names side by side. */
export interface KeyQueue {
  run<T>(name: string, task: () => Promise<T>): Promise<T>;
  /** Resolves when every task given so far has ended, well or badly. */
  idle(): Promise<void>;
}

/** A queue that remembers a name only while it has tasks. */
export function keyQueue(): KeyQueue {
  const tails = new Map<string, Promise<void>>();
  return {
    run(name, task) {
      const result = (tails.get(name) ?? Promise.resolve()).then(task);
      const tail = result
        .then(
          () => undefined,
          () => undefined,
        )
        .then(() => {
          if (tails.get(name) === tail) tails.delete(name);
        });
      tails.set(name, tail);
      return result;
    },
    async idle() {
      await Promise.all(tails.values());
    },
  };
}
