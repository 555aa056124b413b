import { defined } from './optional.ts';

/** Every property of `T`, the optional ones possibly undefined: a literal of this type cannot leave one out. */
type Complete<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? T[K] | undefined : T[K];
};

/**
 * The object without its undefined properties, from a literal that names every property of `T`: a property that `T`
 * gets later does not compile until it is given here, if only as undefined.
 */
export function complete<T extends object>(all: Complete<NoInfer<T>>): T {
  return defined(all) as T;
}

/** A type that only an object without properties has; for any other it names the properties that were forgotten. */
type Nothing<T> = [keyof T] extends [never] ? unknown : { readonly forgotten: keyof T };

/**
 * Compiles only where a destructuring has named every property: `const { a, b: _notSent, ...others } = all` and then
 * `nothingLeft(others)`. The compiler's error names the forgotten ones.
 */
export function nothingLeft<T extends object>(_others: T & Nothing<T>): void {
  // Of types only.
}

/** The names of `All` that `Listed` lacks, as properties: for `nothingLeft`, of a list that must hold them all. */
export type Missing<All extends string, Listed extends string> = { readonly [Name in Exclude<All, Listed>]: Name };

/**
 * An argument that has no property but these: another one would not be read. One of any names, such as stored answers,
 * is taken as it is.
 */
export type Only<Name extends PropertyKey, T> = T & (string extends keyof T ? unknown : Nothing<Omit<T, Name>>);

/** An object's shape in which each key has the same schema. */
export const shapeOf = <K extends string, S>(keys: readonly K[], schema: S): Record<K, S> =>
  Object.fromEntries(keys.map((key) => [key, schema])) as Record<K, S>;
