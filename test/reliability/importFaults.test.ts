import assert from 'node:assert/strict';
import { importHead } from '../../model/import.ts';
import { buttonsOf, type ShownCard } from '../cardReading.ts';
import { csvOf, existingRow, newRow } from '../conversations/import/files.ts';
import { partnerOf } from '../conversations/walk.ts';
import { eventually } from '../eventually.ts';
import { startFaultyBot, type FaultyBot } from './faultyBot.ts';
import { momentsUpTo } from './moments.ts';
import { personAt } from './person.ts';
import { documentsIn, recordsIn } from './records.ts';

const partner = partnerOf(2);

const isReview = (card: ShownCard): boolean => buttonsOf(card).some(({ data }) => data['verb'] === 'importSubmit');

describe('an import whose writes fail', () => {
  const start = () => startFaultyBot({ takeUpAfter: 5 });
  let bot: FaultyBot;

  beforeEach(async () => {
    bot = await start();
  });
  afterEach(() => bot.stop());

  const importsIn = () => documentsIn(bot.folder, 'imports', importHead);
  const isOver = async (): Promise<boolean> => {
    const all = await importsIn();
    // One that was checked in a turn that was not saved waits for nobody, and is forgotten after some days.
    const begun = all.filter(({ state, submitted }) => state !== 'unfinished' || submitted === true);
    return begun.length > 0 && begun.every(({ state, told }) => state === 'done' && told === true);
  };

  /** Imports a new customer and one that exists as a person would, whatever fails; gives the writes it took. */
  async function importOnce(number: number | undefined, fault: 'before' | 'after'): Promise<number> {
    const user = personAt(bot, { partner });
    const csv = csvOf([newRow(), existingRow()]);
    const before = (await recordsIn(bot.folder).customers()).length;
    bot.writes.arm(number, fault);
    for (let tries = 0; tries < 4 && !user.cards().some(isReview); tries += 1) await user.say(csv);
    for (let tries = 0; tries < 4; tries += 1) {
      if ((await importsIn()).some(({ state, submitted }) => state !== 'unfinished' || submitted === true)) break;
      await user.press('importSubmit');
    }
    await eventually('the import is over', isOver);
    const count = bot.writes.count();
    const recorded = (await recordsIn(bot.folder).customers()).map(({ domain }) => domain);
    assert.equal(recorded.length, before + 2, `write ${String(number)}, ${String(bot.writes.failed())} ${fault}`);
    assert.equal(new Set(recorded).size, recorded.length);
    return count;
  }

  for (const fault of ['before', 'after'] as const) {
    it(`adds each row once, whichever write fails ${fault === 'before' ? 'before it is done' : 'after it was done'}`, async () => {
      const most = await importOnce(undefined, fault);
      assert.ok(most > 10);
      for (const number of momentsUpTo(most)) {
        await bot.stop();
        bot = await start();
        await importOnce(number, fault);
      }
    });
  }
});
