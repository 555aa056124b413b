import { recordedOffers } from '../catalogue.ts';
import type { Offer } from '../offer.ts';
import { once } from '../once.ts';
import { atTime, type TermState } from '../termRules.ts';
import type { Subscription } from './records.ts';

const offers = once(() => new Map(recordedOffers().map((offer) => [offer.id, offer])));

/** The recorded offer a subscription stands for; undefined when it was withdrawn. */
export const offerBehind = ({ catalogueOffer }: Pick<Subscription, 'catalogueOffer'>): Offer | undefined =>
  offers().get(catalogueOffer);

/** Is it billed by use, as an Azure plan? */
export const isUsage = (subscription: Subscription): boolean => offerBehind(subscription)?.unit === 'usage';

/** What a subscription's terms run by. */
export const termStateOf = (one: Subscription): TermState => {
  const {
    status,
    quantity,
    termDuration: term,
    billingCycle: billing,
    refundable,
    end,
    nextTerm,
    extended,
    goneAt,
  } = one;
  return {
    status,
    trial: offerBehind(one)?.trial ?? false,
    quantity,
    term,
    billing,
    refundable,
    since: one.since ?? one.created,
    terms: one.terms ?? 0,
    autoRenews: one.autoRenewEnabled,
    ...(end === undefined ? {} : { end }),
    ...(nextTerm === undefined ? {} : { nextTerm }),
    ...(extended === undefined ? {} : { extended }),
    ...(goneAt === undefined ? {} : { goneAt }),
  };
};

/** A subscription after what its terms made of it; each turn is a version of its own. */
export const present = (one: Subscription, now: Date): Subscription => {
  if (isUsage(one)) return one;
  const before = termStateOf(one);
  const after = atTime(before, now);
  if (after === before) return one;
  const { end: _end, nextTerm: _next, ...kept } = one;
  const { trial: _trial, term, billing, autoRenews, refundable, ...rest } = after;
  const own = { termDuration: term, billingCycle: billing, autoRenewEnabled: autoRenews, refundable: [...refundable] };
  return { ...kept, ...rest, ...own, version: one.version + 1 };
};
