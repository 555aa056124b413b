import assert from 'node:assert/strict';
import * as z from 'zod';
import { PartnerCenterError } from '../../../partner-center/rules/fault.ts';
import { updateBilling } from '../../../partner-center/rest/billingProfile.ts';
import { readAll, type RestClient } from '../../../partner-center/rest/client.ts';
import { findCustomerByDomain, readCustomerPage } from '../../../partner-center/rest/customerLookup.ts';
import { requestJournal } from '../../../partner-center/rest/requestJournal.ts';
import { removeRelationship } from '../../../partner-center/rest/resellerRelationships.ts';
import { changeQuantity, changeStatus } from '../../../partner-center/rest/subscriptionChanges.ts';
import { memoryDocuments } from '../../memoryDocuments.ts';
import { assertDocumented } from './documented.ts';
import { example } from './example.ts';
import { guids, now, type Reply, type Sent, stub } from './stub.ts';

const placeholder = '<customer-tenant-id>';
const requestId = guids()();

/** Nothing was begun before. */
const once = (client: RestClient) => ({ client, memory: requestJournal(memoryDocuments(), 'tenant', () => now) });

const six = Array.from({ length: 600 }, (_, at) => ({
  id: `tenant-${at}`,
  companyProfile: { domain: `customer${at}.onmicrosoft.com`, companyName: `Customer ${at}` },
}));

/** 600 customers in pages of at most 500, by the three ways the service names the following page. */
const paged =
  (way: 'body' | 'links' | 'address') =>
  (sent: Sent): Reply => {
    const { searchParams } = new URL(sent.url);
    const size = Math.min(500, Number(searchParams.get('size')) || 500);
    const asked = sent.headers['ms-continuationtoken'] ?? searchParams.get('continuationToken');
    const from = searchParams.get('seekOperation') === 'Next' ? Number(asked) : 0;
    const items = six.slice(from, from + size);
    const token = from + size < six.length ? String(from + size) : undefined;
    const next = { uri: '/v1/customers', headers: [{ key: 'MS-ContinuationToken', value: token ?? '' }] };
    if (token === undefined) return { body: { items, totalCount: 600 } };
    const uri = `/v1/customers?size=500&seekOperation=Next&continuationToken=${token}`;
    if (way === 'address') return { body: { items, links: { next: { uri } } } };
    return { body: way === 'body' ? { items, continuationToken: token } : { items, links: { next } } };
  };

const fails = async (work: Promise<unknown>): Promise<PartnerCenterError> => {
  const error: unknown = await work.catch((reason: unknown) => reason);
  assert.ok(error instanceof PartnerCenterError, `no refusal: ${String(error)}`);
  return error;
};

describe('600 customers', () => {
  for (const way of ['body', 'links', 'address'] as const) {
    it(`come page after page when the ${way} names the next`, async () => {
      const { client } = stub(paged(way));
      const first = await readCustomerPage(client, { size: 500 });
      assert.equal(first.customers.length, 500);
      const second = await readCustomerPage(client, { size: 500 }, first.next);
      assert.equal(second.customers.length, 100);
      assert.equal(second.next, undefined);
      assert.equal(second.customers.at(-1)?.companyName, 'Customer 599');
    });
  }

  it('are all searched for the one domain', async () => {
    const { client } = stub(paged('body'));
    assert.equal((await findCustomerByDomain(client, 'CUSTOMER599.onmicrosoft.com'))?.microsoftId, 'tenant-599');
    assert.equal(await findCustomerByDomain(client, 'customer60'), undefined);
  });

  it('end although the service names the same page for ever', async () => {
    const { client, sent } = stub([{ body: { items: [{}], continuationToken: 'again' } }]);
    assert.equal((await readAll(client, z.object({}), { path: 'customers', token: 'app' })).length, 2);
    assert.equal(sent.length, 2);
  });
});

describe('a billing profile', () => {
  const documented = example('update-customer-billing-profile');
  const address = {
    country: 'US',
    addressLine1: 'One Microsoft Way',
    city: 'Redmond',
    state: 'WA',
    postalCode: '98052',
  };

  it('is changed as documented: read, and sent whole with its ETag', async () => {
    const { attributes } = documented.response.body as { attributes: object };
    const before = {
      ...(example('get-customer-billing-profile').response.body as object),
      id: 'a58ceba5-60ac-48e4-a0bc-2a855811807a',
      attributes,
    };
    const { client, sent } = stub([{ body: before }, { body: documented.response.body }]);
    const changed = await updateBilling(once(client), placeholder, { address }, requestId);
    assertDocumented(sent[0], example('get-customer-billing-profile'));
    assertDocumented(sent[1], documented);
    assert.equal(sent[1]?.headers['if-match'], '"<etag>"');
    assert.deepEqual(changed.billing.address, address);
  });

  it('keeps what is not known here, and leaves nothing of the former address', async () => {
    const before = {
      id: 'p',
      futureProperty: { kept: true },
      companyName: 'Old',
      defaultAddress: {
        country: 'US',
        state: 'WA',
        region: 'WA',
        addressLine2: 'Suite 1',
        city: 'Redmond',
        firstName: 'A',
        middleName: 'B',
      },
    };
    const { client, sent } = stub([{ body: before }, { body: {} }]);
    const berlin = { country: 'DE', addressLine1: 'Hauptstr. 1', city: 'Berlin', postalCode: '10115' };
    const contact = { firstName: 'Anna', lastName: 'Berg', email: 'anna@fourthcoffee.example', phone: '+493012345678' };
    await updateBilling(once(client), placeholder, { companyName: 'New', address: berlin, contact }, requestId);
    assert.deepEqual(sent[1]?.body, {
      id: 'p',
      futureProperty: { kept: true },
      companyName: 'New',
      firstName: 'Anna',
      lastName: 'Berg',
      email: 'anna@fourthcoffee.example',
      defaultAddress: {
        ...berlin,
        state: null,
        region: null,
        addressLine2: null,
        middleName: 'B',
        firstName: 'Anna',
        lastName: 'Berg',
        phoneNumber: '3012345678',
      },
    });
  });

  it('that somebody else changed meanwhile is refused as stale', async () => {
    const { client } = stub([{ body: { attributes: { etag: '1' } } }, { status: 400, body: { code: 2055 } }]);
    assert.equal(
      (await fails(updateBilling(once(client), placeholder, { companyName: 'X' }, requestId))).fault.reason,
      'stale',
    );
  });
});

describe('a billing profile whose change had no answer', () => {
  const profile = (version: string, more: object = {}) => ({
    body: { companyName: 'Old', email: 'a@fourthcoffee.example', attributes: { etag: version }, ...more },
  });
  const change = async (then: Reply) => {
    const { client, sent } = stub(({ method }) => {
      if (method === 'GET') return sent.some((one) => one.method === 'PUT') ? then : profile('1');
      return { status: 500 };
    });
    const tools = once(client);
    assert.equal((await fails(updateBilling(tools, placeholder, { companyName: 'New' }, requestId))).retryable, true);
    const again = await updateBilling(tools, placeholder, { companyName: 'New' }, requestId);
    return { again, puts: sent.filter(({ method }) => method === 'PUT').length };
  };

  it('has what was asked for: then it was made, whatever else somebody changed since', async () => {
    const { again, puts } = await change(profile('3', { companyName: 'New', email: 'b@fourthcoffee.example' }));
    assert.deepEqual([again.state, again.billing.contact.email, puts], ['done', 'b@fourthcoffee.example', 1]);
  });

  it('has something else: then nobody can tell, and it is left alone', async () => {
    const { again, puts } = await change(profile('3', { companyName: 'Another' }));
    assert.deepEqual([again.state, again.billing.companyName, puts], ['unclear', 'Another', 1]);
  });
});

describe('a subscription', () => {
  const id = '<id-for-subscription>';
  const documented = example('change-subscription-quantity');
  const before = { ...(documented.response.body as object), Quantity: 1 };

  it('gets its count as documented: the whole resource, changed', async () => {
    const { client, sent } = stub([{ body: before }, { body: documented.response.body }]);
    const changed = await changeQuantity(once(client))(placeholder, id, { from: 1, to: 2 }, requestId);
    assertDocumented(sent[1], documented);
    assert.equal(sent[1]?.headers['if-match'], '"<etag>"');
    assert.ok(changed.state === 'done' && changed.subscription.quantity === 2);
  });

  it('of new commerce keeps every property it came with, auto-renewal above all', async () => {
    const shown = example('change-subscription-quantity', 'new commerce');
    const read = { ...(shown.request.body as object), quantity: 10 };
    const { client, sent } = stub([{ body: read }, { body: shown.response.body }]);
    await changeQuantity(once(client))(placeholder, id, { from: 10, to: 1 }, requestId);
    assert.deepEqual(sent[1]?.body, shown.request.body);
    assert.equal(sent[1]?.headers['if-match'], undefined);
  });

  it('whose count is not what the partner saw is left alone', async () => {
    const { client, sent } = stub([{ body: { ...before, Quantity: 7 } }]);
    const { fault } = await fails(changeQuantity(once(client))(placeholder, id, { from: 1, to: 2 }, requestId));
    assert.deepEqual([fault.reason, sent.length], ['stale', 1]);
  });

  it('whose change goes on says so', async () => {
    const { client } = stub([{ body: before }, { status: 202, headers: { Location: '/v1/operations/1' } }]);
    assert.deepEqual(await changeQuantity(once(client))(placeholder, id, { from: 1, to: 2 }, requestId), {
      state: 'pending',
    });
  });

  it('that is being changed already says so', async () => {
    const { client } = stub([{ body: before }, { status: 409 }]);
    const { fault } = await fails(changeQuantity(once(client))(placeholder, id, { from: 1, to: 2 }, requestId));
    assert.equal(fault.reason, 'subscription-busy');
  });

  it('is changed under the same request id again when no answer came', async () => {
    const { client, sent } = stub([{ body: before }, 'silent', { body: documented.response.body }]);
    await changeQuantity(once(client))(placeholder, id, { from: 1, to: 2 }, requestId);
    assert.deepEqual(
      sent.slice(1).map(({ headers }) => headers['ms-requestid']),
      [requestId, requestId],
    );
  });

  for (const [file, status] of [
    ['suspend-subscription', 'suspended'],
    ['reactivate-subscription', 'active'],
  ] as const) {
    it(`is ${status} as documented`, async () => {
      const shown = example(file);
      const was = { ...(shown.response.body as object), Status: status === 'active' ? 'suspended' : 'active' };
      const { client, sent } = stub([{ body: was }, { body: shown.response.body }]);
      const changed = await changeStatus(once(client))(placeholder, id, status, requestId);
      const { 'If-Match': _, ...headers } = shown.request.headers;
      assertDocumented(sent[1], { ...shown, request: { ...shown.request, headers } });
      assert.equal(sent[1]?.headers['if-match'], '"<etag>"');
      assert.ok(changed.state === 'done' && changed.subscription.status === status);
    });
  }
});

describe('a relationship that Partner Center does not end', () => {
  const refusal: Reply = { status: 403, body: { code: 600006, description: 'The requested action is not allowed' } };
  const end = async (subscriptions: Reply, refused: Reply = refusal): Promise<string> => {
    const { client } = stub(({ method }) => (method === 'PATCH' ? refused : subscriptions));
    return (await fails(removeRelationship(client, placeholder, requestId))).fault.reason;
  };
  const one = (status: string): Reply => ({ body: { items: [{ id: 's', status }] } });

  it('says that a subscription is active where one is', async () => {
    assert.equal(await end(one('active')), 'active-subscriptions');
  });

  it('says what Partner Center says where none is active, and where nobody knows', async () => {
    assert.equal(await end(one('suspended')), 'not-allowed');
    assert.equal(await end({ status: 403, body: { code: 900329 } }), 'not-allowed');
  });

  it('says that there is no such customer any more', async () => {
    const gone: Reply = { status: 403, body: { code: 20002 } };
    assert.equal(await end(one('active'), gone), 'no-relationship');
  });
});
