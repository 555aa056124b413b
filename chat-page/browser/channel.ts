import type { ChatSettings } from './settings.ts';

/** A card with its content, or a file with its name and URL. */
export interface Attachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly name?: string;
  readonly contentUrl?: string;
}

/** The fields of an activity that the page reads. */
export interface PageActivity {
  readonly type: string;
  readonly text?: string;
  readonly summary?: string;
  readonly speak?: string;
  readonly timestamp?: string;
  readonly from?: { readonly role?: string };
  readonly attachments?: readonly Attachment[];
}

/** A message of the conversation: written or replaced, or deleted when `activity` is null. */
export interface WrittenMessage {
  readonly id: string;
  readonly order: number;
  readonly activity: PageActivity | null;
}

/** A message of the page: typed text, or a press with the card's values. */
export interface OutgoingMessage {
  readonly text?: string;
  readonly value?: Readonly<Record<string, unknown>>;
  readonly replyToId?: string;
  readonly locale: string;
}

/** Callbacks for the stream of a conversation. */
export interface ConversationListener {
  written(what: WrittenMessage): void;
  typing(): void;
  /** All past messages have been delivered; `count` is their number. */
  ready(count: number): void;
  connected(is: boolean): void;
  /** The server refused the conversation: it is not there any more. */
  refused(): void;
}

/** The browser's clock, by which the bot says what day it is: that of the server's machine may be another. */
const clockHeaders = (): Record<string, string> => ({
  'x-clock-minutes': String(-new Date().getTimezoneOffset()),
  'x-time-zone': Intl.DateTimeFormat().resolvedOptions().timeZone,
});

async function post(path: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...clockHeaders() };
  return fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Partners and users to choose from. Throws while the server does not answer. */
export async function readSettings(): Promise<ChatSettings> {
  const response = await fetch('/chat/settings');
  if (!response.ok) throw new Error(`the settings were answered with ${String(response.status)}`);
  return (await response.json()) as ChatSettings;
}

/** Starts a conversation; `id` is empty when that failed, `delivered` says whether the bot took it. */
export async function startConversation(who: {
  tenantId: string;
  userId: string;
  locale: string;
}): Promise<{ id: string; delivered: boolean }> {
  try {
    const response = await post('/chat/conversations', who);
    if (response.ok) return (await response.json()) as { id: string; delivered: boolean };
  } catch {
    // The server does not answer: the result says so.
  }
  return { id: '', delivered: false };
}

/** Sends a message; false when the bot did not accept it. */
export async function sendMessage(conversation: string, said: OutgoingMessage): Promise<boolean> {
  return post(`/chat/conversations/${encodeURIComponent(conversation)}/activities`, said).then(
    (response) => response.ok,
    () => false,
  );
}

/** Sends a file; false when the bot did not accept it. */
export async function sendFile(conversation: string, file: File, locale: string): Promise<boolean> {
  return fetch(`/chat/conversations/${encodeURIComponent(conversation)}/files`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(file.name),
      'x-locale': locale,
      ...clockHeaders(),
    },
    body: file,
  }).then(
    (response) => response.ok,
    () => false,
  );
}

/** Listens to a conversation until the returned function is called; a lost connection is reopened. */
export function listen(conversation: string, listener: ConversationListener): () => void {
  const stream = new EventSource(`/chat/conversations/${encodeURIComponent(conversation)}/events`);
  stream.addEventListener('open', () => listener.connected(true));
  stream.addEventListener('error', () => {
    listener.connected(false);
    // The browser opens a stream that broke off again, but not one that was refused.
    if (stream.readyState === EventSource.CLOSED) listener.refused();
  });
  stream.addEventListener('typing', () => listener.typing());
  stream.addEventListener('ready', (event: MessageEvent<string>) => listener.ready(Number(event.data)));
  stream.addEventListener('message', (event: MessageEvent<string>) =>
    listener.written(JSON.parse(event.data) as WrittenMessage),
  );
  return () => stream.close();
}
