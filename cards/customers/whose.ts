import type { Words } from '../../locales/words.ts';
import { button } from '../buttons.ts';

/** Whose card it is, and in which words. */
export interface Whose {
  readonly words: Words;
  /** How buttons name the customer. */
  readonly ref: string;
  readonly companyName: string;
}

/** One card makes one change: its id stands on it from the first. */
export interface Once extends Whose {
  readonly changeId: string;
}

/** The way back to the customer. */
export const openCustomer = ({ words, ref }: Pick<Whose, 'words' | 'ref'>, primary = false) =>
  button(words.t('button.openCustomer'), { verb: 'customer', argument: ref }, primary);

/** The way to all of its subscriptions. */
export const openSubscriptions = ({ words, ref }: Pick<Whose, 'words' | 'ref'>) =>
  button(words.t('button.subscriptions'), { verb: 'subscriptions', argument: ref });
