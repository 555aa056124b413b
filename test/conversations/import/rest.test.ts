import assert from 'node:assert/strict';
import { locales } from '../../../locales/translator.ts';
import { words } from '../../../locales/words.ts';
import { passwordsOf, titleOf } from '../../cardReading.ts';
import { commandWords } from '../../commandWords.ts';
import type { Client } from '../../client.ts';
import { recordsIn } from '../../reliability/records.ts';
import { sellOneProduct, useRestBot } from '../restBot.ts';
import { changesOf, simulated, simulatedCustomer } from '../simulated.ts';
import { partnerOf } from '../walk.ts';
import { csvOf, existingRow, newRow } from './files.ts';

const { t } = words('en');
const partner = partnerOf(1);

/** Waits for it, also where nothing is said for some seconds. */
async function patiently(user: Client, there: () => boolean): Promise<void> {
  for (let tries = 0; tries < 4 && !there(); tries += 1) await user.until(there).catch(() => undefined);
  assert.ok(there(), user.texts().join('\n'));
}

const ended = (user: Client) =>
  patiently(user, () => user.cards().some((card) => titleOf(card) === t('importDone.title')));

const summaryTexts = (user: Client): readonly string[] => {
  const card = user.cards().findLast((one) => titleOf(one) === t('importDone.title'));
  assert.ok(card);
  return user.texts();
};

describe('an import with Partner Center by HTTP', () => {
  const bot = useRestBot();
  const fullOf = (domain = ''): string => `${domain}.onmicrosoft.com`;

  it('creates each new customer once, under its reseller, and shows each password once', async () => {
    const user = bot().person({ partner });
    const [reseller] = partner.resellers ?? [];
    const rows = Array.from({ length: 6 }, (_none, at) =>
      newRow({ reseller: at % 2 === 0 ? (reseller?.mpnId ?? '') : 'none' }),
    );
    await user.say(csvOf(rows));
    assert.ok(user.texts().includes(t('importReview.new', { n: 6 })), user.texts().join('\n'));
    assert.deepEqual(changesOf(bot().simulator.calls()), [], 'nothing is changed before Submit');
    await user.press('importSubmit');
    await ended(user);
    for (const { domain } of rows) {
      const found = await simulated(bot().simulator, partner, fullOf(domain));
      assert.equal(found.customers.length, 1);
      assert.deepEqual(found.signers, ['ana.lima@alpineskihouse.example']);
    }
    const passwords = user.cards().flatMap(passwordsOf);
    assert.equal(new Set(passwords).size, 6);
    assert.ok(summaryTexts(user).includes(t('importDone.added', { n: 6 })));
  });

  it('reads no catalogue for a file that orders nothing', async () => {
    const user = bot().person({ partner });
    await user.say(csvOf([newRow(), existingRow()]));
    assert.ok(
      !bot()
        .simulator.calls()
        .some(({ path }) => path.includes('products')),
    );
  });

  it('tells of a customer that Partner Center made in part, and completes it with the corrected row', async () => {
    const user = bot().person({ partner });
    const row = newRow({ email: 'office@alpineskihouse.example' });
    bot().simulator.fault({
      kind: 'error-after',
      method: 'POST',
      path: '/v1/customers',
      code: '27002',
      data: ['property_name: NotificationEmailAddress'],
    });
    await user.say(csvOf([row]));
    await user.press('importSubmit');
    await ended(user);
    const said = user.texts().join('\n');
    assert.ok(said.includes(t('import.fault.halfMade')), said);
    assert.ok(said.includes(t('importDone.failed', { n: 1 })), said);

    const second = bot().person({ partner });
    await second.say(csvOf([{ ...row, email: 'info@alpineskihouse.example' }]));
    await second.press('importSubmit');
    await ended(second);
    assert.ok(summaryTexts(second).includes(t('importDone.added', { n: 1 })), second.texts().join('\n'));
    const { customers } = await simulated(bot().simulator, partner, fullOf(row.domain));
    assert.equal(customers.length, 1);
    const { billing } = await simulatedCustomer(bot().simulator, partner, customers[0] ?? '');
    assert.equal(billing?.email, 'info@alpineskihouse.example');
  });

  it('faults a domain that is taken before anything is submitted', async () => {
    const [taken] = bot().simulator.addCustomers(1, partner.tenantId);
    const user = bot().person({ partner });
    await user.say(csvOf([newRow({ domain: taken?.domain ?? '' })]));
    assert.ok(user.texts().join('\n').includes(t('fault.domainOwn')), user.texts().join('\n'));
    assert.ok(!user.has('importSubmit'));
  });

  it('records an existing customer as Partner Center lists it, found by its domain or its Microsoft ID', async () => {
    const [one, two] = bot().simulator.addCustomers(2, partner.tenantId);
    assert.ok(one && two);
    const user = bot().person({ partner });
    const other = existingRow();
    await user.say(
      csvOf([
        existingRow({ domain: one.domain, companyName: 'One' }),
        existingRow({ domain: '', microsoftId: two.id, companyName: 'Two' }),
        other,
      ]),
    );
    await user.press('importSubmit');
    await ended(user);
    const all = (await recordsIn(bot().folder).customers()).filter(({ existing }) => existing === true);
    const shown = (name: string) =>
      all
        .filter(({ companyName }) => companyName === name)
        .map((found) => [found.microsoftId, found.domain, found.relationship]);
    assert.deepEqual(shown('One'), [[one.id, one.domain, 'reseller']]);
    assert.deepEqual(shown('Two'), [[two.id, two.domain, 'reseller']]);
    assert.deepEqual(
      all
        .filter(({ domain }) => domain === other.domain)
        .map(({ microsoftId, relationship }) => [microsoftId, relationship]),
      [['', 'none']],
    );
  });

  it('does not record one customer twice that a file names by domain and by Microsoft ID', async () => {
    const user = bot().person({ partner });
    await user.say('customers');
    // Elsewhere, after the list was read; of another domain than those that the test before recorded.
    const one = bot().simulator.addCustomers(3, partner.tenantId).at(-1);
    assert.ok(one);
    await user.say(csvOf([existingRow({ domain: one.domain }), existingRow({ domain: '', microsoftId: one.id })]));
    await user.press('importSubmit');
    await ended(user);
    const all = await recordsIn(bot().folder).customers();
    assert.equal(all.filter(({ microsoftId }) => microsoftId === one.id).length, 1);
    assert.ok(summaryTexts(user).includes(t('importDone.there', { n: 1 })));
  });

  for (const locale of locales)
    it(`tells of a row whose company Partner Center lists under another domain, and not of that customer itself: ${locale}`, async () => {
      const spoken = words(locale);
      // The tests before recorded nothing of this partner.
      const other = partnerOf(2);
      const [one] = bot().simulator.addCustomers(1, other.tenantId);
      assert.ok(one);
      const { id, domain, companyName } = one;
      const user = bot().person({ partner: other, locale });
      await user.say(commandWords('customers', locale));
      await user.press('customers after:');
      const calls = bot().simulator.calls().length;
      const isCustomerCall = ({ path }: { readonly path: string }): boolean => /\/customers\/?$/i.test(path);
      const alike = [newRow({ companyName: companyName.toUpperCase() }), existingRow({ companyName })];
      const itself = [existingRow({ companyName, domain }), existingRow({ companyName, domain: '', microsoftId: id })];
      await user.say(csvOf(alike, locale));
      const told = (): string => user.texts().join('\n');
      const all = spoken.t('importReview.alike', { n: 2 });
      assert.ok(told().includes(all) && told().includes(spoken.t('alike.name')), told());
      await user.press('importDrop');
      for (const row of itself) {
        await user.say(csvOf([row], locale));
        assert.ok(told().includes(spoken.t('importReview.existing', { n: 1 })), told());
        assert.ok(!told().includes(spoken.t('importReview.alike', { n: 1 })), told());
        await user.press('importDrop');
      }
      assert.deepEqual(bot().simulator.calls().slice(calls).filter(isCustomerCall), [], 'the list is not asked for');
    });

  it('tells the reason of each row that Partner Center refuses, and does the others', async () => {
    const user = bot().person({ partner });
    const rows = [newRow(), newRow(), newRow()];
    await user.say(csvOf(rows));
    bot().simulator.fault({
      kind: 'answer',
      method: 'POST',
      path: '/v1/customers',
      status: 400,
      body: { code: 600009, description: 'no' },
    });
    await user.press('importSubmit');
    await ended(user);
    assert.ok(summaryTexts(user).includes(t('importDone.failed', { n: 1 })), user.texts().join('\n'));
    assert.ok(summaryTexts(user).includes(t('importDone.added', { n: 2 })));
  });

  it('leaves to Finish what an outage kept from being done, and makes nothing twice', async () => {
    const user = bot().person({ partner });
    const rows = [newRow(), newRow(), newRow(), newRow()];
    await user.say(csvOf(rows));
    bot().simulator.fault({ kind: '429', method: 'POST', path: '/v1/customers', times: 200, retryAfter: 600 });
    await user.press('importSubmit');
    await ended(user);
    assert.ok(summaryTexts(user).includes(t('importDone.unfinished', { n: 4 })), user.texts().join('\n'));
    assert.deepEqual(user.cards().flatMap(passwordsOf), []);
    bot().simulator.reset();
    sellOneProduct(bot().simulator);
    await bot().restart();
    await user.press('importFinish');
    await patiently(user, () => user.cards().flatMap(passwordsOf).length === 4);
    for (const { domain } of rows)
      assert.equal((await simulated(bot().simulator, partner, fullOf(domain))).customers.length, 1);
  });

  for (const [how, isById] of [
    ['its Microsoft ID', true],
    ['its domain alone', false],
  ] as const)
    it(`has a customer without a relationship, recorded by ${how}, that accepted on the home card, until it is opened`, async () => {
      const { simulator } = bot();
      // Of another domain than those that the tests before recorded.
      const invited = simulator.addCustomers(isById ? 10 : 20, partner.tenantId).at(-1);
      assert.ok(invited);
      simulator.setCustomer(invited.id, { relationship: 'none' });
      const user = bot().person({ partner });
      await user.say(csvOf([existingRow({ domain: invited.domain, ...(isById ? { microsoftId: invited.id } : {}) })]));
      await user.press('importSubmit');
      await ended(user);
      simulator.setCustomer(invited.id, { relationship: 'reseller' });
      bot().clock.now = new Date(bot().clock.now.getTime() + 2 * 60 * 60 * 1000);
      const record = (await recordsIn(bot().folder).customers()).find(({ domain }) => domain === invited.domain);
      assert.equal(record?.microsoftId, isById ? invited.id : '');
      const button = `acceptedCustomer ${record.id}` as const;
      const isAtHome = async (): Promise<boolean> => {
        for (const _greeting of [1, 2, 3]) await user.say('hello');
        return user.has(button);
      };
      assert.ok(await isAtHome(), user.texts().join('\n'));
      await user.press(button);
      assert.ok(user.has('subscriptions ') || user.has('addSubscription'), user.texts().join('\n'));
      assert.ok(!(await isAtHome()), user.texts().join('\n'));
    });
});
