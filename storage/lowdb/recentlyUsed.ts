/** A map that forgets the entry used longest ago when it holds more than its size. */
export interface RecentlyUsed<V> {
  get(name: string): V | undefined;
  set(name: string, value: V): void;
  delete(name: string): void;
}

/** An empty map for at most `size` entries; both reading and writing an entry use it. */
export function recentlyUsed<V>(size: number): RecentlyUsed<V> {
  // A Map gives its keys in the order they were set: the first is the one used longest ago.
  const entries = new Map<string, V>();
  const set = (name: string, value: V): void => {
    entries.delete(name);
    entries.set(name, value);
    const [oldest] = entries.keys();
    if (entries.size > size && oldest !== undefined) entries.delete(oldest);
  };
  return {
    get(name) {
      const value = entries.get(name);
      if (value !== undefined) set(name, value);
      return value;
    },
    set,
    delete: (name) => void entries.delete(name),
  };
}
