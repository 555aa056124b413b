import assert from 'node:assert/strict';
import { StorageUnavailable } from '../../storage/documents.ts';
import { createLog, safeError, hashedUser, routeConsole } from '../../bot/log.ts';

const capture = () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
};

describe('log', () => {
  it('writes one JSON line with an ISO time and no machine or process', () => {
    const { log, lines, last } = capture();
    log.info({ correlationId: 'c1', ms: 12 }, 'turn');
    assert.equal(lines.length, 1);
    const { time, ...rest } = last();
    assert.match(String(time), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    assert.deepEqual(rest, { level: 'info', correlationId: 'c1', ms: 12, msg: 'turn' });
  });

  it('keeps authorization headers, passwords, texts and values out', () => {
    const { log, lines } = capture();
    log.info({
      headers: { authorization: 'Bearer secret' },
      password: 'secret',
      activity: { text: 'secret', value: 'secret' },
    });
    assert.ok(lines[0]?.includes('headers') && !lines[0].includes('secret'));
  });

  it('logs of an error its name, codes, first line and places, without addresses and tokens', () => {
    const { log, last } = capture();
    const error = Object.assign(new TypeError('no ann@fabrikam.example, Bearer abc.def\nsecond line'), {
      statusCode: 412,
      data: 'x',
    });
    log.error({ err: error }, 'failed');
    const { at, ...rest } = last()['err'] as Record<string, unknown>;
    assert.deepEqual(rest, { name: 'TypeError', message: 'no …@… Bearer …', status: 412 });
    assert.ok(Array.isArray(at) && at.length > 0);
    assert.equal(String(safeError(new Error('x'.repeat(1000)))['message']).length, 300);
    assert.deepEqual(safeError({ password: 'x' }), { name: 'object' });
  });

  it('logs of the errors behind one their names, codes and statuses alone', () => {
    const { log, lines, last } = capture();
    const service = Object.assign(new Error('at https://desk.example/?sig=secret'), {
      statusCode: 403,
      code: 'AuthenticationFailed',
      details: { message: 'secret' },
      cause: Object.assign(new Error('secret'), { code: 'ECONNREFUSED' }),
    });
    log.error({ err: new StorageUnavailable('list', 'jobs', service) }, 'failed');
    const { name, message, cause } = last()['err'] as Record<string, unknown>;
    assert.equal(name, 'StorageUnavailable');
    assert.match(String(message), /403 AuthenticationFailed/);
    assert.deepEqual(cause, {
      name: 'Error',
      code: 'AuthenticationFailed',
      status: 403,
      cause: { name: 'Error', code: 'ECONNREFUSED' },
    });
    assert.ok(!lines.join('').includes('secret'));
    const ring = new Error('around');
    ring.cause = ring;
    log.error({ err: ring }, 'failed');
    assert.equal(lines.length, 2);
  });

  it('logs the same of an error and of what `failure` made of it', () => {
    const { log, last } = capture();
    const error = new TypeError('no connection');
    log.error({ err: error }, 'failed');
    const { err } = last();
    log.error({ err: safeError(error) }, 'failed');
    assert.deepEqual(last()['err'], err);
  });

  it('gives a user a short name that is steady and does not tell who it is', () => {
    const name = hashedUser('tenant', 'user');
    assert.match(name, /^[0-9a-f]{16}$/);
    assert.equal(name, hashedUser('tenant', 'user'));
    assert.notEqual(name, hashedUser('tenant2', 'user'));
    assert.notEqual(hashedUser('a', 'bc'), hashedUser('ab', 'c'));
  });

  it('takes in what the SDK writes to the console: first lines, never values', () => {
    const { log, lines, last } = capture();
    const restore = routeConsole(log);
    try {
      console.error(new Error('refused\nbody: secret'));
      assert.equal(last()['msg'], 'Error: refused');
      console.warn(`long ${'x'.repeat(500)}`, { secret: 'secret' }, 'secret');
      assert.equal(String(last()['msg']).length, 300);
      assert.equal(last()['level'], 'warn');
      console.error({ secret: 'secret' });
      assert.equal(last()['msg'], 'object');
      console.error('while sending:', new Error('reset'));
      assert.equal(last()['msg'], 'while sending: Error: reset');
    } finally {
      restore();
    }
    assert.equal(lines.length, 4);
    assert.ok(!lines.join('').includes('secret'));
  });

  it('gives the console back', () => {
    const { error } = console;
    routeConsole(capture().log)();
    assert.equal(console.error, error);
  });
});
