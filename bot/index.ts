import {
  type Config,
  ConfigurationError,
  describeDestination,
  loadEnvironment,
  readConfig,
} from './settings/config.ts';
import { defined } from '../lib/optional.ts';
import { hostOfAccount } from '../storage/azure/tableAddress.ts';
import { createLog, safeError, routeConsole, type Log } from './log.ts';
import { startBot, type Bot } from './app.ts';
import { startFault } from './startFault.ts';
import { botVersion } from './version.ts';
import { startTelemetry, type Telemetry } from './telemetry/telemetry.ts';

/** The text printed at the start: the addresses at which the bot can be tried. */
function greeting(config: Config, port: number): string {
  const { anonymous } = config;
  const endpoint = `http://127.0.0.1:${String(port)}/api/messages`;
  if (!anonymous)
    return `Customer Desk answers on port ${String(port)}: /api/messages. ${describeDestination(config)}\n`;
  return [
    `Customer Desk is running. ${describeDestination(config)}`,
    `  Chat page           http://127.0.0.1:${String(port)}/`,
    `  Agents Playground   npm run playground`,
    `  Emulator            open ${endpoint} without an app id`,
    `  Records             ${recordsPlace(config)}`,
    '',
  ].join('\n');
}

/** Where the records are: the folder, or the table and the host of its account, without its key. */
const recordsPlace = ({ storage, dataDir }: Config): string =>
  typeof storage === 'string' ? dataDir : `the table ${storage.name} at ${hostOfAccount(storage.account) ?? ''}`;

function stopOnSignals(bot: Bot, telemetry: Telemetry | undefined, log: Log): void {
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    const stopped = bot.stop().then(() => telemetry?.stop());
    stopped.then(
      () => process.exit(0),
      (error: unknown) => die(log, error, 'could not stop'),
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
}

// Ending at any moment is safe, as the state is on the disk; going on after such an error is not.
function die(log: Log, error: unknown, what: string): void {
  log.fatal({ err: safeError(error) }, what);
  process.exit(1);
}

async function main(): Promise<void> {
  loadEnvironment();
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  routeConsole(log);
  process.on('unhandledRejection', (error) => die(log, error, 'unhandled rejection'));
  process.on('uncaughtException', (error) => die(log, error, 'uncaught exception'));
  const version = botVersion();
  const telemetry = await startTelemetry(process.env, { log, host: config.host, version });
  const onFatal = (error: Error): void => die(log, error, 'data folder lost');
  try {
    const bot = await startBot(config, { log, warm: true, onFatal, ...defined({ telemetry }) });
    stopOnSignals(bot, telemetry, log);
    const storage = typeof config.storage === 'string' ? config.storage : 'azure';
    const { partnerCenter } = config;
    log.info(
      {
        version,
        node: process.version,
        port: bot.port,
        storage,
        records: recordsPlace(config),
        partnerCenter,
      },
      'ready',
    );
    process.stderr.write(greeting(config, bot.port));
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    end(`Customer Desk could not start: ${await startFault(error, config)}`);
  }
}

/** Ends a process that did not start. */
function end(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

main().catch((error: unknown) => {
  const text = error instanceof Error ? error.message : String(error);
  end(error instanceof ConfigurationError ? text : `Customer Desk could not start: ${text}`);
});
