import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A file that was put there. */
interface Uploaded {
  readonly path: string;
  readonly range: string;
  readonly content: Buffer;
}

/** A place on loopback that takes files, as OneDrive's upload sessions do. */
export interface Uploads {
  readonly url: string;
  readonly files: readonly Uploaded[];
  /** Answers the following uploads with that status. */
  refuse(status: number | undefined): void;
  close(): Promise<void>;
}

/** Opens such a place on a free port; close it in `after`. */
export async function openUploads(): Promise<Uploads> {
  const files: Uploaded[] = [];
  let refusing: number | undefined;
  const server = createServer((req, res) => {
    void buffer(req).then((content) => {
      if (refusing === undefined)
        files.push({ path: req.url ?? '', range: req.headers['content-range'] ?? '', content });
      // Apart: restify, where it is loaded, makes writeHead give nothing.
      res.writeHead(refusing ?? 201, { 'Content-Type': 'application/json' });
      res.end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    files,
    refuse: (status) => void (refusing = status),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
