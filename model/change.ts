import * as z from 'zod';
import { shapeOf } from '../lib/complete.ts';
import { address } from './address.ts';
import { requestedBy, wakeUp } from './requestedBy.ts';
import { draftKind, values } from './draft.ts';
import { contactPerson, qualificationRequest } from './submission.ts';
import { orderedLine, refusal } from './stages.ts';
import { customerRef } from './customerRef.ts';

/** Schema of the customer's acceptance of the agreement, recorded before anything else under its own request id. */
const consent = z.object({
  signer: contactPerson,
  dateAgreed: z.string(),
  companyName: z.string(),
  country: z.string(),
  language: z.string(),
  requestId: z.string(),
});

/** Outcomes of one of several orders; `late`: Partner Center does not show it yet, `partly`: some offers were refused. */
export const orderOutcomes = ['ordered', 'late', 'partly', 'refused', 'awaited', 'unfinished'] as const;

const subscription = { subscriptionId: z.string(), name: z.string() };

const nextTerm = z.object({
  quantity: z.number(),
  term: z.string().exactOptional(),
  billing: z.string().exactOptional(),
});

const chosenEnd = z.enum(['renew', 'cancel', 'extend', 'undecided', 'other']);

/** Schema of the schedule that the change cancels, as it stood when the change was requested; it can be set again. */
const scheduledAction = z.object({
  end: z.enum(['cancel', 'extend', 'other']).exactOptional(),
  nextTerm: nextTerm.exactOptional(),
});

/** Texts of a billing profile besides its contact and its address. */
const billingTexts = { companyName: z.string(), culture: z.string(), language: z.string() };

const accountChange = z.object({
  kind: z.literal('account'),
  ...billingTexts,
  contact: contactPerson,
  address,
  /** Names of the inputs that the partner changed; absent in changes stored by older versions. */
  fields: z.array(z.string()).exactOptional(),
  /** Answers by section, copied to the customer's record. */
  sections: z.record(z.string(), values),
});
export type AccountChange = z.infer<typeof accountChange>;

/** Schema of a change to an existing customer at Partner Center, by kind. */
const changeKind = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('order'),
    lines: z.array(orderedLine),
    /** True when the order replaces lines that were refused when the customer was added. */
    instead: z.boolean().exactOptional(),
    /** MPN ID of the reseller the order is for. */
    partnerIdOnRecord: z.string().exactOptional(),
    consent: consent.exactOptional(),
  }),
  /** Orders the same offers for several customers; each order is a change of its own, of which this one tells. */
  z.object({
    kind: z.literal('orders'),
    offers: z.array(orderedLine),
    orders: z.array(
      z.object({
        /** Id of the customer's own change. */
        id: z.string(),
        customer: customerRef,
        /** MPN ID of the reseller the order is for. */
        partnerIdOnRecord: z.string().exactOptional(),
        requestId: z.string(),
        /** Absent until it is known. */
        outcome: z.enum(orderOutcomes).exactOptional(),
        fault: refusal.exactOptional(),
      }),
    ),
  }),
  /** Sends the customer's acceptance of the agreement to Partner Center. */
  z.object({ kind: z.literal('agreement'), consent }),
  /** Changes the license count; `from` is the count the partner saw. */
  z.object({
    kind: z.literal('quantity'),
    ...subscription,
    unit: z.string(),
    from: z.number(),
    to: z.number(),
    gone: scheduledAction.exactOptional(),
  }),
  /** Changes the status; `deleted` is a cancellation. */
  z.object({
    kind: z.literal('status'),
    ...subscription,
    status: z.enum(['active', 'suspended', 'deleted']),
    unit: z.string().exactOptional(),
    gone: scheduledAction.exactOptional(),
  }),
  /** Chooses the end of the term; `from` is the choice the partner saw. */
  z.object({
    kind: z.literal('endOfTerm'),
    ...subscription,
    unit: z.string(),
    from: chosenEnd,
    to: z.enum(['renew', 'cancel', 'extend']),
    gone: scheduledAction.exactOptional(),
  }),
  /** Schedules the next term, `from` being the schedule the partner saw; without `to` the schedule is cancelled. */
  z.object({
    kind: z.literal('nextTerm'),
    ...subscription,
    unit: z.string(),
    from: nextTerm.exactOptional(),
    to: nextTerm.exactOptional(),
    gone: scheduledAction.exactOptional(),
  }),
  accountChange,
  /** Requests a special qualification; Microsoft decides about it later. */
  z.object({ kind: z.literal('qualification'), wanted: qualificationRequest }),
  /** Replaces a user's password with a generated one, which is shown once and never stored. */
  z.object({ kind: z.literal('password'), account: z.string() }),
  /** Suspends or cancels several subscriptions, one after the other, each under a request id of its own. */
  z.object({
    kind: z.literal('stop'),
    lines: z.array(
      z.object({
        ...subscription,
        unit: z.string(),
        status: z.enum(['suspended', 'deleted']),
        requestId: z.string(),
        fault: refusal.exactOptional(),
      }),
    ),
  }),
  /** Ends the reseller relationship. */
  z.object({ kind: z.literal('relationship') }),
]);
export type ChangeKind = z.infer<typeof changeKind>;

const optionalText = z.string().exactOptional();

/** Schema of a subscription when a change of it ended: the data its sentence needs. */
const subscriptionAfter = z.object({
  quantity: z.number(),
  unit: z.string(),
  status: z.string(),
  commerce: z.enum(['new', 'legacy', 'azure', 'unknown']),
  term: optionalText,
  billing: optionalText,
  trial: z.boolean(),
  autoRenews: z.boolean(),
  bought: optionalText,
  starts: optionalText,
  ends: optionalText,
  scheduled: z
    .array(z.object({ action: z.enum(['renew', 'cancel', 'extend', 'transition', 'unknown']), at: optionalText }))
    .exactOptional(),
  nextTerm: nextTerm.exactOptional(),
  extended: z.boolean().exactOptional(),
  suspendedFor: z.array(z.string()).exactOptional(),
  /** Licenses that could still be returned then. */
  refundable: z.number().exactOptional(),
});

/** Schema of the changed thing's present state at Partner Center. */
const presentState = z.object({
  subscription: z.object({ quantity: z.number(), unit: z.string(), status: z.string() }).exactOptional(),
  billing: z
    .object({
      ...shapeOf(z.object(billingTexts).keyof().options, optionalText),
      contact: z.object(shapeOf(contactPerson.keyof().options, optionalText)),
      address: z.object(shapeOf(address.keyof().options, optionalText)).exactOptional(),
    })
    .exactOptional(),
});

/**
 * Schema of a stored change of a customer. It is written before anything is sent and kept until its outcome was told.
 */
export const change = z.object({
  /** One card or draft makes one change. */
  id: z.string(),
  /** As a submission's: `intended` is void if its turn was not saved; `unfinished` waits for Finish, or for its time. */
  state: z.enum(['intended', 'running', 'unfinished', 'done']),
  /** As in a submission: Finish was pressed and is not handled yet. */
  finishing: z.boolean().exactOptional(),
  ...requestedBy,
  ...wakeUp,
  customer: customerRef,
  what: changeKind,
  /** The user gave it up: its draft is restored, and no outcome is told. */
  dropped: z.boolean().exactOptional(),
  /** The user gave it up to edit it: the restored draft is opened. */
  reopened: z.boolean().exactOptional(),
  /** Content of the draft it was made from, so that the draft can be restored. */
  draft: z.object({ purpose: draftKind, accepted: z.record(z.string(), values) }).exactOptional(),
  /** GUID sent with every attempt, so that Partner Center applies the change once. */
  requestId: z.string(),
  /** Partner Center accepted it (202) and completes it by itself. */
  pending: z.boolean().exactOptional(),
  /** Present state at Partner Center, where a lost answer and a later change leave unknown whether it was applied. */
  stands: presentState.exactOptional(),
  /** An attempt had no answer, or none yet: the change may have been applied, or may be applied later. */
  unsure: z.boolean().exactOptional(),
  /** Id of the card with the password, and when it was sent; the card is blanked some minutes later. */
  shownCard: z.string().exactOptional(),
  shownAt: z.string().exactOptional(),
  /** Done was pressed on that card and is not handled yet. */
  read: z.boolean().exactOptional(),
  /** Its offer can be bought by the month, as far as the catalog said so when the change was requested. */
  monthlyPlan: z.boolean().exactOptional(),
  /** The subscription afterwards, where one was changed or may have been. */
  after: subscriptionAfter.exactOptional(),
  /** Reason why it was refused or is not done yet. */
  fault: refusal.extend({ correlationId: z.string() }).exactOptional(),
  /** Set while it waits for the customer's acceptance of the agreement: start, last check, and the page made for it. */
  awaiting: z
    .object({ since: z.string(), lookedAt: z.string().exactOptional(), page: z.string().exactOptional() })
    .exactOptional(),
  /** It is a remaining part of the submission that added its customer. */
  ofSubmission: z.boolean().exactOptional(),
  /** It is one of several orders, whose outcome is told with theirs. */
  ofOrders: z.boolean().exactOptional(),
  /** Place it was requested from, to which its outcome leads back: a page of renewals or subscriptions, or an ending. */
  listed: optionalText,
  /** The client replaces cards, so the outcome needs no message of its own. */
  replaces: z.boolean().exactOptional(),
});
export type Change = z.infer<typeof change>;

/** The customers of a change: one, or several of the same order. */
export const customersOf = ({ customer, what }: Pick<Change, 'customer' | 'what'>): readonly Change['customer'][] =>
  what.kind === 'orders' ? what.orders.map((one) => one.customer) : [customer];

/** Id of the change that holds the remaining stages of a submission while they wait for the customer's acceptance. */
export const awaitingChangeId = (submission: string): string => `${submission}w`;
