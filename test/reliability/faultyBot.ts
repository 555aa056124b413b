import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../bot/settings/config.ts';
import { startBot } from '../../bot/app.ts';
import { keepLog } from '../bot/desk.ts';
import { startConnector, type Connector } from '../connector.ts';
import { faultyWrites, type FaultyWrites } from './faults.ts';

/** A bot in this process whose writes fail where told, and the channel of those who talk to it, whose calls do. */
export interface FaultyBot {
  readonly connector: Connector;
  readonly writes: FaultyWrites;
  /** The data folder. */
  readonly folder: string;
  /** Every line logged so far. */
  readonly log: readonly string[];
  url(): string;
  /** Stops the bot and starts it anew, with nothing but its folder. */
  restart(): Promise<void>;
  /** Stops it and removes its folder. */
  stop(): Promise<void>;
}

/** Starts both, with a data folder of their own; what could not be done is taken up after so many milliseconds. */
export async function startFaultyBot({ takeUpAfter = 20 } = {}): Promise<FaultyBot> {
  const place = await mkdtemp(join(tmpdir(), 'customer-desk-faults-'));
  const folder = join(place, 'data');
  const connector = await startConnector();
  const writes = faultyWrites();
  const { log, lines } = keepLog();
  const start = () =>
    startBot(readConfig({ PORT: '0', DATA_DIR: folder, TURNS_PER_MINUTE: '100000' }), {
      log,
      waits: [1, 1],
      typingAfter: 60_000,
      takeUpAfter,
      documentsOf: writes.wrap,
    });
  let bot = await start();
  return {
    connector,
    writes,
    folder,
    log: lines,
    url: () => `http://127.0.0.1:${String(bot.port)}`,
    async restart() {
      await bot.stop();
      bot = await start();
    },
    async stop() {
      await bot.stop();
      await connector.close();
      await rm(place, { recursive: true, force: true });
    },
  };
}
