import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { defined } from '../../lib/optional.ts';
import type { DocumentKey, Documents } from '../../storage/documents.ts';
import { isFresh, isInserted } from '../../storage/conflicts.ts';

const cartLineSchema = z.object({ id: z.number(), catalogItemId: z.string(), group: z.string().exactOptional() });

const baselineSchema = z.object({ version: z.string(), fields: z.array(z.string()).readonly() });

const noteSchema = z.object({
  schema: z.literal(1),
  at: z.string(),
  /** Id of the attempt begun last, which alone may forget the entry. */
  attempt: z.string().exactOptional(),
  seen: baselineSchema.exactOptional(),
  orders: z.array(z.string()).readonly().exactOptional(),
  cart: z.object({ id: z.string(), createdAt: z.string(), lines: z.array(cartLineSchema).readonly() }).exactOptional(),
  attestation: z.string().exactOptional(),
  halfMade: z.string().exactOptional(),
});

/** Entry of a request id, written before the request is sent, so that a process that ends loses no order. */
type Note = z.infer<typeof noteSchema>;

/** An attempt at a request, by one process. */
export interface RequestAttempt {
  readonly requestId: string;
  readonly id: string;
  /** Entry of an attempt before it: then that may have done its work already. */
  readonly earlier?: Note;
}

/** A stored cart: its id, its time by the service's clock, and its lines. */
export type StoredCart = NonNullable<Note['cart']>;

/** Baseline of a change: the version it was first applied to, and the names of the fields to change. */
export type Baseline = z.infer<typeof baselineSchema>;

/**
 * Journal of requests begun at Partner Center, by request id. Holds only ids, versions, field names, digests and times.
 */
export interface RequestJournal {
  /** Begins an attempt, and stores that its request is about to be sent. */
  begin(requestId: string): Promise<RequestAttempt>;
  /** Begins an attempt that stores something only when it has looked: where there is an entry, it is this attempt's now. */
  takeUp(requestId: string): Promise<RequestAttempt>;
  /**
   * Stores the ids of the orders a customer had before, which are not this request's, whatever they contain. Gives those
   * to go by: of two processes on a request, what the first one stored.
   */
  saveOrders(requestId: string, orders: readonly string[]): Promise<readonly string[]>;
  /** Stores the cart of an order, and gives the one to check out, as `saveOrders` does. */
  saveCart(requestId: string, cart: StoredCart): Promise<StoredCart>;
  /** Stores the baseline of a change, and gives the one to go by, as `saveOrders` does. */
  saveBaseline(attempt: RequestAttempt, seen: Baseline): Promise<Baseline>;
  /** Id of the attestation that was created. */
  attestation(requestId: string): Promise<string | undefined>;
  /** Stores the id of an attestation and renews its time, so that it is kept as long as it is used. */
  saveAttestation(requestId: string, attestation: string): Promise<void>;
  /** Stores that a customer has the domain although its creation was refused, and a digest of its name. */
  saveHalfMade(domain: string, companyName: string): Promise<void>;
  /** Test for the half-made customer of a domain: true for its name, or none yet. Undefined when there is none. */
  halfMade(domain: string): Promise<((companyName: string) => boolean) | undefined>;
  /** Deletes the entry of a half-made customer that is complete now. */
  forgetHalfMade(domain: string): Promise<void>;
  /**
   * Deletes the entry of a request that was refused without effect. False where another attempt goes by it, which was begun
   * while this one stood still: it may have taken effect.
   */
  forget(attempt: RequestAttempt): Promise<boolean>;
}

const documentKind = 'rest-requests';

// Neither domains nor names are stored here: a digest is enough to recognise the same one.
const digestOf = (text: string): string => createHash('sha256').update(text.trim().toLowerCase()).digest('hex');

const halfMadeId = (domain: string): string => digestOf(`half-made ${domain}`);

/** The entries of one partner's requests as they are stored. */
function entriesOf(documents: Documents, partner: string, now: () => Date) {
  const keyOf = (id: string): DocumentKey => ({ kind: documentKind, partner, id });

  const read = async (id: string): Promise<{ readonly note: Note; readonly etag: string } | undefined> => {
    const stored = await documents.get(keyOf(id));
    return stored === undefined ? undefined : { note: noteSchema.parse(stored.value), etag: stored.etag };
  };

  const newNote = (attempt?: string): Note =>
    noteSchema.parse({ schema: 1, at: now().toISOString(), ...defined({ attempt }) });

  /** Makes the entry that attempt's, and gives it; undefined where there is none. */
  const takeUp = async (requestId: string, attempt: string): Promise<Note | undefined> => {
    for (;;) {
      const known = await read(requestId);
      if (known === undefined) return undefined;
      if (await isFresh(documents.replace(keyOf(requestId), { ...known.note, attempt }, known.etag))) return known.note;
    }
  };

  /** Adds to an entry what it does not have yet, and gives what it has then: a process that stood still changes nothing. */
  const addOnce = async <K extends 'cart' | 'orders' | 'seen'>(
    id: string,
    name: K,
    value: NonNullable<Note[K]>,
    attempt?: string,
  ): Promise<NonNullable<Note[K]>> => {
    for (;;) {
      const known = await read(id);
      const kept = known?.note[name];
      if (kept !== undefined) return kept;
      const next = noteSchema.parse({
        ...(known?.note ?? newNote(attempt)),
        [name]: value,
      });
      const isAdded =
        known === undefined
          ? await isInserted(documents.insert(keyOf(id), next))
          : await isFresh(documents.replace(keyOf(id), next, known.etag));
      if (isAdded) return value;
    }
  };

  const remove = async (id: string): Promise<void> => {
    const found = await documents.get(keyOf(id));
    if (found !== undefined) await isFresh(documents.remove(keyOf(id), found.etag));
  };

  /** Deletes an entry that is that attempt's; gives if it was. */
  const forget = async ({ requestId, id }: RequestAttempt): Promise<boolean> => {
    const known = await read(requestId);
    if (known?.note.attempt !== id) return false;
    return isFresh(documents.remove(keyOf(requestId), known.etag));
  };

  return { keyOf, read, newNote, takeUp, addOnce, remove, forget };
}

/** The journal of one partner's requests. */
export const requestJournal = (documents: Documents, partner: string, now: () => Date): RequestJournal => {
  const { keyOf, read, newNote, takeUp, addOnce, remove, forget } = entriesOf(documents, partner, now);
  return {
    async begin(requestId) {
      const id = randomUUID();
      for (;;) {
        const earlier = await takeUp(requestId, id);
        if (earlier !== undefined) return { requestId, id, earlier };
        if (await isInserted(documents.insert(keyOf(requestId), newNote(id)))) return { requestId, id };
      }
    },
    async takeUp(requestId) {
      const id = randomUUID();
      return { requestId, id, ...defined({ earlier: await takeUp(requestId, id) }) };
    },
    saveOrders: (requestId, orders) => addOnce(requestId, 'orders', orders),
    saveCart: (requestId, cart) => addOnce(requestId, 'cart', cart),
    saveBaseline: ({ requestId, id }, seen) => addOnce(requestId, 'seen', seen, id),
    attestation: async (requestId) => (await read(requestId))?.note.attestation,
    async saveAttestation(requestId, attestation) {
      const known = await read(requestId);
      const next = noteSchema.parse({ schema: 1, at: now().toISOString(), attestation });
      if (known === undefined) await isInserted(documents.insert(keyOf(requestId), next));
      else await isFresh(documents.replace(keyOf(requestId), next, known.etag));
    },
    async saveHalfMade(domain, companyName) {
      const value = noteSchema.parse({ schema: 1, at: now().toISOString(), halfMade: digestOf(companyName) });
      await isInserted(documents.insert(keyOf(halfMadeId(domain)), value));
    },
    async halfMade(domain) {
      const name = (await read(halfMadeId(domain)))?.note.halfMade;
      if (name === undefined) return undefined;
      return (companyName) => companyName.trim() === '' || digestOf(companyName) === name;
    },
    forgetHalfMade: (domain) => remove(halfMadeId(domain)),
    forget,
  };
};

/** Deletes the entries of one partner's requests that were begun before that time. */
export async function deleteRequestsBefore(documents: Documents, partner: string, before: Date): Promise<void> {
  let after: string | undefined;
  do {
    const page = await documents.list(documentKind, partner, { limit: 100, ...defined({ after }) });
    for (const { id, etag, value } of page.items) {
      const found = noteSchema.safeParse(value);
      if (!found.success || Date.parse(found.data.at) < before.getTime())
        await isFresh(documents.remove({ kind: documentKind, partner, id }, etag));
    }
    after = page.next;
  } while (after !== undefined);
}

/** Id (a GUID) for a further call of a request, the same at each attempt. */
export const derivedId = (requestId: string, part: string): string => {
  const hex = createHash('sha256').update(`${requestId}/${part}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
