import { cloud, type CloudId } from './clouds.ts';
import { PartnerCenterError, type FaultReason } from './fault.ts';
import type { ContactPerson } from './contact.ts';
import { defined } from '../../lib/optional.ts';
import { dayMs, hour, minute } from '../../lib/durations.ts';

/** Acceptance of the agreement: signer, date and customer (developer/confirm-customer-consent-customer-agreement). */
export interface AgreementConsent {
  readonly signer: ContactPerson;
  /** ISO 8601 in UTC, never in the future. */
  readonly dateAgreed: string;
  /** The customer: its legal name, its country, and the language it reads. */
  readonly companyName: string;
  readonly country: string;
  readonly language: string;
}

/**
 * The ways in which a customer's acceptance of the Microsoft Customer Agreement reaches Partner Center: `customer`, it
 * accepts by itself in its admin center; `enhanced`, on a page that Partner Center makes for it (attestations/enhanced);
 * `recorded`, the partner names the signer and the day, which Partner Center itself takes no more since 2026-01-05.
 */
export const agreementWays = ['customer', 'enhanced', 'recorded'] as const;
export type AgreementWay = (typeof agreementWays)[number];

/** The chosen way, or undefined for a cloud that has no agreement to accept. */
export const agreementWayOf = (id: CloudId, chosen: AgreementWay): AgreementWay | undefined =>
  cloud(id).agreement ? chosen : undefined;

/** A customer's acceptance of the agreement, as Partner Center has it. */
export interface Acceptance {
  /** The day the customer accepted, as the partner recorded it, ISO 8601: the latest, where there are several. */
  readonly acceptedAt?: string;
  readonly signedByCustomer: boolean;
}

/** The first day whose acceptances count, `yyyy-mm-dd`: the agreement was changed, and Microsoft asks for it again. */
export const oldestAcceptance = '2023-04-01';

/** True when an acceptance of that day (ISO 8601) is out of date and the agreement must be accepted again. */
export const isAcceptanceTooOld = (acceptedAt: string): boolean => acceptedAt.slice(0, 10) < oldestAcceptance;

/** State of a customer's acceptance. The customer's own acceptance has no date and always counts. */
export function acceptanceState({ acceptedAt, signedByCustomer }: Acceptance): 'accepted' | 'too-old' | 'missing' {
  if (signedByCustomer) return 'accepted';
  if (acceptedAt === undefined) return 'missing';
  return isAcceptanceTooOld(acceptedAt) ? 'too-old' : 'accepted';
}

const acceptanceReasons: ReadonlySet<string> = new Set<FaultReason>(['customer-accepts', 'acceptance-too-old']);

/** True for reasons that last until the customer has accepted the agreement. */
export const awaitsCustomer = (reason: string | undefined): boolean => acceptanceReasons.has(reason ?? '');

/** The error raised while the customer has yet to accept; `said` is Partner Center's own answer where there was one. */
export const acceptanceError = (
  state: 'too-old' | 'missing',
  correlationId: string,
  said: Partial<Pick<PartnerCenterError['fault'], 'code' | 'description' | 'page'>> = {},
): PartnerCenterError => {
  const { code, description, page } = said;
  return new PartnerCenterError(
    {
      reason: state === 'too-old' ? 'acceptance-too-old' : 'customer-accepts',
      ...defined({ code, description, page }),
    },
    correlationId,
    true,
  );
};

/** Milliseconds between two checks, by the age of the wait: people accept at once, or after weeks. */
const checkPauses: readonly (readonly [age: number, pause: number])[] = [
  [hour, 5 * minute],
  [dayMs, 30 * minute],
  [14 * dayMs, 4 * hour],
];

/** Time of the next check for an acceptance that has been awaited since `since` (ISO 8601). */
export function nextAcceptanceCheck(since: string, now: Date): Date {
  const age = now.getTime() - Date.parse(since);
  const pause = checkPauses.find(([limit]) => age < limit)?.[1] ?? dayMs;
  return new Date(now.getTime() + pause);
}
