import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { auditTrail } from '../../storage/auditTrail.ts';
import { mapLimit } from '../../lib/mapLimit.ts';
import { words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { buttonsOf, passwordsOf, type ShownCard } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { csvOf, newRow } from '../conversations/import/files.ts';
import { premium } from '../conversations/restBot.ts';
import { simulated } from '../conversations/simulated.ts';
import { answersIn, changed, isConfirmed, toReview } from '../conversations/walk.ts';
import { eventually } from '../eventually.ts';
import { momentsUpTo } from '../reliability/moments.ts';
import { prefixOf } from '../reliability/wishes.ts';
import { type BotOnTable, botsOnTable, type BotsOnTable } from './botsOnTable.ts';

const { t } = words('en');

/** Presses that race each other: fewer where a part of the moments is tried. */
const rounds = momentsUpTo(20).length;

/** Calls that a submission makes to Partner Center: the second one creates the customer. */
const calls = 7;
const creation = 2;

const namesOf = (card: ShownCard): (string | undefined)[] => buttonsOf(card).map(({ data }) => data['verb']);

const passwordsOn = (user: Client): string[] => user.cards().flatMap(passwordsOf);

describe('three processes of the bot on Azure Tables and one Partner Center', () => {
  let bots: BotsOnTable;
  afterEach(() => bots.clear());

  /** Somebody about to press Submit in the chat with that process; gives the domain, too. */
  async function atReview(bot: BotOnTable, partner: Partner) {
    const user = bots.person(bot, partner);
    const answers = changed(answersIn('US'), { offers: [premium] });
    await toReview(user, answers);
    return { user, partner, domain: `${prefixOf(answers)}.onmicrosoft.com` };
  }

  const jobOf = async ({ tenantId }: Partner) => (await bots.stored.jobs.list(tenantId, { limit: 1 })).items[0]?.value;

  it('take no submission from one that lives, whenever they start, and no password is lost', async () => {
    const tried = momentsUpTo(calls);
    // A process that lives renews its lease in time on a slow machine, too.
    bots = await botsOnTable({ partners: 2 * tried.length, times: { leaseTime: 6_000, takeUpEvery: 200 } });
    const first = await bots.start();
    const all = await mapLimit(bots.partners, 4, async (partner) => atReview(first, partner));
    for (const [index, { partner }] of all.entries()) {
      const when = index % 2 === 0 ? 'before' : 'after';
      first.calls.holdAt(partner, { call: tried[Math.floor(index / 2)] ?? 1, when });
    }
    const starting = Promise.all([bots.start(), bots.start()]);
    await Promise.all(all.map(async ({ user }) => user.press('submit')));
    for (const { partner } of all) await eventually('it stands still', () => first.calls.held(partner));
    await starting;
    const untils = async (): Promise<(string | undefined)[]> =>
      Promise.all(all.map(async ({ partner }) => (await jobOf(partner))?.lease?.until));
    for (let renewals = 0; renewals < 2; renewals += 1) {
      const before = await untils();
      await eventually('all leases were renewed', async () =>
        (await untils()).every((until, index) => until === undefined || until !== before[index]),
      );
    }
    first.calls.release();
    for (const { user, partner, domain } of all) {
      await eventually('it is confirmed', () => isConfirmed(user));
      assert.equal(passwordsOn(user).length, 1);
      assert.equal((await simulated(bots.simulator, partner, domain)).orders.length, 1);
    }
  });

  it(`make one customer of a Submit pressed four times over them, ${String(rounds)} times, and confirm it with its password`, async () => {
    bots = await botsOnTable({ partners: 1, times: {} });
    const [partner] = bots.partners;
    assert.ok(partner);
    const all = await Promise.all([bots.start(), bots.start(), bots.start()]);
    const took: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { user, domain } = await atReview(all[0], partner);
      const press = user.pressed('submit');
      const at: readonly Client[] = [...all, all[0]].map((bot) => bots.person(bot, partner, user));
      const since = performance.now();
      const statuses = await Promise.all(at.map(async (each) => each.send({ ...press, id: randomUUID() })));
      assert.deepEqual(new Set(statuses), new Set([200]));
      await eventually('it is confirmed', () => isConfirmed(user));
      took.push(Math.round(performance.now() - since));
      assert.equal(passwordsOn(user).length, 1);
      assert.equal((await simulated(bots.simulator, partner, domain)).customers.length, 1);
    }
    if (process.env['TEST_TIMES'] !== undefined) console.log('milliseconds to the confirmation:', took.join(' '));
  });

  it('offer a new password where one of them died with it, set it elsewhere, show it once, and blank it when that one died', async () => {
    bots = await botsOnTable({
      partners: 1,
      times: { leaseTime: 2_000, takeUpEvery: 300 },
      settings: { PASSWORD_SHOWN_MINUTES: '0.05' },
    });
    const [first, , third] = await Promise.all([bots.start(), bots.start(), bots.start()]);
    const [partner] = bots.partners;
    assert.ok(partner);
    const { user, domain } = await atReview(first, partner);
    first.calls.holdAt(partner, { call: creation + 1, when: 'before' });
    await user.press('submit');
    await eventually('it stands still', () => first.calls.held(partner));
    await first.kill();
    await eventually('it is confirmed', () => isConfirmed(user));
    assert.deepEqual(passwordsOn(user), []);
    const other = bots.person(third, partner, user);
    await other.press('newPassword');
    await other.press('setPassword');
    await eventually('the new one is shown', () => passwordsOn(user).length > 0);
    const { customers } = await simulated(bots.simulator, partner, domain);
    assert.deepEqual(passwordsOn(user), [bots.simulator.passwordOf(customers[0] ?? '')]);
    await eventually('the card is noted', async () => {
      const [change] = (await bots.stored.changes.list(partner.tenantId, { limit: 1 })).items;
      return change === undefined || change.value.shownAt !== undefined;
    });
    await third.kill();
    const record = (await jobOf(partner))?.id ?? '';
    const lines = await auditTrail(bots.stored.documents, randomUUID).of(partner.tenantId, record, 100);
    assert.equal(lines.filter(({ action, outcome }) => action === 'password' && outcome === 'done').length, 1);
    await eventually('it is blanked', () => passwordsOn(user).length === 0, 60_000);
  });

  it('go on at once with what one of them gave back at its end, beside work of a newer version that they leave', async () => {
    // No lease runs out.
    bots = await botsOnTable({ partners: 4, times: { leaseTime: 600_000, takeUpEvery: 300 } });
    const [first, second] = await Promise.all([bots.start(), bots.start()]);
    const [newer, submitting, importing, changing] = bots.partners;
    assert.ok(submitting && importing && changing && newer);
    for (const kind of ['jobs', 'changes', 'imports'])
      await bots.stored.documents.insert({ kind, partner: newer.tenantId, id: '0' }, { schema: 99, data: {} });

    const { user, domain } = await atReview(first, submitting);
    const importer = bots.person(first, importing);
    const row = newRow();
    await importer.say('import');
    await importer.press('importText', { csv: csvOf([row]) });
    const { user: changer, domain: at } = await atReview(first, changing);
    await changer.press('submit');
    await eventually('the customer is there', () => isConfirmed(changer));
    await changer.press('done');
    await eventually('a new password is offered', () =>
      changer.cards().some((card) => namesOf(card).includes('newPassword')),
    );
    await changer.press('newPassword');

    for (const partner of [submitting, importing, changing]) {
      const call = partner === submitting ? creation : 1;
      first.calls.holdAt(partner, { call, when: 'before' });
    }
    await user.press('submit');
    await importer.press('importSubmit');
    await changer.press('setPassword');
    for (const partner of [submitting, importing, changing])
      await eventually('it stands still', () => first.calls.held(partner));
    assert.equal((await first.stop()).code, 0);
    await eventually('the submission is confirmed', () => isConfirmed(user));
    await eventually('the import is done', () => importer.title() === t('importDone.title'));
    await eventually('the password is set', () => changer.title() === t('newPassword.set'));
    assert.equal(passwordsOn(user).length, 1);
    assert.equal((await simulated(bots.simulator, submitting, domain)).customers.length, 1);
    assert.equal(
      (await simulated(bots.simulator, importing, `${row.domain ?? ''}.onmicrosoft.com`)).customers.length,
      1,
    );
    const { customers } = await simulated(bots.simulator, changing, at);
    assert.deepEqual(passwordsOn(changer), [bots.simulator.passwordOf(customers[0] ?? '')]);
    // The one that a newer version wrote about is answered too, and everybody else.
    const stranger = bots.person(second, newer);
    await stranger.say('add customer');
    assert.ok(stranger.cards().length > 0);
    for (const kind of ['jobs', 'changes', 'imports'])
      assert.ok(await bots.stored.documents.get({ kind, partner: newer.tenantId, id: '0' }), 'it is left as it is');
  });
});
