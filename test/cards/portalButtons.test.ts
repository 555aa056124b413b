import assert from 'node:assert/strict';
import { confirmationCard } from '../../cards/confirmationCard.ts';
import { customerCard } from '../../cards/customers/customerCard.ts';
import type { CustomerView } from '../../cards/customers/customerView.ts';
import { doneAll } from '../../gallery/submissionStates.ts';
import { now, ref } from '../../gallery/subscriptionStates.ts';
import { words } from '../../locales/words.ts';
import type { CloudId } from '../../model/clouds.ts';
import { linksOf } from '../cardReading.ts';

const view: CustomerView = {
  words: words('en'),
  ref,
  companyName: 'Tailspin Toys',
  domain: 'tailspintoys.onmicrosoft.com',
  microsoftId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  relationship: 'reseller',
  orders: [],
  changes: [],
  now,
  can: { add: false, manage: false, remove: false, invite: false, password: false },
};

const pages: Readonly<Record<CloudId, readonly string[]>> = {
  global: ['https://partner.microsoft.com/dashboard/home', 'https://admin.microsoft.com/'],
  usGovernment: ['https://partner.microsoft.com/dashboard/home', 'https://portal.office365.us/'],
  germany: [],
  china: ['https://partner.partnercenter.microsoftonline.cn/', 'https://portal.partner.microsoftonline.cn/'],
};

const linksIn = (shown: CustomerView): string[] =>
  Object.values(linksOf({ id: '', content: { ...customerCard(shown) } }));

describe('a customer’s card', () => {
  for (const [portal, urls] of Object.entries(pages))
    it(`opens the documented pages of its cloud: ${portal}`, () =>
      assert.deepEqual(linksIn({ ...view, portal: portal as CloudId }), urls));

  it('opens none in practice', () => assert.deepEqual(linksIn(view), []));
});

describe('a confirmation', () => {
  const { words: spoken, companyName, domain } = view;
  const shown = { words: spoken, id: ref, companyName, domain, stages: doneAll, portal: 'global' as const };
  const linksAfter = (practice: boolean): string[] => {
    const password = { state: 'blanked' as const };
    const made = confirmationCard({ ...shown, practice, password, another: 'offered' });
    return Object.values(linksOf({ id: '', content: { ...made } }));
  };

  it('opens the pages of the cloud to which the customer was added', () =>
    assert.deepEqual(linksAfter(false), pages.global));

  it('opens none in practice: Microsoft does not know the customer', () => assert.deepEqual(linksAfter(true), []));
});
