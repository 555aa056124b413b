import type { ConversationReference, TurnContext } from 'botbuilder-core';
import type { Card } from '../../cards/elements.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { PartnerCenter } from '../../partner-center/partnerCenter.ts';
import type { Audit } from '../../storage/auditTrail.ts';
import type { Collection } from '../../storage/collection.ts';
import type { Customer } from '../../model/customer.ts';
import type { Log } from '../log.ts';
import type { Change } from '../../model/change.ts';
import type { Draft } from '../../model/draft.ts';
import type { Submission } from '../../model/submission.ts';
import type { CustomerCards } from '../turn/replies.ts';
import type { JobLeases } from './jobLeases.ts';
import type { DraftToRestore } from './restoreDraft.ts';

/** Dependencies of every background job. */
export interface JobDeps {
  /** The partners as they are now. */
  readonly partners: () => readonly Partner[];
  readonly customers: Collection<Customer>;
  readonly audit: Audit;
  readonly newId: () => string;
  readonly partnerCenterOf: (partner: Partner) => PartnerCenter;
  /** Runs `logic` in an earlier conversation (`continueConversationAsync`). */
  readonly resume: (
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ) => Promise<void>;
  /** True when the turn that wrote the intent was saved; if not, `discard` runs between turns of the user. */
  readonly isTurnSaved: (
    partner: Partner,
    work: Pick<Submission, 'id' | 'userId' | 'turns'>,
    discard: () => Promise<void>,
  ) => Promise<boolean>;
  /** Remembers the card with a job's result as the one its user sees last, unless something else was shown since it began. */
  readonly rememberResult: (partner: Partner, job: Pick<Submission, 'id' | 'userId'>, card: Card) => Promise<void>;
  readonly now: () => Date;
  /** Milliseconds on a clock that nobody sets. */
  readonly elapsed: () => number;
  /** The leases of this process. */
  readonly jobLeases: JobLeases;
  /** Start time of this process. */
  readonly startedAt: Date;
  readonly log: Log;
  /** True when the process is about to end, so that nothing new begins. */
  readonly ending: () => boolean;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds between attempts of a stage that may succeed later; there is one attempt more than waits. */
  readonly waits: readonly number[];
  /** Longest pause between attempts, in milliseconds; a longer wait named by Partner Center becomes a wake-up time. */
  readonly longestPause: number;
  readonly later: (run: () => void, milliseconds: number) => void;
  /** Milliseconds of a stage after which the progress card is updated. */
  readonly progressAfter: number;
  /** Milliseconds before a job that the storage stopped is resumed. */
  readonly takeUpAfter: number;
  /** Most milliseconds between two checks of a job with a wake-up time. */
  readonly lookEvery: number;
}

/** Dependencies of change jobs. */
export interface ChangeDeps extends JobDeps {
  readonly changes: Collection<Change>;
  readonly passwordMinutes: number;
  /** Absent where several processes serve a conversation. */
  readonly customerCards?: CustomerCards;
  /** Restores the answers of a refused or dropped change as a draft of the user. */
  readonly restoreDraft: (partner: Partner, returned: DraftToRestore) => Promise<Draft>;
}
