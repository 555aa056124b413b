import type { Words } from '../locales/words.ts';
import { button, buttons, type PressData } from './buttons.ts';
import { paragraph, row, type Element } from './elements.ts';

/** What part of a list stands on a card, counted from 1; `of` is how many there are. */
export interface Position {
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

/** “1–8 of 63”: what part of a list stands on the card, the same on every list. */
export const positionText = ({ from, to, of }: Position, { t }: Words): string =>
  from === to ? t('list.positionOne', { from, of }) : t('list.position', { from, to, of });

/** That as a line of a card, beside it the button that shows the same anew; nothing where nothing is listed. */
export function positionLines(position: Position, words: Words, refresh?: PressData): Element[] {
  if (position.to < position.from) return [];
  const line = paragraph(positionText(position, words), { subtle: true });
  return [refresh === undefined ? line : row([line], [buttons(refreshButton(refresh, words))])];
}

/** Shows a list or a card anew, whose content changes by itself. */
export const refreshButton = (press: PressData, { t }: Words) =>
  button(t('button.refresh'), { ...press, again: 'yes' });
