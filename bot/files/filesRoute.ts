import type { Request, Response, Server } from 'restify';
import { end } from '../door/messagesRoute.ts';
import { Refusal } from '../turn/refusal.ts';
import type { Kept, Shelf } from './shelf.ts';

// A name in any script, as RFC 8187 writes it; encodeURIComponent leaves four characters that it does not allow.
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);

const headersOf = ({ name, type, content }: Kept) => ({
  'content-type': type,
  'content-length': String(content.length),
  'content-disposition': `attachment; filename*=UTF-8''${encoded(name)}`,
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
});

/**
 * Adds GET /files/:id, for clients on this machine that take files from nowhere else. Whoever knows the id may have the
 * file: it is for a bot on loopback that has no authentication either, behind the server's check of `Host` and `Origin`.
 */
export function filesRoute(server: Server, shelf: Shelf): void {
  server.get('/files/:id', async (request: Request, response: Response) => {
    const { id } = request.params as { readonly id: string };
    const file = shelf.find(id);
    await Promise.resolve();
    if (file === undefined) return end(response, new Refusal(404, 'notFound'));
    response.writeHead(200, headersOf(file));
    response.end(file.content);
  });
}
