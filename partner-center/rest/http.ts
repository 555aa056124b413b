import { noteSentCall } from '../sentCalls.ts';
import { type Answered, type Attempt, attempt } from './attempt.ts';
import { subjectOf } from './callSubject.ts';
import { problemOf } from './problem.ts';
import { RestError } from './restError.ts';
import { retryAfterOf } from './retryAfter.ts';
import type { TokenKind, Tokens } from './tokens.ts';

/** One call of the REST API (developer/partner-center-rest-headers). */
export interface Call {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/v1`, its parts encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly token: TokenKind;
  /** MS-RequestId, a GUID. A call that has one is repeated with it when no answer came, unless `once` says otherwise. */
  readonly requestId?: string;
  readonly once?: boolean;
  /**
   * Asked before the call is made again after it was put off, since "busy" may be said of what was done all the same:
   * gives the body of an answer in place of it, or undefined where it was not done.
   */
  readonly madeMeanwhile?: () => Promise<unknown>;
  /** A question that is asked by POST: it changes nothing, and is repeated as a GET is. */
  readonly asks?: boolean;
  /** Asks to be told whether the user's token has the claim of multi-factor sign-in. */
  readonly validateMfa?: boolean;
  /** Sent in quotes as If-Match. */
  readonly etag?: string;
  readonly continuation?: string;
  /** Statuses that are answers here, not refusals. */
  readonly accept?: readonly number[];
  readonly signal?: AbortSignal;
}

/** An answer; property names begin with a small letter, however the service wrote them. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly correlationId: string;
  readonly location?: string;
  readonly mfaCompliant?: boolean;
}

/** What calls are made with. */
export interface HttpSettings {
  /** Everything before `/v1`. */
  readonly api: string;
  readonly tokens: Tokens;
  /** Gives GUIDs. */
  readonly newId: () => string;
  readonly now: () => Date;
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly fetch?: typeof fetch;
  /** Language of catalogue texts. */
  readonly locale?: string;
  readonly limits?: Partial<Limits>;
  /** Ends every call, as when the process stops. */
  readonly signal?: AbortSignal;
}

/** How long and how often a call is tried. */
export interface Limits {
  /** Milliseconds one attempt may take. */
  readonly attempt: number;
  /** Tries after the first. */
  readonly repeats: number;
  /** Milliseconds; what Partner Center asks to wait beyond this is told instead. */
  readonly longestWait: number;
}

const usual: Limits = { attempt: 30_000, repeats: 3, longestWait: 20_000 };

const reads = (call: Call): boolean => call.method === 'GET' || call.method === 'HEAD' || call.asks === true;

/** May the call be made again although the first may have done its work? Only with its own MS-RequestId, or when it reads. */
const isRepeatable = (call: Call): boolean => reads(call) || (call.requestId !== undefined && call.once !== true);

const isBusy = (call: Call, status: number): boolean =>
  status === 429 || (reads(call) && [408, 500, 502, 503, 504].includes(status));

const answerOf = ({ token: _token, retryAfter: _retryAfter, ...answer }: Answered, correlationId: string): Answer => ({
  ...answer,
  correlationId,
});

/** Makes a call; raises RestError when it is refused or stays without an answer, and the signal's reason when it is aborted. */
export const http = (settings: HttpSettings): ((call: Call) => Promise<Answer>) => {
  const limits: Limits = { ...usual, ...settings.limits };
  const backoff = (tries: number): number => Math.min(8_000, 250 * 2 ** tries);

  return async (call) => {
    let requestId = call.requestId ?? settings.newId();
    let afterSilence = false;
    let refused: string | undefined;
    const subject = subjectOf(call);
    for (let tries = 0; ; tries++) {
      const correlationId = settings.newId();
      const ids: Attempt = { requestId, correlationId, limit: limits.attempt, refused };
      noteSentCall(correlationId, reads(call));
      const found = await attempt(settings, call, ids);
      if (found === undefined) {
        if (!isRepeatable(call) || tries >= limits.repeats)
          throw new RestError({ data: [] }, correlationId, { subject });
        afterSilence = true;
        await settings.wait(backoff(tries), call.signal ?? settings.signal);
        continue;
      }
      const { status, token } = found;
      if (status === 401 && refused === undefined) {
        // The token ran out in the middle of work, perhaps. Nothing was done: the same is asked again, once, with another.
        refused = token;
        requestId = settings.newId();
        continue;
      }
      if ((status >= 200 && status < 300) || call.accept?.includes(status) === true)
        return answerOf(found, correlationId);
      const asked = retryAfterOf(found.retryAfter, settings.now());
      const pause = asked ?? backoff(tries);
      if (!isBusy(call, status) || tries >= limits.repeats || pause > limits.longestWait) {
        const seconds = asked === undefined ? undefined : Math.ceil(asked / 1000);
        throw new RestError(problemOf(status, found.body, seconds), correlationId, { subject, afterSilence });
      }
      // "Busy" may be said of what was done all the same.
      afterSilence ||= !reads(call);
      // What was answered is over: the same id could give the same refusal again.
      requestId = settings.newId();
      await settings.wait(pause, call.signal ?? settings.signal);
      const body = await call.madeMeanwhile?.();
      if (body !== undefined) return { status: 200, body, correlationId };
    }
  };
};
