import type { Dispatcher } from 'undici';
// Not the package's main entry, which also loads its own fetch, and with it Node's: 50 ms of every start.
import Agent from 'undici/lib/dispatcher/agent.js';
import { type WholeAnswer, wholeAnswer } from '../../lib/wholeAnswer.ts';

/** An HTTP call; `headers` need no Content-Length. */
export interface HttpCall {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Limits of a call. */
interface HttpCallLimits {
  /** Until the whole answer is there. */
  readonly milliseconds: number;
  /** Of the answer's body. */
  readonly mostBytes: number;
  /** Kept-alive connections are used; false for a host that a user named. */
  readonly keepAlive: boolean;
}

/** The answer to an HTTP call, of any status. */
export type HttpAnswer = WholeAnswer;

/** Raised when the whole answer did not arrive in time. */
class HttpTimeout extends Error {
  readonly code = 'timeout';
}

/** Raised for an answer with more bytes than the call allows; `status` is the answer's. */
export class AnswerTooLarge extends Error {
  readonly code = 'too-large';
  readonly status: number;

  constructor(status: number) {
    super('the answer is too large');
    this.status = status;
  }
}

// Below the five seconds after which servers close idle connections: a call on a connection just being closed is lost.
const keptAlive = new Agent({ keepAliveTimeout: 4_000, keepAliveMaxTimeout: 4_000 });
const used = new Agent({ pipelining: 0 });

// Node's word for a connection that ended before its answer.
const codes: Readonly<Record<string, string>> = { UND_ERR_SOCKET: 'ECONNRESET' };

function withNodeCode(error: NodeJS.ErrnoException): Error {
  const code = codes[error.code ?? ''];
  return code === undefined ? error : Object.assign(error, { code });
}

/** The parts of an address. Raises a TypeError for a text that is none. */
function addressOf(url: string): { readonly origin: string; readonly path: string } {
  const { origin, pathname, search } = new URL(url);
  return { origin, path: `${pathname}${search}` };
}

/**
 * Makes a call. Redirects are not followed and nothing is decompressed. Raises HttpTimeout and AnswerTooLarge beyond
 * the limits, and network errors with Node's codes; each has a `code`. By undici's dispatcher: Node's own client takes twice
 * the CPU, `fetch` six times.
 */
export const httpCall = (
  { url, method, headers, body }: HttpCall,
  { milliseconds, mostBytes, keepAlive }: HttpCallLimits,
): Promise<HttpAnswer> =>
  new Promise((resolve, reject) => {
    let started: Dispatcher.DispatchController | undefined;
    let late: HttpTimeout | undefined;
    const timer = setTimeout(
      () => {
        late = new HttpTimeout();
        // One that waits for its connection is not sent later.
        started?.abort(late);
        reject(late);
      },
      Math.max(1, Math.ceil(milliseconds)),
    );
    const reader = wholeAnswer(
      (answer) => {
        clearTimeout(timer);
        resolve(answer);
      },
      (error) => {
        clearTimeout(timer);
        reject(withNodeCode(error));
      },
      (controller, bytes, status) => {
        if (bytes > mostBytes) controller.abort(new AnswerTooLarge(status));
      },
    );
    // The types name the methods that there are in general.
    const call = { ...addressOf(url), method: method as Dispatcher.HttpMethod, headers, body: body ?? null };
    (keepAlive ? keptAlive : used).dispatch(call, {
      ...reader,
      onRequestStart(controller) {
        started = controller;
        if (late !== undefined) controller.abort(late);
      },
    });
  });
