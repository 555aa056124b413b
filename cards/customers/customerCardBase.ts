import type { Words } from '../../locales/words.ts';
import { button, dangerButton } from '../elements.ts';
import type { AllowedAction } from '../../partner-center/customerSubscriptions.ts';

/** Data of every card about one customer. */
export interface CustomerCardBase {
  readonly words: Words;
  /** Reference to the customer, as buttons carry it. */
  readonly ref: string;
  readonly companyName: string;
}

/**
 * Data of a card that makes one change. The change's id is fixed when the card is made, so two presses make one change.
 */
export interface ChangeCardBase extends CustomerCardBase {
  readonly changeId: string;
}

/** Button back to the customer. */
export const customerButton = ({ words, ref }: Pick<CustomerCardBase, 'words' | 'ref'>, primary = false) =>
  button(words.t('button.openCustomer'), { verb: 'customer', argument: ref }, primary);

/** Button to all subscriptions of the customer. */
export const subscriptionsButton = ({ words, ref }: Pick<CustomerCardBase, 'words' | 'ref'>, primary = false) =>
  button(words.t('button.subscriptions'), { verb: 'subscriptions', argument: ref }, primary);

const actionTitles = {
  licenses: 'button.licenses',
  nextTerm: 'button.nextTerm',
  endOfTerm: 'button.endOfTerm',
  cancelSubscription: 'button.cancelSubscription',
  suspend: 'button.suspend',
  reactivate: 'button.reactivate',
  addOns: 'button.addOns',
} as const satisfies Record<AllowedAction, string>;

/** Reference to a customer and one of its subscriptions, as buttons send it. */
interface SubscriptionRef {
  readonly words: Words;
  /** Reference to the customer, as buttons carry it. */
  readonly ref: string;
  readonly id: string;
}

/** Actions that take a subscription from its users. */
const takingActions: readonly AllowedAction[] = ['suspend', 'cancelSubscription'];

/** Button that opens the card of an action, in red where that takes the subscription from its users. */
export function actionButton(action: AllowedAction, { words, ref, id }: SubscriptionRef, primary = false) {
  const [title, press] = [words.t(actionTitles[action]), { verb: action, argument: `${ref} ${id}` }];
  return takingActions.includes(action) ? dangerButton(title, press) : button(title, press, primary);
}

/** Button that opens the card of one subscription. */
export const manageButton = ({ words, ref, id }: SubscriptionRef, primary = false) =>
  button(words.t('button.manage'), { verb: 'manage', argument: `${ref} ${id}` }, primary);
