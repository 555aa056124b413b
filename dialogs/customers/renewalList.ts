import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import type { SubscriptionsAnswer } from '../../partner-center/subscriptionCache.ts';
import { type DirectoryEntry, displayName, isPartnersCustomer } from './customerDirectory.ts';
import type { Turn } from '../turn.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { compareRenewals, type Renewal, renewalOf } from '../../partner-center/lifecycle.ts';
import { customerRefusalCard } from '../../cards/refusalCards.ts';
import type { ReadingState } from '../../cards/customers/readingLines.ts';
import { renewalsCard } from '../../cards/customers/renewalsCard.ts';
import { parseRenewalsQuery, renewalsArgument } from '../../cards/customers/renewalsQuery.ts';
import { addRefusal, may } from '../rights.ts';
import { defined } from '../../lib/optional.ts';

/** Customer with its subscriptions, or the error of reading them. */
interface CustomerSubscriptions {
  readonly customer: DirectoryEntry;
  readonly answer: SubscriptionsAnswer;
}

/** Subscriptions of all customers, and the number of customers whose own could not be read. */
interface AllSubscriptions {
  readonly answers: readonly CustomerSubscriptions[];
  readonly lacking: number;
}

type SubscriptionSource = Pick<Turn, 'keptSubscriptions'>;

/**
 * Reads the subscriptions of these customers that are not cached; `tell` receives the progress. May raise
 * PartnerCenterError: an outage, or a refusal that concerns all.
 */
async function readAllSubscriptions(
  { keptSubscriptions }: SubscriptionSource,
  customers: readonly DirectoryEntry[],
  tell: (done: number, of: number) => void = () => undefined,
): Promise<void> {
  const ids = customers.filter(isPartnersCustomer).map(({ microsoftId }) => microsoftId);
  await keptSubscriptions.read(ids, (done) => tell(done + customers.length - ids.length, customers.length));
}

/** Cached subscriptions of these customers. */
function knownSubscriptions(
  { keptSubscriptions }: SubscriptionSource,
  customers: readonly DirectoryEntry[],
): AllSubscriptions {
  const answers = customers.flatMap((customer): CustomerSubscriptions[] => {
    const answer = isPartnersCustomer(customer) ? keptSubscriptions.peek(customer.microsoftId) : [];
    return answer === undefined ? [] : [{ customer, answer }];
  });
  return { answers, lacking: answers.filter(({ answer }) => answer instanceof PartnerCenterError).length };
}

/** Reads and returns the subscriptions of these customers. Raises what readAllSubscriptions raises. */
export async function allSubscriptions(
  turn: SubscriptionSource,
  customers: readonly DirectoryEntry[],
  tell: (done: number, of: number) => void,
): Promise<AllSubscriptions> {
  await readAllSubscriptions(turn, customers, tell);
  return knownSubscriptions(turn, customers);
}

/** Subscription whose term ends soon, with its customer. */
interface DueRenewal {
  readonly customer: DirectoryEntry;
  readonly subscription: Subscription;
  readonly renewal: Renewal;
}

/** Subscriptions whose term ends within 90 days, of all customers that could be read; the most urgent first. */
export const dueRenewals = (answers: readonly CustomerSubscriptions[], now: Date): readonly DueRenewal[] =>
  answers
    .flatMap(({ customer, answer }) =>
      answer instanceof PartnerCenterError
        ? []
        : answer.flatMap((subscription): DueRenewal[] => {
            const renewal = renewalOf(subscription, now);
            return renewal === undefined ? [] : [{ customer, subscription, renewal }];
          }),
    )
    .toSorted((a, b) => compareRenewals(a.renewal, b.renewal));

/**
 * Renewals: shows the subscriptions of all customers that end within 30, 60 or 90 days; argument `days from`. Slow
 * reading continues after the turn; its results appear at the next Refresh.
 */
export async function showRenewals(turn: Turn, argument: string): Promise<void> {
  const { words, now, replies, keptSubscriptions, press } = turn;
  const place = parseRenewalsQuery(argument);
  if (press?.values['again'] !== undefined) keptSubscriptions.forgetFailures();
  const read = await readForOverview(turn);
  if ('refusal' in read) {
    const again = { verb: 'renewals', argument: renewalsArgument(place) };
    return replies.show(customerRefusalCard(words, read.refusal, again));
  }
  const canChange = addRefusal(turn.partner) === undefined;
  replies.show(
    renewalsCard({
      words,
      now,
      place,
      entries: dueRenewals(read.answers, now).map(({ customer, ...one }) => ({
        ...one,
        ref: customer.ref,
        companyName: displayName(customer),
      })),
      ...read.state,
      canAdd: canChange && may(turn, 'add'),
      canManage: canChange && may(turn, 'manage'),
    }),
  );
}

/** Subscriptions of all customers as far as a turn can wait for them, and how far that is. */
interface OverviewReading {
  readonly answers: readonly CustomerSubscriptions[];
  readonly state: ReadingState;
}

/**
 * Reads the subscriptions of all customers for as long as a turn can wait; what is slower goes on after the turn. Gives
 * the refusal where not even the customers could be listed.
 */
export async function readForOverview(turn: Turn): Promise<OverviewReading | { readonly refusal: PartnerCenterError }> {
  const { customers, fault, isOver } = await readWhileWaiting(turn);
  if (customers === undefined && fault !== undefined) return { refusal: fault };
  const { answers } = knownSubscriptions(turn, customers ?? []);
  const related = (customers ?? []).filter(isPartnersCustomer);
  const { oldest, isOld, fresh } = turn.keptSubscriptions.age(related.map(({ microsoftId }) => microsoftId));
  const state = {
    ...defined({ customers: customers?.length }),
    ...(isOver ? {} : { soFar: fresh + (customers ?? []).length - related.length }),
    ...(isOld || fault !== undefined ? defined({ asOf: oldest?.toISOString() }) : {}),
    ...defined({ fault: fault?.refusal }),
    unread: answers.flatMap(({ customer, answer }) =>
      answer instanceof PartnerCenterError ? [displayName(customer)] : [],
    ),
  };
  return { answers, state };
}

interface PartialReading {
  /** Absent until all customers are listed. */
  readonly customers?: readonly DirectoryEntry[];
  readonly fault?: PartnerCenterError;
  /** True when reading is over, successful or not. */
  readonly isOver: boolean;
}

/** Reads the subscriptions that are not cached, for as long as a turn can wait. */
async function readWhileWaiting(turn: Turn): Promise<PartialReading> {
  let looked: PartialReading = { isOver: false };
  const reading = (async () => {
    try {
      const customers = await turn.directory.every({ find: '', reseller: '' }, () => undefined);
      looked = { ...looked, customers };
      await readAllSubscriptions(turn, customers);
      looked = { ...looked, isOver: true };
    } catch (error) {
      if (!(error instanceof PartnerCenterError)) throw error;
      looked = { ...looked, fault: error, isOver: true };
    }
  })();
  reading.catch(() => undefined);
  try {
    await turn.withinAnswerTime(reading);
  } catch (error) {
    // The turn waited long enough; reading goes on.
    if (!(error instanceof PartnerCenterError)) throw error;
  }
  return looked;
}
