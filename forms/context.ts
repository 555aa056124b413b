import type { Locale } from '../locales/translator.ts';
import type { Catalog, Offer } from '../partner-center/rules/catalog.ts';
import type { AgreementWay } from '../partner-center/rules/agreement.ts';
import type { Cloud } from '../partner-center/rules/clouds.ts';
import type { CountryRules } from '../partner-center/rules/countries.ts';
import type { Partner, Reseller } from '../partner-center/rules/partner.ts';
import type { ReadyCarts } from '../model/bundle.ts';
import type { Draft, DraftKind, Values } from '../model/draft.ts';

/** Everything a section's questions depend on: the partner, the day, and the answers accepted so far. */
export interface Context {
  readonly partner: Partner;
  readonly cloud: Cloud;
  /** The way the customer's acceptance of the agreement reaches Partner Center; undefined where the cloud has none. */
  readonly agreementWay: AgreementWay | undefined;
  /** Countries the partner may sell in, ISO 3166 alpha-2. */
  readonly market: readonly string[];
  /** The user's local date, `yyyy-mm-dd`. */
  readonly today: string;
  /** The user's language; numbers are read by its rules. */
  readonly locale?: Locale;
  /** The company name the partner confirmed when asked about it. */
  readonly keptName?: string;
  /** Ids of offers the partner chose to order although an order of them is still open. */
  readonly orderedAgain?: readonly string[];
  /** The change this draft makes to an existing customer; absent for a new customer. */
  readonly purpose?: DraftKind;
  /** Accepted answers by section id. */
  readonly accepted: Draft['accepted'];
  /** The customer's country: its present one, the accepted one, else the market's only country or the partner's own. */
  readonly country: string;
  readonly rules: CountryRules;
  readonly offers: readonly Offer[];
  /** The state of the catalog the offers come from; absent where all of it is known. */
  readonly catalog?: Pick<Catalog, 'state' | 'leftOut' | 'fault'>;
  /** Counts the partner's customers that bought each offer, by offer id; absent where that does not matter. */
  readonly sold?: () => ReadonlyMap<string, number>;
  /** True when the offers are recorded US ones, in place of this country's. */
  readonly sampleOffers: boolean;
  readonly resellers: readonly Reseller[];
  /** Tenant id of the reseller this user chose last, or `none`; absent while there is none. */
  readonly lastReseller?: string;
  /** Carts that one press puts in; only while the cart's card is open. */
  readonly readyCarts?: ReadyCarts;
}

/** The part of a draft that a context is made from; a submitted customer's answers have it too. */
export type DraftAnswers = Pick<Draft, 'accepted' | 'purpose' | 'keptName' | 'orderedAgain' | 'alsoAsked'>;

/** The country a draft is for. */
export const countryOf = ({ accepted, purpose }: DraftAnswers, partner: Partner): string =>
  purpose?.country ?? accepted['country']?.['country'] ?? partner.country;

/** One accepted answer, or an empty text. */
export const acceptedAnswer = (context: Context, section: string, name: string): string =>
  context.accepted[section]?.[name] ?? '';

/** Answers by the names of their inputs, as far as they were given. */
export type InputTexts<Name extends string> = { readonly [K in Name]?: string };

/** All accepted answers of a section. */
export const acceptedAnswers = (context: Context, section: string): Values => context.accepted[section] ?? {};
