import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '../../simulator/simulator.ts';
import { addBuyer, addCustomer, buy, type Desk, findItem, inside, itemsOf, newCustomer, openDesk } from './desk.ts';

describe('the control of the simulator', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  const control = async (method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`${desk.url}/simulator${path}`, init);
    return { status: response.status, body: await response.json() };
  };

  it('adds customers, as many as are asked for', async () => {
    const { body } = await control('POST', '/customers', { count: 3 });
    assert.equal(inside(body, ['customers', 'length']), 3);
    assert.equal(itemsOf(await desk.call('GET', '/customers')).length, 3);
    assert.equal((await control('POST', '/customers', { count: 0 })).status, 400);
    assert.equal((await control('POST', '/customers', { number: 3 })).status, 400);
  });

  it('takes faults, shows those that wait, and refuses those it does not know', async () => {
    assert.equal((await control('POST', '/faults', { kind: 429, retryAfter: 2 })).status, 200);
    assert.equal(inside((await control('GET', '/faults')).body, ['faults', 0, 'kind']), '429');
    for (const fault of [{ kind: 'other' }, { kind: 500, paths: '/' }, { kind: 500, times: 0 }, {}])
      assert.equal((await control('POST', '/faults', fault)).status, 400);
  });

  it('shows the calls with their ids and without their bodies', async () => {
    const headers = { 'MS-RequestId': 'r1', 'MS-CorrelationId': 'c1' };
    await desk.call('POST', '/customers', newCustomer('planted', { beside: { Secret: 'planted-mark' } }), { headers });
    await desk.call('GET', '/nowhere?x=1');
    const { body } = await control('GET', '/calls');
    const [, create, unknown] = inside(body, ['calls']) as readonly unknown[];
    const expected = { number: 2, method: 'POST', path: '/v1/customers', query: '', status: 201, token: 'app+user' };
    assert.deepEqual(create, { ...expected, requestId: 'r1', correlationId: 'c1' });
    assert.deepEqual(unknown, { number: 3, method: 'GET', path: '/v1/nowhere', query: 'x=1', status: 404 });
    assert.ok(!JSON.stringify(body).includes('planted-mark'));
    assert.ok(!/simulated-|Bearer/.test(JSON.stringify(body)));
  });

  it('decides what the service decides, and what kind of partner one is', async () => {
    const id = await addCustomer(desk, 'decided');
    await control('POST', `/customers/${id}`, { validationStatus: 'UnderReview' });
    const status = await desk.call('GET', `/customers/${id}/validationStatus?type=account`);
    assert.equal(status.at('status'), 'UnderReview');
    assert.equal((await control('POST', '/customers/none', { directSigned: true })).status, 404);
    await control('POST', '/partners', { tenantId: 'Direct', type: 'direct-bill', mpnId: '77' });
    const profile = await desk.call('GET', '/profiles/mpn', undefined, { tenant: 'direct' });
    assert.equal(profile.at('mpnId'), '77');
    for (const wrong of [{}, { tenantId: 'direct', type: 'other' }])
      assert.equal((await control('POST', '/partners', wrong)).status, 400);
  });

  it('forgets everything at a reset', async () => {
    await addCustomer(desk, 'forgotten');
    desk.fault({ kind: 500 });
    desk.setPartner({ tenantId: 'direct', type: 'direct-bill' });
    desk.reset();
    assert.deepEqual(desk.calls(), []);
    assert.equal(itemsOf(await desk.call('GET', '/customers')).length, 0);
    assert.equal((await desk.call('HEAD', '/domains/forgotten.onmicrosoft.com')).status, 404);
    const list = '/relationships?relationship_type=IsIndirectCloudSolutionProviderOf';
    assert.equal((await desk.call('GET', list, undefined, { tenant: 'direct' })).status, 200);
  });

  const statusOf = (headers: Record<string, string>, path = '/simulator/calls'): Promise<number> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(desk.url);
      request({ host: '127.0.0.1', port, path, headers, method: 'POST' }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });

  it('answers this machine only, and no page in a browser', async () => {
    assert.equal(await statusOf({ Host: 'simulator.example' }, '/simulator/reset'), 403);
    assert.equal(await statusOf({ Host: '127.0.0.1:1', Origin: 'http://page.example' }, '/simulator/reset'), 403);
    assert.equal(await statusOf({ Host: '127.0.0.1:1' }, '/simulator/reset'), 200);
    assert.equal(await statusOf({ Host: 'localhost' }, '/%'), 400);
    assert.equal(await statusOf({ Host: 'localhost' }, '/simulator/reset'), 200);
  });

  it('outlives bodies that are none', async () => {
    const { url } = desk;
    const send = async (body: string | Buffer, headers: Record<string, string> = {}) =>
      (await fetch(`${url}/simulator/faults`, { method: 'POST', body, headers })).status;
    assert.equal(await send('{'), 400);
    assert.equal(await send('{}', { 'Content-Encoding': 'gzip' }), 400);
    assert.equal(await send(Buffer.alloc(1024 * 1024 + 1)), 400);
    assert.equal((await desk.call('POST', '/customers', 'text')).status, 400);
    assert.equal((await desk.call('GET', '/customers')).status, 200);
  });
});

describe("the simulator's file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keeps customers, orders and subscriptions from one start to the next, and no password', async () => {
    const file = join(folder, 'simulator.json');
    const first = await openDesk({ file, newPassword: () => 'planted-Password1' });
    const customer = await addBuyer(first, 'kept');
    const { catalogItemId } = await findItem(first, 'Microsoft 365 E3');
    const id = await buy(first, customer, catalogItemId, 2);
    await first.close();
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.ok(!readFileSync(file, 'utf8').includes('planted'));
    const second = await openDesk({ file });
    const subscription = await second.call('GET', `/customers/${customer}/subscriptions/${id}`);
    assert.equal(subscription.at('quantity'), 2, subscription.text);
    assert.equal((await second.call('HEAD', '/domains/kept.onmicrosoft.com')).status, 200);
    await second.close();
  });

  it('is not taken from somebody else', async () => {
    const file = join(folder, 'other.json');
    writeFileSync(file, '{"schema":2}');
    await assert.rejects(startSimulator({ file }), /not a simulator's file/);
    assert.equal(readFileSync(file, 'utf8'), '{"schema":2}');
  });

  it('does not start on a port that is taken', async () => {
    const first = await startSimulator();
    await assert.rejects(startSimulator({ port: Number(new URL(first.url).port) }), /EADDRINUSE/);
    await first.close();
  });
});
