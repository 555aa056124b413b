/** Runs the work for every item, at most `atOnce` at a time; the first error stops it and is raised. */
export async function eachLimit<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, place: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let place = next++; place < items.length; place = next++) {
      try {
        // In range, by the loop's condition.
        await work(items[place] as T, place);
      } catch (error) {
        next = items.length;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
