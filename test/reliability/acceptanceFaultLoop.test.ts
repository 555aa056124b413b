import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { Client } from '../client.ts';
import { premium, type RestBot, sellOneProduct, startRestBot } from '../conversations/restBot.ts';
import { simulated } from '../conversations/simulated.ts';
import { answersIn, changed, partnerOf, submit, toReview } from '../conversations/walk.ts';
import { eventually } from '../eventually.ts';
import { momentsUpTo } from './moments.ts';
import { recordsIn } from './records.ts';
import { restFaults } from './restFaults.ts';

const { t } = words('en');
const partner = partnerOf(2);
const minute = 60_000;

const ways: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'by itself': { PARTNER_CENTER_AGREEMENT: 'customer' },
  'on a page': {
    PARTNER_CENTER_AGREEMENT: 'enhanced',
    PARTNER_CENTER_ATTESTATION_PAGE: 'https://mca.example/{id}',
  },
};

/** A look that is refused once, as a gateway or a role that is missing for a moment does it. */
const signed = '/v1/customers/*/directSignedMicrosoftCustomerAgreementStatus';
const refusals = Object.fromEntries(
  [401, 403, 404].map((status) => [
    `is a look and refused with ${String(status)}`,
    { kind: 'answer', status, path: signed },
  ]),
);

for (const [how, settings] of Object.entries(ways)) {
  describe(`an order waits for a customer that accepts ${how}, and is placed once, whichever call fails once`, () => {
    let bot: RestBot;
    beforeEach(async () => {
      bot = await startRestBot({ settings });
    });
    afterEach(() => bot.stop());

    const finished = async (user: Client): Promise<void> => {
      for (let tries = 0; tries < 5 && user.title() !== t('confirmation.title'); tries += 1) {
        if (!user.has('finish')) return;
        const before = bot.connector.calls.length;
        await user.press('finish');
        await user.until(() => bot.connector.calls.length > before + 1);
      }
    };

    /** Adds a customer with an order, lets it accept, and lets time pass until the order is placed; gives the calls after Submit. */
    async function converse(arm: () => void): Promise<number> {
      bot.clock.now = new Date(bot.clock.now.getTime() + 2 * 24 * 60 * minute);
      sellOneProduct(bot.simulator);
      const answers = changed(answersIn(), { offers: [premium] });
      const domain = `${answers.company?.['domainPrefix'] ?? ''}.onmicrosoft.com`;
      const user = bot.person({ partner });
      await toReview(user, answers);
      const called = bot.simulator.calls().length;
      arm();
      await submit(user).catch(() => undefined);
      await finished(user);
      const record = await eventually('the customer is recorded', async () =>
        (await recordsIn(bot.folder).customers()).find((one) => one.domain === domain),
      );
      const isOver = async (): Promise<boolean> =>
        (await recordsIn(bot.folder).changes()).every(({ customer }) => customer.domain !== domain);
      bot.clock.now = new Date(bot.clock.now.getTime() + 6 * minute);
      bot.simulator.setCustomer(record.microsoftId, { directSigned: true });
      await eventually('the order is placed by itself', async () => {
        bot.clock.now = new Date(bot.clock.now.getTime() + 3 * minute);
        return isOver();
      });
      const end = bot.simulator.calls().length;
      bot.simulator.clearFaults();
      const there = await simulated(bot.simulator, partner, domain);
      assert.deepEqual([there.customers.length, there.orders.length], [1, 1]);
      const calls = bot.simulator.calls().slice(called, end);
      return calls.filter(({ path }) => path.startsWith('/v1/')).length;
    }

    for (const [name, fault] of Object.entries({ ...restFaults, ...refusals })) {
      it(`a call that ${name}`, async () => {
        // What is looked for while time passes is another number each time: these are the calls there always are.
        const { path } = fault;
        const count = Math.min(await converse(() => undefined), path === signed ? 2 : how === 'by itself' ? 12 : 16);
        const failed: string[] = [];
        for (const number of momentsUpTo(count)) {
          try {
            await converse(() => bot.simulator.fault({ ...fault, skip: number - 1 }));
          } catch (error) {
            const at = bot.simulator.calls().findLast((call) => call.fault === fault.kind);
            failed.push(`${at?.method ?? ''} ${at?.path ?? 'no call'}: ${error instanceof Error ? error.message : ''}`);
          }
          bot.simulator.clearFaults();
        }
        assert.deepEqual(failed, []);
      });
    }
  });
}
