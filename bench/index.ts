import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FolderStorage } from '../storage/dataFolder.ts';
import { azureContenders, azureLoad, seededTables, withAccount } from './azure.ts';
import { startChannel } from './channel.ts';
import { measureFirstCard, type FirstCard } from './firstCard.ts';
import { compare, type Contender, type Performance } from './load.ts';
import { median, short, table } from './numbers.ts';
import { measureRecording, seededFolders, type Cost, type Recording, type RecordingCase } from './recording.ts';
import { measureSentences, type SentenceCosts } from './sentences.ts';
import { measureStores, type StoreCosts } from './stores.ts';
import { timeToReady } from './subject.ts';
import { coreBotTalk, goldenTalk, smallTalk } from './talks.ts';

const { STORAGE: wantedStorage } = process.env;
const storage: FolderStorage = wantedStorage === 'sqlite' ? 'sqlite' : 'lowdb';
const starts = 5;
const load = { users: 64, conversations: 4, warmUp: 10, rounds: 5 };

const contendersIn = (folder: string): Contender[] => [
  { program: { name: 'Echo bot', file: './echoBot.js' }, settings: {}, talk: smallTalk },
  { program: { name: 'Core-bot form in memory', file: './coreBot.js' }, settings: {}, talk: coreBotTalk },
  {
    program: {
      name: 'Customer Desk, durable',
      file: '../bundle/customer-desk.js',
      // As `npm start` and the image start it.
      flags: ['--no-regexp-tier-up', '--min-semi-space-size=32', '--max-semi-space-size=32'],
      readyPath: '/readyz',
    },
    settings: { STORAGE: storage, DATA_DIR: join(folder, 'load') },
    talk: goldenTalk,
  },
];

async function readyTimes(contenders: readonly Contender[]): Promise<number[]> {
  const times = contenders.map((): number[] => []);
  for (let start = 0; start < starts; start += 1)
    for (const [index, { program, settings }] of contenders.entries())
      times[index]?.push(await timeToReady(program, settings));
  return times.map(median);
}

const megabytes = (bytes: number): string => String(Math.round(bytes / 1024 / 1024));

const loadTable = (contenders: readonly Contender[], ready: readonly number[], found: readonly Performance[]): string =>
  table([
    ['', 'CPU ms a turn', 'turns/s', 'p50 ms', 'p99 ms', 'RSS MB', 'ready ms'],
    ...found.map(({ cpu, turnsPerSecond, p50, p99, rss }, index) => [
      contenders[index]?.program.name ?? '',
      cpu.toFixed(2),
      String(Math.round(turnsPerSecond)),
      short(p50),
      short(p99),
      megabytes(rss),
      String(Math.round(ready[index] ?? Number.NaN)),
    ]),
  ]);

const cost = ({ ms, cpu }: Cost): string => `${short(ms)} (${short(cpu)})`;

const recordingTable = (found: readonly Recording[]): string =>
  table([
    ['with so many customers there already', ...found.map(({ already }) => already.toLocaleString('en'))],
    ['record one, ms (CPU ms)', ...found.map(({ submission }) => cost(submission))],
    ['list a page, ms (CPU ms)', ...found.map(({ list }) => cost(list))],
    ['find by a part of the name, ms (CPU ms)', ...found.map(({ find }) => cost(find))],
    ['the first list after a start, ms (CPU ms)', ...found.map(({ firstList }) => cost(firstList))],
    ['until every record can be found, s', ...found.map(({ wholeAfter }) => short(wholeAfter))],
    ['memory when ready, and then, MB', ...found.map(({ rss }) => `${megabytes(rss.ready)}, ${megabytes(rss.whole)}`)],
    ['start to ready, ms', ...found.map(({ ready }) => String(Math.round(ready)))],
  ]);

const firstCardTable = (found: readonly FirstCard[]): string =>
  table([
    ['products, each call taking 200 ms', ...found.map(({ products }) => products.toLocaleString('en'))],
    ['first card of Add customer, after a greeting, ms', ...found.map(({ greeted }) => short(greeted))],
    ['the same as the first thing said 1.5 s after a start, ms', ...found.map(({ started }) => short(started))],
    ['the same as the first thing said after a start, ms', ...found.map(({ cold }) => short(cold))],
    ['until the whole catalogue is read, in the background, s', ...found.map(({ wholeAfter }) => short(wholeAfter))],
  ]);

const rate = ({ perSecond, cpu }: StoreCosts['put']): string => `${String(Math.round(perSecond))} (${short(cpu)})`;

const storesTable = (found: readonly StoreCosts[], many: number): string =>
  table([
    ['the store alone', ...found.map(({ name }) => name)],
    ['put, a second (CPU ms each)', ...found.map(({ put }) => rate(put))],
    ['get, after opening', ...found.map(({ get }) => rate(get))],
    ['replace', ...found.map(({ replace }) => rate(replace))],
    ['record a customer', ...found.map(({ record }) => rate(record))],
    [
      `index of ${many.toLocaleString('en')} customers, ms (CPU ms)`,
      ...found.map(({ firstIndex }) => cost(firstIndex)),
    ],
    ['list a page, ms (CPU ms)', ...found.map(({ list }) => cost(list))],
    ['find by a part of the name, ms (CPU ms)', ...found.map(({ find }) => cost(find))],
  ]);

const sentencesTable = (found: readonly SentenceCosts[]): string =>
  table([
    ['a typed sentence, CPU ms', ...found.map(({ locale }) => locale)],
    ['sentences', ...found.map(({ sentences }) => String(sentences))],
    ['made ready after a start', ...found.map(({ prepared }) => short(prepared))],
    ['the longest step of that', ...found.map(({ longestStep }) => short(longestStep))],
    ['the first message then', ...found.map(({ first }) => short(first))],
    ['every message, on average', ...found.map(({ mean }) => mean.toFixed(2))],
    ['99 of 100 at most', ...found.map(({ p99 }) => short(p99))],
    ['its likeness to examples, on average', ...found.map(({ likeness }) => likeness.toFixed(2))],
  ]);

// `STORAGE` chooses the store, `azure` for `records` alone. Arguments: `azure` (Azure Tables in 1, 2 and 3 processes, on Azurite), `first-card`, `load`, `records`,
// `sentences` or `stores` (all stores, without the bot) for that alone, and other numbers of customers.
const [wanted, ...others] = process.argv.slice(2).filter((argument) => !/^\d+$/.test(argument));
if (others.length > 0) throw new Error('name one of azure, first-card, load, records, sentences, stores, or none');
const given = process.argv
  .slice(2)
  .filter((argument) => /^\d+$/.test(argument))
  .map(Number);
const numbers = given.length > 0 ? given : [0, 10_000, 100_000];
const folder = await mkdtemp(join(tmpdir(), 'customer-desk-bench-'));
const channel = await startChannel();
async function measureLoad(contenders: readonly Contender[], given: typeof load): Promise<void> {
  const ready = await readyTimes(contenders);
  console.log(`${loadTable(contenders, ready, await compare(contenders, channel, given))}\n`);
}

/** The bot with Azure Tables beside the echo bot and the bot with its other store. */
async function measureAzure(desk: Contender, others: readonly Contender[]): Promise<void> {
  await withAccount(async (account) => measureLoad([...others, desk, ...azureContenders(desk, account)], azureLoad));
}

async function measureRecords({ program }: Contender): Promise<void> {
  const measured = async (seeded: readonly RecordingCase[]): Promise<void> =>
    console.log(recordingTable(await measureRecording(program, channel, seeded)));
  if (wantedStorage === 'azure') await withAccount(async (account) => measured(await seededTables(account, numbers)));
  else await measured(await seededFolders(storage, join(folder, 'recording'), numbers));
}

try {
  const contenders = contendersIn(folder);
  const machine = `${String(cpus().length)} × ${cpus()[0]?.model ?? 'CPU'}`;
  console.log(
    `${machine}, Node ${process.version}, ${wantedStorage ?? storage}; ${String((wanted === 'azure' ? azureLoad : load).users)} users at once.\n`,
  );
  const desk = contenders[2];
  if (wanted === 'stores') {
    const [many = 10_000] = given;
    console.log(storesTable(await measureStores(folder, 5_000, many), many));
  }
  if (wanted === undefined || wanted === 'sentences') console.log(`${sentencesTable(await measureSentences())}\n`);
  if (desk !== undefined && (wanted === undefined || wanted === 'first-card'))
    console.log(`${firstCardTable(await measureFirstCard(desk.program, channel, folder, [10, 1_000], 200))}\n`);
  if (wanted === undefined || wanted === 'load') await measureLoad(contenders, load);
  if (desk !== undefined && wanted === 'azure') await measureAzure(desk, contenders.slice(0, 1));
  if (desk !== undefined && (wanted === undefined || wanted === 'records')) await measureRecords(desk);
} finally {
  channel.close();
  await rm(folder, { recursive: true, force: true });
}
process.exit(0); // kept-alive connections would hold it
