import assert from 'node:assert/strict';
import { routes } from '../../simulator/routes.ts';
import { application, codeOf, type Desk, openDesk, tenant } from './desk.ts';

describe("the simulator's login", () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk.close());

  const bearing = (token: string) => ({ token: 'none' as const, headers: { Authorization: `Bearer ${token}` } });

  it('gives app-only tokens for client credentials, in both versions', async () => {
    for (const [path, target] of [
      ['oauth2/token', { resource: 'https://api.partnercenter.microsoft.com' }],
      ['oauth2/v2.0/token', { scope: 'https://api.partnercenter.microsoft.com/.default' }],
    ] as const) {
      const form = { client_id: 'a', client_secret: 'b', grant_type: 'client_credentials', ...target };
      const reply = await desk.login(form, `/${tenant}/${path}`);
      assert.equal(reply.status, 200, reply.text);
      assert.equal(Number(reply.at('expires_in')), 3600);
      const token = bearing(String(reply.at('access_token')));
      assert.equal((await desk.call('GET', '/customers', undefined, token)).status, 200);
      const refused = await desk.call('GET', '/customers/relationshiprequests', undefined, token);
      assert.deepEqual([refused.status, codeOf(refused)], [403, '900329']);
    }
  });

  it('gives app+user tokens for a refresh token or a code, and a new refresh token', async () => {
    for (const grant of [
      { grant_type: 'refresh_token', refresh_token: 'old' },
      { grant_type: 'authorization_code', code: 'any' },
    ]) {
      const reply = await desk.login({ ...application, ...grant });
      assert.notEqual(reply.at('refresh_token'), 'old');
      const token = bearing(String(reply.at('access_token')));
      assert.equal((await desk.call('GET', '/customers/relationshiprequests', undefined, token)).status, 200);
    }
  });

  it('refuses what is no grant, in the words of the login', async () => {
    const cases = [
      [{ client_id: 'a', grant_type: 'client_credentials' }, 401, 'invalid_client'],
      [{ ...application, grant_type: 'password' }, 400, 'unsupported_grant_type'],
      [{ ...application, grant_type: 'refresh_token' }, 400, 'invalid_grant'],
      [{ client_secret: 'b', grant_type: 'client_credentials' }, 400, 'invalid_request'],
    ] as const;
    for (const [form, status, error] of cases) {
      const reply = await desk.login(form);
      assert.deepEqual([reply.status, reply.at('error')], [status, error]);
    }
  });

  it('lets nobody in without a token, with an invented one, or with one that has run out', async () => {
    assert.equal((await desk.call('GET', '/customers', undefined, { token: 'none' })).status, 401);
    assert.equal((await desk.call('GET', '/customers', undefined, bearing('invented'))).status, 401);
    const reply = await desk.login({ ...application, grant_type: 'client_credentials' });
    desk.pass(3_600_000);
    const late = await desk.call('GET', '/customers', undefined, bearing(String(reply.at('access_token'))));
    assert.equal(late.status, 401);
  });

  it('refuses tokens of the retired audience with 900420', async () => {
    const form = { ...application, resource: 'https://graph.windows.net', grant_type: 'client_credentials' };
    const token = bearing(String((await desk.login(form)).at('access_token')));
    const reply = await desk.call('GET', '/customers', undefined, token);
    assert.deepEqual([reply.status, codeOf(reply)], [401, '900420']);
  });

  it('refuses an app-only token wherever the page names app+user, and nowhere else', async () => {
    for (const { method, path, user } of routes) {
      const filled = path.replaceAll(/:\w+/g, 'x');
      const reply = await desk.call(method, filled, undefined, { token: 'app-only' });
      assert.equal(codeOf(reply) === '900329', user, `${method} ${path}`);
    }
  });

  it('knows customers of its own tenant only', async () => {
    const [customer] = desk.addCustomers(1);
    const other = { tenant: '00000000-0000-4000-8000-000000000002' };
    const reply = await desk.call('GET', `/customers/${customer?.id ?? ''}`, undefined, other);
    assert.deepEqual([reply.status, codeOf(reply)], [403, '20002']);
    assert.equal((await desk.call('GET', `/customers/${customer?.id ?? ''}`)).status, 200);
  });

  it('echoes the ids of a call, and gives some where there are none', async () => {
    const ids = { 'MS-RequestId': 'request-1', 'MS-CorrelationId': 'correlation-1' };
    const reply = await desk.call('GET', '/customers', undefined, { headers: ids });
    for (const [name, value] of Object.entries(ids)) assert.equal(reply.headers.get(name), value);
    const bare = await desk.call('GET', '/customers/none');
    for (const name of ['MS-RequestId', 'MS-CorrelationId', 'MS-CV', 'MS-ServerId'])
      assert.ok(bare.headers.get(name), name);
  });
});
