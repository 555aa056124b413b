import assert from 'node:assert/strict';
import { connect, createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { words } from '../../locales/words.ts';
import { startConnector, type Connector } from '../connector.ts';
import { partnerOf, toReview } from '../conversations/walk.ts';
import { refusedStart, startProcess, type BotProcess } from './bot.ts';
import { eventually } from '../eventually.ts';
import { startHold, type Hold } from './hold.ts';
import { partOf } from './moments.ts';
import { personAt } from './person.ts';
import { expectSound } from './records.ts';
import { fullAnswers, traceOf } from './wishes.ts';

const { t } = words('en');
const partner = partnerOf(5);
const appId = '00000000-0000-4000-8000-00000000000a';
const partners = JSON.stringify([partner]);
const registered = {
  MicrosoftAppType: 'UserAssignedMSI',
  MicrosoftAppId: appId,
  MicrosoftAppTenantId: partner.tenantId,
  PARTNERS_FILE: 'partners.json',
};

describe('the bot when it is asked to stop', () => {
  let bot: BotProcess;
  let connector: Connector;
  let hold: Hold;

  beforeEach(async () => {
    bot = await startProcess();
    connector = await startConnector();
    hold = await startHold(connector.url);
  });
  afterEach(async () => {
    hold.release();
    await bot.clear();
    await hold.close();
    await connector.close();
  });
  const person = () => personAt({ connector: { ...connector, url: hold.url }, url: () => bot.url() }, { partner });
  const refusesConnections = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(bot.port(), '127.0.0.1', () => {
        socket.destroy();
        resolve(false);
      });
      socket.on('error', () => resolve(true));
    });

  it('ends with 0 when nothing is under way, though a connection is open', async () => {
    const user = person();
    await user.hello();
    const idle = connect(bot.port(), '127.0.0.1').on('error', () => undefined);
    await once(idle, 'connect');
    const events = await fetch(`${bot.url()}/`);
    await events.text();
    const ending = await bot.stop();
    assert.deepEqual([ending.code, ending.signal], [0, null]);
    await expectSound(bot.folder);
  });

  it('finishes the turn it is in, takes no other, and ends with 0', async () => {
    const user = person();
    await user.hello();
    hold.hold();
    const answered = user.send({ text: 'help' });
    await hold.held(1);
    const ended = bot.stop();
    await eventually('it takes no more connections', refusesConnections);
    assert.ok(bot.alive());
    hold.release();
    assert.equal(await answered, 200);
    assert.equal((await ended).code, 0);
    assert.equal(user.title(), t('help.title'));
  });

  it('finishes the submission it is in, and shows its password', async () => {
    const user = person();
    const answers = fullAnswers(partner);
    await toReview(user, answers);
    hold.hold();
    const answered = user.press('submit');
    await hold.held(1); // the progress card, after the draft was handed over
    const ended = bot.stop();
    await eventually('it takes no more connections', refusesConnections);
    hold.release();
    await answered;
    assert.equal((await ended).code, 0);
    assert.equal(user.title(), t('confirmation.title'));
    assert.ok(user.texts().includes(t('password.once', { n: 10 })), user.texts().join('\n'));
    assert.equal((await traceOf(bot.folder, answers).customers()).length, 1);
    await expectSound(bot.folder);
  });

  it('ends by itself though the channel never answers, and goes on with everything when it is started again', async () => {
    const user = person();
    const answers = fullAnswers(partner);
    await toReview(user, answers);
    hold.hold();
    void user.send(user.pressed('submit')).catch(() => undefined);
    await hold.held(1);
    const ending = await bot.stop();
    assert.equal(ending.code, 0);
    hold.release();
    await bot.restart();
    await user.say('customers');
    await eventually(
      'the customer is recorded',
      async () => (await traceOf(bot.folder, answers).customers()).length === 1,
    );
  });

  it('keeps a second process out of its folder, in clear words', async () => {
    const { code, errors } = await refusedStart({ DATA_DIR: bot.folder });
    assert.deepEqual(code, 1);
    assert.match(errors, /the data folder .* is in use by another process: stop that process, or use another folder/);
    assert.equal(errors.trim().split('\n').length, 1);
    assert.ok(bot.alive());
    await person().hello();
  });
});

/** What must stop a start: settings, files, and what is said about each fault. */
const faults: Readonly<
  Record<string, { settings?: Record<string, string>; files?: Record<string, string>; says: readonly RegExp[] }>
> = {
  'a port that is none': { settings: { PORT: 'http' }, says: [/PORT: is not a port/] },
  'an open host without an app id': { settings: { HOST: '0.0.0.0' }, says: [/HOST: is not this machine alone/] },
  'production without an app id': { settings: { NODE_ENV: 'production' }, says: [/MicrosoftAppId: is missing/] },
  'an unknown storage': { settings: { STORAGE: 'mongo' }, says: [/STORAGE: /] },
  'several faults at once': {
    settings: { PORT: '70000', LOG_LEVEL: 'loud', PASSWORD_SHOWN_MINUTES: '0' },
    says: [/PORT: /, /LOG_LEVEL: /, /PASSWORD_SHOWN_MINUTES: /],
  },
  'an unknown type of registration': {
    settings: { ...registered, MicrosoftAppType: 'SingleTennant' },
    files: { 'partners.json': partners },
    says: [/MicrosoftAppType: "SingleTennant" is unknown/],
  },
  'a registration without its password': {
    settings: { ...registered, MicrosoftAppType: 'SingleTenant' },
    files: { 'partners.json': partners },
    says: [/MicrosoftAppPassword: is missing/],
  },
  'a registration without partners': {
    settings: { ...registered, PARTNERS_FILE: '' },
    says: [/PARTNERS_FILE: is missing/],
  },
  "the SDK's test settings in production": {
    settings: { ...registered, NODE_ENV: 'production', ToBotFromChannelTokenIssuer: 'https://issuer.example' },
    files: { 'partners.json': partners },
    says: [/ToBotFromChannelTokenIssuer: must not be set/],
  },
  'a partners file that is not there': {
    settings: { PARTNERS_FILE: 'none.json' },
    says: [/none\.json/, /cannot be read/],
  },
  'a partners file that is no JSON': {
    settings: { PARTNERS_FILE: 'partners.json' },
    files: { 'partners.json': '[{' },
    says: [/partners\.json/, /is not JSON/],
  },
  'a partners file with faults': {
    settings: { PARTNERS_FILE: 'partners.json' },
    files: { 'partners.json': JSON.stringify([{ ...partner, tenantId: 'x', clod: 'global' }, partner, partner]) },
    says: [/partners\[0\]\.tenantId: must be a GUID/, /clod/, /partners\[2\]\.tenantId: is there twice/],
  },
  'a data folder of a newer version': {
    files: { 'data/format.json': '{"format":9}' },
    says: [/format\.json says format 9/, /a newer version/],
  },
  'a data folder whose format cannot be read': {
    files: { 'data/format.json': '{' },
    says: [/format\.json cannot be read/],
  },
  'a file where the data folder should be': {
    settings: { DATA_DIR: 'data/x' },
    files: { data: '' },
    says: [/could not start/, /data/],
  },
};

describe('a start that cannot be right', () => {
  const expectNamed = async ([name, { settings = {}, files, says }]: (typeof entries)[number]): Promise<string[]> => {
    const { code, output, errors } = await refusedStart(settings, files);
    return [
      ...(code === 1 ? [] : [`${name}: ended with ${String(code)}`]),
      ...(output === '' ? [] : [`${name}: wrote into the log`]),
      ...(/^\s+at /m.test(errors) ? [`${name}: a stack`] : []),
      ...says.filter((text) => !text.test(errors)).map((text) => `${name}: does not say ${String(text)} but ${errors}`),
    ];
  };
  // Each takes a start of the program: by turns where a part of the moments is tried.
  const entries = partOf(Object.entries(faults));

  it('names each fault and what to do, and ends with 1', async () => {
    const wrong: string[] = [];
    for (let from = 0; from < entries.length; from += 4)
      wrong.push(...(await Promise.all(entries.slice(from, from + 4).map(expectNamed))).flat());
    assert.deepEqual(wrong, []);
  });

  it('names a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, errors } = await refusedStart({ PORT: String(port) }).finally(() => other.close());
    assert.equal(code, 1);
    assert.match(errors, new RegExp(`could not start.*${String(port)}`));
  });
});
