import { isOutage as isOutageReason } from '../../partner-center/fault.ts';
import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { DirectoryEntry } from '../customers/directory.ts';
import type { Turn } from '../turn.ts';
import type { Tell } from './files.ts';

/** Customers whose subscriptions are read at the same time. */
const atOnce = 4;

/** A customer's subscriptions, or why they could not be read. */
export type Answer = readonly Subscription[] | PartnerCenterError;

/** What was read: each customer with its answer, and how many could not be read. */
export interface EverySubscription {
  readonly answers: readonly { readonly customer: DirectoryEntry; readonly answer: Answer }[];
  readonly lacking: number;
}

/** Reads the subscriptions of those customers, some at the same time. May raise PartnerCenterError: an outage of all. */
export async function everySubscription(
  turn: Turn,
  customers: readonly DirectoryEntry[],
  tell: Tell,
): Promise<EverySubscription> {
  const all: { customer: DirectoryEntry; answer: Answer }[] = [];
  for (let start = 0; start < customers.length; start += atOnce) {
    const part = customers.slice(start, start + atOnce);
    const answers = await Promise.all(part.map(async (customer) => ({ customer, answer: await read(turn, customer) })));
    const [first] = answers;
    if (first?.answer instanceof PartnerCenterError && answers.every(({ answer }) => isOutage(answer)))
      throw first.answer;
    all.push(...answers);
    tell(start + part.length, customers.length);
  }
  return { answers: all, lacking: all.filter(({ answer }) => answer instanceof PartnerCenterError).length };
}

/** Faults that may be one customer's; any other would meet the next one too. */
const mayBeOnes: readonly string[] = [
  'no-relationship',
  'customer-unknown',
  'not-found',
  'not-allowed',
  'other',
  'unexplained',
  'conflict',
];

async function read(turn: Turn, { microsoftId, relationship }: DirectoryEntry): Promise<Answer> {
  // Of others Partner Center says nothing.
  const isOurs = microsoftId !== '' && !['none', 'invited'].includes(relationship);
  try {
    return !isOurs ? [] : await turn.partnerCenter.management.subscriptions(microsoftId);
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    if (mayBeOnes.includes(error.fault.reason) || isOutageReason(error.fault.reason)) return error;
    throw error;
  }
}

const isOutage = (answer: Answer): boolean =>
  answer instanceof PartnerCenterError && isOutageReason(answer.fault.reason);
