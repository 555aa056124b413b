import { eachOf } from './eachOf.ts';
import { isOutage } from './fault.ts';
import type { Subscription } from './management.ts';
import { type PartnerCenter, PartnerCenterError } from './partnerCenter.ts';

/** A customer's subscriptions, or why they could not be read. */
export type SubscriptionsAnswer = readonly Subscription[] | PartnerCenterError;

/** What was read of the subscriptions of many customers, kept in memory for some minutes. Customers go by Microsoft ID. */
export interface KeptSubscriptions {
  /**
   * Reads what is not known of these customers, or has become old, some at the same time; one reading after the other.
   * Tells how many are known. Raises PartnerCenterError when Partner Center does not answer for several in turn, or refuses
   * what it would refuse of any: what was read by then is kept.
   */
  read(microsoftIds: readonly string[], tell?: (done: number) => void): Promise<void>;
  /** What was last said of a customer; undefined where nothing was, or it was changed since. */
  known(microsoftId: string): SubscriptionsAnswer | undefined;
  /** Something of the customer's was changed, or may have been. */
  forget(microsoftId: string): void;
  /** Those that could not be read are asked for again by the next reading. */
  forgetFailures(): void;
}

/** Customers whose subscriptions are read at the same time. */
const atOnce = 4;

const minute = 60_000;

/** Milliseconds for which an answer is taken as it was; what failed is asked again sooner. */
const [fresh, freshFailure] = [5 * minute, minute];

/** Faults that may be one customer's; any other would meet the next one too. */
const mayBeOnes: ReadonlySet<string> = new Set([
  'no-relationship',
  'customer-unknown',
  'not-found',
  'not-allowed',
  'other',
  'unexplained',
  'conflict',
]);

const isOutageOf = (answer: SubscriptionsAnswer): answer is PartnerCenterError =>
  answer instanceof PartnerCenterError && isOutage(answer.fault.reason);

type Ask = (microsoftId: string) => Promise<readonly Subscription[]>;

async function answerOf(ask: Ask, id: string): Promise<SubscriptionsAnswer> {
  try {
    return await ask(id);
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    const { reason } = error.fault;
    if (mayBeOnes.has(reason) || isOutage(reason)) return error;
    throw error;
  }
}

/** Nothing is known yet; `ask` reads the subscriptions of one customer. */
export function keptSubscriptions(ask: Ask, now: () => Date): KeptSubscriptions {
  const kept = new Map<string, { readonly at: number; readonly answer: SubscriptionsAnswer }>();
  const changed = new Set<string>();
  let former: Promise<unknown> = Promise.resolve();

  const isFresh = (id: string): boolean => {
    const known = kept.get(id);
    if (known === undefined) return false;
    const lasts = known.answer instanceof PartnerCenterError ? freshFailure : fresh;
    return Math.abs(now().getTime() - known.at) <= lasts;
  };

  /** Asks until nothing was changed meanwhile. */
  const readOne = async (id: string): Promise<SubscriptionsAnswer> => {
    changed.delete(id);
    const at = now().getTime();
    const answer = await answerOf(ask, id);
    if (changed.has(id)) return readOne(id);
    kept.set(id, { at, answer });
    return answer;
  };

  const readAll = async (ids: readonly string[], tell: (done: number) => void): Promise<void> => {
    const left = ids.filter((id) => !isFresh(id));
    const tooMany = Math.min(atOnce, ids.length);
    let done = ids.length - left.length;
    let outages = 0;
    await eachOf(left, atOnce, async (id) => {
      const answer = await readOne(id);
      outages = isOutageOf(answer) ? outages + 1 : 0;
      if (isOutageOf(answer) && outages >= tooMany) throw answer;
      tell((done += 1));
    });
  };

  return {
    read(ids, tell = () => undefined) {
      const reading = former.then(() => readAll([...new Set(ids.map((id) => id.toLowerCase()))], tell));
      former = reading.catch(() => undefined);
      return reading;
    },
    known: (id) => kept.get(id.toLowerCase())?.answer,
    forget(microsoftId) {
      const id = microsoftId.toLowerCase();
      changed.add(id);
      kept.delete(id);
    },
    forgetFailures() {
      for (const [id, { answer }] of kept) if (answer instanceof PartnerCenterError) kept.delete(id);
    },
  };
}

/** The same Partner Center, which has a customer's subscriptions forgotten whenever they are changed, or may have been. */
export function keeping(partnerCenter: PartnerCenter, kept: Pick<KeptSubscriptions, 'forget'>): PartnerCenter {
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
