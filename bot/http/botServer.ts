import type { Server as HttpServer, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type restify from 'restify';
// Not the package's main entry, which also loads unused plugins: a tenth of a second of every start.
import Router from 'restify/lib/router.js';
import Server from 'restify/lib/server.js';
import { type InFlight, type MessagesOptions, postMessages, sendError } from './messagesRoute.ts';
import { withTimeout } from '../../lib/withTimeout.ts';
import { guardHost } from './hostGuard.ts';
import type { Log } from '../log.ts';
import { HttpError } from './httpError.ts';

type RestifyOptions = restify.ServerOptions;

/** Restify's `createServer` without the handling of options that are not given here. */
const createRestify = (options: Required<Pick<RestifyOptions, 'name' | 'log'>>): restify.Server =>
  new Server({ ...options, router: new Router(options) });

/**
 * Stops accepting, waits up to that many milliseconds for turns in flight, then closes connections. True when all turns
 * ended.
 */
const drainServer = async (http: HttpServer, inFlight: InFlight, milliseconds: number): Promise<boolean> => {
  inFlight.draining = true;
  const closed = new Promise<void>((resolve) => void http.close(() => resolve()));
  const landed = new Promise<boolean>((resolve) => {
    inFlight.onIdle = () => resolve(true);
    if (inFlight.count === 0) resolve(true);
  });
  const finished = await withTimeout(landed, milliseconds, false);
  // One turn of the event loop lets the last answers leave.
  await new Promise((resolve) => void setImmediate(resolve));
  http.closeIdleConnections();
  if (!finished) http.closeAllConnections();
  await withTimeout(closed, 1_000, undefined);
  http.closeAllConnections();
  return finished;
};

/** Times in milliseconds; defaults in brackets. */
interface HttpServerTimes {
  /** Limit for a request's headers (10 s). */
  readonly headers: number;
  /** Limit for a whole request (10 s). */
  readonly request: number;
  /** Life of an idle connection (65 s, longer than load balancers keep theirs). */
  readonly keepAlive: number;
  /** Interval at which connections are checked for these limits (1 s). */
  readonly check: number;
  /** Limit for the readiness check (2 s). */
  readonly ready: number;
  /** Limit for turns in flight when draining (15 s). */
  readonly drain: number;
}

/** Options of the bot's HTTP server. */
export interface HttpServerOptions extends MessagesOptions {
  /** Without an app id only requests whose Host is this machine are answered. */
  readonly anonymous: boolean;
  /** Resolves to true when turns can be served: the storage answers and the signing keys are known. */
  readonly ready: () => Promise<boolean>;
  /** Adds further routes, such as the chat page's. */
  readonly routes?: (server: restify.Server) => void;
  readonly times?: Partial<HttpServerTimes>;
  readonly newId?: () => string;
}

/** A server that can be started and stopped once. */
export interface BotServer {
  /** Listens; resolves to the port, of use when 0 was asked for. */
  readonly listen: (port: number, host: string) => Promise<number>;
  /** Stops accepting requests, waits for turns in flight, and cuts off the rest. True when all turns ended. */
  readonly drain: () => Promise<boolean>;
}

const defaults: HttpServerTimes = {
  headers: 10_000,
  request: 10_000,
  keepAlive: 65_000,
  check: 1_000,
  ready: 2_000,
  drain: 15_000,
};

const logWhenDone = (req: UnroutedRequest, res: ServerResponse, log: Log): void => {
  const start = performance.now();
  res.once('close', () => {
    const route = req.getRoute() as restify.Route | undefined;
    const status = res.writableFinished ? res.statusCode : 499;
    const ms = Math.round(performance.now() - start);
    log.info({ correlationId: req.id(), method: req.method, route: route?.path, status, ms }, 'request');
  });
};

const getReady =
  (options: HttpServerOptions, inFlight: InFlight, milliseconds: number) =>
  async (_req: restify.Request, res: restify.Response): Promise<void> => {
    const ready =
      !inFlight.draining &&
      (await withTimeout(
        options.ready().catch(() => false),
        milliseconds,
        false,
      ));
    if (ready) res.send(200, { code: 'ready' });
    else sendError(res, new HttpError(503, 'notReady'));
  };

const errorCodes = new Map([
  [404, 'notFound'],
  [405, 'methodNotAllowed'],
]);

const answerErrors = (server: restify.Server, log: Log): void => {
  server.on('restifyError', (req: restify.Request, res: restify.Response, error: unknown, done: () => void) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    const code = errorCodes.get(status);
    if (code === undefined) log.error({ correlationId: req.id(), err: error }, 'request failed');
    // Calling `done` would make restify send once more, which throws and ends the process.
    if (res.headersSent) return void res.destroy();
    res.send(code === undefined ? 500 : status, { code: code ?? 'internalError' });
    done();
  });
};

// Missing in @types/restify 8: handlers that see a request before restify looks at it, and setting a request's id.
type UnroutedRequest = Omit<restify.Request, 'id'> & { id(value?: string): string };
type ServerWithFirst = restify.Server & {
  first(handler: (req: UnroutedRequest, res: ServerResponse) => boolean): void;
};

// The types name bunyan's logger; restify 12 takes pino's.
type RestifyLog = NonNullable<restify.ServerOptions['log']>;

const guardFirst = (server: restify.Server, { log, anonymous, newId = randomUUID }: HttpServerOptions): void => {
  (server as ServerWithFirst).first((req, res) => {
    req.id(newId());
    logWhenDone(req, res, log);
    const refusal = guardHost(req, anonymous);
    if (refusal !== undefined) sendError(res, refusal);
    return refusal === undefined;
  });
};

const setTimes = (http: HttpServer, { headers, request, keepAlive, check }: HttpServerTimes): void => {
  Object.assign(http, {
    headersTimeout: headers,
    requestTimeout: request,
    keepAliveTimeout: keepAlive,
    connectionsCheckingInterval: check,
  });
};

const listen = async (http: HttpServer, port: number, host: string): Promise<number> => {
  http.listen(port, host);
  await once(http, 'listening');
  return (http.address() as AddressInfo).port;
};

/**
 * The HTTP server: POST /api/messages, GET /healthz and /readyz, and what `routes` adds. Every error is answered by
 * `{ "code": "…" }` alone; nothing a client sends ends the process.
 */
export const createBotServer = (options: HttpServerOptions): BotServer => {
  const times = { ...defaults, ...options.times };
  const inFlight: InFlight = { count: 0, bodies: 0, draining: false, onIdle: () => undefined };
  const server = createRestify({ name: '', log: options.log as unknown as RestifyLog });
  const http = server.server as HttpServer;
  setTimes(http, times);
  // Restify accepts upgrades and leaves them open; without its listener Node answers them as plain requests.
  http.removeAllListeners('upgrade');
  // Restify re-emits errors on itself; without a listener one would end the process before `listen` can reject.
  server.on('error', (error: Error) => options.log.error({ err: error }, 'server failed'));
  guardFirst(server, options);
  answerErrors(server, options.log);
  server.post('/api/messages', postMessages(options, inFlight));
  server.get('/healthz', async (_req: restify.Request, res: restify.Response) => void res.send(200, { code: 'alive' }));
  server.get('/readyz', getReady(options, inFlight, times.ready));
  options.routes?.(server);
  return {
    listen: (port, host) => listen(http, port, host),
    drain: () => drainServer(http, inFlight, times.drain),
  };
};
