/** A function that makes its value at the first call and keeps it; start-up does not pay for data nobody asked for. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
