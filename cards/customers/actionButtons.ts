import type { Words } from '../../locales/words.ts';
import type { AllowedAction } from '../../partner-center/allowedActions.ts';
import { button } from '../buttons.ts';

const titles = {
  licenses: 'button.licenses',
  nextTerm: 'button.nextTerm',
  endOfTerm: 'button.endOfTerm',
  cancelSubscription: 'button.cancelSubscription',
  suspend: 'button.suspend',
  reactivate: 'button.reactivate',
  addOns: 'button.addOns',
} as const satisfies Record<AllowedAction, string>;

/** Whose card it is, and which subscription of theirs is meant. */
interface Which {
  readonly words: Words;
  /** How buttons name the customer. */
  readonly ref: string;
  readonly id: string;
}

/** The button that opens the card of an action. */
export const actionButton = (action: AllowedAction, { words, ref, id }: Which, primary = false) =>
  button(words.t(titles[action]), { verb: action, argument: `${ref} ${id}` }, primary);

/** The way to the card of one subscription. */
export const manageButton = ({ words, ref, id }: Which, primary = false) =>
  button(words.t('button.manage'), { verb: 'manage', argument: `${ref} ${id}` }, primary);
