import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../bot/settings/config.ts';
import { startBot, type Bot, type StartOptions } from '../bot/app.ts';
import { localPartnerCenter } from '../partner-center/local/localPartnerCenter.ts';
import type { Subscription } from '../partner-center/management.ts';
import type { Partner } from '../partner-center/rules/partner.ts';
import type { PartnerCenter } from '../partner-center/partnerCenter.ts';
import { defined } from '../lib/optional.ts';
import { auditTrail } from '../storage/auditTrail.ts';
import type { Change } from '../model/change.ts';
import type { Customer } from '../model/customer.ts';
import type { Submission } from '../model/submission.ts';
import type { Collection } from '../storage/collection.ts';
import type { Documents } from '../storage/documents.ts';
import { startConnector, type Connector } from './connector.ts';
import { overtakenSaves } from './overtakenSaves.ts';
import { startReplicas } from './replicas.ts';
import { isInTable, rowsInTable, storeSettings } from './testStore.ts';
import { keepLog } from './bot/desk.ts';
import { partnerCenterSpy, type PartnerCenterSpy } from './partnerCenterSpy.ts';
import { changes, submissions, customers } from '../storage/collections.ts';
import type { AuditLine } from '../model/auditLine.ts';

/** What a test bot may be given. */
interface TestBotOptions {
  /** Instead of the sample partners. */
  readonly partners?: readonly Partner[];
  readonly settings?: Readonly<Record<string, string>>;
  /** The time it is at the start. */
  readonly now?: Date;
  /** A data folder to go on with; a new one without it. */
  readonly folder?: string;
  /** Milliseconds a step takes before it is told how far a submission is; a minute without it. */
  readonly progressAfter?: number;
  /** Stands between the bot and its storage, anew after each restart. */
  readonly documentsOf?: (documents: Documents) => Documents;
  /** Another process, on whose channel and by whose clock this one works. */
  readonly beside?: TestBot;
  /** Milliseconds by which this one's clock is ahead of the one that it shares with others. */
  readonly ahead?: number;
  /** The clock that nobody sets; the process's own without it. */
  readonly elapsed?: () => number;
  /** Milliseconds between two looks for what other processes left. */
  readonly takeUpEvery?: number;
  /** Milliseconds between attempts of a step that may succeed later. */
  readonly waits?: readonly number[];
  /** Prepares at the start what the first messages would otherwise wait for, as a bot that is not tested does. */
  readonly warm?: boolean;
}

/** The real bot, answering over HTTP, with a channel and a Partner Center that tests look into. */
export interface TestBot {
  readonly connector: Connector;
  readonly partnerCenter: PartnerCenterSpy;
  /** The time it is for the bot; set it as you like. */
  readonly clock: { now: Date };
  readonly folder: string;
  /** Every line logged so far. */
  readonly log: readonly string[];
  url(): string;
  /** What is recorded for a partner now. */
  customersOf(partner: Partner): Promise<readonly Customer[]>;
  jobsOf(partner: Partner): Promise<readonly Submission[]>;
  /** What a customer of a partner has at the local Partner Center; without a record of the call. */
  subscriptionsOf(partner: Partner, microsoftId: string): Promise<readonly Subscription[]>;
  changesOf(partner: Partner): Promise<readonly Change[]>;
  /** The history of a record, oldest first. */
  auditOf(partner: Partner, record: string): Promise<readonly AuditLine[]>;
  /** Waits until submissions and turns are over, does something with the folder at rest, and starts anew. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  /** Tells the process to end, as SIGTERM does; its channel and its folder stay. */
  end(): Promise<void>;
  stop(): Promise<void>;
}

/** True where every turn of the suite's bots is run again, as if another process had saved first. */
const isOvertaken = process.env['TEST_OVERTAKEN'] !== undefined;

/** Starts a bot on free loopback ports and a data folder of its own; stop it in `after`. */
export async function startTestBot(options: TestBotOptions = {}): Promise<TestBot> {
  const place = await mkdtemp(join(tmpdir(), 'customer-desk-'));
  const folder = options.folder ?? join(place, 'data');
  const connector = options.beside?.connector ?? (await startConnector());
  const clock = options.beside?.clock ?? { now: options.now ?? new Date('2026-03-10T09:00:00.000Z') };
  const { log, lines } = keepLog();
  const partnerCenter = partnerCenterSpy();
  const settings = {
    PORT: '0',
    ...storeSettings(folder),
    LOG_LEVEL: 'debug',
    TURNS_PER_MINUTE: '100000',
    ...(await partnersFile(place, options.partners)),
  };
  let documents: Documents | undefined;
  // A millisecond passes each time, so that nothing happens at the same moment.
  const now = (): Date => {
    clock.now = new Date(clock.now.getTime() + 1);
    return new Date(clock.now.getTime() + (options.ahead ?? 0));
  };
  const config = readConfig({ ...settings, ...options.settings });
  const practised = config.agreement.way === 'customer' ? { agreement: 'customer' as const } : {};
  const localOf = (partner: Partner, kept: Documents): PartnerCenter =>
    localPartnerCenter({ partner, documents: kept, now, randomId: randomUUID, ...practised });
  const { progressAfter, elapsed, takeUpEvery, waits, warm } = options;
  const start = (): Promise<Bot> =>
    startBot(config, {
      ...quick,
      ...defined({ progressAfter, elapsed, takeUpEvery, waits, warm }),
      log,
      now,
      documentsOf(stored) {
        documents = options.documentsOf?.(stored) ?? stored;
        return isOvertaken ? overtakenSaves(documents) : documents;
      },
      partnerCenterOf: (partner, kept) => partnerCenter.wrap(localOf(partner, kept)),
    });
  // A bot beside another one is a replica of its own, and a folder is one process's.
  const isShared = typeof config.storage !== 'string' && options.beside === undefined;
  const bots = await startReplicas(start, isShared ? undefined : 1);
  let ended: Promise<void> | undefined;
  const end = (): Promise<void> => (ended ??= bots.stop());
  const stored = (): Documents => {
    if (documents === undefined) throw new Error('the bot has no storage yet');
    return documents;
  };
  const all = async <T>(make: (from: Documents) => Collection<T>, partner: Partner): Promise<readonly T[]> => {
    const { items } = await make(stored()).list(partner.tenantId, { limit: 1000 });
    return items.map(({ value }) => value);
  };
  return {
    connector,
    partnerCenter,
    clock,
    folder,
    log: lines,
    url: () => bots.url(),
    // Of the storage that is open now: the bot itself makes a partner's access anew only when it is asked for.
    subscriptionsOf: async (partner, microsoftId) => localOf(partner, stored()).management.subscriptions(microsoftId),
    customersOf: (partner) => all(customers, partner),
    jobsOf: (partner) => all(submissions, partner),
    changesOf: (partner) => all(changes, partner),
    auditOf: (partner, record) => auditTrail(stored(), randomUUID).of(partner.tenantId, record, 1000),
    restart: (meanwhile) => bots.restart(meanwhile),
    end,
    async stop() {
      await end();
      if (options.beside === undefined) await connector.close();
      await rm(place, { recursive: true, force: true });
    },
  };
}

const quick = {
  waits: [1, 1],
  typingAfter: 60_000,
  takeUpAfter: 20,
  lookEvery: 20,
  progressAfter: 60_000,
} satisfies Partial<StartOptions>;

async function partnersFile(place: string, partners: readonly Partner[] | undefined) {
  if (partners === undefined) return {};
  const file = join(place, 'partners.json');
  await writeFile(file, JSON.stringify(partners));
  return { PARTNERS_FILE: file };
}

/** Everything that is kept in a folder or its table, as one text; files that come and go meanwhile are left out. */
export async function everythingIn(folder: string): Promise<string> {
  if (isInTable(folder)) return (await rowsInTable(folder)).join('\n');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')))).join('\n');
}

/** A bot for all tests of a `describe`, started before and stopped after them. */
export function useTestBot(options: TestBotOptions = {}): () => TestBot {
  let bot: TestBot | undefined;
  before(async () => {
    bot = await startTestBot(options);
  });
  after(() => bot?.stop());
  return () => {
    if (bot === undefined) throw new Error('the bot runs only during tests');
    return bot;
  };
}
