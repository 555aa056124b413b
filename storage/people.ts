import * as z from 'zod';
import { language } from './asked.ts';
import { collection, type Collection } from './collection.ts';
import type { Documents } from './documents.ts';
import { draft } from './draft.ts';

/** What is remembered of one user of one partner: one document, written once a turn. */
export const person = z.object({
  language: language.exactOptional(),
  /** The language of the client that was used last: some send none with a press. */
  lastLocale: language.exactOptional(),
  /** When they were greeted last. */
  greetedAt: z.string().exactOptional(),
  /** Conversations (hashed) that were greeted. */
  greeted: z.array(z.string()).max(20),
  /** The latest activities taken (hashed ids), so that none is taken twice. */
  seen: z.array(z.string()).max(100),
  drafts: z.array(draft),
  /** Drafts handed to submissions, the latest last: an intent that is not among them is of a turn that was not saved. */
  submitted: z.array(z.string()).max(20).exactOptional(),
  /** Id of the draft whose card is open. */
  open: z.string().exactOptional(),
  /** The import that was checked last, and waits for Submit. */
  importing: z.string().exactOptional(),
  /** The last press taken, so that a double press of the same button is told from an old card; `verb` names all it sent. */
  lastPress: z.object({ token: z.string(), verb: z.string(), at: z.string() }).exactOptional(),
});
export type Person = z.infer<typeof person>;

/** Somebody never seen before. */
export const newPerson = (): Person => ({
  greeted: [],
  seen: [],
  drafts: [],
});

/** People by partner and user. */
export const people = (documents: Documents): Collection<Person> =>
  collection(documents, { kind: 'people', schema: person, version: 1, migrations: [] });
