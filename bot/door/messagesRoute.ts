import type { ServerResponse } from 'node:http';
import type restify from 'restify';
import { readBody, type BodyLimits } from './body.ts';
import type { Gate } from './gate.ts';
import type { Log } from '../log.ts';
import { Refusal } from '../turn/refusal.ts';

/** Answers one activity; `req.body` has been read, `correlationId` ties its log lines together. */
export type OnMessages = (req: restify.Request, res: restify.Response, correlationId: string) => Promise<void>;

/** What the route of the activities needs. */
export interface MessagesOptions {
  readonly log: Log;
  readonly gate: Pick<Gate, 'authenticate'>;
  readonly onMessages: OnMessages;
  readonly body?: Partial<BodyLimits>;
  /** Turns at once, those that wait for their user's former ones included; one more is answered 503 (1,000). */
  readonly maxTurns?: number;
  /** Bodies that are being read at once; one more is answered 503 (2,000). */
  readonly maxBodies?: number;
}

/** The turns a server is in the midst of, and the requests whose bodies it reads. */
export interface Flight {
  turns: number;
  bodies: number;
  draining: boolean;
  /** Called when the last turn in flight has ended. */
  landed: () => void;
}

/** Ends a response with a refusal's status and, as its whole body, its code. */
export const end = (res: ServerResponse, { status, code }: Refusal): void => {
  const body = JSON.stringify({ code });
  if (status === 503) res.setHeader('Retry-After', '1');
  // Restify's writeHead gives nothing to chain on.
  res.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': body.length });
  res.end(body);
};

type Request = restify.Request;

/** Reads the activity of a sender that proved who it is: a body of anybody else's is not even begun. */
const receive = async (req: Request, res: restify.Response, options: MessagesOptions, flight: Flight) => {
  const sender = await options.gate.authenticate(req).catch((error: unknown) => {
    // What it goes on sending is not waited for.
    if (!req.complete) res.setHeader('Connection', 'close');
    throw error;
  });
  if (flight.bodies >= (options.maxBodies ?? 2_000)) throw new Refusal(503, 'busy');
  flight.bodies += 1;
  try {
    const activity = await readBody(req, options.body);
    sender.admit(activity);
    req.body = activity;
  } finally {
    flight.bodies -= 1;
  }
};

/** Gives the request a turn, which takes a place while it lasts. */
const takeTurn = async (req: Request, res: restify.Response, options: MessagesOptions, flight: Flight) => {
  if (flight.draining) throw new Refusal(503, 'stopping');
  if (flight.turns >= (options.maxTurns ?? 1_000)) throw new Refusal(503, 'busy');
  flight.turns += 1;
  try {
    await options.onMessages(req, res, req.id());
  } finally {
    flight.turns -= 1;
    if (flight.turns === 0) flight.landed();
  }
};

/** The handler of POST /api/messages: one turn a request, 503 when there are too many or the server is stopping. */
export const postMessages =
  (options: MessagesOptions, flight: Flight) =>
  async (req: Request, res: restify.Response): Promise<void> => {
    try {
      if (flight.draining) throw new Refusal(503, 'stopping');
      await receive(req, res, options, flight);
      await takeTurn(req, res, options, flight);
    } catch (error) {
      if (!(error instanceof Refusal)) options.log.error({ correlationId: req.id(), err: error }, 'request failed');
      if (res.headersSent) return void res.destroy();
      end(res, error instanceof Refusal ? error : new Refusal(500, 'internalError'));
    }
  };
