import assert from 'node:assert/strict';
import * as z from 'zod';
import type { Reseller } from '../../../partner-center/rules/partner.ts';
import {
  postQualification,
  readAccountReview,
  readQualifications,
} from '../../../partner-center/rest/customerReviews.ts';
import { checkAddress } from '../../../partner-center/rest/addressCheck.ts';
import {
  readConfirmationDate,
  isSignedByCustomer,
  postAgreement,
  readTemplateId,
} from '../../../partner-center/rest/agreements.ts';
import { readAuditRecords } from '../../../partner-center/rest/restManagement.ts';
import { parseSku, readAvailabilities, readSkus } from '../../../partner-center/rest/skus.ts';
import { checkOut, createCart } from '../../../partner-center/rest/carts.ts';
import type { RestClient } from '../../../partner-center/rest/client.ts';
import { readCountryRules } from '../../../partner-center/rest/countryValidationRules.ts';
import { isDomainFree, readCustomerPage } from '../../../partner-center/rest/customerLookup.ts';
import { readOrders } from '../../../partner-center/rest/customerOrders.ts';
import { readCustomer } from '../../../partner-center/rest/billingProfile.ts';
import {
  readInvitationLink,
  readResellers,
  removeRelationship,
  resellerFault,
} from '../../../partner-center/rest/resellerRelationships.ts';
import { readAddOns, readSubscriptions } from '../../../partner-center/rest/readSubscriptions.ts';
import type { TokenKind } from '../../../partner-center/rest/tokens.ts';
import { assertDocumented } from './documented.ts';
import { example } from './example.ts';
import { guids, stub } from './stub.ts';

/** An operation as the pages show it: which call makes the request, in whose name, and what its answer becomes. */
interface Operation {
  readonly file: string;
  readonly variant?: string;
  readonly token: TokenKind;
  readonly call: (client: RestClient) => Promise<unknown>;
  /** The documented body, where the page leaves out what another one of the same call has. */
  readonly body?: unknown;
  readonly gives?: unknown;
  readonly check?: (answer: unknown) => void;
}

const id = guids()();
const placeholder = '<customer-tenant-id>';
const templateId = '117a77b0-9360-443b-8795-c6dedc750cf9';
const signer = { firstName: 'Tania', lastName: 'Carr', email: 'someone@example.com', phone: '+11234567890' };
const reseller: Reseller = { tenantId: id, mpnId: '1234567', name: 'First Up' };
const redmond = { country: 'US', city: 'Redmond', state: 'WA', addressLine1: '1 Microsoft Way', postalCode: '98052' };
const azureSku = { productId: 'DZH318Z0BQ3Q', skuId: '0001' };
const azurePlan = '65543400-f8b0-4783-8530-6d35ab8c6801';

/** Refused for that reason and with that code, with the sentence that the page prints, and the id of the call. */
const refusedFor = (reason: string, code: string) => (answer: unknown) => {
  const { description, correlationId, ...rest } = z
    .looseObject({ description: z.string(), correlationId: z.guid() })
    .parse(answer);
  assert.deepEqual(rest, { reason, code, field: 'reseller' });
  assert.ok(description.includes('Please advise your reseller') && correlationId !== '');
};

const operations: readonly Operation[] = [
  {
    file: 'verify-domain-availability',
    token: 'app',
    call: (client) => isDomainFree(client, 'Contoso.onmicrosoft.com'),
    gives: false,
  },
  {
    file: 'verify-domain-availability',
    variant: 'domain available',
    token: 'app',
    call: (client) => isDomainFree(client, 'contoso.onmicrosoft.com'),
    gives: true,
  },
  {
    file: 'get-country-validation-rules-recorded-us',
    token: 'app',
    call: async (client) => (await readCountryRules(client, 'US')).cultures,
    gives: ['en-US', 'es-US'],
  },
  {
    file: 'validate-address',
    token: 'app',
    call: (client) => checkAddress(client, redmond),
    gives: { status: 'suggested', suggestions: [{ ...redmond, postalCode: '98052-8300' }] },
  },
  {
    file: 'validate-address',
    variant: 'StreetPartial',
    token: 'app',
    call: (client) => checkAddress(client, { ...redmond, addressLine1: 'Microsoft Way' }),
    gives: { status: 'suggested', suggestions: [{ ...redmond, postalCode: '98052-6399' }] },
  },
  {
    file: 'get-agreement-metadata-customer-agreement',
    token: 'user',
    call: readTemplateId,
    gives: templateId,
  },
  {
    file: 'confirm-customer-agreement',
    token: 'user',
    call: (client) => {
      const consent = { templateId, signer, dateAgreed: '2018-06-14T00:00:00.000Z' };
      const call = { token: 'user', requestId: id } as const;
      return postAgreement(client, '14876998-c0dc-46e6-9d0c-65a57a6c32ec', consent, 'US', call);
    },
  },
  {
    file: 'get-confirmation-of-customer-agreement',
    token: 'user',
    call: (client) => readConfirmationDate(client, '14876998-c0dc-46e6-9d0c-65a57a6c32ec'),
    gives: '2019-08-27T00:00:00',
  },
  {
    file: 'get-direct-sign-status',
    token: 'user',
    call: (client) => isSignedByCustomer(client, '14876998-c0dc-46e6-9d0c-65a57a6c32ec'),
    gives: true,
  },
  {
    file: 'list-indirect-resellers',
    token: 'user',
    call: readResellers,
    gives: [
      { tenantId: '484e548c-f5f3-4528-93a9-c16c6373cb59', mpnId: '4847383', name: 'First Up Consultants' },
      { tenantId: 'b01b1487-b36e-4e6d-9b5e-0b58974c4b28', mpnId: '4847433', name: 'ReleCloud' },
    ],
  },
  {
    file: 'verify-indirect-reseller-mpa-status',
    token: 'user',
    call: (client) => resellerFault(client, reseller),
    gives: undefined,
  },
  {
    file: 'verify-indirect-reseller-mpa-status',
    variant: 'MPA not signed',
    token: 'user',
    call: (client) => resellerFault(client, reseller),
    check: refusedFor('reseller-agreement', '2203'),
  },
  {
    file: 'verify-indirect-reseller-mpa-status',
    variant: 'no reseller account',
    token: 'user',
    call: (client) => resellerFault(client, reseller),
    check: refusedFor('reseller-refused', '2204'),
  },
  {
    file: 'get-customer-validation-status',
    token: 'user',
    call: (client) => readAccountReview(client, '{customer-id}'),
    gives: 'allowed',
  },
  ...(
    [
      ['UnderReview', 'under-review'],
      ['NotAllowed', 'not-approved'],
      ['Unknown', 'under-review'],
      ['Not Ready', 'allowed'],
      ['not found', 'allowed'],
    ] as const
  ).map(([variant, gives]): Operation => ({
    file: 'get-customer-validation-status',
    variant,
    token: 'user',
    call: (client) => readAccountReview(client, '{customer-id}'),
    gives,
  })),
  {
    file: 'set-customer-qualification',
    token: 'user',
    call: (client) => {
      const wanted = { kind: 'education', segment: 'HigherEducation', website: 'contoso.edu' } as const;
      return postQualification(client, placeholder, wanted, id);
    },
  },
  {
    file: 'set-customer-qualification',
    variant: 'GCC',
    token: 'user',
    call: (client) => {
      const wanted = { kind: 'governmentCommunityCloud', validationCode: '123456' } as const;
      return postQualification(client, placeholder, wanted, id);
    },
  },
  {
    file: 'get-customer-qualifications',
    token: 'app',
    call: (client) => readQualifications(client, placeholder),
    gives: [{ qualification: 'Education', state: 'approved' }],
  },
  {
    file: 'get-customer-qualifications',
    variant: 'denied',
    token: 'app',
    call: (client) => readQualifications(client, placeholder),
    gives: [
      {
        qualification: 'Education',
        state: 'denied',
        reason: 'Not an Education Customer',
        askedAt: '2020-12-03T10:37:38.885Z',
      },
    ],
  },
  {
    file: 'list-customers',
    token: 'app',
    call: async (client) =>
      (await readCustomerPage(client, { size: 40 })).customers.map(({ microsoftId }) => microsoftId),
    gives: ['b44bb1fb-c595-45b0-9e09-d657365580bf', '45c44870-ef77-4fdd-b6fe-3dacb075cff2'],
  },
  {
    file: 'list-customers-filter-by-name',
    token: 'app',
    call: async (client) => {
      const found = await readCustomerPage(client, { search: { by: 'name', text: 'Cont' } });
      return found.customers.map(({ companyName, domain }) => `${companyName} ${domain}`);
    },
    gives: [
      'Contoso190 contoso190.onmicrosoft.com',
      'Contoso ContosoCorpCo.onmicrosoft.com',
      'Contoso contosocorpdemo.onmicrosoft.com',
    ],
  },
  {
    file: 'list-customers-of-indirect-reseller',
    token: 'user',
    call: async (client) => {
      const search = { by: 'reseller', text: '484e548c-f5f3-4528-93a9-c16c6373cb59' } as const;
      return (await readCustomerPage(client, { search })).customers.length;
    },
    gives: 2,
  },
  {
    file: 'list-skus',
    token: 'app',
    call: async (client) => (await readSkus(client, 'DZH318Z0BPS6', 'US')).map((one) => parseSku(one)?.title),
    gives: ['Microsoft 365 Business Basic'],
  },
  {
    file: 'list-availabilities',
    token: 'app',
    call: (client) => readAvailabilities(client, azureSku, { country: 'US' }, []),
    gives: [
      {
        catalogItemId: 'CFQ7TTC0LH18:0001:CFQ7TTC0K971',
        segment: 'commercial',
        plans: [{ term: 'P1Y', billing: 'annual' }],
      },
    ],
  },
  {
    file: 'list-availabilities-by-customer',
    token: 'app',
    call: async (client) => {
      const where = { microsoftId: azurePlan, segment: 'commercial' } as const;
      return (await readAvailabilities(client, { productId: 'DZH318Z0BPS6', skuId: '0001' }, where, [])).length;
    },
    gives: 1,
  },
  {
    file: 'create-cart',
    variant: 'new commerce licences (request only)',
    token: 'app',
    call: (client) => {
      const line = { offerId: 'CFQ7TTC0LFLZ:0002:commercial', term: 'P1M', billing: 'Monthly', quantity: 1 };
      const item = { id: 0, catalogItemId: 'CFQ7TTC0LFLZ:0002:CFQ7TTC0K4TS', line };
      return createCart(client, '932c4101-dc08-461b-b4c1-75d80e905775', [item], id);
    },
    body: {
      lineItems: [
        {
          id: 0,
          catalogItemId: 'CFQ7TTC0LFLZ:0002:CFQ7TTC0K4TS',
          quantity: 1,
          termDuration: 'P1M',
          billingCycle: 'Monthly',
        },
      ],
    },
    check: (cart) => assert.equal((cart as { id: string }).id, '3655b1a0-b1c9-4268-9824-577fdbc4d0be'),
  },
  {
    file: 'checkout-cart',
    token: 'app',
    call: async (client) => {
      const cart = 'b4c8fdea-cbe4-4d17-9576-13fcacbf9605';
      const { orders } = await checkOut(client, 'd6bf25b7-e0a8-4f2d-a31b-97b55cfc774d', cart, id);
      return orders.map(({ status, lineItems }) => [status, lineItems?.length, lineItems?.[0]?.subscriptionId]);
    },
    gives: [
      ['completed', 1, 'EF2E1307-86E6-40E3-A794-872403FBD31C'],
      ['pending', 3, undefined],
      ['pending', 1, undefined],
    ],
  },
  {
    file: 'list-orders',
    token: 'app',
    call: async (client) => (await readOrders(client, 'b0d70a69-4c42-4b27-b17b-91a835d8686a')).length,
    gives: 2,
  },
  {
    file: 'list-subscriptions',
    token: 'app',
    call: async (client) => (await readSubscriptions(client, placeholder)).map(({ name, status }) => [name, status]),
    gives: [['nickname', 'active']],
  },
  {
    file: 'list-subscription-add-ons',
    token: 'app',
    call: async (client) => (await readAddOns(client, placeholder, '<id-for-subscription>')).map(({ name }) => name),
    gives: ['Myofferpurchase'],
  },
  {
    file: 'get-customer',
    token: 'app',
    call: async (client) => {
      const { companyName, domain, relationship, billing } = await readCustomer(client, placeholder);
      return [companyName, domain, relationship, billing?.contact.email, billing?.address?.state];
    },
    gives: ['1kl as kjk', 'abcdefgh1234.ccsctp.net', 'reseller', 'a@a.com', 'WA'],
  },
  {
    file: 'request-reseller-relationship',
    token: 'user',
    call: readInvitationLink,
    gives:
      'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=false#/BillingAccounts/partner-invitation',
  },
  {
    file: 'remove-reseller-relationship',
    token: 'user',
    call: (client) => removeRelationship(client, placeholder, id),
  },
  {
    file: 'list-audit-records-add-customer',
    token: 'app',
    call: async (client) => {
      const found = await readAuditRecords(client, '2020-09-02', '2020-09-02', { size: 50 });
      return found.map(({ operation, outcome, companyName }) => [operation, outcome, companyName]);
    },
    gives: [
      ['update_customer_user_licenses', 'succeeded', undefined],
      ['create_order', 'succeeded', 'CustomMetersStagingTest'],
      ['add_customer', 'succeeded', 'CustomMetersStagingTest'],
    ],
  },
];

describe('an operation of Partner Center', () => {
  for (const { file, variant, token, call, gives, check, body: asked } of operations) {
    it(`${file}${variant === undefined ? '' : `, ${variant}`}: is asked and understood as documented`, async () => {
      const shown = example(file, variant);
      const { status, body, headers } = shown.response;
      // "Header: " of an answer without a body is what fetch refuses.
      const retry = headers['Retry-After'] === undefined ? {} : { headers: { 'Retry-After': headers['Retry-After'] } };
      const { client, sent, tokens } = stub([{ status: status ?? 200, body, ...retry }]);
      const answer = await call(client);
      assertDocumented(sent[0], shown, { body: asked });
      assert.deepEqual(tokens, [token]);
      if (check !== undefined) check(answer);
      else assert.deepEqual(answer, gives);
    });
  }
});
