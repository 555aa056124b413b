import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkUp } from '../../cli/checkUp.ts';
import type { CheckUpDeps, Finding } from '../../cli/check.ts';
import { startSimulator, type Simulator } from '../../simulator/simulator.ts';
import { openLowdbDocuments } from '../../storage/lowdb/lowdbDocuments.ts';
import { startIssuer, type Issuer } from '../reliability/issuer.ts';
import { keepLog } from '../bot/desk.ts';
import { selfSigned } from '../bot/selfSigned.ts';

const id = '00000000-0000-4000-8000-00000000000a';
const secret = 'a-secret-of-the-app';
const moment = Date.parse('2026-03-01T00:00:00Z');
const partner = {
  tenantId: id,
  name: 'Fabrikam',
  cloud: 'global',
  type: 'indirect-provider',
  country: 'US',
  mpnId: '4000001',
  domains: ['fabrikam.example'],
};
const lockTimes = { stale: 2_000, update: 1_000, wait: 0, retry: 10 };

let folder: string;
let issuer: Issuer;
let simulator: Simulator;

/** A login that answers so, at that time, and what it was asked. */
const login = (status: number, body: unknown = {}, date = moment) => {
  const asked: string[] = [];
  const send: typeof fetch = async (input, init) => {
    asked.push(
      `${input instanceof Request ? input.url : String(input)} ${init?.body instanceof URLSearchParams ? init.body.toString() : ''}`,
    );
    return new Response(JSON.stringify(body), { status, headers: { date: new Date(date).toUTCString() } });
  };
  return { fetch: send, asked };
};

const silent: typeof fetch = () => Promise.reject(new Error(`refused: ${secret}`));

const find = async (env: NodeJS.ProcessEnv, tools: Partial<CheckUpDeps> = {}): Promise<Finding[]> => {
  const findings: Finding[] = [];
  const all: CheckUpDeps = {
    now: () => new Date(moment),
    newId: () => id,
    log: keepLog().log,
    nodeVersion: 'v24.1.0',
    fetch: login(200, { access_token: 'a-token' }).fetch,
    lockTimes,
    ...tools,
  };
  for await (const finding of checkUp({ DATA_DIR: join(folder, 'data'), ...env }, all)) findings.push(finding);
  for (const { text } of findings) assert.doesNotMatch(text, /a-secret|a-token/);
  return findings;
};

const one = (findings: readonly Finding[], check: string): string => {
  const [found, ...others] = findings.filter((finding) => finding.check === check);
  assert.ok(found !== undefined && others.length === 0, check);
  return `${found.state}: ${found.text}`;
};

const registered = (): NodeJS.ProcessEnv => ({
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: id,
  MicrosoftAppPassword: secret,
  MicrosoftAppTenantId: id,
  PARTNERS_FILE: join(folder, 'partners.json'),
  NODE_ENV: 'test',
  ToBotFromChannelOpenIdMetadataUrl: issuer.metadataUrl,
});
const withSimulator = (): NodeJS.ProcessEnv => ({
  PARTNER_CENTER: 'rest',
  PARTNER_CENTER_URL: simulator.url,
  PARTNER_CENTER_CLIENT_ID: 'any',
  PARTNER_CENTER_CLIENT_SECRET: secret,
  PARTNERS_FILE: join(folder, 'partners.json'),
});

describe('the doctor', () => {
  before(async () => {
    issuer = await startIssuer();
    simulator = await startSimulator({ partners: [partner] });
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'doctor-'));
    await mkdir(join(folder, 'data'), { mode: 0o700 });
    await writeFile(join(folder, 'partners.json'), JSON.stringify([partner]));
    issuer.behave('well');
    simulator.reset();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  after(async () => {
    await issuer.close();
    await simulator.close();
  });

  it('finds a bot of this machine alone well, and asks nobody', async () => {
    const findings = await find({}, { fetch: () => assert.fail('nobody may be asked') });
    assert.deepEqual(
      findings.filter(({ state }) => state === 'fault'),
      [],
    );
    assert.match(one(findings, 'storage'), /^ok/);
    assert.match(one(findings, 'Partner Center'), /^skipped: Practice mode/);
  });

  it('finds a registered bot well, and leaves nothing behind', async () => {
    const findings = await find(registered());
    assert.deepEqual(
      findings.filter(({ state }) => state !== 'ok').map(({ check }) => check),
      ['Partner Center'],
    );
    assert.deepEqual(await readdir(join(folder, 'data', 'doctor', 'doctor')).catch(() => []), []);
  });

  it('names every wrong setting, and stops there', async () => {
    const findings = await find({ PORT: 'x', LOG_LEVEL: 'loud', MicrosoftAppId: secret });
    assert.deepEqual(new Set(findings.map(({ check }) => check)), new Set(['Node', 'settings']));
    const text = findings.map((finding) => finding.text).join('\n');
    for (const name of ['PORT', 'LOG_LEVEL', 'MicrosoftAppId', 'MicrosoftAppType'])
      assert.match(text, new RegExp(`^${name}: `, 'm'));
  });

  it('names every fault of the partners file', async () => {
    await writeFile(
      join(folder, 'partners.json'),
      JSON.stringify([
        { ...partner, cloud: 'moon' },
        { ...partner, type: 'x' },
      ]),
    );
    const faults = (await find(registered())).filter(({ check }) => check === 'partners');
    assert.ok(faults.length >= 2 && faults.every(({ state }) => state === 'fault'));
  });

  it('names an indirect reseller with rest, and why', async () => {
    await writeFile(join(folder, 'partners.json'), JSON.stringify([{ ...partner, type: 'indirect-reseller' }]));
    assert.match(
      one(await find(withSimulator()), 'partners'),
      /^fault: partners\[0\]\.type: .*no access to the Partner Center API.*Practice mode/,
    );
  });

  it('names a Node that is too old', async () => {
    for (const nodeVersion of ['v18.20.0', 'v20.18.9'])
      assert.match(one(await find({}, { nodeVersion }), 'Node'), /^fault: .*Install/);
    for (const nodeVersion of ['v20.19.0', 'v22.0.0'])
      assert.match(one(await find({}, { nodeVersion }), 'Node'), /^ok/);
  });

  it('names a data folder that others can read, or that is none', async () => {
    await chmod(join(folder, 'data'), 0o750);
    assert.match(one(await find({}), 'data folder'), /^fault: .*mode 750.*chmod 700/);
    assert.match(one(await find({ DATA_DIR: join(folder, 'partners.json') }), 'data folder'), /^fault: .*no folder/);
    const fresh = await find({ DATA_DIR: join(folder, 'new', 'data') });
    assert.match(one(fresh, 'data folder'), /^ok: .*first start/);
    assert.match(one(fresh, 'storage'), /^skipped/);
    assert.ok(!(await readdir(folder)).includes('new'));
  });

  it('names storage of a newer version, and leaves that of a running bot alone', async () => {
    await writeFile(join(folder, 'data', 'format.json'), '{"format":99}');
    assert.match(one(await find({}), 'storage'), /^fault: .*format 99/);
    await rm(join(folder, 'data', 'format.json'));
    const held = await openLowdbDocuments(join(folder, 'data'), { now: () => new Date(moment) });
    try {
      assert.match(one(await find({}), 'storage'), /^skipped: in use/);
    } finally {
      await held.close();
    }
  });

  it('names a clock that is more than two minutes off', async () => {
    const clockAt = async (seconds: number): Promise<string> =>
      one(await find(registered(), { fetch: login(200, {}, moment - seconds * 1000).fetch }), 'clock');
    for (const seconds of [0, 120, -120]) assert.match(await clockAt(seconds), /^ok/);
    assert.match(await clockAt(121), /^fault: is 121 s ahead.*synchronization/);
    assert.match(await clockAt(-3600), /^fault: is 3600 s behind/);
  });

  it('names signing keys that cannot be had', async () => {
    issuer.behave('down');
    assert.match(one(await find(registered()), 'signing keys'), /^fault: .*login\.botframework\.com/);
  });

  it('signs in as the bot does, and says what to correct when it is refused', async () => {
    const asked = login(200, { access_token: 'a-token' });
    assert.equal(one(await find(registered(), asked), 'sign-in of the bot'), 'ok: as SingleTenant');
    const request = asked.asked.find((line) => line.includes('/oauth2/v2.0/token'));
    assert.ok(
      request?.startsWith(`https://login.microsoftonline.com/${id}/`) && request.includes('api.botframework.com'),
    );
    for (const [code, mend] of [
      ['AADSTS7000215', 'MicrosoftAppPassword'],
      ['AADSTS700016', 'MicrosoftAppId'],
      ['AADSTS1', 'Compare'],
    ] as const) {
      const refused = login(401, { error: 'x', error_description: `${code}: ${secret} is wrong` });
      assert.match(
        one(await find(registered(), refused), 'sign-in of the bot'),
        new RegExp(`^fault: refused with ${code}\\. ${mend}`),
      );
    }
    assert.match(one(await find(registered(), { fetch: silent }), 'sign-in of the bot'), /^fault: .*does not answer/);
  });

  it('signs in by a certificate, and says when it ran out', async () => {
    const { MicrosoftAppPassword: _, ...rest } = registered();
    const file = join(folder, 'desk.pem');
    const signIn = async (until: string, answers = login(200, { access_token: 'a-token' })) => {
      const { certificate, key } = selfSigned(new Date(until));
      await writeFile(file, certificate + key);
      const found = one(await find({ ...rest, MicrosoftAppCertificateFile: file }, answers), 'sign-in of the bot');
      return { found, asked: answers.asked.filter((line) => line.includes('/oauth2/v2.0/token')).join() };
    };
    const { found, asked } = await signIn('2100-01-01');
    assert.equal(found, 'ok: as SingleTenant, by a certificate until 2100-01-01');
    assert.ok(asked.includes('client_assertion=') && !asked.includes('client_secret'));
    assert.match((await signIn('2001-01-01')).found, /^fault: the certificate ran out on 2001-01-01\. Make a new one/);
    const refused = login(401, { error: 'x', error_description: 'AADSTS700027: unknown certificate' });
    assert.match((await signIn('2100-01-01', refused)).found, /^fault: refused with AADSTS700027\. MicrosoftAppCert/);
  });

  it('asks the host for a managed identity’s token, where there is one', async () => {
    const { MicrosoftAppPassword: _, ...rest } = registered();
    const env = { ...rest, MicrosoftAppType: 'UserAssignedMSI' };
    assert.match(one(await find(env), 'sign-in of the bot'), /^skipped: .*Azure/);
    const host = { IDENTITY_ENDPOINT: 'http://127.0.0.1:1/token', IDENTITY_HEADER: secret };
    const asked = login(200, { access_token: 'a-token' });
    assert.equal(one(await find({ ...env, ...host }, asked), 'sign-in of the bot'), 'ok: as UserAssignedMSI');
    assert.ok(
      asked.asked.some((line) => line.startsWith('http://127.0.0.1:1/token?') && line.includes(`client_id=${id}`)),
    );
    assert.match(one(await find({ ...env, ...host }, login(400)), 'sign-in of the bot'), /^fault: .*Assign/);
  });

  it('tries Partner Center for each partner, and changes nothing there', async () => {
    const findings = await find(withSimulator());
    assert.equal(one(findings, 'Partner Center of Fabrikam'), 'ok: ready');
    const calls = simulator.calls().filter(({ path }) => !path.includes('/oauth2/'));
    assert.ok(calls.length > 0 && calls.every(({ method }) => method === 'GET'));
  });

  it('names a consent without multi-factor sign-in', async () => {
    simulator.setPartner({ tenantId: id, multiFactor: false });
    assert.match(
      one(await find(withSimulator()), 'Partner Center of Fabrikam'),
      /^fault: 900421.*without multi-factor sign-in.*npm run authorize/,
    );
    simulator.setPartner({ tenantId: id, multiFactor: true });
    simulator.fault({ kind: 'answer', method: 'GET', path: '/v1/**', status: 403, body: { code: 900309 }, times: 9 });
    assert.match(one(await find(withSimulator()), 'Partner Center of Fabrikam'), /^fault: 900309.*npm run authorize/);
  });

  it('names a refused application, and a Partner Center that cannot be reached', async () => {
    simulator.fault({ kind: 'answer', path: '/*/oauth2/**', status: 401, body: {}, times: 9 });
    assert.match(
      one(await find(withSimulator()), 'Partner Center of Fabrikam'),
      /^fault: token.*PARTNER_CENTER_CLIENT_SECRET/,
    );
    const gone = await find({ ...withSimulator(), PARTNER_CENTER_URL: 'http://127.0.0.1:1' });
    assert.match(one(gone, 'Partner Center of Fabrikam'), /^fault: unavailable.*Allow/);
  });
});
