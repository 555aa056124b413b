import { LRUCache } from 'lru-cache';
import { collection, type Collection, type ItemPage, summarizedCollection } from './collection.ts';
import { NewerDocument, type SummarizedSchema } from './collectionSchema.ts';
import { insertOnce } from './conflicts.ts';
import type { Documents } from './documents.ts';
import { defined } from '../lib/optional.ts';
import { auditLine, type AuditLine } from '../model/auditLine.ts';
import type { Change } from '../model/change.ts';
import type { StageName } from '../model/stages.ts';

/** The user an audit line names, as a turn, a job and an import have it. An empty name is none. */
interface AuditedUser {
  readonly userId: string;
  readonly userName?: string;
}

/** The refusal behind an outcome, and the id of the call; each undefined or empty where there is none. */
export interface AuditedCall {
  readonly reason: string | undefined;
  readonly code: string | undefined;
  readonly correlationId: string | undefined;
}

/** The acts that are audited. Each names all that its line must say, so that nothing can be forgotten. */
export type AuditedAct =
  | {
      readonly kind: 'step';
      readonly step: StageName;
      readonly record: string;
      readonly offers: AuditLine['offers'] | undefined;
      readonly outcome: 'done' | 'failed' | 'refused';
      readonly call: AuditedCall;
    }
  | {
      readonly kind: 'change';
      readonly change: Pick<Change, 'id' | 'what' | 'customer'>;
      readonly data: NonNullable<AuditLine['data']>;
      readonly ordered: AuditLine['ordered'] | undefined;
      readonly offers: AuditLine['offers'] | undefined;
      readonly outcome: AuditLine['outcome'];
      readonly call: AuditedCall;
    }
  | { readonly kind: 'erasure'; readonly record: string }
  | { readonly kind: 'importedCustomer'; readonly record: string }
  | { readonly kind: 'importEnd'; readonly id: string; readonly end: string; readonly counts: Record<string, number> }
  | { readonly kind: 'export'; readonly id: string; readonly content: string; readonly rows: number };

const callFields = ({ reason, code, correlationId = '' }: AuditedCall) => ({
  ...defined({ reason, code }),
  ...(correlationId === '' ? {} : { correlationId }),
});

/** The fields of an act's line that say what was done. */
function actFields(act: AuditedAct): Omit<AuditLine, 'at' | 'userId' | 'userName'> {
  switch (act.kind) {
    case 'step':
      return {
        action: act.step,
        record: act.record,
        outcome: act.outcome,
        ...defined({ offers: act.offers }),
        ...callFields(act.call),
      };
    case 'change': {
      const { change, data, ordered, offers, outcome, call } = act;
      const { record = change.customer.microsoftId } = change.customer;
      // Each of several orders is a change with a line of its own.
      const action = change.what.kind === 'orders' ? 'order' : change.what.kind;
      const fields = { action, record, change: change.id, data, outcome };
      return { ...fields, ...defined({ ordered, offers }), ...callFields(call) };
    }
    case 'erasure':
      return { action: 'erase', record: act.record, outcome: 'done' };
    case 'importedCustomer':
      return { action: 'imported', record: act.record, outcome: 'done' };
    case 'importEnd':
      return { action: 'imported', record: act.id, change: act.end, data: act.counts, outcome: 'done' };
    case 'export': {
      const { id, content, rows } = act;
      return { action: 'exported', record: 'list', change: id, data: { kind: content, n: rows }, outcome: 'done' };
    }
  }
}

const lineOf = ({ userId, userName = '' }: AuditedUser, at: Date, act: AuditedAct): AuditLine => ({
  at: at.toISOString(),
  userId,
  ...(userName === '' ? {} : { userName }),
  ...actFields(act),
});

/** The part of a line that says whose copies of a customer it makes old. */
export type AuditedCustomer = Pick<AuditLine, 'record' | 'action' | 'outcome'>;

/** Audit lines by partner. */
export interface Audit {
  /**
   * Adds the line of an act. The same outcome of the same action and record again changes nothing, except for `failed`.
   */
  write(partner: string, by: AuditedUser, at: Date, act: AuditedAct): Promise<void>;
  /** True when that change of a record has ended: done, refused, given up, or unclear for good. */
  isOver(partner: string, record: string, change: string): Promise<boolean>;
  /**
   * The line with which a change or an action of a record ended: done, refused, given up, or unclear for good; undefined while
   * there is none, and for one of a newer version.
   */
  endOf(partner: string, record: string, what: string): Promise<AuditLine | undefined>;
  /** The lines of one record, oldest first, at most `limit` of them. */
  of(partner: string, record: string, limit: number): Promise<AuditLine[]>;
  /**
   * Gives the lines that other processes write from now on, each once; undefined where they are too many or too old.
   * Absent where one process holds the store.
   */
  readonly follow?: (partner: string) => Promise<() => Promise<readonly AuditedCustomer[] | undefined>>;
}

// Version 1 stored an id of our own as the correlation id of done and unclear lines; Microsoft never knew it.
const withoutOwnId = (old: unknown): unknown => {
  if (typeof old !== 'object' || old === null || !('outcome' in old) || !('correlationId' in old)) return old;
  const { correlationId: _own, ...line } = old;
  return line.outcome === 'done' || line.outcome === 'unclear' ? line : old;
};

/** Schema of audit lines; their summaries are for those who follow them. */
export const auditSchema: SummarizedSchema<AuditLine, AuditedCustomer> = {
  kind: 'audit',
  schema: auditLine,
  version: 2,
  migrations: [withoutOwnId],
  summary: ({ record, action, outcome }) => ({ record, action, outcome }),
  form: 1,
};

/** The lines as others write them: those of this process, whose ids `takeOwn` knows, are left out. */
function followOthers(documents: Documents, takeOwn: (id: string) => boolean): Pick<Audit, 'follow'> {
  const { follow } = summarizedCollection(documents, auditSchema);
  if (follow === undefined) return {};
  return {
    async follow(partner) {
      const next = await follow(partner);
      return async () => (await next())?.present.filter(({ id }) => !takeOwn(id)).map(({ summary }) => summary);
    },
  };
}

/** Outcomes with which something is over. */
const endings = ['done', 'refused', 'unclear', 'dropped'] as const;

/** The thing that was read; `newer` where a newer version wrote it. */
async function orNewer<T>(read: () => Promise<T>): Promise<T | 'newer'> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NewerDocument) return 'newer';
    throw error;
  }
}

const oldestFirst = (a: AuditLine, b: AuditLine): number => Date.parse(a.at) - Date.parse(b.at);

/** Lines on the first page read. Most records have fewer, and the lines after them belong to other records. */
const firstPageSize = 8;
const largestPageSize = 128;

/** Most lines of this process that are known as its own; an older one is taken for another's. */
const maxOwn = 1_000;

/** The audit trail; `newId` makes lines of one moment differ. */
export function auditTrail(documents: Documents, newId: () => string): Audit {
  // Summaries are of use only to those who follow.
  const lines: Collection<AuditLine> =
    documents.follow === undefined ? collection(documents, auditSchema) : summarizedCollection(documents, auditSchema);
  const own = new LRUCache<string, true>({ max: maxOwn });
  // Ids begin with the record's, so that its history is one run of the list.
  const idOf = ({ record, at, action, outcome, change }: AuditLine): string =>
    outcome === 'failed' ? `${record}.${at}.${newId()}` : `${record}.${change ?? action}.${outcome}`;
  /** True when there is such a line; one of a newer version says by its id what has ended. */
  const isWritten = async (partner: string, id: string): Promise<boolean> =>
    (await orNewer(() => lines.get(partner, id))) !== undefined;
  return {
    async write(partner, by, at, act) {
      const line = lineOf(by, at, act);
      const id = idOf(line);
      own.set(id, true);
      await insertOnce(lines, partner, id, line);
    },
    async endOf(partner, record, what) {
      for (const outcome of endings) {
        const line = await orNewer(async () => (await lines.get(partner, `${record}.${what}.${outcome}`))?.value);
        if (line !== undefined && line !== 'newer') return line;
      }
      return undefined;
    },
    async isOver(partner, record, change) {
      for (const outcome of endings) {
        if (await isWritten(partner, `${record}.${change}.${outcome}`)) return true;
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
    ...followOthers(documents, (id) => own.delete(id)),
  };
}
