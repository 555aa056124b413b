import assert from 'node:assert/strict';
import { PartnerCenterError } from '../../../partner-center/rules/fault.ts';
import type { OrderLine } from '../../../partner-center/rules/cart.ts';
import { type RequestJournal, requestJournal } from '../../../partner-center/rest/requestJournal.ts';
import { placeOrder } from '../../../partner-center/rest/placeOrder.ts';
import { memoryDocuments } from '../../memoryDocuments.ts';
import { guids, now, type Reply, type Sent, stub } from './stub.ts';

const customer = '11111111-0000-4000-8000-000000000001';
const requestId = '22222222-0000-4000-8000-000000000002';

const basic: OrderLine = { offerId: 'CFQ1:0001:commercial', term: 'P1Y', billing: 'monthly', quantity: 5 };
const visio: OrderLine = { offerId: 'CFQ2:0002:commercial', term: 'P1M', billing: 'monthly', quantity: 2 };

interface CartLine {
  readonly id: number;
  readonly catalogItemId: string;
}

/** A shop of two products; `at` answers a place in its own way. */
const shop = (at: Readonly<Record<string, (sent: Sent, times: number) => Reply | undefined>> = {}) => {
  const times = new Map<string, number>();
  let carts = 0;
  const usual = (place: string, { body }: Sent): Reply => {
    if (place === 'carts') {
      const lineItems = (body as { lineItems: CartLine[] }).lineItems.map(({ id, catalogItemId }) => ({
        id,
        catalogItemId,
        orderGroup: String(id),
      }));
      return {
        status: 201,
        body: { id: `cart-${++carts}`, creationTimestamp: now.toISOString(), status: 'Active', lineItems },
      };
    }
    if (place === 'checkout')
      return { status: 201, body: { orders: [bought('CFQ1:0001:AV'), bought('CFQ2:0002:AV')] } };
    if (place === 'orders') return { body: { items: [] } };
    const sku = /products\/(\w+)\/skus\/(\w+)/.exec(place);
    const terms = [
      { duration: 'P1Y', billingCycle: 'Monthly' },
      { duration: 'P1M', billingCycle: 'Monthly' },
    ];
    return { body: { items: [{ catalogItemId: `${sku?.[1]}:${sku?.[2]}:AV`, segment: 'commercial', terms }] } };
  };
  return stub((sent) => {
    const [, below = ''] = new URL(sent.url).pathname.split(`${customer}/`);
    const place = below.endsWith('checkout') ? 'checkout' : below;
    const count = times.get(place) ?? 0;
    times.set(place, count + 1);
    return at[place]?.(sent, count) ?? usual(place, sent);
  });
};

const bought = (catalogItemId: string, more: object = {}) => ({
  id: `order-${catalogItemId}`,
  creationDate: now.toISOString(),
  lineItems: [{ lineItemNumber: 0, offerId: catalogItemId, subscriptionId: `sub-${catalogItemId}` }],
  ...more,
});

const both = [
  { offerId: basic.offerId, subscriptionId: 'sub-CFQ1:0001:AV' },
  { offerId: visio.offerId, subscriptionId: 'sub-CFQ2:0002:AV' },
];

const notes = (): RequestJournal => requestJournal(memoryDocuments(), 'partner', () => now);
/** The correlation ID that the first call of that name was sent with. */
const idOf = (sent: readonly Sent[], end: string): string =>
  sent.find(({ url }) => url.endsWith(`/${end}`))?.headers['ms-correlationid'] ?? 'none';

const places = (sent: readonly Sent[]): string[] =>
  sent.map(
    ({ method, url }) => `${method} ${url.split(`${customer}/`)[1]?.replace(/^products.*/, 'availability') ?? ''}`,
  );

const fails = async (work: Promise<unknown>): Promise<PartnerCenterError> => {
  const error: unknown = await work.catch((reason: unknown) => reason);
  assert.ok(error instanceof PartnerCenterError, `no refusal: ${String(error)}`);
  return error;
};

describe('ordering', () => {
  it('reads the availabilities again, makes a cart, buys it, and gives the subscriptions in the order of the lines', async () => {
    const { client, sent, tokens } = shop();
    const tools = { client, memory: notes(), newId: guids() };
    assert.deepEqual(
      await placeOrder(tools, customer, [basic, { ...visio, partnerIdOnRecord: '4000101' }], requestId),
      both,
    );
    assert.deepEqual(places(sent), [
      'GET orders',
      'GET availability',
      'GET availability',
      'POST carts',
      'POST carts/cart-1/checkout',
    ]);
    assert.deepEqual(sent[3]?.body, {
      lineItems: [
        { id: 0, catalogItemId: 'CFQ1:0001:AV', quantity: 5, billingCycle: 'monthly', termDuration: 'P1Y' },
        {
          id: 1,
          catalogItemId: 'CFQ2:0002:AV',
          quantity: 2,
          billingCycle: 'monthly',
          termDuration: 'P1M',
          participants: [{ key: 'transaction_reseller', value: '4000101' }],
        },
      ],
    });
    assert.ok(tokens.every((kind) => kind === 'app'));
  });

  it('says which lines are not sold any more, and buys the others', async () => {
    const gone = { status: 404, body: { code: 400019, description: 'Availability not found.' } };
    const { client } = shop({ 'products/CFQ2/skus/0002/availabilities': () => gone });
    const tools = { client, memory: notes(), newId: guids() };
    const lines = [visio, basic, { ...basic, term: 'P3Y' }, { ...basic, offerId: 'legacy' }];
    assert.deepEqual(await placeOrder(tools, customer, lines, requestId), [
      { offerId: visio.offerId, error: { reason: 'offer-unavailable' } },
      { offerId: basic.offerId, subscriptionId: 'sub-CFQ1:0001:AV' },
      { offerId: basic.offerId, error: { reason: 'term' } },
      { offerId: 'legacy', error: { reason: 'offer-unavailable' } },
    ]);
  });

  for (const { how, answer, reason } of [
    { how: 'a 404 without a word', answer: { status: 404 }, reason: 'unexplained' },
    { how: 'a customer that is not known', answer: { status: 404, body: { code: 1000 } }, reason: 'not-found' },
    { how: 'an availability that cannot be read', answer: { body: { items: [{ id: 1 }] } }, reason: 'unreadable' },
  ])
    it(`takes ${how} for no “not sold”, and buys nothing`, async () => {
      const { client, sent } = shop({ 'products/CFQ2/skus/0002/availabilities': () => answer });
      const tools = { client, memory: notes(), newId: guids() };
      const { fault } = await fails(placeOrder(tools, customer, [visio, basic], requestId));
      assert.equal(fault.reason, reason);
      assert.ok(sent.every(({ method }) => method === 'GET'));
    });

  it('reads the errors of lines in a 201, and buys the good lines in another cart', async () => {
    const { client, sent } = shop({
      carts: (_sent, count) =>
        count > 0
          ? undefined
          : {
              status: 201,
              body: {
                id: 'bad',
                lineItems: [
                  { id: 0, catalogItemId: 'a', error: { errorCode: 10015, errorDescription: 'Too many.' } },
                  { id: 1, catalogItemId: 'b' },
                ],
              },
            },
    });
    const tools = { client, memory: notes(), newId: guids() };
    const found = await placeOrder(tools, customer, [basic, visio], requestId);
    assert.deepEqual(found, [
      {
        offerId: basic.offerId,
        error: { reason: 'quantity', code: '10015', description: 'Too many.', correlationId: idOf(sent, 'carts') },
      },
      both[1],
    ]);
    assert.deepEqual(places(sent).slice(3), ['POST carts', 'POST carts', 'POST carts/cart-1/checkout']);
  });

  it('buys nothing when no line is good', async () => {
    const error = { errorCode: 'SandboxLimitExceeded' };
    const { client, sent } = shop({
      carts: () => ({ status: 201, body: { id: 'bad', lineItems: [{ id: 0, catalogItemId: 'a', error }] } }),
    });
    const tools = { client, memory: notes(), newId: guids() };
    const found = await placeOrder(tools, customer, [basic], requestId);
    assert.deepEqual(found, [
      { offerId: basic.offerId, error: { reason: 'sandbox-limit', code: '10009', correlationId: idOf(sent, 'carts') } },
    ]);
    assert.ok(!places(sent).some((place) => place.endsWith('checkout')));
  });

  it('reads the errors of orders in a 201: bought in part', async () => {
    const { client, sent } = shop({
      checkout: () => ({
        status: 201,
        body: {
          orders: [bought('CFQ2:0002:AV')],
          orderErrors: [{ orderGroupId: '0', code: 800067, description: 'Too many seats.' }],
        },
      }),
    });
    const tools = { client, memory: notes(), newId: guids() };
    const found = await placeOrder(tools, customer, [basic, visio], requestId);
    assert.deepEqual(found, [
      {
        offerId: basic.offerId,
        error: {
          reason: 'limit',
          code: '800067',
          description: 'Too many seats.',
          correlationId: idOf(sent, 'checkout'),
        },
      },
      both[1],
    ]);
  });

  it('tells apart two lines of one offer, and a subscription that has no id yet', async () => {
    const line = { lineItemNumber: 0, offerId: 'CFQ1:0001:AV' };
    const { client } = shop({
      checkout: () => ({
        status: 201,
        body: { orders: [{ id: 'o', lineItems: [{ ...line, subscriptionId: 'first' }, line] }] },
      }),
    });
    const tools = { client, memory: notes(), newId: guids() };
    assert.deepEqual(await placeOrder(tools, customer, [basic, { ...basic, term: 'P1M' }], requestId), [
      { offerId: basic.offerId, subscriptionId: 'first' },
      { offerId: basic.offerId },
    ]);
  });

  it('repeats a silent checkout under the same request id', async () => {
    const { client, sent } = shop({ checkout: (_sent, count) => (count === 0 ? 'silent' : undefined) });
    const tools = { client, memory: notes(), newId: guids() };
    assert.deepEqual(await placeOrder(tools, customer, [basic, visio], requestId), both);
    const ids = sent.filter(({ url }) => url.endsWith('checkout')).map(({ headers }) => headers['ms-requestid']);
    assert.equal(ids.length, 2);
    assert.equal(new Set(ids).size, 1);
  });

  const afterwards = (items: readonly object[]) => (_sent: Sent, count: number) => ({
    body: { items: count === 0 ? [] : items },
  });

  for (const reply of [
    { status: 409, body: { code: 800064 } },
    { status: 400, body: { code: 800065 } },
    { status: 404, body: { code: 800008 } },
  ] as const) {
    it(`looks at the orders after a checkout that ended ${JSON.stringify(reply)}, and buys nothing twice`, async () => {
      const { client, sent } = shop({
        checkout: () => reply,
        orders: afterwards([bought('CFQ1:0001:AV'), bought('CFQ2:0002:AV')]),
      });
      const tools = { client, memory: notes(), newId: guids() };
      assert.deepEqual(await placeOrder(tools, customer, [basic, visio], requestId), both);
      assert.equal(sent.filter(({ url }) => url.endsWith('/carts')).length, 1);
    });
  }

  for (const reply of ['silent', { status: 500 }, { status: 201, text: '<html>' }] as const) {
    it(`settles a checkout that ended ${JSON.stringify(reply)} by the same cart, never by an order that looks like it`, async () => {
      const alike = afterwards([bought('CFQ1:0001:AV'), bought('CFQ2:0002:AV')]);
      const { client } = shop({ checkout: () => reply, orders: alike });
      const memo = notes();
      const { retryable } = await fails(
        placeOrder({ client, memory: memo, newId: guids() }, customer, [basic, visio], requestId),
      );
      assert.equal(retryable, true);
      const later = shop();
      assert.deepEqual(
        await placeOrder({ client: later.client, memory: memo, newId: guids() }, customer, [basic, visio], requestId),
        both,
      );
      assert.deepEqual(places(later.sent), ['POST carts/cart-1/checkout']);
    });
  }

  for (const reply of [
    { status: 429, headers: { 'retry-after': '300' } },
    { status: 401 },
    { status: 409, body: { code: 800060 } },
  ] as const)
    it(`buys the same cart after a checkout that ended ${JSON.stringify(reply)}: it may be bought`, async () => {
      const { client, sent } = shop({ checkout: (_sent, count) => (count < 2 ? reply : undefined) });
      const tools = { client, memory: notes(), newId: guids() };
      for (let tries = 0; tries < 3; tries += 1)
        if ((await placeOrder(tools, customer, [basic, visio], requestId).catch(() => undefined)) !== undefined) break;
      assert.equal(places(sent).filter((place) => place === 'POST carts').length, 1);
    });

  describe('where orders of the same offer are there already', () => {
    const submitted = { status: 400, body: { code: 800065 } };
    const mine = bought('CFQ1:0001:AV', {
      id: 'mine',
      lineItems: [{ offerId: 'CFQ1:0001:AV', quantity: 5, subscriptionId: 'mine' }],
    });
    const other = (id: string, quantity: number) =>
      bought('CFQ1:0001:AV', { id, lineItems: [{ offerId: 'CFQ1:0001:AV', quantity, subscriptionId: id }] });

    it('takes neither one of before nor one of another number for its own', async () => {
      const [earlier, colleagues] = [other('earlier', 5), other('colleagues', 7)];
      const { client } = shop({
        checkout: () => submitted,
        orders: (_sent, count) => ({ body: { items: count === 0 ? [earlier] : [earlier, colleagues, mine] } }),
      });
      const tools = { client, memory: notes(), newId: guids() };
      assert.deepEqual(await placeOrder(tools, customer, [basic], requestId), [
        { offerId: basic.offerId, subscriptionId: 'mine' },
      ]);
    });

    it('waits for its own, also in another process', async () => {
      const documents = memoryDocuments();
      const make = () => ({ memory: requestJournal(documents, 'partner', () => now), newId: guids() });
      const late = shop({ checkout: () => submitted, orders: () => ({ body: { items: [other('earlier', 5)] } }) });
      const { fault, retryable } = await fails(
        placeOrder({ ...make(), client: late.client }, customer, [basic], requestId),
      );
      assert.deepEqual([fault.reason, retryable], ['already-processing', true]);
      const there = shop({
        checkout: () => submitted,
        orders: () => ({ body: { items: [other('earlier', 5), mine] } }),
      });
      assert.deepEqual(await placeOrder({ ...make(), client: there.client }, customer, [basic], requestId), [
        { offerId: basic.offerId, subscriptionId: 'mine' },
      ]);
    });

    it('orders where they may not be listed, and not while Partner Center does not answer', async () => {
      const refused = shop({ orders: () => ({ status: 403, body: { code: 600006 } }) });
      assert.deepEqual(
        await placeOrder(
          { client: refused.client, memory: notes(), newId: guids() },
          customer,
          [basic, visio],
          requestId,
        ),
        both,
      );
      const down = shop({ orders: () => ({ status: 503 }) });
      await fails(placeOrder({ client: down.client, memory: notes(), newId: guids() }, customer, [basic], requestId));
      assert.ok(!places(down.sent).includes('POST carts'));
    });
  });

  it('goes on with the noted cart after a process ended, and buys that cart', async () => {
    const documents = memoryDocuments();
    const former = shop({ checkout: () => 'broken' });
    const tools = { memory: requestJournal(documents, 'partner', () => now), newId: guids() };
    const { fault, retryable } = await fails(
      placeOrder({ ...tools, client: former.client }, customer, [basic, visio], requestId),
    );
    assert.deepEqual([fault.reason, retryable], ['unavailable', true]);
    const { client, sent } = shop();
    const later = { client, memory: requestJournal(documents, 'partner', () => now), newId: guids() };
    assert.deepEqual(await placeOrder(later, customer, [basic, visio], requestId), both);
    assert.deepEqual(places(sent), ['POST carts/cart-1/checkout']);
  });

  for (const where of ['saveOrders', 'saveCart'] as const)
    it(`buys one cart where a process stood still before its ${where}, and another bought meanwhile`, async () => {
      const memory = notes();
      const { client, sent } = shop({
        orders: (_sent, count) => (count === 0 ? undefined : { body: { items: [bought('CFQ1:0001:AV')] } }),
      });
      const newId = guids();
      const order = (by: RequestJournal) =>
        placeOrder({ client, memory: by, newId }, customer, [basic, visio], requestId);
      const stoodStill: RequestJournal = {
        ...memory,
        async [where](id: string, what: never) {
          assert.deepEqual(await order(memory), both);
          return memory[where](id, what);
        },
      };
      assert.deepEqual(await order(stoodStill), both);
      const checkouts = sent.filter(({ url }) => url.endsWith('checkout'));
      assert.equal(checkouts.length, 2);
      assert.equal(new Set(checkouts.map(({ url }) => url)).size, 1, 'the same cart');
      assert.equal(new Set(checkouts.map(({ headers }) => headers['ms-requestid'])).size, 1, 'the same request');
    });

  it('finds what a former process bought, late orders included', async () => {
    const memo = notes();
    const lines = [
      { id: 0, catalogItemId: 'CFQ1:0001:AV' },
      { id: 1, catalogItemId: 'CFQ2:0002:AV' },
    ];
    await memo.begin(requestId);
    await memo.saveCart(requestId, { id: 'cart-9', createdAt: now.toISOString(), lines });
    const { client, sent } = shop({
      checkout: () => ({ status: 400, body: { code: 800065 } }),
      orders: () => ({
        body: { items: [bought('CFQ2:0002:AV'), bought('CFQ1:0001:AV', { creationDate: '2026-01-01T00:00:00Z' })] },
      }),
    });
    assert.deepEqual(await placeOrder({ client, memory: memo, newId: guids() }, customer, [basic, visio], requestId), [
      { offerId: basic.offerId, error: { reason: 'already-processing' } },
      both[1],
    ]);
    assert.deepEqual(places(sent), ['POST carts/cart-9/checkout', 'GET orders']);
  });

  it('makes a new cart after a refusal: the reason may be gone by then', async () => {
    const { client, sent } = shop({
      checkout: (_sent, count) => (count === 0 ? { status: 403, body: { code: 13605 } } : undefined),
    });
    const tools = { client, memory: notes(), newId: guids() };
    const { fault, retryable } = await fails(placeOrder(tools, customer, [basic, visio], requestId));
    assert.deepEqual([fault.reason, retryable], ['agreement-missing', true]);
    assert.deepEqual(await placeOrder(tools, customer, [basic, visio], requestId), both);
    assert.ok(places(sent).includes('POST carts/cart-2/checkout'));
  });

  it('asks for the customer’s segment where it is not commercial', async () => {
    const { client, sent } = shop({
      'products/CFQ1/skus/0001/availabilities': () => ({
        body: { items: [{ catalogItemId: 'CFQ1:0001:EDU', segment: 'Education', terms: [{ duration: 'P1Y' }] }] },
      }),
      checkout: () => ({ status: 201, body: { orders: [bought('CFQ1:0001:EDU')] } }),
    });
    const tools = { client, memory: notes(), newId: guids() };
    const line = { ...basic, offerId: 'CFQ1:0001:education' };
    assert.deepEqual(await placeOrder(tools, customer, [line], requestId), [
      { offerId: line.offerId, subscriptionId: 'sub-CFQ1:0001:EDU' },
    ]);
    assert.equal(new URL(sent[1]?.url ?? '').searchParams.get('targetSegment'), 'education');
  });
});
