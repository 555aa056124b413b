import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import restify from 'restify';
import { readText } from './body.ts';
import { ok } from './call.ts';
import type { Control } from './control.ts';
import { controlRoutes } from './controlRoutes.ts';
import { deliver, type Delay, idHeaders } from './delivery.ts';
import { guard } from './guard.ts';
import { type Outcome, plain } from './mishaps.ts';
import { Refusal, refusal } from './refusal.ts';
import { type Method, routes } from './routes.ts';
import { callOperation, perform, type Request, type Service } from './service.ts';

/** What the server is made of. */
export interface ServerParts {
  readonly service: Service;
  readonly control: Control;
  readonly wait: Delay;
  /** Called after every request. */
  readonly save: () => void;
}

type Work = (request: Request) => Outcome;

const headersOf = ({ headers }: IncomingMessage): Request['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : value?.join(', ')]),
  );

const requestOf = (req: restify.Request, text: string): Request => {
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

const answering =
  ({ service, wait, save }: ServerParts, work: Work) =>
  async (req: restify.Request, res: restify.Response): Promise<void> => {
    const outcome = await readText(req).then(
      (text) => work(requestOf(req, text)),
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        return plain({ status: error.status, body: error.body });
      },
    );
    save();
    await deliver(res, outcome, idHeaders(req.headers, service.newId), wait);
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
    (version: 1 | 2): Work =>
    (request) =>
      perform(parts.service, request, () =>
        parts.service.login.grant(request.params['tenant'] ?? '', new URLSearchParams(request.text), version),
      );
  server.post('/:tenant/oauth2/token', answering(parts, grant(1)));
  server.post('/:tenant/oauth2/v2.0/token', answering(parts, grant(2)));
};

const addControl = (server: restify.Server, parts: ServerParts): void => {
  for (const { method, path, run } of controlRoutes) {
    const work: Work = (request) => {
      try {
        return plain(ok(run(parts.control, request) ?? {}));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return plain({ status: error.status, body: error.body });
      }
    };
    server[registrars[method]](`/simulator${path}`, answering(parts, work));
  }
};

const answerUnknown = (server: restify.Server, parts: ServerParts): void => {
  // The third argument, `done`, is left alone: it would make restify answer once more.
  server.on('restifyError', (req: restify.Request, res: restify.Response, error: unknown) => {
    if (res.destroyed) return;
    if (res.headersSent) return void res.destroy();
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    const { body } = refusal(status === 500 ? '800003' : '1000');
    // A call the simulator does not know is recorded too: it is how a wrong address is found.
    const outcome = perform(parts.service, requestOf(req, ''), () => ({ status, body }));
    const headers = idHeaders(req.headers, parts.service.newId);
    void deliver(res, outcome, headers, parts.wait);
  });
};

// Missing in @types/restify 8: handlers that see a request before restify looks at it, and a router's option.
type WithFirst = restify.Server & { first(handler: (req: IncomingMessage, res: ServerResponse) => boolean): void };
type Options = restify.ServerOptions & { readonly ignoreTrailingSlash: boolean };

/** The HTTP server of a service: the login, the API under /v1 and the control calls; it answers loopback names only. */
export const createServer = (parts: ServerParts): HttpServer => {
  const options: Options = { name: '', ignoreTrailingSlash: true };
  const server = restify.createServer(options);
  const http = server.server as HttpServer;
  http.removeAllListeners('upgrade');
  // Restify repeats the server's errors as its own, where nobody hears them; whoever listens hears the first.
  server.on('error', () => undefined);
  (server as WithFirst).first((req, res) => {
    const status = guard(req);
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
      answering(parts, (request) => perform(parts.service, request, callOperation(parts.service, route, request))),
    );
  return http;
};
