import type { Partner } from '../../partner-center/rules/partner.ts';
import type { Change } from '../../model/change.ts';
import type { Collection } from '../../storage/collection.ts';
import type { Draft } from '../../model/draft.ts';
import type { Submission } from '../../model/submission.ts';
import type { CredentialCards } from './import/credentialCards.ts';
import type { JobDeps } from './deps.ts';

/** Dependencies of submission jobs. */
export interface SubmissionDeps extends JobDeps {
  readonly jobs: Collection<Submission>;
  /** Restores a refused submission's answers as an open draft of the user. */
  readonly restoreSubmission: (partner: Partner, job: Submission) => Promise<Draft>;
  readonly passwordMinutes: number;
  readonly changes: Collection<Change>;
  /** Schedules a change left by a submission, which resumes at its wake-up time. */
  readonly lookAfterChange: (partner: Partner, id: string) => void;
  /** The cards with credentials of customers that an import adds. */
  readonly credentials: Pick<CredentialCards, 'show'>;
}
