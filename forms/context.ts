import type { Locale } from '../locales/translator.ts';
import type { Catalogue } from '../partner-center/catalogue.ts';
import type { AgreementWay } from '../partner-center/agreement.ts';
import type { Cloud } from '../partner-center/clouds.ts';
import type { CountryRules } from '../partner-center/countries.ts';
import type { Offer } from '../partner-center/offer.ts';
import type { Partner, Reseller } from '../partner-center/partner.ts';
import type { Draft, Purpose, Values } from '../storage/draft.ts';

/** Everything a section's questions depend on: the partner, the day, and what was accepted so far. */
export interface Context {
  readonly partner: Partner;
  readonly cloud: Cloud;
  /** How the customer's acceptance of the agreement gets to Partner Center; undefined where the cloud has none. */
  readonly agreementWay: AgreementWay | undefined;
  /** Countries the partner may sell in, ISO 3166 alpha-2. */
  readonly market: readonly string[];
  /** The user's day, `yyyy-mm-dd`. */
  readonly today: string;
  /** The user's language, which tells how numbers are written. */
  readonly locale?: Locale;
  /** The company's name that was asked about and kept. */
  readonly keptName?: string;
  /** Offers that are to be ordered although an order of them waits. */
  readonly orderedAgain?: readonly string[];
  /** What the answers are for, where it is not a new customer. */
  readonly purpose?: Purpose;
  /** Accepted answers by section id. */
  readonly accepted: Draft['accepted'];
  /** The customer's country: the one it has, the accepted one, else the market's only or the partner's own. */
  readonly country: string;
  readonly rules: CountryRules;
  readonly offers: readonly Offer[];
  /** How far the catalogue is of which the offers are; absent where all of it is known. */
  readonly catalogue?: Pick<Catalogue, 'state' | 'leftOut' | 'fault'>;
  /** How many customers of the partner bought which offer, by its id; absent where that does not matter. */
  readonly sold?: ReadonlyMap<string, number>;
  /** The offers are recorded US ones, standing in for this country's. */
  readonly sampleOffers: boolean;
  readonly resellers: readonly Reseller[];
}

/** What a context follows from: a draft, or the answers of a customer that was submitted. */
export type Answered = Pick<Draft, 'accepted' | 'purpose' | 'keptName' | 'orderedAgain' | 'alsoAsked'>;

/** The country a draft is for. */
export const countryOf = ({ accepted, purpose }: Answered, partner: Partner): string =>
  purpose?.country ?? accepted['country']?.['country'] ?? partner.country;

/** One accepted answer, or an empty text. */
export const answer = (context: Context, section: string, name: string): string =>
  context.accepted[section]?.[name] ?? '';

/** All accepted answers of a section. */
export const answers = (context: Context, section: string): Values => context.accepted[section] ?? {};
