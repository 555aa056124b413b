import assert from 'node:assert/strict';
import type { Customer } from '../../model/customer.ts';
import type { Documents } from '../../storage/documents.ts';
import { client, type Client } from '../client.ts';
import { existing, pressAny } from '../conversations/existing.ts';
import { partnerOf } from '../conversations/walk.ts';
import { startTestBot, type TestBot } from '../testBot.ts';
import { eventually } from '../eventually.ts';
import { faultyWrites, writeFaults, type WriteFault } from './faults.ts';
import { momentsUpTo } from './moments.ts';
import { keptIn } from './records.ts';
import { customers, users } from '../../storage/collections.ts';

const partner = partnerOf(2);

describe('a record that is deleted, whatever write fails', () => {
  const writes = faultyWrites();
  let bot: TestBot;
  let stored: Documents;
  before(async () => {
    bot = await startTestBot({ documentsOf: (documents) => writes.wrap((stored = documents)) });
  });
  after(() => bot.stop());

  /** A customer whose answers two drafts were begun with, a colleague's and the user's own. */
  const recorded = async (): Promise<{ readonly user: Client; readonly customer: Customer }> => {
    writes.arm();
    const [user, colleague] = [client(bot, { manner: 'teams', partner }), client(bot, { manner: 'teams', partner })];
    const customer = await existing(bot, user, partner);
    await colleague.say('hello');
    for (const one of [colleague, user]) await pressAny(one, 'asDraft', customer.id);
    await user.say('customers');
    await pressAny(user, 'deleteRecord', customer.id);
    return { user, customer };
  };
  const hasDraft = async ({ id }: Customer): Promise<boolean> => {
    const { items } = await users(stored).list(partner.tenantId, { limit: 1000 });
    return items.some(({ value }) => value.drafts.some(({ from }) => from === id));
  };
  /** Presses the button; the write of that number fails once, and it is pressed again as the bot asks. */
  const erase = async (user: Client, customer: Customer, number?: number, fault?: WriteFault): Promise<void> => {
    writes.arm(number, fault);
    await pressAny(user, 'eraseRecord', customer.id);
    if (writes.failed() !== undefined) await pressAny(user, 'eraseRecord', customer.id);
    // Colleagues' drafts go after the answer.
    await eventually('no draft is left', async () => !(await hasDraft(customer)));
  };
  /** Nothing of it is left here but one line of history; what Partner Center has, also in practice, stays there. */
  const expectErased = async ({ id, domain }: Customer, what: string): Promise<void> => {
    await bot.restart();
    assert.deepEqual(
      (await bot.auditOf(partner, id)).map(({ action }) => action).filter((action) => action === 'erase'),
      ['erase'],
      what,
    );
    // The id by itself is no personal data; a document of that name, or a draft made from it, is.
    const left = await placesOf(
      (name, text) => name.includes(id) || text.includes(domain) || text.includes(`"from":"${id}"`),
    );
    assert.deepEqual(left, [], what);
  };
  /** Where something is kept here. */
  const placesOf = async (isIt: (name: string, text: string) => boolean): Promise<string[]> =>
    [...(await keptIn(bot.folder))]
      .filter(([name]) => !/(?:^|\/)(?:local-\w+|audit)\//.test(name))
      .filter(([name, text]) => isIt(name, text))
      .map(([name]) => name);
  const found = async ({ domain }: Customer): Promise<readonly string[]> =>
    (await customers(stored).every(partner.tenantId, { find: domain, reseller: '' })).map((one) => one.domain);

  it('is found until then, also among the summaries, and in no place and by no search after a restart', async () => {
    const { user, customer } = await recorded();
    await bot.restart();
    assert.deepEqual(await found(customer), [customer.domain]);
    const places = await placesOf((_name, text) => text.includes(customer.domain));
    assert.ok(
      places.some((name) => /summaries\/customers\//.test(name)),
      places.join(),
    );
    await erase(user, customer);
    assert.deepEqual(await found(customer), []);
    await expectErased(customer, 'after a restart');
    assert.deepEqual(await found(customer), []);
    await user.say('customers');
    assert.ok(!user.texts().join('\n').includes(customer.domain));
  });

  for (const [way, fault] of Object.entries(writeFaults))
    it(`is gone whole after one more press when a write ${way}`, async () => {
      const { user, customer } = await recorded();
      await erase(user, customer);
      const last = writes.count();
      await expectErased(customer, 'no fault');
      assert.ok(last > 3, String(last));
      for (const number of momentsUpTo(last)) {
        const one = await recorded();
        await erase(one.user, one.customer, number, fault);
        await expectErased(one.customer, `write ${String(number)}: ${writes.failed() ?? 'none'}`);
      }
    });
});
