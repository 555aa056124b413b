import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { activityJson, post, sendRaw, startServer } from '../desk.ts';

const outcome = async (response: Response): Promise<[number, unknown]> => {
  const body = (await response.json()) as { code?: unknown };
  assert.deepEqual(Object.keys(body), ['code']);
  return [response.status, body.code];
};

describe('a request body', () => {
  let desk: Awaited<ReturnType<typeof startServer>>;
  before(async () => {
    desk = await startServer();
  });
  after(() => desk.drain());

  const refused = async (body: string | Buffer, headers: Record<string, string> = {}) =>
    outcome(await post(desk.url, body, headers));

  it('arrives as it was sent', async () => {
    const response = await post(desk.url, activityJson({ text: '陳小姐 — Привет' }));
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), { type: 'message', conversation: { id: 'c1' }, text: '陳小姐 — Привет' });
  });

  it('is JSON in UTF-8, whichever way that is spelt', async () => {
    for (const type of ['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])
      assert.equal((await post(desk.url, activityJson(), { 'Content-Type': type })).status, 200, type);
    for (const type of [
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
      'application/jsonp',
    ])
      assert.deepEqual(await refused(activityJson(), { 'Content-Type': type }), [415, 'contentType'], type);
    assert.deepEqual(await refused(Buffer.from([0x7b, 0xff, 0x7d])), [400, 'notUtf8']);
  });

  it('is never unpacked, and a broken archive does not end the process', async () => {
    for (const body of [Buffer.from('this is no gzip'), gzipSync(activityJson())])
      assert.deepEqual(await refused(body, { 'Content-Encoding': 'gzip' }), [415, 'contentEncoding']);
    assert.equal((await fetch(`${desk.url}/healthz`)).status, 200);
  });

  it('has at most 256 KB, told or not', async () => {
    const big = activityJson({ text: 'x'.repeat(300 * 1024) });
    assert.deepEqual(await refused(big), [413, 'bodyTooLarge']);
    const chunk = `${(64 * 1024).toString(16)}\r\n${'x'.repeat(64 * 1024)}\r\n`;
    const head =
      'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n';
    const answer = await sendRaw(desk.port, `${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}0\r\n\r\n`);
    assert.match(answer, /^HTTP\/1\.1 413 /);
    const most = activityJson({ text: '' }).length;
    assert.equal((await post(desk.url, activityJson({ text: 'x'.repeat(256 * 1024 - most) }))).status, 200);
  });

  it('is an object with a type and a conversation', async () => {
    for (const body of [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '1',
      '{}',
      '{"type":"message"}',
      '{"type":1,"conversation":{"id":"c"}}',
    ])
      assert.equal((await refused(body))[0], 400, body);
    for (const conversation of [null, 'c', {}, { id: '' }, { id: 7 }, ['c']])
      assert.deepEqual(await refused(activityJson({ conversation })), [400, 'notAnActivity']);
  });

  it('nests at most 64 deep', async () => {
    const nested = (depth: number, left = '[', right = ']') =>
      `{"type":"message","conversation":{"id":"c"},"value":${left.repeat(depth)}1${right.repeat(depth)}}`;
    assert.equal((await post(desk.url, nested(63))).status, 200);
    assert.deepEqual(await refused(nested(64)), [400, 'tooDeep']);
    assert.deepEqual(await refused(nested(5_000)), [400, 'tooDeep']);
    assert.deepEqual(await refused(nested(40_000, '{"a":', '}')), [400, 'tooDeep']);
    assert.equal((await post(desk.url, activityJson({ text: `\\"${'[{'.repeat(100)}` }))).status, 200);
  });

  it('cannot change the prototype of anything, however the key is spelt', async () => {
    for (const key of ['__proto__', '__\\u0070roto__', '\\u005F_proto__']) {
      const body = `{"type":"message","conversation":{"id":"c"},"value":{"${key}":{"admin":true},"kept":1}}`;
      const text = await (await post(desk.url, body)).text();
      assert.equal(text, '{"type":"message","conversation":{"id":"c"},"value":{"kept":1}}', key);
    }
  });

  it('gets 200 or a code whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), async (body) => {
        const response = await post(desk.url, body);
        assert.ok([200, 400].includes(response.status), String(response.status));
        await response.arrayBuffer();
      }),
      { numRuns: 60 },
    );
  });
});
