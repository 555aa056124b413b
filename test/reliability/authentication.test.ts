import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readConfig } from '../../bot/settings/config.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { startBot, type Bot } from '../../bot/app.ts';
import { words } from '../../locales/words.ts';
import type { Documents, DocumentKey } from '../../storage/documents.ts';
import { keepLog, post, sendRaw } from '../bot/desk.ts';
import { startConnector, type Connector } from '../connector.ts';
import { folders } from '../storage/folder.ts';
import { emulator, forgeries } from './authenticationForgeries.ts';
import {
  issuerName,
  startIdentityEndpoint,
  startIssuer,
  type IdentityEndpoint,
  type Issuer,
  type TokenChanges,
} from './issuer.ts';

const appId = '00000000-0000-4000-8000-00000000000a';
const [partner] = samplePartners;
const tenantId = partner?.tenantId ?? '';
const minute = 60_000;
const { t } = words('en');

const temporary = folders();
let issuer: Issuer;
let identity: IdentityEndpoint;
let connector: Connector;
let bot: Bot;
let dataDir: string;
let lines: string[];
let writes: string[];
let offset = 0;
// It stands still: keys are fetched again after a minute.
const started = Date.now();
const now = () => new Date(started + offset);

const environment = (partnersFile: string) => ({
  PORT: '0',
  HOST: '127.0.0.1',
  DATA_DIR: dataDir,
  PARTNERS_FILE: partnersFile,
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppId: appId,
  MicrosoftAppTenantId: tenantId,
  NODE_ENV: 'test',
  ToChannelFromBotLoginUrl: 'https://login.example/botframework.example',
  ToChannelFromBotOAuthScope: issuerName,
  ToBotFromChannelTokenIssuer: issuerName,
  ToBotFromChannelOpenIdMetadataUrl: issuer.metadataUrl,
  // Also the Emulator's: were its tokens taken, these would be valid.
  ToBotFromEmulatorOpenIdMetadataUrl: issuer.metadataUrl,
  OAuthUrl: connector.url,
});

/** Starts a bot registered with the stubs, in a folder of its own. */
const start = async (): Promise<void> => {
  dataDir = await temporary.make();
  const partnersFile = join(dirname(dataDir), 'partners.json');
  await writeFile(partnersFile, JSON.stringify([partner]));
  const kept = keepLog();
  ({ lines } = kept);
  writes = [];
  bot = await startBot(readConfig(environment(partnersFile)), { log: kept.log, now, documentsOf: noting });
};

/** Documents that note what is written; what readiness writes to try the disk says nothing of anybody. */
function noting(documents: Documents): Documents {
  const note = ({ kind, id }: DocumentKey): void => {
    if (kind !== 'probe') writes.push(`${kind} ${id}`);
  };
  return {
    ...documents,
    insert(key, value) {
      note(key);
      return documents.insert(key, value);
    },
    replace(key, value, etag) {
      note(key);
      return documents.replace(key, value, etag);
    },
  };
}

const activity = (more: Record<string, unknown> = {}, tenant = tenantId) => ({
  type: 'message',
  id: randomUUID(),
  channelId: 'msteams',
  serviceUrl: connector.url,
  conversation: { id: `a:${randomUUID()}`, conversationType: 'personal', tenantId: tenant },
  from: { id: '29:user', aadObjectId: '00000000-0000-4000-8000-00000000000b', name: 'Megan Example' },
  recipient: { id: `28:${appId}`, name: 'Customer Desk' },
  channelData: { tenant: { id: tenant } },
  locale: 'en-US',
  text: 'help',
  ...more,
});

const token = (changes: TokenChanges = {}, serviceUrl = connector.url): string =>
  issuer.token({ appId, serviceUrl, now }, changes);

const send = (authorization: string | undefined, body: object = activity()): Promise<Response> =>
  post(
    `http://127.0.0.1:${bot.port}`,
    JSON.stringify(body),
    authorization === undefined ? {} : { Authorization: authorization },
  );

/** Everything a request could leave behind: writes, turns, and calls by the bot, those for keys apart. */
const traces = () => ({
  writes: [...writes],
  turns: lines.filter((line) => line.includes('"msg":"turn"')).length,
  calls: connector.calls.length,
  tokens: identity.calls.length,
});

const isRefused = async (response: Response, about: string): Promise<void> =>
  assert.deepEqual([response.status, await response.json()], [401, { code: 'unauthorized' }], about);

before(async () => {
  issuer = await startIssuer();
  identity = await startIdentityEndpoint();
});
after(async () => {
  await identity.close();
  await issuer.close();
  await temporary.clear();
});
beforeEach(async () => {
  offset = 0;
  issuer.behave('well');
  connector = await startConnector();
  await start();
});
afterEach(async () => {
  await bot.stop();
  await connector.close();
});

describe('a registered bot', () => {
  it('answers what Teams signed, with a token of its own', async () => {
    const response = await send(`Bearer ${token()}`);
    assert.deepEqual([response.status, await response.text()], [200, '']);
    const call = await connector.next(({ body }) => body.type === 'message');
    assert.equal(call.headers.authorization, `Bearer ${identity.token}`);
    const { turns, writes: written } = traces();
    assert.deepEqual([turns, written.length > 0], [1, true]);
  });

  it('gives nothing else a turn, writes nothing, and calls nobody', async () => {
    assert.equal((await send(`Bearer ${token()}`)).status, 200);
    const before = traces();
    const fetched = issuer.calls.length;
    const all = forgeries({ token, appId, serviceUrl: connector.url, now });
    for (const [name, [authorization, more]] of Object.entries(all))
      await isRefused(await send(authorization, activity(more)), name);
    assert.deepEqual(traces(), before);
    assert.equal(issuer.calls.length, fetched);
    assert.equal((await send(`Bearer ${token()}`)).status, 200);
    assert.equal(traces().turns, before.turns + 1);
  });

  it('refuses a request for streaming, also with a good token', async () => {
    const before = traces();
    const upgrade = 'Connection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n';
    const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
    const authorization = `Authorization: Bearer ${token()}\r\nchannelid: msteams\r\n`;
    const answer = await sendRaw(
      bot.port,
      `GET /api/messages HTTP/1.1\r\nHost: localhost\r\n${upgrade}${key}${authorization}\r\n`,
    );
    assert.match(answer, /^HTTP\/1\.1 405 [\s\S]*\{"code":"methodNotAllowed"\}$/);
    assert.deepEqual(traces(), before);
  });

  it('tells a tenant that is not on the list so, and keeps nothing of it', async () => {
    const before = traces();
    const body = activity({}, '00000000-0000-4000-8000-0000000000ff');
    assert.equal((await send(`Bearer ${token()}`, body)).status, 200);
    assert.equal((await connector.nextMessage()).text, t('refusal.partner'));
    assert.deepEqual(traces().writes, before.writes);
  });

  it('answers a flood from a tenant that is not on the list some times only, and names the tenant in its log', async () => {
    const stranger = '00000000-0000-4000-8000-0000000000ff';
    const statuses = await Promise.all(
      Array.from({ length: 100 }, async () => (await send(`Bearer ${token()}`, activity({}, stranger))).status),
    );
    assert.deepEqual(new Set(statuses), new Set([200]));
    assert.equal(connector.calls.length, 10);
    const told = lines.filter((line) => line.includes('"msg":"not served"'));
    assert.equal(told.length, 10);
    assert.ok(told.every((line) => line.includes(`"tenant":"${stranger}"`) && !/Megan|29:user|help/.test(line)));
    assert.equal((await send(`Bearer ${token()}`)).status, 200);
    await connector.next(({ body }) => body.type === 'message' && body.attachments !== undefined);
  });

  it('does not take a tenant by one of its two names', async () => {
    const before = traces();
    const stranger = '00000000-0000-4000-8000-0000000000ff';
    for (const more of [
      { channelData: { tenant: { id: stranger } } },
      { channelData: {} },
      { conversation: { id: 'a:1', conversationType: 'personal', tenantId: stranger } },
      { conversation: { id: 'a:1', conversationType: 'personal' } },
      { from: { id: '29:user' } },
    ]) {
      assert.equal((await send(`Bearer ${token()}`, activity(more))).status, 200);
      assert.equal((await connector.nextMessage()).text, t('refusal.partner'));
    }
    assert.deepEqual(traces().writes, before.writes);
  });

  it('speaks in personal chats alone', async () => {
    const before = traces();
    for (const conversationType of ['groupChat', 'channel', undefined]) {
      const conversation = { id: '19:1', conversationType, isGroup: true, tenantId };
      assert.equal((await send(`Bearer ${token()}`, activity({ conversation }))).status, 200);
      assert.equal((await connector.nextMessage()).text, t('refusal.personal'));
    }
    assert.deepEqual(traces().writes, before.writes);
  });
});

describe('the signing keys of a registered bot', () => {
  const ready = async () => (await fetch(`http://127.0.0.1:${bot.port}/readyz`)).status;

  it('are waited for with 503, and then kept while their publisher is down', async () => {
    issuer.behave('down');
    const before = traces();
    const response = await send(`Bearer ${token()}`);
    assert.deepEqual([response.status, await response.json()], [503, { code: 'noSigningKeys' }]);
    assert.equal(await ready(), 503);
    assert.deepEqual(traces(), before);
    issuer.behave('well');
    offset = 1_000;
    assert.equal((await send(`Bearer ${token()}`)).status, 200);
    issuer.behave('down');
    offset = 48 * 60 * minute;
    assert.equal((await send(`Bearer ${token()}`)).status, 200);
    assert.equal(await ready(), 200);
  });

  it('follow when they are changed for others', async () => {
    assert.equal((await send(`Bearer ${token()}`)).status, 200);
    const former = token();
    issuer.rotate();
    offset = minute;
    assert.equal((await send(`Bearer ${token()}`)).status, 200);
    await isRefused(await send(`Bearer ${former}`), 'the former key');
  });

  it('are not fetched again for thousands of invented keys and tenants, and nothing is kept of them', async () => {
    assert.equal((await send(`Bearer ${token()}`)).status, 200);
    const before = traces();
    const fetched = issuer.calls.length;
    offset = minute;
    const invent = async (number: number): Promise<void> => {
      const kid = `invented ${number}`;
      const named = token({ header: { kid }, claims: { tid: randomUUID() }, signature: 'hmac' });
      await isRefused(await send(`Bearer ${named}`, activity({}, randomUUID())), kid);
      const emulated = token({ claims: { ...emulator(appId), tid: randomUUID() }, signature: 'hmac' });
      await isRefused(await send(`Bearer ${emulated}`), kid);
    };
    for (let batch = 0; batch < 20; batch += 1)
      await Promise.all(Array.from({ length: 50 }, (_, index) => invent(batch * 50 + index)));
    assert.deepEqual(traces(), before);
    assert.deepEqual(issuer.calls.slice(fetched), ['/metadata', '/keys']);
    assert.equal((await send(`Bearer ${token()}`)).status, 200);
  });
});
