import { defined } from '../../lib/optional.ts';
import { customers, changes, submissions } from '../../storage/collections.ts';
import { imports } from '../../storage/importCollections.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { openAzureDocuments } from '../../storage/azure/azureDocuments.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import type { Client } from '../client.ts';
import { type Connector, startConnector } from '../connector.ts';
import { sellOneProduct } from '../conversations/restBot.ts';
import { partnerOf } from '../conversations/walk.ts';
import { type BotProcess, type QuickTimes, startProcess } from '../reliability/bot.ts';
import { personAt } from '../reliability/person.ts';
import { azurite, newTable } from './azurite.ts';
import { type HeldCalls, startHeldCalls } from './heldCalls.ts';

/** A process of the bot among others on one table, with its own way to Partner Center. */
export interface BotOnTable extends BotProcess {
  readonly calls: HeldCalls;
}

/** Processes of the bot on one table, one channel and one simulated Partner Center. */
export interface BotsOnTable {
  readonly connector: Connector;
  readonly simulator: Simulator;
  /** Direct partners in the US, each of them like the others. */
  readonly partners: readonly Partner[];
  /** What is in the table, for the tests. */
  readonly stored: Awaited<ReturnType<typeof storedIn>>;
  start(own?: Readonly<Record<string, string>>, program?: string): Promise<BotOnTable>;
  /** A person of that partner whose messages go to that process; the person `as` the other one was. */
  person(bot: BotOnTable, partner: Partner, as?: Client): Client;
  /** Ends all and waits for none. */
  clear(): Promise<void>;
}

async function storedIn(connectionString: string, table: string) {
  const documents = await openAzureDocuments({ connectionString }, table, { now: () => new Date() });
  return {
    documents,
    jobs: submissions(documents),
    changes: changes(documents),
    imports: imports(documents),
    customers: customers(documents),
    close: () => documents.close(),
  };
}

/** Direct partners in the US, each like the others. */
export const manyPartners = (count: number): Partner[] =>
  Array.from({ length: count }, (_none, index) => ({
    ...partnerOf(2),
    tenantId: `00000000-0000-4000-9000-${String(index + 1).padStart(12, '0')}`,
  }));

/** How processes on a table are started. */
interface BotsOnTableOptions {
  /** Number of partners. */
  readonly partners: number;
  /** Without it the bot is started as it is shipped. */
  readonly times?: QuickTimes;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts what such processes need, and none of them; clear it in `after`. */
export async function botsOnTable({ partners: count, times, settings = {} }: BotsOnTableOptions): Promise<BotsOnTable> {
  const { connectionString } = await azurite();
  const table = newTable();
  const partners = manyPartners(count);
  const connector = await startConnector();
  const simulator = await startSimulator({ partners });
  // Reading a whole catalog takes a thousand calls.
  sellOneProduct(simulator, 10_000);
  const stored = await storedIn(connectionString, table);
  const started: BotOnTable[] = [];
  return {
    connector,
    simulator,
    partners,
    stored,
    async start(own = {}, program) {
      const calls = await startHeldCalls(simulator.url);
      const bot = await startProcess({
        ...defined({ times, program }),
        files: { 'partners.json': JSON.stringify(partners) },
        settings: {
          STORAGE: 'azure',
          AZURE_STORAGE_CONNECTION_STRING: connectionString,
          AZURE_STORAGE_TABLE: table,
          PARTNERS_FILE: 'partners.json',
          PARTNER_CENTER: 'rest',
          PARTNER_CENTER_URL: calls.url,
          PARTNER_CENTER_CLIENT_ID: 'customer-desk',
          PARTNER_CENTER_CLIENT_SECRET: 'practice',
          PARTNER_CENTER_AGREEMENT: 'recorded',
          LOG_LEVEL: 'info',
          ...settings,
          ...own,
        },
      });
      const one = { ...bot, calls };
      started.push(one);
      return one;
    },
    person: (bot, partner, as) => personAt({ connector, url: () => bot.url() }, { manner: 'teams', partner, ...as }),
    async clear() {
      for (const bot of started) await bot.clear();
      for (const bot of started) await bot.calls.close();
      await stored.close();
      await simulator.close();
      await connector.close();
    },
  };
}
