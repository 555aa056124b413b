import type { AgreementWay } from './agreement.ts';
import type { Catalogue } from './catalogue.ts';
import type { CountryRules } from './countries.ts';
import type { PartnerCenterFault } from './fault.ts';
import type { AccountReview, CustomerDirectory, CustomerManagement } from './management.ts';
import type { Reseller } from './partner.ts';

export { PartnerCenterError, type PartnerCenterFault } from './fault.ts';

/** A postal address as Partner Center takes it. `state` is the code of the country's list where there is one. */
export interface Address {
  readonly country: string;
  readonly addressLine1: string;
  readonly addressLine2?: string;
  readonly city: string;
  readonly state?: string;
  readonly postalCode?: string;
}

/**
 * What the address check says: accepted; better addresses the partner may take instead; nothing it could confirm, with its
 * own words, or the country in which alone it knows the address; or that it did not check it.
 */
export type AddressAnswer =
  | { readonly status: 'accepted' }
  | { readonly status: 'suggested'; readonly suggestions: readonly Address[] }
  | { readonly status: 'unconfirmed'; readonly said?: string; readonly elsewhere?: string }
  | { readonly status: 'unchecked' };

/** A person as Partner Center takes one; `phone` is in E.164. */
export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone?: string;
}

/** Create customer (developer/create-a-customer): one Microsoft tenant. */
export interface NewCustomer {
  readonly companyName: string;
  /** Full name, prefix and the cloud's suffix, in lower case. */
  readonly domain: string;
  readonly address: Address;
  readonly contact: Person;
  readonly culture: string;
  readonly language: string;
  readonly organizationRegistrationNumber?: string;
  readonly organizationPhone?: string;
  /** Tenant id of the indirect reseller; absent for a customer of the partner's own. */
  readonly associatedPartnerId?: string;
  /** Always sent where the cloud knows it: leaving it out grants the relationship. */
  readonly enableGDAPByDefault?: boolean;
}

/** What creating a customer answers. The password is given this once, and must never be stored or logged. */
export interface CreatedCustomer {
  /** The tenant id, called Microsoft ID on Partner Center's pages. */
  readonly microsoftId: string;
  readonly domain: string;
  readonly userName: string;
  /** Absent when the customer exists but its answer was lost: the partner resets the password. */
  readonly password?: string;
  /** True where no tenant exists behind it (`local`). */
  readonly practice: boolean;
}

/** Who accepts the agreement for whom, and when (developer/confirm-customer-consent-customer-agreement). */
export interface AgreementConsent {
  readonly signer: Person;
  /** ISO 8601 in UTC, never in the future. */
  readonly dateAgreed: string;
  /** The customer: its legal name, its country, and the language it reads. */
  readonly companyName: string;
  readonly country: string;
  readonly language: string;
}

/** A qualification asked for a customer; vetting takes days (developer/update-customer-qualification-asynchronous). */
export type Qualification =
  | { readonly kind: 'education'; readonly segment: 'K12' | 'HigherEducation'; readonly website: string }
  | { readonly kind: 'governmentCommunityCloud'; readonly validationCode: string };

/** A decision of Microsoft's that is practised: about the qualifications that are in review, or the review of the account. */
export type Decision =
  | { readonly about: 'qualification'; readonly state: 'approved' | 'denied' }
  | { readonly about: 'account'; readonly state: AccountReview };

/** One offer to order. */
export interface OrderLine {
  readonly offerId: string;
  /** ISO 8601 duration such as P1Y. */
  readonly term: string;
  readonly billing: string;
  /** Absent for usage-based offers. */
  readonly quantity?: number;
  /** MPN ID of the reseller the order is for. */
  readonly partnerIdOnRecord?: string;
}

/** What became of one ordered line, in the order of the request: a subscription (without its id yet where it takes longer), or why not. */
export type OrderedLine =
  | { readonly offerId: string; readonly subscriptionId?: string }
  | { readonly offerId: string; readonly error: PartnerCenterFault };

/** Work that is gone on with after a start of the bot. */
export interface Resumed {
  /** When it began, in ISO 8601; absent where all that was ever ordered for the customer is of this work. */
  readonly since?: string;
}

/**
 * What Partner Center does for one partner. Calls that change something take a `requestId` (a GUID): the same id gives
 * the same result again and never does the work twice. Every method may raise PartnerCenterError.
 */
export interface PartnerCenter {
  /** True when nothing is sent to Microsoft; cards say so. */
  readonly practice: boolean;
  /** Is this full domain name free? */
  isDomainFree(domain: string): Promise<boolean>;
  /** Has a customer of the partner's own that primary domain? */
  ownsDomain(domain: string): Promise<boolean>;
  /** The rules of a country for addresses, languages and registration. */
  countryRules(country: string): Promise<CountryRules>;
  checkAddress(address: Address): Promise<AddressAnswer>;
  /** The provider's active indirect resellers; empty for other partners. */
  resellers(): Promise<readonly Reseller[]>;
  /** Everything that may be sold in the country, which may take minutes to be read. */
  offers(country: string): Promise<Catalogue>;
  /** What is known of that now, at once; the rest is read in the background, with `again` also what could not be read. */
  offersSoFar(country: string, again?: boolean): Catalogue;
  /** How customers' acceptance of the agreement gets there; undefined where the cloud has none. */
  readonly agreementWay: AgreementWay | undefined;
  createCustomer(customer: NewCustomer, requestId: string): Promise<CreatedCustomer>;
  /**
   * Sees to it that Partner Center knows of the acceptance, in the way of `agreementWay`; returning means that it does.
   * Raises `customer-accepts` or `acceptance-too-old` while the customer has to accept by itself.
   */
  recordAgreement(microsoftId: string, consent: AgreementConsent, requestId: string): Promise<void>;
  /** Asks for it; one in review or approved is not asked for again. Raises `not-allowed` where the cloud has none. */
  requestQualification(microsoftId: string, qualification: Qualification, requestId: string): Promise<void>;
  /** `resumed`: the work began in a former life of the bot, and what it noted since may be lost. */
  order(
    microsoftId: string,
    lines: readonly OrderLine[],
    requestId: string,
    resumed?: Resumed,
  ): Promise<readonly OrderedLine[]>;
  /**
   * Why nothing could be added at present, before a long form is filled in: the administrator's consent or multi-factor
   * sign-in is missing, or the role. Undefined, as is the method where nothing can be missing: go on.
   */
  readiness?(): Promise<PartnerCenterFault | undefined>;
  /** Begins to ask, in the background, what adding a customer asks before its first card; never raises. */
  prepare?(): void;
  /** Why the administrator's consent is not taken, or soon will not be: it was given without multi-factor sign-in. For check-ups. */
  consentFault?(): Promise<PartnerCenterFault | undefined>;
  /** Why orders for this reseller would be refused (its Microsoft Partner Agreement); undefined: they would not. */
  checkReseller?(reseller: Reseller): Promise<PartnerCenterFault | undefined>;
  /** The partner's customers as Partner Center lists them. Absent where the records are all there is (`local`). */
  readonly directory?: CustomerDirectory;
  /** Work on customers that exist. */
  readonly management: CustomerManagement;
  /** Accepts the agreement as the customer would, where there is no customer that could. */
  practiseAcceptance?(microsoftId: string): Promise<void>;
  /** Decides what Microsoft would, where nothing reaches it: about qualifications in review, or about the account. */
  practiseDecision?(microsoftId: string, decision: Decision): Promise<void>;
}
