import type { Partner } from '../../partner-center/partner.ts';
import type { Change } from '../../storage/changes.ts';
import type { Collection } from '../../storage/collection.ts';
import type { Draft } from '../../storage/draft.ts';
import type { Job } from '../../storage/jobs.ts';
import type { CredentialCards } from '../importing/credentialCards.ts';
import type { WorkTools } from './workTools.ts';

/** What submissions are carried out with. */
export interface SubmissionTools extends WorkTools {
  readonly jobs: Collection<Job>;
  /** Gives a refused submission's answers back to the person, as an open draft. */
  readonly giveBack: (partner: Partner, job: Job) => Promise<Draft>;
  readonly passwordMinutes: number;
  readonly changes: Collection<Change>;
  /** A change was left to wait: it goes on by itself at its time. */
  readonly lookAfterChange: (partner: Partner, id: string) => void;
  /** Where credentials of customers that an import adds are shown. */
  readonly credentials: Pick<CredentialCards, 'show'>;
}
