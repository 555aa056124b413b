import assert from 'node:assert/strict';
import { PartnerCenterError } from '../../../partner-center/rules/fault.ts';
import { type SkippedItem, readCatalog } from '../../../partner-center/rest/catalogCache.ts';
import type { RestClient } from '../../../partner-center/rest/client.ts';
import { offerIdOf, parseOfferId } from '../../../partner-center/rest/skus.ts';
import { example } from './example.ts';
import { type Reply, type Sent, stub } from './stub.ts';

const basicSku = (example('list-skus').response.body as { items: object[] }).items[0] ?? {};

const sku = (productId: string, more: object = {}) => ({
  ...basicSku,
  id: '0001',
  productId,
  title: `Offer ${productId}`,
  ...more,
});
const available = (productId: string, more: object = {}) => ({
  catalogItemId: `${productId}:0001:AV`,
  segment: 'commercial',
  isPurchasable: true,
  terms: [
    { duration: 'P1Y', billingCycle: 'Annual' },
    { duration: 'P1Y', billingCycle: 'Monthly' },
  ],
  ...more,
});

/** A catalog of products, each with its SKUs and availabilities. */
const shop = (
  products: Readonly<Record<string, { title?: string; skus?: object[]; availabilities?: object[] | Reply }>>,
) =>
  stub(({ url }: Sent): Reply => {
    const { pathname } = new URL(url);
    const [, , , id, , , last] = pathname.split('/');
    const { skus, availabilities } = products[id ?? ''] ?? {};
    const listed = Object.entries(products).map(([product, { title }]) => ({ id: product, title }));
    if (id === undefined) return { body: { items: listed } };
    if (last === undefined) return { body: { items: skus ?? [sku(id)] } };
    if (availabilities !== undefined && !Array.isArray(availabilities)) return availabilities;
    return { body: { items: availabilities ?? [available(id)] } };
  });

/** All offers that can be read. */
const whole = async (
  client: RestClient,
  leaveOut: (item: SkippedItem) => void = () => assert.fail('something was left out'),
) => {
  const reading = readCatalog(client, 'US', leaveOut);
  await reading.done;
  return reading.offers();
};

describe('the catalog', () => {
  it('is read by the documented calls, of the country', async () => {
    const { client, sent, tokens } = shop({ CFQ7TTC0LH18: {} });
    await whole(client);
    const documented = example('list-products').request.url;
    assert.equal(new URL(sent[0]?.url ?? '').search, new URL(documented).search);
    assert.deepEqual(
      sent.map(({ url }) => new URL(url).pathname),
      ['/v1/products', '/v1/products/CFQ7TTC0LH18/skus', '/v1/products/CFQ7TTC0LH18/skus/0001/availabilities'],
    );
    assert.ok(sent.every(({ url }) => new URL(url).searchParams.get('country') === 'US'));
    assert.ok(tokens.every((kind) => kind === 'app'));
  });

  it('makes the documented SKU and availability the one offer there is', async () => {
    const availability = example('list-availabilities').response.body as object;
    const { client } = shop({ CFQ7TTC0LH18: { skus: [basicSku], availabilities: [availability] } });
    assert.deepEqual(await whole(client), [
      {
        id: 'CFQ7TTC0LH18:0001:commercial',
        name: 'Microsoft 365 Business Basic',
        segment: 'commercial',
        unit: 'licenses',
        trial: false,
        min: 1,
        max: 300,
        plans: [{ term: 'P1Y', billing: 'annual' }],
        addOnTo: [],
        rank: 0,
      },
    ]);
  });

  it('keeps terms, trials, limits, units and the order of the products', async () => {
    const attributes = { isAddon: false, prerequisiteSkus: [], limit: 1, unitType: 'Gigabytes' };
    const { client } = shop({
      A: {
        skus: [sku('A', { isTrial: true, minimumQuantity: 25, maximumQuantity: 25, dynamicAttributes: attributes })],
      },
      B: {},
    });
    const [first, second] = await whole(client);
    assert.deepEqual([first?.trial, first?.min, first?.max, first?.limit, first?.unit], [true, 25, 25, 1, 'gigabytes']);
    assert.deepEqual(second?.plans, [
      { term: 'P1Y', billing: 'annual' },
      { term: 'P1Y', billing: 'monthly' },
    ]);
    assert.deepEqual([first?.rank, second?.rank], [0, 1]);
  });

  it('is read from the suites on, which most are looked for, and keeps its order', async () => {
    const { client, sent } = shop({
      A: { title: 'Dynamics 365 Business Central Premium' },
      B: { title: 'Office 365 Business Premium' },
      C: { title: 'Microsoft 365 Business' },
    });
    const offers = await whole(client);
    const read = sent.map(({ url }) => new URL(url).pathname).filter((path) => path.endsWith('/skus'));
    assert.deepEqual(
      read.map((path) => path.split('/')[3]),
      ['C', 'B', 'A'],
    );
    assert.deepEqual(
      offers.map(({ id, rank }) => [id[0], rank]),
      [
        ['A', 0],
        ['B', 1],
        ['C', 2],
      ],
    );
  });

  it('is one offer for each segment, with add-ons on the bases of the same segment', async () => {
    const addOn = { isAddon: true, prerequisiteSkus: ['A:0001', 'GONE:0001'] };
    const twice = (id: string) => [available(id), available(id, { segment: 'Education' })];
    const { client } = shop({
      A: { availabilities: twice('A') },
      B: { skus: [sku('B', { dynamicAttributes: addOn })], availabilities: twice('B') },
    });
    const offers = await whole(client);
    assert.deepEqual(
      offers.map(({ id }) => id),
      ['A:0001:commercial', 'A:0001:education', 'B:0001:commercial', 'B:0001:education'],
    );
    assert.deepEqual(offers[3]?.addOnTo, ['A:0001:education', 'GONE:0001:education']);
    assert.equal(offers[2]?.unit, 'add-on-licenses');
  });

  it('leaves out what cannot be bought: not purchasable, gone, without a plan known here, or without a base', async () => {
    const { client } = shop({
      A: { availabilities: [available('A', { isPurchasable: false })] },
      B: { availabilities: { status: 404, body: { code: 400019 } } },
      C: { availabilities: [available('C', { terms: [{ duration: 'whenever', billingCycle: 'Annual' }] })] },
      D: { skus: [sku('D', { dynamicAttributes: { isAddon: true, prerequisiteSkus: ['Z:0001'] } })] },
      E: { availabilities: [available('E', { segment: 'nobody' })] },
      F: { skus: [] },
      G: {},
    });
    assert.deepEqual(
      (await whole(client)).map(({ id }) => id),
      ['G:0001:commercial'],
    );
  });

  it('leaves out, and tells of, what cannot be read by itself: a product, a SKU, an availability; the rest is there', async () => {
    const bad = (status: number, code: number): Reply => ({ status, body: { code, description: 'MARK' } });
    const { client } = shop({
      A: {},
      B: { skus: [{ id: '0001', productId: 'B' }, sku('B', { id: '0002' })] },
      C: { availabilities: bad(400, 2000) },
      D: { availabilities: bad(403, 1002) },
      E: { availabilities: [{ segment: 'commercial' }, available('E')] },
      F: { availabilities: { text: '<html>' } },
      G: {},
    });
    const missing = stub(({ url }: Sent): Reply => {
      if (url.includes('/H/')) return bad(404, 400013);
      if (url.includes('/products?')) return { body: { items: [{ id: 'A' }, { title: 'no id' }, { id: 'H' }] } };
      return { body: { items: [url.includes('/availabilities') ? available('A') : sku('A')] } };
    });
    const told: SkippedItem[] = [];
    const ids = (await whole(client, (item) => void told.push(item))).map(({ id }) => id.split(':', 2).join(':'));
    assert.deepEqual(ids, ['A:0001', 'B:0002', 'E:0001', 'G:0001']);
    assert.deepEqual(told.map(({ productId, skuId }) => `${productId}:${skuId}`).toSorted(), [
      'B:',
      'C:0001',
      'D:0001',
      'E:0001',
      'F:0001',
    ]);
    assert.ok(told.every(({ country }) => country === 'US'));
    assert.ok(!JSON.stringify(told).includes('MARK'), 'nothing the service says is told');
    const reading = readCatalog(missing.client, 'US', () => undefined);
    await reading.done;
    assert.deepEqual([reading.offers().length, reading.leftOut()], [1, 2]);
  });

  it('is had item by item while it is read, in its order', async () => {
    let answer: (() => void) | undefined;
    const held = new Promise<void>((resolve) => void (answer = resolve));
    const { client } = shop({ A: {}, B: {}, C: {} });
    const slow: RestClient = {
      ...client,
      async send(call) {
        if (call.path.startsWith('products/A/')) await held;
        return client.send(call);
      },
    };
    const reading = readCatalog(slow, 'US', () => undefined);
    while (reading.offers().length < 2) await new Promise((resolve) => void setImmediate(resolve));
    assert.deepEqual(
      reading.offers().map(({ rank }) => rank),
      [1, 2],
    );
    assert.equal(reading.offers(), reading.offers(), 'the same array until there is more');
    answer?.();
    await reading.done;
    assert.deepEqual(
      reading.offers().map(({ rank }) => rank),
      [0, 1, 2],
    );
  });

  it('that the service does not give at all is a fault, and not asked for product by product to the end', async () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_none, at) => [`P${String(at)}`, {}]));
    for (const [name, broken] of [
      ['the list', (url: string) => url.includes('/products?')],
      ['every product', (url: string) => !url.includes('/products?')],
    ] as const) {
      const { sent, client } = stub(({ url }: Sent): Reply => {
        if (broken(url)) return { status: 403, body: { code: 1002 } };
        return { body: { items: Object.keys(many).map((id) => ({ id })) } };
      });
      await assert.rejects(
        whole(client, () => undefined),
        PartnerCenterError,
        name,
      );
      assert.ok(sent.length < 40, `${name}: ${String(sent.length)} calls`);
    }
  });

  it('bills a term that names no cycle in every cycle of its SKU', async () => {
    const { client } = shop({ A: { availabilities: [available('A', { terms: [{ duration: 'P1Y' }] })] } });
    const [offer] = await whole(client);
    assert.deepEqual(offer?.plans, [
      { term: 'P1Y', billing: 'annual' },
      { term: 'P1Y', billing: 'monthly' },
    ]);
  });

  it('names each SKU of a segment by an id that leads back to it', () => {
    const key = { productId: 'CFQ7TTC0LH18', skuId: '0001', segment: 'education' } as const;
    assert.deepEqual(parseOfferId(offerIdOf(key)), key);
    for (const id of ['', 'A:B', 'A:B:nobody', 'A::commercial', 'A:B:C:commercial'])
      assert.equal(parseOfferId(id), undefined);
  });
});
