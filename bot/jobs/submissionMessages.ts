import type { PasswordView } from '../../cards/customers/adminPasswordCard.ts';
import { refusedSubmissionCard, submissionProgressCard, submittedCard } from '../../cards/submissionCards.ts';
import { submissionEndCard, summaryOfJob, withRecordStages } from '../../dialogs/add/submissions.ts';
import { contextOf } from '../../dialogs/drafts.ts';
import { currentCard } from '../../dialogs/add/currentCard.ts';
import { words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { Draft } from '../../model/draft.ts';
import type { Submission } from '../../model/submission.ts';
import type { Item } from '../../storage/collection.ts';
import { isFresh } from '../../storage/conflicts.ts';
import { cardActivity } from '../turn/replies.ts';
import { sendProactive, updateCard } from './proactive.ts';
import type { HeldJob } from './heldJob.ts';
import type { SubmissionDeps } from './submissionDeps.ts';
import { todayOf } from '../turn/userDate.ts';
import type { CreatedCustomer } from '../../partner-center/partnerCenter.ts';

/** A submission and its context, as its messages need them. */
interface SubmissionContext {
  readonly deps: SubmissionDeps;
  readonly partner: Partner;
  readonly job: Submission;
}

/** Updates the progress card; before the first stage is done there is nothing new to show. */
export async function updateProgressCard({ deps, job }: SubmissionContext): Promise<void> {
  if (job.progressCard === undefined || job.stages.customer.state !== 'done') return;
  const card = submissionProgressCard({ ...summaryOfJob(job), words: words(job.language) });
  await sendProactive(deps, job, 'progress', (context) =>
    updateCard(context, job.progressCard, cardActivity(card), deps.log),
  );
}

/** Sends the confirmation of a submission; resolves to its id, or undefined when it could not be sent. */
export async function sendConfirmation(
  submission: SubmissionContext,
  password: PasswordView,
): Promise<string | undefined> {
  const { deps, job } = submission;
  const spoken = words(job.language);
  const card = await submissionEndCard(summaryOfJob(job), spoken, whereOf(submission), password);
  const summary = submittedCard({ ...summaryOfJob(job), words: spoken });
  let id: string | undefined;
  await sendProactive(deps, job, 'confirmation', async (context) => {
    await updateCard(context, job.progressCard, cardActivity(summary), deps.log);
    id = (await context.sendActivity(cardActivity(card)))?.id ?? '';
  });
  if (id !== undefined) await deps.rememberResult(submission.partner, job, card);
  return id;
}

/** Tells the user that nothing was created, and shows the draft restored from the answers. */
export async function sendRefusal(submission: SubmissionContext, draft: Draft): Promise<void> {
  const { deps, partner, job } = submission;
  const spoken = words(job.language);
  const context = await contextOf(whereOf(submission), draft);
  const card = currentCard(draft, context, spoken, deps.partnerCenterOf(partner).practice);
  const reason = cardActivity(refusedSubmissionCard({ ...summaryOfJob(job), words: spoken }));
  await sendProactive(deps, job, 'refusal', async (turn) => {
    if (job.progressCard === undefined) await turn.sendActivity(reason);
    else await updateCard(turn, job.progressCard, reason, deps.log);
    await turn.sendActivity(cardActivity(card));
  });
}

/**
 * Blanks the password in the confirmation, unless that is the card `blanked`; removes a complete submission, and keeps an
 * unfinished one without the card.
 */
export async function blankConfirmation(
  deps: SubmissionDeps,
  partner: Partner,
  id: string,
  blanked?: string,
): Promise<void> {
  // Nothing is sent before the write, which is told where what this process left is old.
  const left = blanked === undefined ? undefined : await deps.jobs.recall(partner.tenantId, id);
  if (left?.value.confirmationCard === blanked && left !== undefined && (await isFresh(close(deps, partner, left))))
    return;
  const stored = await deps.jobs.get(partner.tenantId, id);
  if (stored === undefined || stored.value.confirmationCard === undefined) return;
  const { confirmationCard, ...job } = stored.value;
  if (confirmationCard !== blanked) await sendBlanked({ deps, partner }, job, confirmationCard);
  await close(deps, partner, stored);
}

/** Removes a complete submission, and keeps an unfinished one without its confirmation. */
async function close(
  { jobs }: SubmissionDeps,
  { tenantId }: Partner,
  { id, etag, value }: Item<Submission>,
): Promise<void> {
  const { confirmationCard: _blanked, ...job } = value;
  if (job.state === 'done') await jobs.remove(tenantId, id, etag);
  else await jobs.replace(tenantId, id, job, etag);
}

/** Replaces a confirmation by one without the password. */
export async function sendBlanked(
  { deps, partner }: Pick<SubmissionContext, 'deps' | 'partner'>,
  job: Submission,
  confirmationCard: string,
): Promise<void> {
  const where = whereOf({ deps, partner, job });
  const record = job.state === 'done' ? (await deps.customers.get(partner.tenantId, job.id))?.value : undefined;
  const submitted = withRecordStages(summaryOfJob(job), record);
  const card = await submissionEndCard(submitted, words(job.language), where, { state: 'blanked' });
  await sendProactive(deps, job, 'blanking', (context) =>
    updateCard(context, confirmationCard, cardActivity(card), deps.log),
  );
}

const whereOf = ({ partner, deps, job }: SubmissionContext) => ({
  partner,
  userId: job.userId,
  partnerCenter: deps.partnerCenterOf(partner),
  today: todayOf(undefined, partner.country, deps.now()),
});

/** A running submission, and the credentials, which are never saved. */
export interface SubmissionRun extends SubmissionContext {
  readonly held: HeldJob<Submission>;
  created?: CreatedCustomer;
}

/** A run of a submission that this process holds; its `job` is the latest saved version. */
export const submissionRun = (deps: SubmissionDeps, partner: Partner, held: HeldJob<Submission>): SubmissionRun => ({
  deps,
  partner,
  held,
  get job() {
    return held.job;
  },
});
