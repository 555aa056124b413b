import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AnswerTooLarge, httpCall } from '../../../bot/http/httpCall.ts';

const limits = { milliseconds: 10_000, mostBytes: 1_000, keepAlive: true };

describe('a call over HTTP', () => {
  let server: Server;
  let paths: string[];
  const get = (path: string) => {
    const { port } = server.address() as AddressInfo;
    return httpCall({ url: `http://127.0.0.1:${port}/${path}`, method: 'GET', headers: {} }, limits);
  };

  before(async () => {
    server = createServer((req, res) => {
      const path = (req.url ?? '').slice(1);
      paths.push(path);
      if (path === 'moved') {
        res.statusCode = 302;
        res.setHeader('Location', '/1');
        return res.end();
      }
      if (path === 'cut') {
        res.setHeader('Content-Length', '9');
        return res.write('12', () => res.destroy());
      }
      if (path === 'endless') {
        const write = (): void => void (res.destroyed || res.write('x'.repeat(600), () => setImmediate(write)));
        return write();
      }
      res.end('x'.repeat(Number(path)));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  beforeEach(() => {
    paths = [];
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('takes as many bytes as it may, and no more, said beforehand or not', async () => {
    assert.equal((await get('1000')).body.length, 1_000);
    for (const path of ['1001', 'endless'])
      await assert.rejects(get(path), (error) => error instanceof AnswerTooLarge && error.status === 200, path);
  });

  it('does not follow a redirect', async () => {
    const { status, headers } = await get('moved');
    assert.deepEqual([status, headers.location, paths], [302, '/1', ['moved']]);
  });

  it('has no answer where the connection ends before it', () => assert.rejects(get('cut'), { code: 'ECONNRESET' }));
});
