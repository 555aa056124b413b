import type { FaultField, FaultReason } from '../rules/fault.ts';
import { defined } from '../../lib/optional.ts';

/** Subjects of Partner Center calls: a code means different things for an order and for a customer's profile. */
export const callSubjects = [
  'customer',
  'customers',
  'domain',
  'address',
  'country',
  'agreement',
  'qualification',
  'catalog',
  'order',
  'subscription',
  'billing',
  'relationship',
  'reseller',
  'user',
  'account',
  'activity',
  'other',
] as const;
export type CallSubject = (typeof callSubjects)[number];

/** Path patterns below `/v1`, the more specific first. */
const subjectPaths: readonly (readonly [RegExp, CallSubject])[] = [
  [/^customers\/[^/]+\/products\b/, 'catalog'],
  [/^customers\/[^/]+\/(?:agreements|directsigned\w+)\b/, 'agreement'],
  [/^(?:agreements|attestations)\b/, 'agreement'],
  [/^customers\/[^/]+\/qualifications\b/, 'qualification'],
  [/^customers\/[^/]+\/(?:carts|orders)\b/, 'order'],
  [/^customers\/[^/]+\/subscriptions\b/, 'subscription'],
  [/^customers\/[^/]+\/profiles\b/, 'billing'],
  [/^customers\/[^/]+\/(?:users|directoryroles)\b/, 'user'],
  [/^customers\/[^/]+\/validationstatus\b/, 'account'],
  [/^customers\/relationshiprequests\b/, 'relationship'],
  [/^customers(?:\/[^/]+)?$/, 'customers'],
  [/^domains\//, 'domain'],
  [/^validations\/address\b/, 'address'],
  [/^countryvalidationrules\b/, 'country'],
  [/^products\b/, 'catalog'],
  [/^(?:relationships|compliance\/csp)\b/, 'reseller'],
  [/^auditrecords\b/, 'activity'],
];

/** Subject of a call, by its method and its path below `/v1`. */
export const subjectOf = ({ method, path }: { readonly method: string; readonly path: string }): CallSubject => {
  const found = subjectPaths.find(([place]) => place.test(path.toLowerCase()))?.[1] ?? 'other';
  if (found !== 'customers' || method === 'GET') return found;
  // POST creates a customer, PATCH ends the relationship with one.
  return method === 'POST' ? 'customer' : 'relationship';
};

/** Meaning of a code, on the calls that can be refused for its reason. */
export interface CodeMeaning {
  readonly reason: FaultReason;
  readonly field?: FaultField;
  /** For ambiguous codes: the meaning applies only when the sentence matches, or is absent. */
  readonly when?: RegExp;
}

const meaning = (reason: FaultReason, field?: FaultField, when?: RegExp): CodeMeaning => ({
  reason,
  ...defined({ field, when }),
});

/**
 * Meanings of the codes of developer/error-codes, and of those that users of other clients met. A code with several
 * meanings is prefixed by the status. A code without a specific meaning has no entry: Partner Center's sentence is
 * shown with every refusal.
 */
export const codeMeanings: Readonly<Record<string, CodeMeaning>> = {
  '2007': meaning('address'),
  '60071': meaning('address'),
  // "A property has invalid data", which is named beside it (PartnerCenterModule issue 82, CloudBlue KB 133047).
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
  // Also given for a wrong catalog item id (PowerShell issue 387); the limit is then 0.
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

const buyingSubjects: readonly CallSubject[] = ['order', 'subscription'];
const profileSubjects: readonly CallSubject[] = ['customer', 'billing'];
const resellingSubjects: readonly CallSubject[] = ['customer', 'order', 'subscription', 'reseller'];

/** Subjects of the calls that may be refused for a reason; a reason without an entry may occur on any call. */
const subjectsByReason: Readonly<Partial<Record<FaultReason, readonly CallSubject[]>>> = {
  address: [...profileSubjects, 'address'],
  invalid: [...profileSubjects, 'address', 'domain', 'agreement', 'qualification', 'order', 'subscription', 'user'],
  'registration-unwanted': profileSubjects,
  'registration-missing': profileSubjects,
  'registration-format': profileSubjects,
  'phone-missing': profileSubjects,
  market: [...profileSubjects, 'order', 'country', 'catalog'],
  'agreement-missing': buyingSubjects,
  'agreement-exists': ['agreement'],
  'under-review': buyingSubjects,
  'not-approved': buyingSubjects,
  'reseller-agreement': resellingSubjects,
  'reseller-inactive': resellingSubjects,
  'reseller-refused': resellingSubjects,
  suspended: ['subscription'],
  quantity: buyingSubjects,
  limit: buyingSubjects,
  'seats-kept': ['subscription'],
  'cancellation-over': buyingSubjects,
  'not-changeable': ['subscription'],
  'sandbox-limit': ['customer', ...buyingSubjects],
  'offer-unavailable': [...buyingSubjects, 'catalog'],
  segment: [...buyingSubjects, 'catalog'],
  term: buyingSubjects,
  attestation: ['order'],
  credit: buyingSubjects,
  'already-processing': ['order'],
  'subscription-busy': ['subscription'],
  'pending-operation': ['subscription'],
  'parent-inactive': buyingSubjects,
  stale: ['billing', 'subscription'],
  'customer-unknown': [
    'customers',
    'agreement',
    'qualification',
    'catalog',
    'billing',
    'relationship',
    'user',
    'account',
    ...buyingSubjects,
  ],
  'order-unknown': ['order'],
  'subscription-unknown': ['subscription'],
  'cart-gone': ['order'],
};

/** True when a call of that subject may be refused for that reason. */
export const mayRefuseFor = (reason: FaultReason, subject: CallSubject): boolean =>
  subjectsByReason[reason]?.includes(subject) ?? true;
