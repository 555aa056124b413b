import assert from 'node:assert/strict';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { passwordsOf } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { eventually } from '../eventually.ts';
import { recordsIn } from '../reliability/records.ts';
import { premium, useRestBot } from './restBot.ts';
import { changesOf, simulated } from './simulated.ts';
import { answersIn, changed, partnerOf, toReview } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);

describe('a submission that Partner Center asks to wait', () => {
  const bot = useRestBot();
  let domain = '';

  /** Submits a customer with one order while that call is to wait ten minutes. */
  async function stopped(path: string, retryAfter: string | number = 600): Promise<Client> {
    bot().waited.length = 0;
    const user = bot().person({ partner });
    const answers = changed(answersIn(), { offers: [premium] });
    domain = `${answers.company?.['domainPrefix'] ?? ''}.onmicrosoft.com`;
    await toReview(user, answers);
    bot().simulator.fault({ kind: '429', method: 'POST', path, retryAfter, times: 2 });
    await user.press('submit');
    await user.until(() => user.buttons().includes(t('button.finish')));
    return user;
  }

  const posts = (path: string): string[] =>
    changesOf(bot().simulator.calls()).filter((call) => call.startsWith(`POST ${path} (`));

  const pass = (minutes: number): void =>
    void (bot().clock.now = new Date(bot().clock.now.getTime() + minutes * 60_000));

  const job = async () =>
    (await recordsIn(bot().folder).jobs()).find(({ request }) => request.customer.domain === domain);

  /** Until when it waits, as its document has it. */
  async function wakeAt(): Promise<string> {
    return eventually('it waits', async () => (await job())?.wakeAt);
  }

  async function expectOnce(): Promise<void> {
    const there = await simulated(bot().simulator, partner, domain);
    assert.deepEqual([there.customers.length, there.signers.length, there.orders.length], [1, 1, 1]);
  }

  it('does not ask again meanwhile, says until when, and goes on by itself then, however often it must wait', async () => {
    const user = await stopped('/v1/customers');
    const first = await wakeAt();
    assert.ok(
      user.texts().includes(t('waiting.goesOn', { moment: words('en').moment(first) })),
      user.texts().join('\n'),
    );
    assert.ok(user.texts().includes(t('waiting.password')));
    assert.deepEqual([posts('customers').length, bot().waited], [1, []]);
    const told = bot().connector.calls.length;
    pass(11);
    await eventually('it was woken and waits again', async () => ((await job())?.wakeAt ?? first) > first);
    assert.equal(bot().connector.calls.length, told, 'nothing new is to be told');
    pass(11);
    await user.until(t('confirmation.title'));
    assert.equal(passwordsOf(user.card()).length, 1, 'the password is shown');
    await expectOnce();
  });

  it('goes on by itself after a restart', async () => {
    const user = await stopped(
      '/v1/customers/*/carts/*/checkout',
      new Date(bot().clock.now.getTime() + 3_600_000).toUTCString(),
    );
    assert.equal(user.title(), t('confirmation.partTitle'), 'the customer is there');
    await bot().restart();
    pass(61);
    await eventually('its two waits are over', async () => {
      pass(2);
      return (await simulated(bot().simulator, partner, domain)).orders.length === 1;
    });
    await user.until(t('confirmation.title'));
    await expectOnce();
  });

  it('is done by Finish before its time, and by that alone', async () => {
    const user = await stopped('/v1/customers');
    await user.press('finish');
    await user.until(() => user.title() === t('unfinished.title') && posts('customers').length === 2);
    await user.press('finish');
    await user.until(t('confirmation.title'));
    pass(60);
    await expectOnce();
    assert.equal(posts('customers').length, 3);
  });

  it('is listed with its time among what waits, and in every language', async () => {
    const user = await stopped('/v1/customers/*/agreements');
    const moment = await wakeAt();
    await user.say('drafts');
    assert.ok(
      user.texts().includes(t('waiting.line', { moment: words('en').moment(moment) })),
      user.texts().join('\n'),
    );
    for (const locale of locales) assert.ok(words(locale).t('waiting.line', { moment: 'X' }).includes('X'));
  });
});
