import { collection, insertOnce, type Collection, type ItemPage } from './collection.ts';
import type { Documents } from './documents.ts';
import { auditLine, type AuditLine } from '../model/auditLine.ts';

/** Audit lines by partner. */
export interface Audit {
  /** Adds a line. Adding the same outcome of the same action and record again changes nothing, except for `failed`. */
  write(partner: string, line: AuditLine): Promise<void>;
  /** True when that change of a record has ended: done, refused, given up, or unclear for good. */
  isOver(partner: string, record: string, change: string): Promise<boolean>;
  /** The lines of one record, oldest first, at most `limit` of them. */
  of(partner: string, record: string, limit: number): Promise<AuditLine[]>;
}

// Version 1 stored an id of our own as the correlation id of done and unclear lines; Microsoft never knew it.
const withoutOwnId = (old: unknown): unknown => {
  if (typeof old !== 'object' || old === null || !('outcome' in old) || !('correlationId' in old)) return old;
  const { correlationId: _own, ...line } = old;
  return line.outcome === 'done' || line.outcome === 'unclear' ? line : old;
};

const oldestFirst = (a: AuditLine, b: AuditLine): number => Date.parse(a.at) - Date.parse(b.at);

/** Lines on the first page read. Most records have fewer, and the lines after them belong to other records. */
const firstPageSize = 8;
const largestPageSize = 128;

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
      await insertOnce(lines, partner, idOf(line), line);
    },
    async isOver(partner, record, change) {
      for (const outcome of ['done', 'refused', 'unclear', 'dropped']) {
        if ((await lines.get(partner, `${record}.${change}.${outcome}`)) !== undefined) return true;
      }
      return false;
    },
    async of(partner, record, limit) {
      const found: AuditLine[] = [];
      let atOnce = firstPageSize;
      for (let after: string | undefined = `${record}.`; after !== undefined && found.length < limit;) {
        const page: ItemPage<AuditLine> = await lines.list(partner, { after, limit: atOnce });
        atOnce = Math.min(2 * atOnce, largestPageSize);
        const own = page.items.filter(({ value }) => value.record === record);
        found.push(...own.map(({ value }) => value));
        after = own.length < page.items.length ? undefined : page.next;
      }
      return found.sort(oldestFirst).slice(0, limit);
    },
  };
}
