import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { TurnContext } from 'botbuilder-core';
import { localeFor, words } from '../locales/words.ts';
import { correlationId, createAdapter, type Logic } from './door/adapter.ts';
import type { Partner } from '../partner-center/partner.ts';
import { createBackground } from './background.ts';
import { createChanges, type Changes } from './work/changes.ts';
import type { ChangeTools } from './work/changeTools.ts';
import type { Config } from './settings/config.ts';
import { createBot } from './customerBot.ts';
import type { DurableWork } from './work/durableWork.ts';
import { createShelf } from './files/shelf.ts';
import { layFoundation, type Start, type StartOptions } from './foundation.ts';
import { draftOfJob, giveBack } from './work/givenBack.ts';
import { keepHouse } from './housekeeping.ts';
import { fileRules, filesOf } from './handedFiles.ts';
import { fetchFile } from './importing/fetchFile.ts';
import { credentialCards } from './importing/credentialCards.ts';
import { createImporting } from './importing/importing.ts';
import type { ImportTools } from './importing/tools.ts';
import { failure } from './log.ts';
import { memoryOf, type Memory } from './memory.ts';
import { createRateLimit } from './door/rateLimit.ts';
import { textActivity } from './turn/replies.ts';
import type { Server } from './door/server.ts';
import { serve } from './serving.ts';
import { createSubmissions, type Submissions } from './work/submissions.ts';
import type { SubmissionTools } from './work/submissionTools.ts';
import { inTime } from './time.ts';
import { askEarly, rehearse } from './warmUp.ts';
import { wasSubmitted } from './work/wasSubmitted.ts';
import type { WorkTools } from './work/workTools.ts';

export type { StartOptions } from './foundation.ts';

/** A running bot. */
export interface Bot {
  readonly port: number;
  /** Takes no more requests, finishes turns and submissions, and closes the storage. */
  stop(): Promise<void>;
}

/**
 * Milliseconds for what is under way when the bot stops: platforms end a process after 20 s or more. What is not finished by
 * then is on the disk, and goes on at the next start.
 */
const stoppingTime = 18_000;

/** Milliseconds after which a start that is over is followed by its rehearsal: whoever waits for readiness comes first. */
const soonAfter = 50;

/** Starts the bot: storage, Partner Center, conversation, server; then goes on with submissions that were left. */
export async function startBot(config: Config, options: StartOptions): Promise<Bot> {
  const { log, now = () => new Date() } = options;
  const closing = new AbortController();
  // Every call under way listens: that they are many is no leak, of which Node would warn in the log.
  setMaxListeners(0, closing.signal);
  const foundation = await layFoundation(config, options, now, closing.signal);
  if (options.warm === true) askEarly(foundation);
  const adapter = createAdapter(config, log, { apologise });
  const background = createBackground(closing.signal);
  const shelf = createShelf();
  const here = { port: config.port };
  const start: Start = { ...foundation, config, options, log, now, closing, adapter, background, shelf, here };
  const memory = memoryOf(start);
  const given = workTools(start, memory);
  const changing = createChanges(given);
  const tools = { ...given, lookAfterChange: (partner: Partner, id: string) => void changing.reconsider(partner, id) };
  const submissions = createSubmissions(tools);
  const importing = createImporting({ ...tools, submissions });
  const works = [submissions, changing, importing];
  const { server, port } = await serve(start, conversation(start, memory, tools, { submissions, changing, importing }));
  const takenUp = works.map((work) => takeUpWhatIsLeft(work, tools));
  if (options.warm === true) background.later(() => background.run(rehearse(start)), soonAfter);
  background.everyDay(() => void keepHouse({ ...start, ...memory }));
  return { port, stop: () => stop(start, server, takenUp, works) };
}

type Tools = Omit<SubmissionTools, 'lookAfterChange'> & ChangeTools & Omit<ImportTools, 'submissions'>;

function workTools(start: Start, memory: Memory): Tools {
  const { config, options, partners, partnerCenterOf, listOf, log, now, closing, background } = start;
  const tools: Omit<Tools, 'credentials'> = {
    ...memory,
    partners,
    partnerCenterOf,
    listOf,
    log,
    now,
    startedAt: now(),
    newId: randomUUID,
    resume: (reference, logic) =>
      start.adapter.continueConversationAsync(config.registration?.id ?? '', reference, (context) => {
        // It answers nothing: clients wait for the message that an answer names, which the SDK has invented.
        context.onSendActivities((_context, activities, next) => {
          for (const activity of activities) delete activity.replyToId;
          return next();
        });
        return logic(context);
      }),
    wasSubmitted: (partner, job, discard) => wasSubmitted(memory.turns, partner, job, discard),
    giveBack: (partner, job) => giveBack(memory.turns, partner, { userId: job.userId, draft: draftOfJob(job, now()) }),
    returnDraft: (partner, returned) => giveBack(memory.turns, partner, returned),
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
  return { ...tools, credentials: credentialCards(tools) };
}

function conversation(
  start: Start,
  memory: Memory,
  tools: SubmissionTools,
  works: { readonly submissions: Submissions; readonly changing: Changes; readonly importing: DurableWork },
): Logic {
  const { config, options, now, background } = start;
  return createBot({
    ...tools,
    ...memory,
    ...works,
    files: filesOf(start, tools),
    anonymous: config.anonymous,
    fetchSent: (url, serviceUrl, mostBytes) => fetchFile(url, fileRules(config), serviceUrl, mostBytes),
    limit: createRateLimit(config.turnsPerMinute, now),
    background: (work) => background.run(work),
    typingAfter: options.typingAfter ?? 1_000,
    answerTime: options.answerTime ?? 8_000,
  });
}

async function stop(
  start: Start,
  server: Server,
  takenUp: readonly Promise<void>[],
  works: readonly DurableWork[],
): Promise<void> {
  const end = performance.now() + stoppingTime;
  start.closing.abort();
  await server.drain();
  const rest = Promise.all(takenUp)
    .then(() => Promise.all(works.map((work) => work.idle())))
    .then(() => start.background.idle());
  await inTime(rest, Math.max(0, end - performance.now()), undefined);
  await start.documents.close();
}

/** Goes on with what a former process left; storage that does not answer yet is asked again. */
async function takeUpWhatIsLeft(work: DurableWork, tools: WorkTools): Promise<void> {
  try {
    await work.resumeAll();
  } catch (error) {
    tools.log.error({ err: failure(error) }, 'what was left could not be taken up; tried again');
    tools.later(() => void takeUpWhatIsLeft(work, tools), tools.takeUpAfter);
  }
}

/** The one thing said when a turn failed: what is safe, and the id to ask about. */
async function apologise(context: TurnContext): Promise<void> {
  const { t } = words(localeFor(context.activity.locale));
  await context.sendActivity(textActivity(t('trouble.unexpected', { id: correlationId(context) })));
}
