import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Documents, type Key, DocumentExists, StaleDocument } from '../../storage/documents.ts';

const cartLine = z.object({ id: z.number(), catalogItemId: z.string(), group: z.string().exactOptional() });

const seen = z.object({ version: z.string(), fields: z.array(z.string()).readonly() });

const note = z.object({
  schema: z.literal(1),
  at: z.string(),
  seen: seen.exactOptional(),
  orders: z.array(z.string()).readonly().exactOptional(),
  cart: z.object({ id: z.string(), createdAt: z.string(), lines: z.array(cartLine).readonly() }).exactOptional(),
  attestation: z.string().exactOptional(),
  halfMade: z.string().exactOptional(),
});

/** What was begun for a request id; written before anything leaves, so that a process that ends loses no order. */
type Note = z.infer<typeof note>;

/** A cart as it is remembered: its id, its time by the service's clock, and its lines. */
export type KeptCart = NonNullable<Note['cart']>;

/** What a change was first asked for of: a version of something, and the names of the fields that were to be others. */
export type Seen = z.infer<typeof seen>;

/** What was begun at Partner Center, by request id. Notes hold ids, versions, names of fields, digests and times only. */
export interface Memory {
  /** Notes that a request is about to leave; gives what was noted before: then it may have done its work already. */
  begin(requestId: string): Promise<Note | undefined>;
  /** Notes the ids of the orders that a customer had before: whatever they hold, they are not this request's. */
  keepOrders(requestId: string, orders: readonly string[]): Promise<void>;
  /** Notes the cart of an order. */
  keepCart(requestId: string, cart: KeptCart): Promise<void>;
  /** What was noted of a change before it left for the first time: it may have been made already. */
  seen(requestId: string): Promise<Seen | undefined>;
  /** Notes what a change is asked for of. */
  keepSeen(requestId: string, seen: Seen): Promise<void>;
  /** The id of the attestation that was made. */
  attestation(requestId: string): Promise<string | undefined>;
  /** Notes the id of an attestation, at this time: it is kept for as long as it is asked for. */
  keepAttestation(requestId: string, attestation: string): Promise<void>;
  /** Notes that a domain was taken by a customer whose creation was refused all the same, and what it is called. */
  keepHalfMade(domain: string, companyName: string): Promise<void>;
  /** Was a customer half made of that domain? It is ours where it is called so, or has no name (yet). */
  halfMade(domain: string): Promise<((companyName: string) => boolean) | undefined>;
  /** It is whole now. */
  forgetHalfMade(domain: string): Promise<void>;
  /** The request was refused: it did nothing. */
  forget(requestId: string): Promise<void>;
}

const kind = 'rest-requests';

// Neither a domain nor a name is kept where records are not: the same one is known again by its digest.
const digestOf = (text: string): string => createHash('sha256').update(text.trim().toLowerCase()).digest('hex');

const halfMadeId = (domain: string): string => digestOf(`half-made ${domain}`);

/** The memory of one partner's requests. */
export const memory = (documents: Documents, partner: string, now: () => Date): Memory => {
  const keyOf = (id: string): Key => ({ kind, partner, id });

  const read = async (id: string): Promise<{ readonly note: Note; readonly etag: string } | undefined> => {
    const stored = await documents.get(keyOf(id));
    return stored === undefined ? undefined : { note: note.parse(stored.value), etag: stored.etag };
  };

  const add = async (id: string, more: Pick<Note, 'cart'> | Pick<Note, 'orders'>): Promise<void> => {
    const known = await read(id);
    const next = note.parse({ schema: 1, at: now().toISOString(), ...known?.note, ...more });
    if (known === undefined) await documents.insert(keyOf(id), next);
    else await documents.replace(keyOf(id), next, known.etag);
  };

  const remove = async (id: string): Promise<void> => {
    const found = await documents.get(keyOf(id));
    if (found !== undefined) await documents.remove(keyOf(id), found.etag).catch(unlessChanged);
  };

  return {
    async begin(requestId) {
      const known = await read(requestId);
      if (known !== undefined) return known.note;
      await documents.insert(keyOf(requestId), { schema: 1, at: now().toISOString() }).catch(unlessThere);
      return undefined;
    },
    keepOrders: (requestId, orders) => add(requestId, { orders }),
    keepCart: (requestId, cart) => add(requestId, { cart }),
    seen: async (requestId) => (await read(requestId))?.note.seen,
    async keepSeen(requestId, found) {
      const next = note.parse({ schema: 1, at: now().toISOString(), seen: found });
      await documents.insert(keyOf(requestId), next).catch(unlessThere);
    },
    attestation: async (requestId) => (await read(requestId))?.note.attestation,
    async keepAttestation(requestId, attestation) {
      const known = await read(requestId);
      const next = note.parse({ schema: 1, at: now().toISOString(), attestation });
      if (known === undefined) await documents.insert(keyOf(requestId), next).catch(unlessThere);
      else await documents.replace(keyOf(requestId), next, known.etag).catch(unlessChanged);
    },
    async keepHalfMade(domain, companyName) {
      const value = note.parse({ schema: 1, at: now().toISOString(), halfMade: digestOf(companyName) });
      await documents.insert(keyOf(halfMadeId(domain)), value).catch(unlessThere);
    },
    async halfMade(domain) {
      const name = (await read(halfMadeId(domain)))?.note.halfMade;
      if (name === undefined) return undefined;
      return (companyName) => companyName.trim() === '' || digestOf(companyName) === name;
    },
    forgetHalfMade: (domain) => remove(halfMadeId(domain)),
    forget: remove,
  };
};

/** Removes the notes of one partner's requests that were begun before that time. */
export async function forgetRequests(documents: Documents, partner: string, before: Date): Promise<void> {
  let after: string | undefined;
  do {
    const page = await documents.list(kind, partner, { limit: 100, ...(after === undefined ? {} : { after }) });
    for (const { id, etag, value } of page.items) {
      const found = note.safeParse(value);
      if (!found.success || Date.parse(found.data.at) < before.getTime())
        await documents.remove({ kind, partner, id }, etag).catch(unlessChanged);
    }
    after = page.next;
  } while (after !== undefined);
}

function unlessChanged(error: unknown): void {
  if (!(error instanceof StaleDocument)) throw error;
}

function unlessThere(error: unknown): void {
  if (!(error instanceof DocumentExists)) throw error;
}
