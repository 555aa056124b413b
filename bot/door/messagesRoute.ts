import type { ServerResponse } from 'node:http';
import type restify from 'restify';
import { readBody, type BodyLimits } from './body.ts';
import type { Log } from '../log.ts';
import { Refusal } from '../turn/refusal.ts';

/** Answers one activity; `req.body` has been read, `correlationId` ties its log lines together. */
export type OnMessages = (req: restify.Request, res: restify.Response, correlationId: string) => Promise<void>;

/** What the route of the activities needs. */
export interface MessagesOptions {
  readonly log: Log;
  readonly onMessages: OnMessages;
  readonly body?: Partial<BodyLimits>;
  /** Turns at once; one more is answered 503 (200). */
  readonly maxTurns?: number;
}

/** The turns a server is in the midst of. */
export interface Flight {
  turns: number;
  draining: boolean;
  /** Called when the last turn in flight has ended. */
  landed: () => void;
}

/** Ends a response with a refusal's status and, as its whole body, its code. */
export const end = (res: ServerResponse, { status, code }: Refusal): void => {
  const body = JSON.stringify({ code });
  // Restify's writeHead gives nothing to chain on.
  res.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': body.length });
  res.end(body);
};

const takeTurn = async (req: restify.Request, res: restify.Response, options: MessagesOptions): Promise<void> => {
  try {
    req.body = await readBody(req, options.body);
    await options.onMessages(req, res, req.id());
  } catch (error) {
    if (!(error instanceof Refusal)) options.log.error({ correlationId: req.id(), err: error }, 'request failed');
    if (res.headersSent) return void res.destroy();
    end(res, error instanceof Refusal ? error : new Refusal(500, 'internalError'));
  }
};

/** The handler of POST /api/messages: one turn a request, 503 when there are too many or the server is stopping. */
export const postMessages = (options: MessagesOptions, flight: Flight) => {
  const most = options.maxTurns ?? 200;
  return async (req: restify.Request, res: restify.Response): Promise<void> => {
    if (flight.draining || flight.turns >= most) {
      res.setHeader('Retry-After', '1');
      return end(res, new Refusal(503, flight.draining ? 'stopping' : 'busy'));
    }
    flight.turns += 1;
    try {
      await takeTurn(req, res, options);
    } finally {
      flight.turns -= 1;
      if (flight.turns === 0) flight.landed();
    }
  };
};
