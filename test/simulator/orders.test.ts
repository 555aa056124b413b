import assert from 'node:assert/strict';
import { addBuyer, addCustomer, buy, codeOf, consent, type Desk, findItem, inside, itemsOf, openDesk } from './desk.ts';

const tenantId = '00000000-0000-4000-8000-000000000001';

describe('a simulated order', () => {
  let desk: Desk;
  let suite: string;
  let addOn: string;
  let trial: string;

  beforeEach(async () => {
    desk = await openDesk();
    suite = (await findItem(desk, 'Microsoft 365 Business')).catalogItemId;
    addOn = (await findItem(desk, 'Audio Conferencing')).catalogItemId;
    trial = (await findItem(desk, 'Microsoft 365 Business Trial', 'Microsoft 365 Business')).catalogItemId;
  });
  afterEach(() => desk.close());

  const line = (catalogItemId: string, quantity: number, change: object = {}) => ({
    catalogItemId,
    quantity,
    billingCycle: 'monthly',
    termDuration: 'P1Y',
    ...change,
  });

  const cartFor = async (customer: string, lines: readonly object[]) =>
    desk.call('POST', `/customers/${customer}/carts`, { lineItems: lines.map((one, id) => ({ id, ...one })) });

  const checkOut = async (customer: string, lines: readonly object[]) => {
    const cart = await cartFor(customer, lines);
    assert.equal(cart.status, 201, cart.text);
    return desk.call('POST', `/customers/${customer}/carts/${String(cart.at('id'))}/checkout`);
  };

  it('tells a bad line inside a 201, and keeps the others', async () => {
    const customer = await addBuyer(desk, 'lines');
    const max = Number(inside((await findItem(desk, 'Microsoft 365 Business')).sku, ['maximumQuantity']));
    const cart = await cartFor(customer, [
      line(suite, 3),
      line('CFQ7TTC00000:0001:CFQ7TTC00000', 1),
      line(suite, max + 1),
      line(suite, 0),
      line(suite, 1.5),
    ]);
    assert.equal(cart.status, 201);
    const codes = [0, 1, 2, 3, 4].map((at) => cart.at('lineItems', at, 'error', 'errorCode'));
    assert.deepEqual(codes, [undefined, '10001', '10015', '10010', '10010']);
    const done = await desk.call('POST', `/customers/${customer}/carts/${String(cart.at('id'))}/checkout`);
    assert.deepEqual([done.status, done.at('orders', 0, 'lineItems', 'length')], [201, 1], done.text);
  });

  it('does not know availability ids of an older catalogue', async () => {
    const customer = await addBuyer(desk, 'stale');
    desk.renewCatalogue();
    const cart = await cartFor(customer, [line(suite, 1)]);
    assert.equal(cart.at('lineItems', 0, 'error', 'errorCode'), '10001');
    const fresh = (await findItem(desk, 'Microsoft 365 Business')).catalogItemId;
    assert.equal((await cartFor(customer, [line(fresh, 1)])).at('lineItems', 0, 'error'), undefined);
  });

  it('refuses a term or a cycle that is not sold', async () => {
    const customer = await addBuyer(desk, 'terms');
    for (const change of [{ termDuration: 'P3Y' }, { billingCycle: 'triennial' }]) {
      const reply = await cartFor(customer, [line(suite, 1, change)]);
      assert.deepEqual([reply.status, codeOf(reply)], [400, '400039']);
    }
  });

  it('sells a trial of its fixed size only', async () => {
    const customer = await addBuyer(desk, 'trial');
    const plan = { billingCycle: 'none', termDuration: 'P1M' };
    const wrong = await cartFor(customer, [line(trial, 1, plan)]);
    assert.equal(wrong.at('lineItems', 0, 'error', 'errorCode'), '10010');
    const done = await checkOut(customer, [line(trial, 25, plan)]);
    assert.equal(done.at('orders', 0, 'status'), 'pending', done.text);
  });

  it('needs an agreement: recorded, or signed by the customer', async () => {
    const customer = await addCustomer(desk, 'bare');
    const refused = await checkOut(customer, [line(suite, 1)]);
    assert.deepEqual([refused.status, codeOf(refused)], [403, '13605']);
    desk.setCustomer(customer, { directSigned: true });
    assert.equal((await checkOut(customer, [line(suite, 1)])).status, 201);
  });

  it('is not helped by the retired Cloud Agreement', async () => {
    const customer = await addCustomer(desk, 'retired');
    const body = { ...consent(), templateId: '998b88de-aa99-4388-a42c-1b3517d49490' };
    await desk.call('POST', `/customers/${customer}/agreements`, body);
    assert.equal(codeOf(await checkOut(customer, [line(suite, 1)])), '13605');
  });

  it('waits for an account that is under review', async () => {
    const customer = await addBuyer(desk, 'review');
    for (const [validationStatus, code] of [
      ['UnderReview', '800073'],
      ['Unknown', '800074'],
      ['NotAllowed', '800075'],
    ]) {
      desk.setCustomer(customer, { validationStatus });
      const reply = await checkOut(customer, [line(suite, 1)]);
      assert.deepEqual([reply.status, codeOf(reply)], [403, code]);
    }
    for (const validationStatus of ['Not Ready', 'none', 'Allowed']) {
      desk.setCustomer(customer, { validationStatus });
      assert.equal((await checkOut(customer, [line(suite, 1)])).status, 201, validationStatus);
    }
  });

  it('is partly done when a group holds an add-on without its base', async () => {
    const customer = await addBuyer(desk, 'partly');
    const alone = (await findItem(desk, 'Visio Online Plan 1')).catalogItemId;
    const done = await checkOut(customer, [line(alone, 1), line(addOn, 1, { billingCycle: 'annual' })]);
    assert.equal(done.status, 201);
    assert.deepEqual(inside(done.body, ['orders', 'length']), 1);
    assert.deepEqual(
      [done.at('orderErrors', 0, 'orderGroupId'), done.at('orderErrors', 0, 'code')],
      ['1', 2085],
      done.text,
    );
  });

  it('has its add-on once the base is there', async () => {
    const customer = await addBuyer(desk, 'addon');
    const base = (await findItem(desk, 'Office 365 Enterprise E3')).catalogItemId;
    await buy(desk, customer, base, 2);
    const id = await buy(desk, customer, addOn, 2);
    const [owned] = itemsOf(await desk.call('GET', `/customers/${customer}/subscriptions`));
    const addOns = itemsOf(
      await desk.call('GET', `/customers/${customer}/subscriptions/${String(inside(owned, ['id']))}/addons`),
    );
    assert.deepEqual(
      addOns.map((one) => inside(one, ['id'])),
      [id],
    );
  });

  it('is late: pending at the first look, then there with its subscriptions', async () => {
    const customer = await addBuyer(desk, 'late');
    const done = await checkOut(customer, [line(suite, 4)]);
    assert.equal(done.at('orders', 0, 'lineItems', 0, 'subscriptionId'), undefined);
    const path = `/customers/${customer}/orders/${String(done.at('orders', 0, 'id'))}`;
    const status = async () => (await desk.call('GET', `${path}/provisioningstatus`)).at('items', 0, 'status');
    assert.equal(await status(), 'pending');
    assert.equal(await status(), 'fulfilled');
    const subscriptionId = (await desk.call('GET', path)).at('lineItems', 0, 'subscriptionId');
    const [subscription] = itemsOf(await desk.call('GET', `/customers/${customer}/subscriptions`));
    assert.deepEqual([inside(subscription, ['id']), inside(subscription, ['quantity'])], [subscriptionId, 4]);
  });

  it('is made once: a second checkout is told so', async () => {
    const customer = await addBuyer(desk, 'once');
    const cart = await cartFor(customer, [line(suite, 1)]);
    const path = `/customers/${customer}/carts/${String(cart.at('id'))}`;
    assert.equal((await desk.call('POST', `${path}/checkout`)).status, 201);
    const early = await desk.call('POST', `${path}/checkout`);
    assert.deepEqual([early.status, codeOf(early)], [409, '800064']);
    for (const _look of [1, 2]) await desk.call('GET', `/customers/${customer}/orders`);
    const late = await desk.call('POST', `${path}/checkout`);
    assert.deepEqual([late.status, codeOf(late)], [400, '800065']);
    assert.equal(codeOf(await desk.call('PUT', path, { lineItems: [{ id: 0, ...line(suite, 2) }] })), '800065');
    assert.equal(itemsOf(await desk.call('GET', `/customers/${customer}/subscriptions`)).length, 1);
  });

  it('finds no cart after seven days', async () => {
    const customer = await addBuyer(desk, 'week');
    const cart = await cartFor(customer, [line(suite, 1)]);
    desk.pass(7 * 86_400_000);
    const reply = await desk.call('POST', `/customers/${customer}/carts/${String(cart.at('id'))}/checkout`);
    assert.deepEqual([reply.status, codeOf(reply)], [404, '800008']);
  });

  it('names a reseller by its number, a known one that has signed', async () => {
    const customer = await addBuyer(desk, 'resellers');
    const by = (value: string) => line(suite, 1, { participants: [{ key: 'transaction_reseller', value }] });
    assert.equal(codeOf(await cartFor(customer, [by('1')])), '800016');
    assert.equal(codeOf(await checkOut(customer, [by('4000103')])), '900123');
    const done = await checkOut(customer, [by('4000101')]);
    assert.equal(done.at('orders', 0, 'lineItems', 0, 'partnerIdOnRecord'), '4000101');
    desk.setPartner({ tenantId, type: 'direct-bill' });
    const direct = await cartFor(customer, [by('4000101')]);
    assert.equal(direct.at('lineItems', 0, 'error', 'errorCode'), '10004');
  });

  it('is small in a sandbox', async () => {
    const customer = await addBuyer(desk, 'sandbox');
    desk.setPartner({ tenantId, sandbox: true });
    const cart = await cartFor(customer, [line(suite, 26), line(suite, 25)]);
    assert.deepEqual(
      [0, 1].map((at) => cart.at('lineItems', at, 'error', 'errorCode')),
      ['10009', undefined],
    );
  });

  it('comes from the catalogue of the country and segment', async () => {
    const products = async (query: string) => itemsOf(await desk.call('GET', `/products?country=US&${query}`)).length;
    const every = await products('targetView=OnlineServices');
    const commercial = await products('targetView=OnlineServices&targetSegment=commercial');
    const nonprofit = await products('targetView=OnlineServices&targetSegment=nonprofit');
    assert.ok(every > commercial && commercial > 100 && nonprofit > 50, `${every} ${commercial} ${nonprofit}`);
    assert.equal(await products('targetView=OnlineServices&targetSegment=education'), 0);
    assert.equal(await products('targetView=MicrosoftAzure'), 1);
    const customer = await addBuyer(desk, 'segment');
    const shelf = `/customers/${customer}/products?targetView=OnlineServices`;
    assert.equal(itemsOf(await desk.call('GET', shelf)).length, commercial);
    const refused = await desk.call('GET', `${shelf}&targetSegment=education`);
    assert.deepEqual([refused.status, codeOf(refused)], [403, '400030']);
    const education = { qualification: 'Education', educationSegment: 'K12', website: 'school.example' };
    await desk.call('POST', `/customers/${customer}/qualifications`, education);
    desk.setCustomer(customer, { vettingStatus: 'Approved' });
    assert.equal((await desk.call('GET', `${shelf}&targetSegment=education`)).status, 200);
  });

  it('names an add-on by the SKUs it stands on, all of them in the catalogue', async () => {
    const { sku } = await findItem(desk, 'Audio Conferencing');
    const bases = inside(sku, ['dynamicAttributes', 'prerequisiteSkus']);
    assert.ok(Array.isArray(bases) && bases.length > 0);
    assert.equal(inside(sku, ['dynamicAttributes', 'isAddon']), true);
    const { sku: base } = await findItem(desk, 'Office 365 Enterprise E3');
    assert.ok(bases.includes(`${String(inside(base, ['productId']))}:${String(inside(base, ['id']))}`));
  });

  it('finds nothing under ids it does not know', async () => {
    const customer = await addBuyer(desk, 'unknown');
    const codes = await Promise.all(
      [
        '/products/x?country=US',
        '/products/x/skus?country=US',
        `/products/${suite.split(':')[0] ?? ''}/skus/9999/availabilities?country=US`,
        `/customers/${customer}/orders/x`,
        `/customers/${customer}/subscriptions/x`,
        `/customers/${customer}/carts/x`,
        '/countryvalidationrules/XX',
      ].map(async (path) => codeOf(await desk.call('GET', path))),
    );
    assert.deepEqual(codes, ['400013', '400013', '400018', '20000', '20003', '800008', '1000']);
  });
});
