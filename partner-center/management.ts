import type { Address } from './rules/addressRules.ts';
import type { Acceptance } from './rules/agreement.ts';
import type { BillingChange } from './rules/customerRules.ts';
import type { ContactPerson } from './rules/contact.ts';
import type { Vetting } from './rules/qualification.ts';
import type { EndOfTerm, NextTerm } from './rules/subscriptionRules.ts';

/** A customer in a list. */
export interface CustomerSummary {
  readonly microsoftId: string;
  readonly companyName: string;
  readonly domain: string;
  /** `reseller`, `none` or another of Partner Center's words. */
  readonly relationship: string;
}

/** A query of customers: names and domains match by prefix, case ignored; for `reseller` the text is its tenant id. */
export interface CustomerQuery {
  readonly search?: { readonly by: 'name' | 'domain' | 'reseller'; readonly text: string };
  readonly size?: number;
}

/** A page of customers; `next` is the token of the next page. */
export interface CustomerPage {
  readonly customers: readonly CustomerSummary[];
  /** Entries that are not as documented; they are left out. */
  readonly unreadable: number;
  readonly next?: string;
}

/** A customer's billing profile; parts are missing where the partner has no delegated administration. */
export type BillingProfile = Omit<BillingChange, 'contact' | 'address'> & {
  readonly contact: Partial<ContactPerson>;
  readonly address?: Partial<Address>;
};

/** A customer with its profiles. */
export interface CustomerDetails extends CustomerSummary {
  readonly billing?: BillingProfile;
}

/**
 * The way a subscription is sold, which decides the cost of a change: `new` is new commerce by license and term,
 * `legacy` its predecessor, `azure` an Azure plan, billed by use. Software, reservations and marketplace offers have
 * rules of their own and are `unknown` here.
 */
export type Commerce = 'new' | 'legacy' | 'azure' | 'unknown';

/** The present choice for the end of a term: `undecided` without one, `other` for one that cannot be made here. */
export type ChosenEnd = EndOfTerm | 'undecided' | 'other';

/** An entry of the resource's `scheduledActions`; `at` (ISO 8601) is absent for the end of the term. */
export interface ScheduledAction {
  readonly action: EndOfTerm | 'transition' | 'unknown';
  readonly at?: string;
}

/** Refund of a cancelled subscription: `full`, or `prorated` by the days left; `until` in ISO 8601. */
export interface Refund {
  readonly kind: 'full' | 'prorated';
  readonly until?: string;
}

/** A subscription of a customer. */
export interface Subscription {
  readonly id: string;
  readonly name: string;
  /** Name of the offer, where `name` is one that the partner gave to the subscription. */
  readonly offerName?: string;
  /** Id of the offer in the catalog. */
  readonly offerId?: string;
  readonly quantity: number;
  /** As Partner Center calls it: Licenses, Usage-based, … */
  readonly unit: string;
  /** In small letters: `active`, `suspended`, `pending`, `expired`, `disabled`, `deleted` or a word to come. */
  readonly status: string;
  readonly commerce: Commerce;
  readonly term?: string;
  readonly billing?: string;
  readonly trial: boolean;
  readonly autoRenews: boolean;
  /** Date of purchase, and start and end of the term, in ISO 8601; `lastDayOf` gives the last day. */
  readonly bought?: string;
  readonly starts?: string;
  readonly ends?: string;
  /** Actions scheduled for the end of the term or a day; absent when there are none. */
  readonly scheduled?: readonly ScheduledAction[];
  /** The scheduled next term; absent when it will be like this one. */
  readonly nextTerm?: NextTerm;
  /** Its present term is an extended service term. */
  readonly extended?: boolean;
  /** Deadline for cancelling (ISO 8601). */
  readonly cancelUntil?: string;
  readonly refunds?: readonly Refund[];
  /** Reasons for the suspension in Partner Center's words, where it gives any. */
  readonly suspendedFor?: readonly string[];
  readonly orderId?: string;
  /** The subscription this is an add-on of. */
  readonly parentId?: string;
  /** Number of licenses that may still be returned; absent when Partner Center does not say. */
  readonly refundable?: number;
  /** MPN ID of the partner it was sold by: the reseller's, or the provider's own. */
  readonly reseller?: string;
}

/**
 * Result of a change: done at once, or still going on (202). `unclear`: an earlier attempt had no answer and somebody
 * changed the same since, so whether it was made is unknown; `subscription` is the present state.
 */
export type SubscriptionChangeResult =
  { readonly state: 'done' | 'unclear'; readonly subscription: Subscription } | { readonly state: 'pending' };

/** The billing profile after a change; `unclear` as in `SubscriptionChangeResult`. */
export interface BillingChangeResult {
  readonly state: 'done' | 'unclear';
  readonly billing: BillingProfile;
}

/** A new password for a user of the customer's; never stored nor logged. */
export interface PasswordReset {
  /** The name the user signs in with. */
  readonly account: string;
  readonly password: string;
}

/**
 * State of Microsoft's review of a customer's account (developer/retrieve-validation-status): while it is under review,
 * or when it was not approved, nothing can be bought and no licenses added; renewals, reductions and cancellations go
 * on.
 */
export type AccountReview = 'allowed' | 'under-review' | 'not-approved';

/** An entry of Partner Center's activity log. */
export interface Activity {
  /** ISO 8601. */
  readonly at: string;
  /** `add_customer`, `create_order`, …: developer/auditing-resources. */
  readonly operation: string;
  readonly outcome: string;
  readonly user?: string;
  readonly microsoftId?: string;
  readonly companyName?: string;
}

/** Partner Center's own list of a partner's customers, from all portals. Every method may raise PartnerCenterError. */
export interface CustomerDirectory {
  customers(query: CustomerQuery, after?: string): Promise<CustomerPage>;
  customer(microsoftId: string): Promise<CustomerDetails>;
}

/**
 * Management of existing customers. A change happens once per `requestId` (a GUID). Every method may raise
 * PartnerCenterError, `no-relationship` above all.
 */
export interface CustomerManagement {
  /** Raises `stale` when somebody else changed it at the same time. */
  updateBilling(microsoftId: string, change: BillingChange, requestId: string): Promise<BillingChangeResult>;
  subscriptions(microsoftId: string): Promise<readonly Subscription[]>;
  addOns(microsoftId: string, subscriptionId: string): Promise<readonly Subscription[]>;
  /**
   * Changes the number of licenses; `from` is the number the partner saw. Raises `stale` when it is another by now,
   * `quantity` outside the offer's limits, `seats-kept` for returning more than is refundable, and `suspended`.
   */
  changeQuantity(
    microsoftId: string,
    subscriptionId: string,
    change: { readonly from: number; readonly to: number },
    requestId: string,
  ): Promise<SubscriptionChangeResult>;
  /**
   * Suspends, reactivates or, with `deleted`, cancels. Raises `cancellation-over` when it can no longer be cancelled,
   * and `not-changeable` for a subscription that has ended.
   */
  changeStatus(
    microsoftId: string,
    subscriptionId: string,
    status: 'active' | 'suspended' | 'deleted',
    requestId: string,
  ): Promise<SubscriptionChangeResult>;
  /**
   * Makes the choice for the end of the term; `from` is the choice the partner saw. Deletes a scheduled next term.
   * Raises `stale` when the choice is another by now, and `not-changeable` when there is nothing to choose.
   */
  chooseEnd(
    microsoftId: string,
    subscriptionId: string,
    change: { readonly from: ChosenEnd; readonly to: EndOfTerm },
    requestId: string,
  ): Promise<SubscriptionChangeResult>;
  /**
   * Schedules the next term, or unschedules it without `to`; the subscription then renews automatically. `from` is the
   * next term the partner saw. Raises `stale` when it is another by now, `quantity` outside the offer's limits, and
   * `term` for a plan that is not sold.
   */
  scheduleNextTerm(
    microsoftId: string,
    subscriptionId: string,
    change: { readonly from?: NextTerm; readonly to?: NextTerm },
    requestId: string,
  ): Promise<SubscriptionChangeResult>;
  /**
   * Sets the password of a user, who must change it at the first sign-in. Setting it again changes nothing; another one
   * replaces it. Raises `not-allowed` where the cloud does not have it, `no-account` where there is no such user.
   */
  resetPassword(microsoftId: string, reset: PasswordReset, requestId: string): Promise<void>;
  /**
   * The link by which a customer accepts a reseller relationship, to be passed on unchanged; undefined when not set up.
   */
  invitationLink(): Promise<string | undefined>;
  /** Ends the relationship; later calls raise `no-relationship`. Raises `active-subscriptions` while there are any. */
  removeRelationship(microsoftId: string, requestId: string): Promise<void>;
  /**
   * Activity log of one customer or all, from day to day (YYYY-MM-DD, at most 90 days); empty in clouds without a log.
   */
  activity(from: string, to: string, microsoftId?: string): Promise<readonly Activity[]>;
  /** The customer's acceptance of the agreement: the recorded date, and its own acceptance. */
  agreement(microsoftId: string): Promise<Acceptance>;
  /** The customer's qualifications with their vetting state; empty in clouds without any. */
  qualifications(microsoftId: string): Promise<readonly Vetting[]>;
  /** State of Microsoft's review of the account; `allowed` in clouds without one. */
  accountReview(microsoftId: string): Promise<AccountReview>;
}
