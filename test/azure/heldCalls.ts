import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { startRelay } from '../reliability/relay.ts';

/** When a process stands still: at its nth call, before that arrives at Partner Center, or done and without its answer. */
export interface Moment {
  readonly call: number;
  readonly when: 'before' | 'after';
  /** Only calls that change something are counted. */
  readonly ofChanges?: boolean;
}

/** The way of one process to Partner Center, on which a call of a partner can be made to stand still. */
export interface HeldCalls {
  /** For `PARTNER_CENTER_URL`. */
  readonly url: string;
  /** The calls of that partner are counted from now on, and the one of that moment stands still. */
  holdAt(partner: Partner, moment: Moment): void;
  /** The call of that partner that stands still, such as `POST /v1/customers`; undefined where none does. */
  held(partner: Partner): string | undefined;
  /** Lets all calls go on that stand still. */
  release(): void;
  close(): Promise<void>;
}

const bodyOf = async (req: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

// What belongs to a connection and not to what is sent by it.
const ofConnection = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive']);

const passedHeaders = (headers: Iterable<readonly [string, unknown]>): Record<string, string> =>
  Object.fromEntries(
    [...headers].filter(([name]) => !ofConnection.has(name)).map(([name, value]) => [name, String(value)]),
  );

const isChange = (name: string): boolean => /^(?:POST|PUT|PATCH|DELETE) \/v1\//.test(name);

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
}

async function passOn(target: string, { method = 'GET', url = '/', headers }: IncomingMessage, body: string) {
  const answer = await fetch(new URL(url, target), {
    method,
    headers: passedHeaders(Object.entries(headers)),
    ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
  });
  return { status: answer.status, headers: passedHeaders(answer.headers.entries()), text: await answer.text() };
}

/** Opens such a way to the simulator at that address; close it in `after`. */
export async function startHeldCalls(target: string): Promise<HeldCalls> {
  const tenants = new Map<string, string>();
  const moments = new Map<string, { calls: number; readonly when: Moment['when']; readonly ofChanges: boolean }>();
  const held = new Map<string, string>();
  const waiting: (() => void)[] = [];

  const standStill = async (name: string, tenant: string, res: ServerResponse): Promise<void> => {
    held.set(tenant, name);
    // A process that waits no longer goes on.
    res.once('close', () => held.delete(tenant));
    await new Promise<void>((resolve) => void waiting.push(resolve));
  };

  /** Counts a call; gives when it stands still. */
  function count(tenant: string, name: string): Moment['when'] | undefined {
    const left = moments.get(tenant);
    if (left === undefined || (left.ofChanges && !isChange(name))) return undefined;
    left.calls -= 1;
    return left.calls === 0 ? left.when : undefined;
  }

  /** The tenant of a call: that of its token, or the one that it logs in to. */
  const tenantOf = ({ url = '', headers }: IncomingMessage): string =>
    tenants.get(headers.authorization ?? '') ?? url.split('/')[1] ?? '';

  const remember = (tenant: string, { text }: Answer): void => {
    const token = /"access_token":"([^"]+)"/.exec(text)?.[1];
    if (token !== undefined) tenants.set(`Bearer ${token}`, tenant);
  };

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await bodyOf(req);
    const tenant = tenantOf(req);
    const name = `${req.method ?? ''} ${req.url ?? ''}`;
    const stands = count(tenant, name);
    if (stands === 'before') await standStill(name, tenant, res);
    const made = await passOn(target, req, body);
    remember(tenant, made);
    if (stands === 'after') await standStill(name, tenant, res);
    res.writeHead(made.status, made.headers);
    res.end(made.text);
  }

  const relay = await startRelay((req, res) => void answer(req, res).catch(() => res.destroy()));
  return {
    url: relay.url,
    holdAt: ({ tenantId }, { call, when, ofChanges = false }) =>
      void moments.set(tenantId, { calls: call, when, ofChanges }),
    held: ({ tenantId }) => held.get(tenantId),
    release() {
      moments.clear();
      held.clear();
      for (const go of waiting.splice(0)) go();
    },
    close: relay.close,
  };
}
