/** Anything JSON can hold; what a store keeps. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Where a document lives. `kind` is a code name such as `people`; `partner` is the partner's tenant id, part of every
 * key, so that no partner can reach another's documents; `id` may be any text (stores encode or hash it, never cut it).
 */
export interface Key {
  readonly kind: string;
  readonly partner: string;
  readonly id: string;
}

/** A document as read. `value` is shared and must not be changed (a store may have made it refuse changes); `etag` names this version of it. */
export interface Stored {
  readonly id: string;
  readonly etag: string;
  readonly value: Json;
}

/** One partner's documents of a kind. */
export type Partition = Pick<Key, 'kind' | 'partner'>;

/**
 * A page of documents in ascending order of id; `next` is given to the following call as `after`, absent at the end. A
 * page with `next` may hold fewer than were asked for, even none.
 */
export interface Page {
  readonly items: readonly Stored[];
  /** Ids of documents on this page that could not be read; they have been set aside. A name where even the id is lost. */
  readonly unreadable: readonly string[];
  readonly next?: string;
}

/**
 * What is remembered. Every method that writes resolves only when the document is durable (survives a power cut), and
 * leaves the former version in place when it fails. Methods on one key take effect one after another. All raise
 * StorageUnavailable when disk or service fails, and insert, replace and remove raise UnreadableDocument as get does.
 * A value that is written is given away: the store may keep it as it is, and may make it refuse changes.
 */
export interface Documents {
  /** The document, or undefined when there is none. Raises UnreadableDocument once for a broken one, which is set aside. */
  get(key: Key): Promise<Stored | undefined>;
  /** Writes a new document and gives its etag; raises DocumentExists when there is one. */
  insert(key: Key, value: Json): Promise<string>;
  /** Writes over the version named by `etag` and gives the new etag; raises StaleDocument when it changed or is gone. */
  replace(key: Key, value: Json, etag: string): Promise<string>;
  /** Removes the version named by `etag`; raises StaleDocument when it changed. A document that is gone already is no fault. */
  remove(key: Key, etag: string): Promise<void>;
  /**
   * Takes the version named by `etag`, which its reader could not make sense of, out of the way and gives where it went;
   * nothing of `reason` may be personal. Raises StaleDocument when it changed or is gone.
   */
  setAside(key: Key, etag: string, reason: string): Promise<string>;
  /** One partner's documents of a kind, by ascending id, `limit` at a time, strictly after the id `after`. */
  list(kind: string, partner: string, page: { readonly after?: string; readonly limit: number }): Promise<Page>;
  /** Every partition that may hold a document, in no order. */
  partitions(): Promise<readonly Partition[]>;
  /** Forgets for good what was set aside before that moment. */
  forgetSetAside(before: Date): Promise<void>;
  /** Forgets for good what was set aside of a partner and holds one of these texts, as far as that can be read of it. */
  forgetSetAsideOf(partner: string, texts: readonly string[]): Promise<void>;
  /** Ends use, after what is under way: nothing may be called afterwards. */
  close(): Promise<void>;
}

// Ids may be a user's or a domain's: they stay out of messages, which are logged.
const named = ({ kind, partner }: Key): string => `of kind ${kind} of ${partner}`;

/** `insert` found a document of that key. */
export class DocumentExists extends Error {
  readonly key: Key;
  constructor(key: Key) {
    super(`a document ${named(key)} exists already`);
    this.key = key;
  }
}

/** `replace` or `remove` named a version that is no longer the present one. */
export class StaleDocument extends Error {
  readonly key: Key;
  constructor(key: Key) {
    super(`a document ${named(key)} was changed or removed since it was read`);
    this.key = key;
  }
}

/** A stored document is broken; it was moved aside to `movedTo`, so that the next `get` finds none. */
export class UnreadableDocument extends Error {
  readonly key: Key;
  readonly movedTo: string;
  constructor(key: Key, movedTo: string, reason: string) {
    super(`a document ${named(key)} is unreadable (${reason}) and was set aside`);
    this.key = key;
    this.movedTo = movedTo;
  }
}

/** The disk or service behind the store refused; `cause` is its own error. A later call may succeed. */
export class StorageUnavailable extends Error {
  constructor(action: 'read' | 'write' | 'list', kind: string, cause: unknown) {
    super(`could not ${action} documents of kind ${kind}`, { cause });
  }
}
