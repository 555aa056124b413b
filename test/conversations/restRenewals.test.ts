import assert from 'node:assert/strict';
import { shortLifecycleWords } from '../../cards/customers/termEntry.ts';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import type { Lifecycle } from '../../partner-center/lifecycle.ts';
import type { SimulatedCustomer } from '../../simulator/state.ts';
import { newest, type Client } from '../client.ts';
import { commandWords } from '../commandWords.ts';
import { premium, sellOneProduct, startRestBot, type RestBot } from './restBot.ts';
import { answersIn, changed, partnerOf, submit, walkTo } from './walk.ts';

const english = words('en');
const { t } = english;
const partner = partnerOf(2);
const path = (id: string) => `/v1/customers/${id}/subscriptions`;

/** A subscription of a year as Partner Center gives it, for which nothing is chosen. */
const resource = (ends: string, more: object = {}) => ({
  id: `a4c1340d-6911-4758-bba3-${ends.replaceAll('-', '')}0000`,
  offerId: 'CFQ7TTC0LH18:0001:CFQ7TTC0K971',
  offerName: 'Microsoft 365 Business Basic',
  friendlyName: 'Microsoft 365 Business Basic',
  productType: { id: 'OnlineServicesNCE', displayName: 'OnlineServicesNCE' },
  quantity: 15,
  unitType: 'Licenses',
  creationDate: '2025-12-14T16:57:15Z',
  effectiveStartDate: '2025-12-14T16:57:14Z',
  commitmentEndDate: `${ends}T00:00:00Z`,
  status: 'active',
  autoRenewEnabled: false,
  isTrial: false,
  billingType: 'license',
  billingCycle: 'monthly',
  termDuration: 'P1Y',
  ...more,
});

describe('what ends soon over all customers, with rest', () => {
  let bot: RestBot;
  before(async () => {
    bot = await startRestBot({ answerTime: 60_000 });
  });
  beforeEach(async () => {
    bot.simulator.reset();
    bot.clock.now = new Date('2026-11-28T09:00:00.000Z');
    // What was read of the former test's customers is in memory only.
    await bot.restart();
  });
  after(() => bot.stop());

  const seeded = (count: number): readonly SimulatedCustomer[] =>
    [...bot.simulator.addCustomers(count, partner.tenantId)].sort((a, b) => (a.companyName < b.companyName ? -1 : 1));
  const gives = ({ id }: SimulatedCustomer, ...items: readonly object[]): void =>
    bot.simulator.fault({
      kind: 'answer',
      method: 'GET',
      path: path(id),
      status: 200,
      times: 9,
      body: { totalCount: items.length, items },
    });
  const person = (locale = 'en-US'): Client => bot.person({ partner, locale });
  const reads = (): number =>
    bot.simulator.calls().filter((call) => call.method === 'GET' && call.path.endsWith('/subscriptions')).length;
  const shown = (user: Client): string => user.texts().join('\n');
  /** Names of the customers on the card, in order. */
  const named = (user: Client, all: readonly SimulatedCustomer[]): string[] =>
    user.texts().flatMap((text) => {
      const [company = ''] = text.split(' · ');
      return all.some(({ companyName }) => companyName === company) ? [company] : [];
    });

  it('is in pages with their position: to be chosen, settled, monthly terms; each customer is read once', async () => {
    const all = seeded(63);
    const [undecided, renewing, monthly, far] = [all.slice(0, 20), all.slice(20, 40), all.slice(40, 60), all.slice(60)];
    for (const one of undecided) gives(one, resource('2026-12-20'));
    for (const one of renewing) gives(one, resource('2027-01-10', { autoRenewEnabled: true }));
    for (const one of monthly) gives(one, resource('2026-12-10', { autoRenewEnabled: true, termDuration: 'P1M' }));
    for (const one of far) gives(one, resource('2027-02-20'));
    const user = person();
    await user.say('what renews soon?');
    assert.equal(user.title(), t('renewals.title'));
    assert.equal(reads(), 63);
    assert.ok(user.texts().includes(t('list.position', { from: 1, to: 15, of: 40 })), shown(user));
    assert.ok(user.texts().includes(t('renewals.counted', { group: t('renewals.choose'), n: 20 })));
    assert.equal(named(user, undecided).length, 15);

    await user.press('renewals 90 0');
    assert.ok(user.texts().includes(t('list.position', { from: 1, to: 15, of: 63 })));
    const pages = [named(user, all)];
    for (let page = 1; page < 5; page += 1) {
      await user.press(`renewals 90 ${String(15 * page)}`);
      pages.push(named(user, all));
    }
    assert.ok(user.texts().includes(t('list.position', { from: 61, to: 63, of: 63 })));
    assert.ok(!user.buttons().includes(t('button.nextPage')));
    assert.deepEqual(
      pages.map((page) => page.length),
      [15, 15, 15, 15, 3],
    );
    const order = pages.flat();
    assert.equal(new Set(order).size, 63);
    const groups = [[...undecided, ...far], renewing, monthly].map((one) => one.map(({ companyName }) => companyName));
    assert.deepEqual(
      [order.slice(0, 23), order.slice(23, 43), order.slice(43)].map((one) => one.toSorted()),
      groups.map((one) => one.toSorted()),
    );
    await user.press('renewals 90 45');
    assert.ok(user.texts().includes(t('list.position', { from: 46, to: 60, of: 63 })));
    await user.press('renewals 60 0');
    assert.ok(user.texts().includes(t('list.position', { from: 1, to: 15, of: 60 })));
    assert.equal(reads(), 63);
  });

  for (const locale of locales)
    it(`says of each what comes next and how many licenses it has: ${locale}`, async () => {
      const spoken = words(locale);
      const [one] = seeded(1);
      assert.ok(one);
      const days = { day: '2026-12-21', lastDay: '2026-12-20' };
      const action = (actionType: string) => ({ scheduledActions: [{ scheduleType: 'TermEnd', actionType }] });
      const states: readonly (readonly [more: object, life: Lifecycle])[] = [
        [{}, { kind: 'undecided', ...days }],
        [{ autoRenewEnabled: true }, { kind: 'renews', ...days }],
        [action('Cancel'), { kind: 'cancels', ...days }],
        [action('RenewToExtendedServiceTerm'), { kind: 'extends', ...days }],
        [{ status: 'suspended' }, { kind: 'suspended', billed: true, ...days, reasons: [] }],
        [
          { isTrial: true, autoRenewEnabled: true },
          { kind: 'trial', ...days, becomesPaid: true },
        ],
      ];
      gives(one, ...states.map(([more], at) => resource('2026-12-20', { ...more, id: `s${String(at)}` })));
      const user = person(locale);
      await user.say(spoken.t('button.renewals'));
      const count = spoken.t('count.licenses', { n: 15 });
      for (const [, life] of states) {
        const comes = shortLifecycleWords(life, { unit: 'Licenses', status: 'active' }, spoken);
        assert.ok(
          user.texts().some((line) => line.endsWith(` · ${comes} · ${count}`)),
          `${life.kind}\n${shown(user)}`,
        );
      }
      assert.equal(named(user, [one]).length, 6);
    });

  it('names the customers that could not be read, lists the others, and asks again for them alone', async () => {
    const all = seeded(12);
    const [lost] = all;
    assert.ok(lost);
    for (const one of all.slice(1)) gives(one, resource('2026-12-20'));
    const body = { code: '20002', description: 'gone', data: [], source: 'PartnerFD' };
    bot.simulator.fault({ kind: 'answer', method: 'GET', path: path(lost.id), status: 404, body });
    const user = person();
    await user.say('renewals');
    assert.ok(
      user.texts().includes(words('en').sentences([t('renewals.unread', { n: 1 }), lost.companyName])),
      shown(user),
    );
    assert.ok(user.texts().includes(t('list.positionAll', { of: 11 })));
    gives(lost, resource('2026-12-19'));
    const since = reads();
    await user.press('renewals 30 0');
    assert.equal(reads(), since + 1);
    assert.ok(user.texts().includes(t('list.positionAll', { of: 12 })), shown(user));
    assert.ok(!user.buttons().includes(t('button.refresh')));
    assert.equal(named(user, all)[0], lost.companyName);
  });

  it('shows what was read before Partner Center stopped to answer, and goes on from there', async () => {
    const all = seeded(20);
    for (const one of all.slice(0, 8)) gives(one, resource('2026-12-20'));
    const rest = all.slice(8);
    for (const { id } of rest) bot.simulator.fault({ kind: '500', method: 'GET', path: path(id), times: 4 });
    const user = person();
    await user.say('renewals');
    assert.ok(user.texts().includes(t('renewals.stopped')), shown(user));
    // Up to three of the first eight may still be on their way.
    assert.ok(named(user, all).length >= 5, shown(user));
    bot.simulator.clearFaults();
    for (const one of rest) gives(one, resource('2026-12-20'));
    await user.press('renewals 30 0');
    assert.ok(user.texts().includes(t('list.position', { from: 1, to: 15, of: 20 })), shown(user));
    assert.ok(!shown(user).includes(t('renewals.stopped')));
  });

  for (const locale of locales)
    it(`says as of when it is where Partner Center cannot be reached, and so does the chart: ${locale}`, async () => {
      const spoken = words(locale);
      const all = seeded(8);
      for (const one of all) gives(one, resource('2026-12-20'));
      const user = bot.person({ partner, locale });
      const read = spoken.t('asOf.subscriptions', { moment: spoken.moment(bot.clock.now.toISOString()) });
      const look = (): Promise<void> => user.say(commandWords('renewals', locale));
      await look();
      assert.ok(!user.texts().includes(read), shown(user));
      bot.clock.now = new Date(bot.clock.now.getTime() + 6 * 60_000);
      bot.simulator.clearFaults();
      for (const { id } of all) bot.simulator.fault({ kind: '500', method: 'GET', path: path(id), times: 8 });
      await look();
      assert.ok(user.texts().includes(read) && user.texts().includes(spoken.t('renewals.stopped')), shown(user));
      assert.ok(named(user, all).length === 8, shown(user));
      await user.press('chart');
      assert.ok(user.texts().includes(read), shown(user));
      assert.ok(!shown(user).includes(spoken.t('chart.asOf', { day: spoken.day('2026-11-28') })), shown(user));
      bot.simulator.clearFaults();
      for (const one of all) gives(one, resource('2026-12-20'));
      await user.press('chart renewals');
      assert.ok(!user.texts().includes(read), shown(user));
    });

  it('that cannot even list the customers says why, with a way to try again', async () => {
    const [one] = seeded(1);
    assert.ok(one);
    gives(one, resource('2026-12-20'));
    bot.simulator.fault({ kind: '500', method: 'GET', path: '/v1/customers', times: 4 });
    const user = person();
    await user.say('renewals');
    assert.equal(user.title(), t('trouble.title'));
    await user.press('renewals');
    assert.deepEqual(named(user, [one]), [one.companyName], shown(user));
  });

  it('is empty where there are no customers, and where nothing ends', async () => {
    const user = person();
    await user.say('renewals');
    assert.ok(user.texts().includes(t('customers.none')), shown(user));
    assert.ok(user.buttons().includes(t('button.addCustomer')));
    const [one] = seeded(1);
    assert.ok(one);
    gives(one, resource('2027-01-15'));
    await bot.restart();
    await user.say('renewals');
    assert.ok(user.texts().includes(t('renewals.none', { days: 30 })));
    await user.press('renewals 60 0');
    assert.deepEqual(named(user, [one]), [one.companyName]);
  });

  it('leads to a choice and back to its page, which tells of it at once and reads nothing else again', async () => {
    const user = person();
    sellOneProduct(bot.simulator);
    await user.say('add customer');
    await walkTo(user, 'subscriptions', changed(answersIn(), { offers: [] }));
    await user.press(`add ${premium}`);
    await user.press('next', { 'count-0': '5' });
    await submit(user);
    // An order is carried out while one looks.
    await user.say('renewals');
    const all = seeded(18);
    for (const one of all.slice(0, 15)) gives(one, resource('2027-11-20'));
    for (const one of all.slice(15)) gives(one, resource('2027-10-20', { termDuration: 'P1M' }));
    bot.clock.now = new Date('2027-10-01T09:00:00.000Z');
    await bot.restart();
    await user.say('renewals');
    await user.press('renewals 60 0');
    await user.press('renewals 60 15');
    const tells = (next: string): boolean => shown(user).includes(` · ${next} · `);
    assert.ok(tells(t('term.renews', { day: english.day('2027-11-28') })), shown(user));
    const list = user.card();
    const manage = newest(user, 'manage');
    await user.press(manage, {}, list);
    assert.equal(user.title(), t('manage.title'));
    await user.press('renewals');
    assert.ok(user.texts().includes(t('list.position', { from: 16, to: 19, of: 19 })), shown(user));

    await user.press(manage, {}, list);
    await user.press('endOfTerm');
    await user.press('chooseEnd cancel renew');
    await user.until(t('changed.title'));
    await user.press('renewals');
    assert.ok(user.texts().includes(t('list.position', { from: 16, to: 19, of: 19 })), shown(user));
    assert.ok(tells(t('term.ends', { day: english.day('2027-11-27') })), shown(user));
    const others = bot.simulator.calls().filter(({ path: called }) => all.some(({ id }) => called === path(id)));
    assert.equal(others.length, 18);
  });

  it('is a file, too, of what was read', async () => {
    const all = seeded(3);
    for (const one of all) gives(one, resource('2026-12-20'));
    const user = person();
    await user.say('renewals');
    await user.press('exportFile');
    await user.until(t('file.ready'));
    assert.ok(user.texts().includes(t('renewals.note', { n: 3 })), shown(user));
    assert.equal(reads(), 3);
  });
});

describe('what ends soon, while customers are still being read', () => {
  let bot: RestBot;
  before(async () => {
    bot = await startRestBot({ answerTime: 200 });
  });
  after(() => bot.stop());

  it('is shown as far as it is known, with the way to see more', async () => {
    bot.clock.now = new Date('2026-11-28T09:00:00.000Z');
    const [late, ...others] = bot.simulator.addCustomers(9, partner.tenantId);
    assert.ok(late);
    bot.simulator.fault({ kind: 'slow', method: 'GET', path: path(late.id), delay: 600_000 });
    const body = { totalCount: 1, items: [resource('2026-12-20')] };
    for (const { id } of others)
      bot.simulator.fault({ kind: 'answer', method: 'GET', path: path(id), status: 200, times: 9, body });
    const user = bot.person({ partner });
    await user.say('renewals');
    // However slow the machine is: whatever is read at one look is there at the next.
    while (!user.texts().includes(t('renewals.soFar', { done: 8, of: 9 }))) await user.press('renewals 30 0');
    assert.ok(user.texts().includes(t('list.positionAll', { of: 8 })));
    assert.ok(user.buttons().includes(t('button.refresh')));
  });
});
