import assert from 'node:assert/strict';
import { addBuyer, codeOf, type Desk, findItem, itemsOf, newCustomer, openDesk, type Reply } from './desk.ts';
import type { FaultInput } from '../../simulator/faultInjection.ts';

describe('a fault', () => {
  let desk: Desk;
  const waited: number[] = [];
  beforeEach(async () => {
    waited.length = 0;
    desk = await openDesk({ wait: async (milliseconds) => void waited.push(milliseconds) });
  });
  afterEach(() => desk.close());

  const create = (fault: FaultInput, signal?: AbortSignal): Promise<Reply> => {
    desk.fault({ method: 'POST', path: '/v1/customers', ...fault });
    const headers = { 'MS-RequestId': 'r1' };
    return desk.call(
      'POST',
      '/customers',
      newCustomer('faulty'),
      signal === undefined ? { headers } : { headers, signal },
    );
  };

  const count = async () => itemsOf(await desk.call('GET', '/customers')).length;

  /** Ends the call as soon as the simulator has taken it. */
  const impatient = async (fault: FaultInput): Promise<unknown> => {
    const patience = new AbortController();
    const failed = create(fault, patience.signal).catch((error: unknown) => error);
    while (!desk.calls().some((call) => call.fault !== undefined))
      await new Promise((resolve) => setImmediate(resolve));
    patience.abort();
    return failed;
  };

  const again = () => desk.call('POST', '/customers', newCustomer('faulty'), { headers: { 'MS-RequestId': 'r1' } });

  it('500 comes before the work', async () => {
    assert.equal((await create({ kind: 500 })).status, 500);
    assert.equal(await count(), 0);
  });

  it('500-after comes after it, and the work is found again', async () => {
    assert.equal((await create({ kind: '500-after' })).status, 500);
    assert.equal(await count(), 1);
    assert.equal((await again()).status, 201);
    assert.equal(await count(), 1);
  });

  it('429 names the wait, in seconds or as a date', async () => {
    assert.equal((await create({ kind: 429, retryAfter: 3 })).headers.get('Retry-After'), '3');
    const date = 'Mon, 01 Jun 2026 12:00:05 GMT';
    assert.equal((await create({ kind: '429', retryAfter: date })).headers.get('Retry-After'), date);
    assert.equal(await count(), 0);
  });

  it('timeout-after does the work and never answers', async () => {
    assert.ok((await impatient({ kind: 'timeout-after' })) instanceof Error);
    assert.equal(await count(), 1);
    const found = await again();
    assert.ok(found.at('userCredentials', 'password'));
    assert.equal(await count(), 1);
  });

  it('timeout-before does nothing and never answers', async () => {
    assert.ok((await impatient({ kind: 'timeout-before' })) instanceof Error);
    assert.equal(await count(), 0);
  });

  it('drop cuts the connection before the work, drop-after after it', async () => {
    await assert.rejects(create({ kind: 'drop' }));
    assert.equal(await count(), 0);
    await assert.rejects(create({ kind: 'drop-after' }));
    assert.equal(await count(), 1);
  });

  it('slow holds the answer back for so many milliseconds', async () => {
    assert.equal((await create({ kind: 'slow', delay: 250 })).status, 201);
    assert.deepEqual(waited, [250]);
  });

  it('bom puts a byte-order mark before the answer', async () => {
    const { status, text } = await create({ kind: 'bom' });
    assert.deepEqual([status, text.charCodeAt(0), text.charAt(1)], [201, 0xfeff, '{']);
  });

  it('html is the page of a gateway', async () => {
    const { status, headers, text } = await create({ kind: 'html' });
    assert.deepEqual([status, headers.get('Content-Type')], [502, 'text/html']);
    assert.match(text, /^<html>/);
    assert.equal((await create({ kind: 'html', status: 200 })).status, 200);
  });

  it('429-after and error-after are said of what was done', async () => {
    assert.equal((await create({ kind: '429-after', retryAfter: 3 })).headers.get('Retry-After'), '3');
    assert.equal(await count(), 1);
    desk.fault({
      method: 'POST',
      path: '/v1/customers',
      kind: 'error-after',
      code: 27002,
      data: ['property_name: email'],
    });
    const half = await desk.call('POST', '/customers', newCustomer('half'), { headers: { 'MS-RequestId': 'r2' } });
    assert.deepEqual([half.status, codeOf(half), await count()], [400, '27002', 2]);
  });

  it('item-without-id and next-in-address make odd lists', async () => {
    desk.addCustomers(600);
    desk.fault({ kind: 'item-without-id', path: '/v1/customers' });
    const items = itemsOf(await desk.call('GET', '/customers'));
    assert.deepEqual([Object.hasOwn(items[0] ?? {}, 'id'), Object.hasOwn(items[1] ?? {}, 'id')], [false, true]);
    desk.fault({ kind: 'next-in-address', path: '/v1/customers' });
    const page = await desk.call('GET', '/customers?size=500');
    assert.equal(page.at('continuationToken'), undefined);
    const next = String(page.at('links', 'next', 'uri'));
    assert.equal(itemsOf(await desk.call('GET', next)).length, 100);
  });

  it('error is any documented error, answer anything at all', async () => {
    const documented = await create({ kind: 'error', code: 900309 });
    assert.deepEqual([documented.status, codeOf(documented)], [403, '900309']);
    const other = await create({ kind: 'answer', status: 418, body: { message: 'a' } });
    assert.deepEqual([other.status, other.body], [418, { message: 'a' }]);
  });

  it('befalls the login too', async () => {
    const error = { error: 'interaction_required', error_description: 'AADSTS50076: MFA', error_codes: [50076] };
    desk.fault({ kind: 'answer', path: '/*/oauth2/**', status: 400, body: error });
    const reply = await desk.login({ client_id: 'a', client_secret: 'b', grant_type: 'client_credentials' });
    assert.deepEqual([reply.status, reply.body], [400, error]);
  });

  it('line-error and order-error lie inside a 201', async () => {
    const customer = await addBuyer(desk, 'inside');
    const { catalogItemId } = await findItem(desk, 'Microsoft 365 E3');
    const lineItems = [{ id: 0, catalogItemId, quantity: 1, billingCycle: 'monthly', termDuration: 'P1Y' }];
    desk.fault({ kind: 'line-error', code: '10002', path: '/v1/customers/*/carts' });
    const bad = await desk.call('POST', `/customers/${customer}/carts`, { lineItems });
    assert.deepEqual([bad.status, bad.at('lineItems', 0, 'error', 'errorCode')], [201, '10002']);
    const nothing = await desk.call('POST', `/customers/${customer}/carts/${String(bad.at('id'))}/checkout`);
    assert.equal(codeOf(nothing), '800009');
    const good = await desk.call('POST', `/customers/${customer}/carts`, { lineItems });
    desk.fault({ kind: 'order-error', code: '2091', path: '/v1/customers/*/carts/*/checkout' });
    const path = `/customers/${customer}/carts/${String(good.at('id'))}/checkout`;
    const partly = await desk.call('POST', path);
    assert.deepEqual([partly.status, partly.at('orders'), partly.at('orderErrors', 0, 'code')], [201, [], 2091]);
    assert.equal((await desk.call('POST', path)).at('orders', 'length'), 1);
  });

  it('befalls as many calls as it says, after as many as it says, and only those that fit', async () => {
    desk.fault({ kind: 500, method: 'get', path: '/v1/customers/*', skip: 1, times: 2 });
    const [customer] = desk.addCustomers(1);
    const path = `/customers/${customer?.id ?? ''}`;
    const statuses = [];
    for (let at = 0; at < 5; at += 1) statuses.push((await desk.call('GET', path)).status);
    assert.deepEqual(statuses, [200, 500, 500, 200, 200]);
    desk.fault({ kind: 500, path: '/v1/customers/*' });
    assert.equal((await desk.call('GET', `${path}/orders`)).status, 200);
    assert.equal((await desk.call('GET', '/customers')).status, 200);
    assert.equal((await desk.call('GET', path)).status, 500);
  });
});
