import { LRUCache } from 'lru-cache';
import type { Effect } from '../../dialogs/turn.ts';
import { correlationId } from '../http/adapter.ts';
import { hashedUser, type Log, safeError } from '../log.ts';
import { TurnContext } from '../sdk.ts';
import { type CustomerCards, type Outbox, type SentCards, textActivity } from './replies.ts';
import { type Identity, userKey } from './incomingActivity.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { DomainLease } from '../../model/domainLease.ts';
import { type Collection, everyItem } from '../../storage/collection.ts';
import { isDraftOf } from '../../model/draft.ts';
import type { User } from '../../model/user.ts';
import type { ChangeJobs } from '../jobs/changeJob.ts';
import type { MorningMessages } from '../jobs/morningMessages.ts';
import type { JobRunner } from '../jobs/durableJob.ts';
import type { FileDelivery } from '../files/fileDelivery.ts';
import type { SubmissionJobs } from '../jobs/submissionJob.ts';
import type { SubmissionDeps } from '../jobs/submissionDeps.ts';
import type { Turns } from './turns.ts';

/** The result of a turn: replies and effects to run once the turn is saved. */
export interface TurnResult {
  readonly replies: Outbox;
  readonly effects: readonly Effect[];
  readonly key: string | undefined;
}

/** The replies this process has sent; the latest of each kind. */
export interface SentLog {
  /** Keys of activities whose replies were sent. */
  readonly sent: LRUCache<string, true>;
  /** Keys of users whose last reply could not be sent. */
  readonly unanswered: LRUCache<string, true>;
}

const maxLogged = 10_000;

/** The log of a process that starts. */
export const emptySentLog = (): SentLog => ({
  sent: new LRUCache({ max: maxLogged }),
  unanswered: new LRUCache({ max: maxLogged }),
});

/** Sends the replies of a saved turn and starts its effects. */
export async function finishTurn(
  deps: EffectDeps,
  context: TurnContext,
  identity: Identity,
  result: TurnResult,
  sentLog: SentLog,
): Promise<void> {
  const { partner, userId } = identity;
  const { log, submissions, changeJobs, importJobs } = deps;
  const { arrived, cards } = await sendReplies(context, result, deps);
  if (!arrived) sentLog.unanswered.set(userKey(identity), true);
  if (result.key !== undefined) sentLog.sent.set(result.key, true);
  // Not awaited: the reply goes out at once, and the confirmation follows.
  for (const effect of result.effects) startEffect(deps, identity, effect, cards);
  const here = { ...TurnContext.getConversationReference(context.activity) };
  for (const work of [submissions, changeJobs, importJobs]) void work.retell(partner, userId, here);
  const { tenantId } = partner;
  const { type } = context.activity;
  const user = hashedUser(tenantId, userId);
  log.info({ correlationId: correlationId(context), tenant: tenantId, user, type, outcome: 'done' }, 'turn');
}

// The state is saved, so an unsent reply must not make the channel repeat the activity: it is shown at the user's next
// message.
async function sendReplies(
  context: TurnContext,
  { replies }: TurnResult,
  { log, customerCards }: Pick<EffectDeps, 'log' | 'customerCards'>,
): Promise<{ readonly arrived: boolean; readonly cards: SentCards }> {
  try {
    return { arrived: true, cards: await replies.send(context, log, customerCards) };
  } catch (error) {
    log.error({ err: safeError(error) }, 'reply could not be sent');
    return { arrived: false, cards: {} };
  }
}

/** Dependencies of effects. */
export interface EffectDeps {
  readonly submissions: SubmissionJobs;
  readonly changeJobs: ChangeJobs;
  readonly files: FileDelivery;
  readonly importJobs: JobRunner;
  readonly mornings: MorningMessages;
  readonly people: Collection<User>;
  readonly turns: Turns;
  /** Absent where several processes serve a conversation: another one may have replaced what this one sent. */
  readonly customerCards?: CustomerCards;
  /** Speaks in an earlier conversation. */
  readonly resume: SubmissionDeps['resume'];
  /** Runs work in the background; only the end of the process waits for it. */
  readonly background: (work: Promise<void>) => void;
  readonly later: SubmissionDeps['later'];
  /** Milliseconds before work that the storage stopped is retried. */
  readonly takeUpAfter: number;
  readonly log: Log;
}

/** Starts an effect of a saved turn; its errors cannot fail the turn any more. */
function startEffect(
  deps: EffectDeps,
  { partner, userId }: Identity,
  effect: Effect,
  { progress, replacement }: SentCards,
): void {
  const { submissions, changeJobs, importJobs, files, background } = deps;
  if (effect.kind === 'submit') void submissions.submit(partner, effect.id, progress);
  else if (effect.kind === 'finish') void submissions.finish(partner, effect.id);
  else if (effect.kind === 'close') void submissions.close(partner, effect.id, replacement);
  else if (effect.kind === 'change') void changeJobs.submit(partner, effect.id, progress);
  else if (effect.kind === 'finishChange') void changeJobs.finish(partner, effect.id, progress);
  else if (effect.kind === 'dropChange') void changeJobs.reconcile(partner, effect.id);
  else if (effect.kind === 'closeChange') void changeJobs.close(partner, effect.id);
  else if (effect.kind === 'wakeChange') void changeJobs.wake(partner, effect.id);
  else if (effect.kind === 'importing') void importJobs.finish(partner, effect.id, progress);
  else if (effect.kind === 'forget') background(eraseDrafts(deps, partner, effect.id));
  else if (effect.kind === 'file') background(files.deliver(partner, effect.order, progress));
  else if (effect.kind === 'morning') deps.mornings.schedule(partner, userId);
  else if (effect.kind === 'upload') background(files.save(partner, effect.upload, progress));
  else background(notifyColleague(deps, effect.conversation, effect.text));
}

/** Reconciles an effect of a turn that failed: the job starts if the storage shows that the turn was saved. */
export function reconcileEffect(
  { submissions, changeJobs, importJobs }: EffectDeps,
  partner: Partner,
  effect: Effect,
): void {
  const { kind } = effect;
  if (kind === 'submit' || kind === 'finish') void submissions.reconcile(partner, effect.id);
  else if (kind === 'change' || kind === 'finishChange' || kind === 'dropChange')
    void changeJobs.reconcile(partner, effect.id);
  else if (kind === 'importing') void importJobs.reconcile(partner, effect.id);
}

/** Sends a text to a colleague; a failure is logged. */
async function notifyColleague(
  { resume, log }: EffectDeps,
  conversation: DomainLease['conversation'],
  text: string,
): Promise<void> {
  try {
    await resume(conversation, async (context) => void (await context.sendActivity(textActivity(text))));
  } catch (error) {
    log.info({ err: safeError(error) }, 'colleague could not be told');
  }
}

/**
 * Erases colleagues' drafts made from an erased record, and retries until it succeeds. Drafts also expire by
 * themselves.
 */
async function eraseDrafts(deps: EffectDeps, partner: Partner, record: string): Promise<void> {
  const { people, turns, log, background, later, takeUpAfter } = deps;
  try {
    await eraseDraftsOf(people, turns, partner, record);
  } catch (error) {
    log.error({ err: safeError(error) }, 'drafts of an erased record could not all be removed; tried again');
    later(() => background(eraseDrafts(deps, partner, record)), takeUpAfter);
  }
}

/** Removes the drafts made from an erased record, of all the partner's users. */
async function eraseDraftsOf(
  people: Collection<User>,
  turns: Turns,
  { tenantId }: Partner,
  record: string,
): Promise<void> {
  for await (const { id, value } of everyItem(people, tenantId)) {
    const drafts = [...value.drafts, ...(value.deleted === undefined ? [] : [value.deleted.draft])];
    // Its buttons may name the customer.
    const isOnCard = JSON.stringify(value.card ?? {}).includes(record);
    if (!isOnCard && !drafts.some((draft) => isDraftOf(draft, record))) continue;
    await turns.run(
      tenantId,
      id,
      async ({ person }) => {
        person.drafts = person.drafts.filter((draft) => !isDraftOf(draft, record));
        if (isOnCard) delete person.card;
        if (person.deleted !== undefined && isDraftOf(person.deleted.draft, record)) delete person.deleted;
        return { save: true, result: undefined };
      },
      async () => undefined,
    );
  }
}
