import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../bot/settings/config.ts';
import { startBot, type Bot } from '../../bot/start.ts';
import { importHead } from '../../storage/imports.ts';
import { keepLog } from '../bot/desk.ts';
import { buttonsOf, type ShownCard } from '../cardReading.ts';
import { startConnector, type Connector } from '../connector.ts';
import { csvOf, existingRow, newRow } from '../conversations/importing/files.ts';
import { partnerOf } from '../conversations/walk.ts';
import { eventually } from './eventually.ts';
import { faultyWrites } from './faults.ts';
import { personAt } from './person.ts';
import { documentsIn, recordsIn } from './records.ts';

const partner = partnerOf(2);
const quick = { waits: [1, 1], typingAfter: 60_000, takeUpAfter: 5 };

const isReview = (card: ShownCard): boolean => buttonsOf(card).some(({ data }) => data['verb'] === 'importSubmit');

describe('an import whose writes fail', () => {
  const writes = faultyWrites();
  const { log } = keepLog();
  let place: string;
  let folder: string;
  let connector: Connector;
  let bot: Bot;

  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'customer-desk-import-'));
    folder = join(place, 'data');
    connector = await startConnector();
    bot = await startBot(readConfig({ PORT: '0', DATA_DIR: folder, TURNS_PER_MINUTE: '100000' }), {
      ...quick,
      log,
      documentsOf: writes.wrap,
    });
  });
  afterEach(async () => {
    await bot.stop();
    await connector.close();
    await rm(place, { recursive: true, force: true });
  });

  const importsIn = () => documentsIn(folder, 'imports', importHead);
  const isOver = async (): Promise<boolean> => {
    const all = await importsIn();
    // One that was checked in a turn that was not saved waits for nobody, and is forgotten after some days.
    const begun = all.filter(({ state, submitted }) => state !== 'unfinished' || submitted === true);
    return begun.length > 0 && begun.every(({ state, told }) => state === 'done' && told === true);
  };

  /** Imports a new customer and one that exists as a person would, whatever fails; gives the writes it took. */
  async function importOnce(number: number | undefined, fault: 'before' | 'after'): Promise<number> {
    const user = personAt({ connector, url: () => `http://127.0.0.1:${String(bot.port)}` }, { partner });
    const csv = csvOf([newRow(), existingRow()]);
    const before = (await recordsIn(folder).customers()).length;
    writes.arm(number, fault);
    for (let tries = 0; tries < 4 && !user.cards().some(isReview); tries += 1) await user.say(csv);
    for (let tries = 0; tries < 4; tries += 1) {
      if ((await importsIn()).some(({ state, submitted }) => state !== 'unfinished' || submitted === true)) break;
      await user.press('Submit');
    }
    await eventually('the import is over', isOver);
    const count = writes.count();
    const recorded = (await recordsIn(folder).customers()).map(({ domain }) => domain);
    assert.equal(recorded.length, before + 2, `write ${String(number)}, ${String(writes.failed())} ${fault}`);
    assert.equal(new Set(recorded).size, recorded.length);
    return count;
  }

  for (const fault of ['before', 'after'] as const) {
    it(`adds each row once, whichever write fails ${fault === 'before' ? 'before it is done' : 'after it was done'}`, async function () {
      this.timeout(120_000);
      const most = await importOnce(undefined, fault);
      assert.ok(most > 10);
      for (let number = 1; number <= most; number += 1) {
        await bot.stop();
        await rm(folder, { recursive: true, force: true });
        bot = await startBot(readConfig({ PORT: '0', DATA_DIR: folder, TURNS_PER_MINUTE: '100000' }), {
          ...quick,
          log,
          documentsOf: writes.wrap,
        });
        await importOnce(number, fault);
      }
    });
  }
});
