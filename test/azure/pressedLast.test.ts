import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { ButtonName, Client } from '../client.ts';
import { cityToReview, pressAny } from '../conversations/existing.ts';
import { premium } from '../conversations/restBot.ts';
import { openCustomer } from '../conversations/withCustomer.ts';
import { answersIn, changed, submit, toReview } from '../conversations/walk.ts';
import { eventually } from '../eventually.ts';
import { startHold, type Hold } from '../reliability/hold.ts';
import { personAt } from '../reliability/person.ts';
import { type BotOnTable, botsOnTable, type BotsOnTable } from './botsOnTable.ts';

const { t } = words('en');

/** A fault that somebody has to put right: it waits for Finish at once. */
const role = '900150';

/** Milliseconds within which another process has finished what one left. */
const within = 60_000;

const times = { leaseTime: 3_000, takeUpEvery: 300, takeUpAfter: 300 };

describe('where a process dies right after the last press, another one', () => {
  let bots: BotsOnTable;
  let hold: Hold;
  let first: BotOnTable;
  let second: BotOnTable;
  let partner: Partner;
  beforeEach(async () => {
    bots = await botsOnTable({ partners: 1, times });
    hold = await startHold(bots.connector.url);
    [first, second] = await Promise.all([bots.start(), bots.start()]);
    const [one] = bots.partners;
    assert.ok(one);
    partner = one;
  });
  afterEach(async () => {
    hold.release();
    await hold.close();
    await bots.clear();
  });

  const person = (bot: BotOnTable, as?: Client): Client =>
    personAt(
      { connector: { ...bots.connector, url: hold.url }, url: () => bot.url() },
      { manner: 'teams', partner, ...as },
    );
  const refuse = (method: string, path: string): void =>
    bots.simulator.fault({ kind: 'error', code: role, method, path: `/v1/customers/*/${path}` });

  /** Presses; the process dies when the press is saved, and its answer never arrives. */
  async function pressAndDie(user: Client, name: ButtonName): Promise<void> {
    hold.hold();
    const pressed = user.press(name).catch(() => undefined);
    await hold.held(1);
    await first.kill();
    hold.release();
    await pressed;
  }

  async function customer(user: Client): Promise<string> {
    await toReview(user, changed(answersIn('US'), { offers: [] }));
    await submit(user);
    await user.press('done');
    const [record] = (await bots.stored.customers.list(partner.tenantId, { limit: 1 })).items;
    assert.ok(record);
    await openCustomer(user, record.id);
    return record.id;
  }

  it('makes the change that Finish was pressed for', async () => {
    const user = person(first);
    await customer(user);
    await cityToReview(user, 'Seattle');
    refuse('PUT', 'profiles/billing');
    await user.press('submit');
    await user.until(t('unfinished.title'));
    await pressAndDie(user, 'finishChange');
    await eventually('it is told', () => user.title() === t('changed.title'), within);
  });

  it('goes on with the submission that Finish was pressed for', async () => {
    const user = person(first);
    await toReview(user, changed(answersIn('US'), { offers: [] }));
    refuse('POST', 'agreements');
    await submit(user);
    assert.ok(user.has('finish'));
    const card = user.card();
    await pressAndDie(user, 'finish');
    await eventually(
      'it is told',
      () => user.title() === t('confirmation.title') && user.card().id !== card.id,
      within,
    );
  });

  it('keeps as a draft what was given up', async () => {
    const user = person(first);
    const id = await customer(user);
    await user.press('addSubscription');
    await user.press(`add ${premium}`);
    await user.press('next', { 'count-0': '7' });
    refuse('POST', 'carts');
    await user.press('submit');
    await user.until(t('unfinished.title'));
    await pressAny(user, 'customer', id);
    await pressAndDie(user, 'dropChange');
    await eventually('it is told', () => user.lines().includes(t('change.kept')), within);
    const other = person(second, user);
    await other.say('drafts');
    assert.equal(other.named('continueDraft').length, 1);
  });
});
