import type { WorkTools } from './workTools.ts';

/**
 * What a step of work gives. Should it take longer than people like to wait for a sign, how far the work is is told
 * meanwhile: once, and never after the step has ended.
 */
export async function toldWhileSlow<T>(
  { later, progressAfter }: Pick<WorkTools, 'later' | 'progressAfter'>,
  tell: () => Promise<void>,
  step: () => Promise<T>,
): Promise<T> {
  let isOver = false;
  let telling = Promise.resolve();
  later(() => {
    if (!isOver) telling = tell();
  }, progressAfter);
  try {
    return await step();
  } finally {
    isOver = true;
    await telling;
  }
}
