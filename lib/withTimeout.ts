/** The promise's value, or `late` if it does not settle within that many milliseconds; a rejection passes through. */
export const withTimeout = async <T, L>(promise: Promise<T>, milliseconds: number, late: L): Promise<T | L> => {
  let timer: NodeJS.Timeout | undefined;
  const alarm = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(late), milliseconds);
  });
  try {
    return await Promise.race([promise, alarm]);
  } finally {
    clearTimeout(timer);
  }
};

/** The promise's value; raises the reason of the signal that aborts before that. */
export async function unlessAborted<T>(promise: Promise<T>, signals: readonly (AbortSignal | undefined)[]): Promise<T> {
  let end = (): void => undefined;
  const aborted = new Promise<void>((resolve) => (end = () => resolve()));
  for (const signal of signals) signal?.addEventListener('abort', end, { once: true });
  if (signals.some((signal) => signal?.aborted)) end();
  try {
    const first = await Promise.race([promise.then((value) => ({ value })), aborted]);
    if (first !== undefined) return first.value;
    for (const signal of signals) signal?.throwIfAborted();
    return await promise;
  } finally {
    for (const signal of signals) signal?.removeEventListener('abort', end);
  }
}
