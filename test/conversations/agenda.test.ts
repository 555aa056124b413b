import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { commandWords } from '../commandWords.ts';
import { client } from '../client.ts';
import { startTestBot, type TestBot } from '../testBot.ts';
import { premium, withCustomer } from './withCustomer.ts';
import { toReview } from './walk.ts';

const { t } = words('en');
const [partner] = samplePartners;
assert.ok(partner);

describe('the home card', () => {
  let bot: TestBot;
  before(async () => {
    bot = await startTestBot();
  });
  after(() => bot.stop());

  it('says at the second greeting in practice, which reads at once, that nothing waits', async () => {
    const user = client(bot, { manner: 'teams' });
    await user.say('hello');
    await user.say('hello');
    assert.ok(user.texts().includes(t('agenda.none')), user.texts().join('\n'));
  });

  it('says nothing waits only when all was read, and as of when', async () => {
    const user = client(bot, { manner: 'teams' });
    await user.say('hello');
    await user.say('hello');
    await user.press('agenda home');
    assert.ok(user.texts().includes(t('agenda.none')), user.texts().join('\n'));
    assert.ok(!user.texts().includes(t('home.intro')), 'the paragraph came before');
  });

  it('is read again after this user suspended a subscription, and has the way to read it again', async () => {
    const user = client(bot, { manner: 'teams' });
    await user.say('hello');
    await user.say('agenda');
    const refresh = user.named('agenda ').map((name) => user.pressed(name));
    assert.ok(refresh.length > 0, 'an empty agenda is read again by its button');
    await withCustomer(bot, user, { partner });
    await user.press('subscriptions');
    await user.press('manage');
    await user.press('suspend');
    await user.press('setStatus');
    await user.until(t('changed.title'));
    await user.say('agenda');
    assert.ok(
      user.texts().some((line) => line.includes(premium.name)),
      user.texts().join('\n'),
    );
  });

  it('has a line for a draft, whose button goes on with it', async () => {
    const user = client(bot, { manner: 'teams' });
    await user.say('hello');
    await toReview(user);
    await user.say('hello');
    assert.ok(user.texts().includes(t('agenda.title')));
    const [draft] = user.named('continueDraft');
    assert.ok(draft);
    await user.press(draft);
    assert.notEqual(user.title(), t('home.title'));
  });

  it('is not sent every morning until a user says so, and can be stopped', async () => {
    const user = client(bot, { manner: 'teams' });
    await user.say('hello');
    await user.say('hello');
    await user.press('morning on');
    assert.deepEqual(user.lines(), [t('morning.on')]);
    assert.equal(user.title(), t('home.title'));
    assert.ok(user.has('morning off') && !user.has('morning on'));
    await user.say(commandWords('agenda'));
    await user.press('morning off');
    assert.deepEqual(user.lines(), [t('morning.off')]);
    assert.equal(user.title(), t('agenda.title'));
    assert.ok(user.has('morning on') && !user.has('morning off'));
    await user.say('hello');
    assert.ok(user.has('morning on'));
  });

  it('is sent in the morning to a user who asked for it, also after a restart, and stopped from there', async () => {
    const user = client(bot, { manner: 'teams' });
    bot.clock.now = new Date('2026-03-10T20:00:00.000Z');
    await toReview(user);
    await user.say('hello');
    await user.say('hello');
    await user.press('morning on');
    // What a client says of its zone counts, the latest time it says so.
    await user.say('hello', { localTimezone: 'Asia/Taipei' });
    await bot.restart();
    bot.clock.now = new Date('2026-03-11T00:05:00.000Z');
    await user.until(t('morning.title'));
    await user.press('morning off');
    assert.deepEqual(user.lines(), [t('morning.off')]);
  });
});
