import * as z from 'zod';
import { language } from './requestedBy.ts';
import { draft } from './draft.ts';

/** Schema of the state of one user of one partner: one document, written once a turn. */
export const user = z.object({
  language: language.exactOptional(),
  /** Language of the client used last, as some clients send none with a press. */
  lastLocale: language.exactOptional(),
  /** When they were greeted last. */
  greetedAt: z.string().exactOptional(),
  /** Conversations (hashed) that were greeted. */
  greeted: z.array(z.string()).max(20),
  /** Hashed ids of the latest activities handled, so that none is handled twice. */
  seen: z.array(z.string()).max(100),
  drafts: z.array(draft),
  /**
   * Ids of submitted drafts, latest last; an `intended` job that is not among them belongs to a turn that was not
   * saved.
   */
  submitted: z.array(z.string()).max(20).exactOptional(),
  /** Id of the draft whose card is open. */
  open: z.string().exactOptional(),
  /** The draft deleted last, and when: for a day it can be restored. */
  deleted: z.object({ draft, at: z.string() }).exactOptional(),
  /** Id of the import that was checked last and waits for Submit. */
  importing: z.string().exactOptional(),
  /** Tenant id of the reseller of the customer or order submitted last, or `none`. */
  lastReseller: z.string().exactOptional(),
  /** The last press handled, which tells a double press from a press on an old card; `verb` names all it sent. */
  lastPress: z.object({ token: z.string(), verb: z.string(), at: z.string() }).exactOptional(),
});
export type User = z.infer<typeof user>;

/** State of a new user. */
export const newUser = (): User => ({
  greeted: [],
  seen: [],
  drafts: [],
});
