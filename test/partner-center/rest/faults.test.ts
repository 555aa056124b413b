import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as z from 'zod';
import { type FaultField, type FaultReason, faultReasons } from '../../../partner-center/fault.ts';
import { lineFault, orderFault } from '../../../partner-center/rest/cartFaults.ts';
import { faultFor } from '../../../partner-center/rest/faults.ts';
import { problemOf } from '../../../partner-center/rest/problem.ts';
import { RestError } from '../../../partner-center/rest/restError.ts';
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

const fault = (status: number, body: unknown) => faultFor(problemOf(status, body));

/** Codes of section "errors" that users met, the status they came with, and what the partner is told. */
const told: readonly (readonly [code: number, status: number, reason: FaultReason, field?: FaultField])[] = [
  [600049, 400, 'registration-missing', 'registrationNumber'],
  [600050, 400, 'registration-format', 'registrationNumber'],
  [600051, 400, 'phone-missing', 'organizationPhone'],
  [600002, 400, 'registration-unwanted', 'registrationNumber'],
  [2030, 403, 'market', 'country'],
  [13605, 403, 'agreement-missing'],
  [600061, 400, 'agreement-exists'],
  [800073, 403, 'under-review'],
  [800074, 403, 'under-review'],
  [800075, 403, 'not-approved'],
  [2002, 400, 'quantity'],
  [800067, 403, 'quantity'],
  [800089, 403, 'quantity'],
  [2085, 403, 'offer-unavailable'],
  [2091, 403, 'offer-unavailable'],
  [800070, 400, 'offer-unavailable'],
  [400018, 404, 'offer-unavailable'],
  [400019, 404, 'offer-unavailable'],
  [400072, 200, 'offer-unavailable'],
  [400030, 403, 'segment'],
  [400036, 403, 'segment'],
  [400039, 400, 'term'],
  [800060, 409, 'already-processing'],
  [800064, 409, 'already-processing'],
  [800065, 400, 'already-processing'],
  [900123, 403, 'reseller-agreement', 'reseller'],
  [900124, 403, 'own-agreement'],
  [900154, 403, 'reseller-inactive', 'reseller'],
  [20002, 403, 'no-relationship'],
  [1002, 403, 'partner-type'],
  [600006, 403, 'not-allowed'],
  [900329, 403, 'user-token-missing'],
  [900316, 400, 'token'],
  [900309, 403, 'mfa'],
  [900420, 401, 'token'],
  [900150, 403, 'role'],
  [2055, 400, 'stale'],
];

describe('a refusal of Partner Center', () => {
  for (const [code, status, reason, field] of told) {
    it(`${code} is told as ${reason}, as a number or as text`, () => {
      for (const given of [code, String(code)]) {
        const { description, ...found } = fault(status, { code: given, description: 'words' });
        assert.deepEqual(found, { reason, code: String(code), ...(field === undefined ? {} : { field }) });
        assert.equal(description, undefined);
      }
    });
  }

  it('is understood in every documented code, without an exception', () => {
    assert.equal(documented.length, 239);
    for (const { status, code, description } of documented) {
      const found = fault(status, { code, description, data: [], source: 'PartnerFD' });
      assert.ok(faultReasons.includes(found.reason));
      assert.equal(found.code, code);
      // Without a sentence of ours there is always Partner Center's.
      if (found.reason === 'other') assert.ok((found.description ?? '') !== '', code);
    }
  });

  it('is understood in every documented sample, whatever the shape of its body', () => {
    const reasons = samples.map(({ name, status, body }) => [name, fault(status ?? 400, body).reason]);
    assert.deepEqual(Object.fromEntries(reasons), {
      'no licences left': 'other',
      'wrong token kind': 'token',
      'conditional access': 'mfa',
      'partner not found': 'not-found',
      'quantity cannot go down': 'seats-kept',
      'agreement exists': 'agreement-exists',
      'address corrected (before 2021-05-17)': 'address',
      'invalid state': 'address',
      throttled: 'throttled',
    });
  });

  it('names the answer it is about', () => {
    const about = (data: string) =>
      fault(400, { code: 27002, description: 'A property has invalid data.', data: [data] });
    assert.equal(about('property_name:  StateInvalid - Details').field, 'state');
    assert.equal(about('property_name: CityInvalid').field, 'city');
    assert.equal(about('property_name: ZipCityInvalid').field, 'postalCode');
    assert.equal(about('something else').field, 'addressLine1');
    assert.equal(fault(400, { code: 3000, data: ['BillingProfile.Email'] }).field, 'email');
    assert.equal(fault(400, { code: 3000, data: ['BillingProfile.CompanyName'] }).field, 'companyName');
    assert.equal(fault(400, { code: 3000, description: 'Invalid property' }).field, undefined);
  });

  it('shows the description of an unknown code on one line, at most 300 characters', () => {
    const { description = '' } = fault(400, { code: 999999, description: `  Some\r\n\u0007 rule: ${'x'.repeat(400)}` });
    assert.ok(description.startsWith('Some rule: xxx'));
    assert.equal(description.length, 300);
    assert.equal(fault(400, { code: 999999, description: 'trick\u202Eed' }).description, 'tricked');
  });

  it('says by its status what its body does not', () => {
    const reasons = [401, 403, 404, 409, 412, 429, 500, 501, 503].map((status) => fault(status, undefined).reason);
    assert.deepEqual(reasons, [
      'token',
      'other',
      'not-found',
      'already-processing',
      'stale',
      'throttled',
      'unavailable',
      'other',
      'unavailable',
    ]);
  });

  it('may succeed later when it passes by itself or somebody puts it right, and not otherwise', () => {
    const isRetryable = (status: number, code?: number): boolean =>
      new RestError(problemOf(status, { code }), 'c').retryable;
    for (const code of [800073, 13605, 900309, 900150, 800064]) assert.ok(isRetryable(403, code), String(code));
    for (const status of [429, 500, 503, 401]) assert.ok(isRetryable(status), String(status));
    for (const code of [600050, 2030, 27002, 2002, 800075, 900123]) assert.ok(!isRetryable(400, code), String(code));
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
      assert.deepEqual(lineFault({ errorCode: name }), lineFault({ errorCode: String(code) }));
      assert.ok(faultReasons.includes(lineFault({ errorCode: name, errorDescription: 'words' }).reason));
    }
  });

  it('tells which faults the partner can mend', () => {
    const reason = (code: number) => lineFault({ errorCode: String(code) }).reason;
    assert.deepEqual([10001, 10002, 10009, 10012, 10015].map(reason), [
      'offer-unavailable',
      'quantity',
      'sandbox-limit',
      'attestation',
      'quantity',
    ]);
    assert.deepEqual(lineFault({ errorCode: '0', errorDescription: 'Strange.' }), {
      reason: 'other',
      code: '0',
      description: 'Strange.',
    });
    assert.equal(orderFault({ code: '800089' }).reason, 'quantity');
  });
});
