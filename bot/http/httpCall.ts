import {
  Agent as PlainAgent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as plainRequest,
} from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';

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
export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Raised when the whole answer did not arrive in time. */
class HttpTimeout extends Error {
  readonly code = 'timeout';
}

/** Raised for an answer with more bytes than the call allows; `status` is the answer's. */
export class AnswerTooLarge extends Error {
  readonly code = 'too-large';
  readonly status: number | undefined;

  constructor({ statusCode }: IncomingMessage) {
    super('the answer is too large');
    this.status = statusCode;
  }
}

// Below the five seconds after which servers close idle connections: a call on a connection just being closed is lost.
const keepAliveOptions = { keepAlive: true, timeout: 4_000 };
const plainAgent = new PlainAgent(keepAliveOptions);
const secureAgent = new SecureAgent(keepAliveOptions);

const readBody = (response: IncomingMessage, mostBytes: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostBytes) reject(new AnswerTooLarge(response));
      else chunks.push(chunk);
    });
    response.once('end', () => resolve(Buffer.concat(chunks)));
    // Also when the connection ends before the answer does.
    response.once('error', reject);
    if (Number(response.headers['content-length'] ?? 0) > mostBytes) reject(new AnswerTooLarge(response));
  });

/**
 * Makes a call. Redirects are not followed and nothing is decompressed. Raises HttpTimeout and AnswerTooLarge beyond
 * the limits, and Node's network errors; each has a `code`. Node's `fetch` does the same for three times the CPU.
 */
export const httpCall = (
  { url, method, headers, body }: HttpCall,
  { milliseconds, mostBytes, keepAlive }: HttpCallLimits,
): Promise<HttpAnswer> =>
  new Promise((resolve, reject) => {
    const answered = (response: IncomingMessage): void => {
      const { statusCode: status = 0, headers: answer } = response;
      readBody(response, mostBytes).then(
        (read) => resolve({ status, headers: answer, body: read }),
        (error: Error) => {
          reject(error);
          sent.destroy();
        },
      );
    };
    const sent = url.startsWith('https:')
      ? secureRequest(url, { method, headers, agent: keepAlive && secureAgent }, answered)
      : plainRequest(url, { method, headers, agent: keepAlive && plainAgent }, answered);
    const timer = setTimeout(() => sent.destroy(new HttpTimeout()), Math.max(1, Math.ceil(milliseconds)));
    sent.once('close', () => clearTimeout(timer));
    sent.once('error', reject);
    sent.end(body);
  });
