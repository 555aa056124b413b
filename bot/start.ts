import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { TurnContext } from 'botbuilder';
import { localeFor, words } from '../locales/words.ts';
import { localPartnerCenter } from '../partner-center/local.ts';
import type { Partner } from '../partner-center/partner.ts';
import type { PartnerCenter } from '../partner-center/partnerCenter.ts';
import { auditTrail } from '../storage/audit.ts';
import { claims } from '../storage/claims.ts';
import { customers } from '../storage/customers.ts';
import type { Documents } from '../storage/documents.ts';
import { jobs } from '../storage/jobs.ts';
import { openLowdbDocuments } from '../storage/lowdbDocuments.ts';
import { people } from '../storage/people.ts';
import { correlationId, createAdapter, createMessages } from './adapter.ts';
import { chatRoutes } from './chat/chat.ts';
import type { Config } from './config.ts';
import { createBot } from './customerBot.ts';
import { gateFor } from './gate.ts';
import { giveBack } from './givenBack.ts';
import { keepHouse } from './housekeeping.ts';
import { failure, type Log } from './log.ts';
import { textActivity } from './replies.ts';
import { createRateLimit } from './rateLimit.ts';
import { samplePartners } from '../partner-center/samplePartners.ts';
import type { PartnerCenterTools } from './partnerCenters.ts';
import { readPartners } from './partners.ts';
import { createServer } from './server.ts';
import { createSubmissions, type Submissions } from './submissions.ts';
import type { SubmissionTools } from './submissionTools.ts';
import { inTime } from './time.ts';
import { createTurns } from './turns.ts';
import { wasSubmitted } from './wasSubmitted.ts';

/** A running bot. */
export interface Bot {
  readonly port: number;
  /** Takes no more requests, finishes turns and submissions, and closes the storage. */
  stop(): Promise<void>;
}

/** What a start may be given besides its configuration; tests shorten the times. */
export interface StartOptions {
  readonly log: Log;
  readonly now?: () => Date;
  readonly waits?: readonly number[];
  readonly typingAfter?: number;
  readonly takeUpAfter?: number;
  /** Called when the process cannot go on: the folder's lock was lost. */
  readonly onFatal?: (error: Error) => void;
  /** Stands in for the local Partner Center. */
  readonly partnerCenterOf?: (partner: Partner, documents: Documents) => PartnerCenter;
  /** Stands between the bot and its storage. */
  readonly documentsOf?: (documents: Documents) => Documents;
}

/**
 * Milliseconds for what is under way when the bot stops: platforms end a process after 20 s or more. What is not finished by
 * then is on the disk, and goes on at the next start.
 */
const stoppingTime = 18_000;

/** The Partner Center that the configuration chose. */
async function partnerCenters(config: Config): Promise<(partner: Partner, tools: PartnerCenterTools) => PartnerCenter> {
  if (config.rest === undefined) return (partner, tools) => localPartnerCenter({ ...tools, partner });
  // Only now: MSAL and the REST side cost a start without them a tenth of its time.
  const { partnerCenterFor } = await import('./partnerCenters.ts');
  return (partner, tools) => partnerCenterFor(config, partner, tools);
}

/** Starts the bot: storage, Partner Center, conversation, server; then goes on with submissions that were left. */
export async function startBot(config: Config, options: StartOptions): Promise<Bot> {
  const { log, now = () => new Date() } = options;
  const partners = config.partnersFile === undefined ? samplePartners : await readPartners(config.partnersFile);
  const stored = await openLowdbDocuments(config.dataDir, {
    now,
    // The file, named by that time, is in the quarantine; its name holds an id, which may be a user's or a domain's.
    onUnreadable: ({ kind, partner }, _file, reason) =>
      log.error({ kind, tenant: partner, reason }, 'unreadable document set aside'),
    onLockLost: (error) => options.onFatal?.(error),
  });
  const documents = options.documentsOf?.(stored) ?? stored;
  const closing = new AbortController();
  const chosen = await partnerCenters(config);
  const adapter = createAdapter(config, log, { apologise });
  const partnerCenterOf = oncePerPartner(
    (partner) =>
      options.partnerCenterOf?.(partner, documents) ??
      chosen(partner, { documents, now, randomId: randomUUID, signal: closing.signal }),
  );
  const everyone = people(documents);
  const turns = createTurns(everyone);
  const tools: SubmissionTools = {
    partners,
    jobs: jobs(documents),
    customers: customers(documents),
    audit: auditTrail(documents, randomUUID),
    newId: randomUUID,
    partnerCenterOf,
    resume: (reference, logic) => adapter.continueConversationAsync(config.registration?.id ?? '', reference, logic),
    wasSubmitted: (partner, job, discard) => wasSubmitted(turns, partner, job, discard),
    giveBack: (partner, job) => giveBack(turns, partner, job, now()),
    now,
    log,
    wait: (milliseconds) => wait(milliseconds, undefined, { signal: closing.signal }),
    waits: options.waits ?? [500, 2_000, 5_000],
    takeUpAfter: options.takeUpAfter ?? 10_000,
    passwordMinutes: config.passwordShownMinutes,
    later: (run, milliseconds) => {
      setTimeout(() => closing.signal.aborted || run(), milliseconds).unref();
    },
  };
  const submissions = createSubmissions(tools);
  const { anonymous } = config;
  const { typingAfter = 1_000 } = options;
  const underWay = new Set<Promise<void>>();
  const background = (work: Promise<void>): void => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };
  const memory = { people: everyone, claims: claims(documents), turns };
  const limit = createRateLimit(config.turnsPerMinute, now);
  const bot = createBot({ ...tools, ...memory, limit, anonymous, submissions, background, typingAfter });
  let port = config.port;
  const gate = gateFor(config, { log, now });
  const server = createServer({
    log,
    anonymous,
    onMessages: createMessages(adapter, gate, bot),
    ready: async () =>
      (await gate.ready()) && (await documents.list('jobs', partners[0]?.tenantId ?? '', { limit: 1 })) !== undefined,
    ...(anonymous ? { routes: chat(() => port, partners, now, closing.signal) } : {}),
  });
  port = await server.listen(config.port, config.host);
  const takenUp = takeUpWhatIsLeft(submissions, tools);
  const house = { ...tools, ...memory, documents };
  everyDay(tools.later, () => void keepHouse(house));
  return {
    port,
    async stop() {
      const end = performance.now() + stoppingTime;
      closing.abort();
      await server.drain();
      const rest = takenUp.then(() => submissions.idle()).then(() => Promise.all(underWay));
      await inTime(rest, Math.max(0, end - performance.now()), undefined);
      await documents.close();
    },
  };
}

const chat = (port: () => number, partners: readonly Partner[], now: () => Date, closing: AbortSignal) =>
  chatRoutes({
    baseUrl: () => `http://127.0.0.1:${String(port())}`,
    partners: partners.map(({ tenantId, name, type, cloud, country }) => ({ tenantId, name, type, cloud, country })),
    now,
    newId: randomUUID,
    closing,
  });

function oncePerPartner(make: (partner: Partner) => PartnerCenter): (partner: Partner) => PartnerCenter {
  const made = new Map<string, PartnerCenter>();
  return (partner) => {
    const known = made.get(partner.tenantId) ?? make(partner);
    made.set(partner.tenantId, known);
    return known;
  };
}

/** Goes on with what a former process left; storage that does not answer yet is asked again. */
async function takeUpWhatIsLeft(submissions: Submissions, tools: SubmissionTools): Promise<void> {
  try {
    await submissions.resumeAll();
  } catch (error) {
    tools.log.error({ err: failure(error) }, 'submissions could not be taken up; tried again');
    tools.later(() => void takeUpWhatIsLeft(submissions, tools), tools.takeUpAfter);
  }
}

const day = 24 * 60 * 60 * 1000;

/** A minute after the start, and then every day. */
function everyDay(later: SubmissionTools['later'], run: () => void): void {
  const again = (): void => {
    run();
    later(again, day);
  };
  later(again, 60_000);
}

/** The one thing said when a turn failed: what is safe, and the id to ask about. */
async function apologise(context: TurnContext): Promise<void> {
  const { t } = words(localeFor(context.activity.locale));
  await context.sendActivity(textActivity(t('trouble.unexpected', { id: correlationId(context) })));
}
