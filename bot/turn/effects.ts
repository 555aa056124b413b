import type { Effect } from '../../dialogs/turn.ts';
import type { Partner } from '../../partner-center/partner.ts';
import type { Claim } from '../../storage/claims.ts';
import type { Collection } from '../../storage/collection.ts';
import type { Person } from '../../storage/people.ts';
import type { Changes } from '../work/changes.ts';
import type { DurableWork } from '../work/durableWork.ts';
import type { Files } from '../files/files.ts';
import { forgetDraftsOf } from '../forgetting.ts';
import { failure, type Log } from '../log.ts';
import { textActivity } from './replies.ts';
import type { Submissions } from '../work/submissions.ts';
import type { SubmissionTools } from '../work/submissionTools.ts';
import type { Turns } from './turns.ts';

/** What is needed to do what a turn left. */
export interface EffectParts {
  readonly submissions: Submissions;
  readonly changing: Changes;
  readonly files: Files;
  readonly importing: DurableWork;
  readonly people: Collection<Person>;
  readonly turns: Turns;
  /** Speaks in an earlier conversation. */
  readonly resume: SubmissionTools['resume'];
  /** Work nothing waits for but the end of the process. */
  readonly background: (work: Promise<void>) => void;
  readonly later: SubmissionTools['later'];
  /** Milliseconds after which what storage refused is tried again. */
  readonly takeUpAfter: number;
  readonly log: Log;
}

/** Begins what the turn left to be done; none of it can fail the turn any more. */
export function beginEffect(parts: EffectParts, partner: Partner, effect: Effect, progress: string | undefined): void {
  const { submissions, changing, importing, files, background } = parts;
  if (effect.kind === 'submit') void submissions.submit(partner, effect.id, progress);
  else if (effect.kind === 'finish') void submissions.finish(partner, effect.id);
  else if (effect.kind === 'close') void submissions.close(partner, effect.id);
  else if (effect.kind === 'change') void changing.submit(partner, effect.id, progress);
  else if (effect.kind === 'finishChange') void changing.finish(partner, effect.id, progress);
  else if (effect.kind === 'dropChange') void changing.reconsider(partner, effect.id);
  else if (effect.kind === 'closeChange') void changing.close(partner, effect.id);
  else if (effect.kind === 'wakeChange') void changing.wake(partner, effect.id);
  else if (effect.kind === 'importing') void importing.finish(partner, effect.id, progress);
  else if (effect.kind === 'forget') background(forget(parts, partner, effect.id));
  else if (effect.kind === 'file') background(files.give(partner, effect.order, progress));
  else if (effect.kind === 'upload') background(files.save(partner, effect.upload, progress));
  else background(tell(parts, effect.conversation, effect.text));
}

/** Looks into what was to be begun by a turn that failed: the storage says whether it was saved. */
export function reconsiderEffect(
  { submissions, changing, importing }: EffectParts,
  partner: Partner,
  effect: Effect,
): void {
  const { kind } = effect;
  if (kind === 'submit' || kind === 'finish') void submissions.reconsider(partner, effect.id);
  else if (kind === 'change' || kind === 'finishChange' || kind === 'dropChange')
    void changing.reconsider(partner, effect.id);
  else if (kind === 'importing') void importing.reconsider(partner, effect.id);
}

/** A word to a colleague; what cannot be said is logged. */
async function tell({ resume, log }: EffectParts, conversation: Claim['conversation'], text: string): Promise<void> {
  try {
    await resume(conversation, async (context) => void (await context.sendActivity(textActivity(text))));
  } catch (error) {
    log.info({ err: failure(error) }, 'colleague could not be told');
  }
}

/** Colleagues' drafts made from an erased record, until it succeeds; should the process end, they expire by themselves. */
async function forget(parts: EffectParts, partner: Partner, record: string): Promise<void> {
  const { people, turns, log, background, later, takeUpAfter } = parts;
  try {
    await forgetDraftsOf(people, turns, partner, record);
  } catch (error) {
    log.error({ err: failure(error) }, 'drafts of an erased record could not all be removed; tried again');
    later(() => background(forget(parts, partner, record)), takeUpAfter);
  }
}
