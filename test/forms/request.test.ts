import assert from 'node:assert/strict';
import { newCartRow, cartValues } from '../../forms/cartRows.ts';
import { submissionRequestOf, chosenReseller, stagesOf } from '../../forms/request.ts';
import { newCustomerFault } from '../../partner-center/rules/customerRules.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { submissionRequest as requestSchema } from '../../model/submission.ts';
import type { Draft } from '../../model/draft.ts';
import { goodAccepted, goodPerson } from './answers.ts';
import { contextFor, offers, partnerNamed, provider } from './contexts.ts';

const now = new Date('2026-03-02T10:00:00.000Z');

const accepted = (partner: Partner, start: Draft['accepted'] = {}): Draft['accepted'] =>
  goodAccepted((before) => contextFor(partner, before), start);

const requestFor = (partner: Partner, answers: Draft['accepted'] = accepted(partner), at = now) =>
  submissionRequestOf(contextFor(partner, answers), at);

describe('the request of a complete draft', () => {
  const partners = [
    'Fabrikam Distribution',
    'Contoso Direct',
    'Woodgrove Public',
    'Tailspin China Distribution',
    'Fabrikam Taiwan',
    'Proseware Russia',
  ];

  for (const name of partners) {
    it(`is one that Partner Center takes: ${name}`, () => {
      const partner = partnerNamed(name);
      assert.equal(newCustomerFault(requestFor(partner).customer, partner), undefined);
    });

    it(`can be stored: ${name}`, () => {
      const made = requestFor(partnerNamed(name));
      assert.deepEqual(requestSchema.parse(made), made);
    });
  }

  it('says everything that was entered', () => {
    assert.deepEqual(requestFor(provider).customer, {
      companyName: 'Tailspin Toys',
      domain: 'tailspintoys.onmicrosoft.com',
      address: { country: 'US', addressLine1: '1 Harbour Road', city: 'Redmond', state: 'WA', postalCode: '98052' },
      contact: { firstName: 'Anna', lastName: 'Lind', email: 'anna@tailspin.example', phone: '+14255550100' },
      culture: 'en-US',
      language: 'en',
      associatedPartnerId: provider.resellers?.[0]?.tenantId,
      enableGDAPByDefault: true,
    });
  });

  it('says nothing a country does not ask for, though it was answered for another', () => {
    const partner = partnerNamed('Wide World France');
    const hungarian = accepted(partner, { country: { country: 'HU' } });
    const moved = {
      ...hungarian,
      country: { country: 'DE' },
      company: { ...hungarian['company'], postalCode: '24103', culture: 'de-DE' },
    };
    const { customer } = requestFor(partner, moved);
    assert.equal('organizationRegistrationNumber' in customer, false);
    assert.equal('organizationPhone' in customer, false);
    assert.equal(newCustomerFault(customer, partner), undefined);
  });

  it('refuses the default admin relationship where it was refused, and says nothing of it where there is none', () => {
    const answers = accepted(provider);
    const refused = { ...answers, company: { ...answers['company'], gdap: 'false' } };
    assert.equal(requestFor(provider, refused).customer.enableGDAPByDefault, false);
    assert.equal('enableGDAPByDefault' in requestFor(partnerNamed('Tailspin China Distribution')).customer, false);
  });

  it('links the customer by the reseller’s tenant, and the orders by its MPN ID', () => {
    const [reseller] = provider.resellers ?? [];
    const made = requestFor(provider);
    assert.equal(made.customer.associatedPartnerId, reseller?.tenantId);
    assert.equal(made.partnerIdOnRecord, reseller?.mpnId);
    assert.notEqual(reseller?.tenantId, reseller?.mpnId);
  });

  it('names no reseller for a direct customer of the provider', () => {
    const answers = { ...accepted(provider), reseller: { reseller: 'none' } };
    const made = requestFor(provider, answers);
    assert.equal('associatedPartnerId' in made.customer || 'partnerIdOnRecord' in made, false);
    assert.equal(chosenReseller(contextFor(provider, answers)), undefined);
  });
});

describe('the consent', () => {
  const signedBy = (answers: Draft['accepted']) => requestFor(provider, answers).consent?.signer;
  const other = { firstName: 'Bo', lastName: 'Ek', email: 'bo@tailspin.example' };

  it('is the primary contact’s as they are at Submit', () => {
    const answers = {
      ...accepted(provider),
      contact: { ...goodPerson, firstName: 'Eva', phoneNumber: '+14255550199' },
    };
    assert.deepEqual(signedBy(answers), {
      firstName: 'Eva',
      lastName: 'Lind',
      email: 'anna@tailspin.example',
      phone: '+14255550199',
    });
  });

  it('is the other person’s where one was named', () => {
    const answers = accepted(provider);
    assert.deepEqual(
      signedBy({ ...answers, agreement: { ...answers['agreement'], signer: 'other' }, signer: other }),
      other,
    );
  });

  it('is the contact’s again when the other signer was taken back', () => {
    assert.equal(signedBy({ ...accepted(provider), signer: other })?.firstName, 'Anna');
  });

  const dated = (dateAccepted: string, at: string) => {
    const answers = accepted(provider);
    return requestFor(provider, { ...answers, agreement: { ...answers['agreement'], dateAccepted } }, new Date(at))
      .consent?.dateAgreed;
  };

  it('is dated at the beginning of its day', () => {
    assert.equal(dated('2026-03-01', '2026-03-02T10:00:00.000Z'), '2026-03-01T00:00:00.000Z');
    assert.equal(dated('2026-03-02', '2026-03-02T10:00:00.000Z'), '2026-03-02T00:00:00.000Z');
  });

  it('is dated now where the user’s day has not begun in UTC', () => {
    assert.equal(dated('2026-03-02', '2026-03-01T17:30:00.000Z'), '2026-03-01T17:30:00.000Z');
  });

  it('is not there in clouds without the agreement', () => {
    for (const name of ['Woodgrove Public', 'Tailspin China'])
      assert.equal('consent' in requestFor(partnerNamed(name)), false);
  });
});

describe('the qualification', () => {
  const qualified = (qualification: string) => {
    const answers = accepted(provider);
    const start = { ...answers, company: { ...answers['company'], qualification } };
    return requestFor(provider, accepted(provider, start)).qualification;
  };

  it('of a school is asked with its segment and website', () => {
    assert.deepEqual(qualified('education'), { kind: 'education', segment: 'K12', website: 'www.school.example' });
  });

  it('of a government is asked with its code', () => {
    assert.deepEqual(qualified('governmentCommunityCloud'), {
      kind: 'governmentCommunityCloud',
      validationCode: 'GCC-1234',
    });
  });

  it('is not asked when it was taken back', () => {
    const answers = {
      ...accepted(provider),
      qualification: { educationSegment: 'K12', website: 'www.school.example' },
    };
    assert.equal('qualification' in requestFor(provider, answers), false);
  });
});

describe('the steps of a submission', () => {
  const stages = (partner: Partner, answers: Draft['accepted']) => {
    const context = contextFor(partner, answers);
    let made = 0;
    return stagesOf(submissionRequestOf(context, now), context, () => `request-${String((made += 1))}`);
  };

  it('are those that apply, all waiting, each with a request id of its own', () => {
    const answers = accepted(provider);
    const school = { ...answers, company: { ...answers['company'], qualification: 'education' } };
    const all = stages(provider, accepted(provider, school));
    assert.deepEqual(Object.keys(all), ['customer', 'agreement', 'qualification', 'subscriptions']);
    assert.deepEqual([...new Set(Object.values(all).map((stage) => stage?.state))], ['waiting']);
    assert.equal(new Set(Object.values(all).map((stage) => stage?.requestId)).size, 4);
  });

  it('are the customer alone where nothing else is wanted', () => {
    const partner = partnerNamed('Tailspin China');
    assert.deepEqual(Object.keys(stages(partner, { ...accepted(partner), subscriptions: {} })), ['customer']);
  });

  it('order each line as it was chosen, usage without a count', () => {
    const usage = offers.find(({ unit }) => unit === 'usage');
    const two = offers.find(
      ({ plans, addOnTo, unit }) => plans.length === 2 && addOnTo.length === 0 && unit === 'licenses',
    );
    if (usage === undefined || two === undefined) assert.fail('the recorded offers lack a kind');
    const cart = cartValues([newCartRow(usage), { offerId: two.id, plan: '1', count: '012' }]);
    const lines = stages(provider, { ...accepted(provider), subscriptions: cart }).subscriptions?.lines;
    assert.deepEqual(lines, [
      { offerId: usage.id, offerName: usage.name, unit: 'usage', ...usage.plans[0] },
      { offerId: two.id, offerName: two.name, unit: 'licenses', ...two.plans[1], quantity: 12 },
    ]);
  });
});
