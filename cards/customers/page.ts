import { button } from '../buttons.ts';
import { positionLines } from '../position.ts';
import type { Whose } from './whose.ts';

/** A list of a customer's on several cards. */
export interface Paged extends Whose {
  /** Counted from 0. */
  readonly page: number;
}

/** What stands on a page, `size` of the list, where that is in the list, with the button that shows it anew, and the buttons that turn to the next and to the first; `verb` shows them. */
export const pageOf = <T>(list: readonly T[], { words, ref, page }: Paged, verb: string, size: number) => ({
  shown: list.slice(page * size, (page + 1) * size),
  position: positionLines(
    { from: page * size + 1, to: Math.min(list.length, (page + 1) * size), of: list.length },
    words,
    { verb, argument: `${ref} ${String(page)}` },
  ),
  turning: [
    ...(list.length > (page + 1) * size
      ? [button(words.t('button.nextPage'), { verb, argument: `${ref} ${String(page + 1)}` }, true)]
      : []),
    ...(page > 0 ? [button(words.t('button.firstPage'), { verb, argument: ref })] : []),
  ],
});
