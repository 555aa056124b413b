import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { recordsIn } from '../reliability/records.ts';
import { pressAny } from './existing.ts';
import { premium, useRestBot } from './restBot.ts';
import { answersIn, changed, partnerOf, submit, walkTo } from './walk.ts';
import type { Client } from '../client.ts';
import type { AuditLine } from '../../model/auditLine.ts';

const { t } = words('en');
const partner = partnerOf(2);

describe('history, with Partner Center', () => {
  const bot = useRestBot();

  const linesOf = async (record: string): Promise<readonly AuditLine[]> =>
    (await recordsIn(bot().folder).audit()).filter((line) => line.record === record);

  /** The call a line's correlation ID was sent with, its ids left out. */
  const callOf = ({ correlationId }: AuditLine): string => {
    const call = bot()
      .simulator.calls()
      .find((one) => one.correlationId === correlationId);
    return call === undefined
      ? 'none'
      : `${call.method} ${call.path.replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '*')}`;
  };

  async function withCustomer(user: Client): Promise<string> {
    const answers = changed(answersIn(), { company: { qualification: 'education' }, offers: [] });
    await user.say('add customer');
    await walkTo(user, 'subscriptions', answers);
    await user.press(`add ${premium}`);
    await user.press('next', { 'count-0': '5' });
    await submit(user);
    const found = (await recordsIn(bot().folder).customers()).find(({ domain }) =>
      domain.startsWith(`${answers.company?.['domainPrefix'] ?? ''}.`),
    );
    assert.ok(found);
    await pressAny(user, 'customer', found.id);
    await pressAny(user, 'customer', found.id);
    return found.id;
  }

  const expected: Readonly<Record<string, string>> = {
    customer: 'POST /v1/customers',
    agreement: 'POST /v1/customers/*/agreements',
    qualification: 'POST /v1/customers/*/qualifications',
    subscriptions: 'POST /v1/customers/*/carts/*/checkout',
    quantity: 'PATCH /v1/customers/*/subscriptions/*',
    status: 'PATCH /v1/customers/*/subscriptions/*',
    password: 'PATCH /v1/customers/*/users/*',
  };

  async function everything(user: Client): Promise<string> {
    const record = await withCustomer(user);
    await user.press('subscriptions');
    await user.press('licenses');
    await user.press('setLicenses', { quantity: '8' });
    await user.until(t('changed.title'));
    await user.press('customer');
    await user.press('subscriptions');
    await user.press('manage');
    await user.press('suspend');
    await user.press('setStatus');
    await user.until(t('changed.title'));
    await pressAny(user, 'newPassword', record);
    await user.press('setPassword');
    await user.until(t('newPassword.set'));
    return record;
  }

  it('keeps the correlation ID that the call of each step and change was sent with', async () => {
    const user = bot().person({ partner });
    const record = await everything(user);
    const lines = await linesOf(record);
    assert.deepEqual(Object.fromEntries(lines.map((line) => [line.action, callOf(line)])), expected);
    await pressAny(user, 'history', record);
    // Nobody asks support about what went well: the ID is kept, and shown beside what did not.
    for (const { correlationId = '', outcome } of lines) {
      assert.equal(outcome, 'done');
      assert.equal(user.texts().includes(t('trouble.correlation', { id: correlationId })), false, correlationId);
    }
    assert.equal(user.texts().includes(t('history.support')), false);
  });

  it('has the ID of the call that did it also when its answers were lost and it was looked up', async () => {
    const user = bot().person({ partner });
    for (const [method, path] of [
      ['POST', '/v1/customers'],
      ['POST', '/v1/customers/*/carts/*/checkout'],
      ['PATCH', '/v1/customers/*/subscriptions/*'],
    ] as const)
      bot().simulator.fault({ kind: '500-after', method, path });
    const record = await everything(user);
    assert.deepEqual(Object.fromEntries((await linesOf(record)).map((line) => [line.action, callOf(line)])), expected);
  });
});
