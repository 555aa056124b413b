import assert from 'node:assert/strict';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { words } from '../../locales/words.ts';
import { buttonsOf, cardOf, passwordsOf, titleOf } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { csvOf, existingRow, newRow } from '../conversations/import/files.ts';
import { premium } from '../conversations/restBot.ts';
import { simulated } from '../conversations/simulated.ts';
import { answersIn, changed, isConfirmed, toReview } from '../conversations/walk.ts';
import { eventually } from '../eventually.ts';
import { prefixOf } from '../reliability/wishes.ts';
import { botsOnTable, type BotsOnTable } from './botsOnTable.ts';
import { leftBy, killAndFreeze, partnersOf, type Work } from './killAndFreeze.ts';

const { t } = words('en');

/** Milliseconds, on a slow machine. */
const longest = 300_000;

// A turn that stands still does so until it is killed or thawed: one that gave its call up would do its work meanwhile.
// Its lease outlasts a stall of the machine: otherwise the third would have the job before it stands still.
const times = { leaseTime: 6_000, takeUpEvery: 300, takeUpAfter: 300, answerTime: longest };

describe('where a process is killed and another frozen at every call to Partner Center, a third one finishes', () => {
  let bots: BotsOnTable;
  afterEach(() => bots.clear());

  /** How often a card of that title was sent. */
  const sent = ({ conversation }: Client, title: string): number =>
    bots.connector.calls.filter(({ conversation: where, method, body, id }) => {
      const card = cardOf(body);
      const isThere = where === conversation && method === 'POST' && id !== undefined && card !== undefined;
      return isThere && titleOf(card) === title;
    }).length;

  // A card that the frozen one updated late may be below the confirmation.
  const isNewOffered = (user: Client): boolean =>
    user.cards().some((card) => buttonsOf(card).some(({ data }) => data['verb'] === 'newPassword'));

  const made = async (partner: Partner, domain: string) => {
    const { customers, signers, orders } = await simulated(bots.simulator, partner, domain);
    return { customers: customers.length, signers: signers.length, orders: orders.length };
  };

  const passwordsOn = (user: Client): string[] => user.cards().flatMap(passwordsOf);

  it('a submission once, with its password or the offer of a new one', async () => {
    const domains = new Map<Partner, string>();
    const work: Work = {
      calls: 8,
      atLeast: 7,
      async prepare(user, partner) {
        const answers = changed(answersIn('US'), { offers: [premium] });
        domains.set(partner, `${prefixOf(answers)}.onmicrosoft.com`);
        await toReview(user, answers);
      },
      verb: 'submit',
      press: (user) => user.send(user.pressed('submit')),
      isOver: isConfirmed,
      isSettled: async ({ tenantId }) =>
        (await bots.stored.jobs.list(tenantId, { limit: 10 })).items.every(({ value }) => value.confirmedAt),
    };
    bots = await botsOnTable({ partners: partnersOf(work), times });
    for (const { user, partner, name } of await killAndFreeze(bots, work)) {
      const domain = domains.get(partner) ?? '';
      assert.deepEqual(await made(partner, domain), { customers: 1, signers: 1, orders: 1 }, name);
      assert.equal(sent(user, t('confirmation.title')), 1, name);
      assert.ok(passwordsOn(user).length === 1 || isNewOffered(user), name);
    }
  }).timeout(longest);

  it('an import, each of its rows once', async () => {
    const domains = new Map<Partner, readonly string[]>();
    const work: Work = {
      calls: 8,
      atLeast: 4,
      async prepare(user, partner) {
        const rows = [newRow(), existingRow()];
        domains.set(
          partner,
          rows.map(({ domain = '', kind }) => (kind === 'new' ? `${domain}.onmicrosoft.com` : domain)),
        );
        await user.say('import');
        await user.press('importText', { csv: csvOf(rows) });
      },
      verb: 'importSubmit',
      press: (user) => user.send(user.pressed('importSubmit')),
      isOver: (user) => user.cards().some((card) => titleOf(card) === t('importDone.title')),
      isSettled: async ({ tenantId }) =>
        (await bots.stored.imports.heads.list(tenantId, { limit: 10 })).items.every(({ value }) => value.told),
    };
    bots = await botsOnTable({ partners: partnersOf(work), times });
    for (const { user, partner, name } of await killAndFreeze(bots, work)) {
      const [added = '', there = ''] = domains.get(partner) ?? [];
      const { customers, signers } = await made(partner, added);
      assert.deepEqual({ customers, signers }, { customers: 1, signers: 1 }, name);
      const recorded = (await bots.stored.customers.list(partner.tenantId, { limit: 10 })).items;
      assert.deepEqual(recorded.map(({ value }) => value.domain).sort(), [added, there].sort(), name);
      assert.equal(sent(user, t('importDone.title')), 1, name);
    }
  }).timeout(longest);

  it('a new password, shown once, and said to be in doubt where the call of the frozen one arrives last', async () => {
    bots = await botsOnTable({ partners: 1, times });
    const [partner] = bots.partners;
    assert.ok(partner);
    const [frozen, other] = await Promise.all([bots.start(), bots.start()]);
    const user = bots.person(frozen, partner);
    await toReview(user, changed(answersIn('US'), { offers: [premium] }));
    await user.press('submit');
    await eventually('the customer is there', () => isConfirmed(user));
    await user.press('done');
    await eventually('a new password is offered', () => isNewOffered(user));
    await user.press('newPassword');
    frozen.calls.holdAt(partner, { call: 2, when: 'before' });
    await user.press('setPassword');
    const call = await eventually('its call stands still', () => frozen.calls.held(partner));
    assert.match(call, /^PATCH .*users/);
    frozen.freeze();
    await eventually('the other one shows a password', () => passwordsOn(user).length > 0);
    const shown = passwordsOn(user);
    frozen.calls.release();
    const { items } = await bots.stored.customers.list(partner.tenantId, { limit: 1 });
    const passwordNow = () => bots.simulator.passwordOf(items[0]?.value.microsoftId ?? '');
    await eventually('it is overtaken', () => passwordNow() !== shown[0]);
    frozen.thaw();
    await eventually('the frozen one has seen that it lost its job', () => leftBy(frozen) > 0);
    assert.deepEqual(passwordsOn(user), shown, 'no other one is shown');
    assert.ok(user.texts().includes(t('newPassword.doubtful')));
    await bots.person(other, partner, user).press('passwordDone');
    await eventually('it is blanked', () => passwordsOn(user).length === 0);
    await eventually(
      'nothing is under way',
      async () => (await bots.stored.changes.list(partner.tenantId, { limit: 1 })).items.length === 0,
    );
  }).timeout(longest);
});
