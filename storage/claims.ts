import * as z from 'zod';
import { language } from './asked.ts';
import { collection, type Collection } from './collection.ts';
import type { Documents } from './documents.ts';

/** Who of a partner is adding the customer of a domain (the document's id), so that colleagues learn of each other. */
export const claim = z.object({
  userId: z.string(),
  userName: z.string(),
  language,
  draft: z.string(),
  at: z.string(),
  /** Where the colleague is told: a Bot Framework conversation reference. */
  conversation: z.record(z.string(), z.unknown()),
});
export type Claim = z.infer<typeof claim>;

/** Claims by partner and domain. */
export const claims = (documents: Documents): Collection<Claim> =>
  collection(documents, { kind: 'claims', schema: claim, version: 1, migrations: [] });
