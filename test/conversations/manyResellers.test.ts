import assert from 'node:assert/strict';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { answersIn, openSection, partnerOf, submit, walkTo } from './walk.ts';

const partner: Partner = {
  ...partnerOf(1),
  resellers: Array.from({ length: 300 }, (_none, index) => ({
    tenantId: `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`,
    mpnId: String(4_000_000 + index),
    name: `Northwind ${String(index)} Ltd`,
  })),
};

describe('one of three hundred resellers', () => {
  const bot = useTestBot({ partners: [partner] });

  it('is found on the card that asks for it, chosen, and sent with the customer', async () => {
    const user = client(bot(), { manner: 'teams', partner });
    await user.say('add customer');
    const { reseller: _reseller, ...answers } = answersIn('US');
    await walkTo(user, 'reseller', answers);
    await user.press('findReseller', { findReseller: 'northwind 299' });
    const found = user.inputs()['reseller']?.choices ?? [];
    const last = partner.resellers?.at(-1)?.tenantId ?? '';
    assert.ok(found.includes(last), found.join());
    assert.ok(found.length < 20);
    assert.equal(user.inputs()['reseller']?.value, last, 'the only one that was found');
    await user.press('next');
    await submit(user);
    const created = bot().partnerCenter.of('createCustomer').at(-1)?.request;
    assert.ok(JSON.stringify(created).includes(last));
  });
});

describe('a provider without resellers', () => {
  const alone: Partner = { ...partner, resellers: [] };
  const bot = useTestBot({ partners: [alone] });

  it('is asked for none, and its customer is sent without one', async () => {
    const user = client(bot(), { manner: 'teams', partner: alone });
    await user.say('add customer');
    await walkTo(user, 'subscriptions', answersIn('US'));
    assert.equal(openSection(user), 'subscriptions');
    assert.equal(user.inputs()['reseller'], undefined);
    await user.press('next');
    await submit(user);
    const created = bot().partnerCenter.of('createCustomer').at(-1)?.request;
    assert.ok(created !== undefined && !JSON.stringify(created).includes('partnerIdOnRecord'));
  });
});
