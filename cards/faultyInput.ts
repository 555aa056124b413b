import type { Words } from '../locales/words.ts';
import type { Element } from './elements.ts';

/**
 * An input, made with its label, and beneath it the lines that say what is wrong with its answer. Where there are any, the
 * label says so too: a screen reader that goes from input to input reads the labels alone, and no card of version 1.5 can
 * tie a line to an input otherwise (WCAG 2.2, 3.3.1).
 */
export function faultyInput(
  label: string,
  made: (label: string) => Element,
  faultLines: readonly Element[],
  words: Words,
): [Element, ...Element[]] {
  return [made(faultLines.length === 0 ? label : words.t('form.atFault', { label })), ...faultLines];
}
