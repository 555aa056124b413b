import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { TurnContext } from 'botbuilder-core';
import { localeFor, words } from '../locales/words.ts';
import { correlationId, createActivityHandler, createAdapter, type TurnHandler } from './http/adapter.ts';
import type { Partner } from '../partner-center/rules/partner.ts';
import {
  type AppContext,
  baseUrlOf,
  createBackground,
  createFileDeliveryFor,
  createRepositories,
  createServices,
  fileTransferRules,
  type Repositories,
  type StartOptions,
} from './services.ts';
import { createChangeJobs } from './jobs/changeJob.ts';
import { createJobLeases } from './jobs/jobLeases.ts';
import type { ChangeDeps, JobDeps } from './jobs/deps.ts';
import type { Config } from './settings/config.ts';
import { createBot } from './customerBot.ts';
import type { JobRunner } from './jobs/durableJob.ts';
import { pendingFilesFor } from './files/sharedFiles.ts';
import { filesRoute } from './files/pendingFiles.ts';
import { draftOfJob, restoreDraft } from './jobs/restoreDraft.ts';
import { rememberResult } from './jobs/rememberResult.ts';
import { applyDailyRetention } from './jobs/retention.ts';
import { fetchFile } from './files/fileTransfer.ts';
import { createCredentialCards } from './jobs/import/credentialCards.ts';
import { createImportJobs } from './jobs/import/importJob.ts';
import type { ImportDeps } from './jobs/import/importRun.ts';
import { safeError } from './log.ts';
import { defined } from '../lib/optional.ts';
import { createMorningMessages } from './jobs/morningMessages.ts';
import type { EffectDeps } from './turn/afterTurn.ts';
import { createRateLimit } from './turn/turnLimits.ts';
import { createCustomerCards, textActivity } from './turn/replies.ts';
import { type BotServer, createBotServer } from './http/botServer.ts';
import { createSubmissionJobs } from './jobs/submissionJob.ts';
import type { SubmissionDeps } from './jobs/submissionDeps.ts';
import { minute } from '../lib/durations.ts';
import { withTimeout } from '../lib/withTimeout.ts';
import { prefetchFirstCard, rehearseFirstCards } from './warmUp.ts';
import { isTurnSaved } from './turn/turns.ts';
import { chatRoutes } from '../chat-page/server/chatRoutes.ts';
import { contactCardEndings } from '../dialogs/add/pasteToDraft.ts';
import { tableEndings } from '../dialogs/import/receiveFile.ts';
import { maxMegabytes } from '../forms/import/table.ts';
import { createAuthenticator } from './http/authenticateRequest.ts';
import { NewerDocument } from '../storage/collectionSchema.ts';
import { storageProbe } from '../storage/storageProbe.ts';
import { storedFiles } from '../storage/storedFiles.ts';
import { publicPages } from './pages/publicPages.ts';

export type { StartOptions } from './services.ts';

/** A running bot. */
export interface Bot {
  readonly port: number;
  /** Stops accepting requests, finishes turns and jobs, and closes the storage. */
  stop(): Promise<void>;
}

/**
 * Milliseconds for turns and jobs to finish when the bot stops: platforms end a process after 20 s or more. Jobs not
 * finished by then are on the disk and resume at the next start.
 */
const shutdownTime = 18_000;

/** Milliseconds for the leases of jobs that are not finished by then to be given back. */
const releaseTime = 1_000;

/** Milliseconds between two looks for jobs that other processes left. */
const takeUpEvery = 10_000;

/** Milliseconds between the end of a start and its rehearsal, so that the readiness probe is answered first. */
const warmUpDelay = 50;

/** Starts the bot: storage, Partner Center, conversation and server; then resumes unfinished jobs. */
export async function startBot(config: Config, options: StartOptions): Promise<Bot> {
  const { log } = options;
  let clock = (): Date => new Date();
  const now = options.now ?? (() => clock());
  const closing = new AbortController();
  // Every call under way listens to this signal; Node would report so many listeners as a leak.
  setMaxListeners(0, closing.signal);
  const services = await createServices(config, options, now, closing.signal);
  clock = services.documents.now ?? clock;
  if (options.warm === true) prefetchFirstCard(services);
  const adapter = createAdapter(config, log, {
    apologise: sendApology,
    ...defined({ channel: options.telemetry?.channel }),
  });
  const background = createBackground(closing.signal, log);
  // Begun before all else that a start asks of the storage, so that nothing of it is waited for.
  const canSave = storageProbe(services.documents);
  const probed = options.warm === true ? canSave() : undefined;
  const app: AppContext = {
    ...services,
    config,
    options,
    log,
    now,
    closing,
    adapter,
    background,
    pendingFiles: pendingFilesFor(services.documents, { now, log }),
    canSave,
    listener: { port: config.port },
  };
  const repositories = createRepositories(app);
  const baseDeps = createJobDeps(app, repositories);
  const changeJobs = createChangeJobs(baseDeps);
  const deps = {
    ...baseDeps,
    lookAfterChange: (partner: Partner, id: string) => void changeJobs.reconcile(partner, id),
  };
  const submissions = createSubmissionJobs(deps);
  const importJobs = createImportJobs({ ...deps, submissions });
  const mornings = createMorningMessages({ ...deps, ...repositories, background: (work) => background.run(work) });
  const runners = [submissions, changeJobs, importJobs];
  const handler = createTurnHandler(app, repositories, deps, { submissions, changeJobs, importJobs, mornings });
  const { server, port } = await startServer(app, handler);
  const resumed = [...runners, mornings].map((work) => resumeJobs(work, deps, probed));
  const takeUpJobs = async (): Promise<void> => {
    for (const work of runners) {
      // Not as an argument: `?.` would not evaluate it where telemetry is off.
      const waiting = await work.takeUpDue();
      options.telemetry?.waiting(work.name, waiting);
    }
  };
  lookAgain(app, takeUpJobs, options.takeUpEvery ?? takeUpEvery);
  lookAgain(app, () => app.lookForPartners(), options.takeUpEvery ?? takeUpEvery);
  lookAgain(app, () => storedFiles(app.documents).removeOver(now()), 10 * minute);
  lookAgain(app, () => mornings.resumeAll(), options.takeUpEvery ?? 10 * minute);
  void probed?.then(() => background.later(() => background.run(rehearseFirstCards(app)), warmUpDelay));
  background.everyHour(() => background.run(applyDailyRetention({ ...app, ...repositories })));
  return { port, stop: () => shutDown(app, server, resumed, runners) };
}

type AllJobDeps = Omit<SubmissionDeps, 'lookAfterChange'> & ChangeDeps & Omit<ImportDeps, 'submissions'>;

function createJobDeps(app: AppContext, repositories: Repositories): AllJobDeps {
  const { config, options, partners, partnerCenterOf, listOf, log, now, closing, background } = app;
  const { elapsed = () => performance.now(), leaseTime } = options;
  const shared = app.documents.shared === true;
  const deps: Omit<AllJobDeps, 'credentials'> = {
    ...repositories,
    partners,
    partnerCenterOf,
    listOf,
    log,
    now,
    elapsed,
    jobLeases: createJobLeases({ owner: randomUUID(), shared, now, elapsed, ...defined({ time: leaseTime }) }),
    startedAt: now(),
    newId: randomUUID,
    resume: (reference, logic) => app.adapter.speak(config.registration?.id ?? '', reference, logic),
    isTurnSaved: (partner, job, discard) => isTurnSaved(repositories.turns, partner, job, discard),
    restoreSubmission: (partner, job) =>
      restoreDraft(repositories.turns, partner, { userId: job.userId, draft: draftOfJob(job, now()) }),
    restoreDraft: (partner, returned) => restoreDraft(repositories.turns, partner, returned),
    rememberResult: (partner, { id: job, userId }, card) =>
      rememberResult({ ...repositories, log }, partner, { userId, job, card }),
    ...(shared ? {} : { customerCards: createCustomerCards() }),
    wait: (milliseconds) => wait(milliseconds, undefined, { signal: closing.signal }),
    waits: options.waits ?? [500, 2_000, 5_000],
    longestPause: options.longestPause ?? 20_000,
    progressAfter: options.progressAfter ?? 500,
    takeUpAfter: options.takeUpAfter ?? 10_000,
    lookEvery: options.lookEvery ?? 60_000,
    passwordMinutes: config.passwordShownMinutes,
    later: (run, milliseconds) => background.later(run, milliseconds),
    ending: () => closing.signal.aborted,
  };
  return { ...deps, credentials: createCredentialCards(deps) };
}

function createTurnHandler(
  app: AppContext,
  repositories: Repositories,
  deps: SubmissionDeps & Pick<ChangeDeps, 'customerCards'>,
  runners: Pick<EffectDeps, 'submissions' | 'changeJobs' | 'importJobs' | 'mornings'>,
): TurnHandler {
  const { config, options, now, background } = app;
  const handler = createBot({
    ...deps,
    ...repositories,
    ...runners,
    files: createFileDeliveryFor(app, repositories, deps),
    anonymous: config.anonymous,
    fetchSent: (url, serviceUrl, mostBytes) => fetchFile(url, fileTransferRules(config), serviceUrl, mostBytes),
    limit: createRateLimit(config.turnsPerMinute, now),
    background: (work) => background.run(work),
    typingAfter: options.typingAfter ?? 1_000,
    answerTime: options.answerTime ?? 8_000,
  });
  return options.telemetry?.turn(handler) ?? handler;
}

async function shutDown(
  app: AppContext,
  server: BotServer,
  resumed: readonly Promise<void>[],
  runners: readonly JobRunner[],
): Promise<void> {
  const end = performance.now() + shutdownTime;
  app.closing.abort();
  await server.drain();
  const rest = Promise.all(resumed)
    .then(() => Promise.all(runners.map((work) => work.idle())))
    .then(() => app.background.idle());
  await withTimeout(rest, Math.max(0, end - performance.now()), undefined);
  await withTimeout(Promise.all(runners.map((work) => work.release())), releaseTime, undefined);
  await app.documents.close();
}

/** Resumes the jobs an earlier process left, after something else; retries while the storage does not answer. */
async function resumeJobs(work: Pick<JobRunner, 'resumeAll'>, deps: JobDeps, after?: Promise<unknown>): Promise<void> {
  try {
    await after;
    await work.resumeAll();
  } catch (error) {
    deps.log.error(
      { err: safeError(error) },
      'what was left could not be taken up; tried again, and npm run doctor tells why',
    );
    deps.later(() => void resumeJobs(work, deps), deps.takeUpAfter);
  }
}

/** Looks again and again for what others changed: jobs that processes left which died or ended, or the partners file. */
function lookAgain(app: AppContext, look: () => Promise<void>, interval: number): void {
  const { background, log } = app;
  const lookOnce = async (): Promise<void> => {
    try {
      await look();
    } catch (error) {
      log.error(
        { err: safeError(error) },
        'what others left or changed could not be read; tried again, and npm run doctor tells why',
      );
    }
    lookAgain(app, look, interval);
  };
  background.later(() => background.run(lookOnce()), interval);
}

/** Tells the user that the turn failed, what is safe, and the correlation id to ask about. */
async function sendApology(context: TurnContext, error: Error): Promise<void> {
  const { t } = words(localeFor(context.activity.locale));
  const said = error instanceof NewerDocument ? 'trouble.newer' : 'trouble.unexpected';
  await context.sendActivity(textActivity(t(said, { id: correlationId(context) })));
}

/** Starts the HTTP server with this turn handler behind it. */
async function startServer(
  app: AppContext,
  bot: TurnHandler,
): Promise<{ readonly server: BotServer; readonly port: number }> {
  const { config, log, now, adapter, pendingFiles, canSave, listener } = app;
  const authenticator = createAuthenticator(config, { log, now });
  const server = createBotServer({
    log,
    anonymous: config.anonymous,
    authenticator,
    onActivity: createActivityHandler(adapter, bot),
    ready: async () => (await Promise.all([authenticator.ready(), canSave()])).every(Boolean),
    routes: (pages) => {
      publicPages({ passwordMinutes: config.passwordShownMinutes })(pages);
      if (!config.anonymous) return;
      filesRoute(pages, pendingFiles);
      chatPageRoutes(app)(pages);
    },
  });
  listener.port = await server.listen(config.port, config.host);
  return { server, port: listener.port };
}

const chatPageRoutes = (app: AppContext) =>
  chatRoutes({
    baseUrl: () => baseUrlOf(app),
    partners: () => app.partners().map(publicPartner),
    now: app.now,
    newId: randomUUID,
    closing: app.closing.signal,
    files: {
      endings: [...tableEndings, ...contactCardEndings],
      megabytes: maxMegabytes,
      keep: async ({ tenantId, userId, name, content }) => {
        const file = { partner: tenantId, userId, name, type: 'application/octet-stream', content };
        return `${baseUrlOf(app)}/files/${await app.pendingFiles.put(file)}`;
      },
    },
  });

// These fields are sent to the browser; nothing else of a partner may be.
const publicPartner = ({ tenantId, name, type, cloud, country }: Partner) => ({ tenantId, name, type, cloud, country });
