import assert from 'node:assert/strict';
import { type RestBot, startRestBot } from '../conversations/restBot.ts';
import { simulated, simulatedCustomer } from '../conversations/simulated.ts';
import { openSection, partnerOf, toReview } from '../conversations/walk.ts';
import { restFaults } from './restFaults.ts';
import { addWhateverHappens, fullAnswers, prefixOf } from './wishes.ts';

const partner = partnerOf(2);
const right = 'office@alpineskihouse.example';
const profile = '/v1/customers/*/profiles/billing';

/** The calls that complete a customer that was made in part, in their order. */
const calls = [
  { method: 'POST', path: '/v1/customers' },
  { method: 'GET', path: '/v1/customers' },
  { method: 'GET', path: profile },
  { method: 'PUT', path: profile },
] as const;

const ways: ReadonlySet<string> = new Set(['drop', 'drop-after', '429-after']);

describe('a customer that Partner Center made in part is completed, whichever call to that fails once', () => {
  let bot: RestBot;
  before(async () => {
    bot = await startRestBot();
  });
  after(() => bot.stop());

  // Each takes four conversations: of the ways in which a call is lost these differ most.
  for (const [how, { kind, retryAfter }] of Object.entries(restFaults).filter(([, fault]) => ways.has(fault.kind)))
    it(`a call that ${how}`, async () => {
      for (const call of calls) {
        const answers = { ...fullAnswers(partner), offers: [] };
        const user = bot.person({ partner });
        await toReview(user, answers);
        bot.simulator.fault({
          kind: 'error-after',
          method: 'POST',
          path: '/v1/customers',
          code: '27002',
          data: ['property_name: NotificationEmailAddress'],
        });
        await user.press('submit');
        await user.until(() => openSection(user) === 'contact');
        await user.press('next', { email: right });

        const from = bot.simulator.calls().length;
        bot.simulator.fault({ kind, ...call, ...(retryAfter === undefined ? {} : { retryAfter }) });
        await addWhateverHappens(user, { ...answers, contact: { ...answers.contact, email: right } }, bot.folder);
        const there = `${call.method} ${call.path}`;
        assert.ok(
          bot.simulator
            .calls()
            .slice(from)
            .some(({ fault }) => fault === kind),
          `${there} was made to fail`,
        );
        bot.simulator.clearFaults();
        const { customers, signers } = await simulated(bot.simulator, partner, `${prefixOf(answers)}.onmicrosoft.com`);
        assert.deepEqual([customers.length, signers.length], [1, 1], there);
        const { billing } = await simulatedCustomer(bot.simulator, partner, customers[0] ?? '');
        assert.equal(billing?.email, right, there);
      }
    });
});
