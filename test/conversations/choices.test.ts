import assert from 'node:assert/strict';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { client, type Client, type ClientOptions } from '../client.ts';
import { refused, unavailable } from '../partnerCenterSpy.ts';
import { eventually } from '../eventually.ts';
import { useTestBot } from '../testBot.ts';
import { openCustomer, premium, withCustomer } from './withCustomer.ts';
import { partnerOf } from './walk.ts';

const partner = partnerOf(2);
const { name } = premium;
const day = 24 * 60 * 60 * 1000;

// Added on March 10, 2026, for a year.
const [lastDay, renewal] = ['2027-03-09', '2027-03-10'];

describe('what is chosen for a subscription', () => {
  const bot = useTestBot();
  const person = (options: ClientOptions = {}): Client => client(bot(), { manner: 'teams', partner, ...options });
  const pass = (days: number): void => {
    bot().clock.now = new Date(bot().clock.now.getTime() + days * day);
  };
  const shown = (user: Client): string => user.texts().join('\n');

  /** A customer with five licenses, the card of its subscription open; gives its record's id. */
  async function atManage(user: Client, spoken = words('en')): Promise<string> {
    const record = await withCustomer(bot(), user, { spoken });
    await user.press('subscriptions');
    await user.press('manage');
    return record;
  }

  for (const locale of locales)
    it(`is asked with what follows, told as it is, and undone: ${locale}`, async () => {
      const spoken = words(locale);
      const { t } = spoken;
      const user = person({ locale });
      const record = await atManage(user, spoken);
      assert.equal(user.title(), t('manage.title'));
      assert.ok(user.texts().includes(t('lifecycle.renews', { day: spoken.day(renewal) })), shown(user));

      await user.press('endOfTerm');
      assert.equal(user.title(), t('endOfTerm.title'));
      assert.ok(user.texts().includes(t('endOfTerm.until', { day: spoken.day(lastDay) })));
      assert.ok(user.texts().includes(t('endOfTerm.cancelText', { day: spoken.day(lastDay) })));
      assert.ok(user.texts().includes(t('endOfTerm.chosen', { title: t('endOfTerm.renew') })));
      await user.press('chooseEnd cancel renew');
      await user.until(() => shown(user).includes(t('lifecycle.cancels', { day: spoken.day(lastDay) })));
      assert.equal(user.title(), t('changed.title'));

      await user.press('manage');
      await user.press('endOfTerm');
      await user.press('chooseEnd extend cancel');
      const extended = { day: spoken.day(renewal) };
      await user.until(() => shown(user).includes(t('lifecycle.extends', extended)));

      await user.press('manage');
      await user.press('nextTerm');
      assert.ok(user.texts().includes(t('nextTerm.turnsOn')));
      await user.press('setNextTerm', { quantity: '3' });
      const next = t('lifecycle.next', {
        count: t('count.licenses', { n: 3 }),
        plan: t('cart.plan', { term: spoken.duration('P1Y'), billing: t('billing.annual') }),
      });
      const scheduled = t('lifecycle.renewsChanged', { day: spoken.day(renewal), next });
      await user.until(() => shown(user).includes(scheduled));
      await openCustomer(user, record);
      assert.ok(shown(user).includes(scheduled), shown(user));

      await user.press('subscriptions');
      await user.press('manage');
      await user.press('nextTerm');
      await user.press('dropNextTerm');
      const gone = t('change.unscheduled', { subscription: name });
      await user.until(() => user.title() === t('changed.title') && user.texts().includes(gone));
      assert.ok(shown(user).includes(t('lifecycle.renews', { day: spoken.day(renewal) })));
      await user.press('customer');
      await user.press('history');
      for (const line of [
        t('past.endCancel', { subscription: name }),
        t('past.endExtend', { subscription: name }),
        t('past.nextTerm', { subscription: name, to: 3 }),
        t('past.unscheduled', { subscription: name }),
      ])
        assert.ok(shown(user).includes(line), line);
      await eventually('it is over', async () => (await bot().changesOf(partner)).length === 0);
    });

  const english = words('en');
  const { t } = english;
  const dayWords = (iso: string): string => english.day(iso);

  it('is deleted by a change of licenses, which says so before and offers to schedule it again', async () => {
    const user = person();
    await atManage(user);
    await user.press('nextTerm');
    await user.press('setNextTerm', { quantity: '3' });
    await user.until(t('changed.title'));
    await user.press('manage');
    await user.press('licenses');
    const what = t('gone.nextTerm', { next: '3 licenses, 1 year, billed annually' });
    assert.ok(user.texts().includes(t('gone.warning', { what })), shown(user));
    await user.press('setLicenses', { quantity: '7' });
    await user.until(() => user.texts().includes(t('gone.was', { what })));
    await user.press('nextTerm');
    assert.equal(user.title(), t('nextTerm.title'));
    assert.equal(user.inputs()['quantity']?.value, '3');
    await user.press('setNextTerm');
    await user.until(() => shown(user).includes('with what is scheduled: 3 licenses'));
  });

  it('is an end that a change of licenses deletes, too: then nothing is chosen, and that is said', async () => {
    const user = person();
    await atManage(user);
    await user.press('endOfTerm');
    await user.press('chooseEnd cancel renew');
    await user.until(t('changed.title'));
    await user.press('manage');
    await user.press('licenses');
    await user.press('setLicenses', { quantity: '6' });
    const nothing = { day: dayWords(renewal), lastDay: dayWords(lastDay) };
    await user.until(() => shown(user).includes(t('lifecycle.undecided', nothing)));
    await user.press('endOfTerm');
    assert.equal(user.title(), t('endOfTerm.title'));
  });

  it('is not written over a colleague’s choice, which is shown', async () => {
    const [user, colleague] = [person(), person()];
    const record = await atManage(user);
    await user.press('endOfTerm');
    const [old, next] = [user.pressed('chooseEnd extend renew'), user.card()];
    const from = bot().partnerCenter.of('chooseEnd').length;
    await openCustomer(colleague, record);
    await colleague.press('subscriptions');
    await colleague.press('manage');
    await colleague.press('endOfTerm');
    await colleague.press('chooseEnd cancel renew');
    await colleague.until(t('changed.title'));
    await user.send(old);
    assert.ok(user.lines().includes(t('endOfTerm.meanwhile')));
    assert.ok(user.texts().includes(t('endOfTerm.chosen', { title: t('endOfTerm.cancel') })));
    assert.equal(bot().partnerCenter.of('chooseEnd').length, from + 1);
    await user.press('chooseEnd extend cancel');
    await user.until(() => shown(user).includes(`From ${words('en').day('2027-03-10')} it continues month by month`));
    assert.notEqual(user.card(), next);
  });

  for (const { verb, confirm, said } of [
    { verb: 'licenses', confirm: 'setLicenses', said: 'licenses.title' },
    { verb: 'suspend', confirm: 'setStatus', said: 'suspend.title' },
    { verb: 'nextTerm', confirm: 'setNextTerm', said: 'nextTerm.title' },
  ] as const)
    it(`is not deleted by the card of before it, which did not say so: ${confirm}`, async () => {
      const user = person();
      await atManage(user);
      const manage = user.card();
      await user.press(verb);
      const old = user.pressed(confirm, confirm === 'setStatus' ? {} : { quantity: '6' });
      await user.press('endOfTerm', {}, manage);
      await user.press('chooseEnd cancel renew');
      await user.until(t('changed.title'));
      await user.send(old);
      assert.ok(user.lines().includes(t('endOfTerm.meanwhile')));
      assert.equal(user.title(), t(said));
      assert.ok(shown(user).includes(verb === 'nextTerm' ? t('nextTerm.turnsOn') : t('gone.cancel')), shown(user));
      await user.press(confirm, confirm === 'setStatus' ? {} : { quantity: '6' });
      await user.until(() => user.texts().includes(t('gone.was', { what: t('gone.cancel') })));
    });

  it('keeps a next term that was scheduled after the card of its end was shown', async () => {
    const user = person();
    await atManage(user);
    const manage = user.card();
    await user.press('endOfTerm');
    const old = user.pressed('chooseEnd cancel renew');
    await user.press('nextTerm', {}, manage);
    await user.press('setNextTerm', { quantity: '3' });
    await user.until(t('changed.title'));
    await user.send(old);
    assert.ok(user.lines().includes(t('endOfTerm.meanwhile')));
    const what = t('gone.nextTerm', { next: '3 licenses, 1 year, billed annually' });
    assert.ok(user.texts().includes(t('gone.warning', { what })));
    await user.press('chooseEnd cancel renew');
    await user.until(() => user.texts().includes(t('gone.was', { what })));
  });

  it('is chosen once, however often the button is pressed and whatever answer is lost', async () => {
    const user = person();
    const record = await atManage(user);
    await user.press('endOfTerm');
    const from = bot().partnerCenter.of('chooseEnd').length;
    bot().partnerCenter.fail('chooseEnd', unavailable(true));
    const press = user.pressed('chooseEnd cancel renew');
    await Promise.all([1, 2, 3].map(() => user.send(press)));
    await user.until(() => shown(user).includes(t('lifecycle.cancels', { day: dayWords(lastDay) })));
    const lines = (await bot().auditOf(partner, record)).filter(({ action }) => action === 'endOfTerm');
    assert.deepEqual(
      lines.map(({ outcome, data }) => [outcome, data]),
      [['done', { subscription: name, end: 'cancel' }]],
    );
    const requests = bot().partnerCenter.of('chooseEnd').slice(from);
    assert.equal(new Set(requests.map(({ requestId }) => requestId)).size, 1);
  });

  it('is refused with the reason, and nothing is changed', async () => {
    const user = person();
    await atManage(user);
    await user.press('endOfTerm');
    bot().partnerCenter.fail('chooseEnd', refused('not-changeable'));
    await user.press('chooseEnd cancel renew');
    await user.until(t('trouble.title'));
    assert.ok(shown(user).includes(t('reason.not-changeable').slice(1)), shown(user));
    assert.ok(user.texts().includes(t('changed.nothing')));
  });

  it('names what is wrong with a next term beside it, and changes nothing', async () => {
    const user = person();
    await atManage(user);
    await user.press('nextTerm');
    const from = bot().partnerCenter.of('scheduleNextTerm').length;
    for (const [typed, fault] of [
      ['', t('fault.cart.quantity-missing')],
      ['x', t('fault.cart.quantity-not-whole', { sample: '6' })],
      ['301', t('fault.cart.quantity-max', { max: 300 })],
      ['5', t('nextTerm.same')],
    ] as const) {
      await user.press('setNextTerm', { quantity: typed });
      assert.ok(shown(user).includes(fault), shown(user));
    }
    assert.equal(bot().partnerCenter.of('scheduleNextTerm').length, from);
    await user.press('setNextTerm', { quantity: '5', plan: 'P1Y monthly' });
    await user.until(() => shown(user).includes('5 licenses, 1 year, billed monthly'));
  });

  it('is not called what it renews as anyway while its end is chosen', async () => {
    const user = person();
    await atManage(user);
    await user.press('endOfTerm');
    await user.press('chooseEnd cancel renew');
    await user.until(t('changed.title'));
    await user.press('manage');
    await user.press('nextTerm');
    await user.press('setNextTerm', { quantity: '5' });
    assert.ok(shown(user).includes(t('nextTerm.sameEnds')), shown(user));
    assert.ok(!shown(user).includes(t('nextTerm.same')));
  });

  it('asks once before more than twice as many licenses are bought, with the difference', async () => {
    const user = person();
    await atManage(user);
    const from = bot().partnerCenter.of('changeQuantity').length;
    await user.press('licenses');
    await user.press('setLicenses', { quantity: '250' });
    assert.ok(
      user.texts().includes(t('licenses.ask.more', { from: 5, to: 250, count: t('count.licenses', { n: 245 }) })),
      shown(user),
    );
    assert.equal(bot().partnerCenter.of('changeQuantity').length, from);
    await user.press('licenses');
    assert.equal(user.inputs()['quantity']?.value, '250');
    await user.press('setLicenses', { quantity: '25' });
    await user.press('setLicenses');
    await user.until(() =>
      user.texts().includes(t('change.quantity', { subscription: name, from: 5, to: 25, difference: '+20' })),
    );
  });

  for (const verb of ['cancelSubscription', 'licenses', 'endOfTerm', 'suspend'] as const)
    it(`once it is canceled is not asked about again by an older button ${verb}, and is shown as it is`, async () => {
      const user = person();
      await atManage(user);
      const older = user.pressed(verb);
      await user.press('cancelSubscription');
      const cancel = user.pressed('setStatus');
      await user.send(cancel);
      await user.until(() => shown(user).includes(t('lifecycle.deleted')));
      const made = bot().partnerCenter.of('changeStatus').length;
      await user.send(older);
      assert.equal(user.lines().at(-1), t('subscription.ended'));
      assert.equal(user.lines().includes(t('cancelSubscription.over')), false);
      assert.equal(user.title(), t('manage.title'));
      assert.ok(shown(user).includes(t('lifecycle.deleted')), shown(user));
      assert.equal(bot().partnerCenter.of('changeStatus').length, made);
    });

  // From here on the clock is set, which the days of the others go by.
  it('is its cancellation for seven days, with the time left and what is given back, and not after that', async () => {
    const user = person();
    const record = await atManage(user);
    await user.press('cancelSubscription');
    assert.ok(shown(user).includes('7 days are left'), shown(user));
    assert.ok(
      user.texts().includes(t('cancelSubscription.fullUntil', { moment: words('en').moment('2026-03-11T00:00:00Z') })),
    );
    assert.ok(user.texts().includes(t('cancelSubscription.follows')));
    const from = bot().partnerCenter.of('changeStatus').length;
    const late = user.pressed('setStatus');
    const again = user.pressed('manage');
    pass(8);
    await user.send(late);
    assert.ok(user.lines().includes(t('cancelSubscription.over')), user.lines().join());
    assert.ok(!user.buttons().includes(t('button.cancelSubscription')));
    assert.equal(bot().partnerCenter.of('changeStatus').length, from);
    await user.send(again);
    pass(-7);
    await openCustomer(user, record);
    await user.press('subscriptions');
    await user.press('manage');
    await user.press('cancelSubscription');
    assert.ok(user.texts().includes(t('cancelSubscription.prorated')));
    await user.press('setStatus');
    await user.until(() => shown(user).includes(t('lifecycle.deleted')));
    await user.press('subscriptions');
    assert.ok(!user.buttons().includes(t('button.manage')));
    assert.ok((await bot().auditOf(partner, record)).some(({ data }) => data?.['status'] === 'deleted'));
  });

  it('after its term goes on as an extended one, which takes no change but its cancellation, on any day', async () => {
    const user = person();
    const record = await atManage(user);
    await user.press('endOfTerm');
    await user.press('chooseEnd extend renew');
    await user.until(t('changed.title'));
    pass(400);
    await openCustomer(user, record);
    assert.ok(shown(user).includes(t('lifecycle.extended')), shown(user));
    assert.ok(shown(user).includes(t('lifecycle.surcharge', { uplift: t('lifecycle.uplift23') })), shown(user));
    await user.press('subscriptions');
    await user.press('manage');
    assert.ok(user.texts().includes(t('manage.extended')));
    const offered = [t('button.licenses'), t('button.endOfTerm'), t('button.suspend')];
    assert.deepEqual(
      offered.filter((title) => user.buttons().includes(title)),
      [],
    );
    await user.press('cancelSubscription');
    await user.press('setStatus');
    await user.until(() => shown(user).includes(t('lifecycle.deleted')));
  });
});
