import assert from 'node:assert/strict';
import { hostOfAccount } from '../../../storage/azure/tableAddress.ts';
import type { TableAccount } from '../../../storage/azure/table.ts';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { ConfigurationError, loadEnvironment, readConfig } from '../../../bot/settings/config.ts';

const id = '00000000-0000-4000-8000-00000000000a';
const registered = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: id,
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: id,
  PARTNERS_FILE: 'partners.json',
};

const faultsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof ConfigurationError);
    return error.faults;
  }
  return [];
};

const namesOf = (env: NodeJS.ProcessEnv): string[] => faultsOf(env).map((fault) => fault.split(':', 1)[0] ?? '');

describe('configuration', () => {
  it('serves this machine alone with no settings at all', () => {
    assert.deepEqual(readConfig({}), {
      port: 3978,
      host: '127.0.0.1',
      dataDir: resolve('data'),
      storage: 'lowdb',
      partnerCenter: 'local',
      logLevel: 'info',
      passwordShownMinutes: 10,
      turnsPerMinute: 120,
      agreement: { way: 'recorded' },
      anonymous: true,
      teamsCloud: 'public',
      fileHosts: ['sharepoint.com', 'sharepoint.us', 'sharepoint.cn'],
      channel: {},
    });
  });

  it('listens everywhere once the bot is registered', () => {
    const config = readConfig({ ...registered, NODE_ENV: 'production' });
    assert.equal(config.host, '0.0.0.0');
    assert.equal(config.anonymous, false);
    assert.equal(config.partnersFile, resolve('partners.json'));
    assert.deepEqual(config.registration, { type: 'SingleTenant', id, password: 'secret', tenantId: id });
  });

  it('takes empty settings as unset and ignores settings it does not know', () => {
    assert.equal(readConfig({ PORT: '', HOST: '  ', MicrosoftAppId: '', SHELL: '/bin/sh' }).port, 3978);
  });

  it('takes SQLite on a Node that has it, and says which has on another', () => {
    assert.equal(readConfig({ STORAGE: 'sqlite' }, 'v22.13.0').storage, 'sqlite');
    assert.equal(readConfig({ STORAGE: 'sqlite' }, 'v24.0.0').storage, 'sqlite');
    for (const version of ['v20.19.4', 'v22.12.0'])
      assert.throws(() => readConfig({ STORAGE: 'sqlite' }, version), /STORAGE: sqlite needs Node 22\.13 or later/);
  });

  it('takes a table of a storage account, which has to be named', () => {
    assert.throws(
      () => readConfig({ STORAGE: 'azure' }),
      /one fault\n {2}- AZURE_STORAGE_CONNECTION_STRING: is missing/,
    );
    const named = { STORAGE: 'azure', AZURE_STORAGE_ACCOUNT: 'desk' };
    assert.deepEqual(readConfig(named).storage, { account: { account: 'desk' }, name: 'customerdesk' });
    const connected = { STORAGE: 'azure', AZURE_STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true' };
    assert.deepEqual(readConfig({ ...connected, AZURE_STORAGE_TABLE: 'practice' }).storage, {
      account: { connectionString: 'UseDevelopmentStorage=true' },
      name: 'practice',
    });
    for (const table of ['a-b', 'tables', 'Tables'])
      assert.throws(() => readConfig({ ...named, AZURE_STORAGE_TABLE: table }), /AZURE_STORAGE_TABLE: is not a name/);
  });

  it('refuses what names no storage account, and two names at once', () => {
    const refused = (settings: NodeJS.ProcessEnv, fault: RegExp): void =>
      assert.throws(() => readConfig({ STORAGE: 'azure', ...settings }), fault);
    for (const AZURE_STORAGE_CONNECTION_STRING of [
      'hello',
      'AccountName=x;AccountKey=eA==',
      'TableEndpoint=http://x/y',
    ])
      refused(
        { AZURE_STORAGE_CONNECTION_STRING },
        /one fault\n {2}- AZURE_STORAGE_CONNECTION_STRING: is no connection/,
      );
    for (const AZURE_STORAGE_ACCOUNT of ['Foo_Bar', 'ab', 'customerdesk.table.core.windows.net', 'https://'])
      refused({ AZURE_STORAGE_ACCOUNT }, /one fault\n {2}- AZURE_STORAGE_ACCOUNT: is no name/);
    refused(
      { AZURE_STORAGE_ACCOUNT: 'desk', AZURE_STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true' },
      /one fault\n {2}- AZURE_STORAGE_ACCOUNT: is set, and/,
    );
  });

  it('shows of an account its host, and neither key nor signature', () => {
    const hosts: readonly (readonly [TableAccount, string | undefined])[] = [
      [{ account: 'desk' }, 'desk.table.core.windows.net'],
      [{ account: 'https://desk.table.cosmos.azure.com:443/' }, 'desk.table.cosmos.azure.com'],
      [{ connectionString: 'UseDevelopmentStorage=true' }, '127.0.0.1:10002'],
      [
        {
          connectionString:
            'DefaultEndpointsProtocol=https;AccountName=desk;AccountKey=a2V5==;EndpointSuffix=core.chinacloudapi.cn',
        },
        'desk.table.core.chinacloudapi.cn',
      ],
      [
        { connectionString: 'TableEndpoint=https://desk.table.core.windows.net/;SharedAccessSignature=sv=1&sig=a2V5' },
        'desk.table.core.windows.net',
      ],
      [{ connectionString: 'hello' }, undefined],
    ];
    for (const [account, host] of hosts) assert.equal(hostOfAccount(account), host);
  });

  it('names every fault at once, each with its cure', () => {
    const env = {
      PORT: '70000',
      HOST: '0.0.0.0',
      STORAGE: 'paper',
      PARTNER_CENTER: 'cloud',
      LOG_LEVEL: 'loud',
      PASSWORD_SHOWN_MINUTES: 'soon',
      MicrosoftAppType: 'SingleTennant',
      NODE_ENV: 'production',
    };
    assert.deepEqual(
      new Set(namesOf(env)),
      new Set([...Object.keys(env).filter((name) => name !== 'NODE_ENV'), 'MicrosoftAppId']),
    );
    assert.ok(faultsOf(env).every((fault) => /\b(Set|Choose|Correct|Unset|unset|Without|With)\b/.test(fault)));
  });

  describe('of Partner Center itself', () => {
    const application = { PARTNER_CENTER_CLIENT_ID: id, PARTNER_CENTER_CLIENT_SECRET: 'rest-secret' };
    const rest = { ...registered, ...application, PARTNER_CENTER: 'rest' };

    it('names the application that calls it', () => {
      const { partnerCenter, rest: found } = readConfig(rest);
      assert.equal(partnerCenter, 'rest');
      assert.deepEqual(found, { clientId: id, clientSecret: 'rest-secret' });
    });

    it('lets customers accept the agreement by themselves unless another way is chosen; practice records it', () => {
      assert.deepEqual(readConfig(rest).agreement, { way: 'customer' });
      assert.deepEqual(readConfig({}).agreement, { way: 'recorded' });
      for (const [text, way] of [
        ['recorded', 'recorded'],
        ['customer', 'customer'],
        ['attestation', 'customer'],
      ]) {
        assert.deepEqual(readConfig({ ...rest, PARTNER_CENTER_AGREEMENT: text }).agreement, { way });
        assert.deepEqual(readConfig({ PARTNER_CENTER_AGREEMENT: text }).agreement, { way });
      }
    });

    it('makes a page for the acceptance only where its address is set, with the names that are not public', () => {
      const enhanced = { ...rest, PARTNER_CENTER_AGREEMENT: 'enhanced' };
      const page = 'https://mca.example/accept/{id}';
      const whole = { ...enhanced, PARTNER_CENTER_ATTESTATION_PAGE: page };
      const usual = { emailName: 'signatoryEmail', phoneName: 'signatoryPhoneNumber', idName: 'attestationId', page };
      assert.deepEqual(readConfig(whole).agreement, { way: 'enhanced', enhanced: usual });
      const named = {
        PARTNER_CENTER_ATTESTATION_EMAIL: 'email',
        PARTNER_CENTER_ATTESTATION_PHONE: 'phone',
        PARTNER_CENTER_ATTESTATION_ID: 'id',
      };
      assert.deepEqual(readConfig({ ...whole, ...named }).agreement, {
        way: 'enhanced',
        enhanced: { emailName: 'email', phoneName: 'phone', idName: 'id', page },
      });
      for (const bad of [undefined, 'https://mca.example/', 'http://mca.example/{id}', '{id}'])
        assert.deepEqual(namesOf({ ...enhanced, ...(bad && { PARTNER_CENTER_ATTESTATION_PAGE: bad }) }), [
          'PARTNER_CENTER_ATTESTATION_PAGE',
        ]);
      assert.deepEqual(namesOf({ ...whole, PARTNER_CENTER_ATTESTATION_EMAIL: 'an e-mail' }), [
        'PARTNER_CENTER_ATTESTATION_EMAIL',
      ]);
      assert.deepEqual(namesOf({ PARTNER_CENTER_AGREEMENT: 'enhanced', PARTNER_CENTER_ATTESTATION_PAGE: page }), [
        'PARTNER_CENTER_AGREEMENT',
      ]);
    });

    it('is complete or refused, and never shows the secret', () => {
      const both = ['PARTNER_CENTER_CLIENT_ID', 'PARTNER_CENTER_CLIENT_SECRET'];
      assert.deepEqual(namesOf({ ...registered, PARTNER_CENTER: 'rest' }), both);
      const typo = { ...rest, PARTNER_CENTER_CLIENT_ID: 'no-guid', PARTNER_CENTER_AGREEMENT: 'signed' };
      assert.deepEqual(new Set(namesOf(typo)), new Set(['PARTNER_CENTER_AGREEMENT', 'PARTNER_CENTER_CLIENT_ID']));
      assert.ok(!faultsOf(typo).join().includes('rest-secret'));
    });

    it('is not to be had before the bot is registered: nobody would prove who is asking', () => {
      assert.deepEqual(namesOf({ ...application, PARTNER_CENTER: 'rest' }), ['PARTNER_CENTER']);
    });

    it('may be the simulator, on this machine and not in production', () => {
      const simulated = (url: string) => ({
        PARTNER_CENTER: 'rest',
        PARTNER_CENTER_CLIENT_ID: 'any',
        PARTNER_CENTER_CLIENT_SECRET: 'any',
        PARTNER_CENTER_URL: url,
      });
      assert.equal(readConfig(simulated('http://127.0.0.1:4000')).rest?.url, 'http://127.0.0.1:4000');
      for (const url of [
        'https://partner.example',
        'http://127.0.0.1.partner.example:80',
        'http://10.0.0.1',
        'nowhere',
      ])
        assert.deepEqual(namesOf(simulated(url)), ['PARTNER_CENTER_URL']);
      const production = { ...registered, ...simulated('http://127.0.0.1:4000'), NODE_ENV: 'production' };
      assert.deepEqual(namesOf(production), ['PARTNER_CENTER_URL']);
    });
  });

  it('stops at a registration type with a typo, which the SDK would take for MultiTenant', () => {
    assert.deepEqual(namesOf({ ...registered, MicrosoftAppType: 'SingleTennant' }), ['MicrosoftAppType']);
    assert.deepEqual(namesOf({ ...registered, MicrosoftAppType: '' }), ['MicrosoftAppType']);
    assert.equal(readConfig({ ...registered, MicrosoftAppType: 'singletenant' }).registration?.type, 'SingleTenant');
  });

  it('asks for what each registration type needs and refuses what it must not have', () => {
    const without = (name: string, type: string) => ({ ...registered, MicrosoftAppType: type, [name]: '' });
    assert.deepEqual(namesOf(without('MicrosoftAppPassword', 'SingleTenant')), ['MicrosoftAppPassword']);
    assert.deepEqual(namesOf(without('MicrosoftAppTenantId', 'SingleTenant')), ['MicrosoftAppTenantId']);
    assert.deepEqual(namesOf(without('MicrosoftAppTenantId', 'MultiTenant')), []);
    assert.deepEqual(namesOf(without('MicrosoftAppPassword', 'UserAssignedMSI')), []);
    assert.deepEqual(namesOf({ ...registered, MicrosoftAppType: 'UserAssignedMSI' }), ['MicrosoftAppPassword']);
    assert.deepEqual(namesOf({ ...registered, MicrosoftAppId: 'my-bot' }), ['MicrosoftAppId']);
    assert.deepEqual(namesOf({ MicrosoftAppPassword: 'secret' }), ['MicrosoftAppId']);
  });

  it('needs the partners file once the bot is registered', () => {
    assert.deepEqual(namesOf({ ...registered, PARTNERS_FILE: '' }), ['PARTNERS_FILE']);
  });

  it('does not start without an app id in production or on a network', () => {
    assert.deepEqual(namesOf({ NODE_ENV: 'production' }), ['MicrosoftAppId']);
    for (const HOST of ['0.0.0.0', '::', '192.0.2.1', 'desk.example', '127.0.0.1.example'])
      assert.deepEqual(namesOf({ HOST }), ['HOST'], HOST);
    for (const HOST of ['localhost', '127.0.0.1', '::1']) assert.deepEqual(namesOf({ HOST }), [], HOST);
  });

  it('lets tests lead the SDK to stubs, and refuses that to everybody else', () => {
    const env = { ...registered, ToChannelFromBotLoginUrl: 'http://127.0.0.1:1', CallerId: 'x' };
    assert.deepEqual(readConfig({ ...env, NODE_ENV: 'test' }).channel, {
      ToChannelFromBotLoginUrl: 'http://127.0.0.1:1',
      CallerId: 'x',
    });
    for (const more of [{}, { NODE_ENV: 'production' }, { NODE_ENV: 'development' }])
      assert.deepEqual(namesOf({ ...env, ...more }), ['ToChannelFromBotLoginUrl', 'CallerId']);
  });

  it('never lets a password into a fault', () => {
    const text = faultsOf({ MicrosoftAppPassword: 'hunter2', MicrosoftAppType: 'UserAssignedMSI' }).join();
    assert.ok(text.length > 0 && !text.includes('hunter2'));
  });

  it('gives a configuration or a ConfigurationError for any values', () => {
    const names = ['PORT', 'HOST', 'DATA_DIR', 'LOG_LEVEL', 'PASSWORD_SHOWN_MINUTES', 'MicrosoftAppType', 'NODE_ENV'];
    const env = fc.dictionary(fc.constantFrom(...names), fc.string());
    fc.assert(
      fc.property(env, (settings) => {
        if (faultsOf(settings).length > 0) return;
        const { port, passwordShownMinutes } = readConfig(settings);
        assert.ok(port >= 0 && port <= 65535 && passwordShownMinutes > 0);
      }),
    );
  });
});

describe('.env', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'desk-config-'));
  });
  after(async () => {
    delete process.env['DESK_TEST_SETTING'];
    await rm(folder, { recursive: true });
  });

  it('has an example that changes nothing', async () => {
    const lines = (await readFile('.env.example', 'utf8')).split('\n').filter((line) => /^\w+=/.test(line));
    const settings = Object.fromEntries(lines.map((line) => line.split('=', 2) as [string, string]));
    assert.ok(lines.length > 8);
    assert.deepEqual(readConfig(settings), readConfig({}));
  });

  it('is fine when missing', () => {
    assert.doesNotThrow(() => loadEnvironment(join(folder, 'none')));
  });

  it('adds settings and leaves those of the process alone', async () => {
    const file = join(folder, '.env');
    await writeFile(file, 'DESK_TEST_SETTING=from file\nPATH=/nowhere\n');
    loadEnvironment(file);
    assert.equal(process.env['DESK_TEST_SETTING'], 'from file');
    assert.notEqual(process.env['PATH'], '/nowhere');
  });
});
