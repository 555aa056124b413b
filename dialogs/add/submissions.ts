import { confirmationCard } from '../../cards/confirmationCard.ts';
import { unfinishedSubmissionCard } from '../../cards/submissionCards.ts';
import type { PasswordView } from '../../cards/customers/adminPasswordCard.ts';
import type { Card } from '../../cards/elements.ts';
import type { Words } from '../../locales/words.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import { awaitingChangeId } from '../../model/change.ts';
import type { Customer } from '../../model/customer.ts';
import { failedStage, stageNames } from '../../model/stages.ts';
import type { Submission } from '../../model/submission.ts';
import { may, passwordResetState } from '../rights.ts';
import { noteBegun } from '../recordIntent.ts';
import type { Turn } from '../turn.ts';
import { refusalCard } from '../../cards/commandCards.ts';
import { defined } from '../../lib/optional.ts';
import { updateItem } from '../../storage/conflicts.ts';

/** Data the cards of a submission are built from; a customer's record has it too. */
interface SubmissionSummary extends Pick<Submission, 'id' | 'sections' | 'stages'> {
  readonly companyName: string;
  readonly domain: string;
  /** Time of the next automatic attempt, in ISO 8601, when one is scheduled. */
  readonly wakeAt?: string;
}

/** Summary of a submission job for its cards. */
export const summaryOfJob = ({ id, state, sections, stages, request, wakeAt }: Submission): SubmissionSummary => ({
  id,
  sections,
  stages,
  companyName: request.customer.companyName,
  domain: request.customer.domain,
  ...(state === 'unfinished' && wakeAt !== undefined ? { wakeAt } : {}),
});

type Where = Pick<Turn, 'partner' | 'partnerCenter' | 'today' | 'userId'>;

/** Page on which the customer accepts the agreement, and the order that waits for it. */
function acceptanceFields({ id, stages: { subscriptions } }: SubmissionSummary, { partner }: Where) {
  const { acceptancePage } = cloud(partner.cloud);
  return {
    ...defined({ acceptancePage }),
    ...(subscriptions === undefined
      ? {}
      : { waitingOrder: { id: awaitingChangeId(id), what: { kind: 'order' as const, lines: subscriptions.lines } } }),
  };
}

/**
 * The submission with the stages of its customer's record: what waited for the customer may be done or given up by now.
 */
export const withRecordStages = (
  submitted: SubmissionSummary,
  record: Pick<Customer, 'stages'> | undefined,
): SubmissionSummary => (record === undefined ? submitted : { ...submitted, stages: record.stages });

/** Final card of a submission: the confirmation, or the remaining stages while there is no customer. */
export async function submissionEndCard(
  submitted: SubmissionSummary,
  words: Words,
  where: Where,
  password: PasswordView,
): Promise<Card> {
  const view = { ...submitted, words, practice: where.partnerCenter.practice, ...acceptanceFields(submitted, where) };
  if (submitted.stages.customer.state !== 'done') {
    return unfinishedSubmissionCard(
      view,
      stageNames.find((name) => submitted.stages[name]?.fault !== undefined) ?? 'customer',
    );
  }
  return confirmationCard({ ...view, password, another: passwordResetState(where), portal: where.partner.cloud });
}

/** Done: blanks the password out of the card and closes the job. */
export async function closeConfirmation(turn: Turn, id: string): Promise<void> {
  const { replies, words, effects } = turn;
  const submitted = await findSubmission(turn, id);
  if (submitted === undefined) {
    replies.say(words.t('customer.gone'));
    return;
  }
  replies.replaceCard(await submissionEndCard(submitted, words, turn, { state: 'blanked' }));
  if (failedStage(submitted.stages) !== undefined) replies.say(words.t('done.unfinished'));
  if (!replies.replaces) replies.say(words.t('done.stored'));
  effects.push({ kind: 'close', id });
}

async function findSubmission({ jobs, customers, partner }: Turn, id: string): Promise<SubmissionSummary | undefined> {
  const job = await jobs.get(partner.tenantId, id);
  const record = (await customers.get(partner.tenantId, id))?.value;
  if (job === undefined) return record;
  return withRecordStages(summaryOfJob(job.value), job.value.state === 'done' ? record : undefined);
}

/** Finish: resumes an unfinished submission; anyone of the partner with the right may do it. */
export async function finishSubmission(turn: Turn, id: string): Promise<void> {
  const { jobs, partner, replies, words, effects } = turn;
  if (!may(turn, 'add')) return replies.show(refusalCard(words, words.t('refusal.right'), false));
  const job = await jobs.get(partner.tenantId, id);
  replies.keep();
  if (job === undefined || job.value.state === 'done') return replies.say(words.t('unfinished.none'));
  replies.say(words.t(reportsHere(turn, job.value) ? 'unfinished.running' : 'unfinished.elsewhere'));
  if (!waits(job.value)) return;
  // Registered first: if anything below throws, reconciliation finds it.
  effects.push({ kind: 'finish', id });
  await Promise.all([reassign(turn, id), noteBegun(turn, 'customer', [{ id, ref: id }])]);
}

/**
 * True when the result appears in this conversation: for the submission's user, and for a colleague who finishes one
 * that waits.
 */
const reportsHere = ({ userId }: Turn, job: Submission): boolean =>
  job.userId === userId || (waits(job) && !showsPassword(job));

/** True for a submission that waits for Finish. */
const waits = ({ state, finishing }: Submission): boolean => state === 'unfinished' && finishing !== true;

/** True while a confirmation card with the password is open in a chat, where it has to be blanked. */
const showsPassword = ({ confirmationCard }: Submission): boolean => confirmationCard !== undefined;

/**
 * Records that the submission continues, in this conversation and as this user's. While its confirmation with the
 * password is open in another conversation, it stays there, where that is blanked.
 */
async function reassign({ jobs, partner, ...turn }: Turn, id: string): Promise<void> {
  // Left alone when somebody else finishes it at this moment.
  await updateItem(jobs, partner.tenantId, id, (job) => (waits(job) ? reassigned(turn, job) : undefined));
}

function reassigned(
  { userId, userName, words, conversation }: Pick<Turn, 'userId' | 'userName' | 'words' | 'conversation'>,
  { finishedBy: _former, ...present }: Submission,
): Submission {
  const { progressCard: _progress, userName: _name, ...job } = present;
  const presser = { userId, ...(userName === '' ? {} : { userName }) };
  const taken = { ...job, ...presser, language: words.locale, conversation: { ...conversation } };
  const staying = job.userId === userId ? present : { ...present, finishedBy: presser };
  const mine = job.userId === userId || showsPassword(job) ? staying : taken;
  return { ...mine, finishing: true };
}
