import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../bot/settings/config.ts';
import { partnerCenterFor, type PartnerCenterDeps } from '../../bot/partnerCenters.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { startBot, type StartOptions } from '../../bot/app.ts';
import type { RestSettings } from '../../partner-center/rest/restPartnerCenter.ts';
import { skuName } from '../../simulator/productHandlers.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { silenceLimit } from './silence.ts';
import { keepLog } from '../bot/desk.ts';
import type { Client, ClientOptions } from '../client.ts';
import { type Connector, startConnector } from '../connector.ts';
import { startReplicas } from '../replicas.ts';
import { replicas, tableSettings } from '../testStore.ts';
import { personAt } from '../reliability/person.ts';

/** Secrets that must be found nowhere but where they belong. */
export const planted = { secret: 'planted-client-secret-71c0', password: 'Planted;password-9' } as const;

/** The bot with PARTNER_CENTER=rest, and the simulator it calls by HTTP; both live by `clock`. */
export interface RestBot {
  readonly simulator: Simulator;
  readonly connector: Connector;
  readonly folder: string;
  readonly clock: { now: Date };
  /** Every line logged so far. */
  readonly log: readonly string[];
  /** Milliseconds the bot waited before it repeated calls; no time passes. */
  readonly waited: number[];
  url(): string;
  /** Opens a chat, in Teams' manner. */
  person(options?: ClientOptions): Client;
  /** Stops the bot, does something with the folder at rest, and starts it anew, with nothing but that. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** How such a bot differs from the usual one. */
interface RestBotOptions extends Pick<StartOptions, 'documentsOf' | 'answerTime' | 'progressAfter' | 'warm'> {
  /**
   * Settings besides. Unless they choose another way the partner records the acceptance of the agreement, as sandboxes take
   * it, so that orders are placed at once.
   */
  readonly settings?: Readonly<Record<string, string>>;
  /** Partner Center's own clock, which it looks at during each call; without it, the bot's. */
  readonly theirClock?: () => Date;
}

/** Starts both on free loopback ports and a data folder of its own, behind `documentsOf`; stop it in `after`. */
export async function startRestBot({ settings = {}, theirClock, ...more }: RestBotOptions = {}): Promise<RestBot> {
  const place = await mkdtemp(join(tmpdir(), 'customer-desk-rest-'));
  const folder = join(place, 'data');
  const clock = { now: new Date('2026-03-10T09:00:00.000Z') };
  // A millisecond passes each time, so that nothing happens at the same moment.
  const now = () => (clock.now = new Date(clock.now.getTime() + 1));
  let passwords = 0;
  const newPassword = (): string => `${planted.password}${String((passwords += 1))}`;
  const silence = silenceLimit();
  const theirs = { now: theirClock ?? now, newPassword, onSilence: silence.end };
  const simulator = await startSimulator({ partners: samplePartners, ...theirs });
  const connector = await startConnector();
  const { log, lines } = keepLog();
  const waited: number[] = [];
  const config = readConfig({
    PORT: '0',
    DATA_DIR: folder,
    ...tableSettings(folder),
    LOG_LEVEL: 'debug',
    PARTNER_CENTER: 'rest',
    PARTNER_CENTER_URL: simulator.url,
    PARTNER_CENTER_CLIENT_ID: 'customer-desk',
    PARTNER_CENTER_CLIENT_SECRET: planted.secret,
    PARTNER_CENTER_AGREEMENT: 'recorded',
    ...settings,
  });
  const wait = async (milliseconds: number): Promise<void> => void waited.push(milliseconds);
  const start = () =>
    startBot(config, {
      log,
      now,
      waits: [1, 1],
      typingAfter: 60_000,
      takeUpAfter: 20,
      lookEvery: 20,
      progressAfter: 60_000,
      ...more,
      partnerCenterOf: (partner, documents) => {
        // What the tools bring besides reaches the REST client: tests do not wait.
        const tools: PartnerCenterDeps & Pick<RestSettings, 'wait' | 'fetch'> = {
          documents,
          now,
          randomId: randomUUID,
          log,
          wait,
          fetch: silence.fetch,
        };
        return partnerCenterFor(config, partner, tools);
      },
    });
  const bots = await startReplicas(start, typeof config.storage === 'string' ? 1 : undefined);
  return {
    simulator,
    connector,
    folder,
    clock,
    log: lines,
    waited,
    url: () => bots.url(),
    person: (options) => personAt({ connector, url: () => bots.url() }, options),
    restart: (meanwhile) => bots.restart(meanwhile),
    async stop() {
      await bots.stop();
      await connector.close();
      await simulator.close();
      await rm(place, { recursive: true, force: true });
    },
  };
}

/**
 * Such a bot for all tests of a `describe`, which sells one product only: reading a whole catalog takes a thousand
 * calls. Before each test the simulator knows no customer and no fault; after each, nothing said was a mere status.
 */
export function useRestBot(options?: RestBotOptions): () => RestBot {
  let bot: RestBot | undefined;
  const running = (): RestBot => {
    assert.ok(bot, 'the bot runs only during tests');
    return bot;
  };
  before(async () => {
    bot = await startRestBot(options);
  });
  beforeEach(() => {
    running().simulator.reset();
    sellOneProduct(running().simulator);
  });
  afterEach(() => assert.ok(!/Bad Request/i.test(JSON.stringify(running().connector.calls)), 'a mere status was said'));
  after(() => bot?.stop());
  return running;
}

/** Office 365 Business Premium, as it is sold in new commerce. */
export const premium = `${skuName('031C9E47-4802-4248-838E-778FB1D2CC05') ?? ''}:commercial`;

/** Microsoft 365 Business, as it is sold in new commerce. */
export const business = `${skuName('61795CAB-2ABD-43F6-88E9-C9ADAE5746E0') ?? ''}:commercial`;

/** The next times each process lists the products of a country there is but one. */
export const sellOneProduct = (simulator: Simulator, times = 1): void => sell(simulator, [premium], times);

/** The next times each process lists the products of a country there are those of these offers. */
export function sell({ fault }: Simulator, offers: readonly string[], times = 1): void {
  const products = new Set(offers.map((offer) => offer.split(':')[0]));
  const body = { totalCount: products.size, items: [...products].map((id) => ({ id, title: id })) };
  fault({ kind: 'answer', method: 'GET', path: '/v1/products', status: 200, body, times: times * replicas });
}
