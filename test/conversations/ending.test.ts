import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { Right } from '../../partner-center/rules/partner.ts';
import { client, type Client, type ClientOptions } from '../client.ts';
import { unavailable } from '../partnerCenterSpy.ts';
import { eventually } from '../eventually.ts';
import { useTestBot } from '../testBot.ts';
import { openCustomer, premium, withCustomer } from './withCustomer.ts';
import { partnerOf } from './walk.ts';
import { ways } from './ways.ts';

const { t } = words('en');
const partner = partnerOf(2);
const company = 'Alpine Ski House';

describe('ending a relationship', () => {
  const bot = useTestBot();
  const person = (options: ClientOptions = {}): Client => client(bot(), { manner: 'teams', partner, ...options });

  /** Cancels the one subscription, from the card that says it stands in the way. */
  async function cancel(user: Client): Promise<void> {
    const made = bot().partnerCenter.of('changeStatus').length;
    await user.press('cancelSubscription');
    await user.press('setStatus');
    await eventually('it is cancelled', () => bot().partnerCenter.of('changeStatus').length > made);
  }

  /** A customer whose subscription is cancelled, with the card open on which the name is typed. */
  async function atName(user: Client): Promise<string> {
    const record = await withCustomer(bot(), user);
    await user.press('customerDetails');
    await user.press('endRelationship');
    await cancel(user);
    await user.until(t('changed.title'));
    await user.press('customer');
    await user.press('customerDetails');
    await user.press('endRelationship');
    return record;
  }

  for (const [manner, locale] of ways) {
    it(`names what stands in its way, asks for the name, and says what follows: ${manner}, ${locale}`, async () => {
      const spoken = words(locale);
      // The Emulator says no tenant: it is the first partner's.
      const of = manner === 'teams' ? partner : partnerOf(1);
      const user = person({ manner, locale, partner: of });
      const record = await withCustomer(bot(), user, { partner: of, spoken });
      await user.press('customerDetails');
      await user.press('endRelationship');
      assert.ok(user.texts().includes(spoken.t('end.blocked', { n: 1 })), user.texts().join('\n'));
      assert.ok(user.texts().includes(premium.name));
      assert.deepEqual(user.inputs(), {});
      await cancel(user);
      await user.until(spoken.t('changed.title'));
      await user.press('customer');
      await user.press('customerDetails');
      await user.press('endRelationship');
      for (const key of ['end.list', 'end.rights', 'end.orders', 'end.elsewhere', 'end.record', 'end.again'] as const)
        assert.ok(user.texts().includes(spoken.t(key)), key);
      await user.press('removeRelationship', { companyName: 'alpine  SKI house ' });
      await user.until(() => user.texts().includes(spoken.t('changed.relationship')));
      await user.press('customer');
      assert.ok(user.texts().join('\n').includes(spoken.t('relationship.none')));
      await user.press('customerDetails');
      assert.equal(user.buttons().includes(spoken.t('button.endRelationship')), false);
      await user.press('customer');
      assert.equal((await bot().customersOf(of)).find(({ id }) => id === record)?.relationship, 'none');
      await user.press('history');
      assert.equal(user.title(), spoken.t('history.title'));
      const shown = user.texts().join('\n');
      for (const what of [spoken.t('past.relationship'), spoken.t('past.cancelled', { subscription: premium.name })])
        assert.ok(shown.includes(what), shown);
      await eventually('it is over', async () => (await bot().changesOf(of)).length === 0);
    });
  }

  it('takes no other name, and keeps what was typed', async () => {
    const user = person();
    await atName(user);
    const made = bot().partnerCenter.of('removeRelationship').length;
    await user.press('removeRelationship');
    assert.deepEqual(user.faults(), { companyName: t('fault.required') });
    await user.press('removeRelationship', { companyName: 'Alpine House' });
    assert.deepEqual(user.faults(), { companyName: t('fault.otherName') });
    assert.equal(user.inputs()['companyName']?.value, 'Alpine House');
    bot().partnerCenter.fail('subscriptions', unavailable());
    await user.press('removeRelationship', { companyName: company });
    assert.match(user.texts().join('\n'), /could not be reached/);
    assert.equal(user.inputs()['companyName']?.value, company);
    assert.equal(bot().partnerCenter.of('removeRelationship').length, made);
  });

  it('does not end it where a subscription was ordered meanwhile, nor while a term that was bought is suspended', async () => {
    const [user, colleague] = [person(), person()];
    const record = await atName(user);
    await openCustomer(colleague, record);
    await colleague.press('addSubscription');
    await colleague.press(`add ${premium.id}`);
    await colleague.press('next', { 'count-0': '5' });
    await colleague.press('submit');
    await colleague.until(t('changed.title'));
    await user.press('removeRelationship', { companyName: company });
    assert.ok(user.texts().includes(t('end.blocked', { n: 1 })));
    assert.ok(user.texts().includes(t('end.blockedNew')));
    await openCustomer(colleague, record);
    await colleague.press('subscriptions');
    await colleague.press('manage');
    await colleague.press('suspend');
    await colleague.press('setStatus');
    await colleague.until(t('changed.title'));
    await user.press('endRelationship');
    assert.ok(user.texts().includes(t('end.suspended')));
    await user.press('removeRelationship', { companyName: company });
    await user.until(t('trouble.title'));
    assert.ok(user.texts().join('\n').includes(t('reason.active-subscriptions').slice(1)));
    assert.equal((await bot().customersOf(partner)).find(({ id }) => id === record)?.relationship, undefined);
  });

  it('ends it once, whatever is pressed twice, and also when the answer is lost', async () => {
    const user = person();
    const record = await atName(user);
    const made = bot().partnerCenter.of('removeRelationship').length;
    bot().partnerCenter.fail('removeRelationship', unavailable(true));
    const press = user.pressed('removeRelationship', { companyName: company });
    await Promise.all([1, 2, 3].map(() => user.send(press)));
    await user.until(() => user.texts().includes(t('changed.relationship')));
    bot().clock.now = new Date(bot().clock.now.getTime() + 60_000);
    await user.send(press);
    assert.ok(user.lines().includes(t('change.already')), user.lines().join());
    const requests = bot().partnerCenter.of('removeRelationship').slice(made);
    assert.deepEqual([requests.length, new Set(requests.map(({ requestId }) => requestId)).size], [2, 1]);
    const lines = await bot().auditOf(partner, record);
    assert.equal(lines.filter(({ action, outcome }) => action === 'relationship' && outcome === 'done').length, 1);
  });

  it('leaves a record that can be deleted, and nothing to be changed', async () => {
    const user = person();
    const record = await atName(user);
    const cards = { subscription: '', licenses: user.pressed('customer') };
    await user.press('removeRelationship', { companyName: company });
    await user.until(() => user.texts().includes(t('changed.relationship')));
    for (const verb of ['addSubscription', 'updateAccount', 'licenses', 'suspend', 'endRelationship']) {
      await user.send({ ...cards.licenses, value: { verb, argument: `${record} any` } });
      assert.match(user.texts().join('\n'), /no relationship with this customer/, verb);
    }
    await openCustomer(user, record);
    await user.press('customerDetails');
    await user.press('deleteRecord');
    await user.press('eraseRecord');
    assert.ok(user.lines().includes(t('erase.done')));
  });
});

describe('the rights to change customers', () => {
  const rightsOf: Readonly<Record<string, readonly Right[]>> = {
    admin: ['view', 'add', 'manage', 'remove'],
    seller: ['view', 'add', 'manage'],
    viewer: ['view'],
    nobody: [],
    remover: ['view', 'remove'],
  };
  const idOf = (user: string): string =>
    `11111111-0000-4000-8000-00000000000${String(Object.keys(rightsOf).indexOf(user))}`;
  const users = Object.fromEntries(Object.entries(rightsOf).map(([user, rights]) => [idOf(user), rights]));
  const own = { ...partner, users };
  const bot = useTestBot({ partners: [own] });
  const as = (user: string): Client => client(bot(), { manner: 'teams', partner: own, user: idOf(user) });

  it('decide on each button, and again on each press', async () => {
    const admin = as('admin');
    const record = await withCustomer(bot(), admin, { partner: own });
    await admin.press('subscriptions');
    const [, subscription = ''] = (admin.pressed('licenses').value as { argument: string }).argument.split(' '); // as the card sends it
    const id = '2wzdc2wzc624bb056';
    const presses: readonly (readonly [verb: string, argument: string, right: Right])[] = [
      ['customer', record, 'view'],
      ['subscriptions', record, 'view'],
      ['history', record, 'view'],
      ['licenses', `${record} ${subscription}`, 'manage'],
      ['setLicenses', `${record} ${subscription} ${id}`, 'manage'],
      ['manage', `${record} ${subscription}`, 'view'],
      ['suspend', `${record} ${subscription}`, 'manage'],
      ['setStatus', `${record} ${subscription} ${id} suspended`, 'manage'],
      ['cancelSubscription', `${record} ${subscription}`, 'manage'],
      ['setStatus', `${record} ${subscription} ${id} deleted`, 'manage'],
      ['endOfTerm', `${record} ${subscription}`, 'manage'],
      ['chooseEnd', `${record} ${subscription} ${id} cancel renew`, 'manage'],
      ['nextTerm', `${record} ${subscription}`, 'manage'],
      ['setNextTerm', `${record} ${subscription} ${id}`, 'manage'],
      ['dropNextTerm', `${record} ${subscription} ${id}`, 'manage'],
      ['endRelationship', record, 'remove'],
      ['removeRelationship', `${record} ${id}`, 'remove'],
      ['deleteRecord', record, 'remove'],
    ];
    for (const [user, rights] of Object.entries(rightsOf).filter(([name]) => !['admin', 'seller'].includes(name))) {
      const person = as(user);
      await person.hello();
      for (const [verb, argument, right] of presses) {
        await person.send({
          ...person.pressed('command customers'),
          value: { verb, argument, quantity: '9', from: '5' },
        });
        assert.equal(person.texts().includes(t('refusal.right')), !rights.includes(right), `${user}: ${verb}`);
      }
    }
    assert.equal(bot().partnerCenter.of('changeQuantity').length, 0);
    assert.equal(bot().partnerCenter.of('changeStatus').length, 0);
    const [viewer, seller, remover] = [as('viewer'), as('seller'), as('remover')];
    for (const person of [viewer, seller, remover]) await openCustomer(person, record);
    const buttonsOf = async (person: Client) => {
      const shown = person.buttons();
      await person.press('customerDetails');
      const all = [...shown, ...person.buttons()];
      return (
        ['button.addSubscription', 'button.updateAccount', 'button.endRelationship', 'button.deleteRecord'] as const
      ).map((key) => all.includes(t(key)));
    };
    assert.deepEqual(await buttonsOf(viewer), [false, false, false, false]);
    assert.deepEqual(await buttonsOf(seller), [true, true, false, false]);
    assert.deepEqual(await buttonsOf(remover), [false, false, true, true]);
    await remover.press('endRelationship');
    assert.ok(remover.texts().includes(t('end.askColleague')));
    assert.ok(!remover.buttons().includes(t('button.cancelSubscription')));
  });
});
