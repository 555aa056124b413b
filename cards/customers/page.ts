import { button } from '../buttons.ts';
import type { Whose } from './whose.ts';

/** A list of a customer's on several cards. */
export interface Paged extends Whose {
  /** Counted from 0. */
  readonly page: number;
}

/** What stands on a page, `size` of the list, and the buttons that turn to the next and to the first; `verb` shows them. */
export const pageOf = <T>(list: readonly T[], { words: { t }, ref, page }: Paged, verb: string, size: number) => ({
  shown: list.slice(page * size, (page + 1) * size),
  turning: [
    ...(list.length > (page + 1) * size
      ? [button(t('button.nextPage'), { verb, argument: `${ref} ${String(page + 1)}` }, true)]
      : []),
    ...(page > 0 ? [button(t('button.firstPage'), { verb, argument: ref })] : []),
  ],
});
