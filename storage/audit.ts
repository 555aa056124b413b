import { z } from 'zod';
import { collection, type Collection } from './collection.ts';
import type { Documents } from './documents.ts';

/** Who did what to which record, when, and with which outcome. Holds no personal data of a customer, and is never deleted. */
export const auditLine = z.object({
  at: z.string(),
  userId: z.string(),
  action: z.enum(['customer', 'agreement', 'qualification', 'subscriptions', 'erase']),
  /** Id of the customer's record. */
  record: z.string(),
  outcome: z.enum(['done', 'failed', 'refused']),
  /** The reason where the outcome is not `done`. */
  reason: z.string().exactOptional(),
  correlationId: z.string(),
});
export type AuditLine = z.infer<typeof auditLine>;

/** Audit lines by partner. */
export interface Audit {
  /** Adds a line. */
  write(partner: string, line: AuditLine): Promise<void>;
  /** The lines of one record, oldest first, at most `limit` of them. */
  of(partner: string, record: string, limit: number): Promise<AuditLine[]>;
}

/** The audit trail; `newId` makes lines of one moment differ. */
export function auditTrail(documents: Documents, newId: () => string): Audit {
  const lines: Collection<AuditLine> = collection(documents, {
    kind: 'audit',
    schema: auditLine,
    version: 1,
    migrations: [],
  });
  return {
    // Ids begin with the record's, so that its history is one run of the list.
    write: async (partner, line) => {
      await lines.insert(partner, `${line.record}.${line.at}.${newId()}`, line);
    },
    of: async (partner, record, limit) => {
      const { items } = await lines.list(partner, { after: `${record}.`, limit });
      return items.map(({ value }) => value).filter((line) => line.record === record);
    },
  };
}
