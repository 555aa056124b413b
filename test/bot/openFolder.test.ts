import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../bot/settings/config.ts';
import { startBot } from '../../bot/app.ts';
import { keepLog } from './desk.ts';

describe('a data folder at the start', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'customer-desk-open-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  for (const [mode, warned] of [
    [0o777, true],
    [0o750, true],
    [0o700, false],
  ] as const)
    it(`of mode ${mode.toString(8)} is ${warned ? 'warned of, and taken all the same' : 'taken without a word'}`, async function () {
      if (process.platform === 'win32') this.skip();
      await chmod(folder, mode);
      const { log, lines } = keepLog();
      const bot = await startBot(readConfig({ PORT: '0', DATA_DIR: folder }), { log });
      await bot.stop();
      assert.equal(lines.filter((line) => line.includes('is open to other users')).length, warned ? 1 : 0);
    });
});
