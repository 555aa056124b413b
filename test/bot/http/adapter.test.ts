import assert from 'node:assert/strict';
import { TurnContext, type Activity, type CloudAdapter, type ConversationReference } from 'botbuilder';
import {
  createAdapter,
  createActivityHandler,
  type AdapterOptions,
  type TurnHandler,
} from '../../../bot/http/adapter.ts';
import { readConfig } from '../../../bot/settings/config.ts';
import { createAuthenticator } from '../../../bot/http/authenticateRequest.ts';
import { routeConsole } from '../../../bot/log.ts';
import { ChannelError } from '../../../bot/http/connectorClient.ts';
import { startConnector, type Fault } from '../../connector.ts';
import { keepLog, post, startServer } from '../desk.ts';

const times = { attempt: 200, total: 600, backoff: 5 };
const conversation = { id: 'c1|livechat' };

const activity = (serviceUrl: string, more: Partial<Activity> = {}): string =>
  JSON.stringify({
    type: 'message',
    id: 'a1',
    channelId: 'emulator',
    serviceUrl,
    conversation,
    from: { id: 'user' },
    recipient: { id: 'bot' },
    text: 'hello',
    ...more,
  });

/** A bot that does one thing in every turn, its server, and a connector; all closed by `stop`. */
const start = async (logic: TurnHandler, options: AdapterOptions = {}) => {
  const connector = await startConnector();
  const { log, lines } = keepLog();
  const config = readConfig({});
  const adapter = createAdapter(config, log, { times, ...options });
  const gate = createAuthenticator(config, { log, now: () => new Date() });
  const desk = await startServer({ log, authenticator: gate, onActivity: createActivityHandler(adapter, logic) });
  const say = (more: Partial<Activity> = {}) => post(desk.url, activity(connector.url, more));
  const stop = async () => {
    await desk.drain();
    await connector.close();
  };
  return { connector, adapter, desk, lines, say, stop };
};

const echo: TurnHandler = async (context) => {
  await context.sendActivity(`echo ${context.activity.text}`);
};

const failureOf = async (call: () => Promise<unknown>): Promise<ChannelError | undefined> => {
  try {
    await call();
    return undefined;
  } catch (error) {
    assert.ok(error instanceof ChannelError, String(error));
    return error;
  }
};

describe('a turn', () => {
  it('is answered on the service URL, in its conversation', async () => {
    const { connector, say, stop } = await start(echo);
    const response = await say();
    assert.deepEqual([response.status, await response.text()], [200, '']);
    const call = await connector.next();
    assert.equal(call.path, '/v3/conversations/c1%7Clivechat/activities/a1');
    assert.equal(call.body.text, 'echo hello');
    assert.equal(call.headers.authorization, undefined);
    await stop();
  });

  it('that throws is logged with its id, apologised for once, and answered 200', async () => {
    const { connector, lines, say, stop } = await start(() => Promise.reject(new Error('broken')), {
      apologise: async (context) => void (await context.sendActivity('sorry')),
    });
    assert.equal((await say()).status, 200);
    await stop();
    assert.deepEqual(
      connector.calls.map(({ body }) => body.text),
      ['sorry'],
    );
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const failed = entries.find(({ msg }) => msg === 'turn failed');
    const request = entries.find(({ msg }) => msg === 'request');
    assert.ok(failed !== undefined && failed['correlationId'] === request?.['correlationId']);
    assert.equal((failed['err'] as Record<string, unknown>)['message'], 'broken');
  });

  it('whose apology fails too is answered 200', async () => {
    const { connector, lines, say, stop } = await start(() => Promise.reject(new Error('broken')), {
      apologise: async (context) => void (await context.sendActivity('sorry')),
    });
    connector.failNext({ status: 403 });
    assert.equal((await say()).status, 200);
    assert.ok(lines.some((line) => line.includes('apology failed')));
    await stop();
  });

  it('is refused when it names a service URL elsewhere, before anything runs', async () => {
    let turns = 0;
    const { desk, stop } = await start(() => Promise.resolve(void (turns += 1)));
    for (const url of [
      'https://smba.example/',
      'http://192.0.2.1:1/',
      'http://localhost.evil.example/',
      'file:///x',
      '',
      'x',
    ]) {
      const response = await post(desk.url, activity(url));
      assert.deepEqual([response.status, await response.json()], [403, { code: 'foreignServiceUrl' }], url);
    }
    assert.equal(turns, 0);
    await stop();
  });

  it('of an invoke is answered in the response', async () => {
    const { say, stop } = await start(async (context) => {
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { ok: true } } });
    });
    const response = await say({ type: 'invoke', name: 'test' });
    assert.deepEqual([response.status, await response.json()], [200, { ok: true }]);
    await stop();
  });

  it('is one of forty at once', async () => {
    const { connector, say, stop } = await start(echo);
    const texts = Array.from({ length: 40 }, (_, index) => `number ${index}`);
    const statuses = await Promise.all(texts.map(async (text) => (await say({ text })).status));
    assert.deepEqual(new Set(statuses), new Set([200]));
    assert.deepEqual(new Set(connector.screen().map(({ text }) => text)), new Set(texts.map((text) => `echo ${text}`)));
    await stop();
  });

  it('shares one connector client and one token client with all others of its service URL', async () => {
    const seen = { connectors: new Set<unknown>(), tokens: new Set<unknown>() };
    const { adapter, say, stop } = await start((context) => {
      const keys = context.adapter as CloudAdapter;
      seen.connectors.add(context.turnState.get(keys.ConnectorClientKey));
      seen.tokens.add(context.turnState.get(keys.UserTokenClientKey));
      return Promise.resolve();
    });
    await Promise.all([say(), say(), say()]);
    await say();
    assert.ok(adapter);
    assert.deepEqual([seen.connectors.size, seen.tokens.size], [1, 1]);
    await stop();
  });
});

describe('the adapter', () => {
  it('gives no turn to a request without a token, and answers with a code alone', async () => {
    const id = '00000000-0000-4000-8000-00000000000a';
    const registration = { MicrosoftAppType: 'SingleTenant', MicrosoftAppId: id, MicrosoftAppTenantId: id };
    const config = readConfig({ ...registration, MicrosoftAppPassword: 'secret', PARTNERS_FILE: 'partners.json' });
    const { log } = keepLog();
    const restore = routeConsole(log);
    let turns = 0;
    const gate = createAuthenticator(config, { log, now: () => new Date() });
    const messages = createActivityHandler(createAdapter(config, log), () => Promise.resolve(void (turns += 1)));
    const desk = await startServer({ anonymous: config.anonymous, authenticator: gate, onActivity: messages });
    const response = await post(desk.url, activity('https://smba.example/'));
    assert.deepEqual([response.status, await response.json()], [401, { code: 'unauthorized' }]);
    assert.equal(turns, 0);
    await desk.drain();
    restore();
  });

  it('gives no turn to an activity that came round its gate', async () => {
    const { log } = keepLog();
    const restore = routeConsole(log);
    const statuses: number[] = [];
    let turns = 0;
    const response = {
      socket: undefined,
      end: () => undefined,
      header: () => undefined,
      send: () => undefined,
      status: (status: number) => void statuses.push(status),
    };
    const body = JSON.parse(activity('http://127.0.0.1:1/')) as Record<string, unknown>;
    await createAdapter(readConfig({}), log).process({ method: 'POST', headers: {}, body }, response, () =>
      Promise.resolve(void (turns += 1)),
    );
    assert.deepEqual([turns, statuses], [0, [500]]);
    restore();
  });
});

describe('a message of our own making', () => {
  it('is sent without an app id in anonymous mode', async () => {
    let reference: Partial<ConversationReference> = {};
    const { connector, adapter, say, stop } = await start((context) => {
      reference = TurnContext.getConversationReference(context.activity);
      return Promise.resolve();
    });
    await say();
    await adapter.continueConversationAsync('', reference, async (context) => {
      await context.sendActivity('progress');
    });
    assert.equal((await connector.nextMessage()).text, 'progress');
    await stop();
  });

  it('never leaves this machine in anonymous mode', async () => {
    const { adapter, stop } = await start(echo);
    const reference = {
      conversation: { ...conversation, isGroup: false, conversationType: '', name: '' },
      channelId: 'x',
    };
    await assert.rejects(
      adapter.continueConversationAsync('', { ...reference, serviceUrl: 'http://192.0.2.1/' }, echo),
      /foreignServiceUrl/,
    );
    await stop();
  });
});

describe('a call to the channel', () => {
  let failure: ChannelError | undefined;
  let bot: Awaited<ReturnType<typeof start>>;
  let action: TurnHandler = echo;
  before(async () => {
    bot = await start(async (context) => {
      failure = await failureOf(() => action(context));
    });
  });
  beforeEach(() => {
    action = echo;
    failure = undefined;
  });
  after(() => bot.stop());

  /** Makes the calls of one turn fail like this and counts how many there were. */
  const callsOf = async (...faults: readonly Fault[]): Promise<number> => {
    const already = bot.connector.calls.length;
    bot.connector.failNext(...faults);
    assert.equal((await bot.say()).status, 200);
    return bot.connector.calls.length - already;
  };

  it('is repeated after 412, 429, 502 and 504', async () => {
    for (const status of [412, 429, 502, 504]) assert.equal(await callsOf({ status }, { status }), 3, String(status));
    assert.equal(failure, undefined);
  });

  it('is given up at once after 400, 401, 403, 404 and 500', async () => {
    for (const status of [400, 401, 403, 404, 500, 503]) {
      assert.equal(await callsOf({ status, code: 'Because' }), 1, String(status));
      assert.deepEqual([failure?.statusCode, failure?.code], [status, 'Because']);
    }
  });

  it('waits as long as the channel asks when that is short, and does not wait otherwise', async () => {
    const start = performance.now();
    assert.equal(await callsOf({ status: 429, retryAfter: '0.1' }), 2);
    assert.ok(performance.now() - start >= 95);
    assert.equal(await callsOf({ status: 429, retryAfter: '20' }), 1);
    assert.equal(failure?.statusCode, 429);
  });

  it('is not repeated when a message may have arrived', async () => {
    for (const fault of ['resetBefore', 'resetAfter', 'silence'] as const) {
      assert.equal(await callsOf(fault), 1, fault);
      assert.equal(failure?.unknown, true);
    }
  });

  it('is repeated when an update or a deletion may have arrived, for once more does no harm', async () => {
    action = async (context) => {
      const sent = await context.sendActivity('first');
      await context.updateActivity({ type: 'message', id: sent?.id ?? '', text: 'second' });
    };
    bot.connector.fail(bot.connector.calls.length + 2, 'resetAfter');
    assert.equal(await callsOf(), 3);
    assert.equal(failure, undefined);
    assert.equal(bot.connector.screen().at(-1)?.text, 'second');
  });

  it('ends within its time in all, however often it is repeated', async () => {
    const faults = Array.from({ length: 30 }, () => ({ status: 502 }));
    // One that went on would have come through after the last fault.
    assert.ok((await callsOf(...faults)) > 3);
    assert.equal(failure?.statusCode, 502);
  });

  it('does not follow a redirect', async () => {
    assert.equal(await callsOf({ status: 307, location: `${bot.connector.url}/v3/conversations/c2/activities` }), 1);
    assert.equal(failure?.statusCode, 307);
  });

  it('is repeated while nobody listens, and then given up', async () => {
    const gone = await startConnector();
    await gone.close();
    const start = performance.now();
    await post(bot.desk.url, activity(gone.url));
    assert.deepEqual([failure?.code, failure?.unknown], ['ECONNREFUSED', false]);
    assert.ok(performance.now() - start > times.total / 3);
  });
});
