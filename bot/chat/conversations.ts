import type { ChatActivity } from './activities.ts';

/**
 * One message's place in a conversation. `order` never changes; `changed` grows with each change anywhere in the
 * conversation. `activity` is null once the message is deleted.
 */
export interface Entry {
  readonly id: string;
  readonly order: number;
  readonly changed: number;
  readonly activity: ChatActivity | null;
}

/** What a listener hears: a message written, replaced or deleted, or the bot typing. */
export type Heard = Entry | 'typing';

/** One conversation in memory. */
export interface Conversation {
  /** Messages changed after the given mark, in the order they changed; all of them without one. */
  since(mark?: number): Entry[];
  /** Writes a new message, or replaces the one of this id; the oldest messages make room. */
  put(id: string, activity: ChatActivity): void;
  /** Deletes a message; its text is forgotten, so that a blanked password is nowhere. False when there is none. */
  remove(id: string): boolean;
  has(id: string): boolean;
  typing(): void;
  /** Calls the listener until the returned function is called. `close` is called when the conversation is dropped. */
  listen(hear: (what: Heard) => void, close: () => void): () => void;
  close(): void;
}

/** How much is kept: conversations, and messages in each. */
export interface Bounds {
  readonly conversations: number;
  readonly activities: number;
}

/** Makes an empty conversation. Marks begin at the present millisecond, so they also grow across a restart. */
export function createConversation(most: number, now: () => Date): Conversation {
  const entries = new Map<string, Entry>();
  const listeners = new Map<(what: Heard) => void, () => void>();
  let mark = now().getTime();
  const tell = (what: Heard): void => listeners.forEach((_close, hear) => hear(what));
  const write = (id: string, activity: ChatActivity | null): void => {
    mark += 1;
    const entry = { id, activity, changed: mark, order: entries.get(id)?.order ?? mark };
    entries.set(id, entry);
    for (const oldest of [...entries.keys()].slice(0, Math.max(0, entries.size - most))) entries.delete(oldest);
    tell(entry);
  };
  const has = (id: string): boolean => Boolean(entries.get(id)?.activity);
  return {
    since: (from = 0) =>
      [...entries.values()].filter((entry) => entry.changed > from).toSorted((a, b) => a.changed - b.changed),
    put: write,
    remove(id) {
      if (!has(id)) return false;
      write(id, null);
      return true;
    },
    has,
    typing: () => tell('typing'),
    listen(hear, close) {
      listeners.set(hear, close);
      return () => listeners.delete(hear);
    },
    close: () => listeners.forEach((close) => close()),
  };
}

/**
 * Keeps the conversations used last. An id not known yet gets an empty conversation: after a restart of the bot,
 * what it still has to say (a job's confirmation) finds its reader again.
 */
export function createConversations(bounds: Bounds, now: () => Date): (id: string) => Conversation {
  const kept = new Map<string, Conversation>();
  return (id) => {
    const conversation = kept.get(id) ?? createConversation(bounds.activities, now);
    kept.delete(id);
    kept.set(id, conversation);
    const oldest = [...kept.keys()][0];
    if (kept.size > bounds.conversations && oldest !== undefined) {
      kept.get(oldest)?.close();
      kept.delete(oldest);
    }
    return conversation;
  };
}
