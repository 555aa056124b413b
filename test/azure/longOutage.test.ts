import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { openAzureDocuments } from '../../storage/azure/azureDocuments.ts';
import { customers, submissions } from '../../storage/collections.ts';
import { passwordsOf } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { startConnector, type Connector } from '../connector.ts';
import { answersIn, isConfirmed, partnerOf, toReview, walkTo } from '../conversations/walk.ts';
import { eventually } from '../eventually.ts';
import { type BotProcess, startProcess } from '../reliability/bot.ts';
import { momentsApart } from '../reliability/moments.ts';
import { personAt, tryAgain } from '../reliability/person.ts';
import { newTable } from './azurite.ts';
import { type KeptAzurite, launchKeptAzurite } from './azuriteProcess.ts';

const partner = partnerOf(2);

/** Milliseconds for which nothing is answered: longer than anything waits for the storage. */
const outage = 20_000;

/** Milliseconds within which all goes on. */
const within = 60_000;

const outages: Readonly<
  Record<string, readonly [(azurite: KeptAzurite) => unknown, (azurite: KeptAzurite) => unknown]>
> = {
  'stands still, and goes on': [(azurite) => azurite.freeze(), (azurite) => azurite.thaw()],
  'is ended, and started with what it had': [(azurite) => azurite.stop(), (azurite) => azurite.start()],
};

describe('two processes of the bot as it is shipped, whose storage is away for twenty seconds amidst submissions,', () => {
  let azurite: KeptAzurite;
  let table: string;
  let connector: Connector;
  let bots: BotProcess[];
  beforeEach(async () => {
    azurite = await launchKeptAzurite();
    table = newTable();
    connector = await startConnector();
    const settings = {
      STORAGE: 'azure',
      AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString,
      AZURE_STORAGE_TABLE: table,
    };
    bots = await Promise.all([startProcess({ settings }), startProcess({ settings })]);
  });
  afterEach(async () => {
    azurite.thaw();
    for (const bot of bots) await bot.clear();
    await connector.close();
    await azurite.end();
  });

  const people = (count: number): Client[] =>
    Array.from({ length: count }, (_none, index) =>
      personAt({ connector, url: () => bots[index % 2]?.url() ?? '' }, { manner: 'teams', partner }),
    );

  /** Does what a person does who was told that nothing could be saved. */
  async function goOn(user: Client): Promise<false> {
    const again = tryAgain(user);
    if (again !== undefined) await user.press(again);
    else if (user.has('submit')) await user.press('submit');
    return false;
  }

  // One of them where a part of the moments is tried.
  for (const [name, [begin, end]] of Object.entries(outages).slice(0, momentsApart === 1 ? 2 : 1))
    it(`answer everybody, and add each customer once: it ${name}`, async () => {
      const submitting = people(4);
      const drafting = people(2);
      for (const user of submitting) await toReview(user);
      for (const user of drafting) {
        await user.say('add customer');
        await walkTo(user, 'contact', answersIn());
      }
      const answers: Promise<number>[] = [];
      for (const user of submitting) {
        answers.push(user.send(user.pressed('submit')));
        await pause(30);
      }
      await begin(azurite);
      for (const user of drafting) answers.push(user.send(user.pressed('next', { firstName: 'Ada' })));
      await pause(outage);
      await end(azurite);
      assert.deepEqual(new Set(await Promise.all(answers)), new Set([200]));

      for (const user of submitting) {
        await eventually('it goes on by itself', () => isConfirmed(user), within / 2).catch(() => undefined);
        await eventually('it is confirmed', async () => isConfirmed(user) || (await goOn(user)), within);
        assert.ok(user.cards().flatMap(passwordsOf).length > 0 || user.has('newPassword'));
      }
      for (const user of drafting) {
        await user.say('drafts');
        assert.equal(user.named('continueDraft').length, 1);
      }
      const { connectionString } = azurite;
      const documents = await openAzureDocuments({ connectionString }, table, { now: () => new Date() });
      const [added, jobs] = await Promise.all([
        customers(documents).list(partner.tenantId, { limit: 100 }),
        submissions(documents).list(partner.tenantId, { limit: 100 }),
      ]);
      await documents.close();
      assert.equal(added.items.length, submitting.length);
      assert.ok(jobs.items.every(({ value }) => value.state === 'done' && value.confirmedAt !== undefined));
    });
});
