import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { minute } from '../../lib/durations.ts';
import { words } from '../../locales/words.ts';
import { auditTrail } from '../../storage/auditTrail.ts';
import { passwordsOf } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { premium } from '../conversations/restBot.ts';
import { simulated } from '../conversations/simulated.ts';
import { answersIn, changed, isConfirmed, toReview } from '../conversations/walk.ts';
import { openCustomer } from '../conversations/withCustomer.ts';
import { eventually } from '../eventually.ts';
import { prefixOf } from '../reliability/wishes.ts';
import { botsOnTable, type BotsOnTable } from './botsOnTable.ts';

const { t } = words('en');

/** What lets a process begin on a machine whose clock is wrong by so many milliseconds. */
const clockWrongBy = (milliseconds: number): Record<string, string> => {
  const shifted = `const right = Date;
    globalThis.Date = class extends right {
      constructor(...given) { super(...(given.length === 0 ? [right.now() + ${String(milliseconds)}] : given)); }
      static now() { return right.now() + ${String(milliseconds)}; }
    };`;
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(shifted)}` };
};

describe('two processes of the bot on machines whose clocks are five minutes apart', () => {
  let bots: BotsOnTable;
  afterEach(() => bots.clear());

  it('hold a conversation by turns, leave each other’s jobs alone, and tell the history in its order', async () => {
    bots = await botsOnTable({ partners: 1, times: { takeUpEvery: 300 } });
    const [partner] = bots.partners;
    assert.ok(partner);
    const all = await Promise.all([-2.5, 2.5].map(async (ahead) => bots.start(clockWrongBy(ahead * minute))));
    const [behind, ahead] = all;
    assert.ok(behind && ahead);
    let sent = 0;
    const user: Client = bots.person({ ...behind, url: () => all[(sent += 1) % 2]?.url() ?? '' }, partner);
    const answers = changed(answersIn('US'), { offers: [premium] });
    await toReview(user, answers);
    for (const bot of all) bot.calls.holdAt(partner, { call: 2, when: 'before' });
    await user.press('submit');
    const [working] = await eventually('the customer is being made', () => {
      const held = all.filter(({ calls }) => calls.held(partner) !== undefined);
      return held.length > 0 && held;
    });
    const leaseOf = async () =>
      (await bots.stored.jobs.list(partner.tenantId, { limit: 1 })).items[0]?.value.lease?.until;
    const first = await leaseOf();
    await eventually('its lease is renewed', async () => (await leaseOf()) !== first);
    assert.deepEqual(
      all.filter(({ calls }) => calls.held(partner) !== undefined),
      [working],
    );
    for (const bot of all) bot.calls.release();
    await eventually('it is confirmed', () => isConfirmed(user));
    assert.equal(user.cards().flatMap(passwordsOf).length, 1);
    const { customers } = await simulated(bots.simulator, partner, `${prefixOf(answers)}.onmicrosoft.com`);
    assert.equal(customers.length, 1);

    const record = (await bots.stored.customers.list(partner.tenantId, { limit: 1 })).items[0]?.id ?? '';
    const wanted = ['8', '9', '10', '11'];
    for (const quantity of wanted) {
      await openCustomer(user, record);
      if (!user.has('subscriptions')) await user.press('customer');
      await user.press('subscriptions');
      await user.press('licenses');
      await user.press('setLicenses', { quantity });
      await user.until(t('changed.title'));
    }
    await eventually(
      'nothing is under way',
      async () => (await bots.stored.changes.list(partner.tenantId, { limit: 1 })).items.length === 0,
    );
    const lines = await auditTrail(bots.stored.documents, randomUUID).of(partner.tenantId, record, 100);
    const quantities = lines.filter(({ action }) => action === 'quantity');
    assert.equal(quantities.length, wanted.length);
    const times = lines.map(({ at }) => Date.parse(at));
    assert.deepEqual(
      times,
      [...times].sort((one, other) => one - other),
    );
    assert.ok(times.every((time) => Math.abs(time - Date.now()) < 2 * minute));
    await user.say('agenda');
    assert.equal(user.title(), t('agenda.title'));
    await user.say('renewals');
    assert.equal(user.title(), t('renewals.title'));
    const errors = all.map((bot) =>
      bot
        .output()
        .split('\n')
        .filter((line) => line.includes('"level":"error"')),
    );
    assert.deepEqual(errors, [[], []]);
  });
});
