import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { FaultInput } from '../../simulator/faultInjection.ts';
import { skuName } from '../../simulator/productHandlers.ts';
import type { Client } from '../client.ts';
import { eventually } from '../eventually.ts';
import { recordsIn } from '../reliability/records.ts';
import { pressAny } from './existing.ts';
import { premium, sell, useRestBot } from './restBot.ts';
import { changesOf, simulatedCustomer } from './simulated.ts';
import { answersIn, changed, partnerOf, submit, walkTo } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);
const subscriptionPath = '/v1/customers/*/subscriptions/*';

/** Premium, and four more that are sold by the license. */
const five = [
  premium,
  ...[
    '61795CAB-2ABD-43F6-88E9-C9ADAE5746E0', // Microsoft 365 Business
    '796B6B5F-613C-4E24-A17C-EBA730D49C02', // Office 365 Enterprise E3
    '560FA381-0485-4A44-AAD7-7133825B7E36', // Dynamics 365 Business Central Essential
    '1C796FD1-1872-4F51-8224-125E144C9A5B', // Dynamics 365 Business Central Team Member
  ].map((id) => `${skuName(id) ?? ''}:commercial`),
];

/** What is taken back or stopped, and how often Partner Center was told to. */
function useCustomers() {
  const bot = useRestBot();
  const person = (): Client => bot().person({ partner });
  /** Adds a customer with these offers, five licenses each, and opens it once they are listed. */
  const withCustomer = async (user: Client, offers: readonly string[]) => {
    bot().simulator.clearFaults();
    sell(bot().simulator, offers);
    const answers = changed(answersIn(), { offers: [] });
    await user.say('add customer');
    await walkTo(user, 'subscriptions', answers);
    // As if each were found first.
    for (const argument of offers) await user.send(user.pressed('next', {}, undefined, { verb: 'add', argument }));
    await user.press('next', Object.fromEntries(offers.map((_offer, index) => [`count-${String(index)}`, '5'])));
    await submit(user);
    const record = (await recordsIn(bot().folder).customers()).find(({ domain }) =>
      domain.startsWith(`${answers.company?.['domainPrefix'] ?? ''}.`),
    );
    assert.ok(record);
    // An order is late: the first look does not find it.
    for (const _look of [1, 2]) {
      await user.say('customers');
      await pressAny(user, 'customer', record.id);
    }
    return record;
  };
  return {
    bot,
    person,
    withCustomer,
    fault: (request: FaultInput) => bot().simulator.fault(request),
    soFar: (): number => bot().simulator.calls().length,
    /** Changes of subscriptions that Partner Center took since then. */
    taken: (since: number): number =>
      changesOf(bot().simulator.calls().slice(since)).filter((call) => /^PATCH .*subscriptions.* 20\d$/.test(call))
        .length,
    states: async (microsoftId: string): Promise<readonly string[]> =>
      (await simulatedCustomer(bot().simulator, partner, microsoftId)).states.toSorted(),
    isOver: () => eventually('all is over', async () => (await recordsIn(bot().folder).changes()).length === 0),
  };
}

describe('Undo, at Partner Center', () => {
  const { bot, person, withCustomer, fault, soFar, taken, states, isOver } = useCustomers();

  it('takes licenses back, suspends and reactivates, each by one call and once, however often it is pressed', async () => {
    const user = person();
    const { microsoftId } = await withCustomer(user, [premium]);
    const since = soFar();
    await user.press('subscriptions');
    await user.press('licenses');
    await user.press('setLicenses', { quantity: '8' });
    await user.until(() => user.has('undo'));
    assert.deepEqual(await states(microsoftId), ['8 active']);
    const undo = user.pressed('undo');
    await Promise.all([user.send(undo), user.send(undo)]);
    await isOver();
    await user.send(undo);
    assert.deepEqual(await states(microsoftId), ['5 active']);
    assert.equal(taken(since), 2);
    await user.until(() => user.has('subscriptions'));
    await user.press('subscriptions');
    await user.press('manage');
    await user.press('suspend');
    await user.press('setStatus');
    await user.until(() => user.has('undo'));
    assert.deepEqual(await states(microsoftId), ['5 suspended']);
    await user.press('undo');
    await isOver();
    assert.deepEqual(await states(microsoftId), ['5 active']);
    await user.until(() => user.has('undo'));
    await user.press('undo');
    await isOver();
    assert.deepEqual(await states(microsoftId), ['5 suspended']);
    assert.equal(taken(since), 5);
  });

  for (const kind of ['500-after', 'drop-after', 'timeout-after', '429'] as const) {
    it(`is done once when its call fails: ${kind}`, async () => {
      const user = person();
      const { microsoftId } = await withCustomer(user, [premium]);
      await user.press('subscriptions');
      await user.press('licenses');
      await user.press('setLicenses', { quantity: '8' });
      await user.until(() => user.has('undo'));
      fault({ kind, method: 'PATCH', path: subscriptionPath });
      await user.press('undo');
      await isOver();
      assert.deepEqual(await states(microsoftId), ['5 active']);
      await user.until(() => user.title() === t('changed.title') && !user.has('undo'));
    });
  }

  it('says why where Partner Center keeps the licenses, and waits for Finish where it does not answer', async () => {
    const user = person();
    const { microsoftId } = await withCustomer(user, [premium]);
    await user.press('subscriptions');
    await user.press('licenses');
    await user.press('setLicenses', { quantity: '8' });
    await user.until(() => user.has('undo'));
    fault({ kind: '500', method: 'PATCH', path: subscriptionPath, times: 20 });
    await user.press('undo');
    await user.until(t('unfinished.title'));
    bot().simulator.clearFaults();
    fault({ kind: 'error', code: '800090', method: 'PATCH', path: subscriptionPath });
    await bot().restart();
    await user.press('finishChange');
    await user.until(t('trouble.title'));
    assert.ok(user.texts().join('\n').toLowerCase().includes(t('reason.seats-kept').toLowerCase()));
    assert.deepEqual(await states(microsoftId), ['8 active']);
  });
});

describe('five subscriptions stopped at Partner Center with one question', () => {
  const { bot, person, withCustomer, fault, soFar, taken, states, isOver } = useCustomers();
  const company = 'Alpine Ski House';

  it('leads to the end of the relationship', async () => {
    const user = person();
    const { id } = await withCustomer(user, five);
    await user.press('customerDetails');
    const since = soFar();
    await user.press('endRelationship');
    await user.press('askStop');
    await user.press('stopAll');
    await user.until(t('changed.title'));
    await user.press('endRelationship');
    await user.press('removeRelationship', { companyName: company });
    await user.until(() => user.texts().includes(t('changed.relationship')));
    assert.equal(taken(since), 5);
    await isOver();
    const lines = (await recordsIn(bot().folder).audit()).filter(({ record }) => record === id);
    assert.deepEqual(
      lines.filter(({ change }) => change !== undefined).map(({ action, outcome }) => `${action} ${outcome}`),
      ['stop done', 'relationship done'],
    );
  });

  it('goes on past one that Partner Center refuses, and asks about that one alone again', async () => {
    const user = person();
    const { microsoftId } = await withCustomer(user, five);
    await user.press('customerDetails');
    await user.press('endRelationship');
    await user.press('askStop');
    fault({ kind: 'error', code: '20003', method: 'PATCH', path: subscriptionPath, skip: 2 });
    await user.press('stopAll');
    await user.until(t('changed.partly'));
    assert.equal(user.texts().filter((text) => text.endsWith(t('status.deleted'))).length, 4, user.texts().join('\n'));
    assert.ok(user.texts().join('\n').toLowerCase().includes(t('reason.subscription-unknown').toLowerCase()));
    assert.deepEqual(await states(microsoftId), ['5 active', ...Array<string>(4).fill('5 deleted')]);
    await user.press('endRelationship');
    assert.ok(user.texts().includes(t('end.blocked', { n: 1 })), user.texts().join('\n'));
  });

  for (const kind of ['500-after', 'drop-after', 'timeout-after', '500', '202'] as const) {
    it(`stops each once, whichever press comes again and when the third call fails: ${kind}`, async () => {
      const user = person();
      const { microsoftId } = await withCustomer(user, five);
      await user.press('customerDetails');
      await user.press('endRelationship');
      await user.press('askStop');
      const since = soFar();
      fault({ kind, method: 'PATCH', path: subscriptionPath, skip: 2 });
      const press = user.pressed('stopAll');
      await Promise.all([user.send(press), user.send(press)]);
      await user.until(t('changed.title'));
      await isOver();
      await user.send(press);
      await isOver();
      assert.deepEqual(await states(microsoftId), Array<string>(5).fill('5 deleted'));
      const asked = bot()
        .simulator.calls()
        .slice(since)
        .filter(({ method }) => method === 'PATCH');
      assert.equal(new Set(asked.map(({ requestId }) => requestId)).size, 5);
    });
  }

  it('goes on after a restart with those that are left, by a colleague', async () => {
    const user = person();
    const { microsoftId, id } = await withCustomer(user, five);
    await user.press('customerDetails');
    await user.press('endRelationship');
    await user.press('askStop');
    fault({ kind: '500', method: 'PATCH', path: subscriptionPath, skip: 2, times: 50 });
    await user.press('stopAll');
    await user.until(t('unfinished.title'));
    bot().simulator.clearFaults();
    const since = soFar();
    await bot().restart();
    const colleague = person();
    await colleague.say('drafts');
    await colleague.press('finishChange');
    await colleague.until(t('changed.title'));
    assert.deepEqual(await states(microsoftId), Array<string>(5).fill('5 deleted'));
    assert.equal(taken(since), 3);
    const lines = (await recordsIn(bot().folder).audit()).filter(({ record }) => record === id);
    assert.equal(lines.filter(({ action, outcome }) => action === 'stop' && outcome === 'done').length, 1);
  });
});
