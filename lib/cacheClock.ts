/**
 * The clock of an LRUCache, as its options: time as `now` tells it. A clock that is set back counts as time that has
 * passed, so that nothing outlives its lifetime.
 */
export function cacheClock(now: () => Date): {
  readonly perf: { readonly now: () => number };
  readonly ttlResolution: number;
} {
  let last: number | undefined;
  // From 1, as an LRUCache takes a start of 0 for an entry without a lifetime.
  let passed = 1;
  const elapsed = (): number => {
    const present = now().getTime();
    passed += Math.abs(present - (last ?? present));
    last = present;
    return passed;
  };
  return { perf: { now: elapsed }, ttlResolution: 0 };
}
