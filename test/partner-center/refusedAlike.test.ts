import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { NewCustomer } from '../../partner-center/rules/customerRules.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import type { PartnerCenter } from '../../partner-center/partnerCenter.ts';
import { address, practice, type Practised, simulated, toys } from './alike.ts';

const contact = toys.contact;

/** New customers that are refused, by the partner of the samples that asks for them. */
const refusals: readonly (readonly [what: string, Partial<NewCustomer>, partner?: number])[] = [
  ['a name that is none', { companyName: 'llc' }],
  ['another cloud’s domain', { domain: 'alpinetoys.onmicrosoft.us' }],
  ['a state not on the list', { address: { ...address, state: 'ZZ' } }],
  ['a postal code of another shape', { address: { ...address, postalCode: '627' } }],
  ['no city', { address: { ...address, city: ' ' } }],
  ['a country out of the market', { address: { ...address, country: 'DE' } }],
  ['a culture of elsewhere', { culture: 'de-DE' }],
  ['a registration ID nobody asks for', { organizationRegistrationNumber: '123' }],
  ['a contact who is nobody', { contact: { ...contact, firstName: 'test' } }],
  ['a contact without a family name', { contact: { ...contact, lastName: 'nobody' } }],
  ['an e-mail address that is none', { contact: { ...contact, email: 'anna' } }],
  ['an unknown reseller', { associatedPartnerId: randomUUID() }],
  ['a reseller of a direct partner', { associatedPartnerId: randomUUID() }, 1],
  ['a customer of an indirect reseller', {}, 2],
];

describe('a refusal in practice', () => {
  let desks: readonly Practised[];
  beforeEach(async () => {
    desks = await Promise.all([practice(), simulated()]);
  });
  afterEach(() => Promise.all(desks.map((desk) => desk.stop())));

  /** Why it is refused, as far as a person is told in our words. */
  const told = async (partnerCenter: PartnerCenter, changes: Partial<NewCustomer>): Promise<string> => {
    const error: unknown = await partnerCenter
      .createCustomer({ ...toys, ...changes }, randomUUID())
      .catch((reason: unknown) => reason);
    assert.ok(error instanceof PartnerCenterError, `not refused: ${JSON.stringify(error)}`);
    return `${error.fault.reason} ${error.fault.field ?? ''}`;
  };

  for (const [what, changes, partner = 0] of refusals)
    it(`is that of Partner Center for ${what}`, async () => {
      const [here, there] = await Promise.all(desks.map((desk) => told(desk.as(partner), changes)));
      assert.equal(here, there);
    });

  it('is that of Partner Center for a domain that a customer of the partner’s own has, or somebody else’s', async () => {
    for (const [partner, reason] of [
      [0, 'domain-own'],
      [1, 'domain-taken'],
    ] as const) {
      const found = await Promise.all(
        desks.map(async (desk) => {
          await desk
            .as(0)
            .createCustomer(toys, randomUUID())
            .catch(() => undefined);
          return told(desk.as(partner), {});
        }),
      );
      assert.deepEqual(
        found.map((one) => one.split(' ')[0]),
        [reason, reason],
      );
    }
  });
});
