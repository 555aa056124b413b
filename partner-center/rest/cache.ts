/** Keeps what was read for `lifetime` milliseconds by key; calls at the same time share one reading, failures are not kept. */
export const cache = <T>(now: () => Date, lifetime: number): ((key: string, read: () => Promise<T>) => Promise<T>) => {
  const kept = new Map<string, { readonly until: number; readonly value: Promise<T> }>();
  return (key, read) => {
    const known = kept.get(key);
    if (known !== undefined && known.until > now().getTime()) return known.value;
    const value = read();
    const entry = { until: now().getTime() + lifetime, value };
    kept.set(key, entry);
    value.catch(() => {
      if (kept.get(key) === entry) kept.delete(key);
    });
    return value;
  };
};
