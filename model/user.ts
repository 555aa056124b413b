import * as z from 'zod';
import { language } from './requestedBy.ts';
import { draft, texts } from './draft.ts';
import { bundleLine } from './bundle.ts';
import { cardOnScreen } from './cardOnScreen.ts';

/** Days for which a user's own changes are listed, and most of the jobs behind them that are noted. */
export const [ownChangeDays, mostOwnChanges] = [7, 200];

/** Schema of a note of something a user began or went on with: one for an order for several customers, and for an import. */
const ownChange = z.object({
  at: z.string(),
  kind: z.enum(['customer', 'change', 'import', 'erasure']),
  /** The jobs that do it, each with its customer's reference. */
  jobs: z.array(z.object({ id: z.string(), ref: z.string() })),
  /** Id of the change that places them, of an order for several customers. */
  whole: z.string().exactOptional(),
});
export type OwnChange = z.infer<typeof ownChange>;

/**
 * Schema of everything a user began lately, latest last; the outcomes are in the audit trail. A document of its own: the user's
 * is read and written each turn, and few turns begin anything.
 */
export const notedChanges = z.object({ changes: z.array(ownChange) });
export type NotedChanges = z.infer<typeof notedChanges>;

/** Schema of the state of one user of one partner: one document, written once a turn. */
export const user = z.object({
  language: language.exactOptional(),
  /** Language of the client used last, as some clients send none with a press. */
  lastLocale: language.exactOptional(),
  /** When they were greeted last. */
  greetedAt: z.string().exactOptional(),
  /** Conversations (hashed) that were greeted. */
  greeted: texts(20),
  /** Hashed ids of the latest activities handled, so that none is handled twice. */
  seen: texts(100),
  drafts: z.array(draft),
  /**
   * Ids of submitted drafts, latest last; an `intended` job that is not among them belongs to a turn that was not
   * saved.
   */
  submitted: texts(20).exactOptional(),
  /**
   * Marks of the turns that submitted them, latest last: a turn whose process stood still may write the intent of a draft
   * that was submitted and forgotten meanwhile, and is not saved then.
   */
  submittedIn: texts(20).exactOptional(),
  /** Id of the draft whose card is open. */
  open: z.string().exactOptional(),
  /** Another card was shown since that draft's. */
  away: z.literal(true).exactOptional(),
  /** That card only answers beside the draft's, which a typed text is still meant for. */
  beside: z.literal(true).exactOptional(),
  /** The card shown last, by which a typed text can be meant for it; absent while that is the open draft's. */
  card: cardOnScreen.exactOptional(),
  /** The change this user requested last, which a typed undo is about and `same for` repeats, and its customer. */
  changed: z
    .object({
      id: z.string(),
      at: z.string(),
      ref: z.string(),
      /** The subscription it changed, and the number of licenses it set. */
      subscription: z.object({ id: z.string(), name: z.string(), to: z.number().exactOptional() }).exactOptional(),
      /** The offers it ordered. */
      lines: z.array(bundleLine).exactOptional(),
    })
    .exactOptional(),
  /** When this user began something last; what is noted later belongs to a turn that was not saved. */
  begunAt: z.string().exactOptional(),
  /** The changes that an older version noted here; the next note takes them over. */
  begun: z.array(ownChange).exactOptional(),
  /** The draft deleted last, and when: for a day it can be restored. */
  deleted: z.object({ draft, at: z.string() }).exactOptional(),
  /** Key of the question asked last before something is ordered, changed or deleted; absent once its card was left. */
  asked: z.string().exactOptional(),
  /** Id of the import that was checked last and waits for Submit. */
  importing: z.string().exactOptional(),
  /** Tenant id of the reseller of the customer or order submitted last, or `none`. */
  lastReseller: z.string().exactOptional(),
  /**
   * Where the morning's message is sent, by which clock, and the day on it (`yyyy-mm-dd`) of the last one; absent for a
   * user who did not ask for it.
   */
  morning: z
    .object({
      conversation: z.record(z.string(), z.unknown()),
      timeZone: z.string().exactOptional(),
      offset: z.number().exactOptional(),
      sentOn: z.string().exactOptional(),
    })
    .exactOptional(),
  /** The last press handled, which tells a double press from a press on an old card; `verb` names all it sent. */
  lastPress: z.object({ token: z.string(), verb: z.string(), at: z.string() }).exactOptional(),
});
export type User = z.infer<typeof user>;

/** Schema of the note that a user is sent the morning's message; `at`: since when. */
export const morningUser = z.object({ at: z.string() });
export type MorningUser = z.infer<typeof morningUser>;

/** State of a new user. */
export const newUser = (): User => ({
  greeted: [],
  seen: [],
  drafts: [],
});
