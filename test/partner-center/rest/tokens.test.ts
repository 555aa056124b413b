import assert from 'node:assert/strict';
import type { INetworkModule } from '@azure/msal-node';
import { PartnerCenterError } from '../../../partner-center/rules/fault.ts';
import { endpointsOf } from '../../../partner-center/rest/endpoints.ts';
import { beginConsent, type MsalSettings, msalTokens } from '../../../partner-center/rest/msalTokens.ts';
import { simulatorTokens } from '../../../partner-center/rest/tokens.ts';
import type { Vault } from '../../../storage/vault.ts';
import { example } from './example.ts';
import { guids, now } from './stub.ts';

const tenantId = '00000000-0000-4000-8000-00000000000a';
const application = { tenantId, clientId: '00000000-0000-4000-8000-00000000000b', clientSecret: 'MARK-secret' };
const redirect = 'http://localhost:3979/';

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What the login's token endpoint gives; `oid` is the user it speaks for, none for the application. */
const given = (access: string, refresh?: string, oid = 'user-1', tid = tenantId) => ({
  token_type: 'Bearer',
  expires_in: 3600,
  access_token: access,
  ...(refresh === undefined
    ? {}
    : {
        refresh_token: refresh,
        scope: 'https://api.partnercenter.microsoft.com/user_impersonation',
        client_info: base64({ uid: oid, utid: tid }),
        id_token: `${base64({ alg: 'none' })}.${base64({ oid, tid, preferred_username: `${oid}@fabrikam.example` })}.x`,
      }),
});

type Body = Readonly<Record<string, unknown>>;

/** A login that gives the answers in their order, and what it was asked. */
const login = (...answers: readonly (Body | Error)[]) => {
  const asked: { url: string; form: URLSearchParams }[] = [];
  const network: INetworkModule = {
    async sendGetRequestAsync(url) {
      throw new Error(`nothing is to be read: ${url}`);
    },
    async sendPostRequestAsync<T>(url: string, options?: { body?: string }) {
      asked.push({ url, form: new URLSearchParams(options?.body ?? '') });
      const answer = answers[asked.length - 1] ?? answers.at(-1);
      if (answer === undefined || answer instanceof Error) throw answer ?? new Error('no answer');
      const status = 'error' in answer ? 400 : 200;
      // MSAL says what it expects; a test gives it.
      return { headers: {}, status, body: answer as T };
    },
  };
  return { asked, network };
};

const memoryVault = (): Vault & { text: string | undefined } => ({
  text: undefined,
  async read() {
    return this.text;
  },
  async write(text, former) {
    if (this.text !== former) return false;
    this.text = text;
    return true;
  },
});

const settingsWith = (network: INetworkModule, vault: Vault = memoryVault()): MsalSettings => ({
  endpoints: endpointsOf('global'),
  application,
  vault,
  newId: guids(),
  network,
});

const fails = async (work: Promise<unknown>): Promise<PartnerCenterError> => {
  const error: unknown = await work.catch((reason: unknown) => reason);
  assert.ok(error instanceof PartnerCenterError, `no refusal: ${String(error)}`);
  return error;
};

const consent = async (settings: MsalSettings): Promise<string> =>
  (await beginConsent(settings, redirect)).redeem('code-1');

describe('the application’s token', () => {
  it('is asked of the partner’s own tenant, for Partner Center alone, and kept until it runs out', async () => {
    const { asked, network } = login(given('app-1'));
    const tokens = msalTokens(settingsWith(network));
    assert.deepEqual(await Promise.all([tokens.token('app'), tokens.token('app')]), ['app-1', 'app-1']);
    assert.equal(await tokens.token('app'), 'app-1');
    assert.equal(asked.length, 1);
    assert.ok(asked[0]?.url.startsWith(`https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`));
    assert.equal(asked[0]?.form.get('grant_type'), 'client_credentials');
    assert.equal(asked[0]?.form.get('scope')?.split(' ')[0], 'https://api.partnercenter.microsoft.com/.default');
  });

  for (const [cloud, host, resource] of [
    ['usGovernment', 'login.microsoftonline.us', 'https://api.partnercenter.microsoft.com'],
    ['china', 'login.chinacloudapi.cn', 'https://partner.partnercenterapi.microsoftonline.cn'],
  ] as const) {
    it(`of ${cloud} comes from that cloud’s login, and no other cloud is asked`, async () => {
      const { asked, network } = login(given('app-1'));
      await msalTokens({ ...settingsWith(network), endpoints: endpointsOf(cloud) }).token('app');
      assert.deepEqual(
        asked.map(({ url }) => new URL(url).host),
        [host],
      );
      assert.ok(asked[0]?.form.get('scope')?.includes(`${resource}/.default`));
    });
  }

  for (const [name, answer, reason, code] of [
    [
      'a wrong secret',
      { error: 'invalid_client', error_description: 'AADSTS7000215: MARK-secret of user@fabrikam.example' },
      'token',
      'AADSTS7000215',
    ],
    ['a broken connection', new Error('socket hang up MARK-secret'), 'unavailable', undefined],
  ] as const) {
    it(`tells of ${name}, without the login’s own words, and with the ID that was sent or with none`, async () => {
      const { asked, network } = login(answer);
      const { fault, message, stack, retryable, correlationId } = await fails(
        msalTokens(settingsWith(network)).token('app'),
      );
      assert.deepEqual([fault.reason, fault.code, retryable], [reason, code, true]);
      assert.equal(correlationId, code === undefined ? '' : asked[0]?.form.get('client-request-id'));
      assert.ok(!/MARK|fabrikam/.test(`${message}${stack ?? ''}`));
    });
  }
});

describe('a token that Partner Center refused', () => {
  it('is replaced by another of the application’s, once for all calls that were refused with it', async () => {
    const { asked, network } = login(given('app-1'), given('app-2'));
    const tokens = msalTokens(settingsWith(network));
    await tokens.token('app');
    const anew = await Promise.all([tokens.token('app', 'app-1'), tokens.token('app', 'app-1')]);
    assert.deepEqual(anew, ['app-2', 'app-2']);
    assert.equal(await tokens.token('app', 'app-1'), 'app-2');
    assert.equal(asked.length, 2);
  });

  it('is replaced by another of the user’s, by the consent', async () => {
    const { asked, network } = login(...[1, 2, 3].map((n) => given(`user-${String(n)}`, `refresh-${String(n)}`)));
    const settings = settingsWith(network);
    await consent(settings);
    const tokens = msalTokens(settings);
    assert.equal(await tokens.token('user'), 'user-2');
    assert.equal(await tokens.token('user', 'user-2'), 'user-3');
    assert.equal(asked.at(-1)?.form.get('grant_type'), 'refresh_token');
  });

  for (const number of ['50076', '50078', '50079', '53003', '500121'])
    it(`is missing its second factor, where the login says so (AADSTS${number})`, async () => {
      const refused = { error: 'invalid_grant', error_description: `AADSTS${number}: user@fabrikam.example` };
      const { network } = login(given('user-1', 'refresh-1'), given('user-2', 'refresh-2'), refused);
      const settings = settingsWith(network);
      await consent(settings);
      const tokens = msalTokens(settings);
      const { fault } = await fails(tokens.token('user', await tokens.token('user')));
      assert.deepEqual(fault, { reason: 'mfa', code: `AADSTS${number}` });
    });
});

describe('a user’s token', () => {
  it('is missing before the administrator’s consent, and nobody is asked', async () => {
    const { asked, network } = login();
    const { fault, retryable } = await fails(msalTokens(settingsWith(network)).token('user'));
    assert.deepEqual([fault, retryable, asked.length], [{ reason: 'user-token-missing' }, true, 0]);
  });

  it('comes of one consent, by a code, a state and a proof that only this process has', async () => {
    const { asked, network } = login(given('user-1', 'refresh-1'));
    const begun = await beginConsent(settingsWith(network), redirect);
    const { host, searchParams } = new URL(begun.url);
    assert.equal(host, 'login.microsoftonline.com');
    assert.equal(searchParams.get('redirect_uri'), redirect);
    assert.equal(searchParams.get('state'), begun.state);
    assert.equal(searchParams.get('code_challenge_method'), 'S256');
    assert.ok(searchParams.get('scope')?.includes('https://api.partnercenter.microsoft.com/user_impersonation'));
    assert.ok(searchParams.get('scope')?.includes('offline_access'));
    assert.equal(await begun.redeem('code-1'), 'user-1@fabrikam.example');
    assert.deepEqual([asked[0]?.form.get('grant_type'), asked[0]?.form.get('code')], ['authorization_code', 'code-1']);
    assert.ok((asked[0]?.form.get('code_verifier') ?? '').length >= 43);
  });

  it('is renewed by another process from what was kept, and the rotated refresh token is kept in place of the former', async () => {
    const vault = memoryVault();
    await consent(settingsWith(login(given('user-1', 'refresh-1')).network, vault));
    assert.ok(vault.text?.includes('refresh-1'));
    const { asked, network } = login(given('user-2', 'refresh-2'));
    const tokens = msalTokens(settingsWith(network, vault));
    assert.equal(await tokens.token('user'), 'user-2');
    assert.equal(await tokens.token('user'), 'user-2');
    assert.deepEqual(
      asked.map(({ form }) => form.get('refresh_token')),
      ['refresh-1'],
    );
    assert.ok(vault.text?.includes('refresh-2') === true && !vault.text.includes('refresh-1'));
  });

  it('keeps no access token, no id token and no secret outside the process', async () => {
    const vault = memoryVault();
    const settings = settingsWith(login(given('MARK-access', 'refresh-1')).network, vault);
    await consent(settings);
    await msalTokens(settingsWith(login(given('MARK-app')).network, vault)).token('app');
    assert.ok(!/MARK|id_token|preferred_username/.test(vault.text ?? ''));
  });

  it('is taken up by the running bot when the consent is given later, or again by another user', async () => {
    const vault = memoryVault();
    const { network } = login(given('user-x', 'refresh-x'), given('user-y', 'refresh-y', 'user-2'));
    const tokens = msalTokens(settingsWith(network, vault));
    await fails(tokens.token('user'));
    await consent(settingsWith(login(given('user-1', 'refresh-1')).network, vault));
    assert.equal(await tokens.token('user'), 'user-x');
    await consent(settingsWith(login(given('user-2', 'refresh-2', 'user-2')).network, vault));
    assert.equal(await tokens.token('user'), 'user-y');
    assert.ok(!vault.text?.includes('user-1'));
  });

  for (const [name, error_description, error, reason] of [
    ['multi-factor sign-in', 'AADSTS50076: Due to a configuration change', 'interaction_required', 'mfa'],
    ['a conditional access policy', 'AADSTS53003: Access has been blocked', 'interaction_required', 'mfa'],
    [
      'a new consent',
      'AADSTS700082: The refresh token has expired due to inactivity',
      'invalid_grant',
      'user-token-missing',
    ],
  ] as const) {
    it(`that the login refuses for ${name} is told so`, async () => {
      const vault = memoryVault();
      await consent(settingsWith(login(given('user-1', 'refresh-1')).network, vault));
      const refused = { error, error_description, correlation_id: 'c0c0c0c0-0000-4000-8000-000000000001' };
      const { fault } = await fails(msalTokens(settingsWith(login(refused).network, vault)).token('user'));
      assert.deepEqual(fault, { reason, code: /AADSTS\d+/.exec(error_description)?.[0] });
    });
  }

  it('of another tenant is refused', async () => {
    const other = '00000000-0000-4000-8000-0000000000ff';
    const { fault } = await fails(consent(settingsWith(login(given('u', 'r', 'user-1', other)).network)));
    assert.equal(fault.reason, 'token');
  });
});

describe('a consent that several processes share', () => {
  const begun = async () => {
    const vault = memoryVault();
    await consent(settingsWith(login(given('user-1', 'refresh-1')).network, vault));
    return vault;
  };

  it('costs each of them one login an hour: what one keeps takes no access token from another', async () => {
    const vault = await begun();
    const logins = ['a', 'b', 'c'].map((name) => login(given(`user-${name}`, `refresh-${name}`)));
    const processes = logins.map(({ network }) => msalTokens(settingsWith(network, vault)));
    for (const _ of [1, 2, 3])
      assert.deepEqual(await Promise.all(processes.map(async (tokens) => tokens.token('user'))), [
        'user-a',
        'user-b',
        'user-c',
      ]);
    assert.deepEqual(
      logins.map(({ asked }) => asked.length),
      [1, 1, 1],
    );
    assert.ok(/refresh-[abc]/.test(vault.text ?? ''));
  });

  it('that is given anew is not written over by a process that renewed the former one meanwhile', async () => {
    const vault = await begun();
    const { asked, network } = login(given('user-2', 'refresh-2'), given('user-3', 'refresh-3', 'user-2'));
    const slow: INetworkModule = {
      ...network,
      async sendPostRequestAsync<T>(url: string, options?: { body?: string }) {
        const answer = await network.sendPostRequestAsync<T>(url, options);
        if (asked.length === 1)
          await consent(settingsWith(login(given('user-1', 'refresh-new', 'user-2')).network, vault));
        return answer;
      },
    };
    const tokens = msalTokens(settingsWith(slow, vault));
    await tokens.token('user').catch(() => undefined);
    assert.ok(vault.text?.includes('refresh-new') === true && !vault.text.includes('refresh-2'));
    assert.equal(await tokens.token('user'), 'user-3');
    assert.equal(asked.at(-1)?.form.get('refresh_token'), 'refresh-new');
  });

  it('that is given is written whatever the processes renew meanwhile', async () => {
    const vault = await begun();
    let renewed = 0;
    const busy: Vault = {
      async read() {
        const text = await vault.read();
        if (renewed < 3) vault.text = JSON.stringify({ ...JSON.parse(text ?? '{}'), renewed: (renewed += 1) });
        return text;
      },
      write: async (text, former) => vault.write(text, former),
    };
    await consent(settingsWith(login(given('user-9', 'refresh-9', 'user-9')).network, busy));
    assert.equal(renewed, 3);
    assert.ok(vault.text?.includes('refresh-9') === true && !vault.text.includes('refresh-1'));
  });

  it('that could not be kept is kept at the next use, though nobody is asked for a token then', async () => {
    const vault = await begun();
    let isDown = true;
    const failing: Vault = {
      read: async () => vault.read(),
      async write(text, former) {
        if (isDown) throw new Error('MARK: no storage');
        return vault.write(text, former);
      },
    };
    const { asked, network } = login(given('user-2', 'refresh-2'));
    const tokens = msalTokens(settingsWith(network, failing));
    const { fault, message } = await fails(tokens.token('user'));
    assert.deepEqual([fault.reason, message.includes('MARK')], ['unavailable', false]);
    isDown = false;
    assert.equal(await tokens.token('user'), 'user-2');
    assert.equal(asked.length, 1);
    assert.ok(vault.text?.includes('refresh-2'));
  });
});

describe('the simulator’s token', () => {
  it('is asked for as documented, of this machine alone', async () => {
    const endpoints = endpointsOf('global', 'http://127.0.0.1:4000');
    const forms: [string, URLSearchParams][] = [];
    const tokens = simulatorTokens(endpoints, application, {
      now: () => now,
      send: async (url, init) => {
        forms.push([String(url as string), new URLSearchParams(init?.body as URLSearchParams)]);
        return new Response(JSON.stringify({ access_token: 'simulated' }));
      },
    });
    assert.deepEqual([await tokens.token('app'), await tokens.token('user')], ['simulated', 'simulated']);
    const documented = ['get-token-app-only', 'get-token-app-user-refresh'].map((name) => example(name).request);
    for (const [at, { form }] of documented.entries()) {
      assert.equal(forms[at]?.[0], `http://127.0.0.1:4000/${tenantId}/oauth2/token`);
      assert.deepEqual(new Set(forms[at][1].keys()), new Set(Object.keys(form)));
      assert.equal(forms[at][1].get('grant_type'), form['grant_type']);
    }
    assert.throws(() => simulatorTokens(endpointsOf('global'), application, { now: () => now }), /only the simulator/);
  });

  it('that is refused or not to be had is told', async () => {
    const endpoints = endpointsOf('global', 'http://localhost:4000');
    const refused = simulatorTokens(endpoints, application, {
      now: () => now,
      send: async () => new Response('{}', { status: 401 }),
    });
    assert.equal((await fails(refused.token('app'))).fault.reason, 'token');
    const gone = simulatorTokens(endpoints, application, {
      now: () => now,
      send: async () => {
        throw new TypeError('fetch failed');
      },
    });
    assert.equal((await fails(gone.token('app'))).fault.reason, 'unavailable');
  });

  it('is kept by its kind until shortly before it runs out, and another is asked for once in place of a refused one', async () => {
    const clock = { now };
    let given = 0;
    const tokens = simulatorTokens(endpointsOf('global', 'http://localhost:4000'), application, {
      now: () => clock.now,
      send: async () =>
        new Response(JSON.stringify({ access_token: `token-${String((given += 1))}`, expires_in: '3600' })),
    });
    assert.deepEqual(await Promise.all([tokens.token('app'), tokens.token('user')]), ['token-1', 'token-2']);
    assert.deepEqual([await tokens.token('app'), await tokens.token('user')], ['token-1', 'token-2']);
    const anew = await Promise.all([1, 2, 3].map(() => tokens.token('app', 'token-1')));
    assert.deepEqual(new Set(anew), new Set(['token-3']));
    assert.equal(await tokens.token('app', 'token-1'), 'token-3', 'there is another one already');
    clock.now = new Date(now.getTime() + 56 * 60_000);
    assert.equal(await tokens.token('app'), 'token-4');
  });
});
