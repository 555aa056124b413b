import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLog } from '../../bot/log.ts';
import { readConfig } from '../../bot/settings/config.ts';
import { startBot } from '../../bot/app.ts';
import { launch, openChat, type ChatPage, type Look } from './browser.ts';

/** A bot in this process, and a browser. */
export interface Desk {
  /** Opens the bot's chat page. */
  open(look: Look): Promise<ChatPage>;
  stop(): Promise<void>;
}

/** Starts both, with a data folder of their own; stop it in `after`. */
export async function startDesk(): Promise<Desk> {
  const folder = await mkdtemp(path.join(tmpdir(), 'customer-desk-'));
  const config = readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' });
  const bot = await startBot(config, { log: createLog('silent') });
  const browser = await launch();
  return {
    open: (look) => openChat(browser, `http://127.0.0.1:${String(bot.port)}/`, look),
    async stop() {
      await browser.close();
      await bot.stop();
      await rm(folder, { recursive: true });
    },
  };
}
