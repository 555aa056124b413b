import * as z from 'zod';
import { language } from './requestedBy.ts';

/**
 * Schema of a lease: the user who is adding the customer of a domain (the document's id), for colleagues to be told.
 */
export const domainLease = z.object({
  userId: z.string(),
  userName: z.string(),
  language,
  draft: z.string(),
  at: z.string(),
  /** Bot Framework conversation reference in which that user is told of a colleague. */
  conversation: z.record(z.string(), z.unknown()),
});
export type DomainLease = z.infer<typeof domainLease>;
