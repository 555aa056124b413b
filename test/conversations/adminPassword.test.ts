import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { cardOf, passwordsOf, textsOf } from '../cardReading.ts';
import { client, type Client, type ClientOptions } from '../client.ts';
import { refused, unavailable } from '../partnerCenterSpy.ts';
import { eventually } from '../eventually.ts';
import { everythingIn, useTestBot } from '../testBot.ts';
import { existing, pressAny } from './existing.ts';
import { openCustomer, withCustomer } from './withCustomer.ts';
import { partnerOf } from './walk.ts';
import { ways } from './ways.ts';

const { t } = words('en');
const partner = partnerOf(2);
const minute = 60_000;

/** Does that message show a password? */
const isPassword = (activity: Partial<Activity>): boolean => {
  const card = cardOf(activity);
  return card !== undefined && passwordsOf(card).length > 0;
};

describe('a new admin password, in practice', () => {
  const bot = useTestBot();

  const person = (options: ClientOptions = {}): Client => client(bot(), { manner: 'teams', partner, ...options });
  const resets = () => bot().partnerCenter.of('resetPassword');
  const asked = () => resets().length;
  const lines = async (record: string) =>
    (await bot().auditOf(partner, record)).filter(({ action }) => action === 'password');
  const changesOf = async (record: string) =>
    (await bot().changesOf(partner)).filter(({ customer: { record: of } }) => of === record);
  const isOver = (record: string) => eventually('it is over', async () => (await changesOf(record)).length === 0);
  const passwordsOn = (user: Client): string[] => user.cards().flatMap(passwordsOf);

  /** Adds a customer, closes its confirmation, and opens its card; gives the record. */
  async function customer(user: Client, of: Partner = partner): Promise<string> {
    const record = await withCustomer(bot(), user, { partner: of });
    await user.press('done');
    await openCustomer(user, record);
    return record;
  }

  /** Asks for a new password on the customer's card, and waits for what comes of it. */
  async function setPassword(user: Client, title = t('newPassword.set')): Promise<void> {
    await user.press('customerDetails');
    await user.press('newPassword');
    await user.press('setPassword');
    await user.until(title);
  }

  for (const [manner, locale] of ways)
    it(`is asked for once, shown once, and gone with Done: ${manner}, ${locale}`, async () => {
      const spoken = words(locale);
      const of = manner === 'teams' ? partner : partnerOf(1);
      const user = person({ manner, locale, partner: of });
      const record = await withCustomer(bot(), user, { partner: of, spoken });
      await user.press('customerDetails');
      await user.press('newPassword');
      assert.ok(user.texts().includes(spoken.t('newPassword.text')));
      const from = asked();
      await user.press('setPassword');
      await user.until(spoken.t('newPassword.set'));
      const [password = ''] = passwordsOf(user.card());
      assert.match(password, /^[!-~]{16}$/);
      assert.ok(user.texts().includes(spoken.t('newPassword.follows')));
      assert.ok(user.texts().includes(spoken.t('password.once', { n: 10 })));
      assert.deepEqual(
        resets()
          .slice(from)
          .map(({ request }) => request),
        [
          {
            account: `admin@${(await bot().customersOf(of)).find(({ id }) => id === record)?.domain ?? ''}`,
            password,
          },
        ],
      );
      await user.press('passwordDone');
      assert.ok(user.lines().includes(spoken.t(manner === 'teams' ? 'newPassword.done' : 'done.stored')));
      if (manner === 'teams') assert.ok(!JSON.stringify(user.cards()).includes(password));
      await eventually('it is over', async () =>
        (await bot().changesOf(of)).every(({ customer }) => customer.record !== record),
      );
      assert.ok(!(await everythingIn(bot().folder)).includes(password), 'it is stored nowhere');
      assert.ok(!bot().log.join('\n').includes(password), 'it is in no log');
    });

  it('has its line of history, which names the account and no password', async () => {
    const user = person();
    const record = await customer(user);
    await setPassword(user);
    const [password = ''] = passwordsOf(user.card());
    await user.press('passwordDone');
    await user.press('customer');
    await user.press('history');
    const account = String((await lines(record))[0]?.data?.['account']);
    assert.match(account, /^admin@alpine.*\.onmicrosoft\.com$/);
    assert.ok(user.texts().includes(t('past.password', { account })));
    const all = await bot().auditOf(partner, record);
    assert.ok(!JSON.stringify(all).includes(password));
    assert.ok(
      all.every(({ correlationId }) => correlationId === undefined),
      'nothing was sent, so there is nothing to ask Microsoft about',
    );
    assert.ok(!user.texts().includes(t('history.support')));
  });

  it('is offered where the confirmation’s password was blanked, by Done and by the time', async () => {
    for (const how of ['done', 'time']) {
      const user = person();
      await withCustomer(bot(), user);
      const confirmation = user.cards().find((card) => passwordsOf(card).length > 0);
      assert.ok(confirmation !== undefined && !JSON.stringify(confirmation).includes('newPassword'));
      if (how === 'done') await user.press('done');
      else {
        bot().clock.now = new Date(bot().clock.now.getTime() + 11 * minute);
        await bot().restart();
        await eventually('it is blanked', () => passwordsOn(user).length === 0);
      }
      const blanked = user.cards().find(({ id }) => id === confirmation.id);
      await user.press('newPassword', {}, blanked);
      await user.press('setPassword');
      await user.until(t('newPassword.set'));
      assert.equal(passwordsOn(user).length, 1);
    }
  });

  it('is blanked when its time is over, and another one is offered there', async () => {
    const user = person();
    const record = await customer(user);
    await setPassword(user);
    const { id } = user.card();
    await eventually('it is noted', async () => (await changesOf(record))[0]?.shownAt);
    bot().clock.now = new Date(bot().clock.now.getTime() + 11 * minute);
    await bot().restart();
    await eventually('it is blanked', () => passwordsOn(user).length === 0);
    const blanked = user.cards().find((card) => card.id === id);
    assert.ok(blanked !== undefined && textsOf(blanked).some((line) => line.includes(t('password.blanked'))));
    await user.press('newPassword', {}, blanked);
    assert.equal(user.title(), t('newPassword.title'));
    await isOver(record);
  });

  it('is set once, whatever is pressed twice, and the old card sets no other', async () => {
    const user = person();
    const record = await customer(user);
    await user.press('customerDetails');
    await user.press('newPassword');
    const [card, press] = [user.card(), user.pressed('setPassword')];
    const from = asked();
    await Promise.all([1, 2, 3, 4].map(() => user.send(press)));
    await user.until(t('newPassword.set'));
    await user.press('passwordDone');
    bot().clock.now = new Date(bot().clock.now.getTime() + minute);
    await user.press('setPassword', {}, card);
    assert.ok(user.lines().includes(t('change.already')), user.lines().join());
    assert.equal(asked(), from + 1);
    assert.equal((await lines(record)).length, 1);
  });

  it('is tried again with the same password when the answer was lost, and that one is shown', async () => {
    const user = person();
    const record = await customer(user);
    const from = asked();
    bot().partnerCenter.fail('resetPassword', unavailable(true), unavailable());
    await setPassword(user);
    const [shown] = passwordsOf(user.card());
    const sent = resets().slice(from);
    assert.equal(sent.length, 3);
    assert.deepEqual(new Set(sent.map(({ request }) => (request as { password: string }).password)), new Set([shown]));
    assert.equal(new Set(sent.map(({ requestId }) => requestId)).size, 1);
    assert.deepEqual(
      (await lines(record)).map(({ outcome }) => outcome),
      ['done'],
    );
  });

  it('that nobody can tell the outcome of is said so, and Finish sets another one under another request', async () => {
    const user = person();
    await customer(user);
    const from = asked();
    bot().partnerCenter.fail('resetPassword', unavailable(true), unavailable(true), unavailable(true));
    await setPassword(user, t('unfinished.title'));
    assert.ok(user.texts().includes(t('newPassword.unsure')), user.texts().join('\n'));
    assert.equal(passwordsOn(user).length, 0);
    await user.press('finishChange');
    await user.until(t('newPassword.set'));
    const sent = resets().slice(from);
    assert.equal(new Set(sent.map(({ request }) => (request as { password: string }).password)).size, 2);
    assert.equal(new Set(sent.map(({ requestId }) => requestId)).size, 2);
    const last = sent.at(-1)?.request as { password: string };
    assert.deepEqual(passwordsOf(user.card()), [last.password]);
  });

  it('for which a role is missing says which, that nothing was changed, and goes on with Finish', async () => {
    const user = person();
    await customer(user);
    const { error } = refused('role');
    Object.assign(error, { retryable: true });
    bot().partnerCenter.fail('resetPassword', { error });
    await setPassword(user, t('unfinished.title'));
    for (const line of [t('newPassword.unchanged'), t('newPassword.roles')])
      assert.ok(user.texts().includes(line), line);
    assert.ok(!user.texts().includes(t('newPassword.unsure')));
    await user.press('finishChange');
    await user.until(t('newPassword.set'));
    assert.equal(passwordsOf(user.card()).length, 1);
  });

  it('that was refused for good says why and can be asked for again', async () => {
    const user = person();
    const record = await customer(user);
    bot().partnerCenter.fail('resetPassword', refused('no-account'));
    await setPassword(user, t('trouble.title'));
    assert.ok(user.texts().includes(t('newPassword.unchanged')));
    await user.press('customerDetails');
    await user.press('newPassword');
    await user.press('setPassword');
    await user.until(t('newPassword.set'));
    await isOverWithDone(user, record);
  });

  const isOverWithDone = async (user: Client, record: string): Promise<void> => {
    await user.press('passwordDone');
    await isOver(record);
  };

  it('that was given up is not set, and says what is so', async () => {
    const user = person();
    const record = await customer(user);
    bot().partnerCenter.fail('resetPassword', unavailable(), unavailable(), unavailable());
    await setPassword(user, t('unfinished.title'));
    await openCustomer(user, record);
    assert.ok(
      user.texts().includes(t('change.password', { account: String((await lines(record))[0]?.data?.['account']) })),
    );
    await user.press('dropChange');
    assert.ok(user.lines().includes(t('change.dropped')));
    assert.equal(passwordsOn(user).length, 0);
  });

  it('is shown to the colleague who finishes it, and to nobody else', async () => {
    const user = person();
    const record = await customer(user);
    bot().partnerCenter.fail('resetPassword', unavailable(), unavailable(), unavailable());
    await setPassword(user, t('unfinished.title'));
    const colleague = person();
    await openCustomer(colleague, record);
    await colleague.press('finishChange');
    await colleague.until(t('newPassword.set'));
    assert.deepEqual([passwordsOn(user).length, passwordsOn(colleague).length], [0, 1]);
    const [change] = await changesOf(record);
    await pressAny(user, 'passwordDone', change?.id);
    assert.equal(passwordsOn(colleague).length, 1, 'only whom it is shown to blanks it');
    await isOverWithDone(colleague, record);
  });

  it('that could not be shown is told to have been set, and another one is offered', async () => {
    const user = person();
    const record = await customer(user);
    await user.press('customerDetails');
    await user.press('newPassword');
    const tried = () => bot().connector.calls.filter(({ id, body }) => id === undefined && isPassword(body)).length;
    bot().connector.failWhere(({ body }) => (isPassword(body) ? { status: 500 } : undefined));
    await user.press('setPassword');
    await eventually('it was tried', () => tried() >= 3);
    bot().connector.failWhere(() => undefined);
    await eventually('it is told', async () => {
      await user.say('hello');
      return user.cards().some((card) => textsOf(card).some((line) => line.includes(t('newPassword.notShown'))));
    });
    assert.equal(passwordsOn(user).length, 0);
    await isOver(record);
  });

  describe('is not set', () => {
    it('in a cloud that does not allow it, which is said with another way', async () => {
      const china = partnerOf(11);
      const user = person({ partner: china });
      const { id: record } = await existing(bot(), user, china);
      const from = asked();
      await pressAny(user, 'newPassword', record);
      assert.ok(user.texts().includes(t('newPassword.cloud')), user.texts().join('\n'));
      assert.equal(asked(), from);
    });

    it('for a customer of another partner', async () => {
      const user = person();
      const record = await customer(user);
      const other = person({ partner: partnerOf(1) });
      await other.hello();
      await pressAny(other, 'newPassword', record);
      assert.ok(other.lines().includes(t('customer.gone')));
      const from = asked();
      await pressAny(other, 'setPassword', `${record} ${'0'.repeat(20)}`);
      assert.equal(asked(), from);
    });
  });
});
