/** Tasks about one customer that a sentence opens, by the buttons that stand for them on its cards. */
export const customerTasks = [
  'newPassword',
  'welcomeText',
  'asDraft',
  'updateAccount',
  'chart',
  'addOns',
  'endRelationship',
  'deleteRecord',
] as const;

/** A task about one customer: a password, a copy, a chart. */
export type CustomerTask = (typeof customerTasks)[number];

/** Kinds of sentences with a name, a number or an offer in them. */
export type FrameName =
  | CustomerTask
  | 'refuse'
  | 'explain'
  | 'newCustomer'
  /** A company that is told from anything else that can be added by its legal form. */
  | 'newCompany'
  | 'orderForWhom'
  | 'order'
  | 'moreLicenses'
  | 'fewerLicenses'
  | 'licenses'
  /** Something is to become of a customer's subscriptions: suspend, cancel, reactivate. */
  | 'manage'
  | 'subscriptions'
  | 'history'
  | 'customer'
  | 'renewals'
  | 'export'
  | 'invite'
  | 'find';

/** Things that people ask about, in the order in which they are looked up. */
export const topics = [
  'gdap',
  'mpnId',
  'microsoftId',
  'tenant',
  'qualification',
  'reseller',
  'agreement',
  'domain',
  'term',
  'billing',
  'addOn',
  'license',
  'renewal',
  'draft',
  'practice',
  'newCommerce',
  'csp',
  'returning',
  'suspended',
  'trial',
  'earlyEnd',
  'bundle',
  'invited',
  'comparing',
  'reminder',
  'changeLicenses',
  'addSubscription',
  'suspending',
  'password',
  'ending',
  'acceptance',
  'invoices',
  'undo',
  'typing',
  'adminCenter',
  'sharing',
  'storedData',
  'submitting',
  'colleague',
  'waiting',
  'contactPerson',
  'companyData',
  'deleting',
  'transfer',
  'support',
  'otherProducts',
  'limits',
  'countries',
] as const;

/** A thing that people ask about: a word of the trade, or how something is done. */
export type Topic = (typeof topics)[number];

/** Kinds of small talk, the weightiest first: a message with several is answered by that. */
export const smallTalks = ['rude', 'identity', 'wellbeing', 'bye', 'thanks', 'sorry', 'ok'] as const;

/** A kind of small talk. */
export type SmallTalk = (typeof smallTalks)[number];

/** Kinds of words by which a sentence of no known form is read. */
export const keywordKinds = [
  'not',
  /** Something is to end, or is not needed any more. */
  'ending',
  'fewer',
  'more',
  'increase',
  /** A number is to be another; and what stands before that number. */
  'set',
  'to',
  'history',
  'invite',
  'manage',
  'details',
  /** A password; with a word for another one, a new one is meant. */
  'password',
  /** The relationship with a customer; with a word for an end, that is to end. */
  'relationship',
  'find',
  'new',
  'have',
  'order',
  'subscriptions',
  'customers',
  'renewal',
  'file',
  'load',
  'save',
  'unfinished',
  'today',
  'ask',
  /** A month or a year, where a sentence speaks of what renews then. */
  'month',
  /** A picture of numbers. */
  'chart',
  'price',
  /** A number of them is none of licenses. */
  'people',
  'other',
] as const;

/** A kind of such words; `other` says nothing, and is no name either. */
export type KeywordKind = (typeof keywordKinds)[number];

/** Kinds of words about a difference: a rise, what stands before the number there shall be, a share, “and”, all that are named. */
export type DifferenceKind = 'increase' | 'to' | 'percent' | 'and' | 'both' | CountKind;

/** Kinds of words that say of a number of licenses how it is meant. */
export const countKinds = [
  /** Behind the number there shall be: “in total”. */
  'total',
  /** Before a number by which there are more or fewer: “by”. */
  'by',
  /** Before so many more: “another”. */
  'adding',
  /** People came, so that more are needed; or went. */
  'joined',
  'left',
  /** Before the number that there is: “from”; and behind it. */
  'present',
  'there',
] as const;

/** A kind of such words. */
export type CountKind = (typeof countKinds)[number];

/**
 * Sentences with names and numbers, and small talk, of one language. Patterns are written as in `Phrases`, but blanks
 * stand between words; `word*` is a word with that beginning. A slot is {c} for a customer, {p} for an offer, {pc} for an
 * offer with the customer behind it and nothing between, {n} for a number, {m} for the number there was, {t} for a period
 * of time, {x} for a topic, {y} for any words.
 */
export interface SentenceWords {
  readonly frames: Readonly<Record<FrameName, string>>;
  readonly smallTalk: Readonly<Record<SmallTalk, string>>;
  readonly topics: Readonly<Record<Topic, string>>;
  readonly keywords: Readonly<Record<KeywordKind, string>>;
  /** Words that tell a number more or fewer from the number there shall be, and two wishes from one. */
  readonly differences: Readonly<Record<DifferenceKind, string>>;
  /** Words of a sentence that names nobody: a text with one of them is no company’s name. */
  readonly sentenceWords: string;
  /** Polite words, and others that say nothing, that may stand in the middle of a sentence. */
  readonly anywhere: string;
  /** Sounds between words that say nothing, as they are dictated: “um”. */
  readonly hesitations: string;
  /** Marks as they are dictated, `comma=,`. */
  readonly spokenMarks: string;
  /** Words around a customer’s name that are no part of it: “the customer”. */
  readonly aroundNames: string;
  /** Number words, `five=5`. */
  readonly numbers: string;
  /** Periods of time with their days, `month=30`. */
  readonly periods: string;
  /** Months by their numbers, `december=12`. */
  readonly months: string;
  /** Times by where they are now, `next month=month 1`: a unit and how many ahead, or the last day, `until 12-31`. */
  readonly spans: string;
  /** Words before, or in Chinese behind, the day up to which something is meant. */
  readonly until: string;
  /** Billings and terms behind an order, `monthly=monthly`; and what else says nothing there, `instead of {m}=`. */
  readonly terms: string;
  /** Short and local names of offers, `bp=business premium`. */
  readonly products: string;
}
