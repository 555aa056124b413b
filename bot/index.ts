import {
  type Config,
  ConfigurationError,
  describeDestination,
  loadEnvironment,
  readConfig,
} from './settings/config.ts';
import { defined } from '../lib/optional.ts';
import { createLog, safeError, routeConsole, type Log } from './log.ts';
import { startBot, type Bot } from './app.ts';
import { startTelemetry, type Telemetry } from './telemetry/telemetry.ts';

/** The text printed at the start: the addresses at which the bot can be tried. */
function greeting(config: Config, port: number): string {
  const { anonymous, dataDir, storage } = config;
  const endpoint = `http://127.0.0.1:${String(port)}/api/messages`;
  if (!anonymous)
    return `Customer Desk answers on port ${String(port)}: /api/messages. ${describeDestination(config)}\n`;
  return [
    `Customer Desk is running. ${describeDestination(config)}`,
    `  Chat page           http://127.0.0.1:${String(port)}/`,
    `  Agents Playground   npm run playground`,
    `  Emulator            open ${endpoint} without an app id`,
    `  Records             ${typeof storage === 'string' ? dataDir : `the table ${storage.name}`}`,
    '',
  ].join('\n');
}

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
  const telemetry = await startTelemetry(process.env);
  const onFatal = (error: Error): void => die(log, error, 'data folder lost');
  const bot = await startBot(config, { log, warm: true, onFatal, ...defined({ telemetry }) });
  stopOnSignals(bot, telemetry, log);
  process.stderr.write(greeting(config, bot.port));
}

main().catch((error: unknown) => {
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${error instanceof ConfigurationError ? '' : 'Customer Desk could not start: '}${text}\n`);
  process.exit(1);
});
