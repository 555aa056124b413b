import {
  DocumentExists,
  type Documents,
  type Json,
  type DocumentKey,
  StaleDocument,
  type StoredDocument,
  type Summarizer,
  type Summary,
} from '../storage/documents.ts';

const path = ({ kind, partner, id }: DocumentKey): string => JSON.stringify([kind, partner, id]);

const frozen = (value: Json): Json => {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
};

/** Documents in memory for tests: values pass through JSON as in a file, are frozen, and each write has an etag of its own. */
export const memoryDocuments = (): Documents & { readonly everything: () => readonly unknown[] } => {
  const kept = new Map<string, { readonly key: DocumentKey; readonly stored: StoredDocument }>();
  let version = 0;
  const summaries = new Map<string, Summary>();
  const keep = (key: DocumentKey, value: Json, summary: Summary | undefined): string => {
    version += 1;
    const etag = `"${version}"`;
    const copy = frozen(JSON.parse(JSON.stringify(value)) as Json); // what JSON.parse gives is Json
    kept.set(path(key), { key, stored: { id: key.id, etag, value: copy } });
    if (summary === undefined) summaries.delete(path(key));
    else summaries.set(path(key), summary);
    return etag;
  };
  const sorted = (kind: string, partner: string): StoredDocument[] =>
    [...kept.values()]
      .filter(({ key }) => key.kind === kind && key.partner === partner)
      .map(({ stored }) => stored)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  const summarize = (key: DocumentKey, { form, of }: Summarizer, { value }: StoredDocument): Json | undefined => {
    const known = summaries.get(path(key));
    if (known?.form === form) return known.value;
    try {
      const made = of(value);
      summaries.set(path(key), { form, value: made });
      return made;
    } catch {
      return undefined;
    }
  };
  return {
    everything: () => [...kept.values()],
    get: async (key) => kept.get(path(key))?.stored,
    insert: async (key, value, summary) => {
      if (kept.has(path(key))) throw new DocumentExists(key);
      return keep(key, value, summary);
    },
    replace: async (key, value, etag, summary) => {
      if (kept.get(path(key))?.stored.etag !== etag) throw new StaleDocument(key);
      return keep(key, value, summary);
    },
    remove: async (key, etag) => {
      const known = kept.get(path(key));
      if (known === undefined) return;
      if (known.stored.etag !== etag) throw new StaleDocument(key);
      kept.delete(path(key));
    },
    quarantine: async (key, etag) => {
      if (kept.get(path(key))?.stored.etag !== etag) throw new StaleDocument(key);
      kept.delete(path(key));
      return `memory:${path(key)}`;
    },
    list: async (kind, partner, { after, limit }) => {
      const rest = sorted(kind, partner).filter(({ id }) => after === undefined || id > after);
      const items = rest.slice(0, limit);
      const last = items.at(-1);
      return { items, unreadable: [], ...(rest.length > limit && last !== undefined ? { next: last.id } : {}) };
    },
    async *summaries(kind, partner, summarizer) {
      for (const stored of sorted(kind, partner)) {
        const { id } = stored;
        const summary = summarize({ kind, partner, id }, summarizer, stored);
        yield { items: [{ id, ...(summary === undefined ? {} : { summary }) }], unreadable: [] };
      }
    },
    partitions: async () => [...kept.values()].map(({ key: { kind, partner } }) => ({ kind, partner })),
    purgeQuarantine: async () => {},
    purgeQuarantineOf: async () => {},
    close: async () => {},
  };
};
