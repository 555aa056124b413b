import type { Partner } from '../../partner-center/rules/partner.ts';

/** A job with an undelivered outcome; `isNoted`: the job says so, and says when another process has told it. */
interface Undelivered {
  readonly id: string;
  readonly isNoted: boolean;
}

/** Creates the list of jobs with an undelivered outcome, by user. After a restart they are found in the storage again. */
export function createUndeliveredJobs() {
  const jobs = new Map<string, Undelivered[]>();
  return {
    add: (partner: Partner, userId: string, job: Undelivered): void => {
      const known = jobs.get(nameOf(partner, userId)) ?? [];
      jobs.set(nameOf(partner, userId), [...known.filter(({ id }) => id !== job.id), job]);
    },
    take: (partner: Partner, userId: string): readonly Undelivered[] => {
      const known = jobs.get(nameOf(partner, userId)) ?? [];
      jobs.delete(nameOf(partner, userId));
      return known;
    },
  };
}

const nameOf = ({ tenantId }: Partner, userId: string): string => `${tenantId}/${userId}`;
