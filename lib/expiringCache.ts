/**
 * A cache of asynchronous reads by key; entries expire after `lifetime` milliseconds, even if the clock is set back.
 * Concurrent calls share one read, failures are not cached.
 */
export const expiringCache = <T>(
  now: () => Date,
  lifetime: number,
): ((key: string, read: () => Promise<T>) => Promise<T>) => {
  const kept = new Map<string, { readonly at: number; readonly value: Promise<T> }>();
  return (key, read) => {
    const known = kept.get(key);
    if (known !== undefined && Math.abs(now().getTime() - known.at) < lifetime) return known.value;
    const value = read();
    const entry = { at: now().getTime(), value };
    kept.set(key, entry);
    value.catch(() => {
      if (kept.get(key) === entry) kept.delete(key);
    });
    return value;
  };
};
