import { readFile } from 'node:fs/promises';
import type { Request, Response, Server } from 'restify';

// Beside the sources, and beside dist/: what is shown is what the app package links.
const folder = new URL(import.meta.url.endsWith('.ts') ? '../manifest/' : '../../manifest/', import.meta.url);

const headers = {
  'content-type': 'text/plain; charset=utf-8',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'public, max-age=3600',
};

/** Adds GET /privacy, /terms and /support: the pages that the app in Teams links to, for anybody. */
export function publicPages(server: Server): void {
  for (const name of ['privacy', 'terms', 'support'])
    server.get(`/${name}`, async (_request: Request, response: Response) => {
      const text = await readFile(new URL(`${name}.md`, folder));
      response.writeHead(200, headers);
      response.end(text);
    });
}
