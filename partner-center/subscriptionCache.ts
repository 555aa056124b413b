import { LRUCache } from 'lru-cache';
import { cacheClock } from '../lib/cacheClock.ts';
import { mapLimit } from '../lib/mapLimit.ts';
import { isOutage, PartnerCenterError } from './rules/fault.ts';
import type { Subscription } from './management.ts';
import type { PartnerCenter } from './partnerCenter.ts';
import { defined } from '../lib/optional.ts';
import { minute } from '../lib/durations.ts';

/** A customer's subscriptions, or the error of reading them. */
export type SubscriptionsAnswer = readonly Subscription[] | PartnerCenterError;

/** Subscriptions of many customers, cached in memory for some minutes by Microsoft ID. */
export interface SubscriptionCache {
  /** Takes in what other processes changed; `read` does that first. */
  catchUp(): Promise<void>;
  /**
   * Reads the missing and stale entries of these customers, a few at a time; concurrent readings queue. Reports the
   * number of customers known. Raises PartnerCenterError when Partner Center does not answer for several in a row, or
   * for a refusal that would meet every customer; entries read by then are kept.
   */
  read(microsoftIds: readonly string[], tell?: (done: number) => void): Promise<void>;
  /** The cached answer for a customer; undefined when none was read, or the customer was changed since. */
  peek(microsoftId: string): SubscriptionsAnswer | undefined;
  /** Age of the cached answers of these customers; a refusal is none. */
  age(microsoftIds: readonly string[]): AnswersAge;
  /** Drops a customer's entry because a subscription was changed, or may have been. */
  forget(microsoftId: string): void;
  /** Drops every entry. */
  forgetAll(): void;
  /** Drops the entries that could not be read; the next reading asks for them again. */
  forgetFailures(): void;
}

/** Age of cached answers. */
interface AnswersAge {
  /** When the oldest was read; absent where there is none. */
  readonly oldest?: Date;
  /** True when it is older than it should be. */
  readonly isOld: boolean;
  /** Number of those that are as fresh as they should be, the refusals among them. */
  readonly fresh: number;
}

/** Number of customers read at the same time. */
const atOnce = 4;

/** Milliseconds for which an answer counts as fresh; less for a failure. */
const [freshFor, freshForFailure] = [5 * minute, minute];

/** Most subscriptions kept, of all customers: beyond what any partner sells, and within a server's memory. */
const maxSubscriptions = 200_000;

/** Faults that may concern one customer only; any other would meet the next customer too. */
const singleCustomerReasons: ReadonlySet<string> = new Set([
  'no-relationship',
  'customer-unknown',
  'not-found',
  'not-allowed',
  'other',
  'unexplained',
  'conflict',
]);

const isOutageAnswer = (answer: SubscriptionsAnswer): answer is PartnerCenterError =>
  answer instanceof PartnerCenterError && isOutage(answer.fault.reason);

interface KeptAnswer {
  readonly answer: SubscriptionsAnswer;
  readonly at: Date;
}

type ReadSubscriptions = (microsoftId: string) => Promise<readonly Subscription[]>;

async function readOrFault(ask: ReadSubscriptions, id: string): Promise<SubscriptionsAnswer> {
  try {
    return await ask(id);
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    const { reason } = error.fault;
    if (singleCustomerReasons.has(reason) || isOutage(reason)) return error;
    throw error;
  }
}

/** Kept answers, none yet. */
const keptAnswers = (now: () => Date): LRUCache<string, KeptAnswer> =>
  new LRUCache<string, KeptAnswer>({
    maxSize: maxSubscriptions,
    sizeCalculation: ({ answer }) => 1 + (answer instanceof PartnerCenterError ? 0 : answer.length),
    ttl: freshFor,
    // A reading of all customers may take longer than its first answers stay fresh.
    allowStale: true,
    ...cacheClock(now),
  });

/** Age of the kept answers of these customers. */
function ageOf(kept: LRUCache<string, KeptAnswer>, ids: readonly string[]): AnswersAge {
  const known = ids.flatMap((id) => {
    const one = kept.peek(id.toLowerCase());
    return one === undefined ? [] : [{ ...one, isFresh: kept.has(id.toLowerCase()) }];
  });
  const read = known.filter(({ answer }) => !(answer instanceof PartnerCenterError));
  const oldest = read.reduce<KeptAnswer | undefined>((a, b) => (a === undefined || b.at < a.at ? b : a), undefined);
  return {
    ...defined({ oldest: oldest?.at }),
    isOld: read.some(({ isFresh }) => !isFresh),
    fresh: known.filter(({ isFresh }) => isFresh).length,
  };
}

/**
 * Reads these customers, a few at a time. Raises the error of an outage that meets `tooMany` in a row; one that met some
 * alone is given to `lack`, when the others were reached.
 */
async function readEach(
  ids: readonly string[],
  tooMany: number,
  readOne: (id: string) => Promise<SubscriptionsAnswer>,
  lack: (id: string, fault: PartnerCenterError) => void,
): Promise<void> {
  const unreached = new Map<string, PartnerCenterError>();
  let outages = 0;
  await mapLimit(ids, atOnce, async (id) => {
    const answer = await readOne(id);
    if (!isOutageAnswer(answer)) outages = 0;
    else {
      unreached.set(id, answer);
      if ((outages += 1) >= tooMany) throw answer;
    }
  });
  for (const [id, fault] of unreached) lack(id, fault);
}

/**
 * An empty cache; `ask` reads the subscriptions of one customer, `catchUp` drops those of customers that other processes
 * changed.
 */
export function subscriptionCache(
  ask: ReadSubscriptions,
  now: () => Date,
  catchUp?: () => Promise<void>,
): SubscriptionCache {
  const kept = keptAnswers(now);
  // Customers being read, until they are changed.
  const unchanged = new Set<string>();
  let former: Promise<unknown> = Promise.resolve();

  const keep = (id: string, answer: SubscriptionsAnswer): void =>
    void kept.set(
      id,
      { answer, at: now() },
      { ttl: answer instanceof PartnerCenterError ? freshForFailure : freshFor },
    );

  /** Reads one customer, again if it was changed meanwhile. An outage leaves what was read before. */
  const readOne = async (id: string): Promise<SubscriptionsAnswer> => {
    unchanged.add(id);
    const answer = await readOrFault(ask, id);
    if (!unchanged.delete(id)) return readOne(id);
    if (!isOutageAnswer(answer) || !Array.isArray(kept.peek(id)?.answer)) keep(id, answer);
    return answer;
  };

  const readAll = async (ids: readonly string[], tell: (done: number) => void): Promise<void> => {
    const left = ids.filter((id) => !kept.has(id));
    let done = ids.length - left.length;
    const readNext = async (id: string): Promise<SubscriptionsAnswer> => {
      const answer = await readOne(id);
      tell((done += 1));
      return answer;
    };
    await readEach(left, Math.min(atOnce, ids.length), readNext, keep);
  };

  return {
    catchUp: async () => catchUp?.(),
    read(ids, tell = () => undefined) {
      const reading = (catchUp === undefined ? former : Promise.all([former, catchUp()])).then(() =>
        readAll([...new Set(ids.map((id) => id.toLowerCase()))], tell),
      );
      former = reading.catch(() => undefined);
      return reading;
    },
    peek: (id) => kept.peek(id.toLowerCase())?.answer,
    age: (ids) => ageOf(kept, ids),
    forget(microsoftId) {
      const id = microsoftId.toLowerCase();
      unchanged.delete(id);
      kept.delete(id);
    },
    forgetAll: () => [unchanged, kept].forEach((all) => all.clear()),
    forgetFailures() {
      for (const [id, { answer }] of kept) if (answer instanceof PartnerCenterError) kept.delete(id);
    },
  };
}

/** Wraps Partner Center so that every change, even a failed one, drops the customer's cached subscriptions. */
export function withCacheUpdates(partnerCenter: PartnerCenter, kept: Pick<SubscriptionCache, 'forget'>): PartnerCenter {
  const { management } = partnerCenter;
  const after = async <T>(microsoftId: string, change: Promise<T>): Promise<T> => {
    try {
      return await change;
    } finally {
      kept.forget(microsoftId);
    }
  };
  return {
    ...partnerCenter,
    order: (id, ...more) => after(id, partnerCenter.order(id, ...more)),
    management: {
      ...management,
      changeQuantity: (id, ...more) => after(id, management.changeQuantity(id, ...more)),
      changeStatus: (id, ...more) => after(id, management.changeStatus(id, ...more)),
      chooseEnd: (id, ...more) => after(id, management.chooseEnd(id, ...more)),
      scheduleNextTerm: (id, ...more) => after(id, management.scheduleNextTerm(id, ...more)),
      removeRelationship: (id, ...more) => after(id, management.removeRelationship(id, ...more)),
    },
  };
}
