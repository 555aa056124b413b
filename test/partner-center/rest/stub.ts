import { type RestClient, restClient } from '../../../partner-center/rest/client.ts';
import type { HttpSettings } from '../../../partner-center/rest/http.ts';
import type { TokenKind } from '../../../partner-center/rest/tokens.ts';

/** A request as it left. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** How a call ends: an answer, the connection broken, or silence until its time is over. */
export type Reply =
  | {
      readonly status?: number;
      readonly body?: unknown;
      readonly text?: string;
      readonly headers?: Record<string, string>;
    }
  | 'broken'
  | 'silent';

/** Answers each request: the replies in their order, then the last again, or by the request. */
export type Replies = readonly Reply[] | ((sent: Sent, index: number) => Reply);

/** A Partner Center that replays answers, and what it was asked. */
interface Stub {
  readonly fetch: typeof fetch;
  readonly sent: Sent[];
  /** Milliseconds that the client waited between tries. */
  readonly waits: number[];
  readonly tokens: TokenKind[];
  readonly client: RestClient;
}

const silence = (signal: AbortSignal | null | undefined): Promise<Response> =>
  new Promise((_, reject) => {
    const stop = (): void => reject(new Error('aborted'));
    if (signal?.aborted === true) stop();
    else signal?.addEventListener('abort', stop);
  });

const bodiless = new Set([204, 205, 304]);

const answer = (reply: Exclude<Reply, string>): Response => {
  const { status = 200, body, text = body === undefined ? '' : JSON.stringify(body), headers = {} } = reply;
  return new Response(bodiless.has(status) ? null : new TextEncoder().encode(text), { status, headers });
};

/** The moment at which everything here happens. */
export const now = new Date('2026-03-02T10:00:00.000Z');

/** GUIDs that count up. */
export const guids = (): (() => string) => {
  let next = 0;
  return () => `00000000-0000-4000-8000-${String(++next).padStart(12, '0')}`;
};

/** A stub with those replies; `settings` in place of the usual ones. */
export const stub = (replies: Replies, settings: Partial<HttpSettings> = {}): Stub => {
  const sent: Sent[] = [];
  const waits: number[] = [];
  const tokens: TokenKind[] = [];
  const send: typeof fetch = async (input, init = {}) => {
    const headers = Object.fromEntries(new Headers(init.headers));
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const request = {
      method: init.method ?? 'GET',
      url: input instanceof Request ? input.url : input.toString(),
      headers,
      body,
    };
    sent.push(request);
    const reply =
      typeof replies === 'function' ? replies(request, sent.length - 1) : (replies[sent.length - 1] ?? replies.at(-1));
    if (reply === undefined || reply === 'broken') throw new TypeError('fetch failed');
    return reply === 'silent' ? silence(init.signal) : answer(reply);
  };
  const made = restClient({
    api: 'https://api.partnercenter.microsoft.com',
    tokens: {
      async token(kind) {
        tokens.push(kind);
        return `${kind}-token`;
      },
    },
    newId: guids(),
    now: () => now,
    wait: async (milliseconds) => void waits.push(milliseconds),
    fetch: send,
    limits: { attempt: 5 },
    ...settings,
  });
  return { fetch: send, sent, waits, tokens, client: made };
};
