import assert from 'node:assert/strict';
import type { NewCustomer } from '../../../partner-center/rules/customerRules.ts';
import { PartnerCenterError } from '../../../partner-center/rules/fault.ts';
import { createCustomer } from '../../../partner-center/rest/createCustomer.ts';
import { isDomainUsable } from '../../../partner-center/rest/customerLookup.ts';
import {
  deleteRequestsBefore,
  type RequestJournal,
  requestJournal,
} from '../../../partner-center/rest/requestJournal.ts';
import { memoryDocuments } from '../../memoryDocuments.ts';
import { assertDocumented } from './documented.ts';
import { example } from './example.ts';
import { guids, now, type Reply, type Sent, stub } from './stub.ts';

const requestId = guids()();

const customer: NewCustomer = {
  companyName: 'test company',
  domain: 'xyz.ccsctp.net',
  address: { country: 'US', addressLine1: 'One Microsoft Way', city: 'Redmond', state: 'WA', postalCode: '98052' },
  contact: { firstName: 'Test', lastName: 'Test', email: 'test@outlook.com' },
  culture: 'EN-US',
  language: 'en',
  enableGDAPByDefault: false,
};

const created = example('create-customer').response;
const made: Reply = { status: 201, body: created.body };
const list = (...domains: string[]): Reply => ({
  body: { items: domains.map((domain, at) => ({ id: `tenant-${at}`, companyProfile: { domain, companyName: 'X' } })) },
});
const refused: Reply = { status: 400, body: { code: 999, description: 'No.' } };

const notes = (): RequestJournal => requestJournal(memoryDocuments(), 'partner', () => now);

/** Replies by what is asked: the create calls in their order, the domain check, the list. */
const service = (creates: readonly Reply[], rest: { head?: Reply; list?: Reply } = {}) => {
  let next = 0;
  return ({ method }: Sent): Reply => {
    if (method === 'POST') return creates[next++] ?? 'broken';
    return method === 'HEAD' ? (rest.head ?? { status: 404 }) : (rest.list ?? list());
  };
};

const methods = (sent: readonly Sent[]): string => sent.map(({ method }) => method).join(' ');

const fails = async (work: Promise<unknown>): Promise<PartnerCenterError> => {
  const error: unknown = await work.catch((reason: unknown) => reason);
  assert.ok(error instanceof PartnerCenterError, `no refusal: ${String(error)}`);
  return error;
};

describe('creating a customer', () => {
  it('sends the documented request in the application’s name, and gives the credentials once', async () => {
    const { client, sent, tokens } = stub(service([made]));
    const answer = await createCustomer({ client, memory: notes() }, customer, requestId);
    assertDocumented(sent[0], example('create-customer'));
    assert.equal(sent[0]?.headers['ms-requestid'], requestId);
    assert.deepEqual(tokens, ['app']);
    assert.deepEqual(answer, {
      microsoftId: 'dfd8cc0a-c592-468c-8461-869a38d24738',
      domain: 'xyz.ccsctp.net',
      userName: 'admin',
      password: '=;;n.=s9Z',
      practice: false,
    });
  });

  it('sends the documented request for a reseller in a user’s name', async () => {
    const shown = example('create-customer-for-indirect-reseller');
    const { client, sent, tokens } = stub([{ status: 201, body: shown.response.body }]);
    const wingtip: NewCustomer = {
      companyName: 'Wingtip Toys678152504',
      domain: 'WingtipToys678152504.onmicrosoft.com',
      address: customer.address,
      contact: { firstName: 'Gena', lastName: 'Soto', email: 'Gena@wingtiptoys.com', phone: '+14255550101' },
      culture: 'EN-US',
      language: 'En',
      associatedPartnerId: '484e548c-f5f3-4528-93a9-c16c6373cb59',
    };
    const { password } = await createCustomer({ client, memory: notes() }, wingtip, requestId);
    // What the .NET SDK adds to every customer; the service needs none of it.
    const { RelationshipToPartner: _, ...body } = shown.request.body as Record<string, unknown>;
    assertDocumented(sent[0], shown, { body });
    assert.deepEqual([tokens, password], [['user'], '0Krha*Io']);
  });

  it('sends the organization’s registration ID and phone where they are asked for, and never a region', async () => {
    const { client, sent } = stub(service([made]));
    const registered = { ...customer, organizationRegistrationNumber: '7707083893', organizationPhone: '+74951234567' };
    const moscow = { country: 'RU', addressLine1: 'ул. Ленина, 1', addressLine2: 'оф. 2', city: 'Москва' };
    await createCustomer({ client, memory: notes() }, { ...registered, address: moscow }, requestId);
    const body = sent[0]?.body as Record<string, Record<string, unknown>>;
    assert.deepEqual(body['companyProfile'], {
      domain: 'xyz.ccsctp.net',
      organizationRegistrationNumber: '7707083893',
    });
    assert.deepEqual(body['billingProfile']?.['defaultAddress'], {
      ...moscow,
      firstName: 'Test',
      lastName: 'Test',
      phoneNumber: '4951234567',
    });
  });

  const unclear = [
    'silent',
    'broken',
    { status: 500 },
    { status: 503 },
    { status: 429, headers: { 'retry-after': '300' } },
    { status: 201, text: '<html>' },
  ] as const;
  for (const reply of unclear) {
    const name =
      typeof reply === 'string' ? reply : `answered ${String(reply.status)}${'text' in reply ? ' unreadably' : ''}`;
    it(`finds the customer by its domain when the call stayed ${name}, and does not create it again`, async () => {
      const { client, sent } = stub(service([reply], { list: list('xyz.ccsctp.net.example', 'XYZ.ccsctp.net') }));
      const answer = await createCustomer({ client, memory: notes() }, customer, requestId);
      assert.equal(methods(sent), 'POST GET');
      assert.deepEqual(answer, {
        microsoftId: 'tenant-1',
        domain: customer.domain,
        userName: 'admin',
        practice: false,
      });
      const { searchParams } = new URL(sent[1]?.url ?? '');
      assert.deepEqual(JSON.parse(searchParams.get('filter') ?? ''), {
        Field: 'Domain',
        Value: 'xyz.ccsctp.net',
        Operator: 'starts_with',
      });
    });
  }

  it('may be tried again under the same request id when nothing was created', async () => {
    const memo = notes();
    const { client, sent } = stub(service(['silent', made]));
    assert.equal((await fails(createCustomer({ client, memory: memo }, customer, requestId))).retryable, true);
    assert.equal((await createCustomer({ client, memory: memo }, customer, requestId)).password, '=;;n.=s9Z');
    const ids = sent.filter(({ method }) => method === 'POST').map(({ headers }) => headers['ms-requestid']);
    assert.deepEqual(ids, [requestId, requestId]);
  });

  it('cannot tell when the list does not answer either, and says that it may be tried again', async () => {
    const { client } = stub(service(['silent'], { list: { status: 403, body: { code: 900150 } } }));
    const { fault, retryable } = await fails(createCustomer({ client, memory: notes() }, customer, requestId));
    assert.deepEqual([fault.reason, retryable], ['unavailable', true]);
  });

  it('forgets no try of another process, begun while this one stood still, which may have made the customer', async () => {
    const memo = notes();
    const begin = async (id: string) => {
      const own = await memo.begin(id);
      await memo.begin(id);
      return own;
    };
    const { client } = stub(service([refused], { head: { status: 200 } }));
    const { fault, retryable } = await fails(
      createCustomer({ client, memory: { ...memo, begin } }, customer, requestId),
    );
    assert.deepEqual([fault.reason, retryable], ['already-processing', true]);
    assert.notEqual((await memo.begin(requestId)).earlier, undefined);
  });

  it('finds the customer of a try whose process ended, when the domain is refused now', async () => {
    const memo = notes();
    await memo.begin(requestId);
    const { client } = stub(service([refused], { head: { status: 200 }, list: list('xyz.ccsctp.net') }));
    assert.equal((await createCustomer({ client, memory: memo }, customer, requestId)).microsoftId, 'tenant-0');
  });

  it('waits for the list when an earlier try may have taken the domain', async () => {
    const memo = notes();
    await memo.begin(requestId);
    const { client } = stub(service([refused], { head: { status: 200 } }));
    const { fault, retryable } = await fails(createCustomer({ client, memory: memo }, customer, requestId));
    assert.deepEqual([fault.reason, retryable], ['already-processing', true]);
  });

  for (const [whose, found, reason] of [
    ['a customer of the partner’s own', 'xyz.ccsctp.net', 'domain-own'],
    ['somebody else', 'xyz.ccsctp.net.example', 'domain-taken'],
  ] as const)
    it(`takes no other customer of that domain for its own, and says that ${whose} has it`, async () => {
      const { client } = stub(service([refused], { head: { status: 200 }, list: list(found) }));
      const { fault, retryable } = await fails(createCustomer({ client, memory: notes() }, customer, requestId));
      assert.deepEqual([fault, retryable], [{ reason, field: 'domainPrefix', code: '999' }, false]);
    });

  it('looks for the customer before it is made again where "busy" was said of what was done', async () => {
    const { client, sent, waits } = stub(
      service([{ status: 429, headers: { 'retry-after': '2' } }, made], { list: list('xyz.ccsctp.net') }),
    );
    const { microsoftId, password } = await createCustomer({ client, memory: notes() }, customer, requestId);
    assert.equal(methods(sent), 'POST GET');
    assert.deepEqual([microsoftId, password, waits], ['tenant-0', undefined, [2000]]);
  });

  it('makes it again after "busy" where it is not there, and finds it where that is refused for its domain', async () => {
    const busy: Reply = { status: 429, headers: { 'retry-after': '1' } };
    const once = stub(service([busy, made]));
    assert.equal(
      (await createCustomer({ client: once.client, memory: notes() }, customer, requestId)).password,
      '=;;n.=s9Z',
    );
    // A new customer is not listed at once.
    const usual = service([busy, refused], { head: { status: 200 } });
    const late = stub((sent, index) => (sent.method === 'GET' && index > 1 ? list('xyz.ccsctp.net') : usual(sent)));
    const found = await createCustomer({ client: late.client, memory: notes() }, customer, requestId);
    assert.deepEqual([methods(late.sent), found.microsoftId], ['POST GET POST GET', 'tenant-0']);
  });

  describe('that an earlier request left half made', () => {
    const wrongEmail: Reply = {
      status: 400,
      body: { code: 27002, description: 'A property is invalid.', data: ['property_name: NotificationEmailAddress'] },
    };
    const profile = { email: 'wrong@outlook.com', companyName: 'test company', defaultAddress: { country: 'US' } };
    const next = guids();
    next();
    const later = next();

    /** The first request is refused for its e-mail address, the second because the domain is taken; `name` as it is listed. */
    const half = (name: string | undefined, put: Reply = { body: profile }) => {
      let creates = 0;
      const found =
        name === undefined ? [] : [{ id: 'tenant-0', companyProfile: { domain: customer.domain, companyName: name } }];
      return stub(({ method, url }) => {
        if (method === 'POST') return (creates += 1) === 1 ? wrongEmail : refused;
        if (method === 'HEAD') return { status: 200 };
        if (method === 'PUT') return put;
        return { body: url.endsWith('/profiles/billing') ? profile : { items: found } };
      });
    };

    for (const name of ['test company', ''])
      it(`names the answer that was refused, and the next request completes it, listed as “${name}”`, async () => {
        const { client, sent } = half(name);
        const memo = notes();
        const { fault } = await fails(createCustomer({ client, memory: memo }, customer, requestId));
        assert.deepEqual([fault.reason, fault.field], ['invalid', 'email']);
        assert.equal(await isDomainUsable(client, memo, customer.domain), true);
        const mended = { ...customer, contact: { ...customer.contact, email: 'right@outlook.com' } };
        const { microsoftId, password } = await createCustomer({ client, memory: memo }, mended, later);
        assert.deepEqual([microsoftId, password], ['tenant-0', undefined]);
        const [put] = sent.filter(({ method }) => method === 'PUT');
        assert.ok(put);
        assert.equal((put.body as typeof profile).email, 'right@outlook.com');
        assert.equal(await isDomainUsable(client, memo, customer.domain), false);
      });

    it('asks again for what its profile is refused for, and stays half made', async () => {
      const { client } = half('test company', wrongEmail);
      const memo = notes();
      await fails(createCustomer({ client, memory: memo }, customer, requestId));
      const { fault } = await fails(createCustomer({ client, memory: memo }, customer, later));
      assert.equal(fault.field, 'email');
      assert.equal(await isDomainUsable(client, memo, customer.domain), true);
    });

    it('goes on with it where its profile cannot be told: the account can be updated later', async () => {
      const { client } = half('test company', { status: 403, body: { code: 900150 } });
      const memo = notes();
      await fails(createCustomer({ client, memory: memo }, customer, requestId));
      assert.equal((await fails(createCustomer({ client, memory: memo }, customer, later))).retryable, true);
      const other = half('test company', { status: 404, body: { code: 1000 } });
      await fails(createCustomer({ client: other.client, memory: memo }, customer, requestId));
      assert.equal(
        (await createCustomer({ client: other.client, memory: memo }, customer, later)).microsoftId,
        'tenant-0',
      );
    });

    for (const [name, reason] of [
      ['Another company', 'domain-own'],
      [undefined, 'domain-begun'],
    ] as const)
      it(`is not taken for ours when it is listed as ${name ?? 'nobody'}`, async () => {
        const { client } = half(name);
        const memo = notes();
        await fails(createCustomer({ client, memory: memo }, customer, requestId));
        const { fault } = await fails(createCustomer({ client, memory: memo }, customer, later));
        assert.deepEqual([fault.reason, fault.field], [reason, 'domainPrefix']);
      });

    it('is remembered without its domain and its name', async () => {
      const documents = memoryDocuments();
      const { client } = half('test company');
      await fails(
        createCustomer({ client, memory: requestJournal(documents, 'partner', () => now) }, customer, requestId),
      );
      const kept = JSON.stringify(await documents.list('rest-requests', 'partner', { limit: 10 }));
      for (const mark of ['xyz', 'company']) assert.ok(!kept.includes(mark), mark);
    });
  });

  it('gives a refusal as it is when the domain is free, and forgets the try', async () => {
    const memo = notes();
    const { client, sent } = stub(service([{ status: 400, body: example('error-invalid-state').response.body }, made]));
    const { fault } = await fails(createCustomer({ client, memory: memo }, customer, requestId));
    const { description = '', ...rest } = fault;
    assert.deepEqual(rest, { reason: 'address', code: '27002', field: 'state' });
    assert.ok(description.includes('StateInvalid'));
    assert.equal(methods(sent), 'POST HEAD');
    assert.equal((await memo.begin(requestId)).earlier, undefined);
  });

  it('remembers no name, no e-mail and no password', async () => {
    const documents = memoryDocuments();
    const { client } = stub(service([made]));
    const memo = requestJournal(documents, 'partner', () => now);
    await createCustomer({ client, memory: memo }, customer, requestId);
    const { items } = await documents.list('rest-requests', 'partner', { limit: 10 });
    assert.equal(items.length, 1);
    const [{ attempt = '', ...note } = {}] = items.map(({ value }) => value as Readonly<Record<string, string>>);
    assert.match(attempt, /^[\da-f-]{36}$/);
    assert.deepEqual(note, { schema: 1, at: now.toISOString() });
  });

  it('forgets nothing by itself, and what is older than a date when it is told to', async () => {
    const documents = memoryDocuments();
    await requestJournal(documents, 'partner', () => new Date('2026-01-01T00:00:00Z')).begin('old');
    await requestJournal(documents, 'partner', () => new Date('2026-02-20T00:00:00Z')).begin('young');
    await requestJournal(documents, 'partner', () => now).begin('new');
    assert.equal((await documents.list('rest-requests', 'partner', { limit: 10 })).items.length, 3);
    await deleteRequestsBefore(documents, 'partner', new Date('2026-02-01T00:00:00Z'));
    const { items } = await documents.list('rest-requests', 'partner', { limit: 10 });
    assert.deepEqual(
      items.map(({ id }) => id),
      ['new', 'young'],
    );
  });
});
