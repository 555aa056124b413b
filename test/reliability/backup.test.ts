import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { words } from '../../locales/words.ts';
import type { Client } from '../client.ts';
import { startConnector, type Connector } from '../connector.ts';
import { openSection, partnerOf, walkTo, filled } from '../conversations/walk.ts';
import { startProcess, type BotProcess } from './bot.ts';
import { personAt } from './person.ts';
import { expectSound, recordsIn } from './records.ts';
import { addWhateverHappens, fullAnswers, prefixOf } from './wishes.ts';

const { t } = words('en');
const partner = partnerOf(2);
const run = promisify(execFile);

/** As docs/operations.md says it. */
const copy = async (from: string, to: string): Promise<void> => void (await run('cp', ['-a', from, to]));

describe('a backup of the data folder', () => {
  let place: string;
  let connector: Connector;
  let bot: BotProcess;
  const bots: BotProcess[] = [];
  const answers = fullAnswers(partner);
  const open = fullAnswers(partner);

  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'customer-desk-backup-'));
    connector = await startConnector();
    bot = await begin(join(place, 'data'));
  });
  afterEach(async () => {
    for (const one of bots.splice(0)) await one.clear();
    await connector.close();
    await rm(place, { recursive: true, force: true });
  });

  async function begin(folder: string): Promise<BotProcess> {
    const begun = await startProcess({ settings: { DATA_DIR: folder } });
    bots.push(begun);
    return begun;
  }

  const personOf = (of: BotProcess, user?: string): Client =>
    personAt({ connector, url: () => of.url() }, { partner, ...(user === undefined ? {} : { user }) });

  /** Adds a customer, and leaves another one half entered; gives who did. */
  async function work(folder: string): Promise<string> {
    const user = personOf(bot);
    await addWhateverHappens(user, answers, folder);
    await user.say('add customer');
    await walkTo(user, 'contact', open);
    return user.user;
  }

  async function expectEverything(of: BotProcess, folder: string, who: string): Promise<void> {
    const user = personOf(of, who);
    await user.say('customers');
    assert.ok(user.texts().join('\n').includes(prefixOf(answers)), 'the customer is listed');
    await user.say('drafts');
    await user.press('continueDraft');
    assert.equal(openSection(user), 'contact');
    await user.press('next', filled(user, open));
    assert.equal(openSection(user), 'subscriptions');
    await of.stop();
    await expectSound(folder);
    assert.equal((await recordsIn(folder).customers()).length, 1);
    assert.ok(
      (await recordsIn(folder).audit()).some(({ action, outcome }) => action === 'customer' && outcome === 'done'),
    );
  }

  it('of a stopped bot is all that is needed', async () => {
    const [data, backup] = [join(place, 'data'), join(place, 'backup')];
    const who = await work(data);
    await bot.stop();
    assert.deepEqual(await readdir(join(data, 'journal')), [], 'every document is in its own file');
    await copy(data, backup);
    await rm(data, { recursive: true });
    await copy(backup, join(place, 'restored'));
    await expectEverything(await begin(join(place, 'restored')), join(place, 'restored'), who);
  });

  it('of a bot that is held meanwhile has all up to that moment, and the bot goes on', async () => {
    const [data, backup] = [join(place, 'data'), join(place, 'backup')];
    const who = await work(data);
    await bot.held(() => copy(data, backup));
    const user = personOf(bot);
    await user.say('hello');
    assert.ok(user.texts().includes(t('home.title')), user.texts().join());
    assert.equal((await bot.kill()).signal, 'SIGKILL');
    await rm(data, { recursive: true });
    await expectEverything(await begin(backup), backup, who);
  });
});
