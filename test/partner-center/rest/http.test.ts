import assert from 'node:assert/strict';
import * as z from 'zod';
import type { RestRequest } from '../../../partner-center/rest/http.ts';
import { isOutcomeUnknown, RestError } from '../../../partner-center/rest/restError.ts';
import { example } from './example.ts';
import { now, type Reply, stub } from './stub.ts';

const get: RestRequest = { method: 'GET', path: 'agreements', token: 'app' };
const post: RestRequest = { method: 'POST', path: 'customers', body: { a: 1 }, token: 'app' };
const stage = '0a0a0a0a-0000-4000-8000-000000000001';

const ok: Reply = { body: { fine: true } };
const busy = (headers = {}): Reply => ({ status: 429, body: example('throttled').response.body, headers });

const refusal = async (work: Promise<unknown>): Promise<RestError> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof RestError, `not refused: ${String(error)}`);
  return error;
};

describe('a call of Partner Center', () => {
  it('carries its token, its ids, its contract, its language and its name', async () => {
    const { client, sent } = stub([ok]);
    await client.send({ ...post, requestId: stage, etag: 'e-1', continuation: 'next', token: 'user' });
    const { authorization, ...headers } = sent[0]?.headers ?? {};
    assert.equal(authorization, 'Bearer user-token');
    assert.deepEqual(headers, {
      accept: 'application/json',
      'content-type': 'application/json',
      'if-match': '"e-1"',
      'ms-continuationtoken': 'next',
      'ms-contract-version': 'v1',
      'ms-correlationid': '00000000-0000-4000-8000-000000000001',
      'ms-partnercenter-application': 'Customer Desk',
      'ms-requestid': stage,
      'x-locale': 'en-US',
    });
  });

  it('leaves an ETag in quotes as it is', async () => {
    const { client, sent } = stub([ok]);
    await client.send({ ...get, etag: '"e-1"' });
    assert.equal(sent[0]?.headers['if-match'], '"e-1"');
  });

  it('takes answers with a byte-order mark, two of them, or property names in capitals', async () => {
    for (const text of ['\uFEFF{"Fine":true}', '\uFEFF\uFEFF{"fine":true}', ' {"Fine":true}\n']) {
      const { client } = stub([{ text }]);
      assert.deepEqual((await client.send(get)).body, { fine: true });
    }
  });

  it('waits the seconds of Retry-After, and the time until its date, then asks again under a new request id', async () => {
    const date = new Date(now.getTime() + 4_000).toUTCString();
    for (const [header, pause] of [
      ['7', 7_000],
      [date, 4_000],
    ] as const) {
      const { client, sent, waits } = stub([busy({ 'retry-after': header }), ok]);
      await client.send({ ...post, requestId: stage });
      assert.deepEqual(waits, [pause]);
      assert.equal(sent[0]?.headers['ms-requestid'], stage);
      assert.notEqual(sent[1]?.headers['ms-requestid'], stage);
    }
  });

  for (const call of [get, { ...post, requestId: stage, once: true }])
    it(`brings another token once when the first was refused (${call.method})`, async () => {
      const asked: (string | undefined)[] = [];
      const tokens = {
        async token(_kind: string, refused?: string) {
          asked.push(refused);
          return refused === undefined ? 'old' : 'new';
        },
      };
      const { client, sent } = stub([{ status: 401 }, ok], { tokens });
      assert.deepEqual((await client.send(call)).body, { fine: true });
      assert.deepEqual(asked, [undefined, 'old']);
      assert.deepEqual(
        sent.map(({ headers }) => headers['authorization']),
        ['Bearer old', 'Bearer new'],
      );
      assert.notEqual(sent[0]?.headers['ms-requestid'], sent[1]?.headers['ms-requestid']);
      const always = stub([{ status: 401 }], { tokens });
      assert.equal((await refusal(always.client.send(call))).fault.reason, 'token');
      assert.equal(always.sent.length, 2);
    });

  it('asks whether the consent has a second factor, and is told', async () => {
    for (const [header, compliant] of [
      ['true', true],
      ['False', false],
      [undefined, undefined],
    ] as const) {
      const { client, sent } = stub([
        { ...ok, ...(header === undefined ? {} : { headers: { isMfaCompliant: header } }) },
      ]);
      assert.equal((await client.send({ ...get, validateMfa: true })).mfaCompliant, compliant);
      assert.equal(sent[0]?.headers['validatemfa'], 'true');
    }
  });

  it('tells of a Retry-After longer than it may wait', async () => {
    const { client, sent, waits } = stub([busy({ 'retry-after': '57' })]);
    const { fault, retryable } = await refusal(client.send(get));
    assert.deepEqual([fault.reason, fault.retryAfter, retryable], ['throttled', 57, true]);
    assert.deepEqual([sent.length, waits], [1, []]);
  });

  it('gives up after four tries', async () => {
    const { client, sent } = stub([busy({ 'retry-after': '1' })]);
    assert.equal((await refusal(client.send(get))).fault.reason, 'throttled');
    assert.equal(sent.length, 4);
  });

  for (const [name, reply, reason] of [
    ['500', { status: 500 }, 'service-fault'],
    ['502', { status: 502, text: '<html>Bad gateway</html>' }, 'service-fault'],
    ['503', { status: 503 }, 'service-fault'],
    ['a broken connection', 'broken', 'unavailable'],
    ['silence', 'silent', 'unavailable'],
  ] as const) {
    it(`reads again after ${name}, a question asked by POST too, and never repeats a change`, async () => {
      for (const read of [get, { ...post, asks: true }]) {
        const reading = stub([reply, ok]);
        assert.deepEqual((await reading.client.send(read)).body, { fine: true });
      }
      const changing = stub([reply, ok]);
      const error = await refusal(changing.client.send(post));
      assert.equal(changing.sent.length, 1);
      assert.deepEqual([error.fault.reason, error.retryable, isOutcomeUnknown(error)], [reason, true, true]);
    });
  }

  for (const reply of ['broken', 'silent'] as const) {
    it(`repeats a change with a request id of its own under that same id when it stayed ${reply}`, async () => {
      const { client, sent } = stub([reply, reply, ok]);
      await client.send({ ...post, requestId: stage });
      assert.deepEqual(
        sent.map(({ headers }) => headers['ms-requestid']),
        [stage, stage, stage],
      );
      assert.equal(new Set(sent.map(({ headers }) => headers['ms-correlationid'])).size, 3);
    });
  }

  it('makes a change that must be looked up first only once, request id or not', async () => {
    const { client, sent } = stub(['silent', ok]);
    await refusal(client.send({ ...post, requestId: stage, once: true }));
    assert.equal(sent.length, 1);
  });

  it('does not repeat a change with its own request id after a 500', async () => {
    const { client, sent } = stub([{ status: 500 }, ok]);
    await refusal(client.send({ ...post, requestId: stage }));
    assert.equal(sent.length, 1);
  });

  it('ends with the caller’s reason when the caller aborts, and is not tried again', async () => {
    const reason = new Error('stopping');
    for (const inSettings of [true, false]) {
      const controller = new AbortController();
      const { client, sent } = stub(
        () => {
          controller.abort(reason);
          return 'silent';
        },
        inSettings ? { signal: controller.signal, limits: {} } : { limits: {} },
      );
      const call = inSettings ? get : { ...get, signal: controller.signal };
      await assert.rejects(client.send(call), (error) => error === reason);
      assert.equal(sent.length, 1);
    }
  });

  it('ends with the caller’s reason when the caller aborts while a login stands still', async () => {
    const reason = new Error('stopping');
    for (const inSettings of [true, false]) {
      const controller = new AbortController();
      const { client, sent } = stub([ok], {
        tokens: { token: async () => new Promise<string>(() => setImmediate(() => controller.abort(reason))) },
        ...(inSettings ? { signal: controller.signal } : {}),
      });
      const call = inSettings ? get : { ...get, signal: controller.signal };
      await assert.rejects(client.send(call), (error) => error === reason);
      assert.equal(sent.length, 0);
    }
  });

  it('never follows a redirect, which would take the token along', async () => {
    let redirect: unknown;
    const { client } = stub([ok], {
      fetch: async (_input, init) => {
        redirect = init?.redirect;
        return new Response('{}');
      },
    });
    await client.send(get);
    assert.equal(redirect, 'error');
  });

  it('shows the correlation id of the try that failed', async () => {
    const { client, sent } = stub([{ status: 400, body: { code: 2030 } }]);
    assert.equal((await refusal(client.send(get))).correlationId, sent[0]?.headers['ms-correlationid']);
  });

  it('says nothing of what was sent or answered in its errors: no token, name, e-mail or password', async () => {
    const marks = ['MARK-token', 'MARK-name', 'mark@customer.example', 'MARK-password'];
    const body = {
      code: 'MARK name',
      description: marks.join(' '),
      data: marks,
      userCredentials: { password: marks[3] },
    };
    for (const reply of [{ status: 400, body }, { status: 500, body }, 'broken', { body }] as const) {
      const { client } = stub([reply], { tokens: { token: async () => 'MARK-token' } });
      const call = { ...post, body: { name: marks[1], email: marks[2] }, requestId: stage, once: true };
      const error = await refusal(client.read(z.object({ id: z.string() }), call));
      const told = [error.message, error.stack, String(error.cause)].join('\n');
      for (const mark of [...marks, body.code]) assert.ok(!told.includes(mark), mark);
    }
  });
});
