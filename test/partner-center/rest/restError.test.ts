import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as z from 'zod';
import {
  type FaultField,
  type FaultReason,
  faultReasons,
  isOutage,
  passesSoon,
} from '../../../partner-center/rules/fault.ts';
import { type CallSubject, callSubjects } from '../../../partner-center/rest/faultCodes.ts';
import { cartLineFault, checkoutFault } from '../../../partner-center/rest/carts.ts';
import { faultFor, RestError } from '../../../partner-center/rest/restError.ts';
import { parseErrorBody } from '../../../partner-center/rest/errorBody.ts';
import { anyText } from '../../anyText.ts';
import { exampleFile } from './example.ts';

const documented = z
  .object({ errors: z.array(z.object({ status: z.number(), code: z.string(), description: z.string() })) })
  .parse(exampleFile('_reference-error-codes')).errors;

const samples = z
  .object({ samples: z.array(z.object({ name: z.string(), status: z.number().nullable(), body: z.unknown() })) })
  .parse(exampleFile('_reference-error-samples')).samples;

const lineCodes = z
  .object({ codes: z.array(z.object({ name: z.string(), code: z.number(), description: z.string() })) })
  .parse(exampleFile('_reference-cart-line-errors')).codes;

const fault = (status: number, body: unknown, subject?: CallSubject) => faultFor(parseErrorBody(status, body), subject);

/** Codes that users met, the status and the call they came with, and what the partner is told. */
const told: readonly (readonly [
  code: number,
  status: number,
  subject: CallSubject,
  reason: FaultReason,
  field?: FaultField,
])[] = [
  [600049, 400, 'customer', 'registration-missing', 'registrationNumber'],
  [600050, 400, 'customer', 'registration-format', 'registrationNumber'],
  [600051, 400, 'customer', 'phone-missing', 'organizationPhone'],
  [600002, 400, 'customer', 'registration-unwanted', 'registrationNumber'],
  [600041, 400, 'customer', 'invalid', 'email'],
  [3036, 400, 'customer', 'invalid', 'domainPrefix'],
  [2030, 403, 'customer', 'market', 'country'],
  [2030, 403, 'order', 'market'],
  [2007, 400, 'address', 'address', 'addressLine1'],
  [13605, 403, 'order', 'agreement-missing'],
  [600061, 400, 'agreement', 'agreement-exists'],
  [800073, 403, 'order', 'under-review'],
  [800074, 403, 'subscription', 'under-review'],
  [800075, 403, 'order', 'not-approved'],
  [2002, 400, 'subscription', 'quantity'],
  [800067, 403, 'order', 'limit'],
  [800089, 403, 'order', 'limit'],
  [2085, 403, 'order', 'offer-unavailable'],
  [2091, 403, 'order', 'offer-unavailable'],
  [800070, 400, 'order', 'offer-unavailable'],
  [400018, 404, 'catalog', 'offer-unavailable'],
  [400019, 404, 'order', 'offer-unavailable'],
  [400072, 400, 'order', 'offer-unavailable'],
  [400030, 403, 'order', 'segment'],
  [400036, 403, 'order', 'segment'],
  [400039, 400, 'order', 'term'],
  [800060, 409, 'order', 'already-processing'],
  [800064, 409, 'order', 'already-processing'],
  [800065, 400, 'order', 'already-processing'],
  [800082, 409, 'subscription', 'subscription-busy'],
  [900278, 409, 'subscription', 'pending-operation'],
  [27009, 409, 'subscription', 'parent-inactive'],
  [900214, 400, 'subscription', 'seats-kept'],
  [900257, 400, 'subscription', 'seats-kept'],
  [900117, 400, 'subscription', 'cancellation-over'],
  [900123, 403, 'customer', 'reseller-agreement', 'reseller'],
  [900123, 403, 'order', 'reseller-agreement', 'reseller'],
  [900124, 403, 'order', 'own-agreement'],
  [900154, 403, 'customer', 'reseller-inactive', 'reseller'],
  [800015, 404, 'order', 'reseller-refused', 'reseller'],
  [20002, 403, 'subscription', 'no-relationship'],
  [1002, 403, 'customer', 'partner-type'],
  [800039, 403, 'order', 'program-inactive'],
  [900149, 403, 'order', 'program-inactive'],
  [600006, 403, 'customer', 'not-allowed'],
  [900329, 403, 'agreement', 'user-token-missing'],
  [900309, 403, 'customers', 'mfa'],
  [900420, 401, 'customers', 'token'],
  [900150, 403, 'customers', 'role'],
  [2055, 400, 'billing', 'stale'],
  [900118, 400, 'order', 'customer-unknown'],
  [20003, 404, 'subscription', 'subscription-unknown'],
  [800008, 404, 'order', 'cart-gone'],
];

/** What each sentence of ours claims, as the documented description of a code must claim it too. */
const claims: Readonly<Partial<Record<FaultReason, RegExp>>> = {
  invalid: /^(?:invalid (?:property|request input))/i,
  'registration-unwanted': /registration id value isn't supported/i,
  'registration-missing': /registration id information is missing/i,
  'registration-format': /registration id information is invalid/i,
  'phone-missing': /phone number is missing/i,
  market: /isn't onboarded to sell in country/i,
  'not-allowed': /access denied|not allowed/i,
  'program-inactive': /program status isn't active/i,
  'no-relationship': /has no commerce relationship/i,
  'customer-unknown': /invalid customer id|tenant not found/i,
  'agreement-missing': /microsoft customer agreement must be provided/i,
  'under-review': /currently under review/i,
  'not-approved': /wasn't approved/i,
  'reseller-agreement': /agreement hasn't been accepted by the indirect reseller/i,
  'own-agreement': /your company hasn't accepted the microsoft partner agreement/i,
  'reseller-refused': /partnerid.*(?:isn't found|isn't (?:a )?valid)/i,
  suspended: /suspended/i,
  quantity: /quantity isn't (?:within|available)|quantity .* not within/i,
  limit: /exceed/i,
  'seats-kept': /can't be decreased|window for reducing seats/i,
  'cancellation-over': /cancellation window/i,
  'sandbox-limit': /sandbox/i,
  'offer-unavailable':
    /isn't (?:available|eligible|valid for offer)|no longer available|wasn't found|not found|not available|invalid offer/i,
  segment: /doesn't have required tags/i,
  term: /term|billing cycle/i,
  attestation: /attestation/i,
  credit: /credit/i,
  'already-processing': /in progress|being processed|already submitted/i,
  'subscription-busy': /not ready to be updated/i,
  'pending-operation': /pending operation/i,
  'parent-inactive': /parent subscription isn't active/i,
  'not-changeable': /can't be updated|eligible to be auto-renewed|(?:no longer|not) allowed|no further updates/i,
  stale: /etag|pre-condition/i,
  'not-found': /not found/i,
  'order-unknown': /order id not found/i,
  'subscription-unknown': /subscription .* not found/i,
  'cart-gone': /unable to retrieve cart/i,
  token: /access denied|token missing/i,
  'user-token-missing': /does not support application-only/i,
  mfa: /conditional access/i,
  role: /role doesn't have the rights|insufficient privileges/i,
};

const everyCall: readonly CallSubject[] = callSubjects;
const buying: readonly CallSubject[] = ['order', 'subscription'];
const profiles: readonly CallSubject[] = ['customer', 'billing'];

/** What a sentence of ours speaks of exists on these calls only. */
const speaksOf: Readonly<Partial<Record<FaultReason, readonly CallSubject[]>>> = {
  address: [...profiles, 'address'],
  'registration-unwanted': profiles,
  'registration-missing': profiles,
  'registration-format': profiles,
  'phone-missing': profiles,
  'agreement-missing': buying,
  'agreement-exists': ['agreement'],
  'under-review': buying,
  'not-approved': buying,
  suspended: ['subscription'],
  quantity: buying,
  limit: buying,
  'seats-kept': ['subscription'],
  'cancellation-over': buying,
  'offer-unavailable': [...buying, 'catalog'],
  segment: [...buying, 'catalog'],
  term: buying,
  attestation: ['order'],
  credit: buying,
  'already-processing': ['order'],
  'subscription-busy': ['subscription'],
  'pending-operation': ['subscription'],
  'parent-inactive': buying,
  'not-changeable': ['subscription'],
  stale: ['billing', 'subscription'],
  'order-unknown': ['order'],
  'subscription-unknown': ['subscription'],
  'cart-gone': ['order'],
  'domain-refused': ['domain'],
};

/** Whether a sentence of ours may stand beside the documented one: it says the same, or no more than that it was refused. */
function contradiction(status: number, description: string, reason: FaultReason): boolean {
  if (reason === 'other') return false;
  if (reason === 'conflict') return status !== 409;
  if (reason === 'service-fault') return status < 500 && status !== 408;
  return claims[reason]?.test(description.replace(/\s+/g, ' ')) !== true;
}

describe('a refusal of Partner Center', () => {
  for (const [code, status, subject, reason, field] of told) {
    it(`${code} of a call about ${subject} is told as ${reason}, as a number or as text, with its own sentence`, () => {
      for (const given of [code, String(code)]) {
        const { status: _status, ...found } = fault(status, { code: given, description: '' }, subject);
        assert.deepEqual(found, { reason, code: String(code), ...(field === undefined ? {} : { field }) });
        const description = documented.find((one) => one.code === String(code) && one.status === status)?.description;
        if (description === undefined) continue;
        const said = fault(status, { code: given, description }, subject);
        assert.equal(said.reason, reason);
        assert.ok(said.description !== undefined && description.startsWith(said.description.slice(0, 20)));
      }
    });
  }

  it('says nothing that contradicts a documented code, on no call, and gives its sentence and code', () => {
    assert.equal(documented.length, 239);
    const wrong: string[] = [];
    for (const { status, code, description } of documented) {
      for (const subject of everyCall) {
        // A code of a 200 stands inside an answer, as an order's.
        const found = fault(
          status === 200 ? 400 : status,
          { code, description, data: [], source: 'PartnerFD' },
          subject,
        );
        const isElsewhere = speaksOf[found.reason]?.includes(subject) === false;
        if (isElsewhere || contradiction(status, description, found.reason))
          wrong.push(`${String(status)}/${code} of ${subject}: ${found.reason} for “${description}”`);
        assert.equal(found.code, code);
        // A mere status is no sentence.
        assert.ok((found.description ?? '') !== '' || description === 'Not found', code);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('gives no code a meaning that its call cannot have, whatever the sentence', () => {
    const wrong: string[] = [];
    for (const { status, code } of documented)
      for (const subject of everyCall)
        for (const description of ['', 'Customer details are missing', 'The date must not be in the future.']) {
          const { reason } = fault(status === 200 ? 400 : status, { code, description }, subject);
          if (speaksOf[reason]?.includes(subject) === false) wrong.push(`${code} of ${subject}: ${reason}`);
        }
    assert.deepEqual(wrong, []);
  });

  it('gives generic codes the meaning of their own sentence', () => {
    const of = (
      code: number,
      subject: CallSubject,
      description: string,
      data: readonly string[] = [],
      status = 400,
    ) => {
      const { reason, field } = fault(status, { code, description, data }, subject);
      return [reason, field];
    };
    const missing = ['billingProfile.defaultAddress.addressLine1'];
    assert.deepEqual(of(2001, 'customer', 'Customer details are missing', missing), ['invalid', 'addressLine1']);
    assert.deepEqual(of(2001, 'customer', 'Customer details are missing'), ['other', undefined]);
    assert.deepEqual(of(600002, 'agreement', 'The date of agreement cannot be greater than now.'), [
      'invalid',
      'dateAccepted',
    ]);
    assert.deepEqual(of(600002, 'customer', 'Company name holds characters that are not supported'), [
      'invalid',
      'companyName',
    ]);
    assert.deepEqual(of(20000, 'customer', 'Current country not supported'), ['other', undefined]);
    assert.deepEqual(of(3000, 'relationship', 'The relationship does not exist'), ['other', undefined]);
    assert.deepEqual(of(800002, 'customer', 'Invalid request input', ['billingProfile.email']), ['invalid', 'email']);
    assert.deepEqual(of(27002, 'customer', 'NotificationEmailAddress: a@b.example is invalid'), ['invalid', 'email']);
    assert.deepEqual(of(900112, 'order', 'This purchase is not allowed: an upgrade is pending', [], 409), [
      'conflict',
      undefined,
    ]);
  });

  it('is understood in every documented sample, whatever the shape of its body', () => {
    const subjects: Readonly<Record<string, CallSubject>> = {
      'partner not found': 'reseller',
      'quantity cannot go down': 'subscription',
      'agreement exists': 'agreement',
      'address corrected (before 2021-05-17)': 'address',
      'invalid state': 'customer',
    };
    const reasons = samples.map(({ name, status, body }) => [name, fault(status ?? 400, body, subjects[name]).reason]);
    assert.deepEqual(Object.fromEntries(reasons), {
      'no licences left': 'other',
      'wrong token kind': 'other',
      'conditional access': 'mfa',
      'partner not found': 'not-found',
      'quantity cannot go down': 'seats-kept',
      'agreement exists': 'agreement-exists',
      'address corrected (before 2021-05-17)': 'address',
      'invalid state': 'address',
      throttled: 'throttled',
    });
  });

  it('names the answer it is about, by the call', () => {
    const about = (data: string, subject: CallSubject = 'customer') =>
      fault(400, { code: 27002, description: 'A property has invalid data.', data: [data] }, subject).field;
    assert.equal(about('property_name:  StateInvalid - Details'), 'state');
    assert.equal(about('property_name: CityInvalid'), 'city');
    assert.equal(about('property_name: ZipCityInvalid'), 'postalCode');
    assert.equal(about('BillingProfile.DefaultAddress.AddressLine2'), 'addressLine2');
    assert.equal(about('BillingProfile.DefaultAddress.PhoneNumber'), 'phoneNumber');
    assert.equal(about('BillingProfile.CompanyName'), 'companyName');
    assert.equal(about('BillingProfile.Email'), 'email');
    assert.equal(about('BillingProfile.Email', 'billing'), 'email');
    assert.equal(about('CompanyProfile.OrganizationRegistrationNumber'), 'registrationNumber');
    assert.equal(about('something else'), undefined);
    assert.equal(about('The address is not in the United States'), undefined);
    // A signer's answers are on no card of their own.
    assert.equal(about('PrimaryContact.Email', 'agreement'), undefined);
    assert.equal(about('Website', 'qualification'), 'website');
  });

  it('unwraps the JSON in the description of the old address check', () => {
    const [old] = samples.filter(({ name }) => name.startsWith('address corrected'));
    const { description, field, code } = fault(400, old?.body, 'address');
    assert.ok(description?.startsWith('ZipCityInvalid - Details'));
    assert.deepEqual([field, code], ['postalCode', '2007']);
  });

  it('keeps Partner Center’s sentence beside ours, on one line, with the properties it names, at most 300 characters', () => {
    const said = fault(400, {
      code: 27002,
      description: 'A property has invalid data.',
      data: ['property_name: City'],
    });
    assert.equal(said.description, 'A property has invalid data. · City');
    const { description = '' } = fault(400, { code: 999999, description: `  Some\r\n\u0007 rule: ${'x'.repeat(400)}` });
    assert.ok(description.startsWith('Some rule: xxx'));
    assert.equal(description.length, 300);
    assert.equal(fault(400, { code: 999999, description: 'trick\u202Eed' }).description, 'tricked');
    assert.equal(fault(403, 'Customer tagging denied.').description, 'Customer tagging denied.');
  });

  it('says by its status what its body does not, and what the call allows', () => {
    const reason = (status: number, subject: CallSubject = 'other') => fault(status, undefined, subject).reason;
    assert.deepEqual(
      [400, 401, 403, 404, 405, 410, 429, 500, 501, 503, 408].map((status) => reason(status)),
      [
        'unexplained',
        'token',
        'unexplained',
        'unexplained',
        'unexplained',
        'unexplained',
        'throttled',
        'service-fault',
        'unexplained',
        'service-fault',
        'service-fault',
      ],
    );
    assert.deepEqual(
      (['order', 'subscription', 'qualification', 'relationship', 'customer'] as const).map((one) => reason(409, one)),
      ['already-processing', 'subscription-busy', 'conflict', 'conflict', 'conflict'],
    );
    assert.deepEqual(
      (['billing', 'subscription', 'customer', 'order'] as const).map((one) => reason(412, one)),
      ['stale', 'stale', 'unexplained', 'unexplained'],
    );
    assert.deepEqual([reason(400, 'domain'), reason(403, 'domain')], ['domain-refused', 'unexplained']);
    assert.equal(fault(403, undefined).status, 403);
    assert.equal(fault(502, undefined).status, 502);
    assert.equal(fault(400, { code: 2001, description: 'Details are missing.' }).status, undefined);
  });

  it('is no outage of the way there when Partner Center answered, and an outage all the same', () => {
    assert.deepEqual(faultFor({ data: [] }), { reason: 'unavailable' });
    assert.deepEqual(faultFor({ status: 200, data: [], unreadable: true }), { reason: 'unreadable' });
    for (const reason of ['unavailable', 'service-fault', 'unreadable']) assert.ok(isOutage(reason));
    assert.ok(!isOutage('other') && !isOutage('throttled'));
  });

  it('may succeed later when it passes by itself or somebody puts it right, and not otherwise', () => {
    const isRetryable = (status: number, code?: number, subject: CallSubject = 'order'): boolean =>
      new RestError(parseErrorBody(status, { code }), 'c', { subject }).retryable;
    for (const code of [800073, 13605, 900309, 900150, 800064]) assert.ok(isRetryable(403, code), String(code));
    for (const status of [429, 500, 503, 401]) assert.ok(isRetryable(status), String(status));
    for (const code of [600050, 2030, 27002, 2002, 800075, 900123]) assert.ok(!isRetryable(400, code), String(code));
    // Errors of the service itself that are an answer to what was asked.
    for (const code of [800031, 800083, 800084, 800086, 800087]) assert.ok(!isRetryable(500, code), String(code));
    assert.ok(!isRetryable(409, 900112) && isRetryable(409, 900278, 'subscription'));
    assert.ok(!passesSoon('pending-operation'));
  });

  it('never breaks on a body of any other shape', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 599 }),
        fc.jsonValue({ maxDepth: 3 }),
        anyText(30),
        (status, body, text) => {
          for (const one of [
            body,
            text,
            { code: body, data: body },
            { error: body, description: text, data: [body, text] },
          ])
            assert.ok(faultReasons.includes(fault(status, one).reason));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a line of a cart', () => {
  it('has the same fault by the documented name and by the number that is sent', () => {
    for (const { name, code } of lineCodes) {
      if (code === 0) continue;
      assert.deepEqual(cartLineFault({ errorCode: name }), cartLineFault({ errorCode: String(code) }));
      assert.ok(faultReasons.includes(cartLineFault({ errorCode: name, errorDescription: 'words' }).reason));
    }
  });

  it('tells which faults the partner can mend', () => {
    const reason = (code: number) => cartLineFault({ errorCode: String(code) }).reason;
    assert.deepEqual([10001, 10002, 10009, 10012, 10015].map(reason), [
      'offer-unavailable',
      'limit',
      'sandbox-limit',
      'attestation',
      'quantity',
    ]);
    assert.deepEqual(cartLineFault({ errorCode: '0', errorDescription: 'Strange.' }), {
      reason: 'other',
      code: '0',
      description: 'Strange.',
    });
    assert.equal(checkoutFault({ code: '800089' }).reason, 'limit');
    assert.deepEqual(
      cartLineFault({
        errorCode: '10002',
        errorDescription: 'No quota.',
        additionalInformation: { availableQuantity: 3 },
      }),
      { reason: 'limit', code: '10002', description: 'No quota. · availableQuantity: 3' },
    );
  });
});
