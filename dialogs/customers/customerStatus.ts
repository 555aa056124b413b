import type { CustomerView } from '../../cards/customers/customerView.ts';
import type { Trouble } from '../../cards/trouble.ts';
import { cloud } from '../../partner-center/clouds.ts';
import { isRelated, said } from './existing.ts';
import type { Targeted } from './targets.ts';
import type { Turn } from '../turn.ts';

/**
 * How a customer stands with Microsoft: its qualifications, and the review of its account. The customer's card does not
 * wait long for either, and what could not be read in that time is told as such, never as nothing.
 */
export async function standingOf(
  turn: Turn,
  found: Targeted,
): Promise<Pick<CustomerView, 'qualifications' | 'review'>> {
  if (!isRelated(found)) return {};
  const { management } = turn.partnerCenter;
  const { qualification, accountReview } = cloud(turn.partner.cloud);
  const { microsoftId } = found.target;
  const [qualifications, review] = await Promise.all([
    qualification ? inTime(turn, management.qualifications(microsoftId)) : undefined,
    accountReview ? inTime(turn, management.accountReview(microsoftId)) : undefined,
  ]);
  return {
    ...(qualifications === undefined ? {} : { qualifications }),
    ...(review === undefined ? {} : { review }),
  };
}

const late: Trouble = { fault: { reason: 'unavailable' }, correlationId: '' };

async function inTime<T>(turn: Turn, work: Promise<T>): Promise<T | Trouble> {
  const answer = said(work);
  let seen: T | Trouble = late;
  await turn.briefly(answer.then((one) => void (seen = one)));
  return seen;
}
