import type { Call, HttpSettings } from './http.ts';
import { camelCased } from './camelCase.ts';

/** The ids of one attempt and the milliseconds it may take. */
export interface Attempt {
  readonly requestId: string;
  readonly correlationId: string;
  readonly limit: number;
  /** A token that an earlier attempt was refused with. */
  readonly refused?: string | undefined;
}

/** What one attempt was answered. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter?: string;
  readonly location?: string;
  /** Where it was asked for: has the user's token the claim of multi-factor sign-in? */
  readonly mfaCompliant?: boolean;
  /** The token that was brought. */
  readonly token: string;
}

const urlOf = (api: string, { path, query = {} }: Call): string => {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${api}/v1/${path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
};

const quoted = (etag: string): string => (/^(W\/)?".*"$/.test(etag) ? etag : `"${etag}"`);

// X-Locale is documented for the language of rates and catalogue texts (developer/headers), not of refusals: those stay
// English, which is what Microsoft's support asks for, whichever of the bot's languages a colleague reads them in.
const headersOf = (call: Call, token: string, ids: Attempt, locale: string): Record<string, string> => ({
  Authorization: `Bearer ${token}`,
  Accept: 'application/json',
  'MS-RequestId': ids.requestId,
  'MS-CorrelationId': ids.correlationId,
  'MS-Contract-Version': 'v1',
  'MS-PartnerCenter-Application': 'Customer Desk',
  'X-Locale': locale,
  ...(['GET', 'HEAD', 'DELETE'].includes(call.method) ? {} : { 'Content-Type': 'application/json' }),
  ...(call.etag === undefined ? {} : { 'If-Match': quoted(call.etag) }),
  ...(call.validateMfa === true ? { ValidateMfa: 'true' } : {}),
  ...(call.continuation === undefined ? {} : { 'MS-ContinuationToken': call.continuation }),
});

/** JSON, whatever stands before it: some answers begin with one byte-order mark, some with two. */
const jsonOf = (text: string): unknown => {
  const clean = text.replace(/^\uFEFF+/, '').trim();
  if (clean === '') return undefined;
  try {
    return camelCased(JSON.parse(clean));
  } catch {
    // A page of some gateway, or the half of an answer: its status speaks for it. Else it is a sentence.
    return /^[<{[]/.test(clean) ? undefined : clean;
  }
};

/**
 * Makes a call once, within its time; undefined when no answer came: out of time, or the connection broke. Raises the
 * caller's reason when the caller aborts, and what the token source raises.
 */
export const attempt = async (settings: HttpSettings, call: Call, ids: Attempt): Promise<Answered | undefined> => {
  const token = await settings.tokens.token(call.token, ids.refused);
  const { limited, callers, done } = within(ids.limit, [settings.signal, call.signal]);
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
      body: jsonOf(await answer.text()),
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
function within(limit: number, signals: readonly (AbortSignal | undefined)[]) {
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
