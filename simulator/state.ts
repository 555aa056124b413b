import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { validationStatuses } from './simulatedPartner.ts';

const optionalText = z.string().exactOptional();

/** Schema of a cart's line, with its error where it has one. */
export const cartLineRecord = z.object({
  id: z.int(),
  catalogItemId: z.string(),
  friendlyName: optionalText,
  quantity: z.number().default(1),
  billingCycle: optionalText,
  termDuration: optionalText,
  participants: z.array(z.object({ key: z.string(), value: z.string() })).exactOptional(),
  orderGroup: optionalText,
  currencyCode: optionalText,
  error: z.object({ errorCode: z.string(), errorDescription: z.string() }).exactOptional(),
});

/** A cart's line. */
export type CartLineRecord = z.infer<typeof cartLineRecord>;

/** Schema of a cart, which lives seven days after its last change. */
const cartRecord = z.object({
  id: z.string(),
  customer: z.string(),
  created: z.string(),
  modified: z.string(),
  expires: z.string(),
  user: z.string(),
  status: z.enum(['Active', 'Ordered']),
  lines: z.array(cartLineRecord),
});

/** A cart. */
export type CartRecord = z.infer<typeof cartRecord>;

/** Schema of an order of one order group; `looks` counts the requests that saw it before it was completed. */
const orderRecord = z.object({
  id: z.string(),
  alternateId: z.string(),
  customer: z.string(),
  cart: z.string(),
  billingCycle: z.string(),
  created: z.string(),
  looks: z.int(),
  completed: z.boolean(),
  lines: z.array(
    z.object({
      offerId: z.string(),
      /** The offer of the recorded catalog, and its name. */
      catalogueOffer: z.string(),
      offerName: z.string(),
      subscriptionId: z.string(),
      termDuration: z.string(),
      friendlyName: z.string(),
      quantity: z.number(),
      partnerIdOnRecord: optionalText,
    }),
  ),
});

/** An order. */
export type OrderRecord = z.infer<typeof orderRecord>;

/** Schema of the choices for the end of a term. */
export const endOfTermChoice = z.enum(['renew', 'cancel', 'extend']);

/** Schema of the schedule for the next term. */
export const nextTermChoice = z.object({ quantity: z.number(), term: optionalText, billing: optionalText });

const subscriptionFields = z.object({
  id: z.string(),
  customer: z.string(),
  order: z.string(),
  offerId: z.string(),
  catalogueOffer: z.string(),
  offerName: z.string(),
  friendlyName: z.string(),
  quantity: z.number(),
  status: z.string(),
  autoRenewEnabled: z.boolean(),
  /** Choice for the end of the term, and schedule of the next one. */
  end: endOfTermChoice.exactOptional(),
  nextTerm: nextTermChoice.exactOptional(),
  extended: z.boolean().exactOptional(),
  /** Start of the first term of this length, number of such terms over, and deletion time of an ended subscription. */
  since: optionalText,
  terms: z.number().exactOptional(),
  goneAt: optionalText,
  suspensionReasons: z.array(z.string()).exactOptional(),
  billingCycle: z.string(),
  termDuration: z.string(),
  partnerId: z.string(),
  created: z.string(),
  /** Counted up with every change. */
  version: z.int(),
  /** Refundable seats, each with its deadline. */
  refundable: z.array(z.object({ quantity: z.number(), until: z.string() })),
});

/** Schema of a subscription; `catalogueOffer` is its offer in the recorded catalog. */
const subscriptionRecord = subscriptionFields.extend({
  /** A change accepted with 202, applied at the second request that sees it. */
  pending: z.object({ looks: z.int(), after: subscriptionFields }).exactOptional(),
});

/** A subscription. */
export type SubscriptionRecord = z.infer<typeof subscriptionRecord>;

/** Schema of a record of the activity log; the new value holds no password. */
const auditRecord = z.object({
  id: z.string(),
  partnerId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  userPrincipalName: z.string(),
  applicationId: z.string(),
  resourceType: z.string(),
  resourceNewValue: z.string(),
  operationType: z.string(),
  originalCorrelationId: z.string(),
  operationDate: z.string(),
  operationStatus: z.literal('succeeded'),
  customizedData: z.array(z.object({ key: z.string(), value: z.string() })),
});

/** Schema of a billing profile's address, with its contact. */
export const contactAddress = z.object({
  country: z.string(),
  region: optionalText,
  city: z.string().default(''),
  state: optionalText,
  addressLine1: z.string(),
  addressLine2: optionalText,
  postalCode: optionalText,
  firstName: optionalText,
  lastName: optionalText,
  phoneNumber: optionalText,
});

/** Schema of an accepted agreement, with its signer. */
export const agreementRecord = z.object({
  primaryContact: z.object({
    firstName: z.string(),
    lastName: z.string(),
    email: z.string(),
    phoneNumber: optionalText,
  }),
  templateId: z.string(),
  dateAgreed: z.string(),
  type: z.string(),
});

/** Schema of an attestation, which a customer accepts on a page. */
const attestationRecord = z.object({
  id: z.string(),
  partner: z.string(),
  companyName: z.string(),
  accepted: z.boolean(),
});

/** Schema of a qualification and its vetting; a state-owned entity is not vetted. */
export const qualificationRecord = z.strictObject({
  qualification: z.string(),
  vettingStatus: z.enum(['InReview', 'Approved', 'Denied']).exactOptional(),
  vettingReason: optionalText,
  vettingCreatedDate: optionalText,
});

const customerRecord = z.object({
  id: z.string(),
  /** Tenant of the partner it belongs to. */
  partner: z.string(),
  commerceId: z.string(),
  billingId: z.string(),
  /** The user `admin`. */
  adminId: z.string(),
  domain: z.string(),
  email: z.string(),
  culture: z.string(),
  language: z.string(),
  companyName: z.string(),
  address: contactAddress,
  /** Counted up with every change of the billing profile. */
  version: z.int(),
  relationship: z.enum(['reseller', 'none']),
  gdap: z.boolean(),
  associatedPartnerId: optionalText,
  organizationRegistrationNumber: optionalText,
  validationStatus: z.enum(validationStatuses),
  directSigned: z.boolean(),
  agreements: z.array(agreementRecord),
  qualifications: z.array(qualificationRecord),
  created: z.string(),
});

/** A customer of some partner. */
export type SimulatedCustomer = z.infer<typeof customerRecord>;

const stateFile = z.object({
  schema: z.literal(1),
  edition: z.int(),
  customers: z.array(customerRecord),
  carts: z.array(cartRecord),
  orders: z.array(orderRecord),
  subscriptions: z.array(subscriptionRecord),
  audit: z.array(auditRecord),
  attestations: z.array(attestationRecord).default([]),
});

/** State of the simulator: records by id, which are replaced and never changed. */
export interface SimulatorState {
  /** Edition of the catalog; availability ids of another edition are stale. */
  edition: number;
  readonly customers: Map<string, SimulatedCustomer>;
  readonly carts: Map<string, z.infer<typeof cartRecord>>;
  readonly orders: Map<string, z.infer<typeof orderRecord>>;
  readonly subscriptions: Map<string, z.infer<typeof subscriptionRecord>>;
  readonly audit: z.infer<typeof auditRecord>[];
  /** Administrators' passwords by the customer's id; in memory only. */
  readonly passwords: Map<string, string>;
  readonly attestations: Map<string, z.infer<typeof attestationRecord>>;
}

const byId = <T extends { readonly id: string }>(records: readonly T[]): Map<string, T> =>
  new Map(records.map((record) => [record.id, record]));

/** Creates a state without customers. */
export const emptyState = (): SimulatorState => ({
  edition: 1,
  customers: new Map(),
  carts: new Map(),
  orders: new Map(),
  subscriptions: new Map(),
  audit: [],
  passwords: new Map(),
  attestations: new Map(),
});

/**
 * Loads the state from a file, or an empty one when there is none. Raises an error when the file holds something else.
 */
export const loadState = (file: string): SimulatorState => {
  if (!existsSync(file)) return emptyState();
  const parsed = stateFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is not a simulator's file: ${z.prettifyError(parsed.error)}`);
  const { edition, customers, carts, orders, subscriptions, audit, attestations } = parsed.data;
  return {
    edition,
    customers: byId(customers),
    carts: byId(carts),
    orders: byId(orders),
    subscriptions: byId(subscriptions),
    audit,
    passwords: new Map(),
    attestations: byId(attestations),
  };
};

/** Saves the state to a file that only its owner may read, replacing it as a whole. It never holds a password. */
export const saveState = (file: string, state: SimulatorState): void => {
  const { edition, customers, carts, orders, subscriptions, audit, attestations } = state;
  const value: z.infer<typeof stateFile> = {
    schema: 1,
    edition,
    customers: [...customers.values()],
    carts: [...carts.values()],
    orders: [...orders.values()],
    subscriptions: [...subscriptions.values()],
    audit,
    attestations: [...attestations.values()],
  };
  writeFileSync(`${file}.new`, JSON.stringify(value), { mode: 0o600 });
  renameSync(`${file}.new`, file);
};
