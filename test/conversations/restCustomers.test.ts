import assert from 'node:assert/strict';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { SimulatedCustomer } from '../../simulator/state.ts';
import { statedIn } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { commandWords } from '../commandWords.ts';
import { recordsIn } from '../reliability/records.ts';
import { nextPage } from './nextPage.ts';
import { existing } from './existing.ts';
import { premium, sell, startRestBot, type RestBot } from './restBot.ts';
import { endElsewhere, simulatedCustomer } from './simulated.ts';
import { answersIn, changed, partnerOf } from './walk.ts';

const { t } = words('en');
const provider = partnerOf(1);
const direct = partnerOf(2);
const [coho] = provider.resellers ?? [];
assert.ok(coho);
const minute = 60_000;
/** The rows of a file; its byte-order mark stays. */
const rowsOf = (text: string): string[] => text.split('\r\n').slice(0, -1);
const nextTick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the list of customers at Partner Center', () => {
  let bot: RestBot;
  before(async () => {
    bot = await startRestBot();
  });
  beforeEach(async () => {
    bot.simulator.reset();
    sell(bot.simulator, [premium]);
    // What was read of the former test's customers is in memory only.
    await bot.restart();
  });
  after(() => bot.stop());

  const seeded = (count: number, partner: Partner = direct): readonly SimulatedCustomer[] =>
    bot.simulator.addCustomers(count, partner.tenantId);
  const open = async (partner: Partner = direct): Promise<Client> => {
    const user = bot.person({ partner });
    await user.say('customers');
    return user;
  };
  const find = (user: Client, text: string): Promise<void> => user.press('findCustomers', { findCustomer: text });
  const listed = (user: Client): string[] => statedIn(user.card()).map(({ name }) => name);
  const listCalls = () =>
    bot.simulator.calls().filter(({ method, path }) => method === 'GET' && path === '/v1/customers');
  /** Waits until the bot has read so many pages, and taken them in. */
  const listReads = async (count: number): Promise<void> => {
    while (listCalls().length < count) await nextTick();
    await bot.person({ partner: direct }).say('hello');
  };
  const records = {
    customersOf: async () => (await recordsIn(bot.folder).customers()).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
  const later = (milliseconds: number): void => {
    bot.clock.now = new Date(bot.clock.now.getTime() + milliseconds);
  };

  it('is there by itself, from whichever portal they came: by name, 500 read at a time', async () => {
    const names = seeded(1_200).map(({ companyName }) => companyName);
    const user = await open();
    assert.equal(listed(user).length, 15);
    await listReads(3);
    await user.say('customers');
    assert.ok(user.texts().includes(t('list.position', { from: 1, to: 15, of: 1_200 })));
    const sorted = names.toSorted((a, b) => (a.toUpperCase() < b.toUpperCase() ? -1 : 1));
    assert.deepEqual(listed(user), sorted.slice(0, 15));
    const reads = listCalls().length;
    await user.press('customers after:');
    // It is read anew, though it is not old.
    await listReads(reads + 3);
    assert.deepEqual(listed(user), sorted.slice(0, 15));
    await user.press(nextPage(user));
    assert.deepEqual(listed(user), sorted.slice(15, 30));
    await user.press('customers before:');
    assert.deepEqual(listed(user), sorted.slice(0, 15));
    assert.equal(listCalls().length, reads + 3);
  });

  it('opens a customer that was never recorded here', async () => {
    const [one] = seeded(3);
    const user = await open();
    await find(user, one?.domain ?? '');
    await user.press(`customer m:${one?.id ?? ''}`);
    assert.ok(
      user
        .texts()
        .join('\n')
        .includes(one?.domain ?? 'none'),
    );
    assert.notEqual(user.title(), t('customers.title'));
  });

  it('shows the first page while the rest is read, and finds with the help of Partner Center meanwhile', async () => {
    const all = seeded(700);
    bot.simulator.fault({ kind: 'slow', delay: 2_000, method: 'GET', path: '/v1/customers', skip: 1 });
    const user = await open();
    assert.equal(listed(user).length, 15);
    assert.ok(user.texts().includes(t('directory.soFar', { n: 500 })));
    const last = all.at(-1);
    await find(user, last?.domain.slice(0, 10).toUpperCase() ?? '');
    assert.deepEqual(listed(user), [last?.companyName]);
    assert.ok(user.texts().includes(t('directory.soFar', { n: 500 })));
  });

  it('says why it is not whole, shows what there is, and goes on with the next look', async () => {
    seeded(700);
    bot.simulator.fault({ kind: '500', method: 'GET', path: '/v1/customers', skip: 1, times: 4 });
    const user = await open();
    await listReads(5);
    await user.say('customers');
    assert.ok(user.texts().some((text) => text.includes(t('reason.service-fault'))));
    assert.equal(listed(user).length, 15);
    await listReads(6);
    await user.say('customers');
    assert.ok(user.texts().includes(t('list.position', { from: 1, to: 15, of: 700 })));
  });

  for (const locale of locales)
    it(`says as of when it is where it is old, and where Partner Center cannot be reached: ${locale}`, async () => {
      const spoken = words(locale);
      const all = seeded(2).map(({ companyName }) => companyName);
      const user = bot.person({ partner: direct, locale });
      const look = (): Promise<void> => user.say(commandWords('customers', locale));
      const read = spoken.t('asOf.customers', { moment: spoken.moment(bot.clock.now.toISOString()) });
      await look();
      assert.ok(!user.texts().includes(read), user.texts().join('\n'));
      later(6 * minute);
      bot.simulator.fault({ kind: '500', method: 'GET', path: '/v1/customers', times: 4 });
      for (const reads of [1, 5]) {
        await look();
        assert.ok(user.texts().includes(read), user.texts().join('\n'));
        assert.deepEqual(listed(user), all.toSorted());
        await listReads(Math.max(reads, 5));
      }
      assert.ok(user.texts().some((text) => text.includes(spoken.t('reason.service-fault'))) || listCalls().length > 5);
      await user.press('customers after:');
      assert.ok(!user.texts().includes(read), user.texts().join('\n'));
    });

  it('that cannot be read is said to be, with a way to try again', async () => {
    seeded(3);
    bot.simulator.fault({ kind: '500', method: 'GET', path: '/v1/customers', times: 4 });
    const user = await open();
    assert.equal(user.title(), t('directory.notRead'));
    await user.press('customers');
    assert.equal(listed(user).length, 3);
  });

  it('has a customer that is added here at once, with its record; without the record it is still there', async () => {
    seeded(3);
    const user = await open();
    const { id, domain, microsoftId } = await existing(records, user, direct);
    await user.say('customers');
    assert.ok(user.texts().join('\n').includes(domain));
    await user.press(`customer ${id}`);
    await user.press('customerDetails');
    await user.press('deleteRecord');
    await user.press('eraseRecord');
    await user.say('customers');
    assert.ok(user.texts().join('\n').includes(domain));
    await user.press(`customer m:${microsoftId}`);
    assert.ok(user.texts().join('\n').includes(domain));
  });

  it('is filtered by reseller as Partner Center filters', async () => {
    seeded(3, provider);
    const user = bot.person({ partner: provider });
    await existing(records, user, provider, [], changed(answersIn(), { reseller: { reseller: coho.tenantId } }));
    await user.say('customers');
    assert.equal(listed(user).length, 4);
    await user.press('findCustomers', { chooseReseller: coho.tenantId });
    assert.deepEqual(listed(user), ['Alpine Ski House']);
    assert.ok(listCalls().some(({ query }) => query.includes('IndirectReseller')));
  });

  it('keeps a record whose relationship was ended elsewhere, and says so', async () => {
    const user = await open();
    const { id, microsoftId } = await existing(records, user, direct);
    await endElsewhere(bot.simulator, direct, microsoftId);
    later(20 * minute);
    await user.say('customers');
    await listReads(2);
    await user.say('customers');
    assert.ok(user.has(`customer ${id}`));
    assert.ok(statedIn(user.card()).some(({ state }) => state === t('relationship.none')));
  });

  it('is taken away as a file, whole, and with the subscriptions that can be read', async () => {
    const all = seeded(620);
    const user = await open();
    const customer = await existing(records, user, direct, [premium]);
    // An order is carried out while one looks.
    await simulatedCustomer(bot.simulator, direct, customer.microsoftId);
    await user.say('customers');
    await user.press('export');
    await user.press('exportFile customers', { fileFormat: 'csv' });
    const text = await exported(user, 1);
    const rows = rowsOf(text);
    assert.equal(rows.filter((row) => row.endsWith(`,${t('relationship.reseller')}`)).length, 621);
    assert.ok(all.every(({ id, domain }) => rows.some((row) => row.startsWith(id) && row.includes(domain))));
    await user.say('customers');
    await find(user, 'Alpine');
    await user.press('export');
    await user.press('exportFile subscriptions', { fileFormat: 'csv' });
    const [head, one, ...more] = rowsOf(await exported(user, 2));
    assert.equal(
      head,
      `\uFEFFSubscription ID,Subscription,Quantity,Status,Term,Billing frequency,Last day of the term,Auto-renew,${t('field.whatFollows')},Reseller,Microsoft ID,Company name`,
    );
    assert.match(
      one ?? '',
      /^[0-9a-f-]{36},Office 365 Business Premium,1,Active,1 (?:year|month),[^,]*,\d{4}-\d\d-\d\d,on,/,
    );
    assert.ok(one?.endsWith(`,${customer.microsoftId},Alpine Ski House`));
    assert.deepEqual(more, []);
    await user.press('exportFile renewals', { fileFormat: 'csv' });
    const renewals = rowsOf(await exported(user, 3));
    const group = one?.includes(',1 month,') === true ? 'Monthly' : 'Settled';
    assert.ok(
      renewals.slice(1).every((row) => row.startsWith(`${group},`)),
      renewals.join('\n'),
    );
    assert.equal(
      renewals.length > 1,
      group === t('renewalGroup.monthly'),
      'a year that was bought today does not end soon',
    );
  });

  it('says of a suspended subscription in the file neither that it renews nor that it does not', async () => {
    const [one] = seeded(3);
    const sold = {
      id: '11111111-2222-4333-8444-555555555555',
      offerId: premium,
      offerName: 'Office 365 Business Premium',
      quantity: 2,
      unitType: 'Licenses',
      status: 'suspended',
      autoRenewEnabled: true,
      termDuration: 'P1Y',
      billingCycle: 'annual',
      effectiveStartDate: '2026-02-01T00:00:00Z',
      commitmentEndDate: '2027-01-31T00:00:00Z',
    };
    bot.simulator.fault({
      kind: 'answer',
      method: 'GET',
      path: `/v1/customers/${one?.id ?? ''}/subscriptions`,
      status: 200,
      body: { totalCount: 1, items: [sold], attributes: { objectType: 'Collection' } },
      times: 9,
    });
    const user = await open();
    await user.press('export');
    await user.press('exportFile subscriptions', { fileFormat: 'csv' });
    const row = rowsOf(await exported(user, 1)).find((text) => text.startsWith(sold.id));
    assert.match(row ?? '', /,Suspended,1 year,[^,]*,2027-01-\d\d,,/);
  });

  it('names in the file of subscriptions those whose subscriptions could not be read', async () => {
    const [lost] = seeded(6);
    bot.simulator.fault({
      kind: 'answer',
      method: 'GET',
      path: `/v1/customers/${lost?.id ?? ''}/subscriptions`,
      status: 404,
      body: { code: '20002', description: 'gone', data: [], source: 'PartnerFD' },
    });
    const user = await open();
    await user.press('export');
    await user.press('exportFile subscriptions', { fileFormat: 'csv' });
    const rows = rowsOf(await exported(user, 1));
    assert.deepEqual(rows.slice(1), [`,${t('export.notRead')},,,,,,,,,${lost?.id ?? ''},${lost?.companyName ?? ''}`]);
    assert.ok(JSON.stringify(bot.connector.screen(user.conversation)).includes(t('export.lacking', { n: 1 })));
  });

  it('that stops while a file is made leaves no half of one', async () => {
    const all = seeded(620);
    bot.simulator.fault({ kind: '500', method: 'GET', path: '/v1/customers', skip: 1, times: 9 });
    const user = await open();
    await user.press('export');
    await user.press('exportFile customers', { fileFormat: 'csv' });
    await user.until(() => JSON.stringify(user.cards()).includes(t('file.notMade')));
    assert.deepEqual(links(user), []);
    bot.simulator.clearFaults();
    await user.press('exportFile');
    const made = await exported(user, 1);
    assert.deepEqual(
      all.filter(({ companyName }) => !made.includes(companyName)),
      [],
      'Try again makes the whole of it',
    );
  });

  it('is another list for another partner', async () => {
    const names = seeded(3).map(({ companyName }) => companyName);
    const other = await open(partnerOf(1));
    // Its own records of former tests are there.
    assert.deepEqual(
      listed(other).filter((name) => names.includes(name)),
      [],
    );
  });

  const links = (user: Client): string[] =>
    bot.connector
      .screen(user.conversation)
      .flatMap(({ attachments }) => (attachments ?? []).flatMap(({ contentUrl }) => contentUrl ?? []));

  /** The nth file that this user was given. */
  async function exported(user: Client, number: number): Promise<string> {
    await user.until(() => links(user).length === number);
    const response = await fetch(links(user).at(-1) ?? '');
    return Buffer.from(await response.arrayBuffer()).toString('utf8');
  }
});
