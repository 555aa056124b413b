/**
 * Why Partner Center refused, in the words the conversation has a sentence for (developer/error-codes). `other` is a
 * code without a sentence here: its description is shown.
 */
export const faultReasons = [
  'domain-taken',
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
] as const;
export type FaultReason = (typeof faultReasons)[number];

const passing: ReadonlySet<FaultReason> = new Set([
  'unavailable',
  'throttled',
  'already-processing',
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
  /** Partner Center's own sentence, in English; only where there is none of ours. For the partner's eyes, not for logs. */
  readonly description?: string;
  /** Seconds after which Partner Center takes calls again, where it says so. */
  readonly retryAfter?: number;
  /** Where the customer accepts the agreement, when that is a page made for it. */
  readonly page?: string;
}

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
}
