import { LRUCache } from 'lru-cache';
import { minute } from '../../lib/durations.ts';
import { type DocumentKey, type Documents, StaleDocument, type StoredDocument } from '../documents.ts';

type Calls = Pick<Documents, 'get' | 'insert' | 'replace' | 'remove'>;

const mostKept = 1_000;
const keptFor = 10 * minute;

/**
 * Reads in a row that found what this process wrote last, of any document of the kind, before one is recalled unread. Where
 * messages of a person go to several processes it never comes to so many; one other version begins the count again.
 */
const trustedAfter = 20;

const nameOf = ({ kind, partner, id }: DocumentKey): string => `${kind}\n${partner}\n${id}`;

/** The calls of a store that remembers what this process wrote, of the kinds that are recalled. */
export function recalling({ get, insert, replace, remove }: Calls): Calls & Required<Pick<Documents, 'recall'>> {
  const kept = new LRUCache<string, StoredDocument>({ max: mostKept, ttl: keptFor });
  const foundInARow = new Map<string, number>();

  const keep = (key: DocumentKey, etag: string, value: StoredDocument['value']): void => {
    if (foundInARow.has(key.kind)) kept.set(nameOf(key), { id: key.id, etag, value });
  };

  /** Takes note whether a document was as this process had left it. */
  const judge = (key: DocumentKey, isAsLeft: boolean): void => {
    if (!isAsLeft) kept.delete(nameOf(key));
    foundInARow.set(key.kind, isAsLeft ? (foundInARow.get(key.kind) ?? 0) + 1 : 0);
  };

  return {
    recall(key) {
      const found = foundInARow.get(key.kind) ?? 0;
      foundInARow.set(key.kind, found);
      return found < trustedAfter ? undefined : kept.get(nameOf(key));
    },
    async get(key) {
      const left = kept.get(nameOf(key));
      const stored = await get(key);
      // Else this process wrote it meanwhile.
      if (left !== undefined && kept.get(nameOf(key)) === left) judge(key, left.etag === stored?.etag);
      return stored;
    },
    async insert(key, value, summary) {
      const etag = await insert(key, value, summary);
      keep(key, etag, value);
      return etag;
    },
    async replace(key, value, etag, summary) {
      try {
        const next = await replace(key, value, etag, summary);
        keep(key, next, value);
        return next;
      } catch (error) {
        const left = kept.get(nameOf(key));
        kept.delete(nameOf(key));
        if (error instanceof StaleDocument && left?.etag === etag) judge(key, false);
        throw error;
      }
    },
    async remove(key, etag) {
      kept.delete(nameOf(key));
      await remove(key, etag);
    },
  };
}
