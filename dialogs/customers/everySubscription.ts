import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import type { SubscriptionsAnswer } from '../../partner-center/keptSubscriptions.ts';
import type { DirectoryEntry } from './directory.ts';
import type { Turn } from '../turn.ts';

/** A customer with its subscriptions, or why they could not be read. */
export interface Answered {
  readonly customer: DirectoryEntry;
  readonly answer: SubscriptionsAnswer;
}

/** What was read: each customer with its answer, and how many could not be read. */
export interface EverySubscription {
  readonly answers: readonly Answered[];
  readonly lacking: number;
}

type Where = Pick<Turn, 'keptSubscriptions'>;

/** Of customers that are not the partner's Partner Center says nothing. */
const isOurs = ({ microsoftId, relationship }: DirectoryEntry): boolean =>
  microsoftId !== '' && !['none', 'invited'].includes(relationship);

/**
 * Reads the subscriptions of those customers, as far as they are not known; `tell` hears of how many they are. May raise
 * PartnerCenterError: an outage of all, or what all would be refused for.
 */
export async function readEvery(
  { keptSubscriptions }: Where,
  customers: readonly DirectoryEntry[],
  tell: (done: number, of: number) => void = () => undefined,
): Promise<void> {
  const ids = customers.filter(isOurs).map(({ microsoftId }) => microsoftId);
  await keptSubscriptions.read(ids, (done) => tell(done + customers.length - ids.length, customers.length));
}

/** What is known of the subscriptions of those customers by now. */
export function knownOfEvery({ keptSubscriptions }: Where, customers: readonly DirectoryEntry[]): EverySubscription {
  const answers = customers.flatMap((customer): Answered[] => {
    const answer = isOurs(customer) ? keptSubscriptions.known(customer.microsoftId) : [];
    return answer === undefined ? [] : [{ customer, answer }];
  });
  return { answers, lacking: answers.filter(({ answer }) => answer instanceof PartnerCenterError).length };
}

/** Both: all of those customers with what Partner Center says. Raises what reading raises. */
export async function everySubscription(
  turn: Where,
  customers: readonly DirectoryEntry[],
  tell: (done: number, of: number) => void,
): Promise<EverySubscription> {
  await readEvery(turn, customers, tell);
  return knownOfEvery(turn, customers);
}
