import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Request, Response, Server } from 'restify';
import { browserRoutes } from './browserRoutes.ts';
import { connectorRoutes, sendJsonError } from './connectorRoutes.ts';
import { type Chat, type ChatOptions, createConversations } from './conversations.ts';

/**
 * Adds the built-in chat page and the connector behind it. It is a channel like any other: messages go to
 * `POST /api/messages`, and replies come back to the connector's endpoints. It has no authentication, so it is for a
 * bot on loopback that has none either, behind the server's check of `Host` and `Origin`.
 */
export function chatRoutes(options: ChatOptions): (server: Server) => void {
  const conversation = createConversations(options.bounds ?? { conversations: 50, activities: 500 }, options.now);
  const chat: Chat = { ...options, conversation };
  return (server) => {
    pageRoutes(server);
    browserRoutes(server, chat);
    connectorRoutes(server, chat);
  };
}

// Run from source (tsx), the page's scripts come from the last build.
const buildFolder = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/', import.meta.url)
  : new URL('../../', import.meta.url);
const adaptiveCards = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
const html = 'text/html; charset=utf-8';
const css = 'text/css; charset=utf-8';
const script = 'text/javascript; charset=utf-8';
const source = (name: string): string => fileURLToPath(new URL(`../browser/${name}`, import.meta.url));
const compiled = (name: string): string => fileURLToPath(new URL(name, buildFolder));

const scripts = [
  'agendaPanel',
  'appearance',
  'cards',
  'channel',
  'chat',
  'composer',
  'files',
  'follower',
  'hostConfig',
  'keyboard',
  'messages',
  'pageWords',
  'settings',
  'shortcuts',
] as const;

/**
 * Path and media type of each file by URL path. Scripts keep their paths in the build, so that their imports resolve.
 */
const files: Readonly<Record<string, readonly [path: string, type: string]>> = {
  '/': [source('index.html'), html],
  '/icon.svg': [fileURLToPath(new URL('../../manifest/color.svg', import.meta.url)), 'image/svg+xml'],
  '/chat-page/browser/cards.css': [source('cards.css'), css],
  '/chat-page/browser/chat.css': [source('chat.css'), css],
  '/chat-page/browser/adaptivecards.js': [adaptiveCards, script],
  '/locales/chatPage.js': [compiled('locales/chatPage.js'), script],
  '/locales/closestLocale.js': [compiled('locales/closestLocale.js'), script],
  ...Object.fromEntries(
    scripts.map((name) => [
      `/chat-page/browser/${name}.js`,
      [compiled(`chat-page/browser/${name}.js`), script] as const,
    ]),
  ),
};

const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
};

async function serve(path: string, type: string, request: Request, response: Response): Promise<void> {
  const content = await readFile(path).catch(() => undefined);
  if (!content) return sendJsonError(response, 404, `${path} is missing: run npm run build`);
  const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag });
    response.end();
    return;
  }
  response.writeHead(200, { ...headers, etag, 'content-type': type });
  response.end(content);
}

/**
 * Adds the routes of the page's files, with a policy that allows no inline script or style; unchanged files are
 * answered 304.
 */
function pageRoutes(server: Server): void {
  for (const [address, [path, type]] of Object.entries(files)) {
    server.get(address, async (request: Request, response: Response) => serve(path, type, request, response));
  }
}
