import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { type Renewal, renewalOf, renewalOrder } from '../../partner-center/renewals.ts';
import type { DirectoryEntry } from './directory.ts';
import type { Answered } from './everySubscription.ts';

/** A subscription whose term ends soon, and its customer. */
export interface EndingSoon {
  readonly customer: DirectoryEntry;
  readonly subscription: Subscription;
  readonly renewal: Renewal;
}

/** What ends within 90 days of that moment, of all customers that could be read; in order of what has to be done. */
export const endingSoon = (answers: readonly Answered[], now: Date): readonly EndingSoon[] =>
  answers
    .flatMap(({ customer, answer }) =>
      answer instanceof PartnerCenterError
        ? []
        : answer.flatMap((subscription): EndingSoon[] => {
            const renewal = renewalOf(subscription, now);
            return renewal === undefined ? [] : [{ customer, subscription, renewal }];
          }),
    )
    .toSorted((a, b) => renewalOrder(a.renewal, b.renewal));
