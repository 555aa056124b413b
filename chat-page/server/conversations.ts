import { LRUCache } from 'lru-cache';
import { defined } from '../../lib/optional.ts';

/** A user that can be chosen on the chat page. */
interface ChatUser {
  readonly id: string;
  readonly name: string;
  /** The Entra object id that Teams sends; a partners file grants rights to it. */
  readonly aadObjectId: string;
}

/** The sample users of the chat page. Their ids never change, so that a partners file can name them. */
export const chatUsers: readonly ChatUser[] = [
  { id: 'user-1', name: 'Robin Field', aadObjectId: '00000000-0000-4000-8000-000000000001' },
  { id: 'user-2', name: '林怡君', aadObjectId: '00000000-0000-4000-8000-000000000002' },
  { id: 'user-3', name: 'Анна Орлова', aadObjectId: '00000000-0000-4000-8000-000000000003' },
];

/** A Bot Framework activity, of which the connector reads little. */
export interface ChatActivity {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The user and the partner of a conversation. */
export interface Parties {
  readonly conversationId: string;
  readonly user: ChatUser;
  readonly partner: ChatPartner;
}

/** The bot's account in every conversation. */
export const botAccount = { id: 'bot', name: 'Customer Desk', role: 'bot' } as const;

/** A conversation's id that encodes its parties: nothing else is known of it after a restart. */
export function conversationId(unique: string, user: ChatUser, partner: ChatPartner): string {
  return [unique, user.id, partner.tenantId].join('|');
}

/** Decodes the parties from a conversation's id; undefined for a foreign id or a removed partner. */
export function partiesOf(id: string, partners: readonly ChatPartner[]): Parties | undefined {
  const [, userId, ...rest] = id.split('|');
  const user = chatUsers.find((one) => one.id === userId);
  const partner = partners.find((one) => one.tenantId === rest.join('|'));
  return user && partner && id.length <= 400 ? { conversationId: id, user, partner } : undefined;
}

/** A user in the form of the connector's members calls. */
export function memberAccount({ user, partner }: Parties) {
  return { id: user.id, name: user.name, aadObjectId: user.aadObjectId, tenantId: partner.tenantId, role: 'user' };
}

/** The clock of a browser: its minutes ahead of UTC, and its time zone. */
export interface BrowserClock {
  readonly minutes: number;
  readonly zone: string;
}

/** The clock of this machine, for a page that tells none. */
export const ownClock = (now: Date): BrowserClock => ({
  minutes: -now.getTimezoneOffset(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});

/** A time on a clock that many minutes ahead of UTC, in the form of Teams' `localTimestamp`. */
export function localTimestamp(now: Date, minutes: number): string {
  const pad = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const shifted = new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  return `${shifted}${minutes < 0 ? '-' : '+'}${pad(minutes / 60)}:${pad(minutes % 60)}`;
}

/** The fields of an activity before it is addressed. */
export interface ActivityFields {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The activity the bot receives, addressed as in a personal chat of Teams. */
export function addressActivity(
  said: ActivityFields,
  to: { parties: Parties; id: string; now: Date; serviceUrl: string; locale: string | undefined; clock: BrowserClock },
): ChatActivity {
  const { user, partner } = to.parties;
  return {
    ...said,
    id: to.id,
    timestamp: to.now.toISOString(),
    localTimestamp: localTimestamp(to.now, to.clock.minutes),
    localTimezone: to.clock.zone,
    channelId: 'emulator',
    serviceUrl: to.serviceUrl,
    from: { id: user.id, name: user.name, aadObjectId: user.aadObjectId, role: 'user' },
    recipient: botAccount,
    conversation: { id: to.parties.conversationId, conversationType: 'personal', tenantId: partner.tenantId },
    channelData: { tenant: { id: partner.tenantId } },
    ...defined({ locale: to.locale }),
  };
}

/**
 * One message of a conversation. `order` never changes; `changed` grows with each change anywhere in the conversation.
 * `activity` is null once the message is deleted.
 */
export interface ConversationEntry {
  readonly id: string;
  readonly order: number;
  readonly changed: number;
  readonly activity: ChatActivity | null;
}

/** An event of a conversation: a message written, replaced or deleted, or the bot typing. */
export type ConversationEvent = ConversationEntry | 'typing';

/** One conversation in memory. */
export interface Conversation {
  /** Messages changed after the mark, in the order they changed; all messages without a mark. */
  since(mark?: number): ConversationEntry[];
  /** Writes a new message, or replaces the one of this id; the oldest messages are dropped. */
  put(id: string, activity: ChatActivity): void;
  /** Deletes a message and its text, so that a blanked password is nowhere. False when there is none. */
  remove(id: string): boolean;
  has(id: string): boolean;
  typing(): void;
  /** Calls the listener until the returned function is called. `close` is called when the conversation is dropped. */
  listen(hear: (what: ConversationEvent) => void, close: () => void): () => void;
  close(): void;
}

/** Most conversations kept, and most messages in each. */
interface ConversationBounds {
  readonly conversations: number;
  readonly activities: number;
}

/** Creates an empty conversation. Marks start at the present millisecond, so that they also grow across a restart. */
export function createConversation(most: number, now: () => Date): Conversation {
  const entries = new LRUCache<string, ConversationEntry>({ max: most });
  const listeners = new Map<(what: ConversationEvent) => void, () => void>();
  let mark = now().getTime();
  const tell = (what: ConversationEvent): void => listeners.forEach((_close, hear) => hear(what));
  const write = (id: string, activity: ChatActivity | null): void => {
    mark += 1;
    const entry = { id, activity, changed: mark, order: entries.peek(id)?.order ?? mark };
    entries.set(id, entry);
    tell(entry);
  };
  const has = (id: string): boolean => Boolean(entries.peek(id)?.activity);
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
 * The conversations used last, by id. An unknown id gets an empty conversation, so that messages sent after a restart
 * of the bot (a job's confirmation) reach their reader.
 */
export function createConversations(bounds: ConversationBounds, now: () => Date): (id: string) => Conversation {
  const kept = new LRUCache<string, Conversation>({
    max: bounds.conversations,
    dispose: (dropped) => dropped.close(),
  });
  return (id) => {
    const conversation = kept.get(id) ?? createConversation(bounds.activities, now);
    kept.set(id, conversation);
    return conversation;
  };
}

/** A partner as the chat page shows it. */
interface ChatPartner {
  readonly tenantId: string;
  readonly name: string;
  readonly type: string;
  readonly cloud: string;
  readonly country: string;
}

/** Options of the chat page and its connector. */
export interface ChatOptions {
  /** Base URL of the bot, such as `http://127.0.0.1:3978`; called after it listens. */
  baseUrl(): string;
  readonly partners: () => readonly ChatPartner[];
  readonly now: () => Date;
  readonly newId: () => string;
  /** Fires before the server closes, to end open event streams, which would keep it open. */
  readonly closing?: AbortSignal;
  /** Milliseconds the bot may take for one turn; a minute without it. */
  readonly turnTimeout?: number;
  readonly bounds?: ConversationBounds;
  /** The files that can be sent; without it none are accepted. */
  readonly files?: ChatFiles;
}

/** The files that the bot reads, as the page tells them, and where sent ones are kept. */
interface ChatFiles {
  /** Ends of their names, such as `.csv`. */
  readonly endings: readonly string[];
  readonly megabytes: number;
  /** Stores a sent file for the bot and returns its address. */
  keep(file: {
    readonly tenantId: string;
    readonly userId: string;
    readonly name: string;
    readonly content: Buffer;
  }): string | Promise<string>;
}

/** The options and the conversations that the routes share. */
export interface Chat extends ChatOptions {
  readonly conversation: (id: string) => Conversation;
}
