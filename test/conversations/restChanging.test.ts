import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { FaultInput } from '../../simulator/faultInjection.ts';
import type { Client } from '../client.ts';
import { eventually } from '../eventually.ts';
import { recordsIn } from '../reliability/records.ts';
import { pressAny } from './existing.ts';
import { premium, useRestBot } from './restBot.ts';
import { changesOf } from './simulated.ts';
import { answersIn, changed, partnerOf, submit, walkTo } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);
const name = 'Office 365 Business Premium';
const company = 'Alpine Ski House';
const subscriptionPath = '/v1/customers/*/subscriptions/*';

describe('a customer that exists at Partner Center', () => {
  const bot = useRestBot();
  const fault = (request: FaultInput) => bot().simulator.fault(request);
  const person = (of: Partner = partner): Client => bot().person({ partner: of });
  /** Calls that changed something since then. */
  const made = (since: number): string[] => changesOf(bot().simulator.calls().slice(since));
  const soFar = (): number => bot().simulator.calls().length;

  /** Adds a customer with one subscription of 5 licenses, and opens it when Partner Center lists that; gives its record's id. */
  async function withCustomer(user: Client, of: Partner = partner): Promise<string> {
    const reseller = of.resellers?.[0]?.tenantId ?? 'none';
    const answers = changed(answersIn(of.country), { offers: [premium], reseller: { reseller } });
    await user.say('add customer');
    await walkTo(user, 'subscriptions', { ...answers, offers: [] });
    await user.press(`add ${premium}`);
    await user.press('next', { 'count-0': '5' });
    await submit(user);
    const [record] = await recordsIn(bot().folder)
      .customers()
      .then((all) => all.filter(({ domain }) => domain.startsWith(`${answers.company?.['domainPrefix'] ?? ''}.`)));
    assert.ok(record);
    // An order is late: the first look does not find it.
    for (const _look of [1, 2]) {
      await user.say('customers');
      await pressAny(user, 'customer', record.id);
    }
    assert.ok(
      user.texts().some((line) => line.includes(name)),
      user.texts().join('\n'),
    );
    return record.id;
  }

  const history = async (record: string): Promise<string[]> =>
    (await recordsIn(bot().folder).audit())
      .filter((line) => line.record === record && line.change !== undefined)
      .map(({ action, outcome }) => `${action} ${outcome}`);

  for (const of of samplePartners.filter(
    ({ type, cloud: id }) => type !== 'indirect-reseller' && cloud(id).noNewCustomers === undefined,
  )) {
    it(`is shown and changed, and its relationship ended: ${of.name} (${of.type}, ${of.cloud}, ${of.country})`, async () => {
      const user = person(of);
      const record = await withCustomer(user, of);
      const since = soFar();
      await user.press('subscriptions');
      await user.press('licenses');
      await user.press('setLicenses', { quantity: '8' });
      await user.until(t('changed.title'));
      await user.press('customer');
      assert.ok(
        user
          .texts()
          .join('\n')
          .includes(t('count.licenses', { n: 8 })),
        user.texts().join('\n'),
      );
      await user.press('customerDetails');
      await user.press('endRelationship');
      await user.press('cancelSubscription');
      assert.ok(user.texts().includes(t('cancelSubscription.follows')));
      await user.press('setStatus');
      await user.until(t('changed.title'));
      await user.press('customer');
      await user.press('customerDetails');
      await user.press('endRelationship');
      await user.press('removeRelationship', { companyName: answersIn(of.country).company?.['companyName'] ?? '' });
      await user.until(() => user.texts().includes(t('changed.relationship')));
      assert.deepEqual(made(since), [
        'PATCH customers/*/subscriptions/* (app-only) 200',
        'PATCH customers/*/subscriptions/* (app-only) 200',
        'PATCH customers/* (app+user) 200',
      ]);
      await eventually('all is over', async () => (await recordsIn(bot().folder).changes()).length === 0);
      assert.deepEqual((await history(record)).toSorted(), ['quantity done', 'relationship done', 'status done']);
    });
  }

  it('without a record is shown by what Partner Center has of it, and changed', async () => {
    const [there] = bot().simulator.addCustomers(1, partner.tenantId);
    assert.ok(there);

    const locale = 'zh-CN';
    const spoken = words(locale);
    const reader = bot().person({ partner, locale });
    await reader.hello();
    await pressAny(reader, 'customer', `m:${there.id}`);
    const card = reader.texts();
    await reader.press('customerDetails');
    const shown = [...card, ...reader.texts()].join('\n');
    await reader.press('customer');
    for (const fact of [
      there.companyName,
      there.domain,
      there.id,
      there.email,
      spoken.t('subscriptions.none'),
      spoken.t('agreement.missing'),
    ])
      assert.ok(shown.includes(fact), `${fact}: ${shown}`);
    await reader.press('history');
    assert.ok(reader.texts().includes(spoken.t('history.none')));

    const user = person();
    await user.hello();
    await pressAny(user, 'customer', `m:${there.id}`);
    await user.press('customerDetails');
    await user.press('endRelationship');
    await user.press('removeRelationship', { companyName: there.companyName });
    await user.until(() => user.texts().includes(t('changed.relationship')));
    assert.deepEqual(user.buttons(), [t('button.customers')]);
    await pressAny(user, 'customer', `m:${there.id}`);
    assert.ok(user.lines().includes(t('customer.gone')));
    assert.deepEqual(await history(there.id), ['relationship done']);
  });

  it('of another partner is not known', async () => {
    const [there] = bot().simulator.addCustomers(1, partnerOf(1).tenantId);
    const user = person();
    await user.hello();
    for (const verb of ['customer', 'subscriptions', 'licenses', 'suspend', 'endRelationship', 'history']) {
      await pressAny(user, verb, `m:${there?.id ?? ''}`);
      assert.ok(user.lines().includes(t('customer.gone')), verb);
    }
  });

  it('is shown as far as Partner Center answers, and again by Try again', async () => {
    const user = person();
    const record = await withCustomer(user);
    for (const kind of ['500', 'drop', 'timeout-before', 'html'] as const) {
      fault({ kind, method: 'GET', path: '/v1/customers/*/subscriptions', times: 9 });
      fault({ kind, method: 'GET', path: '/v1/customers/*/agreements', times: 9 });
      await pressAny(user, 'customer', record);
      const said = ['drop', 'timeout-before'].includes(kind) ? t('reason.unavailable') : t('reason.service-fault');
      assert.ok(user.texts().join('\n').includes(said), kind);
      assert.ok(user.texts().join('\n').includes(company));
      bot().simulator.clearFaults();
      await user.press('customer');
      assert.ok(
        user.texts().some((line) => line.includes(name)),
        kind,
      );
    }
  });

  const passing: Readonly<Record<string, FaultInput>> = {
    'is answered 500': { kind: '500', method: 'PATCH', path: subscriptionPath },
    'is answered 500 after its work': { kind: '500-after', method: 'PATCH', path: subscriptionPath },
    'is cut off': { kind: 'drop', method: 'PATCH', path: subscriptionPath },
    'is cut off after its work': { kind: 'drop-after', method: 'PATCH', path: subscriptionPath },
    'is throttled': { kind: '429', method: 'PATCH', path: subscriptionPath, retryAfter: 2 },
    'is not answered, but does its work': { kind: 'timeout-after', method: 'PATCH', path: subscriptionPath },
  };
  for (const [how, request] of Object.entries(passing)) {
    it(`has its licenses changed once when the call ${how}`, async () => {
      const user = person();
      const record = await withCustomer(user);
      await user.press('subscriptions');
      await user.press('licenses');
      fault(request);
      await user.press('setLicenses', { quantity: '8' });
      await user.until(t('changed.title'));
      assert.deepEqual(await history(record), ['quantity done']);
      await user.press('customer');
      assert.ok(
        user
          .texts()
          .join('\n')
          .includes(t('count.licenses', { n: 8 })),
      );
    });
  }

  it('says that Partner Center goes on with a change it only accepted', async () => {
    const user = person();
    await withCustomer(user);
    await user.press('subscriptions');
    await user.press('licenses');
    fault({ kind: '202', method: 'PATCH', path: subscriptionPath });
    await user.press('setLicenses', { quantity: '8' });
    await user.until(t('changed.title'));
    assert.ok(user.texts().includes(t('changed.pending')));
    for (const _look of [1, 2]) await user.press('customer');
    assert.ok(
      user
        .texts()
        .join('\n')
        .includes(t('count.licenses', { n: 8 })),
      user.texts().join('\n'),
    );
  });

  for (const [code, reason] of [
    ['800090', 'seats-kept'],
    ['2002', 'quantity'],
    ['2055', 'stale'],
    ['20003', 'subscription-unknown'],
    ['13605', 'agreement-missing'],
    ['800082', 'subscription-busy'],
  ] as const) {
    it(`says why a change was not made: ${code}`, async () => {
      const user = person();
      await withCustomer(user);
      await user.press('subscriptions');
      await user.press('licenses');
      fault({ kind: 'error', code, method: 'PATCH', path: subscriptionPath, times: 3 });
      await user.press('setLicenses', { quantity: '8' });
      await user.until(() => [t('trouble.title'), t('unfinished.title')].includes(user.title()));
      const said = t(`reason.${reason}`);
      assert.ok(user.texts().join('\n').toLowerCase().includes(said.toLowerCase()), user.texts().join('\n'));
      // What may pass waits for Finish.
      bot().simulator.clearFaults();
      if (user.title() !== t('unfinished.title')) return;
      await user.press('finishChange');
      await user.until(t('changed.title'));
    });
  }

  it('has a change finished after a restart, by a colleague', async () => {
    const user = person();
    const record = await withCustomer(user);
    await user.press('subscriptions');
    await user.press('manage');
    await user.press('suspend');
    fault({ kind: '500', method: 'PATCH', path: subscriptionPath, times: 20 });
    await user.press('setStatus');
    await user.until(t('unfinished.title'));
    bot().simulator.clearFaults();
    await bot().restart();
    const colleague = person();
    await colleague.say('drafts');
    await colleague.press('finishChange');
    await colleague.until(t('changed.title'));
    assert.deepEqual(await history(record), ['status failed', 'status done']);
  });
});
