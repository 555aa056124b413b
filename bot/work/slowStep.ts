import type { WorkTools } from './workTools.ts';

/**
 * Has it told how far work is, should its present step take longer than people like to wait for a sign. What it gives is
 * to be called when the step is over: nothing is told from then on, and it resolves when nothing is being told.
 */
export function whileSlow(
  { later, progressAfter }: Pick<WorkTools, 'later' | 'progressAfter'>,
  tell: () => Promise<void>,
): () => Promise<void> {
  let isOver = false;
  let telling = Promise.resolve();
  later(() => {
    if (!isOver) telling = tell();
  }, progressAfter);
  return () => {
    isOver = true;
    return telling;
  };
}
