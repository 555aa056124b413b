import * as z from 'zod';
import { orderedLine } from './stages.ts';

/** A line of the audit trail: who did what to which record, when, and with which outcome. Holds no personal data of a customer, and is never deleted. */
export const auditLine = z.object({
  at: z.string(),
  userId: z.string(),
  /** As the partner's channel names the user. */
  userName: z.string().exactOptional(),
  action: z.enum([
    'customer',
    'agreement',
    'qualification',
    'subscriptions',
    'erase',
    'order',
    'quantity',
    'status',
    'stop',
    'endOfTerm',
    'nextTerm',
    'account',
    'relationship',
    'password',
    'invite',
    'imported',
    'exported',
  ]),
  /** Id of the customer's record; the Microsoft ID of a customer that has none. */
  record: z.string(),
  /** Id of the change, of which there may be many a record; absent for what is done to a record once. */
  change: z.string().exactOptional(),
  /** Data of the sentence about it: a subscription's name, counts; nothing about people. */
  data: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  /** Of an order: what was ordered. */
  ordered: z
    .array(orderedLine.pick({ offerId: true, offerName: true, unit: true, quantity: true, subscriptionId: true }))
    .exactOptional(),
  /**
   * Of an order: the offers that its sentence names, with their quantities, refused ones where it was refused; absent in
   * lines of older versions.
   */
  offers: z.array(orderedLine.pick({ offerName: true, quantity: true })).exactOptional(),
  /** `unclear`: nobody can tell whether it was done; `dropped`: it was given up before it was done. */
  outcome: z.enum(['done', 'failed', 'refused', 'unclear', 'dropped']),
  /** The reason where the outcome is `failed` or `refused`. */
  reason: z.string().exactOptional(),
  /** Partner Center's code of that. Its sentence is left out: it may name a person. */
  code: z.string().exactOptional(),
  /** Correlation ID of the call, by which Microsoft's support finds it; absent where none was sent. */
  correlationId: z.string().exactOptional(),
});

export type AuditLine = z.infer<typeof auditLine>;
