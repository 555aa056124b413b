import assert from 'node:assert/strict';
import { cloud, cloudIds } from '../../partner-center/rules/clouds.ts';
import { bodyOf, addCustomer, codeOf, consent, type Desk, itemsOf, newCustomer, openDesk } from './desk.ts';

describe('a simulated customer', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  const head = async (domain: string) => (await desk.call('HEAD', `/domains/${domain}`)).status;

  const refusedWith = async (body: unknown, status: number, code: string, tenant?: string): Promise<unknown> => {
    const reply = await desk.call('POST', '/customers', body, tenant === undefined ? {} : { tenant });
    assert.deepEqual([reply.status, codeOf(reply)], [status, code], reply.text);
    return reply.at('data', 0);
  };

  it('takes its domain, in any case, and keeps it when the relationship ends', async () => {
    assert.equal(await head('taken.onmicrosoft.com'), 404);
    const id = await addCustomer(desk, 'taken');
    assert.equal(await head('Taken.OnMicrosoft.com'), 200);
    await refusedWith(newCustomer('taken'), 400, '3000');
    const removed = await desk.call('PATCH', `/customers/${id}`, { relationshipToPartner: 'none' });
    assert.equal(removed.status, 200);
    assert.equal(await head('taken.onmicrosoft.com'), 200);
    assert.equal(codeOf(await desk.call('GET', `/customers/${id}`)), '20002');
    assert.equal(itemsOf(await desk.call('GET', '/customers')).length, 0);
  });

  it('is the documented domain that is taken, of the page on verifying domains', async () => {
    assert.equal(await head('contoso.onmicrosoft.com'), 200);
  });

  it('gives its password once, and never again', async () => {
    const own = await openDesk({ newPassword: () => 'planted-Password1' });
    try {
      const made = await own.call('POST', '/customers', newCustomer('secret'));
      assert.deepEqual(made.at('userCredentials'), { userName: 'admin', password: 'planted-Password1' });
      const later = [
        await own.call('GET', `/customers/${String(made.at('id'))}`),
        await own.call('GET', '/auditrecords?startDate=2026-06-01'),
        await own.call('GET', `/customers/${String(made.at('id'))}/users`),
      ];
      for (const { text } of later) assert.ok(!text.includes('planted'), text);
    } finally {
      await own.close();
    }
  });

  it('has its password set by a program only where the cloud allows it', async () => {
    for (const id of cloudIds) {
      desk.setPartner({ tenantId: id, cloud: id });
      const reply = await desk.call('PATCH', '/customers/nobody/users/nobody/resetpassword', {}, { tenant: id });
      assert.equal(codeOf(reply) !== '600006', cloud(id).passwordReset, `${id}: ${reply.text}`);
    }
  });

  it('cannot choose its password', async () => {
    const body = { ...newCustomer('chosen'), UserCredentials: { UserName: 'admin', Password: 'mine' } };
    assert.match(String(await refusedWith(body, 400, '3000')), /password/);
  });

  it('has an address its country knows: states, postal codes, no region in the US', async () => {
    const addresses = [
      [{ State: 'Washington' }, /StateInvalid/],
      [{ State: null }, /StateInvalid/],
      [{ PostalCode: '9805' }, /ZipCityInvalid/],
      [{ City: '' }, /CityInvalid/],
      [{ Region: 'WA' }, /StateInvalid/],
    ] as const;
    for (const [address, reason] of addresses)
      assert.match(String(await refusedWith(newCustomer('place', { address }), 400, '27002')), reason);
  });

  it('is told which property is wrong', async () => {
    const cases = [
      [{ billing: { Email: 'a@microsoft.com' } }, 'email'],
      [{ billing: { Email: 'a@simulated.example' } }, 'email'],
      [{ billing: { CompanyName: 'GmbH' } }, 'companyName'],
      [{ address: { FirstName: 'A' } }, 'firstName'],
      [{ billing: { Culture: 'zz-ZZ' } }, 'culture'],
      [{ billing: { Email: null } }, 'billingProfile.email'],
    ] as const;
    for (const [change, property] of cases)
      assert.equal(await refusedWith(newCustomer('property', change), 400, '3000'), `property_name: ${property}`);
  });

  it('has a registration ID and a phone where its country asks for them, and none elsewhere', async () => {
    desk.setPartner({ tenantId: '00000000-0000-4000-8000-000000000014', country: 'BY' });
    const by = '00000000-0000-4000-8000-000000000014';
    const body = (number: string | null, phone: string | null) =>
      newCustomer('minsk', {
        address: { Country: 'BY', State: null, City: 'Minsk', PostalCode: '220000', PhoneNumber: phone },
        billing: { Culture: 'be-BY', Language: 'be' },
        company: { OrganizationRegistrationNumber: number },
      });
    await refusedWith(body(null, '+375172000000'), 400, '600049', by);
    await refusedWith(body('12', '+375172000000'), 400, '600050', by);
    await refusedWith(body('190123455', null), 400, '600051', by);
    await refusedWith(newCustomer('us', { company: { OrganizationRegistrationNumber: '1' } }), 400, '600002');
    const made = await desk.call('POST', '/customers', body('190123455', '+375172000000'), { tenant: by });
    assert.equal(made.status, 201, made.text);
  });

  it('is sold in the own market only', async () => {
    const french = { Country: 'FR', State: null, City: 'Paris', PostalCode: '75001' };
    const body = newCustomer('paris', { address: french, billing: { Culture: 'fr-FR', Language: 'fr' } });
    await refusedWith(body, 403, '2030');
    assert.equal(codeOf(await desk.call('GET', '/products?country=FR&targetView=OnlineServices')), '2030');
  });

  it('is not added by resellers, nor for resellers by direct-bill partners', async () => {
    const associatedPartnerId = '00000000-0000-4000-8000-000000000101';
    desk.setPartner({ tenantId: 'reseller', type: 'indirect-reseller' });
    desk.setPartner({ tenantId: 'direct', type: 'direct-bill' });
    await refusedWith(newCustomer('one'), 403, '1002', 'reseller');
    await refusedWith(newCustomer('two', { beside: { associatedPartnerId } }), 403, '1002', 'direct');
    const list = await desk.call(
      'GET',
      '/relationships?relationship_type=IsIndirectCloudSolutionProviderOf',
      undefined,
      {
        tenant: 'direct',
      },
    );
    assert.deepEqual([list.status, codeOf(list)], [403, '1002']);
  });

  it('of a reseller needs the resellers and the own signature, and an app+user token', async () => {
    const of = (number: number) =>
      newCustomer('resold', { beside: { associatedPartnerId: `00000000-0000-4000-8000-000000000${number}` } });
    await refusedWith(of(103), 403, '900123');
    await refusedWith(of(104), 403, '900154');
    await refusedWith(of(999), 403, '900154');
    desk.setPartner({ tenantId: 'unsigned', mpaSigned: false });
    await refusedWith(of(101), 403, '900124', 'unsigned');
    const app = await desk.call('POST', '/customers', of(101), { token: 'app-only' });
    assert.deepEqual([app.status, codeOf(app)], [403, '900329']);
    assert.equal((await desk.call('POST', '/customers', of(101))).status, 201);
  });

  it('is not new in the closed cloud, and has the suffix of its own', async () => {
    desk.setPartner({ tenantId: 'closed', cloud: 'germany', country: 'DE' });
    desk.setPartner({ tenantId: 'gov', cloud: 'usGovernment' });
    await refusedWith(newCustomer('closed'), 403, '600006', 'closed');
    await refusedWith(newCustomer('gov'), 400, '3000', 'gov');
    const own = newCustomer('gov', { company: { Domain: 'gov.onmicrosoft.us' } });
    const made = await desk.call('POST', '/customers', own, { tenant: 'gov' });
    assert.equal(made.status, 201, made.text);
    const agreements = await desk.call('POST', `/customers/${String(made.at('id'))}/agreements`, consent(), {
      tenant: 'gov',
    });
    assert.deepEqual([agreements.status, codeOf(agreements)], [403, '600006']);
  });

  it('hides its address from a partner without administration', async () => {
    const body = newCustomer('hidden', { beside: { enableGDAPByDefault: false } });
    const id = String((await desk.call('POST', '/customers', body)).at('id'));
    const seen = await desk.call('GET', `/customers/${id}`);
    assert.equal(seen.at('allowDelegatedAccess'), false);
    assert.equal(seen.at('companyProfile', 'address'), undefined);
    assert.equal(seen.at('companyProfile', 'email'), undefined);
    assert.equal(seen.at('customDomains'), undefined);
  });

  it('is changed with the ETag it was read with, and with no other', async () => {
    const path = `/customers/${await addCustomer(desk, 'etag')}/profiles/billing`;
    const read = await desk.call('GET', path);
    const changed = { ...bodyOf(read), email: 'new@customer.example' };
    const stale = await desk.call('PUT', path, changed, { headers: { 'If-Match': '"1"' } });
    assert.deepEqual([stale.status, codeOf(stale)], [400, '2055']);
    const etag = read.headers.get('ETag') ?? '';
    const done = await desk.call('PUT', path, changed, { headers: { 'If-Match': etag } });
    assert.equal(done.at('email'), 'new@customer.example', done.text);
    const again = await desk.call('PUT', path, changed);
    assert.deepEqual([again.status, codeOf(again)], [400, '2055']);
  });

  it('is deleted in a sandbox only, and its domain with it', async () => {
    const id = await addCustomer(desk, 'gone');
    assert.equal((await desk.call('DELETE', `/customers/${id}`)).status, 403);
    desk.setPartner({ tenantId: '00000000-0000-4000-8000-000000000001', sandbox: true });
    assert.equal((await desk.call('DELETE', `/customers/${id}`)).status, 204);
    assert.equal(await head('gone.onmicrosoft.com'), 404);
  });

  it('accepts an agreement once a signer, never tomorrow, and by the template that was sent', async () => {
    const path = `/customers/${await addCustomer(desk, 'agreed')}/agreements`;
    const post = async (body: unknown) => {
      const reply = await desk.call('POST', path, body);
      return reply.status === 201 ? reply.at('type') : codeOf(reply);
    };
    assert.equal(await post({ ...consent(), dateAgreed: '2026-06-02T00:00:00Z' }), '3000');
    assert.equal(await post({ ...consent(), templateId: 'other' }), '3000');
    assert.equal(await post(consent()), 'MicrosoftCustomerAgreement');
    assert.equal(await post({ ...consent(), dateAgreed: '2026-05-02T00:00:00Z' }), '600061');
    assert.equal(await post(consent('Grace')), 'MicrosoftCustomerAgreement');
    const cloudId = '998b88de-aa99-4388-a42c-1b3517d49490';
    assert.equal(await post({ ...consent(), templateId: cloudId }), 'MicrosoftCloudAgreement');
    // Without its name the list is of the retired agreement.
    assert.equal(itemsOf(await desk.call('GET', path)).length, 1);
    assert.equal(itemsOf(await desk.call('GET', `${path}?agreementType=MicrosoftCustomerAgreement`)).length, 2);
  });

  it('may have no status of its account at all', async () => {
    desk.setPartner({ tenantId: '00000000-0000-4000-8000-000000000001', newCustomerStatus: 'none' });
    const id = await addCustomer(desk, 'status');
    const reply = await desk.call('GET', `/customers/${id}/validationStatus?type=account`);
    assert.deepEqual([reply.status, codeOf(reply)], [404, '600074']);
  });

  it('is told what the address check thinks, always with 200', async () => {
    const body = { AddressLine1: 'One Pine Street', City: 'Redmond', State: 'WA', PostalCode: '98052', Country: 'US' };
    const statusOf = async (change: object) => {
      const reply = await desk.call('POST', '/validations/address', { ...body, ...change });
      assert.equal(reply.status, 200);
      return reply.at('status');
    };
    assert.equal(await statusOf({}), 'VerifiedShippable');
    assert.equal(await statusOf({ PostalCode: '1' }), 'None');
    for (const status of ['InteractionRequired', 'PremisesPartial', 'Multiple', 'NotValidated'])
      assert.equal(await statusOf({ AddressLine1: `${status} 1` }), status);
  });

  it('has resellers that signed, and others: by number or tenant, one of the two', async () => {
    const ask = async (query: string) => codeOf(await desk.call('GET', `/compliance/csp/agreementstatus${query}`));
    assert.equal(await ask('?tenantId=00000000-0000-4000-8000-000000000101'), 'undefined');
    assert.equal(await ask(''), '2000');
    assert.equal(await ask('?mpnId=1&tenantId=2'), '2000');
    assert.equal(await ask('?mpnId=x'), '2000');
    assert.equal(await ask('?tenantId=x'), '2000');
    assert.equal(await ask('?mpnId=999'), '2200');
    assert.equal(await ask('?mpnId=4000103'), '2203');
  });
});
