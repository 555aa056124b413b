/** The time limits of calls to the simulator, without a clock. */
interface SilenceLimit {
  /** As `fetch`, but a call whose time is over fails as it would at its time limit. */
  readonly fetch: typeof fetch;
  /** Ends the time of the call with this MS-RequestId. */
  readonly end: (requestId: string) => void;
}

/**
 * The time of a call is over as soon as the simulator leaves it without an answer: no test waits for a time limit, and no slow
 * machine reaches one.
 */
export function silenceLimit(): SilenceLimit {
  const open = new Map<string, AbortController>();
  return {
    end: (requestId) => open.get(requestId)?.abort(),
    async fetch(url, { signal, ...init } = {}) {
      const id = new Headers(init.headers).get('MS-RequestId') ?? '';
      const time = new AbortController();
      open.set(id, time);
      try {
        // The answer is small: what is left to read of it once its head is there comes without fail.
        return await fetch(url, { ...init, signal: signal ? AbortSignal.any([signal, time.signal]) : time.signal });
      } finally {
        open.delete(id);
      }
    },
  };
}
