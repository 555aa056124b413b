import { createServer, type Request, type Response } from 'restify';
import { chatRoutes } from '../../chat-page/server/chatRoutes.ts';
import type { ChatOptions } from '../../chat-page/server/conversations.ts';
import { readJson } from '../../chat-page/server/connectorRoutes.ts';

/** An activity as the stub bot gets one. */
export interface Received {
  readonly type: string;
  readonly id: string;
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string; readonly tenantId: string };
  readonly text?: string;
  readonly value?: Readonly<Record<string, unknown>>;
  readonly replyToId?: string;
  readonly locale?: string;
  readonly [field: string]: unknown;
}

/** What the stub bot can say in the conversation of an activity, by the connector's HTTP endpoints. */
export interface Reply {
  send(activity: object): Promise<string>;
  update(id: string, activity: object): Promise<number>;
  remove(id: string): Promise<number>;
}

/** How the stub bot answers an activity. */
type Script = (activity: Received, reply: Reply) => unknown;

/** A chat page with a bot behind it that does as it is told. */
export interface StubBot {
  readonly url: string;
  readonly received: Received[];
  script: Script;
  close(): Promise<void>;
}

export const partners = [
  {
    tenantId: '11111111-1111-4111-8111-111111111111',
    name: 'Northwind Cloud',
    type: 'indirect-provider',
    cloud: 'global',
    country: 'US',
  },
  {
    tenantId: '22222222-2222-4222-8222-222222222222',
    name: '遠山科技',
    type: 'direct-bill',
    cloud: 'china',
    country: 'CN',
  },
] as const;

function replyTo({ serviceUrl, conversation }: Received): Reply {
  const activities = `${serviceUrl}/v3/conversations/${encodeURIComponent(conversation.id)}/activities`;
  const call = (method: string, path: string, body?: object) =>
    fetch(activities + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  return {
    async send(activity) {
      const response = await call('POST', '', { type: 'message', ...activity });
      const { id } = (await response.json()) as { id: string };
      return id;
    },
    update: async (id, activity) => (await call('PUT', `/${id}`, { type: 'message', ...activity })).status,
    remove: async (id) => (await call('DELETE', `/${id}`)).status,
  };
}

/** Starts the chat page on loopback (port 0: any) before a bot that does nothing until it is given a script. */
export async function startStubBot(options: Partial<ChatOptions> = {}, port = 0): Promise<StubBot> {
  const server = createServer();
  const received: Received[] = [];
  let ids = 0;
  let url = '';
  const newId = (): string => `id-${String((ids += 1))}`;
  chatRoutes({ baseUrl: () => url, partners: () => partners, now: () => new Date(), newId, ...options })(server);
  const bot: StubBot = {
    get url() {
      return url;
    },
    received,
    script: () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      }),
  };
  server.post('/api/messages', async (request: Request, response: Response) => {
    const activity = (await readJson(request)) as Received;
    received.push(activity);
    await bot.script(activity, replyTo(activity));
    response.writeHead(200);
    response.end();
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${String(server.address().port)}`;
  return bot;
}
