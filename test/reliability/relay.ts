import { once } from 'node:events';
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Passes a request on as it is but for those headers, and its answer back. */
export function pass(
  target: string,
  req: IncomingMessage,
  res: ServerResponse,
  headers: IncomingHttpHeaders = {},
): void {
  const { method, url = '/' } = req;
  const onward = request(new URL(url, target), { method, headers: { ...req.headers, ...headers } }, (answer) => {
    res.statusCode = answer.statusCode ?? 502;
    for (const [name, value] of Object.entries(answer.headers)) if (value !== undefined) res.setHeader(name, value);
    answer.pipe(res);
  });
  onward.on('error', () => res.destroy());
  req.pipe(onward);
}

/** A server on a free loopback port. */
export interface Relay {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts one that answers so; close it in `after`. */
export async function startRelay(answer: (req: IncomingMessage, res: ServerResponse) => void): Promise<Relay> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
