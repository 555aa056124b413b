/** A map that drops the least recently used entry when it exceeds its size. */
export interface Lru<V> {
  get(name: string): V | undefined;
  set(name: string, value: V): void;
  delete(name: string): void;
}

/** Creates a map for at most `size` entries; both reading and writing an entry count as use. */
export function lru<V>(size: number): Lru<V> {
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
