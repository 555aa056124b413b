import { newDraft } from '../forms/draft.ts';
import { refusedDraft } from '../forms/refused.ts';
import type { Partner } from '../partner-center/partner.ts';
import type { Draft } from '../storage/draft.ts';
import type { Job } from '../storage/jobs.ts';
import type { Turns } from './turns.ts';

/**
 * Gives the answers of a submission that Partner Center refused back to the person, as an open draft; the answer
 * it is about is asked again. Doing it twice leaves one draft.
 */
export async function giveBack(turns: Turns, partner: Partner, job: Job, now: Date): Promise<Draft> {
  const draft = draftOf(job, now.toISOString());
  await turns.run(
    partner.tenantId,
    job.userId,
    async ({ person }) => {
      if (!person.drafts.some(({ id }) => id === draft.id)) person.drafts = [draft, ...person.drafts];
      person.open = draft.id;
      return { save: true, result: undefined };
    },
    async () => undefined,
  );
  return draft;
}

// A new id: cards of the submitted draft must stay out of date.
function draftOf({ id, sections, stages }: Job, now: string): Draft {
  const draft = { ...newDraft(`${id}r`, now), accepted: sections };
  const { fault } = stages.customer;
  return fault === undefined ? draft : refusedDraft(draft, fault);
}
