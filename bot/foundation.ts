import { randomUUID } from 'node:crypto';
import { customerList, type CustomerList } from '../partner-center/customerList.ts';
import { keeping, type KeptSubscriptions, keptSubscriptions } from '../partner-center/keptSubscriptions.ts';
import { noted } from '../partner-center/noted.ts';
import type { Partner } from '../partner-center/partner.ts';
import type { PartnerCenter } from '../partner-center/partnerCenter.ts';
import type { Documents } from '../storage/documents.ts';
import { openDocuments } from '../storage/openDocuments.ts';
import type { Background } from './background.ts';
import { openToOthers } from './doctor/folder.ts';
import type { Config } from './settings/config.ts';
import type { Shelf } from './files/shelf.ts';
import { failure, type Log } from './log.ts';
import { practiceFor, type PartnerCenterTools } from './practice.ts';
import { partnersFor } from './settings/partners.ts';
import type { CloudAdapter } from './sdk.ts';

/** What a start may be given besides its configuration; tests shorten the times. */
export interface StartOptions {
  readonly log: Log;
  readonly now?: () => Date;
  readonly waits?: readonly number[];
  readonly typingAfter?: number;
  readonly answerTime?: number;
  readonly takeUpAfter?: number;
  readonly longestPause?: number;
  readonly lookEvery?: number;
  readonly progressAfter?: number;
  /** Called when the process cannot go on: the folder's lock was lost. */
  readonly onFatal?: (error: Error) => void;
  /** Begins, before anybody is there, what first messages would wait for. */
  readonly warm?: boolean;
  /** Stands in for the Partner Center that the configuration chose. */
  readonly partnerCenterOf?: (partner: Partner, documents: Documents) => PartnerCenter;
  /** Stands between the bot and its storage. */
  readonly documentsOf?: (documents: Documents) => Documents;
}

/** What everything else stands on. */
export interface Foundation {
  readonly partners: readonly Partner[];
  readonly documents: Documents;
  readonly partnerCenterOf: (partner: Partner) => PartnerCenter;
  /** The list that a partner's Partner Center keeps of its customers; undefined where it keeps none. */
  readonly listOf: (partner: Partner) => CustomerList | undefined;
  /** What was read of the subscriptions of a partner's customers. */
  readonly keptSubscriptionsOf: (partner: Partner) => KeptSubscriptions;
}

/** What the whole of a start shares. */
export interface Start extends Foundation {
  readonly config: Config;
  readonly options: StartOptions;
  readonly log: Log;
  readonly now: () => Date;
  readonly closing: AbortController;
  readonly adapter: CloudAdapter;
  readonly background: Background;
  /** Files that wait to be fetched. */
  readonly shelf: Shelf;
  /** Where this bot is reached on its own machine, once it listens. */
  readonly here: { port: number };
}

/** Reads the partners, opens the storage and chooses the Partner Center; raises what stops a start. */
export async function layFoundation(
  config: Config,
  options: StartOptions,
  now: () => Date,
  signal: AbortSignal,
): Promise<Foundation> {
  const partners = await partnersFor(config);
  const chosen = await partnerCenters(config);
  const documents = await openStorage(config, options, now);
  const tools = { documents, now, randomId: randomUUID, log: options.log, signal };
  const reached = oncePerPartner((partner) =>
    remembering(options.partnerCenterOf?.(partner, documents) ?? chosen(partner, tools), now),
  );
  return {
    partners,
    documents,
    partnerCenterOf: (partner) => reached(partner).partnerCenter,
    listOf: (partner) => reached(partner).list,
    keptSubscriptionsOf: (partner) => reached(partner).subscriptions,
  };
}

/** A Partner Center with what is kept of it in memory; what is done through it changes that at once. */
function remembering(
  reached: PartnerCenter,
  now: () => Date,
): { partnerCenter: PartnerCenter; subscriptions: KeptSubscriptions; list?: CustomerList } {
  const subscriptions = keptSubscriptions((id) => reached.management.subscriptions(id), now);
  const partnerCenter = keeping(reached, subscriptions);
  if (partnerCenter.directory === undefined) return { partnerCenter, subscriptions };
  const list = customerList(partnerCenter.directory, now);
  return { partnerCenter: noted(partnerCenter, list), subscriptions, list };
}

async function openStorage(config: Config, options: StartOptions, now: () => Date): Promise<Documents> {
  const { log, onFatal, documentsOf } = options;
  const documents = await openDocuments(config.storage, config.dataDir, {
    now,
    // The file, named by that time, is in the quarantine; its name holds an id, which may be a user's or a domain's.
    onUnreadable: ({ kind, partner }, _file, reason) =>
      log.error({ kind, tenant: partner, reason }, 'unreadable document set aside'),
    onTrouble: (error) =>
      log.error({ err: failure(error) }, 'documents could not be written to their files; they are safe in the journal'),
    onLockLost: (error) => onFatal?.(error),
  });
  // On some hosts the rights cannot be narrowed, so this stops nothing.
  const open = await openToOthers(config.dataDir);
  if (open !== undefined) log.warn(open);
  return documentsOf?.(documents) ?? documents;
}

/** The Partner Center that the configuration chose. */
async function partnerCenters(config: Config): Promise<(partner: Partner, tools: PartnerCenterTools) => PartnerCenter> {
  if (config.rest === undefined) return (partner, tools) => practiceFor(config, partner, tools);
  // Only now: MSAL and the REST side cost a start without them a tenth of its time.
  const { partnerCenterFor } = await import('./partnerCenters.ts');
  return (partner, tools) => partnerCenterFor(config, partner, tools);
}

/** Makes something of a partner when it is asked for, once. */
export function oncePerPartner<T>(make: (partner: Partner) => T): (partner: Partner) => T {
  const made = new Map<string, T>();
  return (partner) => {
    const known = made.get(partner.tenantId) ?? make(partner);
    made.set(partner.tenantId, known);
    return known;
  };
}
