import type { ConversationReference, TurnContext } from 'botbuilder';
import { progressCard, refusedCard, submittedCard, type PasswordView } from '../cards/confirmationCard.ts';
import { endCard, submittedJob } from '../dialogs/confirmation.ts';
import { contextOf } from '../dialogs/drafts.ts';
import { openCard } from '../dialogs/openCard.ts';
import { words, type Words } from '../locales/words.ts';
import type { Partner } from '../partner-center/partner.ts';
import { PartnerCenterError, type CreatedCustomer, type PartnerCenter } from '../partner-center/partnerCenter.ts';
import { advance, again, giveUp, nextStage } from '../partner-center/submission.ts';
import type { Collection, Item } from '../storage/collection.ts';
import type { Customer } from '../storage/customers.ts';
import type { Draft } from '../storage/draft.ts';
import type { Job } from '../storage/jobs.ts';
import type { StageName } from '../storage/stages.ts';
import { keyQueue } from '../storage/keyQueue.ts';
import { failure, type Log } from './log.ts';
import { recordCustomer } from './recording.ts';
import { cardActivity } from './replies.ts';
import { todayOf } from './today.ts';

/** What submissions are carried out with. */
export interface SubmissionTools {
  readonly partners: readonly Partner[];
  readonly jobs: Collection<Job>;
  readonly customers: Collection<Customer>;
  readonly partnerCenterOf: (partner: Partner) => PartnerCenter;
  /** Runs `logic` in an earlier conversation. */
  readonly resume: (
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ) => Promise<void>;
  /** Gives a refused submission's answers back to the person, as an open draft. */
  readonly giveBack: (partner: Partner, job: Job) => Promise<Draft>;
  /** Is the draft still with the person? Then the turn that submits it was never saved. */
  readonly stillDraft: (partner: Partner, job: Job) => Promise<boolean>;
  readonly now: () => Date;
  readonly log: Log;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Waits between tries of a step that may succeed later, in milliseconds; as many tries as waits, and one more. */
  readonly waits: readonly number[];
  readonly passwordMinutes: number;
  readonly later: (run: () => void, milliseconds: number) => void;
}

/** Submissions on their way; each step is written down when it is done, and never done twice. */
export interface Submissions {
  /** Begins, or goes on with, a submission; `progressCard` is kept up to date. */
  submit(partner: Partner, id: string, progressCard: string | undefined): Promise<void>;
  /** Takes up the steps that failed. */
  finish(partner: Partner, id: string): Promise<void>;
  /** The confirmation was read: its password is blanked, and a complete submission is over. */
  close(partner: Partner, id: string): Promise<void>;
  /** Goes on with everything a former process left. */
  resumeAll(): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** Carries submissions out with those tools. */
export function createSubmissions(tools: SubmissionTools): Submissions {
  const queue = keyQueue();
  const guarded = (partner: Partner, id: string, work: () => Promise<void>): Promise<void> =>
    queue.run(`${partner.tenantId}/${id}`, async () => {
      try {
        await work();
      } catch (error) {
        tools.log.error({ err: failure(error), job: id }, 'submission stopped; it goes on at the next start');
      }
    });
  const close = (partner: Partner, id: string) => guarded(partner, id, () => closeJob(tools, partner, id));
  const blankLater = (partner: Partner, id: string, confirmedAt: string): void => {
    const left = Date.parse(confirmedAt) + tools.passwordMinutes * 60_000 - tools.now().getTime();
    tools.later(() => void close(partner, id), Math.max(0, left));
  };
  const run = (partner: Partner, id: string, change: (job: Job) => Job | undefined) =>
    guarded(partner, id, async () => {
      const confirmed = await carryOut(tools, partner, id, change);
      if (confirmed !== undefined) blankLater(partner, id, confirmed);
    });
  const resume = async (partner: Partner, { value: job }: Item<Job>): Promise<void> => {
    if (job.confirmedAt !== undefined && job.state !== 'running') return blankLater(partner, job.id, job.confirmedAt);
    if (job.state === 'unfinished') return;
    if (job.state === 'intended' && (await tools.stillDraft(partner, job))) return discard(tools, partner, job.id);
    await run(partner, job.id, (found) => (found.state === 'done' ? found : { ...found, state: 'running' }));
  };
  return {
    submit: (partner, id, card) =>
      run(partner, id, (job) =>
        job.state === 'intended'
          ? { ...job, state: 'running', ...(card === undefined ? {} : { progressCard: card }) }
          : undefined,
      ),
    finish: (partner, id) =>
      run(partner, id, (job) =>
        job.state === 'unfinished' ? { ...job, state: 'running', stages: again(job.stages) } : undefined,
      ),
    close,
    async resumeAll() {
      await Promise.all(
        tools.partners.map(async (partner) => {
          for await (const item of allJobs(tools, partner)) await resume(partner, item);
        }),
      );
    },
    idle: () => queue.idle(),
  };
}

async function* allJobs({ jobs }: SubmissionTools, partner: Partner): AsyncGenerator<Item<Job>> {
  let after: string | undefined;
  do {
    const page = await jobs.list(partner.tenantId, { limit: 100, ...(after === undefined ? {} : { after }) });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

/** A job as it is worked on: its latest version, which every step writes down. */
interface Running {
  readonly tools: SubmissionTools;
  readonly partner: Partner;
  readonly partnerCenter: PartnerCenter;
  readonly words: Words;
  job: Job;
  etag: string;
  created?: CreatedCustomer;
}

async function write(running: Running, job: Job): Promise<void> {
  running.etag = await running.tools.jobs.replace(running.partner.tenantId, job.id, job, running.etag);
  running.job = job;
}

/** Does what is left of a job; gives when its confirmation was sent. `change` undefined: nothing is to be done. */
async function carryOut(
  tools: SubmissionTools,
  partner: Partner,
  id: string,
  change: (job: Job) => Job | undefined,
): Promise<string | undefined> {
  const stored = await tools.jobs.get(partner.tenantId, id);
  const begun = stored === undefined ? undefined : change(stored.value);
  if (stored === undefined || begun === undefined) return undefined;
  const running: Running = {
    tools,
    partner,
    partnerCenter: tools.partnerCenterOf(partner),
    words: words(begun.language),
    job: stored.value,
    etag: stored.etag,
  };
  if (begun !== stored.value) await write(running, begun);
  for (let name = nextStage(running.job); name !== undefined; name = nextStage(running.job)) {
    if (!(await doStage(running, name))) break;
  }
  if (running.job.stages.customer.state === 'refused') {
    await giveBack(running);
    return undefined;
  }
  return conclude(running);
}

/** One step, tried as often as the waits say; false when it was given up. */
async function doStage(running: Running, name: StageName): Promise<boolean> {
  const { tools, partnerCenter, partner } = running;
  for (let attempt = 0; ; attempt++) {
    try {
      const { stages, created } = await advance(running.job, name, partnerCenter, tools.now);
      if (created !== undefined) running.created = created;
      await write(running, { ...running.job, stages });
      await recordCustomer(tools.customers, partner, running.job, partnerCenter.practice);
      await updateProgress(running);
      return true;
    } catch (error) {
      if (!(error instanceof PartnerCenterError)) throw error;
      const pause = tools.waits[attempt];
      tools.log.warn({ err: failure(error), job: running.job.id, stage: name, attempt }, 'step failed');
      if (pause === undefined) {
        await write(running, { ...running.job, stages: giveUp(running.job.stages, name, error) });
        return false;
      }
      await tools.wait(pause);
    }
  }
}

/** The customer was not created: the answers are a draft again, open on its card, with the reason. */
async function giveBack(running: Running): Promise<void> {
  const { tools, partner, job, etag, words: spoken, partnerCenter } = running;
  const draft = await tools.giveBack(partner, job);
  const context = await contextOf(whereOf(running), draft.accepted);
  await speak(running, 'refusal', async (turn) => {
    await replace(
      turn,
      job.progressCard,
      cardActivity(refusedCard({ ...submittedJob(job), words: spoken })),
      tools.log,
    );
    await turn.sendActivity(cardActivity(openCard(draft, context, spoken, partnerCenter.practice)));
  });
  await tools.jobs.remove(partner.tenantId, job.id, etag);
}

/** Writes how the job ended, sends its confirmation, and writes down that it was sent. */
async function conclude(running: Running): Promise<string | undefined> {
  const { tools, job } = running;
  const failed = Object.values(job.stages).some((stage) => stage?.state === 'failed' || stage?.state === 'waiting');
  await write(running, { ...job, state: failed ? 'unfinished' : 'done' });
  await recordCustomer(tools.customers, running.partner, running.job, running.partnerCenter.practice);
  const password = passwordOf(running);
  const card = await deliver(running, password);
  if (card === undefined) return undefined;
  if (running.job.stages.customer.state !== 'done') return undefined;
  const confirmedAt = tools.now().toISOString();
  await write(running, { ...running.job, confirmationCard: card, confirmedAt });
  return confirmedAt;
}

function passwordOf({ created, job, tools }: Running): PasswordView {
  if (created?.password !== undefined) {
    return { state: 'shown', password: created.password, minutes: tools.passwordMinutes };
  }
  return job.confirmedAt === undefined ? { state: 'lost' } : { state: 'blanked' };
}

/** Sends the card a submission ends with; the id it got, or undefined when it could not be sent. */
async function deliver(running: Running, password: PasswordView): Promise<string | undefined> {
  const { tools, job, words: spoken } = running;
  const where = whereOf(running);
  const card = await endCard(submittedJob(job), spoken, where, password);
  let id: string | undefined;
  await speak(running, 'confirmation', async (context) => {
    await replace(
      context,
      job.progressCard,
      cardActivity(submittedCard({ ...submittedJob(job), words: spoken })),
      tools.log,
    );
    id = (await context.sendActivity(cardActivity(card)))?.id ?? '';
  });
  return id;
}

const whereOf = ({ partner, partnerCenter, tools }: Pick<Running, 'partner' | 'partnerCenter' | 'tools'>) => ({
  partner,
  partnerCenter,
  today: todayOf(undefined, partner.country, tools.now()),
});

async function updateProgress(running: Running): Promise<void> {
  const { job, words: spoken, tools } = running;
  if (job.progressCard === undefined) return;
  const card = progressCard({ ...submittedJob(job), words: spoken });
  await speak(running, 'progress', (context) => replace(context, job.progressCard, cardActivity(card), tools.log));
}

type CardActivity = ReturnType<typeof cardActivity>;

/** Replaces a card, where there is one; a client that refuses keeps the old one, which is harmless. */
async function replace(context: TurnContext, id: string | undefined, activity: CardActivity, log: Log): Promise<void> {
  if (id === undefined || id === '') return;
  try {
    await context.updateActivity({ ...activity, id });
  } catch (error) {
    log.info({ err: failure(error) }, 'card could not be replaced');
  }
}

/** Speaks in the conversation the submission came from; what cannot be said is logged, and stops nothing. */
async function speak(
  { tools, job }: Pick<Running, 'tools' | 'job'>,
  what: string,
  logic: (context: TurnContext) => Promise<void>,
): Promise<void> {
  try {
    await tools.resume(job.conversation, logic);
  } catch (error) {
    tools.log.error({ err: failure(error), job: job.id, what }, 'message could not be sent');
  }
}

async function discard({ jobs }: SubmissionTools, partner: Partner, id: string): Promise<void> {
  const stored = await jobs.get(partner.tenantId, id);
  if (stored?.value.state === 'intended') await jobs.remove(partner.tenantId, id, stored.etag);
}

/** Blanks the password out of the confirmation; a complete job is over, an unfinished one waits without it. */
async function closeJob(tools: SubmissionTools, partner: Partner, id: string): Promise<void> {
  const stored = await tools.jobs.get(partner.tenantId, id);
  if (stored === undefined || stored.value.confirmationCard === undefined) return;
  const { confirmationCard: cardId, ...job } = stored.value;
  const partnerCenter = tools.partnerCenterOf(partner);
  const where = whereOf({ partner, partnerCenter, tools });
  const card = await endCard(submittedJob(job), words(job.language), where, { state: 'blanked' });
  await speak({ tools, job }, 'blanking', (context) => replace(context, cardId, cardActivity(card), tools.log));
  if (job.state === 'done') await tools.jobs.remove(partner.tenantId, id, stored.etag);
  else await tools.jobs.replace(partner.tenantId, id, job, stored.etag);
}
