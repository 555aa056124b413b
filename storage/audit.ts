import * as z from 'zod';
import { collection, type Collection, type Items } from './collection.ts';
import { DocumentExists, type Documents } from './documents.ts';
import { orderedLine } from './stages.ts';

/** Who did what to which record, when, and with which outcome. Holds no personal data of a customer, and is never deleted. */
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
  /** What the sentence about it needs: a subscription's name, counts; nothing about people. */
  data: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  /** Of an order: what was ordered. */
  ordered: z
    .array(orderedLine.pick({ offerId: true, offerName: true, unit: true, quantity: true, subscriptionId: true }))
    .exactOptional(),
  /** `unclear`: nobody can tell whether it was done; `dropped`: it was given up before it was done. */
  outcome: z.enum(['done', 'failed', 'refused', 'unclear', 'dropped']),
  /** The reason where the outcome is `failed` or `refused`. */
  reason: z.string().exactOptional(),
  /** Partner Center's code of that. Its sentence is left out: it may name a person. */
  code: z.string().exactOptional(),
  /** What the call was sent to Partner Center with, by which Microsoft's support finds it; absent where none was sent. */
  correlationId: z.string().exactOptional(),
});
export type AuditLine = z.infer<typeof auditLine>;

/** Audit lines by partner. */
export interface Audit {
  /** Adds a line. What is over is so once: a second line of that outcome of an action on a record changes nothing. */
  write(partner: string, line: AuditLine): Promise<void>;
  /** Is that change of a record over: done, refused, given up, or unclear for good? */
  isOver(partner: string, record: string, change: string): Promise<boolean>;
  /** The lines of one record, oldest first, at most `limit` of them. */
  of(partner: string, record: string, limit: number): Promise<AuditLine[]>;
}

// What was done had an id of ours at first, which nobody else knew.
const withoutOwnId = (old: unknown): unknown => {
  if (typeof old !== 'object' || old === null || !('outcome' in old) || !('correlationId' in old)) return old;
  const { correlationId: _own, ...line } = old;
  return line.outcome === 'done' || line.outcome === 'unclear' ? line : old;
};

const oldestFirst = (a: AuditLine, b: AuditLine): number => Date.parse(a.at) - Date.parse(b.at);

/** Lines read at first: of most records there are fewer, and what follows them are other records' lines. Then more. */
const atFirst = 8;
const atMost = 128;

/** The audit trail; `newId` makes lines of one moment differ. */
export function auditTrail(documents: Documents, newId: () => string): Audit {
  const lines: Collection<AuditLine> = collection(documents, {
    kind: 'audit',
    schema: auditLine,
    version: 2,
    migrations: [withoutOwnId],
  });
  // Ids begin with the record's, so that its history is one run of the list.
  const idOf = ({ record, at, action, outcome, change }: AuditLine): string =>
    outcome === 'failed' ? `${record}.${at}.${newId()}` : `${record}.${change ?? action}.${outcome}`;
  return {
    async write(partner, line) {
      try {
        await lines.insert(partner, idOf(line), line);
      } catch (error) {
        if (!(error instanceof DocumentExists)) throw error;
      }
    },
    async isOver(partner, record, change) {
      for (const outcome of ['done', 'refused', 'unclear', 'dropped']) {
        if ((await lines.get(partner, `${record}.${change}.${outcome}`)) !== undefined) return true;
      }
      return false;
    },
    async of(partner, record, limit) {
      const found: AuditLine[] = [];
      let atOnce = atFirst;
      for (let after: string | undefined = `${record}.`; after !== undefined && found.length < limit;) {
        const page: Items<AuditLine> = await lines.list(partner, { after, limit: atOnce });
        atOnce = Math.min(2 * atOnce, atMost);
        const own = page.items.filter(({ value }) => value.record === record);
        found.push(...own.map(({ value }) => value));
        after = own.length < page.items.length ? undefined : page.next;
      }
      return found.sort(oldestFirst).slice(0, limit);
    },
  };
}
