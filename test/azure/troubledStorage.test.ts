import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { passwordsOf, titleOf } from '../cardReading.ts';
import { client, type Client } from '../client.ts';
import { csvOf, existingRow, newRow } from '../conversations/import/files.ts';
import { isConfirmed, partnerOf, toReview } from '../conversations/walk.ts';
import { openCustomer, premium, withCustomer } from '../conversations/withCustomer.ts';
import { eventually } from '../eventually.ts';
import { type Process, type Processes, processesOn } from '../processes.ts';
import type { SpiedCall } from '../partnerCenterSpy.ts';
import { type StorageTrouble, type TroubledAccount, troubledAccount } from './troubledAccount.ts';

const { t } = words('en');
const partner = partnerOf(2);
const company = 'Alpine Ski House';
const replicas = 3;

describe('three replicas of the bot', () => {
  let account: TroubledAccount;
  let processes: Processes;
  let all: Process[];
  beforeEach(async () => {
    account = await troubledAccount();
    // No lease runs out, so that nothing is done by waiting for that.
    const options = { partners: samplePartners.slice(0, 2), takeUpEvery: 200, elapsed: () => 0 };
    processes = processesOn(async () => account.open(), options);
    all = [];
    while (all.length < replicas) all.push(await processes.start());
  });
  afterEach(async () => {
    account.trouble = undefined;
    await processes.stop();
    await account.close();
  });

  const first = () => {
    assert.ok(all[0]);
    return all[0].bot;
  };

  /** Somebody whose messages go to each of them in turns, and who has an answer to each. */
  function person(): Client {
    let sent = 0;
    const url = (): string => all[(sent += 1) % replicas]?.bot.url() ?? '';
    const user = client({ ...first(), url }, { manner: 'teams', partner });
    const answers = (): number =>
      first().connector.calls.filter(
        ({ conversation, body }) => conversation === user.conversation && body.type !== 'typing',
      ).length;
    const answered = async (send: () => Promise<void>): Promise<void> => {
      const before = answers();
      await send();
      assert.ok(answers() > before, 'nothing was answered');
    };
    return {
      ...user,
      say: (...words) => answered(() => user.say(...words)),
      press: (...button) => answered(() => user.press(...button)),
    };
  }

  const apology = t('trouble.unexpected', { id: '|' }).split('|')[0] ?? '';
  const apologies = (): number =>
    first().connector.calls.filter(({ body }) => body.text?.startsWith(apology) === true).length;

  /** Calls of that name at Partner Center, by their request IDs: one effect each. */
  const effects = (name: SpiedCall): number =>
    new Set(all.flatMap(({ bot }) => bot.partnerCenter.of(name)).map(({ requestId }) => requestId)).size;

  const isOver = (): Promise<unknown> =>
    eventually('nothing is under way', async () => {
      const [jobs, changes] = [await first().jobsOf(partner), await first().changesOf(partner)];
      return (
        changes.length === 0 && jobs.every(({ state, confirmedAt }) => state === 'done' && confirmedAt !== undefined)
      );
    });

  /** Adds a customer, changes its licenses, stops its subscriptions, ends the relationship, and imports a file. */
  async function wholeConversation(user: Client): Promise<void> {
    const record = await withCustomer(first(), user, { partner });
    await user.press('subscriptions');
    await user.press('licenses');
    await user.press('setLicenses', { quantity: '8' });
    await user.until(t('changed.title'));
    await openCustomer(user, record);
    await user.press('addSubscription');
    const [other] = user.named('add ').filter((one) => one !== `add ${premium.id}`);
    assert.ok(other);
    await user.press(other);
    await user.press('next');
    await user.press('submit');
    await user.until(t('changed.title'));
    await openCustomer(user, record);
    await user.press('customerDetails');
    await user.press('endRelationship');
    await user.press('askStop');
    await user.press('stopAll');
    await user.until(t('changed.title'));
    await user.press('endRelationship');
    await user.press('removeRelationship', { companyName: company });
    await user.until(() => user.texts().includes(t('changed.relationship')));
    await user.say(csvOf([newRow(), newRow(), existingRow()]));
    await user.press('importSubmit');
    await user.until(() => user.cards().some((card) => titleOf(card) === t('importDone.title')));
    await isOver();
    assert.deepEqual(
      (['createCustomer', 'order', 'changeQuantity', 'changeStatus', 'removeRelationship'] as const).map(effects),
      [3, 2, 1, 2, 1],
    );
    const customers = await first().customersOf(partner);
    assert.equal(customers.length, 4);
    const [change, ...again] = (await first().auditOf(partner, record)).filter(({ action }) => action === 'quantity');
    assert.deepEqual([change?.outcome, again], ['done', []]);
    const confirmations = user.cards().filter((card) => titleOf(card) === t('confirmation.title'));
    assert.equal(confirmations.length, 1);
    assert.equal(new Set(user.cards().flatMap(passwordsOf)).size, 3, 'each password is there once');
  }

  const troubles: Readonly<Record<string, StorageTrouble>> = {
    'whose storage does every second write and loses the answer': { kind: 'lost', every: 2 },
    'whose storage does every third write and loses the answer': { kind: 'lost', every: 3 },
    'whose storage does every seventh write and loses the answer': { kind: 'lost', every: 7 },
    'whose storage is too busy (503) for every request at first': { kind: 'busy', every: 1, status: 503 },
    'whose storage is too busy (429) for every third request': { kind: 'busy', every: 3, status: 429 },
  };
  for (const [name, trouble] of Object.entries(troubles))
    it(`${name} do all of a conversation once, and answer each message without an apology`, async () => {
      account.trouble = trouble;
      await wholeConversation(person());
      assert.ok(account.befallen > 10, `only ${String(account.befallen)} requests`);
      assert.equal(apologies(), 0);
    });

  it('answer while the storage is away, are not ready, and go on by themselves where they were when it is back', async () => {
    const user = person();
    await toReview(user);
    const releases = all.map(({ bot }) => bot.partnerCenter.hold('createCustomer'));
    await user.press('submit');
    await eventually('it is being made', () => effects('createCustomer') === 1);
    account.trouble = { kind: 'away' };
    for (const release of releases) release();
    await user.say('customers');
    assert.equal(apologies(), 1);
    const ready = async (): Promise<readonly number[]> =>
      Promise.all(all.map(async ({ bot }) => (await fetch(`${bot.url()}/readyz`)).status));
    assert.deepEqual(await ready(), [503, 503, 503]);
    account.trouble = undefined;
    await user.until(() => isConfirmed(user));
    await isOver();
    assert.equal(effects('createCustomer'), 1);
    assert.equal((await first().customersOf(partner)).length, 1);
    assert.equal(user.cards().flatMap(passwordsOf).length, 1, 'its password is not lost');
    await user.say('customers');
    assert.equal(user.named('customer').length, 1);
    await eventually('they are ready again', async () => (await ready()).every((status) => status === 200));
  });
});
