import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Activity } from 'botbuilder';

/** A message of the bot's, or a replacement of one, with the id it has. */
export type Shown = Partial<Activity> & { readonly id: string };

/** A Bot Framework channel on loopback that gives every message an id, and tells it to its conversation's listener. */
export interface Channel {
  /** For `serviceUrl`. */
  readonly url: string;
  /** Tells `hear` of every message of a conversation; gives what ends that. */
  listen(conversation: string, hear: (shown: Shown) => void): () => void;
  close(): void;
}

const route = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?/;

/** Starts a channel on a free port. */
export async function startChannel(): Promise<Channel> {
  const listeners = new Map<string, (shown: Shown) => void>();
  let last = 0;
  const take = async (req: IncomingMessage): Promise<string> => {
    const [, conversation = '', replied = ''] = route.exec(req.url ?? '') ?? [];
    // What the bots send; what it lacks is found missing by who reads it.
    const activity = JSON.parse(await text(req)) as Partial<Activity>;
    const id = req.method === 'PUT' ? decodeURIComponent(replied) : String((last += 1));
    listeners.get(decodeURIComponent(conversation))?.({ ...activity, id });
    return JSON.stringify({ id });
  };
  const server = createServer((req, res) => {
    take(req).then(
      (body) => {
        // Apart: restify, where it is loaded, makes writeHead give nothing.
        res.writeHead(200, { 'Content-Type': 'application/json' });
        res.end(body);
      },
      () => res.destroy(),
    );
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    listen(conversation, hear) {
      listeners.set(conversation, hear);
      return () => listeners.delete(conversation);
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
