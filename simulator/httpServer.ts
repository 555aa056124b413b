import type { IncomingHttpHeaders, IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import restify from 'restify';
import { apiError, ApiError } from './apiError.ts';
import { plainResponse, type PlannedResponse } from './faultInjection.ts';
import { okResponse } from './apiRequest.ts';
import { type Control, controlRoutes } from './control.ts';
import { type Method, routes } from './routes.ts';
import { type HttpRequest, performRequest, runOperation, type Service } from './service.ts';
import { defined } from '../lib/optional.ts';
import { isOwnHost, isRequestPath } from '../lib/requestGuard.ts';

/**
 * Status to reject a request with: 403 for another host or a browser's page (DNS rebinding reaches loopback), 400 for a
 * target that would crash restify 12; undefined when the request may pass.
 */
const hostGuardStatus = ({ url, headers }: IncomingMessage): number | undefined => {
  if (headers.host === undefined || !isOwnHost(headers.host) || headers.origin !== undefined) return 403;
  return isRequestPath(url ?? '') ? undefined : 400;
};

const largestBody = 1024 * 1024;

/** Reads a request's body as text, at most 1 MB. Raises ApiError for a larger or compressed one. */
const readText = async (request: IncomingMessage): Promise<string> => {
  // Compressed bodies are refused: decompressing a corrupt stream can end the process.
  if (request.headers['content-encoding'] !== undefined) throw apiError('800002');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw apiError('800002');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** Delays a response: returns a promise that resolves after so many milliseconds. */
export type Delay = (milliseconds: number) => Promise<void>;

const headerText = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.join(', ');

/** Id headers of a response: the request's ids, or new ones. */
const idHeaders = (asked: IncomingHttpHeaders, newId: () => string): Readonly<Record<string, string>> => {
  const locale = headerText(asked['x-locale']);
  return {
    'MS-RequestId': headerText(asked['ms-requestid']) ?? newId(),
    'MS-CorrelationId': headerText(asked['ms-correlationid']) ?? newId(),
    'MS-CV': `${newId().slice(0, 8)}.0`,
    'MS-ServerId': '202010406',
    ...defined({ 'X-Locale': locale }),
  };
};

const badGatewayPage = '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>';

/** Resolves when the client has closed the connection; restify would answer for a handler that ends before. */
const untilClosed = (serverResponse: ServerResponse): Promise<void> =>
  new Promise((resolve) => void serverResponse.once('close', () => resolve()));

/** Sends a planned response, or fails to in the planned way. */
const sendResponse = async (
  serverResponse: ServerResponse,
  { response, delivery, delay }: PlannedResponse,
  headers: Readonly<Record<string, string>>,
  { wait, onSilence }: Pick<ServerParts, 'wait' | 'onSilence'>,
): Promise<void> => {
  if (delivery === 'silence') {
    onSilence(headers['MS-RequestId'] ?? '');
    return untilClosed(serverResponse);
  }
  if (delivery === 'drop') return void serverResponse.destroy();
  if (delay > 0) await wait(delay);
  if (serverResponse.destroyed) return;
  serverResponse.statusCode = response.status;
  for (const [name, value] of Object.entries({ ...headers, ...response.headers }))
    serverResponse.setHeader(name, value);
  if (delivery === 'html') {
    serverResponse.setHeader('Content-Type', 'text/html');
    return void serverResponse.end(badGatewayPage);
  }
  if (response.body === undefined) return void serverResponse.end();
  serverResponse.setHeader('Content-Type', 'application/json; charset=utf-8');
  serverResponse.end(`${delivery === 'bom' ? '\uFEFF' : ''}${JSON.stringify(response.body)}`);
};

/** Dependencies of the HTTP server. */
interface ServerParts {
  readonly service: Service;
  readonly control: Control;
  readonly wait: Delay;
  /** Called with the MS-RequestId of a request that gets no answer. */
  readonly onSilence: (requestId: string) => void;
  /** Called after every request. */
  readonly save: () => void;
}

type Responder = (request: HttpRequest) => PlannedResponse;

const headersOf = ({ headers }: IncomingMessage): HttpRequest['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : value?.join(', ')]),
  );

const requestOf = (req: restify.Request, text: string): HttpRequest => {
  const [path = '/', query = ''] = (req.url ?? '/').split('?', 2);
  const params = (req.params ?? {}) as Record<string, string>;
  const whole = path.length > 1 ? path.replace(/\/$/, '') : path;
  return {
    method: req.method ?? 'GET',
    path: whole,
    params,
    query: new URLSearchParams(query),
    headers: headersOf(req),
    text,
  };
};

const respondWith =
  (parts: ServerParts, work: Responder) =>
  async (req: restify.Request, res: restify.Response): Promise<void> => {
    const outcome = await readText(req).then(
      (text) => work(requestOf(req, text)),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        return plainResponse({ status: error.status, body: error.body });
      },
    );
    parts.save();
    await sendResponse(res, outcome, idHeaders(req.headers, parts.service.newId), parts);
  };

const registrars = {
  HEAD: 'head',
  GET: 'get',
  POST: 'post',
  PUT: 'put',
  PATCH: 'patch',
  DELETE: 'del',
} as const satisfies Record<Method, keyof restify.Server>;

const addLogin = (server: restify.Server, parts: ServerParts): void => {
  const grant =
    (version: 1 | 2): Responder =>
    (request) =>
      performRequest(parts.service, request, () =>
        parts.service.login.grant(request.params['tenant'] ?? '', new URLSearchParams(request.text), version),
      );
  server.post('/:tenant/oauth2/token', respondWith(parts, grant(1)));
  server.post('/:tenant/oauth2/v2.0/token', respondWith(parts, grant(2)));
};

const addControl = (server: restify.Server, parts: ServerParts): void => {
  for (const { method, path, run } of controlRoutes) {
    const work: Responder = (request) => {
      try {
        return plainResponse(okResponse(run(parts.control, request) ?? {}));
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        return plainResponse({ status: error.status, body: error.body });
      }
    };
    server[registrars[method]](`/simulator${path}`, respondWith(parts, work));
  }
};

const answerUnknown = (server: restify.Server, parts: ServerParts): void => {
  // The third argument, `done`, is left alone: it would make restify answer once more.
  server.on('restifyError', (req: restify.Request, res: restify.Response, error: unknown) => {
    if (res.destroyed) return;
    if (res.headersSent) return void res.destroy();
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    const { body } = apiError(status === 500 ? '800003' : '1000');
    // Unknown requests are logged too, so that a wrong address can be found.
    const outcome = performRequest(parts.service, requestOf(req, ''), () => ({ status, body }));
    const headers = idHeaders(req.headers, parts.service.newId);
    void sendResponse(res, outcome, headers, parts);
  });
};

// Missing in @types/restify 8: handlers that run before restify parses a request, and a router's option.
type WithFirst = restify.Server & { first(handler: (req: IncomingMessage, res: ServerResponse) => boolean): void };
type Options = restify.ServerOptions & { readonly ignoreTrailingSlash: boolean };

/** Creates the HTTP server of a service: login, API under /v1 and control requests; it answers loopback names only. */
export const createHttpServer = (parts: ServerParts): HttpServer => {
  const options: Options = { name: '', ignoreTrailingSlash: true };
  const server = restify.createServer(options);
  const http = server.server as HttpServer;
  http.removeAllListeners('upgrade');
  // Restify repeats the server's errors as its own, where nobody listens; listeners of the server get the original.
  server.on('error', () => undefined);
  (server as WithFirst).first((req, res) => {
    const status = hostGuardStatus(req);
    if (status === undefined) return true;
    res.statusCode = status;
    res.end();
    return false;
  });
  answerUnknown(server, parts);
  addLogin(server, parts);
  addControl(server, parts);
  for (const route of routes)
    server[registrars[route.method]](
      `/v1${route.path}`,
      respondWith(parts, (request) =>
        performRequest(parts.service, request, runOperation(parts.service, route, request)),
      ),
    );
  return http;
};
