import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTelemetry } from '../../bot/telemetry/telemetry.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { startConnector } from '../connector.ts';
import { keepLog } from './desk.ts';
import { premium, sellOneProduct } from '../conversations/restBot.ts';
import { answersIn, changed, isConfirmed, partnerOf, toReview } from '../conversations/walk.ts';
import { eventually } from '../eventually.ts';
import { type BotProcess, startProcess } from '../reliability/bot.ts';
import { personAt } from '../reliability/person.ts';

/** A collector of OpenTelemetry's protocol that keeps everything sent to it, as JSON. */
async function startCollector() {
  const received: string[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push(Buffer.concat(chunks).toString('utf8'));
      response.setHeader('Content-Type', 'application/json');
      response.end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { received, url: `http://127.0.0.1:${String(port)}`, close: () => server.close() };
}

const namesIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/"name":"([^"]+)"/g)].map(([, name]) => name ?? ''));

describe('telemetry', () => {
  let collector: Awaited<ReturnType<typeof startCollector>>;
  let simulator: Simulator;
  let bot: BotProcess;
  before(async () => {
    collector = await startCollector();
    simulator = await startSimulator({ partners: samplePartners });
    bot = await startProcess({
      settings: {
        PARTNER_CENTER: 'rest',
        PARTNER_CENTER_URL: simulator.url,
        PARTNER_CENTER_CLIENT_ID: 'customer-desk',
        PARTNER_CENTER_CLIENT_SECRET: 'planted-client-secret-71c0',
        PARTNER_CENTER_AGREEMENT: 'recorded',
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
        OTEL_METRIC_EXPORT_INTERVAL: '1000',
        OTEL_METRIC_EXPORT_TIMEOUT: '1000',
      },
    });
  });
  after(async () => {
    await bot.clear();
    await simulator.close();
    collector.close();
  });

  it('tells of turns, calls and the storage, and of nobody', async () => {
    sellOneProduct(simulator);
    const connector = await startConnector();
    const partner = partnerOf(2);
    try {
      const user = personAt({ connector, url: () => bot.url() }, { partner });
      await toReview(user, changed(answersIn(), { offers: [premium] }));
      await user.press('submit');
      await eventually('the customer is confirmed', async () => isConfirmed(user));
    } finally {
      await connector.close();
    }
    await eventually('the jobs were looked at', () =>
      collector.received.some((text) => text.includes('customer_desk.jobs.waiting')),
    );
    equal((await bot.stop()).code, 0);

    const all = collector.received.join('\n');
    const names = namesIn(all);
    const expected = [
      'turn message',
      'storage replace',
      'POST channel',
      'POST /v1/customers',
      'POST /v1/customers/{}/carts/{}/checkout',
      'customer_desk.turn.duration',
      'customer_desk.storage.duration',
      'customer_desk.jobs.oldest',
      'http.client.request.duration',
    ];
    const missing = expected.filter((name) => !names.has(name) && !all.includes(name));
    deepEqual(missing, [], [...names].join(', '));
    match(all, /"key":"service\.instance\.id","value":\{"stringValue":"[0-9a-f-]{36}"/);
    match(all, /"key":"service\.version"/);
    // A domain that is free is no error.
    match(all, /"name":"HEAD /);
    doesNotMatch(all, /"name":"HEAD [^"]*"[^]{0,900}?"code":2/);
    const [, correlation = ''] = /"customer_desk\.correlation_id","value":\{"stringValue":"([^"]+)"/.exec(all) ?? [];
    ok(bot.output().includes(correlation) && correlation !== '', 'the log has the id of a span');
    // A postal code may also be among the digits of a time.
    const personal = [
      /Alpine/,
      /alpineskihouse/,
      /Ana/,
      /Springfield/,
      /(?<!\d)98101(?!\d)/,
      /onmicrosoft/,
      /planted-/,
    ];
    deepEqual(
      personal.filter((text) => text.test(all)),
      [],
    );
  });

  it('is off, and its SDK not loaded, unless OpenTelemetry’s settings name an exporter', async () => {
    for (const settings of [
      {},
      { OTEL_SERVICE_NAME: 'desk' },
      { OTEL_TRACES_EXPORTER: 'none' },
      { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_SDK_DISABLED: 'true' },
    ])
      equal(await startTelemetry(settings, { log: keepLog().log, host: '127.0.0.1', version: '1' }), undefined);
  });
});
