import assert from 'node:assert/strict';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { client, type Client, type ClientOptions } from '../client.ts';
import { refused } from '../partnerCenterSpy.ts';
import { startTestBot, type TestBot } from '../testBot.ts';
import { premium, withCustomer } from './withCustomer.ts';
import { partnerOf } from './walk.ts';

const partner = partnerOf(2);
const { t } = words('en');

// Added on March 10, 2026, for a year.
const renewal = '2027-03-10';

describe('what ends soon over all customers, in practice', () => {
  let bot: TestBot;
  beforeEach(async () => {
    bot = await startTestBot();
  });
  afterEach(() => bot.stop());

  const person = (options: ClientOptions = {}): Client => client(bot, { manner: 'teams', partner, ...options });
  const shown = (user: Client): string => user.texts().join('\n');
  /** True where the list says of a subscription that this comes next. */
  const tells = (user: Client, next: string): boolean => shown(user).includes(` · ${next} · `);
  const reads = (): number => bot.partnerCenter.of('subscriptions').length;

  for (const locale of locales)
    it(`is found from home, chosen for, and looked at again: ${locale}`, async () => {
      const spoken = words(locale);
      const user = person({ locale });
      await withCustomer(bot, user, { spoken });
      bot.clock.now = new Date('2027-01-20T09:00:00Z');
      await user.say(spoken.t('button.help'));
      await user.press('command renewals');
      assert.equal(user.title(), spoken.t('renewals.title'));
      assert.ok(user.texts().includes(spoken.t('renewals.none', { days: 30 })), shown(user));
      await user.press('renewals 60 0');
      assert.ok(tells(user, spoken.t('term.renews', { day: spoken.day(renewal) })), shown(user));
      assert.ok(shown(user).includes(`\n${premium.name} · `));
      assert.ok(user.texts().includes(spoken.t('list.positionAll', { of: 1 })));
      assert.ok(user.texts().includes(spoken.t('renewals.counted', { group: spoken.t('renewals.chosen'), n: 1 })));

      await user.press('manage');
      await user.press('endOfTerm');
      assert.equal(user.title(), spoken.t('endOfTerm.title'));
      await user.press('chooseEnd extend renew');
      await user.until(spoken.t('changed.title'));
      await user.press('renewals');
      assert.ok(tells(user, spoken.t('term.extends', { day: spoken.day(renewal) })), shown(user));

      await user.press('manage');
      await user.press('nextTerm');
      await user.press('setNextTerm', { quantity: '3' });
      await user.until(spoken.t('changed.title'));
      await user.press('renewals');
      assert.ok(tells(user, spoken.t('term.renewsChanged', { day: spoken.day(renewal) })), shown(user));

      await user.press('manage');
      assert.equal(user.title(), spoken.t('manage.title'));
      await user.press('licenses');
      await user.press('setLicenses', { quantity: '' });
      await user.press('renewals');
      assert.equal(user.title(), spoken.t('renewals.title'));
      assert.ok(user.texts().includes(spoken.t('list.positionAll', { of: 1 })));
    });

  it('is that of a month that is typed, in the list or said beside the months, or that there is nothing', async () => {
    const user = person();
    await withCustomer(bot, user, { spoken: words('en') });
    const during = (since: string, until: string) => ({ since: words('en').day(since), until: words('en').day(until) });
    await user.say('renewals in december');
    assert.deepEqual(user.lines(), [t('renewals.noneDuring', during('2026-12-01', '2026-12-31'))]);
    await user.say('продления в марте 2027');
    assert.ok(user.lines().includes(t('renewals.during', { n: 1, ...during('2027-03-01', '2027-03-31') })));
    bot.clock.now = new Date('2027-02-20T09:00:00Z');
    await user.say('下個月到期');
    assert.ok(user.texts().includes(t('renewals.introDuring', during('2027-03-01', '2027-03-31'))), shown(user));
    assert.ok(tells(user, t('term.renews', { day: words('en').day(renewal) })), shown(user));
    await user.say('renewals this month');
    assert.ok(user.texts().includes(t('renewals.noneDuring', during('2027-02-20', '2027-02-28'))), shown(user));
  });

  it('is reached from the first card', async () => {
    const user = person();
    await user.hello();
    await user.press('command renewals');
    assert.equal(user.title(), t('renewals.title'));
    assert.ok(user.texts().includes(t('customers.none')));
    assert.ok(user.buttons().includes(t('button.addCustomer')));
  });

  it('is read once in five minutes, and anew after that', async () => {
    const user = person();
    await withCustomer(bot, user);
    bot.clock.now = new Date('2027-02-20T09:00:00Z');
    const before = reads();
    await user.say('renewals');
    await user.say('renewals');
    assert.equal(reads(), before + 1);
    bot.clock.now = new Date('2027-02-20T09:06:00Z');
    await user.say('renewals');
    assert.equal(reads(), before + 2);
  });

  it('is read anew after a change, one that was refused too', async () => {
    const user = person();
    await withCustomer(bot, user);
    bot.clock.now = new Date('2027-02-20T09:00:00Z');
    await user.say('renewals');
    const before = reads();
    bot.partnerCenter.fail('chooseEnd', refused('stale'));
    await user.press('manage');
    await user.press('endOfTerm');
    await user.press('chooseEnd cancel renew');
    await user.until(t('trouble.title'));
    const meanwhile = reads();
    assert.ok(meanwhile > before);
    await user.press('renewals');
    assert.equal(reads(), meanwhile + 1);
    assert.ok(tells(user, t('term.renews', { day: words('en').day(renewal) })), shown(user));
  });

  it('shows its first page for a place that there is not', async () => {
    const user = person();
    await withCustomer(bot, user);
    bot.clock.now = new Date('2027-02-20T09:00:00Z');
    await user.say('renewals');
    for (const argument of ['', '45 0', '30 -1', '30 999999', 'x', '30 0 0']) {
      await user.send(user.pressed('renewals 60 0', {}, undefined, { argument }));
      assert.equal(user.title(), t('renewals.title'));
      assert.ok(user.texts().includes(t('list.positionAll', { of: 1 })), argument);
    }
  });
});
