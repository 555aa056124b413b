import * as z from 'zod';
import { address } from './address.ts';
import { asked, waiting } from './asked.ts';
import { collection, type Collection } from './collection.ts';
import type { Documents } from './documents.ts';
import { purpose, values } from './draft.ts';
import { person, qualification } from './jobs.ts';
import { orderedLine, refusal } from './stages.ts';
import { target } from './target.ts';

/** What is recorded of the customer's acceptance of the agreement before anything else, with a request id of its own. */
const consent = z.object({
  signer: person,
  dateAgreed: z.string(),
  companyName: z.string(),
  country: z.string(),
  language: z.string(),
  requestId: z.string(),
});

const subscription = { subscriptionId: z.string(), name: z.string() };

const nextTerm = z.object({
  quantity: z.number(),
  term: z.string().exactOptional(),
  billing: z.string().exactOptional(),
});

const chosenEnd = z.enum(['renew', 'cancel', 'extend', 'undecided', 'other']);

/** What was scheduled when the change was asked for, and is gone by it; it can be scheduled again. */
const scheduled = z.object({
  end: z.enum(['cancel', 'extend', 'other']).exactOptional(),
  nextTerm: nextTerm.exactOptional(),
});

/** What is changed at Partner Center about a customer that exists. */
export const changeKind = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('order'),
    lines: z.array(orderedLine),
    /** In place of what was refused when the customer was added. */
    instead: z.boolean().exactOptional(),
    /** MPN ID of the reseller the order is for. */
    partnerIdOnRecord: z.string().exactOptional(),
    consent: consent.exactOptional(),
  }),
  /** The customer's acceptance is brought to Partner Center. */
  z.object({ kind: z.literal('agreement'), consent }),
  /** `from` is the count the partner saw. */
  z.object({
    kind: z.literal('quantity'),
    ...subscription,
    unit: z.string(),
    from: z.number(),
    to: z.number(),
    gone: scheduled.exactOptional(),
  }),
  /** `deleted` is a cancellation. */
  z.object({
    kind: z.literal('status'),
    ...subscription,
    status: z.enum(['active', 'suspended', 'deleted']),
    unit: z.string().exactOptional(),
    gone: scheduled.exactOptional(),
  }),
  /** What happens at the end of the term; `from` is the choice the partner saw. */
  z.object({
    kind: z.literal('endOfTerm'),
    ...subscription,
    unit: z.string(),
    from: chosenEnd,
    to: z.enum(['renew', 'cancel', 'extend']),
    gone: scheduled.exactOptional(),
  }),
  /** What the next term is to be like, `from` what the partner saw; without `to` what was scheduled is taken back. */
  z.object({
    kind: z.literal('nextTerm'),
    ...subscription,
    unit: z.string(),
    from: nextTerm.exactOptional(),
    to: nextTerm.exactOptional(),
    gone: scheduled.exactOptional(),
  }),
  z.object({
    kind: z.literal('account'),
    companyName: z.string(),
    culture: z.string(),
    language: z.string(),
    contact: person,
    address,
    /** Names of the inputs that the partner changed; changes of before have none. */
    fields: z.array(z.string()).exactOptional(),
    /** The answers, which the customer's record takes over. */
    sections: z.record(z.string(), values),
  }),
  /** A special qualification is asked for; Microsoft decides about it later. */
  z.object({ kind: z.literal('qualification'), wanted: qualification }),
  /** A user's password is replaced by one that is made on the way, shown once, and never stored. */
  z.object({ kind: z.literal('password'), account: z.string() }),
  /** The reseller relationship ends. */
  z.object({ kind: z.literal('relationship') }),
]);
export type ChangeKind = z.infer<typeof changeKind>;

const text = z.string().exactOptional();

/** A subscription as it was when a change of it ended: what its sentence needs. */
const subscriptionAfter = z.object({
  quantity: z.number(),
  unit: z.string(),
  status: z.string(),
  commerce: z.enum(['new', 'legacy', 'azure', 'unknown']),
  term: text,
  billing: text,
  trial: z.boolean(),
  autoRenews: z.boolean(),
  bought: text,
  starts: text,
  ends: text,
  scheduled: z
    .array(z.object({ action: z.enum(['renew', 'cancel', 'extend', 'transition', 'unknown']), at: text }))
    .exactOptional(),
  nextTerm: nextTerm.exactOptional(),
  extended: z.boolean().exactOptional(),
  suspendedFor: z.array(z.string()).exactOptional(),
});

/** What stands at Partner Center of what was to be changed. */
const standing = z.object({
  subscription: z.object({ quantity: z.number(), unit: z.string(), status: z.string() }).exactOptional(),
  billing: z
    .object({
      companyName: text,
      culture: text,
      language: text,
      contact: z.object({ firstName: text, lastName: text, email: text, phone: text }),
      address: z
        .object({ country: text, addressLine1: text, addressLine2: text, city: text, state: text, postalCode: text })
        .exactOptional(),
    })
    .exactOptional(),
});

/** A change of a customer on its way. It exists before anything is sent, and until its outcome was told. */
export const change = z.object({
  /** One card or draft makes one change. */
  id: z.string(),
  /** As a submission's: `intended` is void if its turn was not saved; `unfinished` waits for Finish, or for its time. */
  state: z.enum(['intended', 'running', 'unfinished', 'done']),
  /** As a submission's. */
  finishing: z.boolean().exactOptional(),
  ...asked,
  ...waiting,
  customer: target,
  what: changeKind,
  /** It was given up: what its draft held is kept as a draft, and nothing is told. */
  dropped: z.boolean().exactOptional(),
  /** It was given up to be changed: that draft is opened. */
  reopened: z.boolean().exactOptional(),
  /** What the draft it was made of held, so that it can be given back. */
  draft: z.object({ purpose, accepted: z.record(z.string(), values) }).exactOptional(),
  /** A GUID sent with every try, so that Partner Center does it once. */
  requestId: z.string(),
  /** Partner Center goes on with it by itself (202). */
  pending: z.boolean().exactOptional(),
  /** There where nobody can tell whether it was made: an answer was lost, and somebody changed the same since. */
  stands: standing.exactOptional(),
  /** A try of it had no answer: it may have been made. */
  unsure: z.boolean().exactOptional(),
  /** Id of the card that shows what is shown once, and when it was sent: it is blanked some minutes later. */
  shownCard: z.string().exactOptional(),
  shownAt: z.string().exactOptional(),
  /** Done was pressed on that card, and it was not taken up yet. */
  read: z.boolean().exactOptional(),
  /** The subscription as it is then, where one was changed, or nobody can tell. */
  after: subscriptionAfter.exactOptional(),
  /** Why it was refused, or is not done yet. */
  fault: refusal.extend({ correlationId: z.string() }).exactOptional(),
  /** It waits for the customer's acceptance of the agreement: since when, when that was last looked for, and a page made for it. */
  awaiting: z
    .object({ since: z.string(), lookedAt: z.string().exactOptional(), page: z.string().exactOptional() })
    .exactOptional(),
  /** Part of the submission that added its customer. */
  ofSubmission: z.boolean().exactOptional(),
  /** The place in the list of renewals that it was asked for from. */
  listed: text,
  /** The client replaces cards: the outcome need not be said besides. */
  replaces: z.boolean().exactOptional(),
});
export type Change = z.infer<typeof change>;

/** The id of the change in which what is left of a submission waits for its customer. */
export const leftBy = (submission: string): string => `${submission}w`;

/** Changes by partner. */
export const changes = (documents: Documents): Collection<Change> =>
  collection(documents, { kind: 'changes', schema: change, version: 1, migrations: [] });
