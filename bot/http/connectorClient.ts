import { setTimeout as wait } from 'node:timers/promises';
import type { Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder-core';
import { parseRetryAfter } from '../../lib/retryAfter.ts';
import { activityText } from './activityText.ts';
import { type HttpAnswer, type HttpCall, httpCall } from './httpCall.ts';

/** Time limits of a call to the channel, in milliseconds. */
export interface ConnectorTimes {
  /** One attempt (4 s). */
  readonly attempt: number;
  /** All attempts and the waits between them (10 s). */
  readonly total: number;
  /** The first wait, doubled each time, of which up to half is random (200 ms). */
  readonly backoff: number;
}

type ClientOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
/** The SDK's interface of an HTTP client. */
type SdkHttpClient = NonNullable<ClientOptions['httpClient']>;

/**
 * Raised for a failed call to the channel: answered with an error status, or lost (`unknown`: it may have been carried
 * out).
 */
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

/** Most bytes of an answer of the channel: it gives an id, or an error. */
const mostBytes = 1024 * 1024;

const defaults: ConnectorTimes = { attempt: 4_000, total: 10_000, backoff: 200 };

// Teams asks to repeat these (bots/how-to/rate-limit); 403 and 404 are final.
const retriedStatuses = new Set([412, 429, 502, 504]);
const notSentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

const valueAt = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && key in value ? (value as Record<string, unknown>)[key] : undefined;

const channelCode = (body: string): string => {
  try {
    const code = valueAt(valueAt(JSON.parse(body), 'error'), 'code');
    return typeof code === 'string' ? code.slice(0, 100) : 'unspecified';
  } catch {
    return 'unspecified';
  }
};

const networkError = (error: unknown): ChannelError => {
  const code = valueAt(error, 'code');
  const known = typeof code === 'string' ? code : 'network';
  return new ChannelError(known, { unknown: !notSentCodes.has(known) });
};

const sendOnce = async (one: HttpCall, milliseconds: number): Promise<HttpAnswer> => {
  const answer = await httpCall(one, { milliseconds, mostBytes, keepAlive: true }).catch((error: unknown) => {
    throw networkError(error);
  });
  const { status, headers, body } = answer;
  if (status >= 200 && status < 300) return answer;
  throw new ChannelError(channelCode(body.toString()), {
    statusCode: status,
    retryAfter: parseRetryAfter(headers['retry-after']?.toString(), new Date()),
  });
};

const mayRepeat = (error: ChannelError, method: string): boolean => {
  if (error.statusCode !== undefined) return retriedStatuses.has(error.statusCode);
  return !error.unknown || method !== 'POST';
};

/** Makes a call to the channel and repeats it where that may help. Raises a ChannelError for everything but a 2xx. */
export type ConnectorSend = (one: HttpCall) => Promise<HttpAnswer>;

/**
 * Creates the sender of calls to the channel. It repeats 412, 429, 502, 504 and calls that were never sent while time
 * remains; a POST whose outcome is unknown is not repeated.
 */
export const createConnectorSend = (
  given: Partial<ConnectorTimes> = {},
  random: () => number = Math.random,
): ConnectorSend => {
  const times = { ...defaults, ...given };
  return async (one) => {
    const end = performance.now() + times.total;
    for (let round = 0; ; round += 1) {
      try {
        return await sendOnce(one, Math.min(times.attempt, end - performance.now()));
      } catch (error) {
        if (!(error instanceof ChannelError) || !mayRepeat(error, one.method)) throw error;
        const pause = Math.max(times.backoff * 2 ** round * (0.5 + random() / 2), error.retryAfter ?? 0);
        // An attempt cut short would leave the outcome of a message unknown.
        if (performance.now() + pause > end - times.attempt / 4) throw error;
        await wait(pause);
      }
    }
  };
};

/** The SDK's HTTP client on the same sender; a ChannelError also prevents the SDK's own retries. */
export const sdkHttpClient = (send: ConnectorSend): SdkHttpClient => ({
  sendRequest: async (request) => {
    const { url, method } = request;
    const body: unknown = request.body;
    const sent = { url, method, headers: request.headers.toJson({ preserveCase: true }) };
    const { status, headers, body: answer } = await send(typeof body === 'string' ? { ...sent, body } : sent);
    // The SDK's class of headers cannot be imported, so the request's headers are cloned and emptied.
    const answered = request.headers.clone();
    for (const name of answered.headerNames()) answered.remove(name);
    for (const [name, value] of Object.entries(headers)) answered.set(name, String(value));
    return { request, status, headers: answered, bodyAsText: answer.toString() };
  },
});

/** The SDK's connector client. */
type ConnectorClient = Awaited<
  ReturnType<ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>['create']>
>;

type SignedRequest = Parameters<ConnectorClient['credentials']['signRequest']>[0];

/** The Authorization header of the client's calls; none in anonymous mode. */
async function authorization({ credentials }: ConnectorClient): Promise<Record<string, string>> {
  const headers: Record<string, string> = {};
  const request = { headers: { set: (name: string, value: string) => void (headers[name] = value) } };
  // Signing only sets one header, so a stand-in serves: the SDK's own request class cannot be imported.
  await credentials.signRequest(request as unknown as SignedRequest);
  return headers;
}

const idIn = (text: string): { id?: string } => {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== 'object' || answer === null || !('id' in answer)) return {};
    return typeof answer.id === 'string' ? { id: answer.id } : {};
  } catch {
    return {}; // The channel took the activity all the same.
  }
};

const isDots = (id: string): boolean => /^\.{1,2}$/.test(id);

/**
 * An id as a path segment. Lone surrogates, which cannot be encoded, are replaced; raises an error for `.` and `..`.
 */
function pathSegment(id: string): string {
  if (isDots(id)) throw new Error('an id that is a path');
  return encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/**
 * Makes a client send, update and delete activities through `send` directly: the SDK's serializer and its seven
 * policies would cost more CPU than all else in a turn. Returns the same client.
 */
export function directClient(
  client: ConnectorClient,
  serviceUrl: string,
  send: (call: HttpCall) => Promise<HttpAnswer>,
): ConnectorClient {
  const base = `${serviceUrl.replace(/\/+$/, '')}/v3/conversations`;
  const make = async (method: string, ids: readonly string[], activity?: Partial<Activity>) => {
    const [conversation = '', ...rest] = ids.map(pathSegment);
    const url = [base, conversation, 'activities', ...rest].join('/');
    const headers = { 'Content-Type': 'application/json', ...(await authorization(client)) };
    const answer = await send({
      url,
      method,
      headers,
      ...(activity === undefined ? {} : { body: activityText(activity) }),
    });
    return idIn(answer.body.toString());
  };
  Object.assign(client.conversations, {
    sendToConversation: (id: string, activity: Partial<Activity>) => make('POST', [id], activity),
    replyToActivity: (id: string, to: string, activity: Partial<Activity>) =>
      make('POST', isDots(to) ? [id] : [id, to], activity),
    updateActivity: (id: string, old: string, activity: Partial<Activity>) => make('PUT', [id, old], activity),
    deleteActivity: (id: string, old: string) => make('DELETE', [id, old]),
  });
  return client;
}
