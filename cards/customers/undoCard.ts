import type { ChangeKind } from '../../model/change.ts';
import type { Words } from '../../locales/words.ts';
import { button, card, type Card, shortened } from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { changeWords } from './changeWords.ts';
import { customerButton, manageButton } from './customerCardBase.ts';

/** Data of the card that offers to take a change back. */
interface UndoView {
  readonly words: Words;
  /** Reference to the customer, as buttons carry it. */
  readonly ref: string;
  readonly companyName: string;
  readonly change: { readonly id: string; readonly subscriptionId: string; readonly what: ChangeKind };
}

/** Card of a change that was made and can still be taken back, for a typed undo. */
export function undoCard({ words, ref, companyName, change }: UndoView): Card {
  const { t } = words;
  const { id, subscriptionId, what } = change;
  return card(t('undo.title'), titleLines(t('undo.title'), shortened(companyName), changeWords(what, words)), [
    button(t('button.undo'), { verb: 'undo', argument: `${ref} ${subscriptionId} ${id}` }, true),
    manageButton({ words, ref, id: subscriptionId }),
    customerButton({ words, ref }),
  ]);
}
