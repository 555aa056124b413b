import type { CustomerTask, SmallTalk, Topic } from '../../locales/sentences.ts';
import type { Locale } from '../../locales/translator.ts';
import type { CommandName } from '../commands.ts';

/** Number of licenses a sentence wishes: that many, or more or fewer by that many. */
export interface QuantityChange {
  readonly way: 'to' | 'more' | 'fewer';
  readonly n: number;
  /** Where the number there shall be is said to be a rise or a fall: “reduce it to 8”. */
  readonly said?: 'rise' | 'fall';
}

/** The intent of a typed text, before anybody it names is looked up. None changes anything by itself. */
export type Intent =
  /** `isWider` where the list that it opens has more than was asked for. */
  | { readonly kind: 'command'; readonly command: CommandName; readonly isWider?: true }
  | { readonly kind: 'language'; readonly locale: Locale }
  /** `sure` when it was asked for in words; a bare name may be an answer to the open card as well. */
  | { readonly kind: 'find'; readonly find: string; readonly sure: boolean }
  | { readonly kind: 'newCustomer'; readonly name: string }
  | { readonly kind: 'customer'; readonly customer: string }
  | { readonly kind: 'subscriptions'; readonly customer: string }
  /** Something is to become of its subscriptions, of those of an offer where one is named. */
  | { readonly kind: 'manage'; readonly customer: string; readonly product: string }
  | { readonly kind: 'history'; readonly customer: string }
  | { readonly kind: 'invite'; readonly customer: string }
  /** `customer` is empty where none was named. */
  | {
      readonly kind: 'order';
      readonly customer: string;
      readonly product: string;
      readonly n?: number;
      /** A billing, or a term as an ISO 8601 duration. */
      readonly plan?: string;
      /** A further offer in the same order. */
      readonly also?: { readonly product: string; readonly n?: number };
    }
  /** `unclear` is a number of which the text leaves open how it is meant. */
  | {
      readonly kind: 'licenses';
      readonly customer: string;
      readonly product: string;
      readonly change?: QuantityChange;
      readonly unclear?: number;
    }
  /** `name` is that of the new customer, where a copy is made under one. */
  | { readonly kind: 'task'; readonly task: CustomerTask; readonly customer: string; readonly name?: string }
  | { readonly kind: 'renewals'; readonly days: 30 | 60 | 90; readonly beyond?: true }
  | { readonly kind: 'export' }
  /** The last order or change once more, for another customer; `customer` is empty where none was named. */
  | { readonly kind: 'same'; readonly customer: string }
  /** The user's own last changes. */
  | { readonly kind: 'ownChanges' }
  | { readonly kind: 'bundles' }
  | { readonly kind: 'explain'; readonly topic: Topic }
  | { readonly kind: 'smallTalk'; readonly talk: SmallTalk }
  /** `refused` when it says that something shall not be done, `isTwo` when it says two things at once. */
  | { readonly kind: 'unknown'; readonly refused?: true; readonly isTwo?: true };

/** True for an intent about a customer of whom no name was read. */
export const isOfNobody = (intent: Intent): boolean =>
  'customer' in intent && intent.customer.trim() === '' && !namelessToo.has(intent.kind);

/** Kinds of intents about a customer that say something without one as well. */
const namelessToo: ReadonlySet<Intent['kind']> = new Set(['history', 'invite', 'order', 'same'] as const);
