import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { client, type Client, type ClientOptions } from '../client.ts';
import { unavailable } from '../partnerCenterSpy.ts';
import { useTestBot } from '../testBot.ts';
import { openCustomer, premium, withCustomer } from './withCustomer.ts';
import { partnerOf } from './walk.ts';
import { ways } from './ways.ts';

const { t } = words('en');
const partner = partnerOf(2);
const { name } = premium;
const day = 24 * 60 * 60 * 1000;

describe('Undo', () => {
  const bot = useTestBot();
  const person = (options: ClientOptions = {}): Client => client(bot(), { manner: 'teams', partner, ...options });
  const changed = (): number => bot().partnerCenter.of('changeQuantity').length;

  /** A customer whose five licenses were made eight, with the outcome open; gives its record's id. */
  async function withMore(user: Client): Promise<string> {
    const record = await withCustomer(bot(), user);
    await user.press('subscriptions');
    await user.press('licenses');
    await user.press('setLicenses', { quantity: '8' });
    await user.until(t('changed.title'));
    return record;
  }

  for (const [manner, locale] of ways) {
    it(`takes licenses back, suspends and reactivates again, each once: ${manner}, ${locale}`, async () => {
      const spoken = words(locale);
      // The Emulator says no tenant: it is the first partner's.
      const of = manner === 'teams' ? partner : partnerOf(1);
      const user = person({ manner, locale, partner: of });
      const until = (text: string): Promise<void> =>
        user.until(() => user.title() === spoken.t('changed.title') && user.texts().includes(text));
      const record = await withCustomer(bot(), user, { partner: of, spoken });
      const quantity = (from: number, to: number): string =>
        spoken.t('change.quantity', { subscription: name, from, to, difference: spoken.signed(to - from) });
      await user.press('subscriptions');
      await user.press('licenses');
      await user.press('setLicenses', { quantity: '8' });
      await until(quantity(5, 8));
      const undo = user.pressed('undo');
      await Promise.all([user.send(undo), user.send(undo)]);
      await until(quantity(8, 5));
      assert.equal(user.has('undo'), false);
      const afterUndo = user.card();
      await user.press('subscriptions', {}, afterUndo);
      const [row] = user.texts().filter((text) => text.includes(spoken.t('count.licenses', { n: 5 })));
      assert.ok(row, `the list that one came from is read again: ${user.texts().join('\n')}`);
      bot().clock.now = new Date(bot().clock.now.getTime() + 60_000);
      await user.send(undo);
      assert.ok(user.lines().includes(spoken.t('change.already')), user.lines().join());
      await openCustomer(user, record);
      await user.press('subscriptions');
      await user.press('manage');
      await user.press('suspend');
      await user.press('setStatus');
      await until(spoken.t('change.suspend', { subscription: name }));
      await user.press('undo');
      await until(spoken.t('change.reactivate', { subscription: name }));
      await user.press('undo');
      await until(spoken.t('change.suspend', { subscription: name }));
      assert.deepEqual(
        (await bot().auditOf(of, record))
          .slice(3)
          .map(({ action, outcome, data = {} }) => [action, outcome, data['to'] ?? data['status']]),
        [
          ['quantity', 'done', 8],
          ['quantity', 'done', 5],
          ['status', 'done', 'suspended'],
          ['status', 'done', 'active'],
          ['status', 'done', 'suspended'],
        ],
      );
    });
  }

  it('says so when the seven days are over, and changes nothing', async () => {
    const user = person();
    await withMore(user);
    const from = changed();
    bot().clock.now = new Date(bot().clock.now.getTime() + 8 * day);
    await user.press('undo');
    assert.ok(user.lines().includes(t('undo.over')), user.lines().join());
    assert.equal(user.title(), t('manage.title'));
    assert.equal(changed(), from);
  });

  it('does not take back what a colleague made since, nor what was scheduled, nor what was never made', async () => {
    const [user, colleague] = [person(), person()];
    const record = await withMore(user);
    const undo = user.pressed('undo');
    const { argument } = undo.value as { argument: string }; // as the card sends it
    await openCustomer(colleague, record);
    await colleague.press('subscriptions');
    await colleague.press('licenses');
    await colleague.press('setLicenses', { quantity: '9' });
    await colleague.until(t('changed.title'));
    const from = changed();
    for (const value of [argument, argument.replace(/\w+$/, '0123456789abcdef'), argument.replace(/\w+$/, '')]) {
      await user.send({ ...undo, value: { ...(undo.value as object), argument: value } });
      assert.equal(changed(), from, value);
    }
    // The colleague's own is undone by anyone with the right, but not past a choice for the end of the term.
    await colleague.press('manage');
    await colleague.press('endOfTerm');
    await colleague.press('chooseEnd cancel renew');
    await colleague.until(
      () =>
        colleague.title() === t('changed.title') &&
        colleague.texts().includes(t('change.endCancel', { subscription: name })),
    );
    const old = colleague.cards().findLast((one) => JSON.stringify(one.content).includes('"undo"'));
    assert.ok(old);
    await colleague.press('undo', {}, old);
    assert.ok(colleague.lines().includes(t('undo.over')), [...colleague.lines(), ...colleague.texts()].join('\n'));
    assert.equal(changed(), from);
  });

  it('waits for Finish like any change when Partner Center cannot be reached, and goes on after a restart', async () => {
    const user = person();
    await withMore(user);
    bot().partnerCenter.fail('changeQuantity', unavailable(true), unavailable(), unavailable());
    await user.press('undo');
    await user.until(t('unfinished.title'));
    await bot().restart();
    await user.press('finishChange');
    await user.until(() =>
      user
        .texts()
        .includes(t('change.quantity', { subscription: name, from: 8, to: 5, difference: words('en').signed(-3) })),
    );
  });
});
