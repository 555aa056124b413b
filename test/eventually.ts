import { setTimeout as wait } from 'node:timers/promises';

/**
 * Milliseconds after which what must come has failed to come: the only wait that tests have. Generous, for slow machines,
 * but less than mocha's own; another one: TEST_DEADLINE.
 */
export const deadline = Number(process.env['TEST_DEADLINE'] ?? 45_000);

/** Asks again and again until the answer is something other than false; fails with `what` when the deadline is over. */
export async function eventually<T>(
  what: string,
  ask: () => T | false | undefined | Promise<T | false | undefined>,
  milliseconds = deadline,
): Promise<T> {
  const begun = performance.now();
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    const waited = performance.now() - begun;
    if (waited > milliseconds) throw new Error(`In ${String(milliseconds)} ms it did not happen: ${what}`);
    // The longer it takes, the less it matters how soon it is seen; asking again at once takes the CPU from what is waited for.
    await wait(Math.min(100, Math.max(10, waited / 10)));
  }
}
