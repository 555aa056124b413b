import type { Acceptance } from './agreement.ts';
import type { Address, Person } from './partnerCenter.ts';
import type { Vetting } from './qualification.ts';

/** A customer as lists have it. */
export interface CustomerSummary {
  readonly microsoftId: string;
  readonly companyName: string;
  readonly domain: string;
  /** `reseller`, `none` or another of Partner Center's words. */
  readonly relationship: string;
}

/** Beginnings are found, whatever their case; by reseller the text is its tenant id. */
export interface CustomerQuery {
  readonly search?: { readonly by: 'name' | 'domain' | 'reseller'; readonly text: string };
  readonly size?: number;
}

/** A page of customers; `next` is given back for the one that follows. */
export interface CustomerPage {
  readonly customers: readonly CustomerSummary[];
  /** Entries that are not as documented; they are left out. */
  readonly unreadable: number;
  readonly next?: string;
}

/** Who is billed for a customer; parts are missing where the partner has no delegated administration. */
export interface BillingProfile {
  readonly companyName?: string;
  readonly culture?: string;
  readonly language?: string;
  readonly contact: Partial<Person>;
  readonly address?: Partial<Address>;
}

/** A customer with its profiles. */
export interface CustomerDetails extends CustomerSummary {
  readonly billing?: BillingProfile;
}

/** What may be changed in a billing profile; what is left out stays. */
export interface BillingChange {
  readonly companyName?: string;
  readonly culture?: string;
  readonly language?: string;
  readonly contact?: Person;
  readonly address?: Address;
}

/**
 * How a subscription is sold, which decides what a change of it costs: `new` is new commerce by license and term, `legacy`
 * what was sold before it, `azure` an Azure plan, billed by use. Software, reservations and marketplace offers have rules
 * of their own and are `unknown` here.
 */
export type Commerce = 'new' | 'legacy' | 'azure' | 'unknown';

/** What can be chosen for the end of a term: a new term, no more, or month by month as an extended service term. */
export type EndOfTerm = 'renew' | 'cancel' | 'extend';

/** What is chosen for the end of a term, as it stands: `undecided` where nothing is, `other` what cannot be chosen here. */
export type ChosenEnd = EndOfTerm | 'undecided' | 'other';

/** An entry of the resource's `scheduledActions`: what happens, and when where it is not the end of the term (ISO 8601). */
export interface ScheduledAction {
  readonly action: EndOfTerm | 'transition' | 'unknown';
  readonly at?: string;
}

/** What a subscription becomes when its next term begins (scheduledNextTermInstructions). */
export interface NextTerm {
  readonly quantity: number;
  /** ISO 8601 duration, and Partner Center's billing cycle in small letters. */
  readonly term?: string;
  readonly billing?: string;
}

/** What is given back when a subscription is cancelled: `full`, or `prorated` by the days left; `until` in ISO 8601. */
export interface Refund {
  readonly kind: 'full' | 'prorated';
  readonly until?: string;
}

/** A subscription of a customer. */
export interface Subscription {
  readonly id: string;
  readonly name: string;
  /** The catalogue's id of the offer. */
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
  /** When it was bought, and when its term began and ends, in ISO 8601; `lastDayOf` says on which day that is. */
  readonly bought?: string;
  readonly starts?: string;
  readonly ends?: string;
  /** What is scheduled for the end of the term or a day; absent where nothing is. */
  readonly scheduled?: readonly ScheduledAction[];
  /** What the next term is to be like; absent where it is like this one. */
  readonly nextTerm?: NextTerm;
  /** Its present term is an extended service term. */
  readonly extended?: boolean;
  /** It can be cancelled before that (ISO 8601). */
  readonly cancelUntil?: string;
  readonly refunds?: readonly Refund[];
  /** Why it is suspended, in Partner Center's words, where it says so. */
  readonly suspendedFor?: readonly string[];
  readonly orderId?: string;
  /** The subscription this is an add-on of. */
  readonly parentId?: string;
  /** How many licenses may still be given back; absent where that is not said. */
  readonly refundable?: number;
  /** MPN ID of the partner it was sold by: the reseller's, or the provider's own. */
  readonly reseller?: string;
}

/**
 * A change is done at once, or goes on (202). `unclear`: an earlier try of it had no answer, and somebody changed the same
 * since; nobody can tell whether it was made, and this is how it is now.
 */
export type Changed =
  { readonly state: 'done' | 'unclear'; readonly subscription: Subscription } | { readonly state: 'pending' };

/** How a billing profile is after a change; `unclear` as of `Changed`. */
export interface BillingChanged {
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
 * What Microsoft's review of a customer's account allows (developer/retrieve-validation-status): while it is under review,
 * and when it was not approved, nothing can be bought and no licenses added; renewals, fewer licenses and cancellations go on.
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

/** Partner Center's own list of a partner's customers, from whichever portal they came. Every method may raise PartnerCenterError. */
export interface CustomerDirectory {
  customers(query: CustomerQuery, after?: string): Promise<CustomerPage>;
  customer(microsoftId: string): Promise<CustomerDetails>;
}

/**
 * Work on customers that exist. A `requestId` (a GUID) makes a change happen once. Every method may raise
 * PartnerCenterError, `no-relationship` above all.
 */
export interface CustomerManagement {
  /** Raises `stale` when somebody else changed it at the same time. */
  updateBilling(microsoftId: string, change: BillingChange, requestId: string): Promise<BillingChanged>;
  subscriptions(microsoftId: string): Promise<readonly Subscription[]>;
  addOns(microsoftId: string, subscriptionId: string): Promise<readonly Subscription[]>;
  /**
   * Changes the count the partner saw, `from`; raises `stale` when it is another by now, `quantity` outside the offer's
   * limits, `seats-kept` for more given back than is refundable, and `suspended` while it is.
   */
  changeQuantity(
    microsoftId: string,
    subscriptionId: string,
    change: { readonly from: number; readonly to: number },
    requestId: string,
  ): Promise<Changed>;
  /**
   * Suspends, reactivates or, with `deleted`, cancels. Raises `cancellation-over` when it can no longer be cancelled, and
   * `not-changeable` for what has ended.
   */
  changeStatus(
    microsoftId: string,
    subscriptionId: string,
    status: 'active' | 'suspended' | 'deleted',
    requestId: string,
  ): Promise<Changed>;
  /**
   * Chooses what happens at the end of the term; `from` is the choice the partner saw. What is scheduled for the next term
   * is gone then. Raises `stale` when it is another by now, and `not-changeable` where nothing can be chosen.
   */
  chooseEnd(
    microsoftId: string,
    subscriptionId: string,
    change: { readonly from: ChosenEnd; readonly to: EndOfTerm },
    requestId: string,
  ): Promise<Changed>;
  /**
   * Schedules what the next term is to be like, or takes that back without `to`; it renews by itself then. `from` is what
   * the partner saw. Raises `stale` when it is another by now, `quantity` outside the offer's limits, and `term` for a
   * plan that is not sold.
   */
  scheduleNextTerm(
    microsoftId: string,
    subscriptionId: string,
    change: { readonly from?: NextTerm; readonly to?: NextTerm },
    requestId: string,
  ): Promise<Changed>;
  /**
   * Sets the password of a user, who must change it at the first sign-in. The same again changes nothing; another one makes
   * the former void. Raises `not-allowed` where the cloud does not have it, `no-account` where there is no such user.
   */
  resetPassword(microsoftId: string, reset: PasswordReset, requestId: string): Promise<void>;
  /** The link by which a customer accepts a reseller relationship, to be passed on unchanged; undefined where none is set up. */
  invitationLink(): Promise<string | undefined>;
  /** Ends the relationship: calls about this customer raise `no-relationship` from then on. Raises `active-subscriptions` while one is. */
  removeRelationship(microsoftId: string, requestId: string): Promise<void>;
  /** What was done from one day to another (YYYY-MM-DD, at most 90 days), of one customer or all; empty where the cloud keeps no log. */
  activity(from: string, to: string, microsoftId?: string): Promise<readonly Activity[]>;
  /** When the customer's acceptance of the agreement was recorded, and whether it accepted by itself. */
  agreement(microsoftId: string): Promise<Acceptance>;
  /** The customer's qualifications and how far each is; none where the cloud has none. */
  qualifications(microsoftId: string): Promise<readonly Vetting[]>;
  /** What Microsoft's review of its account allows; `allowed` where the cloud has none. */
  accountReview(microsoftId: string): Promise<AccountReview>;
}
