import type { Address, AddressCheckResult } from './rules/addressRules.ts';
import type { AgreementConsent, AgreementWay } from './rules/agreement.ts';
import type { Catalog } from './rules/catalog.ts';
import type { CountryRules } from './rules/countries.ts';
import type { NewCustomer } from './rules/customerRules.ts';
import { type FaultReason, PartnerCenterError, type PartnerCenterFault } from './rules/fault.ts';
import type { AccountReview, CustomerDirectory, CustomerManagement } from './management.ts';
import type { OrderLine, OrderLineResult } from './rules/cart.ts';
import type { Reseller } from './rules/partner.ts';
import type { Qualification } from './rules/qualification.ts';
import type { SentCalls } from './sentCalls.ts';

/** Result of creating a customer. The password is given only once, and must never be stored or logged. */
export interface CreatedCustomer {
  /** The tenant id, called Microsoft ID on Partner Center's pages. */
  readonly microsoftId: string;
  readonly domain: string;
  readonly userName: string;
  /** Absent when the customer exists but the answer was lost: the partner resets the password. */
  readonly password?: string;
  /** True where no tenant exists behind it (`local`). */
  readonly practice: boolean;
}

/** A practised decision of Microsoft's: about the qualifications in review, or the review of the account. */
export type PracticeDecision =
  | { readonly about: 'qualification'; readonly state: 'approved' | 'denied' }
  | { readonly about: 'account'; readonly state: AccountReview };

/** Marks work that is resumed after a restart of the bot. */
export interface Resumption {
  /** Start of the work, ISO 8601; absent when every order of the customer belongs to this work. */
  readonly since?: string;
}

/**
 * Partner Center's services for one partner. Calls that change something take a `requestId` (a GUID): the same id
 * returns the same result again and never does the work twice. Every method may raise PartnerCenterError.
 */
export interface PartnerCenter {
  /** True when nothing is sent to Microsoft; cards say so. */
  readonly practice: boolean;
  /** True when this full domain name is free. */
  isDomainFree(domain: string): Promise<boolean>;
  /** True when a customer of this partner has that primary domain. */
  ownsDomain(domain: string): Promise<boolean>;
  /** The rules of a country for addresses, languages and registration. */
  countryRules(country: string): Promise<CountryRules>;
  checkAddress(address: Address): Promise<AddressCheckResult>;
  /** The provider's active indirect resellers; empty for other partners. */
  resellers(): Promise<readonly Reseller[]>;
  /** The whole catalog of a country, which may take minutes to read. */
  offers(country: string): Promise<Catalog>;
  /** The catalog as far as it is read; reads the rest in the background, with `again` also the parts that failed. */
  offersSoFar(country: string, again?: boolean): Catalog;
  /** Way of accepting the agreement; undefined in clouds without one. */
  readonly agreementWay: AgreementWay | undefined;
  createCustomer(customer: NewCustomer, requestId: string): Promise<CreatedCustomer>;
  /**
   * Makes the acceptance known to Partner Center in the way of `agreementWay`; when it returns, it is known. Raises
   * `customer-accepts` or `acceptance-too-old` while the customer has yet to accept by itself.
   */
  recordAgreement(microsoftId: string, consent: AgreementConsent, requestId: string): Promise<void>;
  /** Requests a qualification unless it is in review or approved. Raises `not-allowed` in clouds without any. */
  requestQualification(microsoftId: string, qualification: Qualification, requestId: string): Promise<void>;
  /** `resumed`: the order was begun before the bot restarted, and its notes may be lost. */
  order(
    microsoftId: string,
    lines: readonly OrderLine[],
    requestId: string,
    resumed?: Resumption,
  ): Promise<readonly OrderLineResult[]>;
  /**
   * Fault that prevents adding customers at present, to be asked before a long form is filled in: the administrator's
   * consent, multi-factor sign-in or role is missing. Undefined when all is there; the method is absent where nothing
   * can be.
   */
  readiness?(): Promise<PartnerCenterFault | undefined>;
  /** Starts the calls that adding a customer makes before its first card, in the background; never raises. */
  prepare?(): void;
  /** Fault of an administrator's consent given without multi-factor sign-in; for check-ups. */
  consentFault?(): Promise<PartnerCenterFault | undefined>;
  /** Fault for which orders for this reseller would be refused (its Microsoft Partner Agreement), or undefined. */
  checkReseller?(reseller: Reseller): Promise<PartnerCenterFault | undefined>;
  /** The partner's customers as Partner Center lists them. Absent in `local`, which has no list but our records. */
  readonly directory?: CustomerDirectory;
  /** Management of existing customers. */
  readonly management: CustomerManagement;
  /** The same Partner Center, whose calls are noted there; absent in `local`, which sends nothing. */
  readonly noting?: (calls: SentCalls) => PartnerCenter;
  /** Accepts the agreement in the customer's place; practice mode only. */
  practiseAcceptance?(microsoftId: string): Promise<void>;
  /** Makes a decision in Microsoft's place, about qualifications in review or the account; practice mode only. */
  practiseDecision?(microsoftId: string, decision: PracticeDecision): Promise<void>;
}

/** A Partner Center whose calls are noted there, if it sends any. */
export const notedIn = (calls: SentCalls, partnerCenter: PartnerCenter): PartnerCenter =>
  partnerCenter.noting?.(calls) ?? partnerCenter;

/** Wraps a Partner Center, also as it is while a job's calls are noted. */
export function wrapped(partnerCenter: PartnerCenter, wrap: (inner: PartnerCenter) => PartnerCenter): PartnerCenter {
  const { noting } = partnerCenter;
  const outer = wrap(partnerCenter);
  return noting === undefined ? outer : { ...outer, noting: (calls) => wrap(noting(calls)) };
}

/**
 * Reason a new customer cannot have that primary domain; undefined when it can. `domain-taken` when Partner Center does
 * not say who owns it. May raise PartnerCenterError.
 */
export const domainRefusal = async (
  partnerCenter: Pick<PartnerCenter, 'isDomainFree' | 'ownsDomain'>,
  domain: string,
): Promise<Extract<FaultReason, 'domain-taken' | 'domain-own'> | undefined> => {
  if (await partnerCenter.isDomainFree(domain)) return undefined;
  try {
    return (await partnerCenter.ownsDomain(domain)) ? 'domain-own' : 'domain-taken';
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    return 'domain-taken';
  }
};
