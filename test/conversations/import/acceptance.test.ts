import assert from 'node:assert/strict';
import { words } from '../../../locales/words.ts';
import { titleOf } from '../../cardReading.ts';
import { client, type Client } from '../../client.ts';
import { eventually } from '../../eventually.ts';
import { recordsIn } from '../../reliability/records.ts';
import { useTestBot } from '../../testBot.ts';
import { pressAny } from '../existing.ts';
import { useRestBot } from '../restBot.ts';
import { simulated } from '../simulated.ts';
import { partnerOf } from '../walk.ts';
import { csvOf, newRow } from './files.ts';

const { t } = words('en');
const partner = partnerOf(2);
const settings = { PARTNER_CENTER_AGREEMENT: 'customer' };
const minute = 60_000;

/** Two new customers with a subscription each; nobody is asked who accepted. */
const rowsOf = (offer: string) =>
  [2, 3].map((quantity) => {
    const { accepted: _accepted, dateAccepted: _day, ...row } = newRow();
    return { ...row, offer, billing: 'annual', quantity: String(quantity) };
  });

async function imported(user: Client, offer: string): Promise<void> {
  await user.say(csvOf(rowsOf(offer)));
  assert.ok(user.texts().includes(t('importReview.new', { n: 2 })), user.texts().join('\n'));
  await user.press('importSubmit');
  const ended = () => user.cards().some((card) => titleOf(card) === t('importDone.title'));
  for (let tries = 0; tries < 4 && !ended(); tries += 1) await user.until(ended).catch(() => undefined);
  assert.ok(user.texts().includes(t('importDone.added', { n: 2 })), user.texts().join('\n'));
}

describe('an import of customers that accept the agreement by themselves, by HTTP', () => {
  const bot = useRestBot({ settings });

  it('lets their orders wait, and places each once when its customer has accepted, over a restart', async () => {
    const user = bot().person({ partner });
    await imported(user, 'Office 365 Business Premium');
    const customers = (await recordsIn(bot().folder).customers()).filter(({ existing }) => existing !== true);
    const [first, second] = customers;
    assert.ok(first && second);
    const orders = async () =>
      (await Promise.all([first, second].map(({ domain }) => simulated(bot().simulator, partner, domain)))).map(
        (found) => found.orders.length,
      );
    const waiting = async () => (await recordsIn(bot().folder).changes()).length;
    assert.deepEqual([await orders(), await waiting()], [[0, 0], 2]);
    for (const [one, expected] of [
      [first, [1, 0]],
      [second, [1, 1]],
    ] as const) {
      bot().simulator.setCustomer(one.microsoftId, { directSigned: true });
      await bot().restart();
      bot().clock.now = new Date(bot().clock.now.getTime() + 31 * minute);
      await eventually('its order is placed', async () => String(await orders()) === String(expected));
    }
    await eventually('nothing waits', async () => (await waiting()) === 0);
    assert.deepEqual(await orders(), [1, 1]);
  });
});

describe('an import of customers that accept the agreement by themselves, in practice', () => {
  const bot = useTestBot({ settings });

  it('lets their orders wait until the acceptance is practised, and places each once', async () => {
    const user = client(bot(), { manner: 'teams', partner });
    await imported(user, 'Office 365 Business Premium');
    const customers = await bot().customersOf(partner);
    assert.equal(customers.length, 2);
    assert.equal(bot().partnerCenter.of('order').length, 0);
    for (const { id, microsoftId } of customers) {
      assert.deepEqual(await bot().subscriptionsOf(partner, microsoftId), []);
      await pressAny(user, 'customer', id);
      await user.press('practiseAcceptance');
      await eventually(
        'its order is placed',
        async () => (await bot().subscriptionsOf(partner, microsoftId)).length === 1,
      );
    }
    assert.equal(bot().partnerCenter.of('order').length, 2);
  });
});
