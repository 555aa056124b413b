import { compared } from '../storage/folded.ts';

/**
 * Is it the same name, as people type it: whatever its case, blanks, accents, quotation marks, dashes and apostrophes, ё or
 * е, traditional or simplified? An empty one is none.
 */
export function isSameName(one: string, other: string): boolean {
  const typed = compared(one);
  // A name of signs alone has nothing else to be told by.
  return typed === '' ? one.trim() !== '' && one.trim() === other.trim() : typed === compared(other);
}
