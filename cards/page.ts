import type { Words } from '../locales/words.ts';
import { button, buttons, type Element, paragraph, type PressData, row } from './elements.ts';
import type { CustomerCardBase } from './customers/customerCardBase.ts';

/** Range of a list that stands on a card, counted from 1; `of` is the length of the list. */
interface Position {
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

/** The range in words, “1–8 of 63”, the same on every list. */
const positionText = ({ from, to, of }: Position, { t }: Words): string =>
  from === to ? t('list.positionOne', { from, of }) : t('list.position', { from, to, of });

/** The range as a line, beside it the button that refreshes the list; nothing for an empty list. */
export function positionLines(position: Position, words: Words, refresh?: PressData): Element[] {
  if (position.to < position.from) return [];
  const line = paragraph(positionText(position, words), { subtle: true });
  return [refresh === undefined ? line : row([line], [buttons(refreshButton(refresh, words))])];
}

/** Button that refreshes a list or card whose content changes by itself. */
export const refreshButton = (press: PressData, { t }: Words) =>
  button(t('button.refresh'), { ...press, again: 'yes' });

/** Data of one page of a customer's list. */
export interface PagedView extends CustomerCardBase {
  /** Counted from 0. */
  readonly page: number;
}

/**
 * One page of a list: its `size` entries, its position with the button that refreshes it, and the buttons to the next
 * and the first page. `verb` shows them.
 */
export const pageParts = <T>(list: readonly T[], { words, ref, page }: PagedView, verb: string, size: number) => ({
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
