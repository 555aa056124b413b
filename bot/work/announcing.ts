import type { PasswordView } from '../../cards/password.ts';
import { progressCard, refusedCard, submittedCard } from '../../cards/submissionCards.ts';
import { endCard, submittedJob, withRecord } from '../../dialogs/confirmation.ts';
import { contextOf } from '../../dialogs/drafts.ts';
import { openCard } from '../../dialogs/openCard.ts';
import { words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/partner.ts';
import type { Draft } from '../../storage/draft.ts';
import type { Job } from '../../storage/jobs.ts';
import { cardActivity } from '../turn/replies.ts';
import { replaceCard, speak } from './speaking.ts';
import type { SubmissionTools } from './submissionTools.ts';
import { todayOf } from '../turn/today.ts';

/** A submission as it is spoken of: whose, and how far it is. */
export interface Announced {
  readonly tools: SubmissionTools;
  readonly partner: Partner;
  readonly job: Job;
}

/** Brings the progress card up to date; before the first step is done it says nothing new. */
export async function announceProgress({ tools, job }: Announced): Promise<void> {
  if (job.progressCard === undefined || job.stages.customer.state !== 'done') return;
  const card = progressCard({ ...submittedJob(job), words: words(job.language) });
  await speak(tools, job, 'progress', (context) =>
    replaceCard(context, job.progressCard, cardActivity(card), tools.log),
  );
}

/** Sends the card a submission ends with; gives the id it got, or undefined when it could not be sent. */
export async function announceEnd(announced: Announced, password: PasswordView): Promise<string | undefined> {
  const { tools, job } = announced;
  const spoken = words(job.language);
  const card = await endCard(submittedJob(job), spoken, whereOf(announced), password);
  const summary = submittedCard({ ...submittedJob(job), words: spoken });
  let id: string | undefined;
  await speak(tools, job, 'confirmation', async (context) => {
    await replaceCard(context, job.progressCard, cardActivity(summary), tools.log);
    id = (await context.sendActivity(cardActivity(card)))?.id ?? '';
  });
  return id;
}

/** Tells that nothing was created, and shows the draft that the answers are again. */
export async function announceRefusal(announced: Announced, draft: Draft): Promise<void> {
  const { tools, partner, job } = announced;
  const spoken = words(job.language);
  const context = await contextOf(whereOf(announced), draft);
  const card = openCard(draft, context, spoken, tools.partnerCenterOf(partner).practice);
  const reason = cardActivity(refusedCard({ ...submittedJob(job), words: spoken }));
  await speak(tools, job, 'refusal', async (turn) => {
    if (job.progressCard === undefined) await turn.sendActivity(reason);
    else await replaceCard(turn, job.progressCard, reason, tools.log);
    await turn.sendActivity(cardActivity(card));
  });
}

/** Blanks the password out of the confirmation; a complete job is over, an unfinished one waits without it. */
export async function blank(tools: SubmissionTools, partner: Partner, id: string): Promise<void> {
  const stored = await tools.jobs.get(partner.tenantId, id);
  if (stored === undefined || stored.value.confirmationCard === undefined) return;
  const { confirmationCard, ...job } = stored.value;
  const where = whereOf({ tools, partner, job });
  const record = job.state === 'done' ? (await tools.customers.get(partner.tenantId, id))?.value : undefined;
  const submitted = withRecord(submittedJob(job), record);
  const card = await endCard(submitted, words(job.language), where, { state: 'blanked' });
  await speak(tools, job, 'blanking', (context) =>
    replaceCard(context, confirmationCard, cardActivity(card), tools.log),
  );
  if (job.state === 'done') await tools.jobs.remove(partner.tenantId, id, stored.etag);
  else await tools.jobs.replace(partner.tenantId, id, job, stored.etag);
}

const whereOf = ({ partner, tools, job }: Announced) => ({
  partner,
  userId: job.userId,
  partnerCenter: tools.partnerCenterOf(partner),
  today: todayOf(undefined, partner.country, tools.now()),
});
