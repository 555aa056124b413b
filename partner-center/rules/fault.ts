/**
 * Reasons for which Partner Center refuses or fails; the conversation has a sentence for each (developer/error-codes).
 * `other`, `invalid` and `conflict` give no cause (`invalid` means an answer of the partner's, `conflict` the present
 * state): Partner Center's own sentence is shown beside ours. `unexplained`: it gave neither code nor sentence.
 */
export const faultReasons = [
  'domain-taken',
  'domain-own',
  'domain-begun',
  'not-allowed',
  'invalid',
  'offer-unavailable',
  'quantity',
  'unavailable',
  'other',
  'address',
  'registration-missing',
  'registration-format',
  'registration-unwanted',
  'phone-missing',
  'market',
  'under-review',
  'not-approved',
  'agreement-missing',
  'agreement-exists',
  'customer-accepts',
  'acceptance-too-old',
  'reseller-agreement',
  'own-agreement',
  'reseller-inactive',
  'partner-type',
  'no-relationship',
  'segment',
  'term',
  'attestation',
  'credit',
  'sandbox-limit',
  'already-processing',
  'stale',
  'not-found',
  'user-token-missing',
  'token',
  'mfa',
  'role',
  'throttled',
  'cloud-closed',
  'seats-kept',
  'suspended',
  'active-subscriptions',
  'no-account',
  'service-fault',
  'unreadable',
  'unexplained',
  'conflict',
  'domain-refused',
  'customer-unknown',
  'order-unknown',
  'subscription-unknown',
  'cart-gone',
  'subscription-busy',
  'pending-operation',
  'parent-inactive',
  'program-inactive',
  'reseller-refused',
  'limit',
  'cancellation-over',
  'not-changeable',
] as const;
export type FaultReason = (typeof faultReasons)[number];

/** Reasons that give no cause beyond a refusal or an outage. */
const unspecificReasons: ReadonlySet<string> = new Set<FaultReason>([
  'other',
  'invalid',
  'unexplained',
  'conflict',
  'service-fault',
  'unreadable',
  'unavailable',
]);

/** True when the reason itself says what is wrong; otherwise only Partner Center's own sentence does. */
export const saysWhy = (reason: string): boolean => !unspecificReasons.has(reason);

/** Reasons caused by Partner Center or the network, not by the request. */
const outageReasons: ReadonlySet<string> = new Set<FaultReason>(['unavailable', 'service-fault', 'unreadable']);

/** True when Partner Center is not working: no answer, an internal error, or an unreadable answer. */
export const isOutage = (reason: string): boolean => outageReasons.has(reason);

const briefReasons: ReadonlySet<FaultReason> = new Set([
  'unavailable',
  'service-fault',
  'unreadable',
  'throttled',
  'already-processing',
  'subscription-busy',
  // An acceptance recorded a moment ago may not be known everywhere yet.
  'agreement-missing',
]);

/** True for faults that may be over within seconds; others wait for somebody: a review, a role, an acceptance. */
export const passesSoon = (reason: FaultReason): boolean => briefReasons.has(reason);

const administratorReasons: ReadonlySet<FaultReason> = new Set([
  'token',
  'user-token-missing',
  'mfa',
  'role',
  'cloud-closed',
  'own-agreement',
]);

/** True for reasons that only an administrator can put right. */
export const needsAdministrator = (reason: FaultReason): boolean => administratorReasons.has(reason);

/** Name of the form input that a fault is about. */
export type FaultField =
  | 'country'
  | 'companyName'
  | 'domainPrefix'
  | 'addressLine1'
  | 'addressLine2'
  | 'city'
  | 'state'
  | 'postalCode'
  | 'registrationNumber'
  | 'organizationPhone'
  | 'culture'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phoneNumber'
  | 'dateAccepted'
  | 'reseller'
  | 'website'
  | 'validationCode';

/** A fault the conversation has a sentence for; `code` is Partner Center's own where there is one. */
export interface PartnerCenterFault {
  readonly reason: FaultReason;
  readonly code?: string;
  /** The answer to be corrected, where Partner Center says which. */
  readonly field?: FaultField;
  /** Partner Center's own sentence, in English, wherever it gave one. For the partner's eyes, not for logs. */
  readonly description?: string;
  /** The HTTP status, where there is little else to go by: Partner Center named no reason. */
  readonly status?: number;
  /** Seconds after which Partner Center takes calls again, where it says so. */
  readonly retryAfter?: number;
  /** URL of the page made for this customer to accept the agreement, where there is one. */
  readonly page?: string;
  /** A customer was refused, yet its domain is taken since: it seems to have been created in part. */
  readonly halfMade?: true;
  /** Of the call, where the fault stands without its error. */
  readonly correlationId?: string;
}

/**
 * A refusal as cards show it. Every part must be given, if only as undefined, so that no part of Partner Center's
 * answer is lost on the way to a card.
 */
export interface Refusal {
  /** A FaultReason; records of other versions may hold others. */
  readonly reason: string;
  readonly code: string | undefined;
  /** Partner Center's own sentence. */
  readonly description: string | undefined;
  /** The HTTP status, where Partner Center said little else. */
  readonly status: number | undefined;
  /** Of the call that was refused; undefined where none was made. */
  readonly correlationId: string | undefined;
}

/** A stored refusal, or a fault. */
export type RefusalSource = Pick<Refusal, 'reason'> & Partial<Refusal>;

/** The refusal with every part, as cards show it. */
export const refusalOf = ({ reason, code, description, status, correlationId }: RefusalSource): Refusal => ({
  reason,
  code,
  description,
  status,
  correlationId: correlationId === '' ? undefined : correlationId,
});

/**
 * A call that Partner Center refused, or that could not reach it. `retryable`: the same request may succeed later;
 * `soon`: within seconds; `correlationId` is shown to the user with the failure. Of request and answer the message
 * holds only the code.
 */
export class PartnerCenterError extends Error {
  readonly fault: PartnerCenterFault;
  readonly correlationId: string;
  readonly retryable: boolean;
  readonly soon: boolean;
  constructor(
    fault: PartnerCenterFault,
    correlationId: string,
    retryable: boolean,
    soon: boolean = passesSoon(fault.reason),
  ) {
    super(`Partner Center: ${fault.reason}${fault.code === undefined ? '' : ` (${fault.code})`}`);
    this.fault = fault;
    this.correlationId = correlationId;
    this.retryable = retryable;
    this.soon = soon;
  }
  /** The refusal as cards show it. */
  get refusal(): Refusal {
    return refusalOf({ ...this.fault, correlationId: this.correlationId });
  }
}
