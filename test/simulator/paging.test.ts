import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeOf, type Desk, inside, itemsOf, openDesk, type Reply } from './desk.ts';

const names = (reply: Reply): unknown[] => itemsOf(reply).map((one) => inside(one, ['companyProfile', 'companyName']));

const filtered = (Field: string, Value: string) =>
  `filter=${encodeURIComponent(JSON.stringify({ Field, Value, Operator: 'starts_with' }))}`;

describe('the simulated list of customers', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
    desk.addCustomers(600);
  });
  after(() => desk.close());

  const all = async (query: string): Promise<{ readonly names: readonly unknown[]; readonly pages: number }> => {
    const pages = [await desk.call('GET', `/customers?${query}`)];
    for (let last = pages[0]; last?.at('continuationToken') !== undefined; last = pages.at(-1)) {
      const headers = { 'MS-ContinuationToken': String(last.at('continuationToken')) };
      pages.push(await desk.call('GET', '/customers?seekOperation=Next', undefined, { headers }));
    }
    return { names: pages.flatMap(names), pages: pages.length };
  };

  it('gives 600 in two pages, each customer once', async () => {
    const { names: found, pages } = await all('');
    assert.deepEqual([found.length, new Set(found).size, pages], [600, 600, 2]);
  });

  it('says in a link what the next page is asked with', async () => {
    const first = await desk.call('GET', '/customers?size=100');
    assert.deepEqual(first.at('links', 'next', 'headers', 0), {
      key: 'MS-ContinuationToken',
      value: first.at('continuationToken'),
    });
    assert.match(String(first.at('links', 'next', 'uri')), /^\/customers\?.*seekOperation=Next/);
  });

  it('gives every customer once, whatever the size of a page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 40, max: 2000 }), async (size) => {
        const { names: found, pages } = await all(`size=${size}`);
        assert.deepEqual([new Set(found).size, pages], [600, Math.ceil(600 / Math.min(size, 500))]);
      }),
      { numRuns: 10 },
    );
  });

  it('finds by the beginning of a name or a domain, in any case, and keeps to it from page to page', async () => {
    const { names: found, pages } = await all(`size=50&${filtered('CompanyName', 'fourth C')}`);
    assert.deepEqual([found.length, pages], [120, 3]);
    assert.ok(found.every((name) => String(name).startsWith('Fourth Coffee ')));
    assert.deepEqual((await all(filtered('Domain', 'SEEDED0042.'))).names, ['Consolidated Messenger 0042']);
    assert.deepEqual((await all(filtered('CompanyName', 'Coffee'))).names, []);
  });

  it('finds the customers of a reseller', async () => {
    assert.deepEqual((await all(filtered('IndirectReseller', '00000000'))).names, []);
  });

  it('refuses filters, sizes and tokens that make no sense', async () => {
    const wrong = [
      filtered('Email', 'a'),
      'filter=%7B',
      `filter=${encodeURIComponent('{"Field":"Domain","Value":"a","Operator":"substring"}')}`,
      'size=-1',
      'size=many',
      'seekOperation=Next',
    ];
    for (const query of wrong) assert.equal(codeOf(await desk.call('GET', `/customers?${query}`)), '3000', query);
    const headers = { 'MS-ContinuationToken': 'invented' };
    assert.equal(codeOf(await desk.call('GET', '/customers?seekOperation=Next', undefined, { headers })), '3000');
  });
});
