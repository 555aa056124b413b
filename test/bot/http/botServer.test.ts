import assert from 'node:assert/strict';
import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { HttpError } from '../../../bot/http/httpError.ts';
import { activityJson, keepLog, opened, post, sendRaw, startServer } from '../desk.ts';

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

const get = (target: string, host: string, more = ''): string =>
  `GET ${target} HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`;

/** A promise and what settles it. */
const gate = () => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
};

describe('the server', () => {
  let desk: Awaited<ReturnType<typeof startServer>>;
  before(async () => {
    desk = await startServer();
  });
  after(() => desk.drain());

  it('survives malformed Host headers and targets with 400', async () => {
    for (const host of [
      'a b',
      '[::',
      '[:::::]',
      'localhost:99999',
      'localhost:99999999',
      'a/b',
      'x@localhost',
      '%',
      '',
    ])
      assert.equal(statusOf(await sendRaw(desk.port, get('/healthz', host))), 400, host);
    for (const target of ['http://[', '//', '/%', '/%ff%fe', '*', 'healthz', '/api/messages/%E0%A4%A', '/\\']) {
      const answer = await sendRaw(desk.port, get(target, 'localhost'));
      assert.ok([400, 404].includes(statusOf(answer)), `${target} ${answer}`);
    }
    assert.equal(statusOf(await sendRaw(desk.port, 'POST /api/messages HTTP/1.1\r\n\r\n')), 400);
    assert.equal((await fetch(`${desk.url}/healthz`)).status, 200);
  });

  it('answers only its own host and origin while anonymous', async () => {
    const own = `127.0.0.1:${desk.port}`;
    for (const host of [own, 'localhost', 'LOCALHOST:3978', '[::1]:3978'])
      assert.equal(statusOf(await sendRaw(desk.port, get('/healthz', host))), 200, host);
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '192.0.2.1'])
      assert.match(await sendRaw(desk.port, get('/healthz', host)), / 403 [\s\S]*\{"code":"foreignHost"\}$/, host);
    for (const origin of ['http://evil.example', 'null', `https://${own}`, 'http://127.0.0.1:1'])
      assert.match(
        await sendRaw(desk.port, get('/healthz', own, `Origin: ${origin}\r\n`)),
        / 403 [\s\S]*\{"code":"foreignOrigin"\}$/,
        origin,
      );
    assert.equal(statusOf(await sendRaw(desk.port, get('/healthz', own, `Origin: http://${own}\r\n`))), 200);
  });

  it('answers any host once registered', async () => {
    const registered = await startServer({ anonymous: false });
    assert.equal(statusOf(await sendRaw(registered.port, get('/healthz', 'desk.example'))), 200);
    await registered.drain();
  });

  it('says nothing of itself, and errors are a code alone', async () => {
    const missing = await fetch(`${desk.url}/nowhere`);
    assert.deepEqual([missing.status, await missing.json()], [404, { code: 'notFound' }]);
    assert.equal(missing.headers.get('server'), null);
    const wrong = await fetch(`${desk.url}/api/messages`);
    assert.deepEqual([wrong.status, await wrong.json()], [405, { code: 'methodNotAllowed' }]);
  });

  it('answers an upgrade as a plain request', async () => {
    const upgrade = 'Connection: upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n';
    const answer = await sendRaw(desk.port, `GET /nowhere HTTP/1.1\r\nHost: localhost\r\n${upgrade}\r\n`);
    assert.equal(statusOf(answer), 404);
  });

  it('serves forty requests at once', async () => {
    const texts = Array.from({ length: 40 }, (_, index) => `number ${index}`);
    const answers = await Promise.all(
      texts.map(async (text) => (await post(desk.url, activityJson({ text }))).json() as Promise<{ text: string }>),
    );
    assert.deepEqual(
      answers.map(({ text }) => text),
      texts,
    );
  });

  it('takes further routes', async () => {
    const chat = await startServer({
      routes: (server) =>
        server.get('/chat', async (_req: unknown, res: { send(code: number): void }) => res.send(204)),
    });
    assert.equal((await fetch(`${chat.url}/chat`)).status, 204);
    await chat.drain();
  });

  it('answers 500 with a code when a turn throws, and lives on', async () => {
    const { log, lines } = keepLog();
    const broken = await startServer({ log, onActivity: () => Promise.reject(new Error('a secret cause')) });
    const response = await post(broken.url, activityJson());
    assert.deepEqual([response.status, await response.json()], [500, { code: 'internalError' }]);
    assert.ok(lines.some((line) => line.includes('request failed')));
    assert.equal((await fetch(`${broken.url}/healthz`)).status, 200);
    await broken.drain();
  });

  it('is ready while its parts are, answer in time, and it is not stopping', async () => {
    const parts: (() => Promise<boolean>)[] = [
      () => Promise.resolve(true),
      () => Promise.resolve(false),
      () => Promise.reject(new Error('storage')),
      () => new Promise(() => undefined),
    ];
    const statuses: number[] = [];
    for (const ready of parts) {
      const server = await startServer({ ready, times: { ready: 20 } });
      statuses.push((await fetch(`${server.url}/readyz`)).status);
      await server.drain();
    }
    assert.deepEqual(statuses, [200, 503, 503, 503]);
  });

  it('answers 503 with Retry-After beyond its turns in flight, and goes on afterwards', async () => {
    const { opened, open } = gate();
    const entered = gate();
    const busy = await startServer({
      maxTurns: 1,
      onActivity: async (_req, res) => {
        entered.open();
        await opened;
        res.send(200);
      },
    });
    const first = post(busy.url, activityJson());
    await entered.opened;
    const second = await post(busy.url, activityJson());
    assert.deepEqual([second.status, await second.json()], [503, { code: 'busy' }]);
    assert.equal(second.headers.get('retry-after'), '1');
    open();
    assert.equal((await first).status, 200);
    assert.equal((await post(busy.url, activityJson())).status, 200);
    await busy.drain();
  });

  describe('with requests that are sent half and held open', () => {
    const half = (authorization: string): string =>
      `POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${authorization}Content-Length: 200000\r\n\r\n{`;
    const guarded = {
      authenticate: (req: { readonly headers: IncomingHttpHeaders }) =>
        req.headers.authorization === 'Bearer good'
          ? Promise.resolve({ admit: () => undefined })
          : Promise.reject(new HttpError(401, 'unauthorized')),
    };
    const openMany = (port: number, count: number, text: string): Promise<Socket[]> =>
      Promise.all(Array.from({ length: count }, () => opened(port, text)));

    for (const count of [200, 1_000]) {
      it(`by ${String(count)} strangers answers whom it knows, and ends theirs`, async () => {
        const guardedServer = await startServer({ authenticator: guarded });
        const strangers = await openMany(guardedServer.port, count, half(''));
        const answer = await post(guardedServer.url, activityJson(), { Authorization: 'Bearer good' });
        assert.equal(answer.status, 200);
        const said = await Promise.all(
          strangers.map((socket) => (socket.setEncoding('utf8'), text(socket).catch(() => ''))),
        );
        // Where the system lost a refusal with its connection, nothing was said.
        assert.deepEqual(new Set(said.filter((one) => one !== '').map(statusOf)), new Set([401]));
        await guardedServer.drain();
      });

      it(`by ${String(count)} whom it knows has a place left for another`, async () => {
        const slow = await openMany(desk.port, count, half(''));
        assert.equal((await post(desk.url, activityJson())).status, 200);
        assert.ok(slow.every(({ readyState }) => readyState === 'open'));
        for (const socket of slow) socket.destroy();
      });
    }

    it('reads no more bodies at once than it has room for', async () => {
      const small = await startServer({ maxBodies: 1 });
      const slow = await opened(small.port, half(''));
      const statusNow = async () => (await post(small.url, activityJson())).status;
      while ((await statusNow()) === 200) await new Promise(setImmediate);
      assert.equal(await statusNow(), 503);
      slow.destroy();
      while ((await statusNow()) === 503) await new Promise(setImmediate);
      await small.drain();
    });
  });

  it('finishes turns in flight when it stops, and takes no new ones', async () => {
    const { opened, open } = gate();
    const entered = gate();
    const stopping = await startServer({
      onActivity: async (_req, res) => {
        entered.open();
        await opened;
        res.send(200, { done: true });
      },
    });
    const answer = post(stopping.url, activityJson());
    await entered.opened;
    const drained = stopping.drain();
    await assert.rejects(post(stopping.url, activityJson()));
    open();
    assert.deepEqual(await (await answer).json(), { done: true });
    assert.equal(await drained, true);
  });

  it('cuts off a turn that does not end in time when it stops', async () => {
    const entered = gate();
    const stuck = await startServer({
      times: { drain: 20 },
      onActivity: () => {
        entered.open();
        return new Promise(() => undefined);
      },
    });
    const answer = assert.rejects(post(stuck.url, activityJson()));
    await entered.opened;
    assert.equal(await stuck.drain(), false);
    await answer;
  });

  it('does not wait for ever for headers or a body', async () => {
    const strict = await startServer({ times: { headers: 30, request: 60, check: 10 } });
    assert.equal(statusOf(await sendRaw(strict.port, 'POST /api/messages HTTP/1.1\r\nHost: local')), 408);
    const head = 'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    assert.equal(statusOf(await sendRaw(strict.port, `${head}Content-Length: 100\r\n\r\n{`)), 408);
    await strict.drain();
  });

  it('logs each request with its id, status and time, and nothing a client wrote', async () => {
    const { log, lines } = keepLog();
    const ids: string[] = [];
    const logged = await startServer({
      log,
      newId: () => 'id-1',
      onActivity: async (_req, res, id) => {
        ids.push(id);
        res.send(200);
      },
    });
    await post(logged.url, activityJson({ text: 'secret' }));
    await fetch(`${logged.url}/secret?secret=1`);
    await logged.drain();
    const requests = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ msg }) => msg === 'request');
    assert.deepEqual(
      requests.map(({ correlationId, method, route, status }) => [correlationId, method, route, status]),
      [
        ['id-1', 'POST', '/api/messages', 200],
        ['id-1', 'GET', undefined, 404],
      ],
    );
    assert.ok(requests.every(({ ms }) => typeof ms === 'number'));
    assert.deepEqual(ids, ['id-1']);
    assert.ok(!lines.join('').includes('secret'));
  });
});
