import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { client, newest, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { existing, offer, pressAny } from './existing.ts';
import { chooseAll } from './severalCustomers.ts';
import { answersIn, changed, openSection, partnerOf, walkTo } from './walk.ts';
import { premium, withCustomer } from './withCustomer.ts';

const { t } = words('en');
const partner: Partner = {
  ...partnerOf(2),
  bundles: [{ name: 'Starter', lines: [{ offer: offer.business, quantity: 7 }] }],
};
const called = (companyName: string) => changed(answersIn(), { company: { companyName } });

describe('what is typed after a change', () => {
  const bot = useTestBot({ partners: [partner] });
  const person = (): Client => client(bot(), { manner: 'teams', partner });

  /** A customer whose five licenses were made eight, after a draft was deleted. */
  async function changedLicenses(): Promise<Client> {
    const user = person();
    await user.say('add customer Fourth Coffee');
    await user.say('cancel');
    await user.press('discard');
    await withCustomer(bot(), user, { partner });
    await user.press('subscriptions');
    await user.press('licenses');
    await user.press('setLicenses', { quantity: '8' });
    await user.until(t('changed.title'));
    return user;
  }

  it('offers to take back the last change and nothing from before it, and takes nothing back itself', async () => {
    const user = await changedLicenses();
    for (const text of ['undo that', 'undo', 'take that back', 'отмени последнее изменение', '撤消', '復原']) {
      await user.say('hello');
      await user.say(text);
      assert.ok(user.has('undo ') && !user.has('restoreDraft '), `${text}: ${user.title()}`);
      assert.ok(user.texts().some((line) => line.includes(premium.name)));
    }
    assert.equal(bot().partnerCenter.of('changeQuantity').length, 1);
    await user.press(newest(user, 'undo'));
    await user.until(
      () => user.title() === t('changed.title') && bot().partnerCenter.of('changeQuantity').length === 2,
    );
    await user.say('undo');
    assert.equal(user.title(), t('topic.undo'), 'it cannot be taken back, and the draft was deleted before it');
    assert.ok(!user.has('restoreDraft '));
  });

  it('may be a button of the result that a job showed: of a new customer, of a change, and of one order for several', async () => {
    const user = person();
    await user.say('add customer');
    await walkTo(user, 'subscriptions', { ...called('Wide World Importers'), offers: [] });
    await user.press(`add ${premium.id}`);
    await user.press('next', { 'count-0': '5' });
    await user.press('submit');
    await user.until(t('confirmation.title'));
    await user.say('done');
    assert.ok(user.lines().includes(t('typed.press', { title: t('button.done') })), user.lines().join());
    await user.say('open customer');
    assert.ok(user.has('subscriptions ') && user.texts().includes('Wide World Importers'), user.title());
    await user.press('subscriptions');
    await user.press('licenses');
    await user.press('setLicenses', { quantity: '8' });
    await user.until(t('changed.title'));
    await user.say('manage');
    assert.ok(user.has('suspend '), user.title());
    const chosen = (await bot().customersOf(partner)).slice(0, 2);
    await user.say('bulk order');
    await chooseAll(user, chosen);
    await user.press(`add ${offer.business}`);
    await user.press('next', { 'count-0': '2' });
    await user.press('submit');
    await user.until(t('changed.title'));
    await user.say('the second');
    assert.ok(user.texts().includes(chosen[1]?.companyName ?? '-'), user.texts().join('\n'));
  });

  it('is taken for an undo by a word for stopping, where nothing is begun', async () => {
    const user = await changedLicenses();
    const before = bot().partnerCenter.of('changeQuantity').length;
    await user.say('hello');
    for (const text of ['cancel', 'отменить']) {
      await user.say(text);
      assert.equal(user.title(), t('undo.title'), text);
    }
    assert.equal(bot().partnerCenter.of('changeQuantity').length, before);
  });

  it('corrects the number that was just set, on its card', async () => {
    const user = await changedLicenses();
    for (const text of ['no, I meant 6', '不对，是6个', '不對，我是說 6 個', 'нет, я имел в виду 6']) {
      await user.say(text);
      assert.equal(user.title(), t('licenses.title'), text);
      assert.equal(user.inputs()['quantity']?.value, '6', text);
    }
  });

  it('repeats the last change or cart for another customer, filled in, and orders nothing', async () => {
    const user = await changedLicenses();
    await existing(bot(), user, partner, [offer.business], called('Contoso Ltd'));
    await pressAny(user, 'addSubscription', (await bot().customersOf(partner))[1]?.id ?? '');
    await user.send(user.pressed('next', {}, undefined, { verb: 'add', argument: offer.e3 }));
    await user.say('6');
    const orders = bot().partnerCenter.of('order').length;
    for (const text of ['same for contoso', 'то же самое для contoso', '给contoso也来一份', 'contoso 也一樣']) {
      await user.say(text);
      assert.equal(openSection(user), 'subscriptions', text);
      assert.equal(user.inputs()['count-0']?.value, '6', text);
    }
    assert.equal(bot().partnerCenter.of('order').length, orders);
  });

  it('has words for bundles, for a customer and in the open cart', async () => {
    const user = person();
    await existing(bot(), user, partner, [], called('Northwind Bikes'));
    for (const text of ['show bundles', 'my bundles', 'наборы', '查看组合', '我的組合']) {
      await user.say(text);
      assert.equal(user.title(), t('bundle.listTitle'), text);
    }
    for (const text of [
      'add the starter bundle to northwind bikes',
      'order the starter bundle for northwind bikes',
      'добавь набор starter для northwind bikes',
      '给 northwind bikes 添加 starter 组合',
      '給 northwind bikes 新增 starter 組合',
    ]) {
      await user.say(text);
      assert.equal(user.inputs()['count-0']?.value, '7', text);
    }
    await user.press(newest(user, 'remove'));
    await user.say('starter');
    assert.equal(user.inputs()['count-0']?.value, '7');
  });
});
