import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../eventually.ts';
import { startRestBot, type RestBot } from './restBot.ts';
import { words } from '../../locales/words.ts';
import { partnerOf } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(1);

describe('a start that asks before anybody is there', () => {
  let bot: RestBot;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'customer-desk-start-'));
    const file = join(folder, 'partners.json');
    await writeFile(file, JSON.stringify([partner]));
    bot = await startRestBot({ warm: true, settings: { PARTNERS_FILE: file } });
  });
  after(async () => {
    await bot.stop();
    await rm(folder, { recursive: true });
  });

  const asked = (): string[] => bot.simulator.calls().map(({ method, path }) => `${method} ${path}`);

  it('has what the first card of Add customer waits for, and has not begun to read the catalog', async () => {
    const rules = `GET /v1/countryvalidationrules/${partner.country}`;
    const needed = [rules, 'GET /v1/agreements', 'GET /v1/relationships'];
    await eventually('Partner Center was asked', () => {
      const calls = asked();
      return needed.every((call) => calls.some((one) => one.startsWith(call)));
    });
    assert.ok(!asked().some((call) => call.includes('/products')));
    for (const path of ['/*/oauth2/token', '/v1/countryvalidationrules/**', '/v1/agreements**', '/v1/relationships'])
      bot.simulator.fault({ kind: '500', path, times: 99 });
    const user = bot.person({ partner });
    await user.say('add customer');
    assert.ok(user.buttons().includes(t('button.cancel')), user.texts().join('\n'));
  });
});
