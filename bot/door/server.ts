import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server as HttpServer, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type restify from 'restify';
import { drain } from './drain.ts';
import { guard } from './guard.ts';
import type { Log } from '../log.ts';
import { end, postMessages, type Flight, type MessagesOptions } from './messagesRoute.ts';
import { Refusal } from '../turn/refusal.ts';
import { createRestify } from './restify.ts';
import { inTime } from '../time.ts';

/** Times in milliseconds; defaults in brackets. */
export interface ServerTimes {
  /** For a request's headers (10 s). */
  readonly headers: number;
  /** For a whole request (10 s). */
  readonly request: number;
  /** An idle connection is kept this long (65 s, longer than load balancers do). */
  readonly keepAlive: number;
  /** How often connections are looked at for these (1 s). */
  readonly check: number;
  /** For the answer to "ready?" (2 s). */
  readonly ready: number;
  /** For turns in flight when draining (15 s). */
  readonly drain: number;
}

/** What a server needs. */
export interface ServerOptions extends MessagesOptions {
  /** No app id: only requests that name this machine are answered. */
  readonly anonymous: boolean;
  /** Whether turns can be served: storage answers, keys are known. */
  readonly ready: () => Promise<boolean>;
  /** Adds further routes, such as the chat page's. */
  readonly routes?: (server: restify.Server) => void;
  readonly times?: Partial<ServerTimes>;
  readonly newId?: () => string;
}

/** A server that can be started and stopped once. */
export interface Server {
  /** Listens and gives the port, of use when 0 was asked for. */
  readonly listen: (port: number, host: string) => Promise<number>;
  /** Takes no more requests, waits for turns in flight, and cuts off what remains; tells whether all were finished. */
  readonly drain: () => Promise<boolean>;
}

const defaults: ServerTimes = {
  headers: 10_000,
  request: 10_000,
  keepAlive: 65_000,
  check: 1_000,
  ready: 2_000,
  drain: 15_000,
};

const logWhenDone = (req: FirstRequest, res: ServerResponse, log: Log): void => {
  const start = performance.now();
  res.once('close', () => {
    const route = req.getRoute() as restify.Route | undefined;
    const status = res.writableFinished ? res.statusCode : 499;
    const ms = Math.round(performance.now() - start);
    log.info({ correlationId: req.id(), method: req.method, route: route?.path, status, ms }, 'request');
  });
};

const getReady =
  (options: ServerOptions, flight: Flight, milliseconds: number) =>
  async (_req: restify.Request, res: restify.Response): Promise<void> => {
    const ready =
      !flight.draining &&
      (await inTime(
        options.ready().catch(() => false),
        milliseconds,
        false,
      ));
    if (ready) res.send(200, { code: 'ready' });
    else end(res, new Refusal(503, 'notReady'));
  };

const codes = new Map([
  [404, 'notFound'],
  [405, 'methodNotAllowed'],
]);

const answerErrors = (server: restify.Server, log: Log): void => {
  server.on('restifyError', (req: restify.Request, res: restify.Response, error: unknown, done: () => void) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    const code = codes.get(status);
    if (code === undefined) log.error({ correlationId: req.id(), err: error }, 'request failed');
    // Going on would make restify send once more, which throws and ends the process.
    if (res.headersSent) return void res.destroy();
    res.send(code === undefined ? 500 : status, { code: code ?? 'internalError' });
    done();
  });
};

// Missing in @types/restify 8: handlers that see a request before restify looks at it, and setting a request's id.
type FirstRequest = Omit<restify.Request, 'id'> & { id(value?: string): string };
type WithFirst = restify.Server & { first(handler: (req: FirstRequest, res: ServerResponse) => boolean): void };

// The types name bunyan's logger; restify 12 takes pino's.
type RestifyLog = NonNullable<restify.ServerOptions['log']>;

const guardFirst = (server: restify.Server, { log, anonymous, newId = randomUUID }: ServerOptions): void => {
  (server as WithFirst).first((req, res) => {
    req.id(newId());
    logWhenDone(req, res, log);
    const refusal = guard(req, anonymous);
    if (refusal !== undefined) end(res, refusal);
    return refusal === undefined;
  });
};

const setTimes = (http: HttpServer, { headers, request, keepAlive, check }: ServerTimes): void => {
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
export const createServer = (options: ServerOptions): Server => {
  const times = { ...defaults, ...options.times };
  const flight: Flight = { turns: 0, bodies: 0, draining: false, landed: () => undefined };
  const server = createRestify({ name: '', log: options.log as unknown as RestifyLog });
  const http = server.server as HttpServer;
  setTimes(http, times);
  // Restify takes upgrades over and then leaves them open; without its listener Node answers them as plain requests.
  http.removeAllListeners('upgrade');
  // It hands errors on to itself too, and one nobody hears there ends the process before `listen` can tell of it.
  server.on('error', (error: Error) => options.log.error({ err: error }, 'server failed'));
  guardFirst(server, options);
  answerErrors(server, options.log);
  server.post('/api/messages', postMessages(options, flight));
  server.get('/healthz', async (_req: restify.Request, res: restify.Response) => void res.send(200, { code: 'alive' }));
  server.get('/readyz', getReady(options, flight, times.ready));
  options.routes?.(server);
  return {
    listen: (port, host) => listen(http, port, host),
    drain: () => drain(http, flight, times.drain),
  };
};
