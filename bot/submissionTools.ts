import type { ConversationReference, TurnContext } from 'botbuilder';
import type { Partner } from '../partner-center/partner.ts';
import type { PartnerCenter } from '../partner-center/partnerCenter.ts';
import type { Audit } from '../storage/audit.ts';
import type { Collection } from '../storage/collection.ts';
import type { Customer } from '../storage/customers.ts';
import type { Draft } from '../storage/draft.ts';
import type { Job } from '../storage/jobs.ts';
import type { Log } from './log.ts';

/** What submissions are carried out with. */
export interface SubmissionTools {
  readonly partners: readonly Partner[];
  readonly jobs: Collection<Job>;
  readonly customers: Collection<Customer>;
  readonly audit: Audit;
  readonly newId: () => string;
  readonly partnerCenterOf: (partner: Partner) => PartnerCenter;
  /** Runs `logic` in an earlier conversation. */
  readonly resume: (
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ) => Promise<void>;
  /** Gives a refused submission's answers back to the person, as an open draft. */
  readonly giveBack: (partner: Partner, job: Job) => Promise<Draft>;
  /** Was the turn that submits it saved? If not, `discard` is run, between turns of the person. */
  readonly wasSubmitted: (partner: Partner, job: Job, discard: () => Promise<void>) => Promise<boolean>;
  readonly now: () => Date;
  readonly log: Log;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Waits between tries of a step that may succeed later, in milliseconds; as many tries as waits, and one more. */
  readonly waits: readonly number[];
  readonly passwordMinutes: number;
  readonly later: (run: () => void, milliseconds: number) => void;
  /** After this many milliseconds work that storage stopped is taken up again. */
  readonly takeUpAfter: number;
}
