/** A function that computes its value at the first call and keeps it; start-up does not pay for unused data. */
export const lazy = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
