import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
  RestError,
} from '@azure/core-rest-pipeline';
import type { Dispatcher } from 'undici';
// Not the package's main entry, which also loads its own fetch, and with it Node's: 50 ms of every start.
import Agent from 'undici/lib/dispatcher/agent.js';
import EnvHttpProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js';
import { type WholeAnswer, wholeAnswer } from '../../lib/wholeAnswer.ts';

/** Milliseconds that the service may be silent; by itself it gives up after 30 seconds. */
const longestSilence = 60_000;

/**
 * Connections at most: a request over that waits for another's end. Many looks at once opened hundreds, and each costs as much
 * CPU as several requests.
 */
const mostConnections = 64;

/** Milliseconds that an idle connection is kept, or as long as the service says. */
const idleTime = 30_000;

// The codes by which the SDK tries again.
const codes: Readonly<Record<string, string>> = {
  UND_ERR_SOCKET: 'ECONNRESET',
  UND_ERR_CONNECT_TIMEOUT: 'ETIMEDOUT',
  UND_ERR_HEADERS_TIMEOUT: 'ETIMEDOUT',
  UND_ERR_BODY_TIMEOUT: 'ETIMEDOUT',
};

function networkError({ message, code = '' }: NodeJS.ErrnoException, request: PipelineRequest): RestError {
  return new RestError(message, { code: codes[code] ?? code, request });
}

/** An answer as the SDK takes it. */
const responseOf = ({ status, headers, body }: WholeAnswer, request: PipelineRequest): PipelineResponse => ({
  request,
  status,
  headers: createHttpHeaders({ ...(headers as Record<string, string>) }),
  bodyAsText: body.toString(),
});

/** The dispatcher of all requests; only where the environment names a proxy is each request asked which way it goes. */
function dispatcher(): Dispatcher {
  const options = {
    connections: mostConnections,
    headersTimeout: longestSilence,
    bodyTimeout: longestSilence,
    keepAliveTimeout: idleTime,
  };
  const isProxied = Object.entries(process.env).some(([name, value]) => /^https?_proxy$/i.test(name) && value !== '');
  return isProxied ? new EnvHttpProxyAgent(options) : new Agent(options);
}

/**
 * The HTTP client of a table: undici's, by a proxy where the environment names one. The SDK's own, which makes streams and
 * signals for each call, takes twice the CPU.
 */
export function tableHttpClient(): HttpClient {
  const agent = dispatcher();
  return {
    sendRequest: async (request) =>
      new Promise((resolve, reject) => {
        const { origin, pathname, search } = new URL(request.url);
        const { method, body } = request;
        const headers = request.headers.toJSON();
        // Every body of ours is a text.
        const text = typeof body === 'string' ? body : null;
        agent.dispatch(
          { origin, path: `${pathname}${search}`, method, headers, body: text },
          wholeAnswer(
            (answer) => resolve(responseOf(answer, request)),
            (error) => reject(networkError(error, request)),
          ),
        );
      }),
  };
}
