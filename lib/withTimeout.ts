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
