import type { Words } from '../locales/words.ts';
import { button, type PressData } from './buttons.ts';
import type { Element } from './elements.ts';

/** A search: what it is for, what stands in it, and the press that finds. */
interface Search {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly find: PressData;
}

/**
 * An input to search with, and Find beside it as the input's own action, which the keyboard presses too: Enter in the
 * built-in chat page, Ctrl+Enter where the plain library draws the card (AdaptiveCards pull request 4840).
 */
export const searchInput = ({ id, label, placeholder, value, find }: Search, { t }: Words): Element => ({
  type: 'Input.Text',
  id,
  label,
  placeholder,
  value,
  inlineAction: button(t('button.find'), find),
});
