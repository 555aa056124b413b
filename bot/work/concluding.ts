import type { PasswordView } from '../../cards/confirmationCard.ts';
import { isComplete } from '../../partner-center/submission.ts';
import { StaleDocument } from '../../storage/documents.ts';
import type { Job } from '../../storage/jobs.ts';
import { announceEnd } from './announcing.ts';
import type { Ended } from './durableWork.ts';
import { recordCustomer } from './recording.ts';
import { write, type Running } from './running.ts';

/** How a run of a submission ended. */
export interface SubmissionEnded extends Ended {
  /** When the confirmation with the credentials was sent. */
  readonly confirmedAt?: string;
}

/** Writes how the job ended, sends its confirmation, and writes down that it was sent. */
export async function conclude(running: Running): Promise<SubmissionEnded> {
  const { tools, partner, job } = running;
  await write(running, { ...job, state: isComplete(job.stages) ? 'done' : 'unfinished' });
  await recordCustomer(tools.customers, partner, running.job, tools.partnerCenterOf(partner).practice);
  const { userId, ofImport } = job;
  if (ofImport !== undefined && (ofImport.quiet || job.stages.customer.state !== 'done'))
    return { userId, heard: true };
  const card = await announcedEnd(running);
  if (card === undefined || job.stages.customer.state !== 'done') return { userId, heard: card !== undefined };
  const confirmed = {
    confirmationCard: card,
    confirmedAt: tools.now().toISOString(),
    // Where an earlier one shows the password still, that is the one to be blanked.
    ...earlierConfirmation(job),
  };
  await noteConfirmation(running, confirmed);
  return { userId, heard: true, confirmedAt: confirmed.confirmedAt };
}

/** Somebody may have pressed Finish while it was on its way: it goes on here then, where the password is to be blanked. */
async function noteConfirmation(
  running: Running,
  confirmed: Pick<Job, 'confirmationCard' | 'confirmedAt'>,
): Promise<void> {
  const { tools, partner, job } = running;
  try {
    await write(running, { ...job, ...confirmed });
  } catch (error) {
    if (!(error instanceof StaleDocument)) throw error;
    const present = await tools.jobs.get(partner.tenantId, job.id);
    if (present === undefined) return;
    running.etag = present.etag;
    running.job = present.value.finishing === true ? { ...job, finishing: true } : job;
    await noteConfirmation(running, confirmed);
  }
}

const earlierConfirmation = ({ confirmationCard, confirmedAt }: Job) =>
  confirmationCard === undefined || confirmedAt === undefined ? {} : { confirmationCard, confirmedAt };

/**
 * Sends the confirmation; while the password is still here, as often as the waits say, since this is the only place it
 * can come from. Where the outcome of a try is unknown, it may arrive twice.
 */
async function announcedEnd(running: Running): Promise<string | undefined> {
  const { tools, created } = running;
  for (const pause of created?.password === undefined ? [] : tools.waits) {
    const card = await announceEnd(running, passwordOf(running));
    if (card !== undefined) return card;
    await tools.wait(pause);
  }
  return announceEnd(running, passwordOf(running));
}

function passwordOf({ created, job, tools }: Running): PasswordView {
  if (created?.password !== undefined) {
    return { state: 'shown', password: created.password, minutes: tools.passwordMinutes };
  }
  return job.confirmedAt === undefined ? { state: 'lost' } : { state: 'blanked' };
}
