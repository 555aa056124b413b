import assert from 'node:assert/strict';
import { isOtherAddress, isOtherCompany } from '../../../forms/paste/otherCompany.ts';
import { isOtherPerson } from '../../../forms/paste/otherContact.ts';

type Company = Readonly<Record<string, string>>;

const alpine: Company = { companyName: 'Alpine Ski House Inc.', domainPrefix: 'alpineskihouse' };
const companies: readonly (readonly [what: string, held: Company, pasted: Company, isOther: boolean])[] = [
  ['an empty form', {}, alpine, false],
  ['the same name as it may be typed', { companyName: 'ALPINE SKI HOUSE, INC' }, alpine, false],
  ['the same name with another domain', { ...alpine, domainPrefix: 'skihouse2' }, alpine, false],
  ['another name', { companyName: 'Proseware' }, alpine, true],
  ['another name on the same domain', { ...alpine, companyName: 'Proseware' }, alpine, true],
  ['another domain without a name', { domainPrefix: 'proseware' }, alpine, true],
  ['another domain than the name', { domainPrefix: 'proseware' }, { companyName: 'Vcf Works Ltd' }, true],
  ['a domain like the name', { domainPrefix: 'vcfworks' }, { companyName: 'Vcf Works Ltd' }, false],
  ['a longer form of the domain', { domainPrefix: 'alpineskihouse1' }, { domainPrefix: 'alpineskihouse' }, false],
  ['a mail address like the name', { companyName: 'Alpine Ski House Inc.' }, { domainPrefix: 'alpineskihouse' }, false],
  ['a mail address unlike the name', { companyName: 'Alpine Ski House Inc.' }, { domainPrefix: 'ash' }, false],
  ['a mail address of another domain', alpine, { domainPrefix: 'proseware' }, true],
  ['a name in another script', { companyName: '青山软件有限公司' }, { domainPrefix: 'qingshan' }, false],
  ['nothing of a company', alpine, { addressLine1: '5 Lake Road' }, false],
];

const lost: Company = { addressLine1: '77 Lost Rd', city: 'Lostville', state: 'TX', postalCode: '78701' };
const addresses: readonly (readonly [what: string, held: Company, pasted: Company, isOther: boolean])[] = [
  ['an empty one', { companyName: 'Proseware' }, lost, false],
  ['an empty input', { addressLine1: '', city: '' }, lost, false],
  ['the same as it may be typed', { addressLine1: '77 LOST RD.', city: 'lostville', state: 'Texas' }, lost, false],
  ['another suite', { ...lost, addressLine2: 'Suite 5' }, { ...lost, addressLine2: 'Ste. 5' }, false],
  ['another suite alone', { addressLine2: 'Suite 5' }, { ...lost, addressLine2: 'Floor 2' }, true],
  ['the same suite alone', { addressLine2: 'Suite 5' }, { ...lost, addressLine2: 'SUITE 5' }, false],
  ['a part of it', { city: 'Lostville' }, lost, false],
  ['another street', { addressLine1: '500 Found Blvd' }, lost, true],
  ['another city', { city: 'Austin' }, lost, true],
  ['another state', { state: 'WA' }, lost, true],
  ['another postal code', { postalCode: '98101' }, lost, true],
];

const eva: Company = {
  firstName: 'Eva',
  lastName: 'Berg',
  email: 'eva@proseware.example',
  phoneNumber: '+14255550123',
};
const people: readonly (readonly [what: string, held: Company, pasted: Company, isOther: boolean])[] = [
  ['an empty form', {}, eva, false],
  ['the same as it may be typed', { firstName: 'EVA', phoneNumber: '(425) 555-0123' }, eva, false],
  ['another first name', { firstName: 'Otto' }, eva, true],
  ['another last name with the same mail address', { ...eva, lastName: 'Kern' }, eva, true],
  ['another mail address of the same name', { ...eva, email: 'berg@proseware.example' }, eva, false],
  ['another mail address without a name', { email: 'otto@proseware.example' }, eva, true],
  ['another number without a name', { phoneNumber: '+1 425 555 0199' }, eva, true],
  ['another number with the same mail address', { email: eva['email'] ?? '', phoneNumber: '+14255550199' }, eva, false],
  ['nothing of a person', eva, {}, false],
];

describe('a pasted person beside the one in the form', () => {
  for (const [what, held, pasted, isOther] of people)
    it(`is ${isOther ? 'another' : 'no other'} one: ${what}`, () => {
      assert.equal(isOtherPerson(held, pasted, 'US'), isOther);
    });
});

describe('a pasted company beside the one in the form', () => {
  for (const [what, held, pasted, isOther] of companies)
    it(`is ${isOther ? 'another' : 'no other'} one: ${what}`, () => {
      assert.equal(isOtherCompany(held, pasted), isOther);
    });
});

describe('a pasted address beside the one in the form', () => {
  for (const [what, held, pasted, isOther] of addresses)
    it(`is ${isOther ? 'another' : 'no other'} one: ${what}`, () => {
      assert.equal(isOtherAddress(held, pasted, 'US'), isOther);
    });
});
