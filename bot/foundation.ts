import { randomUUID } from 'node:crypto';
import { localPartnerCenter } from '../partner-center/local.ts';
import type { Partner } from '../partner-center/partner.ts';
import type { PartnerCenter } from '../partner-center/partnerCenter.ts';
import { samplePartners } from '../partner-center/samplePartners.ts';
import type { Documents } from '../storage/documents.ts';
import { openLowdbDocuments } from '../storage/lowdbDocuments.ts';
import type { Config } from './config.ts';
import { failure, type Log } from './log.ts';
import type { PartnerCenterTools } from './partnerCenters.ts';
import { readPartners } from './partners.ts';

/** What a start may be given besides its configuration; tests shorten the times. */
export interface StartOptions {
  readonly log: Log;
  readonly now?: () => Date;
  readonly waits?: readonly number[];
  readonly typingAfter?: number;
  readonly answerTime?: number;
  readonly takeUpAfter?: number;
  /** Called when the process cannot go on: the folder's lock was lost. */
  readonly onFatal?: (error: Error) => void;
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
}

/** Reads the partners, opens the storage and chooses the Partner Center; raises what stops a start. */
export async function layFoundation(
  config: Config,
  options: StartOptions,
  now: () => Date,
  signal: AbortSignal,
): Promise<Foundation> {
  const partners = config.partnersFile === undefined ? samplePartners : await readPartners(config.partnersFile);
  const chosen = await partnerCenters(config);
  const documents = await openStorage(config, options, now);
  const tools = { documents, now, randomId: randomUUID, signal };
  return {
    partners,
    documents,
    partnerCenterOf: oncePerPartner(
      (partner) => options.partnerCenterOf?.(partner, documents) ?? chosen(partner, tools),
    ),
  };
}

async function openStorage(config: Config, options: StartOptions, now: () => Date): Promise<Documents> {
  const { log, onFatal, documentsOf } = options;
  const documents = await openLowdbDocuments(config.dataDir, {
    now,
    // The file, named by that time, is in the quarantine; its name holds an id, which may be a user's or a domain's.
    onUnreadable: ({ kind, partner }, _file, reason) =>
      log.error({ kind, tenant: partner, reason }, 'unreadable document set aside'),
    onTrouble: (error) =>
      log.error({ err: failure(error) }, 'documents could not be written to their files; they are safe in the journal'),
    onLockLost: (error) => onFatal?.(error),
  });
  return documentsOf?.(documents) ?? documents;
}

/** The Partner Center that the configuration chose. */
async function partnerCenters(config: Config): Promise<(partner: Partner, tools: PartnerCenterTools) => PartnerCenter> {
  if (config.rest === undefined) return (partner, tools) => localPartnerCenter({ ...tools, partner });
  // Only now: MSAL and the REST side cost a start without them a tenth of its time.
  const { partnerCenterFor } = await import('./partnerCenters.ts');
  return (partner, tools) => partnerCenterFor(config, partner, tools);
}

function oncePerPartner(make: (partner: Partner) => PartnerCenter): (partner: Partner) => PartnerCenter {
  const made = new Map<string, PartnerCenter>();
  return (partner) => {
    const known = made.get(partner.tenantId) ?? make(partner);
    made.set(partner.tenantId, known);
    return known;
  };
}
