import { type DocumentKey, type Documents, StaleDocument } from '../storage/documents.ts';

/**
 * The documents as a process has them that another one overtakes at each turn: the first save of the user's state comes too
 * late, so that every turn is run again.
 */
export function overtakenSaves(documents: Documents): Documents {
  const late = new Set<string>();
  /** Raises StaleDocument for the first of two saves. */
  const beOvertaken = (key: DocumentKey): void => {
    const { kind, partner, id } = key;
    const name = `${partner}/${id}`;
    if (kind !== 'people' || late.delete(name)) return;
    late.add(name);
    throw new StaleDocument(key);
  };
  return {
    ...documents,
    async insert(key, ...given) {
      beOvertaken(key);
      return documents.insert(key, ...given);
    },
    async replace(key, ...given) {
      beOvertaken(key);
      return documents.replace(key, ...given);
    },
  };
}
