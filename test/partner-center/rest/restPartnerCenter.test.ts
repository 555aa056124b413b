import assert from 'node:assert/strict';
import type { AgreementWay, AgreementConsent } from '../../../partner-center/rules/agreement.ts';
import type { CloudId } from '../../../partner-center/rules/clouds.ts';
import type { NewCustomer } from '../../../partner-center/rules/customerRules.ts';
import { PartnerCenterError } from '../../../partner-center/rules/fault.ts';
import type { Partner, PartnerType } from '../../../partner-center/rules/partner.ts';
import { endpointsOf } from '../../../partner-center/rest/endpoints.ts';
import { type RestSettings, restPartnerCenter } from '../../../partner-center/rest/restPartnerCenter.ts';
import type { TokenKind } from '../../../partner-center/rest/tokens.ts';
import { memoryDocuments } from '../../memoryDocuments.ts';
import { example } from './example.ts';
import { guids, now, type Reply, type Replies, type Sent, stub } from './stub.ts';

const partnerOf = (cloud: CloudId, type: PartnerType): Partner => ({
  tenantId: '00000000-0000-4000-8000-00000000000a',
  name: 'Fabrikam',
  cloud,
  type,
  country: 'US',
  mpnId: '4000001',
  domains: ['fabrikam.example'],
});

const id = guids()();
const agreement = { body: example('get-agreement-metadata-customer-agreement').response.body };
const relations = { body: example('list-indirect-resellers').response.body };

/** The usual answers, by path. */
const usual = ({ url }: Sent): Reply => {
  const { pathname } = new URL(url);
  if (pathname.startsWith('/v1/countryvalidationrules'))
    return { body: example('get-country-validation-rules-recorded-us').response.body };
  if (pathname === '/v1/agreements') return agreement;
  if (pathname === '/v1/relationships') return relations;
  return pathname.startsWith('/v1/products') ? { body: { items: [] } } : { status: 404, body: { code: 1000 } };
};

interface Choice {
  readonly cloud?: CloudId;
  readonly type?: PartnerType;
  readonly replies?: Replies;
  readonly settings?: Partial<RestSettings>;
}

const opened = ({ cloud = 'global', type = 'direct-bill', replies = usual, settings = {} }: Choice = {}) => {
  const { fetch, sent } = stub(replies);
  const asked: TokenKind[] = [];
  let at = now;
  const partnerCenter = restPartnerCenter({
    partner: partnerOf(cloud, type),
    endpoints: endpointsOf(cloud),
    tokens: {
      async token(kind) {
        asked.push(kind);
        return kind;
      },
    },
    documents: memoryDocuments(),
    now: () => at,
    randomId: guids(),
    wait: async () => {},
    fetch,
    ...settings,
  });
  const later = (minutes: number): void => void (at = new Date(at.getTime() + minutes * 60_000));
  return { partnerCenter, sent, asked, later };
};

const fails = async (work: Promise<unknown> | undefined): Promise<PartnerCenterError> => {
  const error: unknown = await work?.catch((reason: unknown) => reason);
  assert.ok(error instanceof PartnerCenterError, `no refusal: ${String(error)}`);
  return error;
};

const customer: NewCustomer = {
  companyName: 'Fourth Coffee',
  domain: 'fourthcoffee.onmicrosoft.de',
  address: { country: 'US', addressLine1: '1 Main Street', city: 'Redmond' },
  contact: { firstName: 'Anna', lastName: 'Berg', email: 'anna@fourthcoffee.example' },
  culture: 'en-US',
  language: 'en',
};

const consent: AgreementConsent = {
  signer: customer.contact,
  dateAgreed: '2026-03-01T00:00:00.000Z',
  companyName: customer.companyName,
  country: 'US',
  language: 'en-US',
};

describe('Partner Center by REST', () => {
  it('is no practice, but at the simulator it is', () => {
    assert.equal(opened().partnerCenter.practice, false);
    const endpoints = endpointsOf('global', 'http://127.0.0.1:4000');
    assert.equal(opened({ settings: { endpoints } }).partnerCenter.practice, true);
  });

  it('asks nothing of a closed cloud: each call is refused before it is sent', async () => {
    const { partnerCenter, sent } = opened({ cloud: 'germany' });
    const calls = [
      partnerCenter.isDomainFree('a.onmicrosoft.de'),
      partnerCenter.countryRules('DE'),
      partnerCenter.checkAddress(customer.address),
      partnerCenter.offers('DE'),
      partnerCenter.createCustomer(customer, id),
      partnerCenter.order(id, [{ offerId: 'A:0001:commercial', term: 'P1Y', billing: 'monthly' }], id),
      partnerCenter.management?.subscriptions(id),
    ];
    for (const call of calls) assert.equal((await fails(call)).fault.reason, 'cloud-closed');
    assert.equal((await fails(partnerCenter.recordAgreement(id, consent, id))).fault.reason, 'not-allowed');
    assert.deepEqual(sent, []);
  });

  it('calls the partner’s own cloud', async () => {
    const { partnerCenter, sent } = opened({ cloud: 'china' });
    await partnerCenter.countryRules('CN');
    assert.ok(sent[0]?.url.startsWith('https://partner.partnercenterapi.microsoftonline.cn/v1/'));
  });

  it('has no agreement where the cloud has none, and no resellers but a provider’s', async () => {
    const government = opened({ cloud: 'usGovernment', type: 'indirect-provider' });
    assert.equal(government.partnerCenter.agreementWay, undefined);
    assert.equal((await fails(government.partnerCenter.recordAgreement(id, consent, id))).fault.reason, 'not-allowed');
    assert.deepEqual(await government.partnerCenter.resellers(), []);
    const direct = opened();
    assert.deepEqual(await direct.partnerCenter.resellers(), []);
    assert.deepEqual([government.sent, direct.sent], [[], []]);
    assert.equal((await opened({ type: 'indirect-provider' }).partnerCenter.resellers()).length, 2);
  });

  it('reads rules, offers and resellers once for many who ask, and again when they are old', async () => {
    const { partnerCenter, sent, later } = opened({ type: 'indirect-provider' });
    const all = () =>
      Promise.all([partnerCenter.countryRules('US'), partnerCenter.offers('US'), partnerCenter.resellers()]);
    await Promise.all([all(), all()]);
    await all();
    assert.equal(sent.length, 3);
    await partnerCenter.countryRules('CA');
    assert.equal(sent.length, 4);
    later(11);
    await all();
    assert.equal(sent.length, 5);
    later(24 * 60);
    await all();
    assert.equal(sent.length, 8);
  });

  it('keeps no failure: what could not be read is asked for again', async () => {
    const { partnerCenter, sent } = opened({
      type: 'indirect-provider',
      replies: (_sent, index) => (index === 0 ? { status: 403, body: { code: 2032 } } : relations),
    });
    await fails(partnerCenter.resellers());
    await partnerCenter.resellers();
    assert.equal(sent.length, 2);
  });
});

describe('whether customers can be added', () => {
  it('is found out by what adding one needs: the application, and the user for agreement and resellers', async () => {
    const provider = opened({ type: 'indirect-provider' });
    assert.equal(await provider.partnerCenter.readiness?.(), undefined);
    assert.deepEqual(provider.asked, ['app', 'user', 'user']);
    const government = opened({ cloud: 'usGovernment' });
    assert.equal(await government.partnerCenter.readiness?.(), undefined);
    assert.deepEqual(government.asked, ['app']);
  });

  for (const reason of ['user-token-missing', 'mfa', 'token'] as const) {
    it(`is told before a long form: ${reason}`, async () => {
      const token = async (kind: TokenKind): Promise<string> => {
        if (kind === 'user') throw new PartnerCenterError({ reason }, 'c', true);
        return kind;
      };
      const { partnerCenter } = opened({ settings: { tokens: { token } } });
      assert.equal((await partnerCenter.readiness?.())?.reason, reason);
    });
  }

  it('tells that the user lacks the role, and that the cloud is closed', async () => {
    const roleless = opened({ replies: [{ status: 403, body: { code: 900150 } }] });
    assert.equal((await roleless.partnerCenter.readiness?.())?.reason, 'role');
    assert.equal((await opened({ cloud: 'germany' }).partnerCenter.readiness?.())?.reason, 'cloud-closed');
  });

  it('is not known while Partner Center cannot be reached', async () => {
    const { partnerCenter } = opened({ replies: ['broken'] });
    assert.equal((await fails(partnerCenter.readiness?.())).fault.reason, 'unavailable');
  });

  it('tells of a consent without multi-factor sign-in before it is refused, where one is needed', async () => {
    const told = async (reply: Reply, choice: Choice = {}) => {
      const { partnerCenter, sent } = opened({ ...choice, replies: [reply] });
      const reason = await partnerCenter.consentFault?.().then((fault) => fault?.reason);
      return { reason, asked: sent.map(({ headers }) => headers['validatemfa']) };
    };
    assert.deepEqual(await told({ ...agreement, headers: { isMfaCompliant: 'true' } }), {
      reason: undefined,
      asked: ['true'],
    });
    assert.deepEqual(await told({ ...agreement, headers: { isMfaCompliant: 'false' } }), {
      reason: 'mfa',
      asked: ['true'],
    });
    assert.equal((await told(agreement)).reason, undefined);
    for (const [status, code] of [
      [401, 900421],
      [403, 900309],
    ] as const)
      assert.equal((await told({ status, body: { code } })).reason, 'mfa');
    assert.deepEqual(await told(agreement, { cloud: 'usGovernment' }), { reason: undefined, asked: [] });
    assert.deepEqual(await told(agreement, { cloud: 'germany' }), { reason: undefined, asked: [] });
  });
});

describe('the agreement', () => {
  const names = { emailName: 'signatoryEmail', phoneName: 'signatoryPhone', idName: 'attestationId' };
  const enhanced = { ...names, page: 'https://mca.example/accept?id={id}' };
  const record = (way: AgreementWay, replies: Replies, documents = memoryDocuments()) => {
    const { partnerCenter, sent, asked } = opened({ replies, settings: { agreement: way, enhanced, documents } });
    return { sent, asked, done: partnerCenter.recordAgreement(id, consent, id), partnerCenter };
  };

  /** Answers by the end of the path; the template and that nothing was accepted unless another is given. */
  const answering =
    (own: Readonly<Record<string, Reply>>): Replies =>
    ({ method, url }) => {
      const { pathname } = new URL(url);
      const found = Object.entries(own).find(([end]) => `${method} ${pathname}`.endsWith(end));
      if (found !== undefined) return found[1];
      if (pathname.endsWith('directSignedMicrosoftCustomerAgreementStatus')) return { body: { isSigned: false } };
      return pathname === '/v1/agreements' ? agreement : { body: { items: [] } };
    };
  const post = `POST /v1/customers/${id}/agreements`;
  const template = 'GET /v1/agreements';

  it('is the customer’s own where nothing else was chosen, and no way where the cloud has none', () => {
    assert.equal(opened().partnerCenter.agreementWay, 'customer');
    assert.equal(opened({ cloud: 'china' }).partnerCenter.agreementWay, undefined);
  });

  it('that is recorded already is done: an earlier try’s answer was lost', async () => {
    const { body } = example('error-agreement-already-exists').response;
    await record('recorded', answering({ [post]: { status: 409, body } })).done;
  });

  it('is the customer’s to accept where the call is gone, and may be tried again', async () => {
    for (const status of [405, 410]) {
      const { fault, retryable } = await fails(record('recorded', answering({ [post]: { status } })).done);
      assert.deepEqual([fault.reason, retryable], ['customer-accepts', true]);
    }
  });

  it('that another reason refuses keeps that reason', async () => {
    const replies = answering({ [post]: { status: 403, body: { code: 20002 } } });
    const { fault, retryable } = await fails(record('recorded', replies).done);
    assert.deepEqual([fault.reason, retryable], ['no-relationship', false]);
  });

  it('is the customer’s to accept where the metadata name no template that can be read', async () => {
    const cloudAgreement = { agreementType: 'MicrosoftCloudAgreement', templateId: 'a' };
    for (const items of [[], null, [cloudAgreement], [{ agreementType: 'MicrosoftCustomerAgreement' }], ['x']]) {
      const { done, sent } = record('recorded', answering({ [template]: { body: { items } } }));
      assert.equal((await fails(done)).fault.reason, 'customer-accepts');
      assert.deepEqual(
        sent.map(({ method }) => method),
        ['GET'],
      );
    }
  });

  it('does not keep customers from being added where the metadata cannot be read', async () => {
    for (const reply of [{ body: { items: [] } }, { status: 404 }, { status: 403, body: { code: 600006 } }])
      assert.equal(await opened({ replies: [reply] }).partnerCenter.readiness?.(), undefined);
  });

  it('of the customer itself sends nothing: it is done when the customer has accepted, and else says who must', async () => {
    const unsigned = record('customer', answering({}));
    const { fault, retryable, soon } = await fails(unsigned.done);
    assert.deepEqual([fault, retryable, soon], [{ reason: 'customer-accepts' }, true, false]);
    const old = answering({
      [`GET /v1/customers/${id}/agreements`]: { body: { items: [{ dateAgreed: '2023-03-31' }] } },
    });
    assert.equal((await fails(record('customer', old).done)).fault.reason, 'acceptance-too-old');
    const signed = { directSignedMicrosoftCustomerAgreementStatus: { body: { isSigned: true } } };
    await record('customer', answering(signed)).done;
    const recorded = { [`GET /v1/customers/${id}/agreements`]: { body: { items: [{ dateAgreed: '2023-04-01' }] } } };
    await record('customer', answering(recorded)).done;
    assert.ok(unsigned.sent.every(({ method }) => method === 'GET'));
  });

  it('counts one answer where the other one fails, and says so where that is not enough', async () => {
    const signed = { directSignedMicrosoftCustomerAgreementStatus: { body: { isSigned: true } } };
    const broken: Reply = { status: 400, body: { code: 987 } };
    const lists = { [`GET /v1/customers/${id}/agreements`]: broken };
    await record('customer', answering({ ...signed, ...lists })).done;
    assert.equal((await fails(record('customer', answering(lists)).done)).fault.code, '987');
  });

  describe('that is accepted on a page', () => {
    const made = { 'POST /v1/attestations/enhanced': { status: 201, body: { attestationId: 'a 1' } } };

    it('is asked for in the application’s own name, with everything Microsoft’s page about it names', async () => {
      const { sent, asked, done } = record('enhanced', answering({ ...made, [post]: { status: 201, body: {} } }));
      await done;
      const [attestation] = sent.filter(({ url }) => url.endsWith('/v1/attestations/enhanced'));
      assert.deepEqual(
        [attestation?.method, attestation?.body],
        [
          'POST',
          {
            country: 'US',
            language: 'en-US',
            companyName: 'Fourth Coffee',
            signatoryFirstName: 'Anna',
            signatoryLastName: 'Berg',
            signatoryEmail: 'anna@fourthcoffee.example',
          },
        ],
      );
      const [confirmation] = sent.filter(({ method, url }) => method === 'POST' && url.endsWith('/agreements'));
      assert.deepEqual(confirmation?.body, {
        primaryContact: consent.signer,
        templateId: '117a77b0-9360-443b-8795-c6dedc750cf9',
        dateAgreed: now.toISOString(),
        type: 'MicrosoftCustomerAgreement',
        attestationId: 'a 1',
      });
      // The template alone takes a user.
      assert.deepEqual(asked, ['app', 'user', 'app']);
    });

    it('names the page while the customer has not accepted there, and asks for one attestation only', async () => {
      const documents = memoryDocuments();
      const refused = answering({
        ...made,
        [post]: { status: 400, body: { code: 3000, description: 'Not accepted.' } },
      });
      const first = record('enhanced', refused, documents);
      const { fault, retryable } = await fails(first.done);
      assert.deepEqual(
        [fault.reason, fault.page, retryable],
        ['customer-accepts', 'https://mca.example/accept?id=a%201', true],
      );
      const later = record('enhanced', answering({ [post]: { status: 201, body: {} } }), documents);
      await later.done;
      assert.equal(later.sent.filter(({ url }) => url.endsWith('enhanced')).length, 0);
    });

    it('counts what the customer accepted in its admin center meanwhile', async () => {
      const signed = { directSignedMicrosoftCustomerAgreementStatus: { body: { isSigned: true } } };
      await record('enhanced', answering({ ...made, ...signed, [post]: { status: 400 } })).done;
    });

    it('is tried again where nothing was answered, and takes the id however it is given', async () => {
      const busy = await fails(record('enhanced', answering({ ...made, [post]: { status: 500 } })).done);
      assert.deepEqual([busy.fault.reason, busy.retryable], ['service-fault', true]);
      for (const body of [{ id: 'x' }, 'x', { AttestationId: 'x' }]) {
        const replies = answering({
          'POST /v1/attestations/enhanced': { status: 201, body },
          [post]: { status: 400, body: { code: 3000 } },
        });
        assert.equal((await fails(record('enhanced', replies).done)).fault.page, 'https://mca.example/accept?id=x');
      }
      const nameless = answering({ 'POST /v1/attestations/enhanced': { status: 201, body: {} } });
      assert.equal((await fails(record('enhanced', nameless).done)).fault.reason, 'unreadable');
    });
  });
});

describe('a qualification', () => {
  const wanted = { kind: 'education', segment: 'K12', website: 'school.example' } as const;
  const there =
    (vettingStatus: string): Replies =>
    ({ method }) =>
      method === 'POST' ? { status: 500 } : { body: [{ qualification: 'Education', vettingStatus }] };

  it('whose answer was lost is found, and not asked for again', async () => {
    await opened({ replies: there('InReview') }).partnerCenter.requestQualification(id, wanted, id);
  });

  it('that was denied before is none', async () => {
    const { partnerCenter } = opened({ replies: there('Denied') });
    assert.equal((await fails(partnerCenter.requestQualification(id, wanted, id))).fault.reason, 'service-fault');
  });

  it('that is denied by the time its lost answer is looked up was asked for, and is not asked for again', async () => {
    let present = [{ qualification: 'Education', vettingStatus: 'Denied', vettingCreatedDate: '2026-01-01T00:00:00Z' }];
    let asked = 0;
    const { partnerCenter } = opened({
      replies: ({ method }) => {
        if (method !== 'POST') return { body: present };
        asked += 1;
        present = present.map((one) => ({ ...one, vettingCreatedDate: '2026-02-02T00:00:00Z' }));
        return { status: 500 };
      },
    });
    await fails(partnerCenter.requestQualification(id, wanted, id));
    await partnerCenter.requestQualification(id, wanted, id);
    assert.equal(asked, 1);
  });

  it('that was refused may be asked for with other answers, and the refusal is whole, a bare sentence or nothing', async () => {
    for (const [body, said] of [
      ['Customer tagging denied.', { reason: 'other', description: 'Customer tagging denied.' }],
      [undefined, { reason: 'unexplained', status: 400 }],
    ] as const) {
      const replies: Replies = ({ method }) => (method === 'POST' ? { status: 400, body } : { body: [] });
      const { partnerCenter, sent } = opened({ replies });
      assert.deepEqual((await fails(partnerCenter.requestQualification(id, wanted, id))).fault, said);
      await fails(partnerCenter.requestQualification(id, { ...wanted, website: 'other.example' }, id));
      assert.equal(sent.filter(({ method }) => method === 'POST').length, 2);
    }
  });
});
