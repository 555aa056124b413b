import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { defined } from '../../lib/optional.ts';
import { words } from '../../locales/words.ts';
import { openAzureDocuments } from '../../storage/azure/azureDocuments.ts';
import { passwordsOf } from '../cardReading.ts';
import { client, type Client } from '../client.ts';
import { csvOf, newRow } from '../conversations/import/files.ts';
import { answersIn, isConfirmed, toReview, walkTo } from '../conversations/walk.ts';
import { eventually } from '../eventually.ts';
import { type Process, type Processes, processesOn } from '../processes.ts';
import { newTable } from './azurite.ts';
import { manyPartners } from './botsOnTable.ts';
import { type KeptAzurite, launchKeptAzurite } from './azuriteProcess.ts';
import { impatiently } from './faults.ts';

const { t } = words('en');

/** Milliseconds in which nothing is answered: many times what the client of these tests waits between its tries. */
const outage = 2_000;

/** An end of the storage, and how it comes back. */
interface Outage {
  readonly begin: (azurite: KeptAzurite) => void | Promise<void>;
  readonly end: (azurite: KeptAzurite) => void | Promise<void>;
  /** Whoever writes meanwhile gets an apology, and not the answer afterwards. */
  readonly isRefused: boolean;
}

const outages: Readonly<Record<string, Outage>> = {
  'is ended, and started with what it had': {
    begin: (azurite) => azurite.stop(),
    end: (azurite) => azurite.start(),
    isRefused: true,
  },
  'stands still, and goes on': {
    begin: (azurite) => azurite.freeze(),
    end: (azurite) => azurite.thaw(),
    isRefused: false,
  },
  'stands still for longer than it is waited for, and goes on': {
    begin: (azurite) => azurite.freeze(),
    end: (azurite) => azurite.thaw(),
    isRefused: true,
  },
};

describe('two replicas of the bot go on by themselves where they were, when their storage', () => {
  const [one, two, three] = manyPartners(3);
  let azurite: KeptAzurite;
  let processes: Processes;
  let all: Process[];
  beforeEach(async () => {
    azurite = await launchKeptAzurite();
    const [table, { connectionString }] = [newTable(), azurite];
    const options = { now: () => new Date(), client: impatiently };
    processes = processesOn(async () => openAzureDocuments({ connectionString }, table, options), {
      partners: manyPartners(3),
      takeUpEvery: 200,
      // No lease runs out, so that nothing is done by waiting for that.
      elapsed: () => 0,
    });
    all = [await processes.start(), await processes.start()];
  });
  afterEach(async () => {
    azurite.thaw();
    await processes.stop();
    await azurite.end();
  });

  const at = (index: number): Process => {
    const found = all[index];
    assert.ok(found);
    return found;
  };

  /** Somebody of that partner whose messages go to that one of them. */
  const person = (index: number, partner = one): Client =>
    client(at(index).bot, { manner: 'teams', ...defined({ partner }) });

  for (const [name, { begin, end, isRefused }] of Object.entries(outages))
    it(name, async () => {
      const [submitting, importing, drafting] = [person(0, one), person(1, two), person(1, three)];
      await toReview(submitting);
      await importing.say(csvOf([newRow(), newRow()]));
      await drafting.say('add customer');
      await walkTo(drafting, 'contact', answersIn());
      const releases = all.map(({ bot }) => bot.partnerCenter.hold('createCustomer'));
      const begun = (): number => all.flatMap(({ bot }) => bot.partnerCenter.of('createCustomer')).length;
      await submitting.press('submit');
      await importing.press('importSubmit');
      await eventually('the submission and a row are being made', () => begun() >= 2);

      await begin(azurite);
      for (const release of releases) release();
      const answers = drafting.texts().length;
      const asked = drafting.say('drafts');
      if (isRefused) {
        await asked;
        assert.equal(drafting.lines().length, 1, 'an apology in words');
      }
      await pause(outage);
      if (!isRefused) assert.equal(drafting.texts().length, answers, 'nobody knows what to answer');
      await end(azurite);
      await asked;

      await eventually('the submission is confirmed', () => isConfirmed(submitting));
      await eventually('the import is done', () => importing.title() === t('importDone.title'));
      for (const user of [submitting, importing]) assert.ok(user.cards().flatMap(passwordsOf).length > 0);
      const requests = all.flatMap(({ bot }) => bot.partnerCenter.of('createCustomer'));
      assert.equal(new Set(requests.map(({ requestId }) => requestId)).size, 3);
      const recorded = await Promise.all([one, two].map(async (partner) => partner && at(0).bot.customersOf(partner)));
      assert.deepEqual(
        recorded.map((customers) => customers?.length),
        [1, 2],
      );
      await drafting.say('drafts');
      assert.equal(drafting.title(), t('drafts.title'));
      assert.equal(drafting.named('continueDraft').length, 1);
    });
});
