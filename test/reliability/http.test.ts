import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { words } from '../../locales/words.ts';
import { activityJson, opened as openedAt, post, sendRaw } from '../bot/desk.ts';
import { partnerOf } from '../conversations/walk.ts';
import { startConnectedBot, type ConnectedBot } from './connectedBot.ts';
import { eventually } from '../eventually.ts';
import { personAt } from './person.ts';
import { startRegisteredBot } from './registeredBot.ts';

const json = 'Content-Type: application/json\r\n';
const request = (headers: string, body = '', target = '/api/messages', host = 'Host: localhost\r\n'): string =>
  `POST ${target} HTTP/1.1\r\n${host}${headers}\r\n${body}`;
const withLength = (body: string): string =>
  request(`${json}Connection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`, body);
const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
const part = '--x\r\nContent-Disposition: form-data; name="f"; filename="f.bin"\r\n\r\nbytes\r\n--x--\r\n';

/** Bodies that fetch can send, by name: the headers, the body, and the status they get. */
const bodies: Readonly<Record<string, readonly [Record<string, string>, string | Buffer, number]>> = {
  'a body that is no gzip though it says so': [{ 'Content-Encoding': 'gzip' }, 'not gzip', 415],
  'a gzip cut off': [{ 'Content-Encoding': 'gzip' }, bomb.subarray(0, 100), 415],
  'a gzip of 50 MB': [{ 'Content-Encoding': 'gzip' }, bomb, 415],
  'an unknown encoding': [{ 'Content-Encoding': 'zstd' }, activityJson(), 415],
  'a form with a file': [{ 'Content-Type': 'multipart/form-data; boundary=x' }, part, 415],
  'a plain form': [{ 'Content-Type': 'application/x-www-form-urlencoded' }, 'type=message', 415],
  'JSON in UTF-16': [{ 'Content-Type': 'application/json; charset=utf-16' }, activityJson(), 415],
  '300 KB': [{}, activityJson({ text: 'x'.repeat(300 * 1024) }), 413],
  'JSON nested 5,000 deep': [{}, `{"type":"message","conversation":{"id":"c"},"value":${deep(5_000)}}`, 400],
  'bytes that are no UTF-8': [{}, Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400],
  'no JSON': [{}, '{"type":', 400],
  'JSON that is no activity': [{}, '[]', 400],
  'an empty body': [{}, '', 400],
};

/** Requests that only a socket can send, by name, and the status the last of them gets. */
const raw: Readonly<Record<string, readonly [string, number]>> = {
  'no Host': [request(json, '', '/api/messages', ''), 400],
  'a Host with a blank': [request(json, '', '/api/messages', 'Host: a b\r\n'), 400],
  'a Host that is no host': [request(json, '', '/api/messages', 'Host: [\r\n'), 400],
  'a Host with a path': [request(json, '', '/api/messages', 'Host: localhost/@evil.example\r\n'), 400],
  'another Host': [request(json, '', '/api/messages', 'Host: rebound.example\r\n'), 403],
  'another Origin': [request(`${json}Origin: https://evil.example\r\n`), 403],
  'a target that cannot be decoded': [request(json, '', '/%'), 400],
  'a target with two slashes': [request(json, '', '//['), 404],
  'a target of another kind': [request(json, '', 'http://['), 400],
  'a target that is a star': [request(json, '', '*'), 400],
  'something that is no HTTP': ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
  'headers of 100 KB': [request(`X: ${'x'.repeat(100 * 1024)}\r\n`), 431],
  'two lengths': [request(`${json}Content-Length: 2\r\nContent-Length: 3\r\n`, '{}'), 400],
  'a length and chunks': [request(`${json}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n`, '0\r\n\r\n'), 400],
  'chunks of no size': [request(`${json}Transfer-Encoding: chunked\r\n`, 'zz\r\n{}\r\n'), 400],
  '300 KB in chunks': [
    request(`${json}Transfer-Encoding: chunked\r\n`, `4b000\r\n${'x'.repeat(0x4b000)}\r\n0\r\n\r\n`),
    413,
  ],
  'garbage after a good request': [`GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n\0garbage\r\n\r\n`, 400],
  'a thousand requests at once, the last broken': [
    `${'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(1_000)}GET\r\n\r\n`,
    400,
  ],
};

describe('the HTTP server of the running bot', () => {
  let bot: ConnectedBot;
  let temporary: string[];
  const slowHeaders: Socket[] = [];

  const opened = (text: string): Promise<Socket> => openedAt(bot.port(), text);
  // What runs TypeScript here keeps its compiled files there.
  const left = async (): Promise<string[]> => (await readdir(bot.temporary)).filter((name) => !name.startsWith('tsx'));
  const expectWell = async (): Promise<void> => {
    assert.ok(bot.alive());
    const user = personAt(bot);
    await user.hello();
    assert.equal(user.title(), 'Customer Desk');
    assert.deepEqual(await left(), temporary);
  };

  before(async () => {
    bot = await startConnectedBot();
    temporary = await left();
    await expectWell();
    for (let count = 0; count < 50; count += 1)
      slowHeaders.push(await opened('POST /api/messages HTTP/1.1\r\nHost: lo'));
  });
  after(() => bot.clear());

  for (const [name, [headers, body, status]] of Object.entries(bodies)) {
    it(`answers ${String(status)} to ${name}, and goes on`, async () => {
      const response = await post(bot.url(), body, headers);
      assert.deepEqual([response.status, Object.keys((await response.json()) as object)], [status, ['code']]);
      await expectWell();
    });
  }

  for (const [name, [text, status]] of Object.entries(raw)) {
    it(`answers ${String(status)} to ${name}, and goes on`, async () => {
      const answer = await sendRaw(
        bot.port(),
        text.startsWith('POST') ? text.replace('\r\n', '\r\nConnection: close\r\n') : text,
      );
      const statuses = [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, found]) => Number(found));
      // Answers of good requests before a broken one may be lost with the connection.
      assert.deepEqual(
        [...new Set(statuses)].filter((found) => found !== 200),
        [status],
      );
      await expectWell();
    });
  }

  it('takes no notice of requests that are given up half-way', async () => {
    const before = bot.connector.calls.length;
    for (let count = 0; count < 50; count += 1) {
      const socket = await opened(withLength(activityJson({ text: 'x'.repeat(100 * count) })).slice(0, -10));
      socket.destroy();
    }
    assert.equal(bot.connector.calls.length, before);
    await expectWell();
  });

  it('answers while 1,000 bodies come slowly and 500 connections are idle', async () => {
    const slow = await Promise.all(
      Array.from({ length: 1_000 }, () => opened(withLength(activityJson()).slice(0, -10))),
    );
    const idle = await Promise.all(Array.from({ length: 500 }, () => opened('')));
    await expectWell();
    assert.ok([...slow, ...idle].every((socket) => !socket.destroyed));
    for (const socket of [...slow, ...idle]) socket.destroy();
    await expectWell();
  });

  it('does not wait for ever for headers', async () => {
    for (const socket of slowHeaders) socket.resume();
    await eventually('the connections are closed', () => slowHeaders.every(({ readyState }) => readyState !== 'open'));
    await expectWell();
  });

  it('has written nothing of all that into its log but codes', () => {
    const lines = bot
      .output()
      .split('\n')
      .filter((line) => line !== '');
    for (const line of lines) assert.doesNotMatch(line, /evil|rebound|garbage|form-data|xxxx/);
    assert.ok(!lines.some((line) => line.includes('"level":"fatal"')));
    assert.doesNotMatch(bot.errors(), /rror/);
  });
});

describe('the HTTP server of a registered bot', () => {
  it('answers Teams while strangers hold 1,000 requests open that they never end, and is ready meanwhile', async () => {
    const partner = partnerOf(5);
    const desk = await startRegisteredBot([partner]);
    const user = personAt(desk, { manner: 'teams', partner });
    await user.say('help');
    const half = request(`${json}Content-Length: 200000\r\n`, '{');
    await Promise.all(Array.from({ length: 1_000 }, () => openedAt(desk.bot.port(), half)));
    await user.say('hello');
    assert.equal(user.title(), words('en').t('home.title'));
    assert.equal((await fetch(`${desk.bot.url()}/readyz`)).status, 200);
    await desk.clear();
  });
});
