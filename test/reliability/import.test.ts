import assert from 'node:assert/strict';
import { importHead } from '../../model/import.ts';
import { words } from '../../locales/words.ts';
import { textsOf, titleOf } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { csvOf, existingRow, newRow, type Row } from '../conversations/import/files.ts';
import { partnerOf } from '../conversations/walk.ts';
import type { BotProcess } from './bot.ts';
import { expectSoundEnd, startConnectedBot, type ConnectedBot } from './connectedBot.ts';
import { deadline, eventually } from '../eventually.ts';
import { momentsApart } from './moments.ts';
import { personAt } from './person.ts';
import { documentsIn, recordsIn } from './records.ts';

const { t } = words('en');
const partner = partnerOf(2);
// A part of the moments is tried with fewer rows.
const rows = momentsApart === 1 ? 1_000 : 400;

/** Ten kinds of fault; those of new customers first. */
const faults: readonly Row[] = [
  { companyName: '' },
  { domain: 'not a prefix' },
  { country: 'Atlantis' },
  { state: 'ZZ' },
  { postalCode: 'x' },
  { email: 'nobody' },
  { phoneNumber: 'call me' },
  { accepted: 'no' },
  { dateAccepted: '2999-01-01' },
  { kind: 'perhaps' },
];
const faulty = 37;

/** A file of that many rows, half of them new customers, and 37 of these with a fault of ten kinds. */
function file(): { readonly all: Row[]; readonly good: Row[] } {
  const every = Math.floor(rows / 2 / faulty);
  const all = Array.from({ length: rows }, (_none, at): Row => {
    if (at % 2 === 1) return existingRow({ companyName: `Coho Winery ${String(at)}` });
    const row = newRow({ companyName: `Alpine Ski House ${String(at)}`, phoneNumber: '+1 425 555 0100' });
    const place = at / 2;
    const fault = place % every === 0 && place / every < faulty ? faults[(place / every) % faults.length] : undefined;
    return { ...row, ...fault };
  });
  const isFaulty = (row: Row): boolean =>
    faults.some((fault) => Object.entries(fault).every(([name, value]) => row[name as keyof Row] === value));
  return { all, good: all.filter((row) => !isFaulty(row)) };
}

const domainOf = ({ kind, domain = '' }: Row): string => (kind === 'new' ? `${domain}.onmicrosoft.com` : domain);

const importsIn = (folder: string) => documentsIn(folder, 'imports', importHead);

/** Lets an import run, killed whenever it got so much further, until it is over; gives how often it was killed. */
async function runKilled(bot: BotProcess, moments: readonly number[]): Promise<number> {
  const { customers, audit } = recordsIn(bot.folder);
  let killed = 0;
  for (const recorded of moments) {
    await eventually(
      `${String(recorded)} customers are recorded`,
      async () => (await customers()).length >= recorded,
      4 * deadline,
    );
    // Not always between the same two writes.
    const lines = (await audit()).length;
    await eventually('more of it is done', async () => (await audit()).length >= lines + killed);
    await bot.kill();
    killed += 1;
    await bot.restart();
  }
  return killed;
}

const summaryOf = (user: Client) => user.cards().findLast((card) => titleOf(card) === t('importDone.title'));

async function imported(bot: ConnectedBot): Promise<void> {
  const user = personAt(bot, { partner });
  const { all, good } = file();
  assert.equal(all.length - good.length, faulty);
  await user.say('import');
  await user.press('importText', { csv: csvOf(all) });
  assert.ok(user.texts().includes(t('importReview.faulty', { n: faulty })), user.texts().join('\n').slice(0, 2_000));
  await user.press('importSubmit');
  const killed = await runKilled(bot, [1, rows * 0.06, rows * 0.35, rows * 0.8]);
  assert.equal(killed, 4);
  await eventually(
    'the import is over',
    async () => (await importsIn(bot.folder)).every(({ told }) => told === true),
    4 * deadline,
  );
  const { customers, jobs, audit } = recordsIn(bot.folder);
  const recorded = (await customers()).map(({ domain }) => domain);
  assert.equal(new Set(recorded).size, recorded.length, 'no customer is recorded twice');
  assert.deepEqual(recorded.sort(), good.map(domainOf).sort());
  const created = (await audit()).filter(({ action, outcome }) => action === 'customer' && outcome === 'done');
  assert.equal(created.length, good.filter(({ kind }) => kind === 'new').length, 'each was created once');
  assert.ok((await jobs()).every(({ state, confirmedAt }) => state === 'done' && confirmedAt !== undefined));
  const summary = summaryOf(user);
  assert.ok(summary);
  const said = textsOf(summary).join('\n');
  assert.ok(said.includes(t('importDone.failed', { n: faulty })), said);
}

async function runAgain(bot: ConnectedBot): Promise<void> {
  const { customers } = recordsIn(bot.folder);
  const before = (await customers()).length;
  const user = personAt(bot, { partner });
  await user.say(
    csvOf((await customers()).map(({ domain, companyName }) => ({ kind: 'existing', companyName, domain }))),
  );
  assert.ok(user.texts().includes(t('importReview.there', { n: before })), user.texts().join('\n').slice(0, 2_000));
  assert.ok(!user.has('importSubmit'));
}

describe(`an import of ${rows.toLocaleString('en')} rows with 37 faults of ten kinds`, () => {
  it('adds every good row once, however often the process is killed in its midst, and nothing when it is run again', async () => {
    const bot = await startConnectedBot({ times: {} });
    try {
      await imported(bot);
      await runAgain(bot);
      await expectSoundEnd(bot);
    } finally {
      await bot.clear();
    }
  });
});
