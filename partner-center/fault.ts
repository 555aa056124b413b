/**
 * Why Partner Center did not do something, in the words the conversation has a sentence for (developer/error-codes).
 * `other`, `invalid` and `conflict` say no more than that it refused, an answer of the partner's above all, or because of
 * what is there: Partner Center's own sentence, which stands beside ours, says why. `unexplained`: it gave neither code nor
 * sentence.
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

/** Reasons that say no more than that it was refused, or that Partner Center did not work. */
const plain: ReadonlySet<string> = new Set<FaultReason>([
  'other',
  'invalid',
  'unexplained',
  'conflict',
  'service-fault',
  'unreadable',
  'unavailable',
]);

/** Does our reason say what is wrong? Else Partner Center's own sentence is all there is to go by. */
export const saysWhy = (reason: string): boolean => !plain.has(reason);

/** Reasons that lie with Partner Center or the way there, not with what was asked. */
const outages: ReadonlySet<string> = new Set<FaultReason>(['unavailable', 'service-fault', 'unreadable']);

/** Did Partner Center not answer as it does when it works: nothing came, an error of its own, or what nobody can read? */
export const isOutage = (reason: string): boolean => outages.has(reason);

const passing: ReadonlySet<FaultReason> = new Set([
  'unavailable',
  'service-fault',
  'unreadable',
  'throttled',
  'already-processing',
  'subscription-busy',
  // What was recorded a moment ago may not be known everywhere yet.
  'agreement-missing',
]);

/** May a fault be over within seconds? Others wait for somebody to put it right: a review, a role, an acceptance. */
export const passesSoon = (reason: FaultReason): boolean => passing.has(reason);

const forAdministrators: ReadonlySet<FaultReason> = new Set([
  'token',
  'user-token-missing',
  'mfa',
  'role',
  'cloud-closed',
  'own-agreement',
]);

/** Must an administrator put that right before anything can be done? */
export const needsAdministrator = (reason: FaultReason): boolean => forAdministrators.has(reason);

/** The answer of a form that a fault is about, by the name of its input. */
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

/** Faults the conversation words; `code` is Partner Center's own where there is one. */
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
  /** Where the customer accepts the agreement, when that is a page made for it. */
  readonly page?: string;
  /** Of a customer that was refused: its domain is taken since, so it seems to be made in part. */
  readonly halfMade?: true;
  /** Of the call, where the fault stands without its error. */
  readonly correlationId?: string;
}

/**
 * Why Partner Center did not do something, as it is told. Each part has to be given, if only as undefined, so that none of
 * what Partner Center said is left behind on the way to a card.
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

/** A refusal as it is kept, or as a fault. */
export type Refused = Pick<Refusal, 'reason'> & Partial<Refusal>;

/** All that is told of it. */
export const refusalOf = ({ reason, code, description, status, correlationId }: Refused): Refusal => ({
  reason,
  code,
  description,
  status,
  correlationId: correlationId === '' ? undefined : correlationId,
});

/**
 * Partner Center refused or could not be reached. `retryable` tells whether the same request may succeed later, `soon`
 * whether within seconds; `correlationId` is shown to the user with the failure. The message holds nothing of what was sent
 * or answered but the code.
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
  /** All that is told of it. */
  get refusal(): Refusal {
    return refusalOf({ ...this.fault, correlationId: this.correlationId });
  }
}
