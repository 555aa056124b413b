import { smallTalks, topics } from './sentences.ts';

/** Kinds of wishes that open a card. */
const cardWishes = [
  'newCustomer',
  'order',
  'moreLicenses',
  'fewerLicenses',
  'setLicenses',
  'subscriptions',
  'customer',
  'history',
  'suspend',
  'reactivate',
  'cancelSubscription',
  'renewalChoice',
  'newPassword',
  'welcomeText',
  'asDraft',
  'updateAccount',
  'addOns',
  'endRelationship',
  'deleteRecord',
  'invite',
  'licenseChart',
  'renewalChart',
  'renewals',
  'customers',
  'narrowed',
  'export',
  'importCustomers',
  'several',
  'agenda',
  'ownChanges',
  'drafts',
  'undo',
  'sameOrder',
  'bundle',
  'cancelCard',
  'goBack',
  'startOver',
  'language',
  'help',
  'home',
] as const;

/** Kinds of texts that open none: the open form shall go on, something shall not be done, or nothing here is meant. */
const otherWishes = ['proceed', 'decline', 'needed', 'other'] as const;

/** A kind of wish that opens a card. */
export type CardWish = (typeof cardWishes)[number];

/** The explanations that are asked for, and the answers to small talk. */
const explained = topics.map((topic) => `topic:${topic}` as const);
const talks = smallTalks.map((talk) => `talk:${talk}` as const);

/** Every kind of wish, as the examples of each language are sorted by: `locales/examples/en.txt`. */
export const wishKinds = [...cardWishes, ...otherWishes, ...explained, ...talks] as const;

/** A kind of wish. */
export type WishKind = (typeof wishKinds)[number];

const kinds: ReadonlySet<string> = new Set(wishKinds);

/** True for the name of a kind of wish, as buttons send it. */
export const isWishKind = (name: string): name is WishKind => kinds.has(name);
