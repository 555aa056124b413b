import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { openAzureDocuments } from '../../storage/azure/azureDocuments.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { cardOf, passwordsOf } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { isConfirmed, partnerOf, toReview } from '../conversations/walk.ts';
import { eventually } from '../eventually.ts';
import { type Process, type Processes, processesOn } from '../processes.ts';
import { azurite, newTable } from './azurite.ts';

const partner = partnerOf(2);
const replicas = 3;

/** Rounds of Submit; more of them by TEST_ROUNDS. */
const rounds = Number(process.env['TEST_ROUNDS'] ?? 5);

describe('three replicas of the bot on Azure Tables', () => {
  let processes: Processes;
  let all: Process[];
  beforeEach(async () => {
    const table = newTable();
    const open = async () =>
      openAzureDocuments({ connectionString: (await azurite()).connectionString }, table, { now: () => new Date() });
    // No lease runs out, so that nothing is done by waiting for that.
    const elapsed = (): number => 0;
    processes = processesOn(open, { partners: samplePartners.slice(0, 2), takeUpEvery: 1_000, elapsed });
    all = [];
    while (all.length < replicas) all.push(await processes.start());
  });
  afterEach(() => processes.stop());

  /** One person, by the replica that the messages go to. */
  function personAtEach(): { readonly user: Client; readonly at: readonly Client[] } {
    const [first, ...others] = all;
    assert.ok(first);
    const user = processes.person(first, { manner: 'teams', partner });
    return { user, at: [user, ...others.map((one) => processes.person(one, { manner: 'teams', partner, ...user }))] };
  }

  const callsOf = ({ conversation }: Client) =>
    all[0]?.bot.connector.calls.filter((call) => call.conversation === conversation && call.body.type !== 'typing') ??
    [];

  it('give forty messages of one person at once forty answers, each once', async () => {
    const { user, at } = personAtEach();
    const sent = Array.from({ length: 40 }, (_none, index) => ({
      id: randomUUID(),
      text: `zzqx vvkw ${String(index)} pltr mnbv?`,
    }));
    const statuses = await Promise.all(sent.map(async (message, index) => at[index % replicas]?.send(message)));
    assert.deepEqual(new Set(statuses), new Set([200]));
    const answers = callsOf(user);
    assert.equal(answers.length, sent.length);
    assert.deepEqual(new Set(answers.map(({ activityId }) => activityId)), new Set(sent.map(({ id }) => id)));
    assert.ok(
      answers.every(({ body }) => cardOf(body) !== undefined),
      'each is a card, none an apology',
    );
  });

  it('do nothing again for what is delivered to another of them too', async () => {
    const { user, at } = personAtEach();
    await toReview(user);
    const press = user.framed(user.pressed('submit'));
    for (const each of at) assert.equal(await each.send(press), 200);
    await eventually('it is confirmed', () => isConfirmed(user));
    for (const each of at) assert.equal(await each.send(press), 200);
    assert.equal((await all[0]?.bot.customersOf(partner))?.length, 1);
    assert.equal((await all[0]?.bot.jobsOf(partner))?.length, 1);
  });

  it(`make one customer of a Submit pressed four times over them, and confirm it once with its password`, async () => {
    for (let round = 1; round <= rounds; round += 1) {
      const { user, at } = personAtEach();
      await toReview(user);
      const press = user.pressed('submit');
      const statuses = await Promise.all([...at, user].map(async (each) => each.send({ ...press, id: randomUUID() })));
      assert.deepEqual(new Set(statuses), new Set([200]));
      await eventually('it is confirmed', () => isConfirmed(user));
      await eventually('nothing is under way', async () =>
        ((await all[0]?.bot.jobsOf(partner)) ?? []).every(({ confirmedAt }) => confirmedAt !== undefined),
      );
      assert.equal(user.cards().flatMap(passwordsOf).length, 1, 'one confirmation has a password');
      assert.equal((await all[0]?.bot.customersOf(partner))?.length, round);
    }
  });
});
