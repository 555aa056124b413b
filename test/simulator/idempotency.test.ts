import assert from 'node:assert/strict';
import { addBuyer, addCustomer, codeOf, consent, type Desk, findItem, itemsOf, newCustomer, openDesk } from './desk.ts';

describe('a call that is sent again with its MS-RequestId', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  const as = (id: string) => ({ headers: { 'MS-RequestId': id } });

  it('makes one customer, and gives the same credentials again', async () => {
    const first = await desk.call('POST', '/customers', newCustomer('again'), as('r1'));
    const second = await desk.call('POST', '/customers', newCustomer('again'), as('R1'));
    assert.equal(second.text, first.text);
    assert.ok(String(first.at('userCredentials', 'password')).length > 8);
    assert.equal(itemsOf(await desk.call('GET', '/customers')).length, 1);
    assert.deepEqual(
      desk.calls().flatMap(({ replayed }) => replayed ?? []),
      [true],
    );
  });

  it('is another call with another id, another body or another address', async () => {
    await desk.call('POST', '/customers', newCustomer('other1'), as('r1'));
    assert.equal(codeOf(await desk.call('POST', '/customers', newCustomer('other1'), as('r2'))), '3000');
    assert.equal((await desk.call('POST', '/customers', newCustomer('other2'), as('r1'))).status, 201);
    const tenant = '00000000-0000-4000-8000-000000000002';
    const foreign = await desk.call('POST', '/customers', newCustomer('other1'), { tenant, ...as('r1') });
    assert.equal(codeOf(foreign), '3000');
  });

  it('is done when it was refused before and is no longer', async () => {
    const customer = await addCustomer(desk, 'later');
    const path = `/customers/${customer}/agreements`;
    desk.fault({ kind: 'error', code: '600061', method: 'POST', path: '/v1/customers/*/agreements' });
    assert.equal((await desk.call('POST', path, consent(), as('r1'))).status, 409);
    assert.equal((await desk.call('POST', path, consent(), as('r1'))).status, 201);
    assert.equal((await desk.call('POST', path, consent(), as('r1'))).status, 201);
    assert.equal(itemsOf(await desk.call('GET', `${path}?agreementType=MicrosoftCustomerAgreement`)).length, 1);
  });

  it('orders once', async () => {
    const customer = await addBuyer(desk, 'orders');
    const { catalogItemId } = await findItem(desk, 'Microsoft 365 E3');
    const lineItems = [{ id: 0, catalogItemId, quantity: 1, billingCycle: 'monthly', termDuration: 'P1Y' }];
    const carts = `/customers/${customer}/carts`;
    const cart = await desk.call('POST', carts, { lineItems }, as('r1'));
    assert.equal((await desk.call('POST', carts, { lineItems }, as('r1'))).at('id'), cart.at('id'));
    const checkout = `${carts}/${String(cart.at('id'))}/checkout`;
    const done = await desk.call('POST', checkout, undefined, as('r2'));
    assert.equal((await desk.call('POST', checkout, undefined, as('r2'))).text, done.text);
    assert.equal(itemsOf(await desk.call('GET', `/customers/${customer}/orders`)).length, 1);
  });
});
