import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { FaultInput } from '../../simulator/faultInjection.ts';
import { passwordsOf } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { premium, sellOneProduct, useRestBot } from './restBot.ts';
import { changesOf, simulated } from './simulated.ts';
import { answersIn, asked, changed, openSection, partnerOf, submit, toReview, walkTo } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);

describe('a Partner Center that is busy or does not answer', () => {
  const bot = useRestBot();
  const fault = (request: FaultInput) => bot().simulator.fault(request);
  let domain = '';

  async function atReview(): Promise<Client> {
    bot().waited.length = 0;
    const user = bot().person({ partner });
    const answers = changed(answersIn(), { offers: [premium] });
    domain = `${answers.company?.['domainPrefix'] ?? ''}.onmicrosoft.com`;
    await toReview(user, answers);
    return user;
  }

  async function expectOnce(): Promise<void> {
    const there = await simulated(bot().simulator, partner, domain);
    assert.deepEqual([there.customers.length, there.signers.length, there.orders.length], [1, 1, 1]);
  }

  for (const path of ['/v1/customers', '/v1/customers/*/agreements', '/v1/customers/*/carts/*/checkout']) {
    it(`is waited for as long as it asks: ${path}`, async () => {
      const user = await atReview();
      fault({ kind: '429', method: 'POST', path, retryAfter: 7 });
      await submit(user);
      assert.deepEqual(bot().waited, [7_000]);
      await expectOnce();
    });
  }

  it('is waited for until the time it names', async () => {
    const user = await atReview();
    const until = new Date(bot().clock.now.getTime() + 10_000).toUTCString();
    fault({ kind: '429', method: 'POST', path: '/v1/customers', retryAfter: until });
    await submit(user);
    const [waited = 0, ...more] = bot().waited;
    assert.ok(waited > 8_000 && waited <= 10_000, String(waited));
    assert.deepEqual(more, []);
    await expectOnce();
  });

  it('that lets nobody in is told in the middle of the form, with everything typed kept', async () => {
    const user = bot().person({ partner });
    const answers = answersIn();
    await user.say('add customer');
    await walkTo(user, 'company', answers);
    fault({ kind: 'answer', method: 'HEAD', path: '/v1/domains/*', status: 401, times: 2 });
    await user.press('next', asked(user, answers.company));
    assert.equal(user.title(), t('trouble.title'));
    assert.ok(user.texts().some((text) => text.includes(t('reason.token'))));
    await user.press('resume');
    assert.equal(openSection(user), 'company');
    assert.equal(user.inputs()['companyName']?.value, 'Alpine Ski House');
    await user.press('next');
    assert.equal(openSection(user), 'contact');
  });

  it('is believed to have made the customer when it did not answer in time, and how to get a password is told', async () => {
    const user = await atReview();
    fault({ kind: 'timeout-after', method: 'POST', path: '/v1/customers' });
    await submit(user);
    assert.deepEqual(passwordsOf(user.card()), []);
    assert.ok(user.texts().includes(`⚠ ${t('password.lost')}`), user.texts().join('\n'));
    const posts = changesOf(bot().simulator.calls()).filter((call) => call.startsWith('POST customers ('));
    assert.equal(posts.length, 1, 'nothing is created again');
    await expectOnce();
  });

  it('gives the password when it dropped the first call before it did anything', async () => {
    const user = await atReview();
    fault({ kind: 'drop', method: 'POST', path: '/v1/customers' });
    await submit(user);
    assert.equal(passwordsOf(user.card()).length, 1);
    await expectOnce();
  });

  it('is not asked to buy twice when the answer to a checkout is lost', async () => {
    const user = await atReview();
    fault({ kind: 'timeout-after', method: 'POST', path: '/v1/customers/*/carts/*/checkout', times: 4 });
    await submit(user);
    await expectOnce();
    assert.ok(user.texts().some((text) => text.includes('Office 365 Business Premium')));
    assert.ok(!user.buttons().includes(t('button.finish')));
  });

  it('is asked by Finish, after a restart, for the customer and the order it may have made; nothing is made twice', async () => {
    const user = await atReview();
    const checkout = '/v1/customers/*/carts/*/checkout';
    // Three tries of the step, and four of each call that reads.
    const unseen = { kind: '500', method: 'GET', times: 12 };
    fault({ kind: 'drop-after', method: 'POST', path: '/v1/customers' });
    fault({ kind: 'drop', method: 'POST', path: '/v1/customers', times: 3 });
    fault({ ...unseen, path: '/v1/customers' });
    fault({ kind: 'drop-after', method: 'POST', path: checkout, times: 4 });
    fault({ ...unseen, path: '/v1/customers/*/orders' });
    await user.press('submit');
    await user.until(t('unfinished.title'));
    await bot().restart();
    await user.press('finish');
    await user.until(t('confirmation.partTitle'));
    assert.ok(user.texts().includes(`⚠ ${t('password.lost')}`));
    assert.ok(user.texts().some((text) => text.includes(t('reason.service-fault'))));
    sellOneProduct(bot().simulator);
    await bot().restart();
    await user.press('finish');
    await user.until(t('confirmation.title'));
    await expectOnce();
  });

  for (const kind of ['bom', 'slow', 'html'] as const) {
    it(`is understood, or asked again, when it answers oddly (${kind})`, async () => {
      fault({ kind, delay: 20, path: '/v1/**', times: 3 });
      const user = await atReview();
      await submit(user);
      await expectOnce();
    });
  }

  it('is said to answer with an error of its own when it does, with the id of the call; later Finish goes on', async () => {
    const user = await atReview();
    fault({ kind: '500', path: '/v1/customers**', times: 100 });
    await user.press('submit');
    await user.until(t('unfinished.title'));
    assert.ok(user.texts().some((text) => text.includes(t('reason.service-fault'))));
    assert.ok(user.texts().includes(t('unfinished.later')));
    const ids = bot()
      .simulator.calls()
      .map(({ correlationId }) => correlationId ?? 'none');
    assert.ok(user.texts().some((text) => ids.some((id) => text.endsWith(t('trouble.correlation', { id })))));
    bot().simulator.reset();
    await user.press('finish');
    await user.until(t('confirmation.title'));
    await expectOnce();
  });
});
