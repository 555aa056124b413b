/** Says how often somebody may do something. */
export interface RateLimit {
  /** `taken`: go on. `refused`: too often, and they should be told; `silent`: too often, and they were told. */
  take(name: string): 'taken' | 'refused' | 'silent';
}

interface Bucket {
  left: number;
  at: number;
  /** When they were told last. */
  told: number | undefined;
}

/** Names remembered; beyond that the ones that came first are forgotten, which only ever allows more. */
const most = 10_000;

/**
 * At most `perMinute` a minute for each name, all at once or spread out (a token bucket). Who is refused is told once a
 * minute, however much of theirs is taken in between.
 */
export function createRateLimit(perMinute: number, now: () => Date): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    take(name) {
      const time = now().getTime();
      const bucket = buckets.get(name) ?? { left: perMinute, at: time, told: undefined };
      // A clock that is set back takes away nothing, and one that is set forward gives a minute's worth at most.
      bucket.left = Math.min(perMinute, bucket.left + (Math.max(0, time - bucket.at) * perMinute) / 60_000);
      bucket.at = time;
      if (!buckets.has(name)) remember(buckets, name, bucket);
      if (bucket.left >= 1) {
        bucket.left -= 1;
        return 'taken';
      }
      if (bucket.told !== undefined && Math.abs(time - bucket.told) < 60_000) return 'silent';
      bucket.told = time;
      return 'refused';
    },
  };
}

function remember(buckets: Map<string, Bucket>, name: string, bucket: Bucket): void {
  buckets.set(name, bucket);
  if (buckets.size > most) buckets.delete(buckets.keys().next().value ?? '');
}
