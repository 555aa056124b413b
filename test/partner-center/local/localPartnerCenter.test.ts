import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Address } from '../../../partner-center/rules/addressRules.ts';
import type { AgreementConsent } from '../../../partner-center/rules/agreement.ts';
import { recordedOffers } from '../../../partner-center/rules/catalog.ts';
import type { NewCustomer } from '../../../partner-center/rules/customerRules.ts';
import { PartnerCenterError } from '../../../partner-center/rules/fault.ts';
import { localPartnerCenter } from '../../../partner-center/local/localPartnerCenter.ts';
import type { OrderLine } from '../../../partner-center/rules/cart.ts';
import type { Partner } from '../../../partner-center/rules/partner.ts';
import type { PartnerCenter } from '../../../partner-center/partnerCenter.ts';
import type { Documents } from '../../../storage/documents.ts';
import { memoryDocuments } from '../../memoryDocuments.ts';

const reseller = { tenantId: '22222222-2222-4222-8222-222222222222', mpnId: '4567890', name: 'Tailspin Resell' };

const provider: Partner = {
  tenantId: '11111111-1111-4111-8111-111111111111',
  name: 'Fabrikam Provider',
  cloud: 'global',
  type: 'indirect-provider',
  country: 'US',
  mpnId: '1234567',
  domains: ['fabrikam.example'],
  resellers: [reseller],
};

const address: Address = {
  country: 'US',
  addressLine1: '12 Main Street',
  city: 'Springfield',
  state: 'IL',
  postalCode: '62701',
};

const customer: NewCustomer = {
  companyName: 'Contoso Toys Ltd',
  domain: 'contosotoys.onmicrosoft.com',
  address,
  contact: { firstName: 'Anna', lastName: 'Berg', email: 'anna@contosotoys.example', phone: '+14255550100' },
  culture: 'en-US',
  language: 'en',
  enableGDAPByDefault: false,
};

const russian: NewCustomer = {
  ...customer,
  companyName: 'ООО «Ромашка»',
  address: { country: 'RU', addressLine1: 'ул. Ленина, 1', city: 'Москва', postalCode: '101000' },
  culture: 'ru-RU',
  language: 'ru',
  organizationRegistrationNumber: '7707083893',
  organizationPhone: '+74951234567',
};

const today = '2026-03-02T10:00:00.000Z';

const start = (
  changes: Partial<Partner> = {},
  documents: Documents = memoryDocuments(),
  catalogue?: string,
): PartnerCenter =>
  localPartnerCenter({
    partner: { ...provider, ...changes },
    documents,
    now: () => new Date(today),
    randomId: randomUUID,
    ...(catalogue === undefined ? {} : { readFile: () => catalogue }),
  });

const refused = async (call: Promise<unknown>, reason: string, code?: string): Promise<void> => {
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof PartnerCenterError);
    const { field: _field, ...fault } = error.fault;
    assert.deepEqual(fault, code === undefined ? { reason } : { reason, code });
    assert.equal(error.retryable, false);
    assert.equal(error.correlationId, '', 'nothing was sent, so there is nothing to ask Microsoft about');
    return true;
  });
};

const consent: AgreementConsent = {
  signer: customer.contact,
  dateAgreed: '2026-03-02T00:00:00.000Z',
  companyName: customer.companyName,
  country: 'US',
  language: 'en-US',
};

const idOf = (name: string): string => {
  const offer = recordedOffers().find((one) => one.name === name);
  assert.ok(offer !== undefined, name);
  return offer.id;
};

const yearly = (name: string, quantity: number): OrderLine => ({
  offerId: idOf(name),
  term: 'P1Y',
  billing: 'annual',
  quantity,
});

/** A customer whose agreement is recorded. */
const ready = async (local: PartnerCenter): Promise<string> => {
  const { microsoftId } = await local.createCustomer(customer, randomUUID());
  await local.recordAgreement(microsoftId, consent, randomUUID());
  return microsoftId;
};

describe('creating a customer locally', () => {
  it('takes the domain and gives practice credentials', async () => {
    const local = start();
    assert.equal(await local.isDomainFree(customer.domain), true);
    const created = await local.createCustomer(customer, randomUUID());
    assert.equal(await local.isDomainFree(customer.domain), false);
    assert.match(created.microsoftId, /^[0-9a-f-]{36}$/);
    assert.equal(created.userName, 'admin');
    assert.match(created.password ?? '', /^[a-zA-Z2-9]{14}$/);
    assert.equal(created.practice, true);
    assert.equal(local.practice, true);
  });

  it('makes one tenant of a request sent twice, with a fresh password', async () => {
    const local = start();
    const requestId = randomUUID();
    const first = await local.createCustomer(customer, requestId);
    const second = await local.createCustomer(customer, requestId);
    assert.equal(second.microsoftId, first.microsoftId);
    assert.notEqual(second.password, first.password);
  });

  it('refuses a domain that another request took, also of another partner', async () => {
    const documents = memoryDocuments();
    const local = start({}, documents);
    await local.createCustomer(customer, randomUUID());
    await refused(local.createCustomer(customer, randomUUID()), 'domain-own');
    const other = start({ tenantId: '33333333-3333-4333-8333-333333333333' }, documents);
    assert.deepEqual([await local.ownsDomain(customer.domain), await other.ownsDomain(customer.domain)], [true, false]);
    assert.equal(await other.isDomainFree(customer.domain), false);
    await refused(other.createCustomer(customer, randomUUID()), 'domain-taken');
  });

  it('calls a domain the partner’s own, and no other’s, from the moment a customer begins to be created until it is removed', async () => {
    const documents = memoryDocuments();
    const asked: unknown[] = [];
    const local = start({}, documents);
    const other = start({ tenantId: '33333333-3333-4333-8333-333333333333' }, documents);
    const owners = async (): Promise<boolean[]> => [
      await local.ownsDomain(customer.domain),
      await other.ownsDomain(customer.domain),
    ];
    const askedBefore: Documents = {
      ...documents,
      insert: async (key, value) => {
        asked.push(await owners());
        return documents.insert(key, value);
      },
    };
    const { microsoftId } = await start({}, askedBefore).createCustomer(customer, randomUUID());
    asked.push(await owners());
    await local.management.removeRelationship(microsoftId, randomUUID());
    asked.push(await owners());
    assert.deepEqual(asked, [
      [false, false],
      [true, false],
      [true, false],
      [false, false],
    ]);
  });

  it('does not give a tenant to another partner who sends the same request id', async () => {
    const documents = memoryDocuments();
    const requestId = randomUUID();
    await start({}, documents).createCustomer(customer, requestId);
    const other = start({ tenantId: '33333333-3333-4333-8333-333333333333' }, documents);
    await refused(other.createCustomer(customer, requestId), 'domain-taken');
  });

  it('makes one tenant of many requests at once', async () => {
    const local = start();
    const ids = Array.from({ length: 20 }, () => randomUUID());
    const results = await Promise.allSettled([...ids, ...ids].map((id) => local.createCustomer(customer, id)));
    const made = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.microsoftId] : []));
    assert.equal(made.length, 2);
    assert.equal(new Set(made).size, 1);
  });

  it('is finished by a repeated request when it was cut off between its two writes', async () => {
    const documents = memoryDocuments();
    let writes = 0;
    const failing: Documents = {
      ...documents,
      insert: async (key, value) => {
        writes += 1;
        if (writes === 2) throw new Error('power cut');
        return documents.insert(key, value);
      },
    };
    const requestId = randomUUID();
    await assert.rejects(start({}, failing).createCustomer(customer, requestId), /power cut/);
    const local = start({}, documents);
    const { microsoftId } = await local.createCustomer(customer, requestId);
    await local.recordAgreement(microsoftId, consent, randomUUID());
    assert.equal(writes, 2);
  });

  it('keeps nothing of the company, the people or the password', async () => {
    const documents = memoryDocuments();
    const local = start({}, documents);
    const { microsoftId, password } = await local.createCustomer(customer, randomUUID());
    await local.recordAgreement(microsoftId, consent, randomUUID());
    await local.order(microsoftId, [yearly('Office 365 Enterprise E3', 5)], randomUUID());
    const kept = JSON.stringify([
      await documents.list('local-tenants', 'local', { limit: 10 }),
      await documents.list('local-customers', provider.tenantId, { limit: 10 }),
    ]);
    assert.match(kept, /contosotoys\.onmicrosoft\.com/);
    for (const word of ['Contoso Toys', 'Anna', 'Berg', '@', '4255550100', 'Springfield', password ?? 'none'])
      assert.equal(kept.includes(word), false, word);
  });
});

describe('a new customer is refused by the rules of Partner Center', () => {
  const cases: readonly (readonly [string, Partial<Partner>, Partial<NewCustomer>, string, string?])[] = [
    ['from an indirect reseller', { type: 'indirect-reseller' }, {}, 'partner-type', '1002'],
    ['in the closed cloud', { cloud: 'germany' }, { domain: 'contoso.onmicrosoft.de' }, 'not-allowed', '600006'],
    ['outside the market', { country: 'DE' }, {}, 'market', '2030'],
    [
      'for a reseller of a direct-bill partner',
      { type: 'direct-bill' },
      { associatedPartnerId: reseller.tenantId },
      'partner-type',
      '1002',
    ],
    ['for an unknown reseller', {}, { associatedPartnerId: randomUUID() }, 'reseller-inactive', '900154'],
    ['with a name that is none', {}, { companyName: 'llc' }, 'invalid'],
    ['with a name that reads backwards', {}, { companyName: 'Contoso \u202EToys' }, 'invalid'],
    ["with another cloud's domain", {}, { domain: 'contoso.onmicrosoft.us' }, 'invalid'],
    ['with a prefix too long', {}, { domain: `${'a'.repeat(28)}.onmicrosoft.com` }, 'invalid'],
    ['with a state not on the list', {}, { address: { ...address, state: 'ZZ' } }, 'address', '27002'],
    ['with a postal code of another shape', {}, { address: { ...address, postalCode: '627' } }, 'address', '27002'],
    ['without a city', {}, { address: { ...address, city: ' ' } }, 'address', '27002'],
    ['without address line 1', {}, { address: { ...address, addressLine1: '' } }, 'address', '27002'],
    ['with a culture of elsewhere', {}, { culture: 'de-DE' }, 'invalid'],
    ['with a language of elsewhere', {}, { language: 'de' }, 'invalid'],
    [
      "with the partner's own e-mail",
      {},
      { contact: { ...customer.contact, email: 'me@fabrikam.example' } },
      'invalid',
    ],
    ['with a contact who is nobody', {}, { contact: { ...customer.contact, lastName: 'test' } }, 'invalid'],
    ['with a phone number that is none', {}, { contact: { ...customer.contact, phone: '123' } }, 'invalid'],
    [
      'with a registration ID nobody asks for',
      {},
      { organizationRegistrationNumber: '123' },
      'registration-unwanted',
      '600002',
    ],
    [
      'without registration ID',
      { country: 'RU' },
      { ...russian, organizationRegistrationNumber: '' },
      'registration-missing',
      '600049',
    ],
    [
      'with a bad registration ID',
      { country: 'RU' },
      { ...russian, organizationRegistrationNumber: '#' },
      'registration-format',
      '600050',
    ],
  ];
  for (const [what, partner, changes, reason, code] of cases)
    it(what, async () => {
      const documents = memoryDocuments();
      const local = start(partner, documents);
      await refused(local.createCustomer({ ...customer, ...changes }, randomUUID()), reason, code);
      assert.deepEqual((await documents.list('local-tenants', 'local', { limit: 1 })).items, []);
    });

  it("without the organization's phone", async () => {
    const { organizationPhone, ...silent } = russian;
    assert.ok(organizationPhone !== undefined);
    await refused(start({ country: 'RU' }).createCustomer(silent, randomUUID()), 'phone-missing', '600051');
  });

  it('unless, being Russian, it has a registration ID and a phone number', async () => {
    const created = await start({ country: 'RU' }).createCustomer(russian, randomUUID());
    assert.equal(created.domain, russian.domain);
  });

  it('unless the reseller it belongs to is active', async () => {
    const created = await start().createCustomer({ ...customer, associatedPartnerId: reseller.tenantId }, randomUUID());
    assert.equal(created.domain, customer.domain);
  });
});

describe('the agreement, locally', () => {
  it('is recorded once however often it is sent', async () => {
    const documents = memoryDocuments();
    const local = start({}, documents);
    const { microsoftId } = await local.createCustomer(customer, randomUUID());
    const requestId = randomUUID();
    await local.recordAgreement(microsoftId, consent, requestId);
    const before = await documents.list('local-customers', provider.tenantId, { limit: 1 });
    await local.recordAgreement(microsoftId, consent, requestId);
    assert.deepEqual(await documents.list('local-customers', provider.tenantId, { limit: 1 }), before);
  });

  it('may not be dated in the future', async () => {
    const local = start();
    const { microsoftId } = await local.createCustomer(customer, randomUUID());
    const late = { ...consent, dateAgreed: '2026-03-02T10:00:00.001Z' };
    await refused(local.recordAgreement(microsoftId, late, randomUUID()), 'invalid');
    await refused(local.recordAgreement(microsoftId, { ...consent, dateAgreed: 'soon' }, randomUUID()), 'invalid');
  });

  it("belongs to the partner's own customers, in the clouds that have it", async () => {
    const local = start();
    await refused(local.recordAgreement(randomUUID(), consent, randomUUID()), 'no-relationship', '20002');
    const china = start({ cloud: 'china', country: 'CN' });
    assert.equal(china.agreementWay, undefined);
    await refused(china.recordAgreement(randomUUID(), consent, randomUUID()), 'not-allowed', '600006');
  });

  it('must be there before anything is ordered', async () => {
    const local = start();
    const { microsoftId } = await local.createCustomer(customer, randomUUID());
    await refused(
      local.order(microsoftId, [yearly('Office 365 Enterprise E3', 5)], randomUUID()),
      'agreement-missing',
      '13605',
    );
  });
});

describe('qualifications, locally', () => {
  const education = { kind: 'education', segment: 'K12', website: 'https://school.example' } as const;

  it('can be asked for again and again, in the Global cloud', async () => {
    const local = start();
    const { microsoftId } = await local.createCustomer(customer, randomUUID());
    const requestId = randomUUID();
    assert.equal(await local.requestQualification(microsoftId, education, requestId), undefined);
    assert.equal(await local.requestQualification(microsoftId, education, requestId), undefined);
    await refused(local.requestQualification(randomUUID(), education, requestId), 'no-relationship', '20002');
  });

  it('do not exist elsewhere', async () => {
    const government = start({ cloud: 'usGovernment' });
    await refused(government.requestQualification(randomUUID(), education, randomUUID()), 'not-allowed', '600006');
  });
});

describe('ordering locally', () => {
  it('gives a subscription for every good line and the reason for every other, in order', async () => {
    const local = start();
    const lines = [
      yearly('Office 365 Enterprise E3', 5),
      yearly('Office 365 Business', 301),
      { ...yearly('Office 365 Enterprise E3', 5), term: 'P3Y' },
      { offerId: 'gone', term: 'P1Y', billing: 'annual', quantity: 1 },
      { offerId: idOf('Microsoft Azure'), term: 'P1M', billing: 'monthly' },
      yearly('Office 365 Enterprise E3 (Nonprofit Staff Pricing)', 1),
    ];
    const ordered = await local.order(await ready(local), lines, randomUUID());
    assert.deepEqual(
      ordered.map((line) => ('error' in line ? line.error.code : 'ordered')),
      ['ordered', '2002', '400039', '2091', 'ordered', '400030'],
    );
    assert.deepEqual(
      ordered.map(({ offerId }) => offerId),
      lines.map(({ offerId }) => offerId),
    );
  });

  it('answers a repeated request as the first time', async () => {
    const local = start();
    const microsoftId = await ready(local);
    const requestId = randomUUID();
    const first = await local.order(microsoftId, [yearly('Office 365 Enterprise E3', 5)], requestId);
    assert.deepEqual(await local.order(microsoftId, [yearly('Office 365 Enterprise E3', 5)], requestId), first);
  });

  it('orders once when the same request comes many times at once', async () => {
    const local = start();
    const microsoftId = await ready(local);
    const requestId = randomUUID();
    const all = await Promise.all(
      Array.from({ length: 10 }, () => local.order(microsoftId, [yearly('Office 365 Enterprise E3', 5)], requestId)),
    );
    assert.equal(new Set(all.map((ordered) => JSON.stringify(ordered))).size, 1);
  });

  it('refuses an add-on whose base is refused, and takes it once the base is owned', async () => {
    const local = start();
    const microsoftId = await ready(local);
    const base = recordedOffers().find(({ name }) => name === 'Office 365 Enterprise E3');
    const addOn = recordedOffers().find(
      ({ addOnTo, segment, min }) => segment === 'commercial' && min === 1 && addOnTo.includes(base?.id ?? ''),
    );
    assert.ok(addOn !== undefined);
    const addOnLine = yearly(addOn.name, 1);
    const [, late] = await local.order(microsoftId, [yearly('Office 365 Enterprise E3', 0), addOnLine], randomUUID());
    assert.deepEqual(late, { offerId: addOn.id, error: { reason: 'offer-unavailable', code: '2085' } });
    await local.order(microsoftId, [yearly('Office 365 Enterprise E3', 1)], randomUUID());
    const [taken] = await local.order(microsoftId, [addOnLine], randomUUID());
    assert.ok(taken !== undefined && 'subscriptionId' in taken);
  });

  it("counts a customer's limit over all its orders", async () => {
    const local = start();
    const microsoftId = await ready(local);
    const trial = { offerId: idOf('Office 365 Enterprise E3 Trial'), term: 'P1M', billing: 'none', quantity: 25 };
    const [first, second] = await local.order(microsoftId, [trial, trial], randomUUID());
    const [third] = await local.order(microsoftId, [trial], randomUUID());
    assert.ok(first !== undefined && 'subscriptionId' in first);
    for (const line of [second, third])
      assert.deepEqual(line, { offerId: trial.offerId, error: { reason: 'quantity', code: '800066' } });
  });

  it('takes no more than 15 lines', async () => {
    const local = start();
    const lines = Array.from({ length: 16 }, () => yearly('Office 365 Enterprise E3', 1));
    const ordered = await local.order(await ready(local), lines, randomUUID());
    assert.ok(ordered.every((line) => 'error' in line));
    assert.equal(ordered.length, 16);
  });

  it("is for the partner's own customers", async () => {
    const documents = memoryDocuments();
    const microsoftId = await ready(start({}, documents));
    const other = start({ tenantId: '33333333-3333-4333-8333-333333333333' }, documents);
    await refused(
      other.order(microsoftId, [yearly('Office 365 Enterprise E3', 1)], randomUUID()),
      'no-relationship',
      '20002',
    );
  });
});

describe('practice customers made before subscriptions were kept', () => {
  const microsoftId = '44444444-4444-4444-8444-444444444444';
  const key = { kind: 'local-customers', partner: provider.tenantId, id: microsoftId };

  /** A tenant as it was written then: its orders say what was ordered, and not how much. */
  const former = async (): Promise<PartnerCenter> => {
    const documents = memoryDocuments();
    const lines = [
      { offerId: idOf('Office 365 Enterprise E3 Trial'), subscriptionId: 'trial' },
      { offerId: idOf('Office 365 Business'), error: { reason: 'quantity', code: '2002' } },
      { offerId: 'withdrawn', subscriptionId: 'gone' },
      { offerId: idOf('Office 365 Business'), subscriptionId: 'business' },
    ];
    const orders = { [randomUUID()]: lines };
    const empty = { schema: 1, domain: customer.domain, agreements: [randomUUID()], qualifications: [] };
    await documents.insert(key, { ...empty, orders });
    return start({}, documents);
  };

  it('show what is known of their subscriptions, with the fewest licenses of each offer', async () => {
    const { management } = await former();
    assert.deepEqual(
      (await management.subscriptions(microsoftId)).map(({ id, name, quantity, status, trial, refundable }) => [
        `${id}: ${name}`,
        quantity,
        status,
        trial,
        refundable,
      ]),
      [
        ['trial: Office 365 Enterprise E3 Trial', 25, 'active', true, 0],
        ['gone: withdrawn', 1, 'active', false, 0],
        ['business: Office 365 Business', 1, 'active', false, 0],
      ],
    );
  });

  it('order more and change what they have', async () => {
    const local = await former();
    const { management } = local;
    await management.changeQuantity(microsoftId, 'business', { from: 1, to: 9 }, randomUUID());
    await local.order(microsoftId, [yearly('Office 365 Enterprise E3', 5)], randomUUID());
    await management.changeStatus(microsoftId, 'gone', 'suspended', randomUUID());
    const all = await management.subscriptions(microsoftId);
    assert.deepEqual(
      all.map(({ quantity, status }) => `${String(quantity)} ${status}`),
      ['25 active', '1 suspended', '9 active', '5 active'],
    );
    assert.deepEqual(await management.agreement(microsoftId), { signedByCustomer: false });
  });

  it('keep the count of a trial, and of what is sold no more', async () => {
    const { management } = await former();
    const change = (id: string, from: number) =>
      management.changeQuantity(microsoftId, id, { from, to: 30 }, randomUUID());
    await refused(change('trial', 25), 'quantity', '2002');
    await refused(change('gone', 1), 'quantity', '2002');
  });
});

describe('a practice customer that exists', () => {
  it('is changed once when the same change comes many times at once', async () => {
    const local = start();
    const microsoftId = await ready(local);
    await local.order(microsoftId, [yearly('Office 365 Enterprise E3', 5)], randomUUID());
    const [one] = await local.management.subscriptions(microsoftId);
    const requestId = randomUUID();
    const change = () => local.management.changeQuantity(microsoftId, one?.id ?? '', { from: 5, to: 7 }, requestId);
    await Promise.all(Array.from({ length: 10 }, change));
    await local.management.changeQuantity(microsoftId, one?.id ?? '', { from: 7, to: 8 }, randomUUID());
    // The answer is what there is now, although it is another by now.
    const again = await change();
    assert.ok(again.state === 'done' && again.subscription.quantity === 8);
  });

  it('leaves nothing of its company and its people when its account is changed', async () => {
    const documents = memoryDocuments();
    const local = start({}, documents);
    const microsoftId = await ready(local);
    const before = await documents.list('local-customers', provider.tenantId, { limit: 10 });
    const { companyName, contact } = customer;
    await local.management.updateBilling(microsoftId, { companyName, contact, address }, randomUUID());
    assert.deepEqual(await documents.list('local-customers', provider.tenantId, { limit: 10 }), before);
  });
});

describe('what the local Partner Center knows', () => {
  it('are the recorded offers, marked as samples outside the US and the Global cloud', async () => {
    assert.deepEqual([(await start().offers('US')).sample, (await start().offers('US')).offers.length], [false, 272]);
    assert.equal((await start({ country: 'DE' }).offers('DE')).sample, true);
    assert.equal((await start({ cloud: 'usGovernment' }).offers('US')).sample, true);
  });

  it("is the partner's own catalogue where there is one", async () => {
    const own = [{ id: 'x', name: 'Contoso Backup', max: 5, plans: [{ term: 'P1M', billing: 'monthly' }] }];
    const local = start({ catalogue: 'own.json', country: 'DE' }, memoryDocuments(), JSON.stringify(own));
    const { offers, sample } = await local.offers('DE');
    assert.deepEqual([offers.map(({ id }) => id), sample], [['x'], false]);
  });

  it("are a provider's resellers, where the cloud has them", async () => {
    assert.deepEqual(await start().resellers(), [reseller]);
    assert.deepEqual(await start({ type: 'direct-bill' }).resellers(), []);
    assert.deepEqual(await start({ cloud: 'usGovernment' }).resellers(), []);
  });

  it('are the documented answers of the address check', async () => {
    const local = start();
    const asked: Address = {
      country: 'US',
      addressLine1: '1 microsoft way',
      addressLine2: 'Floor 2',
      city: 'REDMOND',
      state: 'WA',
      postalCode: '98052',
    };
    const answer = await local.checkAddress(asked);
    assert.ok(answer.status === 'suggested');
    const [suggestion] = answer.suggestions;
    assert.ok(suggestion !== undefined);
    assert.deepEqual([suggestion.postalCode, suggestion.addressLine2], ['98052-8300', 'Floor 2']);
    assert.deepEqual(await local.checkAddress(suggestion), { status: 'accepted' });
    const street = await local.checkAddress({ ...asked, addressLine1: 'Microsoft Way' });
    assert.ok(street.status === 'suggested');
    assert.equal(street.suggestions[0]?.postalCode, '98052-6399');
    assert.deepEqual(await local.checkAddress(address), { status: 'accepted' });
  });

  it("are the countries' rules, and a clear refusal of what is no country", async () => {
    assert.equal((await start().countryRules('PT')).defaultCulture, 'pt-PT');
    await refused(start().countryRules('XX'), 'invalid');
  });
});
