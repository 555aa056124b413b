import * as z from 'zod';

const optional = z.string().exactOptional();

/** What became of one line of a cart. */
export const cartLine = z.object({
  id: z.int(),
  catalogItemId: z.string(),
  friendlyName: optional,
  quantity: z.number().default(1),
  billingCycle: optional,
  termDuration: optional,
  participants: z.array(z.object({ key: z.string(), value: z.string() })).exactOptional(),
  orderGroup: optional,
  currencyCode: optional,
  error: z.object({ errorCode: z.string(), errorDescription: z.string() }).exactOptional(),
});

/** A cart's line. */
export type CartLine = z.infer<typeof cartLine>;

/** A cart; it lives seven days after its last change. */
export const cart = z.object({
  id: z.string(),
  customer: z.string(),
  created: z.string(),
  modified: z.string(),
  expires: z.string(),
  user: z.string(),
  status: z.enum(['Active', 'Ordered']),
  lines: z.array(cartLine),
});

/** A cart. */
export type Cart = z.infer<typeof cart>;

/** An order of one order group; `looks` counts how often it was looked at before it was completed. */
export const order = z.object({
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
      /** The offer of the recorded catalogue, and its name. */
      catalogueOffer: z.string(),
      offerName: z.string(),
      subscriptionId: z.string(),
      termDuration: z.string(),
      friendlyName: z.string(),
      quantity: z.number(),
      partnerIdOnRecord: optional,
    }),
  ),
});

/** An order. */
export type Order = z.infer<typeof order>;

/** What can be chosen for the end of a term. */
export const endOfTerm = z.enum(['renew', 'cancel', 'extend']);

/** What the next term is to be like. */
export const nextTerm = z.object({ quantity: z.number(), term: optional, billing: optional });

const kept = z.object({
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
  /** What was chosen for the end of the term, and what the next one is to be like. */
  end: endOfTerm.exactOptional(),
  nextTerm: nextTerm.exactOptional(),
  extended: z.boolean().exactOptional(),
  /** When the first term of this length began, and how many of them are over; when what has ended is deleted. */
  since: optional,
  terms: z.number().exactOptional(),
  goneAt: optional,
  suspensionReasons: z.array(z.string()).exactOptional(),
  billingCycle: z.string(),
  termDuration: z.string(),
  partnerId: z.string(),
  created: z.string(),
  /** Counted up with every change. */
  version: z.int(),
  /** Seats that may still be given back, and until when. */
  refundable: z.array(z.object({ quantity: z.number(), until: z.string() })),
});

/** A subscription; `catalogueOffer` is the offer of the recorded catalogue it stands for. */
export const subscription = kept.extend({
  /** As it will be: a change that was accepted but is not done; it is done at the second look. */
  pending: z.object({ looks: z.int(), after: kept }).exactOptional(),
});

/** A subscription. */
export type Subscription = z.infer<typeof subscription>;

/** A line of the activity log; the new value holds no password. */
export const auditRecord = z.object({
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
