import type { Words } from '../../locales/words.ts';
import type { Acceptance } from '../../partner-center/agreement.ts';
import type { AccountReview, Subscription } from '../../partner-center/management.ts';
import type { Vetting } from '../../partner-center/qualification.ts';
import type { Customer } from '../../storage/customers.ts';
import type { Fact } from '../elements.ts';
import type { Trouble } from '../trouble.ts';
import type { OpenOrder } from './openOrders.ts';
import type { OpenChange } from './underWay.ts';

/** One customer, as far as it is known. */
export interface CustomerView {
  readonly words: Words;
  /** How buttons name it. */
  readonly ref: string;
  readonly companyName: string;
  readonly domain: string;
  readonly microsoftId: string;
  readonly relationship: string;
  /** Absent for a customer that only Partner Center knows. */
  readonly record?: Pick<Customer, 'id' | 'stages' | 'addedBy' | 'addedAt' | 'practice' | 'reseller' | 'existing'>;
  /** Account info, part by part. */
  readonly parts: readonly { readonly title: string; readonly facts: readonly Fact[] }[] | Trouble;
  /** Absent where Partner Center was not asked, or did not say. */
  readonly agreement?: Acceptance;
  /** Absent without a relationship, and where the cloud has none. */
  readonly qualifications?: readonly Vetting[] | Trouble;
  /** What Microsoft's review of its account allows; absent without a relationship. */
  readonly review?: AccountReview | Trouble;
  /** Where the customer accepts the agreement; absent where there is none, or no relationship. */
  readonly acceptancePage?: string;
  /** In practice nobody else can accept, or decide what Microsoft does. */
  readonly practise?: boolean;
  /** Absent without a relationship. */
  readonly subscriptions?: readonly Subscription[] | Trouble;
  /** What is to be a subscription, and is none yet. */
  readonly orders: readonly OpenOrder[];
  readonly now: Date;
  readonly changes: readonly OpenChange[];
  /** When its submission goes on by itself, in ISO 8601, where that waits for a time. */
  readonly wakeAt?: string;
  readonly can: {
    readonly add: boolean;
    readonly manage: boolean;
    readonly remove: boolean;
    readonly invite: boolean;
    /** Asking for a new admin password. */
    readonly password: boolean;
  };
}
