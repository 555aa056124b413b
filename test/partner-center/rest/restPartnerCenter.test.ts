import assert from 'node:assert/strict';
import type { CloudId } from '../../../partner-center/clouds.ts';
import type { Partner, PartnerType } from '../../../partner-center/partner.ts';
import { type AgreementConsent, type NewCustomer, PartnerCenterError } from '../../../partner-center/partnerCenter.ts';
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
  template: { templateId: '117a77b0-9360-443b-8795-c6dedc750cf9', type: 'MicrosoftCustomerAgreement', link: '' },
  signer: customer.contact,
  dateAgreed: '2026-03-01T00:00:00.000Z',
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
    assert.equal((await fails(government.partnerCenter.agreementTemplate())).fault.reason, 'not-allowed');
    assert.deepEqual(await government.partnerCenter.resellers(), []);
    const direct = opened();
    assert.deepEqual(await direct.partnerCenter.resellers(), []);
    assert.deepEqual([government.sent, direct.sent], [[], []]);
    assert.equal((await opened({ type: 'indirect-provider' }).partnerCenter.resellers()).length, 2);
  });

  it('reads rules, offers, resellers and the agreement once for many who ask, and again when they are old', async () => {
    const { partnerCenter, sent, later } = opened({ type: 'indirect-provider' });
    const all = () =>
      Promise.all([
        partnerCenter.countryRules('US'),
        partnerCenter.offers('US'),
        partnerCenter.resellers(),
        partnerCenter.agreementTemplate(),
      ]);
    await Promise.all([all(), all()]);
    await all();
    assert.equal(sent.length, 4);
    await partnerCenter.countryRules('CA');
    assert.equal(sent.length, 5);
    later(11);
    await all();
    assert.equal(sent.length, 6);
    later(24 * 60);
    await all();
    assert.equal(sent.length, 10);
  });

  it('keeps no failure: what could not be read is asked for again', async () => {
    const { partnerCenter, sent } = opened({
      replies: (_sent, index) => (index === 0 ? { status: 403, body: { code: 2032 } } : agreement),
    });
    await fails(partnerCenter.agreementTemplate());
    await partnerCenter.agreementTemplate();
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
      assert.deepEqual(await partnerCenter.readiness?.(), { reason });
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
  const record = (replies: Replies, way: 'recorded' | 'attestation' = 'recorded') => {
    const { partnerCenter, sent } = opened({ replies, settings: { consent: way } });
    return { sent, done: partnerCenter.recordAgreement(id, consent, id) };
  };

  it('that is recorded already is done: an earlier try’s answer was lost', async () => {
    const { body } = example('error-agreement-already-exists').response;
    await record([{ status: 409, body }]).done;
  });

  it('is the customer’s to accept where the call is gone, and may be tried again', async () => {
    for (const status of [405, 410]) {
      const { fault, retryable } = await fails(record([{ status }]).done);
      assert.deepEqual([fault.reason, retryable], ['customer-accepts', true]);
    }
  });

  it('that another reason refuses keeps that reason', async () => {
    const { fault, retryable } = await fails(record([{ status: 403, body: { code: 20002 } }]).done);
    assert.deepEqual([fault.reason, retryable], ['no-relationship', false]);
  });

  it('by attestation sends no signer: it is done when the customer has accepted, and else says who must', async () => {
    const unsigned = record([{ body: { isSigned: false } }], 'attestation');
    assert.deepEqual((await fails(unsigned.done)).fault, { reason: 'customer-accepts' });
    const signed = record([{ body: { isSigned: true } }], 'attestation');
    await signed.done;
    assert.deepEqual(
      [...unsigned.sent, ...signed.sent].map(({ method }) => method),
      ['GET', 'GET'],
    );
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
    assert.equal((await fails(partnerCenter.requestQualification(id, wanted, id))).fault.reason, 'unavailable');
  });
});
