import type { Partner } from '../../partner-center/partner.ts';
import { again } from '../../partner-center/submission.ts';
import { blank } from './announcing.ts';
import { carryOut } from './carryingOut.ts';
import { durableWork, type DurableWork } from './durableWork.ts';
import type { SubmissionTools } from './submissionTools.ts';

/** Submissions on their way; each step is written down when it is done, and never done twice. */
export interface Submissions extends DurableWork {
  /** The confirmation was read: its password is blanked, and a complete submission is over. */
  close(partner: Partner, id: string): Promise<void>;
}

/** Carries submissions out with those tools. What is told again has lost its password by then. */
export function createSubmissions(tools: SubmissionTools): Submissions {
  const { later, now, passwordMinutes } = tools;

  const blankLater = (partner: Partner, id: string, confirmedAt: string): void => {
    const left = Date.parse(confirmedAt) + passwordMinutes * 60_000 - now().getTime();
    // A clock that was set back must not lengthen it, nor pass the longest time a timer takes.
    later(() => void close(partner, id), Math.min(Math.max(0, left), passwordMinutes * 60_000));
  };

  const work = durableWork(tools, {
    name: 'submission',
    stored: tools.jobs,
    async carryOut(partner, item) {
      const ended = await carryOut(tools, partner, item);
      if (ended.confirmedAt !== undefined) blankLater(partner, item.id, ended.confirmedAt);
      return ended;
    },
    again: ({ finishing: _finishing, wakeAt: _wakeAt, waitsFor, ...job }, woken) => ({
      ...job,
      ...(woken && waitsFor !== undefined ? { waitsFor } : {}),
      stages: again(job.stages),
    }),
    elsewhere: ({ waitsFor: _waitsFor, ...job }, conversation) => ({ ...job, conversation }),
    looksAfter(partner, { id, state, confirmedAt }) {
      if (confirmedAt === undefined || state === 'running') return false;
      blankLater(partner, id, confirmedAt);
      return state === 'done';
    },
  });

  const close = (partner: Partner, id: string): Promise<void> =>
    work.guarded(partner, id, () => blank(tools, partner, id));

  return { ...work, close };
}
