import { startBot } from '../../bot/app.ts';
import { readConfig } from '../../bot/settings/config.ts';
import { createLog } from '../../bot/log.ts';
import type { QuickTimes } from './bot.ts';

// The bot as a process of its own, with other times than those that it is shipped with: they are no settings.
const config = readConfig(process.env);
// Written by a test, as this type.
const times = JSON.parse(process.argv[2] ?? '{}') as QuickTimes;
const bot = await startBot(config, { log: createLog(config.logLevel), ...times });
process.on('SIGTERM', () => void bot.stop().then(() => process.exit(0)));
process.stderr.write(`Quick Customer Desk answers on port ${String(bot.port)}.\n`);
