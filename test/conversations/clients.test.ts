import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { words } from '../../locales/words.ts';
import { client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { existing, pressAny } from './existing.ts';
import { answersIn, partnerOf, submit, walkTo } from './walk.ts';

const partner = partnerOf(2);

describe('a client', () => {
  const bot = useTestBot();
  const teams = () => client(bot(), { manner: 'teams', partner });
  const installed = (action: string) => ({ type: 'installationUpdate', action });
  const cardsOf = (user: ReturnType<typeof client>): number => user.cards().length;

  it('that sends no language with a press, as on iOS, is answered in the one it sent last', async () => {
    const user = teams();
    const ru = words('ru').t;
    await user.say('hello', { locale: 'ru-RU' });
    assert.equal(user.title(), ru('home.title'));
    await user.send({ text: 'help', locale: '' });
    assert.equal(user.title(), ru('help.title'));
    const entities = [{ type: 'clientInfo', locale: 'zh-TW' }];
    await user.send({ text: 'help', locale: '', entities });
    assert.equal(user.title(), words('zh-TW').t('help.title'));
  });

  it('in which the app is installed again is greeted again, once, and not when it is removed', async () => {
    const user = teams();
    await user.hello();
    assert.equal(cardsOf(user), 1);
    bot().clock.now = new Date(bot().clock.now.getTime() + 60_000);
    for (const action of ['remove', 'remove-upgrade']) await user.send(installed(action));
    assert.equal(cardsOf(user), 1);
    await user.hello();
    assert.equal(cardsOf(user), 2);
  });

  it('that begins a conversation again in an empty window, as the Emulator, is greeted again, but not twice at once', async () => {
    const user = client(bot(), { manner: 'emulator', partner });
    await user.hello();
    await user.hello();
    assert.equal(cardsOf(user), 1);
    bot().clock.now = new Date(bot().clock.now.getTime() + 60_000);
    await user.hello();
    assert.equal(cardsOf(user), 2);
    assert.equal(user.title(), words('en').t('home.title'));
  });

  it('is told what this is for by its first card, and not again until its window is empty', async () => {
    const intro = words('en').t('home.intro');
    const user = teams();
    await user.say('hello');
    assert.ok(user.texts().includes(intro), 'who was not greeted is welcomed by the first home card');
    await user.say('hello');
    assert.equal(user.title(), words('en').t('home.title'));
    assert.ok(!user.texts().includes(intro));
    bot().clock.now = new Date(bot().clock.now.getTime() + 60_000);
    await user.hello();
    assert.ok(user.texts().includes(intro), 'the app was installed again');
    await user.say('hello');
    assert.ok(!user.texts().includes(intro));
  });

  it('in which somebody joins later, as in Teams, is not greeted again', async () => {
    const user = teams();
    await user.hello();
    bot().clock.now = new Date(bot().clock.now.getTime() + 60_000);
    await user.send({ type: 'conversationUpdate', membersAdded: [{ id: `29:${user.user}`, name: 'Robin' }] });
    assert.equal(cardsOf(user), 1);
  });

  it('that waits for the message that another one answers sees at once what the bot says by itself', async () => {
    const user = client(bot(), { manner: 'emulator' });
    await user.hello();
    await user.say('add customer');
    await walkTo(user, 'review', answersIn('US'));
    const before = bot().connector.calls.length;
    await submit(user);
    assert.equal(user.title(), words('en').t('confirmation.title'));
    const spoken = bot()
      .connector.calls.slice(before)
      .filter(({ method }) => method === 'POST');
    assert.ok(spoken.some(({ activityId }) => activityId === undefined));
  });

  it('is not told that what the bot says by itself answers a message it has never seen', async () => {
    const user = teams();
    const customer = await existing(bot(), user, partner);
    const before = bot().connector.calls.length;
    await pressAny(user, 'export', '');
    await pressAny(user, 'exportFile', 'customers');
    await user.until(() =>
      bot()
        .connector.calls.slice(before)
        .some(({ body }) => (body.attachments ?? []).length > 0),
    );
    assert.ok(customer.id !== '');
    const spoken = bot().connector.calls.filter(
      ({ method, activityId }) => method === 'POST' && activityId === undefined,
    );
    assert.ok(spoken.length > 0);
    assert.ok(spoken.every(({ body }) => body.replyToId === undefined));
  });

  it('that names half a letter, or a path, as the message it answers is answered', async () => {
    const user = teams();
    for (const replyToId of ['\uD800', '..', '.']) {
      await user.send({ value: { verb: 'command', argument: 'help' }, replyToId, id: randomUUID() });
      assert.equal(user.title(), words('en').t('help.title'));
    }
    assert.ok(bot().connector.calls.every(({ path }) => path.startsWith('/v3/conversations/')));
  });
});
