import type { Element, Fact } from '../cards/elements.ts';
import type { Words } from '../locales/words.ts';
import type { PartnerCenter } from '../partner-center/partnerCenter.ts';
import type { Fault, Faults, Question, Values } from '../model/draft.ts';
import type { Context } from './context.ts';
import { type Refusal, refusalOf, saysWhy } from '../partner-center/rules/fault.ts';

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

/** Everything a section shows on its step's card. */
export interface SectionView {
  readonly words: Words;
  /** Token of the card. */
  readonly token: string;
  readonly context: Context;
  /** Values of the inputs: typed ones, else accepted ones, else the defaults. */
  readonly values: Values;
  readonly faults: Faults;
}

/** Normalised answers; or every fault, by input. */
export type ParsedAnswers = { readonly answers: Values } | { readonly faults: Faults };

/** A notice about an answer that is accepted although Partner Center could not check it. */
export interface UncheckedNotice {
  readonly key: 'company.addressUnchecked' | 'company.addressNotJudged' | 'company.domainUnchecked';
  readonly data?: NonNullable<Fault['data']>;
}

/**
 * The result of a check: faults, a question the partner must answer first, or notices of what could not be checked;
 * undefined when all is well.
 */
export type CheckResult =
  | { readonly faults: Faults }
  | { readonly question: Question; readonly unchecked?: readonly UncheckedNotice[] }
  | { readonly unchecked: readonly UncheckedNotice[] }
  | undefined;

/** The notices of a check result. */
export const uncheckedNotices = (found: CheckResult): readonly UncheckedNotice[] =>
  found !== undefined && 'unchecked' in found ? (found.unchecked ?? []) : [];

/** True when the check found nothing that keeps the section open. */
export const isCheckPassed = (found: CheckResult): boolean =>
  found === undefined || !('faults' in found || 'question' in found);

/** The calls of Partner Center that check answers. */
export type AnswerChecks = Pick<PartnerCenter, 'isDomainFree' | 'ownsDomain' | 'checkAddress' | 'checkReseller'>;

/** The effect of a button on a section's card, besides Next and Back: returns the new values of the inputs. */
export type InputEdit = (values: Values, argument: string, context: Context) => Values;

/** An input that may be left empty on a card, because its answer can be proposed from another input's. */
export interface Proposal {
  readonly input: string;
  readonly from: string;
  /** The proposed answer; undefined where there is none to make. */
  of(from: string, context: Context): Promise<string | undefined>;
}

/** One part of the conversation: its questions, its part of a card, its rules. */
export interface Section {
  readonly id: SectionId;
  /** True when this partner is asked it for this customer. */
  applies(context: Context): boolean;
  /** Values the inputs begin with. */
  defaults(context: Context): Values;
  /** Values of the inputs after a press: this section's inputs out of what was sent (an omitted one is empty). */
  readInputs(sent: Values, held: Values, context: Context): Values;
  /** Adapts values after an earlier answer changed, e.g. the language to the country; without it they stay. */
  adapt?(values: Values, context: Context): Values;
  /**
   * Its inputs and what stands around them. A card's size is limited: `tightness` counts the attempts to make it smaller,
   * from 0, and a section with long lists shows less of them each time.
   */
  body(view: SectionView, tightness: number): readonly Element[];
  parse(values: Values, context: Context): ParsedAnswers;
  readonly proposal?: Proposal;
  /** True while these answers cannot be judged, because offers are still being read. */
  isUnread?(values: Values, context: Context): boolean;
  /** Accepted answers as the review shows them. */
  facts(answers: Values, context: Context, words: Words): readonly Fact[];
  /** Checks parsed answers at Partner Center; may throw PartnerCenterError. */
  check?(answers: Values, context: Context, partnerCenter: AnswerChecks): Promise<CheckResult>;
  readonly edits?: Readonly<Record<string, InputEdit>>;
}

/** A fault with this message key and data. */
export const newFault = (key: string, data?: Fault['data']): Fault => (data === undefined ? { key } : { key, data });

/** A refusal of Partner Center about a customer: the reason, and the answer it concerns, where it names one. */
export type AnswerRefusal = NonNullable<Fault['refusal']>;

const faultsByReason: Readonly<Record<string, Fault>> = {
  'domain-taken': newFault('fault.domainTaken'),
  'domain-own': newFault('fault.domainOwn'),
  'domain-begun': newFault('fault.domainBegun'),
  'registration-missing': newFault('fault.required'),
  'registration-format': newFault('fault.registration'),
  'phone-missing': newFault('fault.required'),
};

/** The fault of an answer that Partner Center refused; its full reply is kept with it. */
export function refusalFault(refused: AnswerRefusal): Fault {
  const { reason } = refused;
  const own = Object.hasOwn(faultsByReason, reason) ? faultsByReason[reason] : undefined;
  const said = saysWhy(reason)
    ? newFault('fault.refused', { reason: `@reason.${reason}` })
    : newFault('fault.notTaken');
  return { ...(own ?? said), ...(isWithoutDetails(refusalOf(refused)) ? {} : { refusal: refused }) };
}

/** True for a fault that Partner Center found, which no look at the answers alone can find or take back. */
export const isRefusedByPartnerCenter = ({ key, refusal }: Fault): boolean =>
  refusal !== undefined ||
  ['fault.refused', 'fault.notTaken', 'fault.domainTaken', 'fault.domainOwn', 'fault.domainBegun'].includes(key);

const isWithoutDetails = ({ code, description, status, correlationId }: Refusal): boolean =>
  [code, description, status, correlationId].every((part) => part === undefined);
