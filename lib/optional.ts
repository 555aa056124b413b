/** The properties of an object type, each absent where its value may be undefined. */
type Defined<T> = { -readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/**
 * A copy of the object without the properties that are undefined, to be spread where an optional property is absent or has
 * a value (`exactOptionalPropertyTypes`).
 */
export function defined<T extends object>(values: T): Defined<T> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) if (value !== undefined) result[name] = value;
  // The compiler cannot follow through T that only undefined was left out.
  return result as Defined<T>;
}

/** The first result that is defined, of a list's entries in their order; undefined where none is. */
export function firstDefined<T, R>(all: readonly T[], of: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = of(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
