import type { PasswordView } from '../../cards/password.ts';
import { accountOf } from '../../dialogs/importing/credentials.ts';
import { isComplete } from '../../partner-center/submission.ts';
import { StaleDocument } from '../../storage/documents.ts';
import { failedStage } from '../../storage/stages.ts';
import type { Job } from '../../storage/jobs.ts';
import { announceEnd } from './announcing.ts';
import type { Ended } from './durableWork.ts';
import { handOver } from './handingOver.ts';
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
  // First: what stops this leaves it running, and it is taken up again.
  await recordCustomer(tools.customers, partner, job, tools.partnerCenterOf(partner).practice);
  await handOver(running);
  const waitsFor = waitOf(job);
  const state = isComplete(job.stages) ? 'done' : 'unfinished';
  await write(running, { ...job, state, ...(waitsFor === undefined ? {} : { waitsFor }) });
  const ended = { userId: job.userId, ...(job.wakeAt === undefined ? {} : { wakeAt: job.wakeAt }) };
  if (isToldOtherwise(job) || isKnown(running, job)) return { ...ended, heard: true };
  if (job.ofImport?.id !== undefined) {
    await showCredential(running, job.ofImport.id);
    return { ...ended, heard: true };
  }
  const card = await announcedEnd(running);
  if (card === undefined || job.stages.customer.state !== 'done') return { ...ended, heard: card !== undefined };
  const confirmed = {
    confirmationCard: card,
    confirmedAt: tools.now().toISOString(),
    // Where an earlier one shows the password still, that is the one to be blanked.
    ...earlierConfirmation(job),
  };
  await noteConfirmation(running, confirmed);
  return { ...ended, heard: true, confirmedAt: confirmed.confirmedAt };
}

/** What an import adds is told by the import; but for the password, which is shown on a card with those of others. */
async function showCredential(running: Running, importId: string): Promise<void> {
  const { tools, partner, job, created } = running;
  const { password } = created ?? {};
  if (password === undefined && job.confirmedAt !== undefined) return;
  const { companyName, domain } = job.request.customer;
  await tools.credentials.show(partner, importId, {
    record: job.id,
    companyName,
    account: accountOf({ domain, stages: job.stages }),
    ...(password === undefined ? {} : { password }),
  });
  await noteConfirmation(running, { confirmedAt: tools.now().toISOString() });
}

/** What a job that goes on by itself waits for: its step, and why that could not be done. */
function waitOf({ stages, wakeAt }: Job): string | undefined {
  const failed = failedStage(stages);
  return wakeAt === undefined || failed === undefined ? undefined : `${failed}/${stages[failed]?.fault?.reason ?? ''}`;
}

/** Its import tells what became of it. */
const isToldOtherwise = ({ ofImport, stages }: Job): boolean =>
  ofImport !== undefined && (ofImport.quiet || stages.customer.state !== 'done');

/** Woken, it waits for the same again: its person was told so, and there is no password to be shown. */
const isKnown = ({ created }: Running, job: Job): boolean =>
  created === undefined && job.waitsFor !== undefined && job.waitsFor === waitOf(job);

/** Somebody may have pressed Finish while it was on its way: it goes on here then, where the password is to be blanked. */
async function noteConfirmation(
  running: Running,
  confirmed: Partial<Pick<Job, 'confirmationCard' | 'confirmedAt'>>,
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
