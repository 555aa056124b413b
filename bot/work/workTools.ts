import type { ConversationReference, TurnContext } from 'botbuilder-core';
import type { Partner } from '../../partner-center/partner.ts';
import type { PartnerCenter } from '../../partner-center/partnerCenter.ts';
import type { Audit } from '../../storage/audit.ts';
import type { Collection } from '../../storage/collection.ts';
import type { Customer } from '../../storage/customers.ts';
import type { Log } from '../log.ts';

/** What work that outlives its turn is carried out with. */
export interface WorkTools {
  readonly partners: readonly Partner[];
  readonly customers: Collection<Customer>;
  readonly audit: Audit;
  readonly newId: () => string;
  readonly partnerCenterOf: (partner: Partner) => PartnerCenter;
  /** Runs `logic` in an earlier conversation. */
  readonly resume: (
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ) => Promise<void>;
  /** Was the turn that began it saved? If not, `discard` is run, between turns of the person. */
  readonly wasSubmitted: (
    partner: Partner,
    work: { readonly id: string; readonly userId: string },
    discard: () => Promise<void>,
  ) => Promise<boolean>;
  readonly now: () => Date;
  /** When this process began to work. */
  readonly startedAt: Date;
  readonly log: Log;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Waits between tries of a step that may succeed later, in milliseconds; as many tries as waits, and one more. */
  readonly waits: readonly number[];
  /** Milliseconds; what Partner Center asks to wait beyond this is not waited out, but written down as a time to go on at. */
  readonly longestPause: number;
  readonly later: (run: () => void, milliseconds: number) => void;
  /** Milliseconds a step takes before it is told how far the work is. */
  readonly progressAfter: number;
  /** After this many milliseconds work that storage stopped is taken up again. */
  readonly takeUpAfter: number;
  /** Milliseconds between two looks at work that goes on by itself at a time, at most. */
  readonly lookEvery: number;
}
