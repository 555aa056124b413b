import assert from 'node:assert/strict';
import { minute } from '../../lib/durations.ts';
import { words } from '../../locales/words.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { openAzureDocuments } from '../../storage/azure/azureDocuments.ts';
import { passwordsOf } from '../cardReading.ts';
import { client } from '../client.ts';
import { isConfirmed, partnerOf, toReview } from '../conversations/walk.ts';
import { eventually } from '../eventually.ts';
import { type Process, type Processes, processesOn } from '../processes.ts';
import { azurite, newTable } from './azurite.ts';

const { t } = words('en');
const partner = partnerOf(2);

// Of the machines; a bot that is given no clock goes by the store's.
const clocks = [-2.5 * minute, 0, 2.5 * minute];

describe('three replicas of the bot whose clocks are five minutes apart', () => {
  let processes: Processes;
  let all: Process[];
  beforeEach(async () => {
    const table = newTable();
    processes = processesOn(
      async () =>
        openAzureDocuments({ connectionString: (await azurite()).connectionString }, table, { now: () => new Date() }),
      { partners: samplePartners.slice(0, 2), takeUpEvery: 50 },
    );
    all = [];
    for (const ahead of clocks) all.push(await processes.start({ ahead }));
  });
  afterEach(() => processes.stop());

  const created = (): number[] => all.map(({ bot }) => bot.partnerCenter.of('createCustomer').length);

  for (const at of clocks.keys())
    it(`leave a submission to the one that works on it, and its password as long as it is to be shown: ${String(at)}`, async () => {
      const [one] = all.slice(at);
      assert.ok(one);
      let sent = at;
      const url = (): string => all[(sent += 1) % all.length]?.bot.url() ?? '';
      const user = client({ ...one.bot, url }, { manner: 'teams', partner });
      await toReview(user);
      const release = one.bot.partnerCenter.hold('createCustomer');
      await client(one.bot, { manner: 'teams', partner, ...user }).send(user.pressed('submit'));
      await eventually('it is being made', () => created()[at] === 1);
      const seen = all.map(({ looks }) => looks);
      await eventually('all have looked', () => all.every(({ looks }, index) => looks > (seen[index] ?? 0) + 5));
      release();
      await user.until(() => isConfirmed(user));
      assert.equal(
        created().reduce((sum, calls) => sum + calls),
        1,
      );
      const { clock } = one.bot;
      await eventually('it is noted', async () => (await one.bot.jobsOf(partner))[0]?.confirmedAt !== undefined);
      // The one that is ahead blanks it as much too early at most.
      clock.now = new Date(clock.now.getTime() + 4 * minute);
      const before = all.map(({ looks }) => looks);
      await eventually('all have looked', () => all.every(({ looks }, index) => looks > (before[index] ?? 0) + 3));
      assert.equal(user.cards().flatMap(passwordsOf).length, 1);
      clock.now = new Date(clock.now.getTime() + 12 * minute);
      await eventually('it is blanked', () => user.cards().flatMap(passwordsOf).length === 0);
      await user.say('agenda');
      assert.equal(user.title(), t('agenda.title'));
    });
});
