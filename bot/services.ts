import { randomUUID } from 'node:crypto';
import { customerListCache, type CustomerListCache, withListUpdates } from '../partner-center/customerListCache.ts';
import { type SubscriptionCache, subscriptionCache, withCacheUpdates } from '../partner-center/subscriptionCache.ts';
import type { Partner } from '../partner-center/rules/partner.ts';
import { type PartnerCenter, wrapped } from '../partner-center/partnerCenter.ts';
import type { Documents } from '../storage/documents.ts';
import { openDocuments } from '../storage/openDocuments.ts';
import { openToOthers } from '../storage/dataFolder.ts';
import type { Config } from './settings/config.ts';
import type { PendingFiles } from './files/pendingFiles.ts';
import { type Log, safeError } from './log.ts';
import { type PartnerCenterDeps, practicePartnerCenter } from './practicePartnerCenter.ts';
import { readPartnerList } from './settings/partnerList.ts';
import type { AuthenticatedAdapter } from './http/adapter.ts';
import { listedDirectory, recordDirectory } from '../dialogs/customers/customerDirectory.ts';
import { agendaCustomers } from '../dialogs/agenda/agendaCustomers.ts';
import { type Audit, auditTrail } from '../storage/auditTrail.ts';
import { followOtherProcesses } from './otherProcesses.ts';
import { createTurns } from './turn/turns.ts';
import { customers, users, workCollections } from '../storage/collections.ts';
import { imports } from '../storage/importCollections.ts';
import { teamsCloud } from './settings/teamsClouds.ts';
import { createFileDelivery, type FileDelivery } from './files/fileDelivery.ts';
import { fileSourceOf } from './files/fileSource.ts';
import { createConnectorSend } from './http/connectorClient.ts';
import type { JobDeps } from './jobs/deps.ts';
import { hour } from '../lib/durations.ts';
import { defined } from '../lib/optional.ts';
import type { Telemetry } from './telemetry/telemetry.ts';

/** Options of a start besides its configuration; tests shorten the times. */
export interface StartOptions {
  readonly log: Log;
  readonly now?: () => Date;
  readonly waits?: readonly number[];
  readonly typingAfter?: number;
  readonly answerTime?: number;
  readonly takeUpAfter?: number;
  readonly longestPause?: number;
  readonly lookEvery?: number;
  readonly takeUpEvery?: number;
  readonly leaseTime?: number;
  /** Milliseconds on a clock that nobody sets. */
  readonly elapsed?: () => number;
  readonly progressAfter?: number;
  /** Called when the process must end because the folder's lock was lost. */
  readonly onFatal?: (error: Error) => void;
  /** Prepares at the start what the first messages would otherwise wait for. */
  readonly warm?: boolean;
  /** Stands in for the Partner Center that the configuration chose. */
  readonly partnerCenterOf?: (partner: Partner, documents: Documents) => PartnerCenter;
  /** Stands between the bot and its storage. */
  readonly documentsOf?: (documents: Documents) => Documents;
  /** Measures turns, calls and the storage. */
  readonly telemetry?: Telemetry;
}

/** Partners, storage and Partner Center: the services everything else uses. */
interface Services {
  /** The partners as they are now. */
  readonly partners: () => readonly Partner[];
  /** Reads the partners file again where it changed. */
  readonly lookForPartners: () => Promise<void>;
  readonly documents: Documents;
  readonly audit: Audit;
  readonly partnerCenterOf: (partner: Partner) => PartnerCenter;
  /** The list that a partner's Partner Center keeps of its customers; undefined where it keeps none. */
  readonly listOf: (partner: Partner) => CustomerListCache | undefined;
  /** The cache of subscriptions of a partner's customers. */
  readonly keptSubscriptionsOf: (partner: Partner) => SubscriptionCache;
}

/** Everything the parts of one bot process share. */
export interface AppContext extends Services {
  readonly config: Config;
  readonly options: StartOptions;
  readonly log: Log;
  readonly now: () => Date;
  readonly closing: AbortController;
  readonly adapter: AuthenticatedAdapter;
  readonly background: Background;
  /** Files that wait for their download. */
  readonly pendingFiles: PendingFiles;
  /** True where the storage saves; asked of it once in five seconds. */
  readonly canSave: () => Promise<boolean>;
  /** The port the bot listens on; set when it listens. */
  readonly listener: { port: number };
}

/** Reads the partners, opens the storage and chooses the Partner Center. Raises the error that stops a start. */
export async function createServices(
  config: Config,
  options: StartOptions,
  now: () => Date,
  signal: AbortSignal,
): Promise<Services> {
  const partnerList = await readPartnerList(config, options.log);
  const chosen = await choosePartnerCenter(config);
  const documents = await openStorage(config, options, now);
  const fetch = options.telemetry?.partnerCenter;
  const deps = { documents, now, randomId: randomUUID, log: options.log, signal, ...defined({ fetch }) };
  const audit = auditTrail(documents, randomUUID);
  const reached = memoizeByPartner((partner): ReturnType<typeof withCaches> => {
    const catchUp = followOtherProcesses({ partner, audit, records: customers(documents), caches: () => made });
    const made = withCaches(options.partnerCenterOf?.(partner, documents) ?? chosen(partner, deps), now, catchUp);
    return made;
  });
  return {
    partners: () => partnerList.all(),
    lookForPartners: async () => partnerList.look(),
    documents,
    audit,
    partnerCenterOf: (partner) => reached(partner).partnerCenter,
    listOf: (partner) => reached(partner).list,
    keptSubscriptionsOf: (partner) => reached(partner).subscriptions,
  };
}

/**
 * A Partner Center with in-memory caches that every change made through it updates at once; `catchUp` updates them by the
 * changes of other processes.
 */
function withCaches(
  reached: PartnerCenter,
  now: () => Date,
  catchUp: (() => Promise<void>) | undefined,
): { partnerCenter: PartnerCenter; subscriptions: SubscriptionCache; list?: CustomerListCache } {
  const subscriptions = subscriptionCache((id) => reached.management.subscriptions(id), now, catchUp);
  const partnerCenter = wrapped(reached, (inner) => withCacheUpdates(inner, subscriptions));
  if (partnerCenter.directory === undefined) return { partnerCenter, subscriptions };
  const list = customerListCache(partnerCenter.directory, now, catchUp);
  return { partnerCenter: wrapped(partnerCenter, (inner) => withListUpdates(inner, list)), subscriptions, list };
}

// A name that was misspelt would otherwise look as if all records were gone.
const newTable = 'there was no such table: it is new, and empty';

async function openStorage(config: Config, options: StartOptions, now: () => Date): Promise<Documents> {
  const { log, onFatal, documentsOf, telemetry } = options;
  const documents = await openDocuments(config.storage, config.dataDir, {
    now,
    // The file is in the quarantine under a name with the time. The name is not logged: its id may be a user's or a
    // domain's.
    onUnreadable: ({ kind, partner }, _file, reason) =>
      log.error({ kind, tenant: partner, reason }, 'unreadable document set aside'),
    onCheckpointError: (error) =>
      log.error(
        { err: safeError(error) },
        'documents could not be written to their files; they are safe in the write-ahead log',
      ),
    onSummarized: ({ kind, partner }, count) =>
      log.warn({ kind, tenant: partner, count }, 'summaries were missing and were rebuilt from the documents'),
    onLockLost: (error) => onFatal?.(error),
    onUnanswered: (calls) =>
      log.error({ calls }, 'the storage did not answer the last calls before the end; they are not waited for'),
    onNewTable: () => log.warn(typeof config.storage === 'string' ? {} : { table: config.storage.name }, newTable),
  });
  if (typeof config.storage === 'string') {
    // Only a warning: on some hosts the rights cannot be narrowed.
    const open = await openToOthers(config.dataDir);
    if (open !== undefined) log.warn(open);
  }
  const chosen = documentsOf?.(documents) ?? documents;
  return telemetry?.documents(chosen) ?? chosen;
}

/** The Partner Center that the configuration chose. */
async function choosePartnerCenter(
  config: Config,
): Promise<(partner: Partner, deps: PartnerCenterDeps) => PartnerCenter> {
  if (config.rest === undefined) return (partner, deps) => practicePartnerCenter(config, partner, deps);
  // Imported only when used: loading MSAL and the REST client takes a tenth of the time of a start.
  const { partnerCenterFor } = await import('./partnerCenters.ts');
  return (partner, deps) => partnerCenterFor(config, partner, deps);
}

/** Memoizes a function of a partner: it runs once for each, at the first call, and again for one that was changed. */
function memoizeByPartner<T>(make: (partner: Partner) => T): (partner: Partner) => T {
  const made = new WeakMap<Partner, T>();
  return (partner) => {
    const known = made.get(partner) ?? make(partner);
    made.set(partner, known);
    return known;
  };
}

/** The collections of the storage, and what is built on them. */
export function createRepositories({
  documents,
  audit,
  closing,
  now,
  listOf,
  keptSubscriptionsOf,
  partnerCenterOf,
}: AppContext) {
  const everyone = users(documents);
  const records = customers(documents, { closing: closing.signal });
  const directoryOf = memoizeByPartner((partner) => {
    const list = listOf(partner);
    const { tenantId } = partner;
    if (list === undefined) return recordDirectory(records, tenantId);
    return listedDirectory({ partner: tenantId, customers: records, list, partnerCenter: partnerCenterOf(partner) });
  });
  return {
    people: everyone,
    turns: createTurns(everyone),
    customers: records,
    directoryOf,
    keptSubscriptionsOf,
    agendaCustomersOf: memoizeByPartner((partner) =>
      agendaCustomers({ directory: directoryOf(partner), keptSubscriptions: keptSubscriptionsOf(partner), now }),
    ),
    ...workCollections(documents),
    imports: imports(documents),
    audit,
    forgetSetAside: ({ tenantId }: Partner, texts: readonly string[]) => documents.purgeQuarantineOf(tenantId, texts),
  };
}

/** The collections and what is built on them. */
export type Repositories = ReturnType<typeof createRepositories>;

/** File delivery to every kind of client, with the services of this process. */
export function createFileDeliveryFor(
  app: AppContext,
  repositories: Repositories,
  { resume, newId }: JobDeps,
): FileDelivery {
  const { config, log, pendingFiles, partnerCenterOf } = app;
  return createFileDelivery({
    pendingFiles,
    sourceOf: (partner, order) => fileSourceOf({ ...repositories, partnerCenterOf }, partner, order),
    rules: fileTransferRules(config),
    // A file of many megabytes takes long to send.
    send: createConnectorSend({ attempt: 60_000, total: 120_000 }),
    resume,
    address: (id) => `${baseUrlOf(app)}/files/${id}`,
    newId,
    log,
  });
}

/** The base URL of the bot on its own machine. */
export const baseUrlOf = ({ listener }: AppContext): string => `http://127.0.0.1:${String(listener.port)}`;
/** Hosts that files may be sent to and fetched from. */
export const fileTransferRules = ({ anonymous, fileHosts, teamsCloud: cloud }: Config) => ({
  anonymous,
  hosts: fileHosts,
  teamsTakesFiles: teamsCloud(cloud).files,
});

/** Work that no turn waits for; the process waits for it when it stops. */
interface Background {
  run(work: Promise<void>): void;
  /** Runs it after that many milliseconds, unless the process is ending by then. */
  later(run: () => void, milliseconds: number): void;
  /** Runs it in a minute, and then every hour. */
  everyHour(run: () => void): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** Work in the background of a process that ends when `closing` fires. An error of it is logged: it ends no process. */
export function createBackground(closing: AbortSignal, log: Pick<Log, 'error'>): Background {
  const underWay = new Set<Promise<unknown>>();
  const later = (run: () => void, milliseconds: number): void => {
    setTimeout(() => closing.aborted || run(), milliseconds).unref();
  };
  return {
    run(work) {
      const watched: Promise<unknown> = work
        // At the end of the process calls are broken off, and its jobs are given back all the same.
        .catch((error: unknown) => closing.aborted || log.error({ err: safeError(error) }, 'work beside turns failed'))
        .finally(() => underWay.delete(watched));
      underWay.add(watched);
    },
    later,
    everyHour(run) {
      const again = (): void => {
        run();
        later(again, hour);
      };
      later(again, 60_000);
    },
    async idle() {
      await Promise.all(underWay);
    },
  };
}
