import { setTimeout as wait } from 'node:timers/promises';
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder-core';
import { call, type HttpAnswer, type HttpCall } from './httpCall.ts';

/** Bounds of a call to the channel, in milliseconds. */
export interface OutgoingTimes {
  /** One attempt (4 s). */
  readonly attempt: number;
  /** All attempts and the waits between them (10 s). */
  readonly total: number;
  /** The first wait, doubled each time, of which up to half is random (200 ms). */
  readonly backoff: number;
}

type ClientOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
/** What the SDK sends its calls through. */
export type HttpClient = NonNullable<ClientOptions['httpClient']>;

/** How a call to the channel failed: refused with a status, or lost (`unknown`: it may have been carried out). */
export class ChannelError extends Error {
  override readonly name = 'ChannelError';
  /** The channel's status; absent when there was no answer. */
  readonly statusCode?: number;
  /** The channel's own code, or the network's. */
  readonly code: string;
  readonly unknown: boolean;
  /** Milliseconds the channel asks to wait. */
  readonly retryAfter?: number;

  constructor(code: string, about: { statusCode?: number; unknown?: boolean; retryAfter?: number | undefined }) {
    super(about.statusCode === undefined ? `no answer (${code})` : `answer ${about.statusCode} (${code})`);
    this.code = code;
    this.unknown = about.unknown === true;
    if (about.statusCode !== undefined) this.statusCode = about.statusCode;
    if (about.retryAfter !== undefined) this.retryAfter = about.retryAfter;
  }
}

const defaults: OutgoingTimes = { attempt: 4_000, total: 10_000, backoff: 200 };

// Teams asks to repeat these (bots/how-to/rate-limit); 403 and 404 are final.
const repeated = new Set([412, 429, 502, 504]);
const notSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

const textAt = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && key in value ? (value as Record<string, unknown>)[key] : undefined;

const channelCode = (body: string): string => {
  try {
    const code = textAt(textAt(JSON.parse(body), 'error'), 'code');
    return typeof code === 'string' ? code.slice(0, 100) : 'unspecified';
  } catch {
    return 'unspecified';
  }
};

/** Milliseconds a Retry-After header (seconds, or a date) asks to wait from that time on; undefined without a readable one. */
export const retryAfter = (header: string | null | undefined, now: number): number | undefined => {
  if (header === null || header === undefined || header.trim() === '') return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
};

const lost = (error: unknown): ChannelError => {
  const code = textAt(error, 'code');
  const known = typeof code === 'string' ? code : 'network';
  return new ChannelError(known, { unknown: !notSent.has(known) });
};

const attempt = async (one: HttpCall, milliseconds: number): Promise<HttpAnswer> => {
  const answer = await call(one, milliseconds).catch((error: unknown) => {
    throw lost(error);
  });
  const { status, headers, text } = answer;
  if (status >= 200 && status < 300) return answer;
  throw new ChannelError(channelCode(text), {
    statusCode: status,
    retryAfter: retryAfter(headers['retry-after'], Date.now()),
  });
};

const mayRepeat = (error: ChannelError, method: string): boolean => {
  if (error.statusCode !== undefined) return repeated.has(error.statusCode);
  return !error.unknown || method !== 'POST';
};

/** Makes a call to the channel, again where that may help; raises a ChannelError for everything but a 2xx. */
export type Send = (one: HttpCall) => Promise<HttpAnswer>;

/**
 * The way out to the channel: 412, 429, 502, 504 and calls that were never sent are repeated while time remains; a POST whose
 * outcome is unknown is not.
 */
export const createSend = (given: Partial<OutgoingTimes> = {}, random: () => number = Math.random): Send => {
  const times = { ...defaults, ...given };
  return async (one) => {
    const end = performance.now() + times.total;
    for (let round = 0; ; round += 1) {
      try {
        return await attempt(one, Math.min(times.attempt, end - performance.now()));
      } catch (error) {
        if (!(error instanceof ChannelError) || !mayRepeat(error, one.method)) throw error;
        const pause = Math.max(times.backoff * 2 ** round * (0.5 + random() / 2), error.retryAfter ?? 0);
        // An attempt cut short would leave it unknown whether a message was sent.
        if (performance.now() + pause > end - times.attempt / 4) throw error;
        await wait(pause);
      }
    }
  };
};

/** The same way out for the SDK's own calls; a ChannelError also keeps the SDK's own retries out. */
export const httpClientOf = (send: Send): HttpClient => ({
  sendRequest: async (request) => {
    const { url, method } = request;
    const body: unknown = request.body;
    const sent = { url, method, headers: request.headers.toJson({ preserveCase: true }) };
    const { status, headers, text } = await send(typeof body === 'string' ? { ...sent, body } : sent);
    // The SDK's own class of headers is reachable only through a request.
    const answered = request.headers.clone();
    for (const name of answered.headerNames()) answered.remove(name);
    for (const [name, value] of Object.entries(headers)) answered.set(name, String(value));
    return { request, status, headers: answered, bodyAsText: text };
  },
});
