import assert from 'node:assert/strict';
import { PartnerCenterError } from '../../../partner-center/rules/fault.ts';
import { resetPassword } from '../../../partner-center/rest/restManagement.ts';
import { assertDocumented } from './documented.ts';
import { example } from './example.ts';
import { guids, stub, type Reply } from './stub.ts';

const requestId = guids()();
const customer = '4d3cf487-70f4-4e1e-9ff1-b2bfce8d9f04';
const user = '6e668259-1f09-479d-bcb8-d9b03e826b8d';
const list = example('list-customer-users').response;
const documented = example('reset-customer-user-password');
const reset = { account: 'admin@customer.example', password: 'Renew456*' };
const listed: Reply = { status: 200, body: list.body };
const done: Reply = { status: 200, body: documented.response.body };

const faultOf = async (work: Promise<void>): Promise<PartnerCenterError> => {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof PartnerCenterError, String(error));
  return error;
};

describe('the reset of a user’s password', () => {
  it('finds the user by name and is asked as documented, at the address that Microsoft’s clients use, in the administrator’s name', async () => {
    const { client, sent, tokens } = stub([listed, done]);
    await resetPassword(client, customer, { ...reset, account: 'Admin@Customer.example' }, requestId);
    const [looked, asked] = sent;
    assertDocumented(looked, example('list-customer-users'));
    assert.equal(asked?.method, 'PATCH');
    assert.equal(asked.url, `https://api.partnercenter.microsoft.com/v1/customers/${customer}/users/${user}`);
    assert.deepEqual(asked.body, documented.request.body);
    assert.equal(asked.headers['ms-requestid'], requestId);
    assert.deepEqual(tokens, ['user', 'user']);
  });

  for (const status of [404, 405])
    it(`is asked at the address of the page where the other is unknown (${String(status)} without a code)`, async () => {
      const { client, sent } = stub([listed, { status, text: '<html></html>' }, done]);
      await resetPassword(client, customer, reset, requestId);
      assert.equal(new URL(sent[2]?.url ?? '').pathname, `/v1/customers/${customer}/users/${user}/resetpassword`);
      assert.deepEqual(sent[2]?.body, sent[1]?.body);
    });

  it('is not asked a second time when Partner Center refuses it, and says why', async () => {
    const { client, sent } = stub([listed, { status: 403, body: { code: '900150', description: 'no role' } }]);
    const { fault, retryable } = await faultOf(resetPassword(client, customer, reset, requestId));
    assert.deepEqual([fault.reason, retryable, sent.length], ['role', true, 2]);
  });

  it('repeats the same password when no answer came', async () => {
    const { client, sent } = stub([listed, 'broken', 'silent', done]);
    await resetPassword(client, customer, reset, requestId);
    assert.deepEqual(new Set(sent.slice(1).map(({ body }) => JSON.stringify(body))).size, 1);
    assert.deepEqual(new Set(sent.slice(1).map(({ headers }) => headers['ms-requestid'])), new Set([requestId]));
  });

  it('changes nothing where the customer has no such user', async () => {
    const { client, sent } = stub([listed]);
    const { fault } = await faultOf(resetPassword(client, customer, { ...reset, account: 'a@b.example' }, requestId));
    assert.equal(fault.reason, 'no-account');
    assert.equal(sent.length, 1);
  });
});
