import { planOf, quantityFault } from './cart.ts';
import type { PartnerCenterFault } from './fault.ts';
import type { EndOfTerm, NextTerm } from './management.ts';
import type { Offer } from './offer.ts';
import { cancelUntilOf, type TermState, unscheduled } from './termRules.ts';

const ended: PartnerCenterFault = { reason: 'not-changeable', code: '900279' };
const closed: PartnerCenterFault = { reason: 'not-changeable', code: '900280' };
const notRenewable: PartnerCenterFault = { reason: 'not-changeable', code: '800093' };

const alive = ({ status }: TermState): boolean => status === 'active' || status === 'suspended';

/** Why the status of a subscription cannot become that, or undefined: cancelling has its time, what has ended stays so. */
export const statusFault = (one: TermState, to: string, now: Date): PartnerCenterFault | undefined => {
  if (!alive(one)) return one.status === 'deleted' ? { reason: 'not-changeable', code: '2011' } : ended;
  if (to !== 'deleted') return one.extended === true ? closed : undefined;
  const until = cancelUntilOf(one);
  const isOver = until === undefined || Date.parse(until) <= now.getTime();
  return isOver ? { reason: 'cancellation-over', code: '900117' } : undefined;
};

/** Why nothing can be chosen for the end of a term, or undefined. */
export const endFault = (one: TermState): PartnerCenterFault | undefined => {
  if (!alive(one)) return ended;
  if (one.extended === true || one.status === 'suspended') return closed;
  return one.trial ? notRenewable : undefined;
};

/** Why a next term cannot be like that, or undefined. */
export const nextTermFault = (
  one: TermState,
  { quantity, term = one.term, billing = one.billing }: NextTerm,
  offer: Offer | undefined,
): PartnerCenterFault | undefined => {
  const fault = endFault(one);
  if (fault !== undefined) return fault;
  if (offer === undefined || offer.unit === 'usage') return notRenewable;
  if (quantityFault(offer, quantity) !== undefined) return { reason: 'quantity', code: '900275' };
  return planOf(offer, { term, billing }) === undefined ? { reason: 'term', code: '400039' } : undefined;
};

/** A subscription after a choice for the end of its term, which takes the place of what was scheduled. */
export const withEnd = <T extends Pick<TermState, 'end' | 'nextTerm'>>(
  one: T,
  end: EndOfTerm,
): Omit<T, 'end' | 'nextTerm'> & { end: EndOfTerm; autoRenews: boolean } => ({
  ...unscheduled(one),
  end,
  autoRenews: end === 'renew',
});

/** A subscription after a next term was scheduled, or taken back: it renews by itself. */
export const withNextTerm = <T extends Pick<TermState, 'end' | 'nextTerm'>>(
  one: T,
  nextTerm: NextTerm | undefined,
) => ({
  ...unscheduled(one),
  ...(nextTerm === undefined ? {} : { nextTerm }),
  autoRenews: true,
});
