import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { auditLine } from '../../model/auditLine.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { users } from '../../storage/collections.ts';
import type { Client } from '../client.ts';
import { premium } from '../conversations/restBot.ts';
import { simulated, simulatedCustomer } from '../conversations/simulated.ts';
import { csvOf, newRow } from '../conversations/import/files.ts';
import { answersIn, changed } from '../conversations/walk.ts';
import { eventually } from '../eventually.ts';
import { changeWhateverHappens, licensesOf, statusOf } from '../reliability/changeWishes.ts';
import { momentsApart } from '../reliability/moments.ts';
import { personAt } from '../reliability/person.ts';
import type { Records } from '../reliability/records.ts';
import { addWhateverHappens, prefixOf } from '../reliability/wishes.ts';
import { type BotOnTable, botsOnTable, type BotsOnTable } from './botsOnTable.ts';
import { startInTurns } from './inTurns.ts';
import { words } from '../../locales/words.ts';

const { t } = words('en');

// The bundle of another version, such as the one before: TEST_BESIDE=/elsewhere/dist/bundle/customer-desk.js, with
// TEST_DEADLINE=180000, as both wait then as they are shipped. Without it there are two of this version that wait less.
const beside = process.env['TEST_BESIDE'];
const times = { leaseTime: 6_000, takeUpEvery: 300, takeUpAfter: 300 };

/** People of partners of their own: one imports, the others add customers and change them. */
const people = Number(process.env['TEST_PEOPLE'] ?? 6);
/** How often a process is ended; each once where a part of the moments is tried. */
const ends = Number(process.env['TEST_ENDS'] ?? (momentsApart === 1 ? 4 : 2));

// Two processes in turns: each is ended by each signal.
const signals = ['SIGTERM', 'SIGKILL', 'SIGKILL', 'SIGTERM'] as const;

/** Calls of a submission or change within which a process is ended. */
const latestCall = 6;

const takes = 20 * 60_000;

describe('two processes of the bot, of this version and of another, that take messages in turns and are ended in turns', () => {
  let bots: BotsOnTable;
  let both: readonly BotOnTable[] = [];
  afterEach(() => bots.clear());

  /** What is recorded of one partner. */
  function recordsFor({ tenantId }: Partner): Records {
    const { stored } = bots;
    const all = { limit: 1_000 };
    const values = async <T>(page: Promise<{ readonly items: readonly { readonly value: T }[] }>): Promise<T[]> =>
      (await page).items.map(({ value }) => value);
    return {
      customers: () => values(stored.customers.list(tenantId, all)),
      jobs: () => values(stored.jobs.list(tenantId, all)),
      changes: () => values(stored.changes.list(tenantId, all)),
      people: () => values(users(stored.documents).list(tenantId, all)),
      audit: async () =>
        (await values(stored.documents.list('audit', tenantId, all))).map((value) =>
          // A line is kept with the number of its schema.
          auditLine.parse((value as { readonly data: unknown }).data),
        ),
    };
  }

  /** Adds a customer, and changes its subscription there and back. */
  async function addAndChange(user: Client, partner: Partner, round: number): Promise<void> {
    const { company, ...others } = answersIn('US');
    const companyName = `Round ${String(round)} Traders`;
    const answers = changed({ ...others, company: { ...company, companyName } }, { offers: [premium] });
    const records = recordsFor(partner);
    await addWhateverHappens(user, answers, records);
    const domain = `${prefixOf(answers)}.onmicrosoft.com`;
    const made = await simulated(bots.simulator, partner, domain);
    assert.deepEqual([made.customers.length, made.signers.length, made.orders.length], [1, 1, 1], domain);
    const record = (await records.customers()).find((one) => one.domain === domain);
    assert.ok(record);
    // An order is carried out at the second look.
    await simulatedCustomer(bots.simulator, partner, record.microsoftId);
    for (const wish of [licensesOf(record.id, 4), statusOf(record.id, 'suspended'), statusOf(record.id, 'active')])
      await changeWhateverHappens(user, wish, records);
    const { states } = await simulatedCustomer(bots.simulator, partner, record.microsoftId);
    assert.deepEqual(states, ['4 active']);
  }

  /** Adds two customers by a file. */
  async function importTwo(user: Client, partner: Partner): Promise<void> {
    const rows = [newRow(), newRow()];
    await user.say(csvOf(rows));
    const heads = async () => (await bots.stored.imports.heads.list(partner.tenantId, { limit: 100 })).items;
    const before = (await heads()).filter(({ value }) => value.told).length;
    for (let tries = 0; !user.has('importSubmit'); tries += 1) {
      assert.ok(tries < 5, user.title());
      await user.say(csvOf(rows));
    }
    await user.press('importSubmit');
    await eventually(
      'the import is over',
      async () => (await heads()).filter(({ value }) => value.told).length > before,
      120_000,
    );
    assert.equal(user.title(), t('importDone.title'));
    for (const { domain = '' } of rows) {
      const { customers } = await simulated(bots.simulator, partner, `${domain}.onmicrosoft.com`);
      assert.equal(customers.length, 1, domain);
    }
  }

  /** Ends that process while calls of it stand still at Partner Center, and starts it again a second later. */
  async function endAmidst(bot: BotOnTable, signal: 'SIGTERM' | 'SIGKILL'): Promise<readonly string[]> {
    const ofChanges = randomInt(2) === 0;
    const latest = ofChanges ? 2 : latestCall;
    for (const partner of bots.partners)
      bot.calls.holdAt(partner, {
        call: randomInt(1, latest + 1),
        when: randomInt(2) === 0 ? 'before' : 'after',
        ofChanges,
      });
    const held = (): string[] => bots.partners.flatMap((partner) => bot.calls.held(partner) ?? []);
    // Where all wait for what was ended before, any moment is as good.
    await eventually('a call stands still', () => held().length > 0, 20_000).catch(() => undefined);
    await pause(1_000);
    const amidst = held().map((name) => name.replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '*'));
    const { code } = await (signal === 'SIGTERM' ? bot.stop() : bot.kill());
    if (signal === 'SIGTERM' && (beside === undefined || bot === both[0]))
      assert.equal(code, 0, `it ends in order: ${bot.output().slice(-2_000)} ${bot.errors().slice(-500)}`);
    bot.calls.release();
    await pause(1_000);
    await bot.restart();
    return amidst;
  }

  it('lose nothing, make nothing twice, and set nothing aside', async () => {
    bots = await botsOnTable({ partners: people, ...(beside === undefined ? { times } : {}) });
    both = await Promise.all([bots.start(), bots.start({}, beside)]);
    const turns = await startInTurns(both);
    const ended: string[] = [];
    async function endInTurns(): Promise<void> {
      while (!isOver && ended.length < ends) {
        const [bot, signal] = [both[ended.length % 2], signals[ended.length % 4] ?? 'SIGKILL'] as const;
        assert.ok(bot);
        const amidst = await endAmidst(bot, signal);
        ended.push(`${bot === both[0] ? 'this' : 'the other'} ${signal} amidst ${amidst.join(', ')}`);
      }
    }
    const customers: number[] = [];
    let isOver = false;
    const ending = endInTurns();
    try {
      await Promise.all(
        bots.partners.map(async (partner, index) => {
          const user = personAt({ connector: bots.connector, url: () => turns.url }, { manner: 'teams', partner });
          for (let round = 0; round === 0 || ended.length < ends; round += 1) {
            await (index === 0 ? importTwo(user, partner) : addAndChange(user, partner, round));
            customers.push(index);
          }
        }),
      );
    } finally {
      isOver = true;
      await ending;
      await turns.close();
    }
    if (process.env['TEST_TIMES'] !== undefined)
      console.log([...ended, `${String(customers.length)} rounds; answered ${turns.sent().join(' and ')}`].join('\n'));
    for (const bot of both) assert.doesNotMatch(bot.output(), /set aside|quarantin|unreadable/i);
    for (const { tenantId } of bots.partners)
      for (const kind of ['people', 'customers', 'jobs', 'changes', 'imports', 'import-rows', 'audit'])
        assert.deepEqual((await bots.stored.documents.list(kind, tenantId, { limit: 1_000 })).unreadable, []);
  }).timeout(takes);
});
