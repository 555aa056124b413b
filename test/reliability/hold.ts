import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from './eventually.ts';

/** A channel that can be made slow: it stands before a connector and holds calls back until they are released. */
export interface Hold {
  /** For `serviceUrl`. */
  readonly url: string;
  /** From now on calls wait. */
  readonly hold: () => void;
  /** Waits until so many calls are held. */
  readonly held: (calls: number) => Promise<void>;
  /** Lets them, and all that follow, go on. */
  readonly release: () => void;
  readonly close: () => Promise<void>;
}

/** Passes a request on as it is, and its answer back. */
function pass(target: string, req: IncomingMessage, res: ServerResponse): void {
  const { method, url = '/', headers } = req;
  const onward = request(new URL(url, target), { method, headers }, (answer) => {
    res.statusCode = answer.statusCode ?? 502;
    for (const [name, value] of Object.entries(answer.headers)) if (value !== undefined) res.setHeader(name, value);
    answer.pipe(res);
  });
  onward.on('error', () => res.destroy());
  req.pipe(onward);
}

/** Starts one before the connector of that URL; close it in `after`. */
export async function startHold(target: string): Promise<Hold> {
  let holding = false;
  let waiting: (() => void)[] = [];
  const server = createServer((req, res) => {
    const go = (): void => pass(target, req, res);
    if (holding) waiting.push(go);
    else go();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    hold: () => void (holding = true),
    held: async (calls) => void (await eventually('calls are held', () => waiting.length >= calls)),
    release() {
      holding = false;
      const released = waiting;
      waiting = [];
      for (const go of released) go();
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
