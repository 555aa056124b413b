import { hour } from '../../lib/durations.ts';
import type { SubscriptionCache } from '../../partner-center/subscriptionCache.ts';
import { type Directory, type DirectoryEntry, isPartnersCustomer } from '../customers/customerDirectory.ts';

/** Everything an agenda knows of a partner's customers. */
export interface KnownCustomers {
  readonly customers: readonly DirectoryEntry[];
  /** When the oldest of their subscriptions were read at the last reading; absent before the first time. */
  readonly readAt?: Date;
  readonly isReading: boolean;
  /** The last reading failed. */
  readonly failed: boolean;
  /** There are too many to be read without being asked to. */
  readonly tooMany: boolean;
}

/** A partner's customers and their subscriptions as the agenda knows them, read behind the turns. */
export interface AgendaCustomers {
  /** Begins to read what is unknown or old, unless there are too many customers; `asked`: everything that is stale. */
  begin(asked?: boolean): void;
  /** Resolves when nothing is being read; never rejects. */
  finished(): Promise<void>;
  known(): KnownCustomers;
}

/** Most customers that are read without being asked to: each is a call to Partner Center. */
const mostUnasked = 1_000;

/** Milliseconds after which a greeting has everything read again. */
const freshFor = hour;

/** Sources that they are read from. */
interface CustomerSources {
  readonly directory: Pick<Directory, 'every'>;
  readonly keptSubscriptions: SubscriptionCache;
  readonly now: () => Date;
}

/** The customers of an agenda, of which nothing is known before the first reading. */
export function agendaCustomers({ directory, keptSubscriptions, now }: CustomerSources): AgendaCustomers {
  let known: KnownCustomers = { customers: [], isReading: false, failed: false, tooMany: false };
  let reading: Promise<void> = Promise.resolve();

  const readAll = async (asked: boolean): Promise<void> => {
    const customers = await directory.every({ find: '', reseller: '' }, () => undefined);
    const tooMany = !asked && customers.length > mostUnasked;
    known = { ...known, customers, tooMany };
    if (tooMany) return;
    const ids = customers.filter(isPartnersCustomer).map(({ microsoftId }) => microsoftId);
    await keptSubscriptions.read(ids);
    known = { ...known, readAt: keptSubscriptions.age(ids).oldest ?? now() };
  };
  /** Ids of customers that were changed since they were read. */
  const changed = (): string[] =>
    known.customers
      .filter((one) => isPartnersCustomer(one) && keptSubscriptions.peek(one.microsoftId) === undefined)
      .map(({ microsoftId }) => microsoftId);

  const start = (work: Promise<void>): void => {
    known = { ...known, isReading: true, failed: false };
    const end = (failed: boolean): void => void (known = { ...known, isReading: false, failed });
    reading = work.then(
      () => end(false),
      () => end(true),
    );
  };
  return {
    begin(asked = false) {
      if (known.isReading) return;
      const age = known.readAt === undefined ? Infinity : Math.abs(now().getTime() - known.readAt.getTime());
      if (asked) keptSubscriptions.forgetFailures();
      if (asked || age > freshFor) return start(readAll(asked));
      const ids = changed();
      if (ids.length > 0) start(keptSubscriptions.read(ids));
    },
    finished: () => reading,
    known: () => known,
  };
}
