import assert from 'node:assert/strict';
import { startConnector, type Connector } from '../connector.ts';
import { type BotOptions, type BotProcess, startProcess } from './bot.ts';
import { expectSound, filesIn } from './records.ts';
import { passwordsIn } from './wishes.ts';

/** The bot's process, and the channel of those who talk to it. */
export interface ConnectedBot extends BotProcess {
  readonly connector: Connector;
}

/** Starts both; clear them in `after`. */
export async function startConnectedBot(options: BotOptions = {}): Promise<ConnectedBot> {
  const [bot, connector] = [await startProcess(options), await startConnector()];
  return {
    ...bot,
    connector,
    async clear() {
      await bot.clear();
      await connector.close();
    },
  };
}

/** It stops when it is asked to, what it leaves is sound, and no password that was shown was written or logged. */
export async function expectSoundEnd(bot: ConnectedBot): Promise<void> {
  assert.equal((await bot.stop()).code, 0);
  await expectSound(bot.folder);
  const kept = [...(await filesIn(bot.folder)).values(), bot.output(), bot.errors()].join('\n');
  assert.ok(!passwordsIn(bot.connector).some((password) => kept.includes(password)), 'a password was kept');
}
