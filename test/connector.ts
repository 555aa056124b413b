import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import { deadline } from './eventually.ts';

/** What goes wrong with a call: an answer of the channel's, a connection reset before or after the call took effect, or silence. */
export type Fault =
  | { readonly status: number; readonly retryAfter?: string; readonly location?: string; readonly code?: string }
  | 'resetBefore'
  | 'resetAfter'
  | 'silence';

/** One request of the bot's, also one that was made to fail. */
interface Call {
  /** Counted from 1. */
  readonly number: number;
  readonly method: string;
  /** As sent, with its percent-encoding. */
  readonly path: string;
  readonly conversation: string;
  /** The activity of a reply, update or deletion. */
  readonly activityId?: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Partial<Activity>;
  /** The id a sent activity was given; absent when the call did not take effect. */
  readonly id?: string;
}

/** A Bot Framework channel on loopback that records every call and fails where told. */
export interface Connector {
  /** For `serviceUrl`. */
  readonly url: string;
  readonly calls: readonly Call[];
  /** What a user sees now: sent activities in order, without typing, updated and deleted ones as they became. */
  readonly screen: (conversation?: string) => readonly Partial<Activity>[];
  /** The next call not yet taken that fits, waiting for it if need be; calls before it count as taken. Rejects after `ms` (15,000). */
  readonly next: (fits?: (call: Call) => boolean, ms?: number) => Promise<Call>;
  /** The next message (or update) with that text or, without one, any; as `next`. */
  readonly nextMessage: (fits?: (activity: Partial<Activity>) => boolean, ms?: number) => Promise<Partial<Activity>>;
  /** Makes the nth call from the start fail in that way; `failNext` the one after those already made. */
  readonly fail: (number: number, fault: Fault) => void;
  readonly failNext: (...faults: readonly Fault[]) => void;
  /** Asks for each call whether it fails, and how. */
  readonly failWhere: (fault: (call: Call) => Fault | undefined) => void;
  readonly close: () => Promise<void>;
}

interface Waiter {
  readonly fits: (call: Call) => boolean;
  readonly take: (call: Call) => void;
}

const route = /^\/v3\/conversations\/([^/]+)\/(activities|members|pagedmembers)(?:\/([^/?]+))?(?:\?.*)?$/;

const readJson = async (req: IncomingMessage): Promise<Partial<Activity>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  // The bot's own activities: a test that reads more than is there fails by itself.
  return text === '' ? {} : (JSON.parse(text) as Partial<Activity>);
};

const answer = (res: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
  // Restify, loaded in the same process, takes writeHead's result away.
  res.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  res.end(JSON.stringify(body));
};

/** Keeps the screen and gives the answer of a call that takes effect. */
const createChannel = () => {
  const shown = new Map<string, Partial<Activity>>();
  let last = 0;
  const send = (conversation: string, body: Partial<Activity>): { status: number; body: { id: string } } => {
    last += 1;
    const id = `activity-${String(last).padStart(6, '0')}`;
    if (body.type !== 'typing') shown.set(`${conversation}\n${id}`, { ...body, id });
    return { status: 201, body: { id } };
  };
  const handle = (call: Call): { status: number; body: { id?: string } } => {
    const { method, path, conversation, activityId = '', body } = call;
    if (!route.test(path)) return { status: 404, body: { error: { code: 'NotFound' } } as object };
    const key = `${conversation}\n${activityId}`;
    if (path.includes('/pagedmembers')) return { status: 200, body: { members: [] } as object };
    if (path.includes('/members/')) return { status: 200, body: { id: activityId } };
    if (method === 'POST') return send(conversation, body);
    if (!shown.has(key)) return { status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } as object };
    if (method === 'DELETE') shown.delete(key);
    else shown.set(key, { ...body, id: activityId });
    return { status: 200, body: { id: activityId } };
  };
  const screen = (conversation?: string): readonly Partial<Activity>[] =>
    [...shown]
      .filter(([key]) => conversation === undefined || key.startsWith(`${conversation}\n`))
      .map(([, activity]) => activity);
  return { handle, screen };
};

/** Hands out recorded calls in order, to those who wait as they come. */
const createQueue = (calls: readonly Call[]) => {
  const waiters: Waiter[] = [];
  let taken = 0;
  const arrived = (): void => {
    for (let index = 0; index < waiters.length; index += 1) {
      const waiter = waiters[index];
      const found = waiter && calls.slice(taken).find(waiter.fits);
      if (waiter === undefined || found === undefined) continue;
      taken = calls.indexOf(found) + 1;
      waiters.splice(index, 1);
      index -= 1;
      waiter.take(found);
    }
  };
  const next = (fits: (call: Call) => boolean = () => true, ms = deadline): Promise<Call> =>
    new Promise((resolve, reject) => {
      const waiter: Waiter = {
        fits,
        take: (call) => {
          clearTimeout(timer);
          resolve(call);
        },
      };
      const timer = setTimeout(() => {
        waiters.splice(waiters.indexOf(waiter), 1);
        const seen = calls.slice(taken).map((call) => `${call.method} ${call.body.type ?? ''} ${call.body.text ?? ''}`);
        reject(new Error(`No such call in ${ms} ms; not taken: ${seen.length === 0 ? 'none' : seen.join(' | ')}`));
      }, ms);
      waiters.push(waiter);
      arrived();
    });
  return { arrived, next };
};

const isMessage = ({ id, method, body }: Call): boolean =>
  id !== undefined && (method === 'POST' || method === 'PUT') && body.type === 'message';

const refuse = (res: ServerResponse, fault: Exclude<Fault, string>): void => {
  const headers = {
    ...(fault.retryAfter === undefined ? {} : { 'Retry-After': fault.retryAfter }),
    ...(fault.location === undefined ? {} : { Location: fault.location }),
  };
  answer(res, fault.status, { error: { code: fault.code ?? 'Fault', message: 'made to fail' } }, headers);
};

const toCall = (req: IncomingMessage, body: Partial<Activity>, number: number): Call => {
  const { method = '', url: path = '', headers } = req;
  const match = route.exec(path);
  const call = { number, method, path, headers, body, conversation: decodeURIComponent(match?.[1] ?? '') };
  return match?.[3] === undefined ? call : { ...call, activityId: decodeURIComponent(match[3]) };
};

/** Starts a connector stub on a free loopback port; close it in `after`. */
export const startConnector = async (): Promise<Connector> => {
  const calls: Call[] = [];
  const faults = new Map<number, Fault>();
  let faultOf: (call: Call) => Fault | undefined = () => undefined;
  const channel = createChannel();
  const queue = createQueue(calls);
  const record = (call: Call): void => {
    calls.push(call);
    queue.arrived();
  };
  const onRequest = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const body = await readJson(req);
    const call = toCall(req, body, calls.length + 1);
    const fault = faults.get(call.number) ?? faultOf(call);
    if (fault !== undefined && fault !== 'resetAfter') {
      record(call);
      if (typeof fault === 'object') refuse(res, fault);
      else if (fault === 'resetBefore') req.socket.destroy();
      return;
    }
    const result = channel.handle(call);
    record(result.status < 300 && result.body.id !== undefined ? { ...call, id: result.body.id } : call);
    if (fault === 'resetAfter') req.socket.destroy();
    else answer(res, result.status, result.body);
  };
  const server = createServer((req, res) => void onRequest(req, res));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    screen: channel.screen,
    next: queue.next,
    nextMessage: async (fits = () => true, ms) => {
      const { body, id } = await queue.next((call) => isMessage(call) && fits(call.body), ms);
      return id === undefined ? body : { ...body, id };
    },
    fail: (number, fault) => void faults.set(number, fault),
    failNext: (...list) => list.forEach((fault, index) => faults.set(calls.length + index + 1, fault)),
    failWhere: (fault) => {
      faultOf = fault;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
