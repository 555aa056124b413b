import type { Words } from '../locales/words.ts';
import { button, buttons, type Element, fittingAttempts, paragraph, type PressData, row } from './elements.ts';
import type { CustomerCardBase } from './customers/customerCardBase.ts';

/** Range of a list that stands on a card, counted from 1; `of` is the length of the list. */
interface Position {
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

/** The range in words, “1–8 of 63”, the same on every list; of a list that stands on one card, its length alone. */
function positionText({ from, to, of }: Position, { t }: Words): string {
  if (from === 1 && to === of) return t('list.positionAll', { of });
  return from === to ? t('list.positionOne', { from, of }) : t('list.position', { from, to, of });
}

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
  /** Number of entries before the first one shown. */
  readonly from: number;
}

/** Maximum of entries on a page; fewer where long names take the bytes. */
const entriesPerPage = 15;

/**
 * One page of a list: its entries, its position with the button that refreshes it, and the buttons to the next and the
 * first page. `verb` shows them. Each `attempt` to fit a card's size takes fewer entries.
 */
export function pageParts<T>(list: readonly T[], { words, ref, from }: PagedView, verb: string, attempt: number) {
  const end = Math.min(list.length, from + Math.ceil((entriesPerPage * (fittingAttempts - attempt)) / fittingAttempts));
  const to = (index: number) => ({ verb, argument: `${ref} ${String(index)}` });
  return {
    shown: list.slice(from, end),
    position: positionLines({ from: from + 1, to: end, of: list.length }, words, to(from)),
    turning: [
      ...(end < list.length ? [button(words.t('button.nextPage'), to(end))] : []),
      ...(from > 0 ? [button(words.t('button.firstPage'), { verb, argument: ref })] : []),
    ],
  };
}
