import assert from 'node:assert/strict';
import fc from 'fast-check';
import type restify from 'restify';
import { readConfig } from '../../../bot/settings/config.ts';
import { createAuthenticator, isAuthenticated } from '../../../bot/http/authenticateRequest.ts';
import { sdkSettings } from '../../../bot/settings/teamsClouds.ts';
import { HttpError } from '../../../bot/http/httpError.ts';
import { createSigningKeys } from '../../../bot/http/signingKeys.ts';
import { endorsed, startIssuer, type Issuer, type TokenChanges } from '../../reliability/issuer.ts';
import { keepLog } from '../desk.ts';

const appId = '00000000-0000-4000-8000-00000000000a';
const teams = 'https://smba.trafficmanager.net/amer/';
const [second, minute, hour] = [1_000, 60_000, 3_600_000];

let issuer: Issuer;
let time: number;
const now = () => new Date(time);

/** The gate of a bot registered in earnest but for the place of the keys. */
const newGate = () => {
  const registration = { MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppId: appId, MicrosoftAppTenantId: appId };
  const stub = { NODE_ENV: 'test', ToBotFromChannelOpenIdMetadataUrl: issuer.metadataUrl };
  const { log, lines } = keepLog();
  const gate = createAuthenticator(readConfig({ ...registration, ...stub, PARTNERS_FILE: 'partners.json' }), {
    log,
    now,
  });
  return { ...gate, lines };
};
type TestGate = ReturnType<typeof newGate>;

const token = (changes?: TokenChanges, serviceUrl = teams): string =>
  `Bearer ${issuer.token({ appId, serviceUrl, now }, changes)}`;

/** What becomes of a request: passed, or the status it is refused with. */
const outcome = async (gate: TestGate, authorization?: string, more: Record<string, unknown> = {}) => {
  const body = { type: 'message', conversation: { id: 'c1' }, channelId: 'msteams', serviceUrl: teams, ...more };
  const req = { headers: { authorization }, body, id: () => 'r1' } as unknown as restify.Request;
  try {
    (await gate.authenticate(req)).admit(body);
    assert.ok(isAuthenticated(body));
    return 'passed';
  } catch (error) {
    assert.ok(error instanceof HttpError && !isAuthenticated(body), String(error));
    return error.status;
  }
};

/** How many times the keys were fetched while that was done. */
const fetches = async (run: () => Promise<unknown>): Promise<number> => {
  const before = issuer.calls.length;
  await run();
  return issuer.calls.slice(before).filter((path) => path === '/metadata').length;
};

before(async () => {
  issuer = await startIssuer();
});
beforeEach(() => {
  time = Date.parse('2026-03-01T00:00:00Z');
  issuer.behave('well');
  issuer.endorse(endorsed);
});
after(() => issuer.close());

describe('the gate of a registered bot', () => {
  let gate: TestGate;
  beforeEach(() => {
    gate = newGate();
  });

  it('lets pass what Teams signed for this app, by any RSA with SHA-2', async () => {
    for (const alg of ['RS256', 'RS384', 'RS512'])
      assert.equal(await outcome(gate, token({ header: { alg } })), 'passed', alg);
  });

  it('serves the public cloud and GCC, at their own https addresses alone', async () => {
    for (const serviceUrl of [teams, 'https://smba.infra.gcc.teams.microsoft.com/teams'])
      assert.equal(await outcome(gate, token({}, serviceUrl), { serviceUrl }), 'passed', serviceUrl);
    for (const serviceUrl of [
      'http://smba.trafficmanager.net/amer/',
      'https://smba.trafficmanager.net:8443/amer/',
      'https://smba.trafficmanager.net.evil.example/',
      'https://smba.trafficmanager.net@evil.example/',
      'https://evil.example/smba.trafficmanager.net',
      'https://evil.example\\@smba.trafficmanager.net/',
      'https://smba.infra.gov.teams.microsoft.us/',
      'http://127.0.0.1:1/',
      'https://localhost/',
      'smba.trafficmanager.net',
      '',
    ])
      assert.equal(await outcome(gate, token({}, serviceUrl), { serviceUrl }), 401, serviceUrl);
  });

  it('takes five minutes of difference between clocks, and no more', async () => {
    const at = Math.floor(time / 1000);
    const verdict = (claims: Record<string, unknown>) => outcome(gate, token({ claims }));
    assert.equal(await verdict({ exp: at - 299 }), 'passed');
    assert.equal(await verdict({ exp: at - 300 }), 401);
    assert.equal(await verdict({ nbf: at + 300 }), 'passed');
    assert.equal(await verdict({ nbf: at + 301 }), 401);
    assert.equal(await verdict({ nbf: undefined }), 'passed');
    assert.equal(await verdict({ exp: undefined }), 401);
    assert.equal(await verdict({ exp: String(at + 60) }), 401);
  });

  it('takes a token again until it runs out, however often it came before', async () => {
    const again = token();
    for (const passed of [0, hour, hour + 5 * minute - second]) {
      time = Date.parse('2026-03-01T00:00:00Z') + passed;
      assert.equal(await outcome(gate, again), 'passed', String(passed));
    }
    time += second;
    assert.equal(await outcome(gate, again), 401);
  });

  it('takes keys that are endorsed for Teams alone', async () => {
    for (const endorsements of [[], ['webchat'], undefined]) {
      issuer.endorse(endorsements);
      assert.notEqual(await outcome(newGate(), token()), 'passed', String(endorsements));
    }
  });

  it('does not know extensions a token calls critical', async () => {
    assert.equal(await outcome(gate, token({ header: { crit: ['exp'] } })), 401);
  });

  it('lets nothing pass that differs from a valid token in any bit', async () => {
    const valid = token();
    assert.equal(await outcome(gate, valid), 'passed');
    const change = fc.tuple(fc.nat(valid.length - 1), fc.constantFrom('A', 'z', '0', '-', '_', '.', '=', ' '));
    await fc.assert(
      fc.asyncProperty(change, async ([at, letter]) => {
        const changed = valid.slice(0, at) + letter + valid.slice(at + 1);
        // The last letter of a signature holds bits that say nothing.
        fc.pre(changed !== valid && at < valid.length - 1);
        assert.equal(await outcome(gate, changed), 401);
      }),
      { numRuns: 300 },
    );
  });

  it('says in the log, and nowhere else, why it refused, without the token', async () => {
    const wrong = token({ claims: { aud: 'another' } });
    await outcome(gate, wrong);
    const line = gate.lines.find((text) => text.includes('not authenticated')) ?? '';
    assert.match(line, /"correlationId":"r1","reason":"audience"/);
    assert.ok(!gate.lines.some((text) => text.includes(wrong.slice(7, 40))));
  });
});

describe('the gate of a bot in the Teams of another cloud', () => {
  const registration = { MicrosoftAppType: 'SingleTenant', MicrosoftAppId: appId, MicrosoftAppTenantId: appId };
  const settings = { ...registration, MicrosoftAppPassword: 'secret', PARTNERS_FILE: 'partners.json' };
  const host = {
    usGovernment: 'https://smba.infra.gov.teams.microsoft.us/teams',
    usGovernmentDoD: 'https://smba.infra.dod.teams.microsoft.us/teams',
    china: 'https://frontend.botapi.msg.infra.teams.microsoftonline.cn/teams',
  } as const;
  const signer = {
    usGovernment: 'https://api.botframework.us',
    usGovernmentDoD: 'https://api.botframework.us',
    china: 'https://api.botframework.azure.cn',
  } as const;
  const ids = ['usGovernment', 'usGovernmentDoD', 'china'] as const;
  const gateIn = (cloud: (typeof ids)[number]): TestGate => {
    const stub = { NODE_ENV: 'test', ToBotFromChannelOpenIdMetadataUrl: issuer.metadataUrl, TEAMS_CLOUD: cloud };
    const { log, lines } = keepLog();
    return { ...createAuthenticator(readConfig({ ...settings, ...stub }), { log, now }), lines };
  };

  for (const cloud of ids)
    it(`takes what the issuer of ${cloud} signed, from its own address alone`, async () => {
      const gate = gateIn(cloud);
      const from = (iss: string, serviceUrl: string) =>
        outcome(gate, token({ claims: { iss } }, serviceUrl), { serviceUrl });
      assert.equal(await from(signer[cloud], host[cloud]), 'passed');
      assert.equal(await from('https://api.botframework.com', host[cloud]), 401);
      assert.equal(await from(signer[cloud], teams), 401);
      for (const other of ids.filter((one) => one !== cloud)) assert.equal(await from(signer[cloud], host[other]), 401);
    });

  it('is chosen by one setting, which production takes, while free addresses stay refused', () => {
    const production = { ...settings, NODE_ENV: 'production', TEAMS_CLOUD: 'usGovernment' };
    assert.equal(readConfig(production).teamsCloud, 'usGovernment');
    for (const name of ['ChannelService', 'ToBotFromChannelTokenIssuer', 'ToChannelFromBotLoginUrl'])
      assert.throws(() => readConfig({ ...production, [name]: 'https://evil.example' }), /must not be set/);
    assert.throws(() => readConfig({ ...production, TEAMS_CLOUD: 'https://evil.example' }), /TEAMS_CLOUD: /);
  });

  it('signs in at the login of that cloud, in its own tenant or that of bots of many tenants', () => {
    assert.deepEqual(
      ids.map((id) => [
        sdkSettings(id, appId)['ToChannelFromBotLoginUrl'],
        sdkSettings(id, undefined)['ToChannelFromBotLoginUrl'],
      ]),
      [
        [
          `https://login.microsoftonline.us/${appId}`,
          'https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us',
        ],
        [
          `https://login.microsoftonline.us/${appId}`,
          'https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us',
        ],
        [
          `https://login.partner.microsoftonline.cn/${appId}`,
          'https://login.partner.microsoftonline.cn/microsoftservices.partner.onmschina.cn',
        ],
      ],
    );
    assert.deepEqual(sdkSettings('public', appId), {});
  });
});

describe('the signing keys', () => {
  let gate: TestGate;
  beforeEach(() => {
    gate = newGate();
  });

  it('are fetched once, however many ask at once', async () => {
    const many = Array.from({ length: 50 }, () => token());
    const fetched = await fetches(async () => {
      const outcomes = await Promise.all(many.map((each) => outcome(gate, each)));
      assert.deepEqual(new Set(outcomes), new Set(['passed']));
    });
    assert.equal(fetched, 1);
  });

  it('answer 503 while none are known, one try a second, and are there when the publisher is', async () => {
    for (const how of ['down', 'garbage', 'empty'] as const) {
      issuer.behave(how);
      const fresh = newGate();
      const fetched = await fetches(async () => {
        for (let round = 0; round < 20; round += 1) assert.equal(await outcome(fresh, token()), 503, how);
      });
      assert.equal(fetched, 1, how);
      assert.equal(await fresh.ready(), false);
      issuer.behave('well');
      time += second;
      assert.equal(await fresh.ready(), true);
      assert.equal(await outcome(fresh, token()), 'passed', how);
    }
  });

  it('do not keep a wrong token waiting, or a secret why it is wrong, while none are known', async () => {
    issuer.behave('down');
    assert.equal(await outcome(gate, token({ claims: { aud: 'another' } })), 401);
    assert.equal(await outcome(gate, undefined), 401);
  });

  it('are kept while the publisher is down, for days', async () => {
    assert.equal(await outcome(gate, token()), 'passed');
    for (const how of ['down', 'garbage', 'empty'] as const) {
      issuer.behave(how);
      time += 25 * hour;
      assert.equal(await outcome(gate, token()), 'passed', how);
      assert.equal(await gate.ready(), true);
    }
  });

  it('are renewed hourly, beside the turns', async () => {
    await outcome(gate, token());
    time += hour - 1;
    assert.equal(await fetches(() => outcome(gate, token())), 0);
    time += 1;
    issuer.behave('silent');
    const before = issuer.calls.length;
    assert.equal(await outcome(gate, token()), 'passed');
    while (issuer.calls.length === before) await new Promise(setImmediate);
    assert.equal(await outcome(gate, token()), 'passed');
    assert.equal(issuer.calls.length, before + 1);
  });

  it('are given up in time when the publisher is silent, and asked for once meanwhile', async () => {
    issuer.behave('silent');
    const failures: unknown[] = [];
    const onFailure = (error: unknown) => void failures.push(error);
    const keys = createSigningKeys({ metadataUrl: issuer.metadataUrl, now, onFailure, time: 50 });
    const first = keys.ready();
    time += 2 * second;
    assert.deepEqual(await Promise.all([first, keys.ready()]), [false, false]);
    assert.equal(failures.length, 1);
    time -= 2 * second;
    await assert.rejects(keys.find('any'), { status: 503, code: 'noSigningKeys' });
  });

  it('that are older than a day are renewed before they are believed', async () => {
    const old = token({ claims: { exp: Math.floor(time / 1000) + 1e6 } });
    assert.equal(await outcome(gate, old), 'passed');
    issuer.rotate();
    time += 24 * hour;
    assert.equal(await outcome(gate, old), 401);
  });

  it('are looked up when a new one signs, and the former is no longer believed', async () => {
    const former = token();
    await outcome(gate, former);
    issuer.rotate();
    time += minute;
    const fetched = await fetches(async () => {
      const outcomes = await Promise.all([outcome(gate, token()), outcome(gate, token())]);
      assert.deepEqual(outcomes, ['passed', 'passed']);
    });
    assert.equal(fetched, 1);
    assert.equal(await outcome(gate, former), 401);
  });

  it('are not looked up more than once a minute, whatever keys are named', async () => {
    await outcome(gate, token());
    const [head = '', ...rest] = token().slice(7).split('.');
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as object;
    const named = (kid: string) =>
      `Bearer ${[Buffer.from(JSON.stringify({ ...header, kid })).toString('base64url'), ...rest].join('.')}`;
    time += minute;
    const fetched = await fetches(async () => {
      for (let number = 0; number < 2_000; number += 1)
        assert.equal(await outcome(gate, named(`key ${number}`), { tid: `tenant ${number}` }), 401);
    });
    assert.equal(fetched, 1);
    assert.equal(await outcome(gate, token()), 'passed');
  });

  it('survive a clock that is set back', async () => {
    issuer.behave('down');
    assert.equal(await outcome(gate, token()), 503);
    issuer.behave('well');
    time -= hour;
    assert.equal(await outcome(gate, token()), 'passed');
  });
});
