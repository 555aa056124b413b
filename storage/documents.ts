import { failureCode, failureStatus } from '../lib/failureCode.ts';
import type { SummarySearch } from './summarySearch.ts';

/** Any JSON value; a store keeps nothing else. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Freezes a value and all its parts, and returns it. */
export function deepFreeze<T extends Json>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part as Json);
  return Object.freeze(value);
}

/**
 * Key of a document. `kind` is a code name such as `people`; `partner` is the partner's tenant id, part of every
 * key, so that no partner can reach another's documents; `id` may be any text (stores encode or hash it, never cut it).
 */
export interface DocumentKey {
  readonly kind: string;
  readonly partner: string;
  readonly id: string;
}

/** A document as read. `value` is shared, perhaps frozen, and must not be changed; `etag` names this version of it. */
export interface StoredDocument {
  readonly id: string;
  readonly etag: string;
  readonly value: Json;
}

/** A document among those of several partners. */
export interface PartnerDocument extends StoredDocument {
  readonly partner: string;
}

/** One partner's documents of a kind. */
export type Partition = Pick<DocumentKey, 'kind' | 'partner'>;

/**
 * A page of documents in ascending order of id; `next` is given to the following call as `after`, absent at the end. A
 * page with `next` may hold fewer than were asked for, even none.
 */
export interface DocumentPage {
  readonly items: readonly StoredDocument[];
  /**
   * Ids of documents on this page that could not be read and were quarantined; a file name where even the id is lost.
   */
  readonly unreadable: readonly string[];
  readonly next?: string;
}

/**
 * A short form of a document's value that a store keeps beside it, so that lists need not read the whole document.
 * `form` numbers its layout: one of another form is rebuilt.
 */
export interface Summary {
  readonly form: number;
  readonly value: Json;
}

/** The function that makes summaries of one form. */
export interface Summarizer {
  readonly form: number;
  /** The summary of a document's value; raises any error where the value does not fit its schema. */
  readonly of: (value: Json) => Json;
}

/** One of a partner's documents by its summary, absent where the summarizer raised an error. */
export interface SummarizedDocument {
  readonly id: string;
  readonly summary?: Json;
}

/** Some of a partner's documents by ascending id, each by its summary, absent where the summarizer raised an error. */
export interface SummaryPage {
  readonly items: readonly SummarizedDocument[];
  /** As in a DocumentPage. */
  readonly unreadable: readonly string[];
}

/** Documents that were written or removed, by whichever process, as they are now. */
export interface DocumentChanges {
  readonly present: readonly SummarizedDocument[];
  readonly removed: readonly string[];
}

/** Follows the changes of one partner's documents of a kind. */
export interface ChangeFollower {
  /**
   * All changes answered before the call that the former calls have not given; undefined where they are too many or too
   * old, so that all documents are to be read again. Calls must follow one another.
   */
  next(): Promise<DocumentChanges | undefined>;
}

/**
 * A store of documents. Every method that writes resolves only when the document is durable (survives a power cut), and
 * leaves the former version in place when it fails. Methods on one key take effect one after another. All raise
 * StorageUnavailable when disk or service fails, and insert, replace and remove raise UnreadableDocument as get does.
 * The caller gives a written value away: the store may keep the object itself, and may freeze it.
 */
export interface Documents {
  /** True where several processes may hold the store at once. */
  readonly shared?: boolean;
  /** The time by the store's own clock, to a second, where several machines hold it: their own clocks differ. */
  readonly now?: () => Date;
  /**
   * The document, or undefined when there is none. Raises UnreadableDocument once for a broken one, which is
   * quarantined.
   */
  get(key: DocumentKey): Promise<StoredDocument | undefined>;
  /**
   * The document as this process wrote it last, where nearly all are still as they were left; else undefined. For who
   * writes over it next and is told then that it was another's turn: nothing else tells that it is old. Absent where `get`
   * costs no more.
   */
  readonly recall?: (key: DocumentKey) => StoredDocument | undefined;
  /** Writes a new document and its summary, and gives its etag; raises DocumentExists when there is one. */
  insert(key: DocumentKey, value: Json, summary?: Summary): Promise<string>;
  /**
   * Writes over the version named by `etag` and its summary, and gives the new etag; raises StaleDocument when it
   * changed or is gone.
   */
  replace(key: DocumentKey, value: Json, etag: string, summary?: Summary): Promise<string>;
  /**
   * Removes the version named by `etag`; raises StaleDocument when it changed. Does nothing when it is gone already.
   */
  remove(key: DocumentKey, etag: string): Promise<void>;
  /**
   * Moves the version named by `etag`, which its reader could not parse, to the quarantine and returns where it went;
   * `reason` may hold nothing personal. Raises StaleDocument when it changed or is gone.
   */
  quarantine(key: DocumentKey, etag: string, reason: string): Promise<string>;
  /** One partner's documents of a kind, by ascending id, `limit` at a time, strictly after the id `after`. */
  list(kind: string, partner: string, page: { readonly after?: string; readonly limit: number }): Promise<DocumentPage>;
  /**
   * All partners' documents of a kind that can be read, in one look, for kinds of which there are few; absent where a list a
   * partner costs no more.
   */
  readonly listOfAll?: (kind: string) => Promise<readonly PartnerDocument[]>;
  /**
   * The summaries of all of a partner's documents of a kind, by ascending id. A document without a summary of the
   * summarizer's form is read, and its summary kept. A summary is that of a version which was present after the call.
   */
  summaries(kind: string, partner: string, summarizer: Summarizer): AsyncIterable<SummaryPage>;
  /**
   * Follows changes from now on, those of other processes too; absent where one process holds the store. Raises
   * StorageUnavailable, as `next` does.
   */
  readonly follow?: (kind: string, partner: string, summarizer: Summarizer) => Promise<ChangeFollower>;
  /** The search in customers' summaries that the store does itself; absent where an index in memory must do it. */
  readonly customerSearch?: SummarySearch;
  /** Every partition that may hold a document, in no order. */
  partitions(): Promise<readonly Partition[]>;
  /** Deletes for good what was quarantined before that moment. */
  purgeQuarantine(before: Date): Promise<void>;
  /** Deletes for good a partner's quarantined documents that contain one of these texts, as far as they can be read. */
  purgeQuarantineOf(partner: string, texts: readonly string[]): Promise<void>;
  /** Closes the store after all pending calls; nothing may be called afterwards. */
  close(): Promise<void>;
}

// Ids may be a user's or a domain's: they stay out of messages, which are logged.
const describeKey = ({ kind, partner }: DocumentKey): string => `of kind ${kind} of ${partner}`;

/** Raised by `insert` when a document of that key exists. */
export class DocumentExists extends Error {
  readonly key: DocumentKey;
  constructor(key: DocumentKey) {
    super(`a document ${describeKey(key)} exists already`);
    this.key = key;
  }
}

/** Raised by `replace` and `remove` when the version they name is no longer the present one. */
export class StaleDocument extends Error {
  readonly key: DocumentKey;
  constructor(key: DocumentKey) {
    super(`a document ${describeKey(key)} was changed or removed since it was read`);
    this.key = key;
  }
}

/** Raised for a broken document; it was quarantined at `movedTo`, so that the next `get` finds none. */
export class UnreadableDocument extends Error {
  readonly key: DocumentKey;
  readonly movedTo: string;
  constructor(key: DocumentKey, movedTo: string, reason: string) {
    super(`a document ${describeKey(key)} is unreadable (${reason}) and was set aside`);
    this.key = key;
    this.movedTo = movedTo;
  }
}

/** Raised by `insert` and `replace` for a value that the store has no room for; nothing was written. */
export class DocumentTooLarge extends Error {
  constructor(kind: string, limit: number, cause?: unknown) {
    super(`a document of kind ${kind} is too large: the store keeps ${String(limit)} bytes of one, two a character`, {
      cause,
    });
  }
}

/**
 * Raised when the disk or service behind the store fails; `cause` is its own error, whose code and status are in the message.
 * Without a kind it is the whole store. A later call may succeed.
 */
export class StorageUnavailable extends Error {
  constructor(action: 'read' | 'write' | 'list' | 'open', kind: string | undefined, cause: unknown) {
    const what = kind === undefined ? 'the records' : `documents of kind ${kind}`;
    const why = [failureStatus(cause), failureCode(cause)].filter((part) => part !== undefined).join(' ');
    super(`could not ${action} ${what}${why === '' ? '' : ` (${why})`}`, { cause });
  }
}
