import assert from 'node:assert/strict';
import { readCatalogue } from '../../../partner-center/rest/catalogue.ts';
import { offerIdOf, skuOf } from '../../../partner-center/rest/offerId.ts';
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

/** A catalogue of products, each with its SKUs and availabilities. */
const shop = (products: Readonly<Record<string, { skus?: object[]; availabilities?: object[] | Reply }>>) =>
  stub(({ url }: Sent): Reply => {
    const { pathname } = new URL(url);
    const [, , , id, , , last] = pathname.split('/');
    const { skus, availabilities } = products[id ?? ''] ?? {};
    if (id === undefined) return { body: { items: Object.keys(products).map((product) => ({ id: product })) } };
    if (last === undefined) return { body: { items: skus ?? [sku(id)] } };
    if (availabilities !== undefined && !Array.isArray(availabilities)) return availabilities;
    return { body: { items: availabilities ?? [available(id)] } };
  });

describe('the catalogue', () => {
  it('is read by the documented calls, of the country', async () => {
    const { client, sent, tokens } = shop({ CFQ7TTC0LH18: {} });
    await readCatalogue(client, 'US');
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
    assert.deepEqual(await readCatalogue(client, 'US'), [
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
    const [first, second] = await readCatalogue(client, 'US');
    assert.deepEqual([first?.trial, first?.min, first?.max, first?.limit, first?.unit], [true, 25, 25, 1, 'gigabytes']);
    assert.deepEqual(second?.plans, [
      { term: 'P1Y', billing: 'annual' },
      { term: 'P1Y', billing: 'monthly' },
    ]);
    assert.deepEqual([first?.rank, second?.rank], [0, 1]);
  });

  it('is one offer for each segment, with add-ons on the bases of the same segment', async () => {
    const addOn = { isAddon: true, prerequisiteSkus: ['A:0001', 'GONE:0001'] };
    const twice = (id: string) => [available(id), available(id, { segment: 'Education' })];
    const { client } = shop({
      A: { availabilities: twice('A') },
      B: { skus: [sku('B', { dynamicAttributes: addOn })], availabilities: twice('B') },
    });
    const offers = await readCatalogue(client, 'US');
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
      (await readCatalogue(client, 'US')).map(({ id }) => id),
      ['G:0001:commercial'],
    );
  });

  it('bills a term that names no cycle in every cycle of its SKU', async () => {
    const { client } = shop({ A: { availabilities: [available('A', { terms: [{ duration: 'P1Y' }] })] } });
    const [offer] = await readCatalogue(client, 'US');
    assert.deepEqual(offer?.plans, [
      { term: 'P1Y', billing: 'annual' },
      { term: 'P1Y', billing: 'monthly' },
    ]);
  });

  it('names each SKU of a segment by an id that leads back to it', () => {
    const key = { productId: 'CFQ7TTC0LH18', skuId: '0001', segment: 'education' } as const;
    assert.deepEqual(skuOf(offerIdOf(key)), key);
    for (const id of ['', 'A:B', 'A:B:nobody', 'A::commercial', 'A:B:C:commercial']) assert.equal(skuOf(id), undefined);
  });
});
