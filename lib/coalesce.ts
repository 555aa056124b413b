/** The present run of a name, and the next run, shared by everyone who called meanwhile. */
interface Runs {
  readonly present: Promise<void>;
  next?: Promise<void>;
}

/**
 * Coalesces calls by name: a call shares the first run that begins after it, and its outcome. Calls with different
 * names run side by side.
 */
export function coalesce(run: (name: string) => Promise<void>): (name: string) => Promise<void> {
  const runs = new Map<string, Runs>();
  const begin = (name: string): Promise<void> => {
    const present = run(name).finally(() => {
      if (runs.get(name)?.next === undefined) runs.delete(name);
    });
    runs.set(name, { present });
    return present;
  };
  return (name) => {
    const known = runs.get(name);
    if (known === undefined) return begin(name);
    const then = (): Promise<void> => begin(name);
    known.next ??= known.present.then(then, then);
    return known.next;
  };
}
