/** A queue that runs tasks of one name one after another, and tasks of different names side by side. */
export interface KeyQueue {
  run<T>(name: string, task: () => Promise<T>): Promise<T>;
  /** Resolves when every task queued so far has ended, whether it succeeded or failed. */
  idle(): Promise<void>;
}

/** Creates a queue that keeps a name only while it has tasks. */
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
