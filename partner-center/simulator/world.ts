import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { validationStatuses } from './partners.ts';
import { auditRecord, cart, order, subscription } from './records.ts';

const optional = z.string().exactOptional();

/** A postal address with its contact, as a billing profile has one. */
export const contactAddress = z.object({
  country: z.string(),
  region: optional,
  city: z.string().default(''),
  state: optional,
  addressLine1: z.string(),
  addressLine2: optional,
  postalCode: optional,
  firstName: optional,
  lastName: optional,
  phoneNumber: optional,
});

/** Who accepted an agreement, and which. */
export const agreement = z.object({
  primaryContact: z.object({ firstName: z.string(), lastName: z.string(), email: z.string(), phoneNumber: optional }),
  templateId: z.string(),
  dateAgreed: z.string(),
  type: z.string(),
});

/** An acceptance that a customer is asked for on a page. */
const attestation = z.object({ id: z.string(), partner: z.string(), companyName: z.string(), accepted: z.boolean() });

/** A qualification, and how far its vetting is; a state-owned entity is not vetted. */
export const qualification = z.strictObject({
  qualification: z.string(),
  vettingStatus: z.enum(['InReview', 'Approved', 'Denied']).exactOptional(),
  vettingReason: optional,
  vettingCreatedDate: optional,
});

const customer = z.object({
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
  associatedPartnerId: optional,
  organizationRegistrationNumber: optional,
  validationStatus: z.enum(validationStatuses),
  directSigned: z.boolean(),
  agreements: z.array(agreement),
  qualifications: z.array(qualification),
  created: z.string(),
});

/** A customer of some partner. */
export type SimulatedCustomer = z.infer<typeof customer>;

const saved = z.object({
  schema: z.literal(1),
  edition: z.int(),
  customers: z.array(customer),
  carts: z.array(cart),
  orders: z.array(order),
  subscriptions: z.array(subscription),
  audit: z.array(auditRecord),
  attestations: z.array(attestation).default([]),
});

/** Everything the service remembers, by id; records are replaced, never changed. */
export interface World {
  /** Of the catalogue: availability ids of another edition are gone. */
  edition: number;
  readonly customers: Map<string, SimulatedCustomer>;
  readonly carts: Map<string, z.infer<typeof cart>>;
  readonly orders: Map<string, z.infer<typeof order>>;
  readonly subscriptions: Map<string, z.infer<typeof subscription>>;
  readonly audit: z.infer<typeof auditRecord>[];
  /** What each customer's administrator signs in with, by the customer's id; in memory only. */
  readonly passwords: Map<string, string>;
  readonly attestations: Map<string, z.infer<typeof attestation>>;
}

const byId = <T extends { readonly id: string }>(records: readonly T[]): Map<string, T> =>
  new Map(records.map((record) => [record.id, record]));

/** A world without customers. */
export const emptyWorld = (): World => ({
  edition: 1,
  customers: new Map(),
  carts: new Map(),
  orders: new Map(),
  subscriptions: new Map(),
  audit: [],
  passwords: new Map(),
  attestations: new Map(),
});

/** The world of a file; an empty one when there is none. Raises an error when the file holds something else. */
export const loadWorld = (file: string): World => {
  if (!existsSync(file)) return emptyWorld();
  const parsed = saved.safeParse(JSON.parse(readFileSync(file, 'utf8')));
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

/** Writes the world to a file that only its owner may read; replaced as a whole. No password is ever in it. */
export const saveWorld = (file: string, world: World): void => {
  const { edition, customers, carts, orders, subscriptions, audit, attestations } = world;
  const value: z.infer<typeof saved> = {
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
