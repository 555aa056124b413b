import type { Card, Fact } from '../cards/elements.ts';
import type { Shell } from '../cards/formCard.ts';
import type { Words } from '../locales/words.ts';
import type { PartnerCenter } from '../partner-center/partnerCenter.ts';
import type { Fault, Faults, Question, Values } from '../storage/draft.ts';
import type { Context } from './context.ts';

/** Sections of Add customer, in the order they are asked. */
export const sectionIds = [
  'country',
  'company',
  'qualification',
  'contact',
  'agreement',
  'signer',
  'reseller',
  'subscriptions',
] as const;
export type SectionId = (typeof sectionIds)[number];

/** What a section's card shows. */
export interface SectionView extends Shell {
  readonly context: Context;
  /** In the inputs: what was typed, else what was accepted, else the defaults. */
  readonly values: Values;
  readonly faults: Faults;
}

/** Accepted answers, normalised; or every fault, by input. */
export type Parsed = { readonly answers: Values } | { readonly faults: Faults };

/** What is told of answers that are accepted although nobody could check them. */
export interface Unchecked {
  readonly key: 'company.addressUnchecked' | 'company.addressNotJudged' | 'company.domainUnchecked';
  readonly data?: NonNullable<Fault['data']>;
}

/** What a check found: nothing, faults, a question the partner must answer first, or what could not be checked. */
export type Checked =
  | { readonly faults: Faults }
  | { readonly question: Question; readonly unchecked?: readonly Unchecked[] }
  | { readonly unchecked: readonly Unchecked[] }
  | undefined;

/** What could not be checked. */
export const uncheckedIn = (found: Checked): readonly Unchecked[] =>
  found !== undefined && 'unchecked' in found ? (found.unchecked ?? []) : [];

/** Did the check find nothing that keeps the section open? */
export const isAccepted = (found: Checked): boolean =>
  found === undefined || !('faults' in found || 'question' in found);

/** What answers are checked with. */
export type Asked = Pick<PartnerCenter, 'isDomainFree' | 'ownsDomain' | 'checkAddress' | 'checkReseller'>;

/** A button of a section's own card, besides Next and Back; gives what the inputs hold afterwards. */
export type Edit = (values: Values, argument: string, context: Context) => Values;

/** One part of what is asked. */
export interface Section {
  readonly id: SectionId;
  /** Is it asked of this partner, for this customer? */
  applies(context: Context): boolean;
  /** What the inputs hold at first. */
  defaults(context: Context): Values;
  /** What the inputs hold after a press: the named ones of what was sent (an omitted one is empty), nothing else. */
  take(sent: Values, held: Values, context: Context): Values;
  /** What the inputs hold where another answer changed what they are for, e.g. the country's language; as it is without it. */
  fitted?(values: Values, context: Context): Values;
  card(view: SectionView): Card;
  parse(values: Values, context: Context): Parsed;
  /** Can these answers not be judged yet, because what they are judged by is still to come? */
  isUnread?(values: Values, context: Context): boolean;
  /** Accepted answers as they are read on the review. */
  facts(answers: Values, context: Context, words: Words): readonly Fact[];
  /** Asks Partner Center about answers that parsed; may raise PartnerCenterError. */
  check?(answers: Values, context: Context, partnerCenter: Asked): Promise<Checked>;
  readonly edits?: Readonly<Record<string, Edit>>;
}

/** A fault of that catalogue key. */
export const faultOf = (key: string, data?: Fault['data']): Fault => (data === undefined ? { key } : { key, data });
