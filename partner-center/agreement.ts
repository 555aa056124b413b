import { cloud, type CloudId } from './clouds.ts';
import { PartnerCenterError, type FaultReason } from './fault.ts';

/**
 * The ways in which a customer's acceptance of the Microsoft Customer Agreement reaches Partner Center: `customer`, it
 * accepts by itself in its admin center; `enhanced`, on a page that Partner Center makes for it (attestations/enhanced);
 * `recorded`, the partner names the signer and the day, which Partner Center itself takes no more since 2026-01-05.
 */
export const agreementWays = ['customer', 'enhanced', 'recorded'] as const;
export type AgreementWay = (typeof agreementWays)[number];

/** The way of a cloud where that one was chosen; undefined where the cloud has no agreement to accept. */
export const agreementWayOf = (id: CloudId, chosen: AgreementWay): AgreementWay | undefined =>
  cloud(id).agreement ? chosen : undefined;

/** What Partner Center knows of a customer's acceptance. */
export interface Acceptance {
  /** The day the customer accepted, as the partner recorded it, ISO 8601: the latest, where there are several. */
  readonly acceptedAt?: string;
  readonly signedByCustomer: boolean;
}

/** The first day whose acceptances count, `yyyy-mm-dd`: the agreement was changed, and Microsoft asks for it again. */
export const oldestAcceptance = '2023-04-01';

/** Is what was accepted on that day (ISO 8601) out of date, so that it must be accepted again? */
export const isTooOld = (acceptedAt: string): boolean => acceptedAt.slice(0, 10) < oldestAcceptance;

/** How a customer's acceptance stands. The customer's own has no date, so it counts. */
export function acceptanceState({ acceptedAt, signedByCustomer }: Acceptance): 'accepted' | 'too-old' | 'missing' {
  if (signedByCustomer) return 'accepted';
  if (acceptedAt === undefined) return 'missing';
  return isTooOld(acceptedAt) ? 'too-old' : 'accepted';
}

const awaited: ReadonlySet<string> = new Set<FaultReason>(['customer-accepts', 'acceptance-too-old']);

/** Does a fault of that reason last until the customer has accepted? */
export const awaitsCustomer = (reason: string | undefined): boolean => awaited.has(reason ?? '');

/** Raised while the customer has to accept; `cause` is what Partner Center said, where it was asked for something. */
export const awaitedFrom = (
  state: 'too-old' | 'missing',
  correlationId: string,
  said: Partial<Pick<PartnerCenterError['fault'], 'code' | 'description' | 'page'>> = {},
): PartnerCenterError => {
  const { code, description, page } = said;
  return new PartnerCenterError(
    {
      reason: state === 'too-old' ? 'acceptance-too-old' : 'customer-accepts',
      ...(code === undefined ? {} : { code }),
      ...(description === undefined ? {} : { description }),
      ...(page === undefined ? {} : { page }),
    },
    correlationId,
    true,
  );
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** By the age of what waits: how long until it is looked at again. People accept at once, or after weeks. */
const pauses: readonly (readonly [age: number, pause: number])[] = [
  [hour, 5 * minute],
  [day, 30 * minute],
  [14 * day, 4 * hour],
];

/** When an acceptance that has been waited for since then (ISO 8601) is looked for next. */
export function nextLook(since: string, now: Date): Date {
  const age = now.getTime() - Date.parse(since);
  const pause = pauses.find(([limit]) => age < limit)?.[1] ?? day;
  return new Date(now.getTime() + pause);
}
