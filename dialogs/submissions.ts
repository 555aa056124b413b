import { refusalCard } from '../cards/talkCards.ts';
import type { Item } from '../storage/collection.ts';
import { StaleDocument } from '../storage/documents.ts';
import type { Job } from '../storage/jobs.ts';
import { failedStage } from '../storage/stages.ts';
import { endCard, submittedJob, withRecord, type Submitted } from './confirmation.ts';
import { may } from './rights.ts';
import type { Turn } from './turn.ts';

/** Done: the password is blanked out of the card, and the job is over. */
export async function closeConfirmation(turn: Turn, id: string): Promise<void> {
  const { replies, words, effects } = turn;
  const submitted = await submittedOf(turn, id);
  if (submitted === undefined) {
    replies.say(words.t('customer.gone'));
    return;
  }
  replies.settle(await endCard(submitted, words, turn, { state: 'blanked' }));
  if (failedStage(submitted.stages) !== undefined) replies.say(words.t('done.unfinished'));
  else if (replies.replaces) replies.say(words.t('done.thanks'));
  if (!replies.replaces) replies.say(words.t('done.stored'));
  effects.push({ kind: 'close', id });
}

async function submittedOf({ jobs, customers, partner }: Turn, id: string): Promise<Submitted | undefined> {
  const job = await jobs.get(partner.tenantId, id);
  const record = (await customers.get(partner.tenantId, id))?.value;
  if (job === undefined) return record;
  return withRecord(submittedJob(job.value), job.value.state === 'done' ? record : undefined);
}

/** Finish: takes up what could not be done; anyone of the partner with the right may. */
export async function finish(turn: Turn, id: string): Promise<void> {
  const { jobs, partner, replies, words, effects } = turn;
  if (!may(turn, 'add')) return replies.show(refusalCard(words, words.t('refusal.right'), false));
  const job = await jobs.get(partner.tenantId, id);
  replies.keep();
  if (job === undefined || job.value.state === 'done') return replies.say(words.t('unfinished.none'));
  const waits = job.value.state === 'unfinished' && job.value.finishing !== true;
  replies.say(words.t(isToldHere(turn, job.value, waits) ? 'unfinished.running' : 'unfinished.elsewhere'));
  if (!waits) return;
  // First, so that whatever fails from here is looked into.
  effects.push({ kind: 'finish', id });
  await takeOver(turn, job);
}

/** A submission is its user's, and tells how it ended in their chat; one that waits is the colleague's who finishes it. */
const isToldHere = ({ userId }: Turn, job: Job, waits: boolean): boolean =>
  job.userId === userId || (waits && !showsPassword(job));

/** Its confirmation with the password stands open in a chat, and is to be blanked there. */
const showsPassword = ({ confirmationCard }: Job): boolean => confirmationCard !== undefined;

/**
 * Writes down that the submission goes on, in this conversation and as its user's. While its confirmation with the
 * password stands open in another one, it stays there, where that is blanked.
 */
async function takeOver(turn: Turn, found: Item<Job>): Promise<void> {
  const { jobs, partner, userId, userName, words, conversation } = turn;
  const { finishedBy: _former, ...present } = found.value;
  const { progressCard: _progress, userName: _name, ...job } = present;
  const presser = { userId, ...(userName === '' ? {} : { userName }) };
  const taken = { ...job, ...presser, language: words.locale, conversation: { ...conversation } };
  const staying = job.userId === userId ? present : { ...present, finishedBy: presser };
  const mine = job.userId === userId || showsPassword(job) ? staying : taken;
  try {
    await jobs.replace(partner.tenantId, job.id, { ...mine, finishing: true }, found.etag);
  } catch (error) {
    if (!(error instanceof StaleDocument)) throw error;
    // Its confirmation was noted at this moment, or somebody else finishes it.
    const present = await jobs.get(partner.tenantId, job.id);
    if (present?.value.state === 'unfinished' && present.value.finishing !== true) await takeOver(turn, present);
  }
}
