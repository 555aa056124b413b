import type { ServerResponse } from 'node:http';
import type restify from 'restify';
import { readActivityBody, type BodyLimits } from './readActivity.ts';
import type { Authenticator } from './authenticateRequest.ts';
import type { Log } from '../log.ts';
import { HttpError } from './httpError.ts';

/** Answers one activity; `req.body` has been read, `correlationId` groups its log lines. */
export type ActivityHandler = (req: restify.Request, res: restify.Response, correlationId: string) => Promise<void>;

/** Options of the route of activities. */
export interface MessagesOptions {
  readonly log: Log;
  readonly authenticator: Pick<Authenticator, 'authenticate'>;
  readonly onActivity: ActivityHandler;
  readonly body?: Partial<BodyLimits>;
  /** Most turns at once, those that wait for the user's former turn included; one more is answered 503 (1,000). */
  readonly maxTurns?: number;
  /** Most bodies read at once; one more is answered 503 (2,000). */
  readonly maxBodies?: number;
}

/** Counts of the turns a server is running and of the request bodies it is reading. */
export interface InFlight {
  count: number;
  bodies: number;
  draining: boolean;
  /** Called when the last turn in flight has ended. */
  onIdle: () => void;
}

/** Ends a response with the status of an error and its code as the whole body. */
export const sendError = (res: ServerResponse, { status, code }: HttpError): void => {
  const body = JSON.stringify({ code });
  if (status === 503) res.setHeader('Retry-After', '1');
  // Restify's writeHead gives nothing to chain on.
  res.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': body.length });
  res.end(body);
};

type RestifyRequest = restify.Request;

/** Authenticates the sender, then reads the activity; the body of an unauthenticated request is not read. */
const receiveActivity = async (
  req: RestifyRequest,
  res: restify.Response,
  options: MessagesOptions,
  inFlight: InFlight,
) => {
  const sender = await options.authenticator.authenticate(req).catch((error: unknown) => {
    // Closes the connection instead of waiting for the rest of the body.
    if (!req.complete) res.setHeader('Connection', 'close');
    throw error;
  });
  if (inFlight.bodies >= (options.maxBodies ?? 2_000)) throw new HttpError(503, 'busy');
  inFlight.bodies += 1;
  try {
    const activity = await readActivityBody(req, options.body);
    sender.admit(activity);
    req.body = activity;
  } finally {
    inFlight.bodies -= 1;
  }
};

/** Runs the turn of a request, which counts as in flight while it lasts. */
const takeTurn = async (req: RestifyRequest, res: restify.Response, options: MessagesOptions, inFlight: InFlight) => {
  if (inFlight.draining) throw new HttpError(503, 'stopping');
  if (inFlight.count >= (options.maxTurns ?? 1_000)) throw new HttpError(503, 'busy');
  inFlight.count += 1;
  try {
    await options.onActivity(req, res, req.id());
  } finally {
    inFlight.count -= 1;
    if (inFlight.count === 0) inFlight.onIdle();
  }
};

/** The handler of POST /api/messages: one turn a request, 503 when there are too many or the server is stopping. */
export const postMessages =
  (options: MessagesOptions, inFlight: InFlight) =>
  async (req: RestifyRequest, res: restify.Response): Promise<void> => {
    try {
      if (inFlight.draining) throw new HttpError(503, 'stopping');
      await receiveActivity(req, res, options, inFlight);
      await takeTurn(req, res, options, inFlight);
    } catch (error) {
      if (!(error instanceof HttpError)) options.log.error({ correlationId: req.id(), err: error }, 'request failed');
      if (res.headersSent) return void res.destroy();
      sendError(res, error instanceof HttpError ? error : new HttpError(500, 'internalError'));
    }
  };
