import type { SentCalls } from '../sentCalls.ts';
import { subjectOf } from './faultCodes.ts';
import { parseErrorBody } from './errorBody.ts';
import { RestError } from './restError.ts';
import type { TokenKind, TokenSource } from './tokens.ts';
import { parseRetryAfter } from '../../lib/retryAfter.ts';
import { defined } from '../../lib/optional.ts';
import { unlessAborted } from '../../lib/withTimeout.ts';

/** The JSON with every property in camelCase: documentation and service use both cases. */
const camelCased = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(camelCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.charAt(0).toLowerCase() + name.slice(1), camelCased(inner)]),
  );
};

/** The ids of one attempt and the milliseconds it may take. */
interface AttemptOptions {
  readonly requestId: string;
  readonly correlationId: string;
  readonly limit: number;
  /** A token refused in an earlier attempt. */
  readonly refused?: string | undefined;
}

/** Response to one attempt. */
interface AttemptResponse {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter?: string;
  readonly location?: string;
  /** With `validateMfa`: true when the user's token has the claim of multi-factor sign-in. */
  readonly mfaCompliant?: boolean;
  /** The token that was sent. */
  readonly token: string;
}

const urlOf = (api: string, { path, query = {} }: RestRequest): string => {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${api}/v1/${path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
};

const quotedEtag = (etag: string): string => (/^(W\/)?".*"$/.test(etag) ? etag : `"${etag}"`);

// X-Locale is documented for the language of rates and catalog texts (developer/headers), not of refusals: those stay
// English in all of the bot's languages, as Microsoft's support asks for.
const headersOf = (call: RestRequest, token: string, ids: AttemptOptions, locale: string): Record<string, string> => ({
  Authorization: `Bearer ${token}`,
  Accept: 'application/json',
  'MS-RequestId': ids.requestId,
  'MS-CorrelationId': ids.correlationId,
  'MS-Contract-Version': 'v1',
  'MS-PartnerCenter-Application': 'Customer Desk',
  'X-Locale': locale,
  ...(['GET', 'HEAD', 'DELETE'].includes(call.method) ? {} : { 'Content-Type': 'application/json' }),
  ...(call.etag === undefined ? {} : { 'If-Match': quotedEtag(call.etag) }),
  ...(call.validateMfa === true ? { ValidateMfa: 'true' } : {}),
  ...defined({ 'MS-ContinuationToken': call.continuation }),
});

/** Parses a body as JSON with camelCase names; some answers begin with one byte-order mark, some with two. */
const parseJson = (text: string): unknown => {
  const clean = text.replace(/^\uFEFF+/, '').trim();
  if (clean === '') return undefined;
  try {
    return camelCased(JSON.parse(clean));
  } catch {
    // A gateway's page or a truncated answer counts by its status only; any other text is a sentence.
    return /^[<{[]/.test(clean) ? undefined : clean;
  }
};

/**
 * Sends a request once, within its time limit; undefined without a response: timeout, or a broken connection. Raises
 * the caller's reason when the caller aborts, and errors of the token source.
 */
const httpAttempt = async (
  settings: HttpSettings,
  call: RestRequest,
  ids: AttemptOptions,
): Promise<AttemptResponse | undefined> => {
  const signals = [settings.signal, call.signal];
  // A login that stands still holds up nobody who has been told to end.
  const token = await unlessAborted(settings.tokens.token(call.token, ids.refused), signals);
  const { limited, callers, done } = timeLimit(ids.limit, signals);
  try {
    const answer = await (settings.fetch ?? fetch)(urlOf(settings.api, call), {
      method: call.method,
      headers: headersOf(call, token, ids, settings.locale ?? 'en-US'),
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      // A redirect would take the token elsewhere.
      redirect: 'error',
      signal: limited,
    });
    const retryAfter = answer.headers.get('retry-after');
    const location = answer.headers.get('location');
    const mfa = answer.headers.get('isMfaCompliant');
    return {
      token,
      status: answer.status,
      body: parseJson(await answer.text()),
      ...(retryAfter === null ? {} : { retryAfter }),
      ...(location === null ? {} : { location }),
      ...(mfa === null ? {} : { mfaCompliant: mfa.toLowerCase() === 'true' }),
    };
  } catch {
    callers.find((signal) => signal.aborted)?.throwIfAborted();
    return undefined;
  } finally {
    done();
  }
};

/** A signal that aborts after `limit` milliseconds or with any of the callers'. (AbortSignal.any leaks on Node 20.) */
function timeLimit(limit: number, signals: readonly (AbortSignal | undefined)[]) {
  const callers = signals.filter((signal) => signal !== undefined);
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, limit);
  for (const signal of callers) {
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  }
  const done = (): void => {
    clearTimeout(timer);
    for (const signal of callers) signal.removeEventListener('abort', abort);
  };
  return { limited: controller.signal, callers, done };
}

/** One request to the REST API (developer/partner-center-rest-headers). */
export interface RestRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/v1`, its parts encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly token: TokenKind;
  /** MS-RequestId, a GUID. A request with one is repeated when no response came, unless `once` is set. */
  readonly requestId?: string;
  readonly once?: boolean;
  /**
   * Called before a throttled request is repeated, since "busy" may follow work that was done: returns the body of a
   * response if it was done, else undefined.
   */
  readonly madeMeanwhile?: () => Promise<unknown>;
  /** A query sent by POST: it changes nothing, and is repeated as a GET is. */
  readonly asks?: boolean;
  /** Requests `mfaCompliant`: whether the user's token has the claim of multi-factor sign-in. */
  readonly validateMfa?: boolean;
  /** Sent in quotes as If-Match. */
  readonly etag?: string;
  readonly continuation?: string;
  /** Statuses accepted as responses rather than refusals. */
  readonly accept?: readonly number[];
  readonly signal?: AbortSignal;
  /** The job's calls, among which each attempt is noted. */
  readonly noted?: SentCalls;
}

/** A response; property names of the body are in camelCase, however the service wrote them. */
export interface RestResponse {
  readonly status: number;
  readonly body: unknown;
  readonly correlationId: string;
  readonly location?: string;
  readonly mfaCompliant?: boolean;
}

/** Settings of the REST calls. */
export interface HttpSettings {
  /** Everything before `/v1`. */
  readonly api: string;
  readonly tokens: TokenSource;
  /** Gives GUIDs. */
  readonly newId: () => string;
  readonly now: () => Date;
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly fetch?: typeof fetch;
  /** Language of catalog texts. */
  readonly locale?: string;
  readonly limits?: Partial<CallLimits>;
  /** Aborts every request, as when the process stops. */
  readonly signal?: AbortSignal;
}

/** Time limits and number of attempts of a request. */
export interface CallLimits {
  /** Milliseconds one attempt may take. */
  readonly attempt: number;
  /** Attempts after the first. */
  readonly repeats: number;
  /** Milliseconds; a longer Retry-After of Partner Center is raised as an error instead. */
  readonly longestWait: number;
}

const defaultLimits: CallLimits = { attempt: 30_000, repeats: 3, longestWait: 20_000 };

const isRead = (call: RestRequest): boolean => call.method === 'GET' || call.method === 'HEAD' || call.asks === true;

/** True when the request may be repeated without a response: it has its own MS-RequestId, or only reads. */
const isRepeatable = (call: RestRequest): boolean =>
  isRead(call) || (call.requestId !== undefined && call.once !== true);

const isBusy = (call: RestRequest, status: number): boolean =>
  status === 429 || (isRead(call) && [408, 500, 502, 503, 504].includes(status));

const toResponse = (
  { token: _token, retryAfter: _retryAfter, ...answer }: AttemptResponse,
  correlationId: string,
): RestResponse => ({
  ...answer,
  correlationId,
});

/** Sends requests; raises RestError for a refusal or a missing response, and the signal's reason when aborted. */
export const restSend = (settings: HttpSettings): ((call: RestRequest) => Promise<RestResponse>) => {
  const limits: CallLimits = { ...defaultLimits, ...settings.limits };
  const backoff = (tries: number): number => Math.min(8_000, 250 * 2 ** tries);

  return async (call) => {
    let requestId = call.requestId ?? settings.newId();
    let afterSilence = false;
    let refused: string | undefined;
    const subject = subjectOf(call);
    for (let tries = 0; ; tries++) {
      const correlationId = settings.newId();
      const ids: AttemptOptions = { requestId, correlationId, limit: limits.attempt, refused };
      call.noted?.note(correlationId, isRead(call));
      const found = await httpAttempt(settings, call, ids);
      if (found === undefined) {
        if (!isRepeatable(call) || tries >= limits.repeats)
          throw new RestError({ data: [] }, correlationId, { subject });
        afterSilence = true;
        await settings.wait(backoff(tries), call.signal ?? settings.signal);
        continue;
      }
      const { status, token } = found;
      if (status === 401 && refused === undefined) {
        // The token may have expired. Nothing was done, so repeat the request once with another token.
        refused = token;
        requestId = settings.newId();
        continue;
      }
      if ((status >= 200 && status < 300) || call.accept?.includes(status) === true)
        return toResponse(found, correlationId);
      const asked = parseRetryAfter(found.retryAfter, settings.now());
      const pause = asked ?? backoff(tries);
      if (!isBusy(call, status) || tries >= limits.repeats || pause > limits.longestWait) {
        const seconds = asked === undefined ? undefined : Math.ceil(asked / 1000);
        throw new RestError(parseErrorBody(status, found.body, seconds), correlationId, { subject, afterSilence });
      }
      // "Busy" may follow work that was done.
      afterSilence ||= !isRead(call);
      // A new id, because the same one could return the same refusal.
      requestId = settings.newId();
      await settings.wait(pause, call.signal ?? settings.signal);
      const body = await call.madeMeanwhile?.();
      if (body !== undefined) return { status: 200, body, correlationId };
    }
  };
};
