import assert from 'node:assert/strict';
import {
  bodyOf,
  addBuyer,
  addCustomer,
  application,
  buy,
  consent,
  type Desk,
  findItem,
  inside,
  itemsOf,
  newCustomer,
  openDesk,
} from './desk.ts';
import { differences, documented } from './shape.ts';

describe("the simulator's answers have the documented shape", () => {
  let desk: Desk;
  let customer: string;
  let item: Awaited<ReturnType<typeof findItem>>;
  let subscription: string;

  before(async () => {
    desk = await openDesk();
    customer = await addBuyer(desk, 'shapes');
    item = await findItem(desk, 'Microsoft 365 E3');
    subscription = await buy(desk, customer, item.catalogItemId, 3);
  });
  after(() => desk.close());

  /** One operation: the page's sample, and where the answer may differ from it and why. */
  interface Sample {
    readonly file: string;
    readonly variant?: string;
    readonly method?: string;
    readonly path: string | (() => string);
    readonly body?: unknown;
    readonly status?: number;
    /** Documented besides, but not in every answer; or in every answer, but not on this page. */
    readonly but?: readonly string[];
  }

  const at = (path: string) => () => `/customers/${customer}${path}`;

  const samples: readonly Sample[] = [
    {
      file: 'create-customer',
      method: 'POST',
      path: '/customers',
      body: newCustomer('shape1', { beside: { enableGDAPByDefault: false } }),
      status: 201,
      // The page of the indirect reseller has these.
      but: [
        '+.allowDelegatedAccess',
        '+.billingProfile.firstName',
        '+.billingProfile.lastName',
        '+.billingProfile.links',
        '+.companyProfile.companyName',
        '+.companyProfile.links',
      ],
    },
    {
      file: 'create-customer-for-indirect-reseller',
      method: 'POST',
      path: '/customers',
      body: newCustomer('shape2', { beside: { AssociatedPartnerId: '00000000-0000-4000-8000-000000000101' } }),
      status: 201,
      but: [
        '+.billingProfile.firstName',
        '+.billingProfile.lastName',
        '+.billingProfile.links',
        '+.enableGDAPByDefault',
      ],
    },
    { file: 'get-customer', path: at('') },
    { file: 'get-customer-billing-profile', path: at('/profiles/billing') },
    { file: 'get-customer-company-profile', path: at('/profiles/company') },
    {
      file: 'list-customers-filter-by-name',
      path: `/customers?size=0&filter=${encodeURIComponent('{"Field":"CompanyName","Value":"adv","Operator":"starts_with"}')}`,
    },
    { file: 'get-customer-validation-status', path: at('/validationStatus?type=account') },
    {
      file: 'confirm-customer-agreement',
      method: 'POST',
      path: at('/agreements'),
      body: consent('Grace'),
      status: 201,
    },
    {
      file: 'get-confirmation-of-customer-agreement',
      path: at('/agreements?agreementType=MicrosoftCustomerAgreement'),
    },
    {
      file: 'get-agreement-metadata-customer-agreement',
      path: '/agreements?agreementType=MicrosoftCustomerAgreement',
    },
    {
      file: 'download-agreement-template',
      path: '/agreementtemplates/117a77b0-9360-443b-8795-c6dedc750cf9/document?language=en-US&country=US',
    },
    { file: 'error-agreement-already-exists', method: 'POST', path: at('/agreements'), body: consent(), status: 409 },
    {
      file: 'error-invalid-state',
      method: 'POST',
      path: '/customers',
      body: newCustomer('shape3', { address: { Region: 'WA' } }),
      status: 400,
    },
    {
      file: 'get-country-validation-rules-recorded-us',
      path: '/countryvalidationrules/US',
      // Recorded once; the registration rules are in the newer swagger.
      but: [
        '+.customerOrganizationPhoneNumberRequired',
        '+.customerOrganizationRegistrationNumberRequired',
        '-.phoneNumberRegex',
      ],
    },
    {
      file: 'set-customer-qualification',
      method: 'POST',
      path: at('/qualifications'),
      body: { qualification: 'Education', educationSegment: 'HigherEducation', website: 'college.example' },
      status: 201,
    },
    { file: 'get-customer-qualifications', variant: 'in review', path: at('/qualifications') },
    { file: 'get-direct-sign-status', path: at('/directSignedMicrosoftCustomerAgreementStatus') },
    {
      file: 'list-indirect-resellers',
      path: '/relationships?relationship_type=IsIndirectCloudSolutionProviderOf',
    },
    { file: 'request-reseller-relationship', path: '/customers/relationshiprequests' },
    { file: 'get-validation-codes', path: '/customers/all/validations' },
    {
      file: 'validate-address',
      method: 'POST',
      path: '/validations/address',
      body: { AddressLine1: '1 Microsoft Way', City: 'Redmond', State: 'WA', PostalCode: '98052', Country: 'US' },
    },
    {
      file: 'validate-address',
      variant: 'StreetPartial',
      method: 'POST',
      path: '/validations/address',
      body: { AddressLine1: 'Microsoft Way', City: 'Redmond', State: 'WA', PostalCode: '98052', Country: 'US' },
    },
    { file: 'verify-indirect-reseller-mpa-status', path: '/compliance/csp/agreementstatus?mpnid=4000101' },
    {
      file: 'verify-indirect-reseller-mpa-status',
      variant: 'MPA not signed',
      path: '/compliance/csp/agreementstatus?mpnId=4000103',
      status: 400,
    },
    {
      file: 'get-product',
      path: () => `/products/${item.catalogItemId.split(':')[0] ?? ''}?country=US`,
      but: ['-.productType.subType'],
    },
    {
      file: 'list-skus',
      path: () => `/products/${item.catalogItemId.split(':')[0] ?? ''}/skus?country=US`,
      // Of the customer's catalogue (list-products-by-customer).
      but: [
        '+.items[].dynamicAttributes.billingType',
        '+.items[].dynamicAttributes.limit',
        '+.items[].dynamicAttributes.limitUnitOfMeasure',
        '+.items[].dynamicAttributes.unitType',
      ],
    },
    {
      file: 'list-orders',
      path: at('/orders'),
      but: [
        '+.items[].alternateId',
        '+.items[].currencySymbol',
        '+.items[].lineItems[].termDuration',
        '+.items[].lineItems[].transactionType',
        '+.items[].transactionType',
        '-.items[].attributes.etag',
        '-.items[].lineItems[].links.provisioningStatus',
        '-.items[].lineItems[].links.subscription',
      ],
    },
    {
      file: 'get-subscription',
      path: () => `/customers/${customer}/subscriptions/${subscription}`,
      // The page's own legacy samples have the first, and a change needs it; the second is of subscription-resources.
      but: ['+.attributes.etag', '+.cancellationAllowedUntilDate'],
    },
    {
      file: 'get-subscription-provisioning-status',
      path: () => `/customers/${customer}/subscriptions/${subscription}/provisioningstatus`,
    },
    {
      file: 'list-audit-records-add-customer',
      path: '/auditrecords?startDate=2026-06-01&endDate=2026-06-01&size=50',
    },
    // The sample shows an ordinary user and the administrator; only the first has a location.
    { file: 'list-customer-users', path: at('/users') },
    { file: 'get-partner-legal-business-profile', path: '/profiles/legalbusiness' },
    { file: 'get-partner-mpn-profile', path: '/profiles/mpn' },
    { file: 'get-partner-organization-profile', path: '/profiles/organization' },
  ];

  for (const { file, variant, method = 'GET', path, body, status = 200, but = [] } of samples) {
    it(`${file}${variant === undefined ? '' : `, ${variant}`}`, async () => {
      const reply = await desk.call(method, typeof path === 'string' ? path : path(), body);
      assert.equal(reply.status, status, reply.text);
      assert.deepEqual(differences(documented(file, variant), reply.body), but.toSorted());
    });
  }

  it('update-customer-billing-profile', async () => {
    const path = `/customers/${customer}/profiles/billing`;
    const present = await desk.call('GET', path);
    const changed: Record<string, unknown> = { ...bodyOf(present), CompanyName: 'Adventure Works Renamed' };
    delete changed['companyName'];
    const reply = await desk.call('PUT', path, changed);
    assert.equal(reply.status, 200, reply.text);
    assert.equal(reply.at('companyName'), 'Adventure Works Renamed');
    assert.deepEqual(differences(documented('update-customer-billing-profile'), reply.body), []);
  });

  it('create-cart, update-cart, checkout-cart, get-order and get-order-provisioning-status', async () => {
    const lineItems = [
      {
        id: 0,
        catalogItemId: item.catalogItemId,
        quantity: 2,
        billingCycle: 'annual',
        termDuration: 'P1Y',
        friendlyName: 'E3',
      },
    ];
    const carts = `/customers/${customer}/carts`;
    const cart = await desk.call('POST', carts, { lineItems });
    assert.equal(cart.status, 201);
    // Azure reservations have a context, trials say what they become, and no sample line has a name of its own.
    assert.deepEqual(differences(documented('create-cart'), cart.body), [
      '+.lineItems[].friendlyName',
      '-.lineItems[].provisioningContext',
      '-.lineItems[].renewsTo',
    ]);
    const path = `${carts}/${String(cart.at('id'))}`;
    const updated = await desk.call('PUT', `${path}/`, { ...bodyOf(cart), lineItems });
    assert.deepEqual(differences(documented('update-cart'), updated.body), [
      '+.expirationTimestamp',
      '+.lineItems[].termDuration',
      '+.status',
      '-.lineItems[].provisioningContext',
    ]);
    const done = await desk.call('POST', `${path}/checkout`);
    assert.equal(done.status, 201, done.text);
    assert.deepEqual(differences(documented('checkout-cart'), done.body), [
      '+.orders[].attributes',
      '-.orders[].lineItems[].subscriptionId',
    ]);
    const order = `/customers/${customer}/orders/${String(done.at('orders', 0, 'id'))}`;
    const status = await desk.call('GET', `${order}/provisioningstatus`);
    assert.deepEqual(differences(documented('get-order-provisioning-status'), status.body), []);
    const completed = await desk.call('GET', order);
    assert.deepEqual(differences(documented('get-order'), completed.body), [
      '+.alternateId',
      '+.lineItems[].subscriptionId',
      '+.lineItems[].termDuration',
      '+.lineItems[].transactionType',
      '+.transactionType',
    ]);
  });

  it('change-subscription-quantity', async () => {
    const path = `/customers/${customer}/subscriptions/${subscription}`;
    const present = await desk.call('GET', path);
    const reply = await desk.call('PATCH', path, { ...bodyOf(present), quantity: 4 });
    assert.equal(reply.status, 200, reply.text);
    assert.deepEqual(differences(documented('change-subscription-quantity', 'new commerce'), reply.body), [
      '+.attributes.etag',
      '+.cancellationAllowedUntilDate',
      '+.commitmentEndDateTime',
    ]);
  });

  it('get-indirect-resellers-of-customer', async () => {
    const body = newCustomer('shape4', { beside: { associatedPartnerId: '00000000-0000-4000-8000-000000000102' } });
    const own = String((await desk.call('POST', '/customers', body)).at('id'));
    const reply = await desk.call('GET', `/customers/${own}/relationships`);
    assert.equal(reply.at('items', 0, 'mpnId'), '4000102');
    assert.deepEqual(differences(documented('get-indirect-resellers-of-customer'), reply.body), [
      '+.items[].location',
      '+.items[].state',
    ]);
  });

  it('list-availabilities, of which the page shows one item', () => {
    assert.deepEqual(differences(documented('list-availabilities'), item.availability), []);
  });

  it('reset-customer-user-password', async () => {
    const [user] = itemsOf(await desk.call('GET', `/customers/${customer}/users`));
    const passwordProfile = { password: 'Renew456*', forceChangePassword: true };
    const path = `/customers/${customer}/users/${String(inside(user, ['id']))}/resetpassword`;
    const reply = await desk.call('PATCH', path, { passwordProfile });
    assert.equal(reply.status, 200, reply.text);
    assert.deepEqual(differences(documented('reset-customer-user-password'), reply.body), []);
  });

  it('remove-reseller-relationship', async () => {
    const path = `/customers/${await addCustomer(desk, 'shape5')}`;
    const reply = await desk.call('PATCH', path, {
      relationshipToPartner: 'none',
      attributes: { objectType: 'Customer' },
    });
    assert.equal(reply.status, 200);
    assert.deepEqual(differences(documented('remove-reseller-relationship'), reply.body), []);
  });

  it('throttled', async () => {
    desk.fault({ kind: '429', retryAfter: 57 });
    const reply = await desk.call('GET', '/customers');
    assert.equal(reply.status, 429);
    assert.equal(reply.headers.get('Retry-After'), '57');
    assert.deepEqual(differences(documented('throttled'), reply.body), []);
    assert.deepEqual(reply.body, { statusCode: 429, message: 'Rate limit is exceeded. Try again in 57 seconds.' });
  });

  it('get-token-app-only and get-token-app-user-refresh', async () => {
    const app = await desk.login({ ...application, grant_type: 'client_credentials' });
    assert.deepEqual(differences(documented('get-token-app-only'), app.body), []);
    const user = await desk.login({ ...application, grant_type: 'refresh_token', refresh_token: 'any' });
    // A rotated refresh token comes with it, as the login gives one.
    assert.deepEqual(differences(documented('get-token-app-user-refresh'), user.body), ['+.refresh_token']);
  });
});
