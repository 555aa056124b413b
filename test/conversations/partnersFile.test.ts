import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { words } from '../../locales/words.ts';
import { client } from '../client.ts';
import { eventually } from '../eventually.ts';
import { startTestBot, type TestBot } from '../testBot.ts';
import { partnerOf } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);
const user = '00000000-0000-4000-8000-000000000077';

describe('a partners file that changes while the bot runs', () => {
  let folder: string;
  let bot: TestBot;
  const write = async (content: unknown): Promise<void> =>
    writeFile(join(folder, 'partners.json'), JSON.stringify(content));
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'desk-partners-'));
    await write([{ ...partner, users: { [user]: ['view'] } }]);
    bot = await startTestBot({ settings: { PARTNERS_FILE: join(folder, 'partners.json') }, takeUpEvery: 20 });
  });
  after(async () => {
    await bot.stop();
    await rm(folder, { recursive: true });
  });

  it('gives a user a right in the same conversation, keeps it where the next file is faulty, and takes it away', async () => {
    const reader = client(bot, { manner: 'teams', partner, user });
    const mayImport = async (): Promise<boolean> => {
      await reader.say('import');
      return !reader.texts().includes(t('refusal.right'));
    };
    const logged = (text: string) => eventually(text, () => bot.log.some((line) => line.includes(text)));
    assert.equal(await mayImport(), false);
    await write([{ ...partner, users: { [user]: ['view', 'add'] } }]);
    await logged('was read again');
    assert.equal(await mayImport(), true);
    await write([{ ...partner, users: { [user]: ['everything'] } }]);
    await logged('is faulty');
    assert.equal(await mayImport(), true);
    await write([{ ...partner, users: { [user]: [] } }]);
    await eventually('it is taken away', async () => !(await mayImport()));
  });
});
