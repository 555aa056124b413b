import type { FaultField, FaultReason } from '../fault.ts';
import type { CallSubject } from './callSubject.ts';

/** What a code means for the partner, on the calls where that reason can be meant. */
export interface Meaning {
  readonly reason: FaultReason;
  readonly field?: FaultField;
  /** The code is given for other things, too: it means this only with a sentence like that, or without any. */
  readonly when?: RegExp;
}

const meaning = (reason: FaultReason, field?: FaultField, when?: RegExp): Meaning => ({
  reason,
  ...(field === undefined ? {} : { field }),
  ...(when === undefined ? {} : { when }),
});

/**
 * What the codes of developer/error-codes mean, and those that users of other clients met. Where one code means several
 * things its status stands before it. A code that says no more than that something is not so has no entry: Partner
 * Center's sentence is shown with every refusal.
 */
export const meanings: Readonly<Record<string, Meaning>> = {
  '2007': meaning('address'),
  '60071': meaning('address'),
  // "A property has invalid data": which one stands beside it (PartnerCenterModule issue 82, CloudBlue KB 133047).
  '27002': meaning('invalid'),
  '400/3000': meaning('invalid'),
  '800002': meaning('invalid'),
  '600041': meaning('invalid', 'email'),
  '3036': meaning('invalid', 'domainPrefix'),
  // Also any other rule of the service, with a sentence of its own (PowerShell issue 26).
  '600002': meaning('registration-unwanted', 'registrationNumber', /registration/i),
  '600049': meaning('registration-missing', 'registrationNumber'),
  '600050': meaning('registration-format', 'registrationNumber'),
  '600051': meaning('phone-missing', 'organizationPhone'),
  '2030': meaning('market', 'country'),
  '600006': meaning('not-allowed'),
  '2032': meaning('not-allowed'),
  // Also without the user's consent (PowerShell issue 49): the sentence says both.
  '1002': meaning('partner-type'),
  '900149': meaning('program-inactive'),
  '800039': meaning('program-inactive'),
  '20002': meaning('no-relationship'),
  '900118': meaning('customer-unknown'),
  '60003': meaning('customer-unknown'),
  '13605': meaning('agreement-missing'),
  '600061': meaning('agreement-exists'),
  '800073': meaning('under-review'),
  '800074': meaning('under-review'),
  '800075': meaning('not-approved'),
  '900123': meaning('reseller-agreement', 'reseller'),
  '2203': meaning('reseller-agreement', 'reseller'),
  '2206': meaning('reseller-agreement', 'reseller'),
  '900124': meaning('own-agreement'),
  '900154': meaning('reseller-inactive', 'reseller'),
  '2072': meaning('reseller-refused', 'reseller'),
  '2200': meaning('reseller-refused', 'reseller'),
  '2201': meaning('reseller-refused', 'reseller'),
  '2204': meaning('reseller-refused', 'reseller'),
  '2205': meaning('reseller-refused', 'reseller'),
  '800015': meaning('reseller-refused', 'reseller'),
  '800016': meaning('reseller-refused', 'reseller'),
  // On a creation it is "Customer details are missing" (CloudBlue KB 131706).
  '2001': meaning('suspended', undefined, /suspend/i),
  '800091': meaning('suspended'),
  '2002': meaning('quantity'),
  '800017': meaning('quantity'),
  '900275': meaning('quantity'),
  '800066': meaning('limit'),
  '800067': meaning('limit'),
  '800068': meaning('limit'),
  '800088': meaning('limit'),
  // Also what a wrong catalogue id is answered with (PowerShell issue 387): the limit is then 0.
  '800089': meaning('limit'),
  '27006': meaning('limit'),
  '800090': meaning('seats-kept'),
  '900214': meaning('seats-kept'),
  '900257': meaning('seats-kept'),
  '900117': meaning('cancellation-over'),
  '900213': meaning('cancellation-over'),
  '2011': meaning('not-changeable'),
  '800093': meaning('not-changeable'),
  '900277': meaning('not-changeable'),
  '900279': meaning('not-changeable'),
  '900280': meaning('not-changeable'),
  '800018': meaning('sandbox-limit'),
  '900116': meaning('sandbox-limit'),
  '403/2006': meaning('offer-unavailable'),
  '2085': meaning('offer-unavailable'),
  '2091': meaning('offer-unavailable'),
  '400013': meaning('offer-unavailable'),
  '400018': meaning('offer-unavailable'),
  '400019': meaning('offer-unavailable'),
  '400072': meaning('offer-unavailable'),
  '800004': meaning('offer-unavailable'),
  '800010': meaning('offer-unavailable'),
  '800020': meaning('offer-unavailable'),
  '800070': meaning('offer-unavailable'),
  '900322': meaning('offer-unavailable'),
  '400030': meaning('segment'),
  '400036': meaning('segment'),
  '800086': meaning('segment'),
  '400039': meaning('term'),
  '6001': meaning('term'),
  '800028': meaning('term'),
  '800107': meaning('term'),
  '800121': meaning('term'),
  '900268': meaning('term'),
  '900269': meaning('term'),
  '900270': meaning('term'),
  '900203': meaning('attestation'),
  '900206': meaning('attestation'),
  '800023': meaning('credit'),
  '800025': meaning('credit'),
  '900121': meaning('credit'),
  '800060': meaning('already-processing'),
  '800064': meaning('already-processing'),
  '800065': meaning('already-processing'),
  '800082': meaning('subscription-busy'),
  '900278': meaning('pending-operation'),
  '27009': meaning('parent-inactive'),
  '2055': meaning('stale'),
  '800036': meaning('stale'),
  '1000': meaning('not-found'),
  '404/3000': meaning('not-found'),
  '404/20000': meaning('order-unknown', undefined, /order/i),
  '404/20003': meaning('subscription-unknown'),
  '800008': meaning('cart-gone'),
  '401/400': meaning('token'),
  '800001': meaning('token'),
  '900420': meaning('token'),
  '900329': meaning('user-token-missing'),
  '900309': meaning('mfa'),
  '900421': meaning('mfa'),
  '900150': meaning('role'),
  '900308': meaning('role'),
};

const buying: readonly CallSubject[] = ['order', 'subscription'];
const profiles: readonly CallSubject[] = ['customer', 'billing'];
const reselling: readonly CallSubject[] = ['customer', 'order', 'subscription', 'reseller'];

/** Calls whose refusal may have that reason; a reason that is not here may be any call's. */
const calls: Readonly<Partial<Record<FaultReason, readonly CallSubject[]>>> = {
  address: [...profiles, 'address'],
  invalid: [...profiles, 'address', 'domain', 'agreement', 'qualification', 'order', 'subscription', 'user'],
  'registration-unwanted': profiles,
  'registration-missing': profiles,
  'registration-format': profiles,
  'phone-missing': profiles,
  market: [...profiles, 'order', 'country', 'catalogue'],
  'agreement-missing': buying,
  'agreement-exists': ['agreement'],
  'under-review': buying,
  'not-approved': buying,
  'reseller-agreement': reselling,
  'reseller-inactive': reselling,
  'reseller-refused': reselling,
  suspended: ['subscription'],
  quantity: buying,
  limit: buying,
  'seats-kept': ['subscription'],
  'cancellation-over': buying,
  'not-changeable': ['subscription'],
  'sandbox-limit': ['customer', ...buying],
  'offer-unavailable': [...buying, 'catalogue'],
  segment: [...buying, 'catalogue'],
  term: buying,
  attestation: ['order'],
  credit: buying,
  'already-processing': ['order'],
  'subscription-busy': ['subscription'],
  'pending-operation': ['subscription'],
  'parent-inactive': buying,
  stale: ['billing', 'subscription'],
  'customer-unknown': [
    'customers',
    'agreement',
    'qualification',
    'catalogue',
    'billing',
    'relationship',
    'user',
    'account',
    ...buying,
  ],
  'order-unknown': ['order'],
  'subscription-unknown': ['subscription'],
  'cart-gone': ['order'],
};

/** May a call of that kind be refused for that reason? */
export const isOf = (reason: FaultReason, subject: CallSubject): boolean => calls[reason]?.includes(subject) ?? true;
