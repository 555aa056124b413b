import type { Partner } from '../../partner-center/rules/partner.ts';
import { blankPassword, type ShownPassword } from './changeMessages.ts';
import { runChange } from './changeRun.ts';
import type { ChangeDeps } from './deps.ts';
import { createJobRunner, type JobRunner } from './durableJob.ts';
import { isLongShown } from './wakeUp.ts';

/** The jobs that change customers. */
export interface ChangeJobs extends JobRunner {
  /** Blanks the password a change shows, because Done was pressed or its time is over, and removes the change. */
  close(partner: Partner, id: string): Promise<void>;
}

/** Creates the jobs that change customers; each change is made once. */
export function createChangeJobs(deps: ChangeDeps): ChangeJobs {
  const { later, now, passwordMinutes } = deps;
  const shown = new Map<string, ShownPassword>();

  const blankLater = (partner: Partner, id: string, shownAt: string): void => {
    const left = Date.parse(shownAt) + passwordMinutes * 60_000 - now().getTime();
    // A clock that was set back must not lengthen it, nor pass the longest time a timer takes.
    later(() => void close(partner, id), Math.min(Math.max(0, left), passwordMinutes * 60_000));
  };

  const work: JobRunner = createJobRunner(deps, {
    name: 'change',
    stored: deps.changes,
    async run(partner, held) {
      const outcome = await runChange(deps, partner, held, shown, (id) => work.reconcile(partner, id));
      if (outcome.shownAt !== undefined) blankLater(partner, held.job.id, outcome.shownAt);
      return outcome;
    },
    requeued: ({ fault: _fault, finishing: _finishing, wakeAt: _wakeAt, waitsFor, ...change }, woken) => ({
      ...change,
      ...(woken && waitsFor !== undefined ? { waitsFor } : {}),
    }),
    // The old progress card is in another conversation or far up, so an update of it would not be seen.
    inConversation: ({ progressCard: _card, replaces: _replaces, waitsFor: _waitsFor, ...change }, conversation) => ({
      ...change,
      conversation: { ...conversation },
    }),
    handleOnStart(partner, { id, shownAt, read }) {
      if (shownAt === undefined) return false;
      if (read === true) later(() => void close(partner, id), 0);
      else blankLater(partner, id, shownAt);
      return true;
    },
    isOverdue: ({ shownAt, read }, time) =>
      shownAt !== undefined && (read === true || isLongShown(shownAt, passwordMinutes, time)),
    // One of several orders is told with the others.
    isUntold: ({ state, shownAt, ofOrders }) => state === 'done' && shownAt === undefined && ofOrders !== true,
  });

  const close = (partner: Partner, id: string): Promise<void> =>
    work.exclusively(partner, id, () => blankPassword(deps, partner, id));

  return { ...work, close };
}
