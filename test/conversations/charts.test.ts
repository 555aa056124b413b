import assert from 'node:assert/strict';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { chartIn } from '../cards/chartPicture.ts';
import { client, type Client, type ClientOptions } from '../client.ts';
import { startTestBot, type TestBot } from '../testBot.ts';
import { holds, partnerOf } from './walk.ts';
import { premium, withCustomer } from './withCustomer.ts';

const partner = partnerOf(2);
const { t } = words('en');

describe('charts, in practice', () => {
  let bot: TestBot;
  beforeEach(async () => {
    bot = await startTestBot();
  });
  afterEach(() => bot.stop());

  const person = (options: ClientOptions = {}): Client => client(bot, { manner: 'teams', partner, ...options });
  const shown = (user: Client): string => user.texts().join('\n');
  const bars = (user: Client) => chartIn(user.card())?.data.filter(({ y }) => y > 0);

  for (const locale of locales)
    it(`are typed for, and lead from one to the other: ${locale}`, async () => {
      const spoken = words(locale);
      const user = person({ locale });
      await withCustomer(bot, user, { spoken });
      await user.say(spoken.t('command.licenseChart').split('|')[0] ?? '');
      assert.equal(user.title(), spoken.t('chart.licenses'));
      assert.deepEqual(bars(user), [{ x: premium.name, y: 5 }]);
      assert.ok(user.texts().includes(spoken.t('count.licenses', { n: 5 })), shown(user));
      assert.ok(user.texts().includes(spoken.t('chart.all')));
      assert.ok(shown(user).includes(spoken.t('chart.asOf', { day: spoken.day('2026-03-10') })), shown(user));
      await user.press('chart renewals');
      assert.equal(user.title(), spoken.t('chart.renewals'));
      // Added on March 10, 2026, for a year, which ends in the last of the months.
      assert.deepEqual(bars(user), [{ x: spoken.month('2027-03'), y: 1 }]);
      bot.clock.now = new Date('2027-01-20T09:00:00Z');
      await user.say(spoken.t('command.renewalChart').split('|')[0] ?? '');
      assert.deepEqual(bars(user), [{ x: spoken.month('2027-03'), y: 1 }]);
    });

  it('are reached from the renewals, and lead back to their page', async () => {
    const user = person();
    await withCustomer(bot, user);
    bot.clock.now = new Date('2027-01-20T09:00:00Z');
    await user.say('renewals');
    await user.press('renewals 60 0');
    await user.press('chart');
    assert.equal(user.title(), t('chart.renewals'));
    await user.press('renewals 60 0');
    assert.equal(user.title(), t('renewals.title'));
    assert.ok(holds(user, premium.name), shown(user));
  });

  it('are of one customer from its subscriptions, and lead back to them', async () => {
    const user = person();
    const first = await withCustomer(bot, user);
    const name = user.texts().find((text) => text !== user.title()) ?? '';
    await user.press('subscriptions');
    await user.press('chart');
    assert.equal(user.title(), t('chart.licenses'));
    assert.deepEqual(bars(user), [{ x: premium.name, y: 5 }]);
    assert.ok(!user.texts().includes(t('chart.all')), name);
    await user.press(`chart renewals ${first}`);
    assert.equal(user.title(), t('chart.renewals'));
    await user.press('subscriptions');
    assert.equal(user.title(), t('section.subscriptions'));
    await user.press('chart');
    await user.press(`customer ${first}`);
    assert.ok(user.has('subscriptions'));
  });

  it('say that there is nothing to count where there are no customers', async () => {
    const user = person();
    for (const typed of ['chart', 'renewals by month']) {
      await user.say(typed);
      assert.ok(user.texts().includes(t('customers.none')), shown(user));
      assert.equal(bars(user), undefined);
    }
  });

  it('are of all customers for an argument that there is not, and of nobody for a customer of others', async () => {
    const user = person();
    await withCustomer(bot, user);
    await user.say('chart');
    const button = (argument: string) => user.pressed('chart renewals', {}, undefined, { argument });
    await user.send(button('prices'));
    assert.equal(user.title(), t('chart.licenses'));
    assert.deepEqual(bars(user), [{ x: premium.name, y: 5 }]);
    const before = user.title();
    await user.send(button('licenses nobody'));
    assert.equal(user.title(), before);
    assert.ok(user.lines().includes(t('customer.gone')));
  });
});
