import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { FaultInput } from '../../simulator/faultInjection.ts';
import type { Client } from '../client.ts';
import { planted, premium, useRestBot } from './restBot.ts';
import { changesOf, simulated, simulatedCustomer } from './simulated.ts';
import { answersIn, asked, changed, openSection, partnerOf, submit, toReview, walkTo, type Answers } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);
const customers = '/v1/customers';
const right = 'office@alpineskihouse.example';

const domainOf = ({ company }: Answers): string => `${company?.['domainPrefix'] ?? ''}.onmicrosoft.com`;

describe('a customer that Partner Center made in part', () => {
  const bot = useRestBot();
  const fault = (request: FaultInput) => bot().simulator.fault({ method: 'POST', path: customers, ...request });
  const wrongEmail = {
    kind: 'error-after',
    code: '27002',
    description: 'NotificationEmailAddress is invalid.',
    data: ['property_name: NotificationEmailAddress'],
  } satisfies FaultInput;

  const posts = (): number =>
    changesOf(bot().simulator.calls()).filter((call) => call.startsWith('POST customers (')).length;

  async function atReview(answers: Answers): Promise<Client> {
    const user = bot().person({ partner });
    await toReview(user, changed(answers, { offers: [premium] }));
    return user;
  }

  async function expectWhole(user: Client, answers: Answers): Promise<void> {
    const there = await simulated(bot().simulator, partner, domainOf(answers));
    assert.deepEqual([there.customers.length, there.signers.length, there.orders.length], [1, 1, 1]);
    assert.ok(!user.buttons().includes(t('button.finish')));
  }

  it('names the wrong e-mail address, marks it, and goes on with that customer once it is right', async () => {
    const answers = answersIn();
    const user = await atReview(answers);
    fault(wrongEmail);
    await user.press('submit');
    await user.until(() => openSection(user) === 'contact');
    assert.ok(JSON.stringify(user.cards()).includes(t('unfinished.halfMade')), 'what Partner Center has is told');
    assert.deepEqual(Object.keys(user.faults()), ['', 'email']);
    assert.equal(user.faults()['email'], t('fault.notTaken'));
    assert.ok(user.texts().includes(t('refusal.says', { said: wrongEmail.description })), user.texts().join('\n'));
    await user.press('next', { email: right });
    await walkTo(user, 'review', answers);
    await submit(user);
    assert.equal(user.title(), t('confirmation.title'), user.texts().join('\n'));
    assert.ok(
      user.texts().join('\n').includes(t('password.lost').slice(0, 20)),
      'its password was lost, and it says so',
    );
    await expectWhole(user, answers);
    const [id = ''] = (await simulated(bot().simulator, partner, domainOf(answers))).customers;
    const { billing } = await simulatedCustomer(bot().simulator, partner, id);
    assert.deepEqual([billing?.email, billing?.companyName], [right, 'Alpine Ski House']);
    assert.equal(posts(), 2);
  });

  it('takes its domain for free on the company’s card, and for the customer’s afterwards', async () => {
    const answers = answersIn();
    const user = await atReview(answers);
    fault(wrongEmail);
    await user.press('submit');
    await user.until(() => openSection(user) === 'contact');
    await user.press('next', { email: right });
    await user.press('update company');
    await user.press('next', asked(user, answers.company));
    assert.equal(openSection(user), 'review');
    await submit(user);
    await expectWhole(user, answers);

    const second = bot().person({ partner });
    await second.say('add customer');
    await walkTo(second, 'company', answers);
    await second.press('next', asked(second, answers.company));
    assert.equal(second.faults()['domainPrefix'], t('fault.domainOwn'));
    await second.press('command customers');
    assert.ok(second.texts().join('\n').includes(domainOf(answers)), 'the way to the customer');
  });

  it('goes on with it after a restart in between', async () => {
    const answers = answersIn();
    const user = await atReview(answers);
    fault(wrongEmail);
    await user.press('submit');
    await user.until(() => openSection(user) === 'contact');
    await bot().restart();
    await user.press('next', { email: right });
    await walkTo(user, 'review', answers);
    await submit(user);
    await expectWhole(user, answers);
  });

  for (const [what, request] of [
    ['429', { kind: '429-after', retryAfter: 2 }],
    ['429 that asks for a minute', { kind: '429-after', retryAfter: 60 }],
    ['503', { kind: 'error-after', status: 503 }],
    ['500', { kind: '500-after' }],
  ] as const)
    it(`is looked up after ${what} that was said of what was done, and made once`, async () => {
      const answers = answersIn();
      const user = await atReview(answers);
      fault(request);
      await user.press('submit');
      await user.until(() => user.title() === t('confirmation.title') || user.title() === t('unfinished.title'));
      if (user.title() !== 'Confirmation') {
        bot().clock.now = new Date(bot().clock.now.getTime() + 61_000);
        await user.until(t('confirmation.title'));
      }
      await expectWhole(user, answers);
      const made = changesOf(bot().simulator.calls()).filter((call) => /^POST customers \(.* 201$/.test(call));
      assert.ok(made.length <= 1, made.join('\n'));
      assert.ok(!JSON.stringify(bot().log).includes(planted.password));
    });
});
