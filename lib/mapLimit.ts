/**
 * The results of the work for every item, in order; at most `atOnce` run at a time. The first error stops it and is
 * raised.
 */
export async function mapLimit<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, place: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let place = next++; place < items.length; place = next++) {
      try {
        // In range, by the loop's condition.
        results[place] = await work(items[place] as T, place);
      } catch (error) {
        next = items.length;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
