/** One run under way of a kind, and one that begins after it for all who asked meanwhile. */
interface Runs {
  readonly present: Promise<void>;
  next?: Promise<void>;
}

/**
 * Answers many calls about one thing by few runs: a call shares the first run that begins after it, and its outcome.
 * Calls about different things have runs of their own, side by side.
 */
export function together(run: (name: string) => Promise<void>): (name: string) => Promise<void> {
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
