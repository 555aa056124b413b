import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createLog } from '../../bot/log.ts';
import { createBotServer, type BotServer, type HttpServerOptions } from '../../bot/http/botServer.ts';

/** A log that keeps its lines. */
export const keepLog = () => {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line: string) => void lines.push(line) });
  return { log, lines };
};

/** A server on a free loopback port, which answers activities with their own JSON unless told otherwise. */
export const startServer = async (
  options: Partial<HttpServerOptions> = {},
): Promise<BotServer & { readonly url: string; readonly port: number }> => {
  const server = createBotServer({
    log: keepLog().log,
    anonymous: true,
    authenticator: { authenticate: () => Promise.resolve({ admit: () => undefined }) },
    ready: () => Promise.resolve(true),
    onActivity: (req, res) => Promise.resolve(void res.send(200, req.body)),
    ...options,
  });
  const port = await server.listen(0, '127.0.0.1');
  return { ...server, port, url: `http://127.0.0.1:${port}` };
};

/** A connection over which these bytes were sent, which stays open. */
export const opened = async (port: number, text: string): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  if (text !== '') await new Promise<void>((resolve) => void socket.write(text, () => resolve()));
  return socket;
};

/** Sends bytes as they are and gives everything that comes back until the connection ends. */
export const sendRaw = (port: number, text: string): Promise<string> =>
  new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });

/** Posts a body to the route of the activities. */
export const post = (url: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/api/messages`, { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } });

/** The smallest activity that gets a turn, as JSON. */
export const activityJson = (more: Record<string, unknown> = {}): string =>
  JSON.stringify({ type: 'message', conversation: { id: 'c1' }, ...more });
