import type { Words } from '../../locales/words.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { NextTerm } from '../../partner-center/rules/subscriptionRules.ts';
import {
  type Lifecycle,
  lifecycleOf,
  type OfferFacts,
  type ScheduledChanges,
  type Uplift,
} from '../../partner-center/lifecycle.ts';
import { below, bold, type Element, line, paragraph, shortened, strong } from '../elements.ts';
import { statusWords } from '../labels.ts';
import { subscriptionMark } from '../stateMarks.ts';
import type { ListedSubscription } from '../../partner-center/customerSubscriptions.ts';

const countedUnits = ['licenses', 'add-on-licenses', 'instances', 'gigabytes', 'usage'] as const;
const billings = ['monthly', 'annual', 'triennial', 'one_time'] as const;

/** Our name of Partner Center's unit: `Licenses`, `Usage-based`, …; an unknown one counts as licenses. */
export function unitKey(unit: string): (typeof countedUnits)[number] {
  const plain = unit.toLowerCase().replaceAll(' ', '-').replace('-based', '');
  return countedUnits.find((one) => one === plain) ?? 'licenses';
}

/** Quantity with its unit, in words. */
export function unitCount(unit: string, quantity: number, words: Words): string {
  const known = unitKey(unit);
  return known === 'usage' ? words.t('unit.usage') : words.t(`count.${known}`, { n: quantity });
}

/** Quantity of a subscription with its unit, in words. */
export const countWords = ({ unit, quantity }: Pick<Subscription, 'unit' | 'quantity'>, words: Words): string =>
  unitCount(unit, quantity, words);

/** Term and billing, in words; undefined where neither is known. */
export function termAndBilling(
  { term, billing }: Pick<NextTerm, 'term' | 'billing'>,
  words: Words,
): string | undefined {
  const known = billings.find((one) => one === billing);
  const billed = known === undefined ? undefined : words.t(`billing.${known}`);
  const lasts = term === undefined || term === '' ? undefined : words.duration(term);
  if (lasts === undefined || billed === undefined) return lasts ?? billed;
  return words.t('cart.plan', { term: lasts, billing: billed });
}

const plainKeys = {
  usage: 'lifecycle.usage',
  expired: 'lifecycle.expired',
  disabled: 'lifecycle.disabled',
  deleted: 'lifecycle.deleted',
  pending: 'lifecycle.pending',
} as const;

/** The state of a subscription's term and what comes next, with what an extended service term costs, the same on every card. */
export function lifecycleWords(life: Lifecycle, unit: string, words: Words): string {
  const said = lifecycleSentence(life, unit, words);
  return isExtended(life) ? words.sentences([said, surchargeWords(life.uplift, words)]) : said;
}

/** True for a term that is an extended one, or that one follows. */
const isExtended = (life: Lifecycle): life is Extract<Lifecycle, { kind: 'extends' | 'undecided' | 'extended' }> =>
  life.kind === 'extends' || life.kind === 'undecided' || life.kind === 'extended';

const surchargeWords = (uplift: Uplift | undefined, words: Words): string =>
  words.t('lifecycle.surcharge', { uplift: upliftWords(uplift, words) });

function lifecycleSentence(life: Lifecycle, unit: string, words: Words): string {
  const { t } = words;
  switch (life.kind) {
    case 'renews':
      return renewalWords(life, unit, words);
    case 'cancels':
      return t('lifecycle.cancels', { day: words.day(life.lastDay) });
    case 'extends':
      return t('lifecycle.extends', { day: words.day(life.day) });
    case 'undecided':
      return t('lifecycle.undecided', { day: words.day(life.day), lastDay: words.day(life.lastDay) });
    case 'expires':
      return t('lifecycle.expires', { day: words.day(life.lastDay) });
    case 'transitions':
      return t('lifecycle.transitions', { day: words.day(life.day) });
    case 'extended':
      return t('lifecycle.extended');
    case 'suspended':
      return suspensionWords(life, words);
    case 'trial':
      if (life.lastDay === undefined) return t('lifecycle.trial');
      return t(life.becomesPaid ? 'lifecycle.trialPaid' : 'lifecycle.trialEnds', { day: words.day(life.lastDay) });
    case 'turning':
      return t('lifecycle.turning', { day: words.day(life.lastDay) });
    case 'unknown':
      return life.lastDay === undefined
        ? t('lifecycle.unknown')
        : t('lifecycle.unknownUntil', { day: words.day(life.lastDay) });
    case 'usage':
    case 'expired':
    case 'disabled':
    case 'deleted':
    case 'pending':
      return t(plainKeys[life.kind]);
  }
}

/** Surcharge of an extended service term on the monthly rate, in words. */
export function upliftWords(uplift: Uplift | undefined, { t }: Words): string {
  if (uplift === undefined) return t('lifecycle.upliftUnknown');
  return t(uplift === 3 ? 'lifecycle.uplift3' : 'lifecycle.uplift23');
}

function renewalWords({ day, next }: Extract<Lifecycle, { kind: 'renews' }>, unit: string, words: Words): string {
  const on = words.day(day);
  return next === undefined
    ? words.t('lifecycle.renews', { day: on })
    : words.t('lifecycle.renewsChanged', { day: on, next: nextTermWords(next, unit, words) });
}

/** Count and plan of the next term, in words. */
export function nextTermWords(next: NextTerm, unit: string, words: Words): string {
  const count = unitCount(unit, next.quantity, words);
  const plan = termAndBilling(next, words);
  return plan === undefined ? count : words.t('lifecycle.next', { count, plan });
}

function suspensionWords(life: Extract<Lifecycle, { kind: 'suspended' }>, words: Words): string {
  const { t } = words;
  const { billed, lastDay, reasons } = life;
  const said =
    billed === undefined
      ? t('lifecycle.suspended')
      : !billed
        ? t('lifecycle.suspendedFree')
        : lastDay === undefined
          ? t('lifecycle.suspendedBilled')
          : t('lifecycle.suspendedUntil', { day: words.day(lastDay) });
  if (reasons.length === 0) return said;
  return words.sentences([said, t('lifecycle.reasons', { reasons: words.list(reasons) })]);
}

const scheduledEndKeys = { cancel: 'gone.cancel', extend: 'gone.extend', other: 'gone.other' } as const;

/** Scheduled changes of a subscription as a list of words, for use in a sentence. */
const scheduledWords = ({ end, nextTerm }: ScheduledChanges, unit: string, words: Words): string =>
  words.list([
    ...(nextTerm === undefined ? [] : [words.t('gone.nextTerm', { next: nextTermWords(nextTerm, unit, words) })]),
    ...(end === undefined ? [] : [words.t(scheduledEndKeys[end])]),
  ]);

/** Warning, before a change, that it deletes the scheduled changes; none where none is scheduled. */
export const deletedScheduleWarning = (gone: ScheduledChanges | undefined, unit: string, words: Words): Element[] =>
  gone === undefined ? [] : [strong(words.t('gone.warning', { what: scheduledWords(gone, unit, words) }))];

/** Line, after a change, that it deleted the scheduled changes. */
export const deletedScheduleLine = (gone: ScheduledChanges, unit: string, words: Words): Element =>
  paragraph(words.t('gone.was', { what: scheduledWords(gone, unit, words) }));

/** Count, term and billing of a subscription; no full stop. Its status stands beside them as a mark. */
export const subscriptionFacts = (subscription: Subscription, words: Words): string =>
  factsWith(subscription, undefined, words);

const factsWith = (subscription: Subscription, status: string | undefined, words: Words): string =>
  [
    countWords(subscription, words),
    subscription.trial ? words.t('subscription.trial') : undefined,
    termAndBilling(subscription, words),
    status,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');

/** States whose sentence says what follows from them, but not which they are. */
const unnamedStates: readonly Lifecycle['kind'][] = ['suspended', 'expired', 'disabled', 'deleted', 'unknown'];

const unnamedStatus = ({ status }: Pick<Subscription, 'status'>, life: Lifecycle, words: Words): string | undefined =>
  unnamedStates.includes(life.kind) ? statusWords(status, words) : undefined;

/** A subscription in one line without a mark: its facts, its status where the sentence does not say it, and what comes next. */
export function subscriptionLine(subscription: Subscription, now: Date, words: Words, known: OfferFacts = {}): string {
  const life = lifecycleOf(subscription, now, known);
  const facts = factsWith(subscription, unnamedStatus(subscription, life, words), words);
  return lineOf(facts, lifecycleWords(life, subscription.unit, words), words);
}

/** The same among others on a card, which says what an extended service term costs once, by `surchargeLines`. */
export function listedLine(subscription: Subscription, now: Date, words: Words): string {
  const life = lifecycleOf(subscription, now);
  const facts = factsWith(subscription, unnamedStatus(subscription, life, words), words);
  return lineOf(facts, lifecycleSentence(life, subscription.unit, words), words);
}

/** The line that says, once a card, what an extended service term costs; none where none of these has one or gets one. */
export function surchargeLines(
  shown: readonly Subscription[],
  { now, words, factsOf = () => ({}) }: ListedFacts,
): Element[] {
  const uplifts = shown
    .map((one) => lifecycleOf(one, now, factsOf(one)))
    .filter(isExtended)
    .map(({ uplift }) => uplift);
  if (uplifts.length === 0) return [];
  const isSame = uplifts.length === 1 || uplifts.every((uplift) => uplift === 3);
  return [paragraph(surchargeWords(isSame ? uplifts[0] : undefined, words), { subtle: true })];
}

/** The state of a subscription's term and what comes next, where no mark says its status. */
export function statedLifecycle(of: Pick<Subscription, 'unit' | 'status'>, life: Lifecycle, words: Words): string {
  const status = unnamedStatus(of, life, words);
  return status === undefined
    ? lifecycleWords(life, of.unit, words)
    : lineOf(status, lifecycleWords(life, of.unit, words), words);
}

const lineOf = (facts: string, sentence: string, { t }: Words): string => t('lifecycle.line', { facts, sentence });

/** A list's time and words, and facts of its subscriptions' offers as far as they are known. */
interface ListedFacts {
  readonly now: Date;
  readonly words: Words;
  readonly factsOf?: (subscription: Subscription) => OfferFacts;
}

/** A subscription among others in two lines: its name with the state, and beneath them its facts and what comes next. */
export function subscriptionLines(
  { subscription, isAddOn }: ListedSubscription,
  { now, words, factsOf = () => ({}) }: ListedFacts,
): Element[] {
  const name = shortened(subscription.name);
  const facts = subscriptionFacts(subscription, words);
  const life = lifecycleOf(subscription, now, factsOf(subscription));
  return [
    line(
      bold(isAddOn ? words.t('subscription.addOnName', { name }) : name),
      '  ',
      ...subscriptionMark(subscription, lifecycleOf(subscription, now), words),
    ),
    below(paragraph(lineOf(facts, lifecycleSentence(life, subscription.unit, words), words), { subtle: true })),
  ];
}
