import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Request, Response, Server } from 'restify';
import { sendError } from '../http/messagesRoute.ts';
import { HttpError } from '../http/httpError.ts';

/** A file that waits for its download, with its owner. */
export interface PendingFile {
  readonly partner: string;
  readonly userId: string;
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Files that wait for their download, for a limited time. */
export interface PendingFiles {
  /** Stores a file; returns an id that cannot be guessed. */
  put(file: PendingFile): Promise<string>;
  find(id: string): Promise<PendingFile | undefined>;
}

/** Pending files in the memory of this process. */
export interface FileMemory {
  put(file: PendingFile): string;
  find(id: string): PendingFile | undefined;
}

/** Minutes a pending file is kept. */
export const pendingFileMinutes = 30;

/** Most bytes of all pending files together; those used longest ago are removed. */
const maxBytes = 128 * 1024 * 1024;

/** Creates an empty store of pending files; `clock` is monotonic, in milliseconds. */
export function createPendingFiles(clock: { now(): number } = performance): FileMemory {
  const kept = new LRUCache<string, PendingFile>({
    maxSize: maxBytes,
    sizeCalculation: ({ content }) => Math.max(1, content.length),
    ttl: pendingFileMinutes * 60_000,
    // Files hold customers' data: they go when their time is over, not when they are next looked for.
    ttlAutopurge: true,
    perf: clock,
    ttlResolution: 0,
  });
  return {
    put(file) {
      const id = randomBytes(24).toString('base64url');
      kept.set(id, file);
      return id;
    },
    find: (id) => kept.get(id),
  };
}

// A name in any script, as RFC 8187 writes it; encodeURIComponent leaves four characters that it does not allow.
const rfc8187 = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);

const headersOf = ({ name, type, content }: PendingFile) => ({
  'content-type': type,
  'content-length': String(content.length),
  'content-disposition': `attachment; filename*=UTF-8''${rfc8187(name)}`,
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
});

/**
 * Adds GET /files/:id, for clients on this machine that have no other way to receive files. The id is the only secret:
 * the route is for a bot on loopback without authentication, behind the server's check of `Host` and `Origin`.
 */
export function filesRoute(server: Server, pendingFiles: PendingFiles): void {
  server.get('/files/:id', async (request: Request, response: Response) => {
    const { id } = request.params as { readonly id: string };
    const file = await pendingFiles.find(id);
    if (file === undefined) return sendError(response, new HttpError(404, 'notFound'));
    response.writeHead(200, headersOf(file));
    response.end(file.content);
  });
}
