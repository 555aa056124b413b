import type { Settings } from './settings.ts';

/** A card, or a file: one has its content, the other a name and where it is. */
export interface Attachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly name?: string;
  readonly contentUrl?: string;
}

/** What the page reads of an activity. */
export interface Activity {
  readonly type: string;
  readonly text?: string;
  readonly summary?: string;
  readonly speak?: string;
  readonly timestamp?: string;
  readonly from?: { readonly role?: string };
  readonly attachments?: readonly Attachment[];
}

/** A message of the conversation: written or replaced, or deleted when `activity` is null. */
export interface Written {
  readonly id: string;
  readonly order: number;
  readonly activity: Activity | null;
}

/** What the page says: typed text, or a press with the card's values. */
export interface Said {
  readonly text?: string;
  readonly value?: Readonly<Record<string, unknown>>;
  readonly replyToId?: string;
  readonly locale: string;
}

/** Who hears the stream of a conversation. */
export interface Listener {
  written(what: Written): void;
  typing(): void;
  /** All of the past has been given: how many messages that were. */
  ready(count: number): void;
  connected(is: boolean): void;
}

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

/** Partners and users to choose from. */
export async function readSettings(): Promise<Settings> {
  const response = await fetch('/chat/settings');
  return (await response.json()) as Settings;
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
    // The server is away: said by the answer.
  }
  return { id: '', delivered: false };
}

/** Says something; false when the bot did not take it. */
export async function say(conversation: string, said: Said): Promise<boolean> {
  return post(`/chat/conversations/${encodeURIComponent(conversation)}/activities`, said).then(
    (response) => response.ok,
    () => false,
  );
}

/** Sends a file; false when the bot did not take it. */
export async function sendFile(conversation: string, file: File, locale: string): Promise<boolean> {
  return fetch(`/chat/conversations/${encodeURIComponent(conversation)}/files`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(file.name),
      'x-locale': locale,
    },
    body: file,
  }).then(
    (response) => response.ok,
    () => false,
  );
}

/** Listens to a conversation until the returned function is called; a lost connection is made again. */
export function listen(conversation: string, listener: Listener): () => void {
  const stream = new EventSource(`/chat/conversations/${encodeURIComponent(conversation)}/events`);
  stream.addEventListener('open', () => listener.connected(true));
  stream.addEventListener('error', () => listener.connected(false));
  stream.addEventListener('typing', () => listener.typing());
  stream.addEventListener('ready', (event: MessageEvent<string>) => listener.ready(Number(event.data)));
  stream.addEventListener('message', (event: MessageEvent<string>) =>
    listener.written(JSON.parse(event.data) as Written),
  );
  return () => stream.close();
}
