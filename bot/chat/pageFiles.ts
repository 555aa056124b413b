import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Request, Response, Server } from 'restify';

import { refuse } from './http.ts';

// Without a build step (tsx) this module is source: the page's scripts are taken from the last build.
const built = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/', import.meta.url)
  : new URL('../../', import.meta.url);
const adaptiveCards = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
const html = 'text/html; charset=utf-8';
const css = 'text/css; charset=utf-8';
const script = 'text/javascript; charset=utf-8';
const source = (name: string): string => fileURLToPath(new URL(`./page/${name}`, import.meta.url));
const compiled = (name: string): string => fileURLToPath(new URL(name, built));

/** Address → file and type. Scripts keep their places in the build, so that their imports find each other. */
const files: Readonly<Record<string, readonly [path: string, type: string]>> = {
  '/': [source('index.html'), html],
  '/bot/chat/page/chat.css': [source('chat.css'), css],
  '/bot/chat/page/adaptivecards.js': [adaptiveCards, script],
  '/locales/chatPage.js': [compiled('locales/chatPage.js'), script],
  ...Object.fromEntries(
    ['chat', 'cards', 'channel', 'hostConfig', 'messages', 'settings', 'unsentInputs'].map((name) => [
      `/bot/chat/page/${name}.js`,
      [compiled(`bot/chat/page/${name}.js`), script] as const,
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
  if (!content) return refuse(response, 404, `${path} is missing: run npm run build`);
  const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag });
    response.end();
    return;
  }
  response.writeHead(200, { ...headers, etag, 'content-type': type });
  response.end(content);
}

/** Adds the page's files, with a policy that allows no inline script or style; browsers ask again and get 304. */
export function pageRoutes(server: Server): void {
  for (const [address, [path, type]] of Object.entries(files)) {
    server.get(address, async (request: Request, response: Response) => serve(path, type, request, response));
  }
}
