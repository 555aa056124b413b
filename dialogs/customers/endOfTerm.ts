import { offerFacts, offerFactsSoFar } from './offerFacts.ts';
import { endOfTermCard, nextTermCard, type NextTermView, planValue } from '../../cards/customers/termCards.ts';
import { addDays } from '../../lib/days.ts';
import {
  canChooseEnd,
  chosenEndOf,
  lastDayOf,
  nextTermKey,
  scheduledChangesOf,
} from '../../partner-center/lifecycle.ts';
import type { ChosenEnd, Subscription } from '../../partner-center/management.ts';
import type { ChangeKind } from '../../model/change.ts';
import { showsSchedule, subscriptionOrRefusal } from './subscriptionList.ts';
import { answerIfRepeated, isChangeId, submitChange } from './changeRequest.ts';
import { changeableCustomer, type FoundCustomer, withBackButton } from './customerAccess.ts';
import { manageSubscription, readOfferFacts, showIfEnded, subscriptionOffer } from './changeLicenses.ts';
import { refOf } from '../../model/customerRef.ts';
import { isLastAsked, showAsking } from '../openQuestion.ts';
import type { Turn } from '../turn.ts';
import { judgeNextTerm, type PresentSubscription } from '../../forms/subscriptionInputs.ts';
import type { Offer } from '../../partner-center/rules/catalog.ts';
import type { NextTerm } from '../../partner-center/rules/subscriptionRules.ts';
import { defined } from '../../lib/optional.ts';

/** Subscription whose end of term can be chosen: its last day, and the day after. */
interface TermChoice {
  readonly found: FoundCustomer;
  readonly subscription: PresentSubscription;
  readonly lastDay: string;
  readonly day: string;
}

/**
 * Subscription by reference and id; undefined when nothing can be chosen for its end of term, and the user was told why.
 */
async function termChoice(turn: Turn, ref: string, id: string): Promise<TermChoice | undefined> {
  const found = await changeableCustomer(turn, ref);
  const subscription = found === undefined ? undefined : await subscriptionOrRefusal(turn, found, id);
  if (found === undefined || subscription === undefined) return undefined;
  if (await showIfEnded(turn, `${ref} ${id}`, subscription)) return undefined;
  const lastDay = lastDayOf(subscription);
  if (lastDay !== undefined && canChooseEnd(subscription, turn.now))
    return { found, subscription, lastDay, day: addDays(lastDay, 1) };
  turn.replies.say(turn.words.t('endOfTerm.closed'));
  await manageSubscription(turn, `${ref} ${id}`);
  return undefined;
}

/** End of term: asks for a choice; argument `ref subscription`. */
export async function askEndOfTerm(turn: Turn, argument: string): Promise<void> {
  const [ref = '', id = ''] = argument.split(' ');
  turn.replies.keep();
  const chosen = await termChoice(turn, ref, id);
  if (chosen !== undefined) await showEndOfTerm(turn, chosen, turn.newId());
}

async function showEndOfTerm(turn: Turn, { found, ...one }: TermChoice, changeId: string): Promise<void> {
  const made = endOfTermCard({
    words: turn.words,
    ref: refOf(found.target),
    companyName: found.target.companyName,
    changeId,
    now: turn.now,
    known: await readOfferFacts(turn, found, one.subscription),
    ...one,
  });
  showAsking(turn, withBackButton(turn, made), { yes: ['chooseEnd'], key: changeId });
}

const endChoices = ['renew', 'extend', 'cancel'] as const;

/** Starts the durable change for the pressed choice; argument `ref subscription change choice former-choice`. */
export async function setEndOfTerm(turn: Turn, argument: string): Promise<void> {
  const [ref = '', id = '', changeId = '', word, seen] = argument.split(' ');
  const to = endChoices.find((one) => one === word);
  if (!isChangeId(changeId) || to === undefined) return askEndOfTerm(turn, argument);
  const found = await changeableCustomer(turn, ref);
  if (found === undefined || (await answerIfRepeated(turn, { id: changeId, customer: found.target }))) return;
  const one = await termChoice(turn, ref, id);
  if (one === undefined) return;
  const from = chosenEndOf(one.subscription);
  if (from !== seen || !showsSchedule(turn, one.subscription)) {
    turn.replies.say(turn.words.t('endOfTerm.meanwhile'));
    return showEndOfTerm(turn, one, changeId);
  }
  if (!isLastAsked(turn, changeId)) return showEndOfTerm(turn, one, turn.newId());
  const facts = offerFactsSoFar(turn, found, one.subscription);
  const what = endChange(one.subscription, from, to);
  return submitChange(turn, { id: changeId, customer: found.target, what, ...facts });
}

function endChange(subscription: Subscription, from: ChosenEnd, to: (typeof endChoices)[number]): ChangeKind {
  const { id: subscriptionId, name, unit } = subscription;
  const { nextTerm } = scheduledChangesOf(subscription) ?? {};
  const gone = nextTerm === undefined ? {} : { gone: { nextTerm: { ...nextTerm } } };
  return { kind: 'endOfTerm', subscriptionId, name, unit, from, to, ...gone };
}

/**
 * At renewal: asks for licenses and plan of the next term, prefilled from the pressed card; argument `ref
 * subscription`.
 */
export async function askNextTerm(turn: Turn, argument: string): Promise<void> {
  const [ref = '', id = ''] = argument.split(' ');
  turn.replies.keep();
  const one = await termChoice(turn, ref, id);
  if (one !== undefined)
    await showNextTerm(turn, one, { changeId: turn.newId(), typed: initialInputs(turn, one.subscription) });
}

function initialInputs({ press }: Turn, { nextTerm, quantity, term, billing }: Subscription): NextTermView['typed'] {
  const stands: Pick<NextTerm, 'term' | 'billing'> = {
    ...defined({ term, billing }),
    ...nextTerm,
  };
  return {
    quantity: press?.values['quantity'] ?? String(nextTerm?.quantity ?? quantity),
    plan: press?.values['plan'] ?? planValue(stands),
  };
}

async function showNextTerm(
  turn: Turn,
  { found, ...one }: TermChoice,
  asked: Pick<NextTermView, 'changeId' | 'typed' | 'fault'>,
): Promise<void> {
  const offer = await subscriptionOffer(turn, found, one.subscription);
  const made = nextTermCard({
    words: turn.words,
    ref: refOf(found.target),
    companyName: found.target.companyName,
    now: turn.now,
    known: offerFacts(offer),
    plans: plansOf(one.subscription, offer),
    ...(offer === undefined || offer.unit === 'usage' ? {} : { limits: { min: offer.min, max: offer.max } }),
    ...one,
    ...asked,
  });
  showAsking(turn, withBackButton(turn, made), { yes: ['setNextTerm', 'dropNextTerm'], key: asked.changeId });
}

/** Plans of the offer, and the subscription's own. */
function plansOf({ term, billing }: Subscription, offer: Offer | undefined): NextTermView['plans'] {
  const sold = offer?.plans ?? [];
  const own = sold.some((plan) => plan.term === term && plan.billing === billing);
  return own || term === undefined || billing === undefined
    ? sold
    : [{ term, billing } as (typeof sold)[number], ...sold];
}

/** Validates the typed values and starts the durable change; argument `ref subscription change`. */
export async function setNextTerm(turn: Turn, argument: string): Promise<void> {
  const one = await confirmedTerm(turn, argument);
  if (one === undefined) return;
  const { subscription } = one;
  const { quantity = '', plan = planValue(subscription) } = turn.press?.values ?? {};
  const offer = await subscriptionOffer(turn, one.found, subscription);
  const judged = judgeNextTerm({ quantity, plan }, subscription, offer, turn.words.locale);
  if ('fault' in judged)
    return showNextTerm(turn, one, { changeId: one.changeId, typed: { quantity, plan }, fault: judged.fault });
  return submitNextTerm(turn, one, judged.to);
}

/** Starts the durable change that cancels the scheduled one; argument `ref subscription change`. */
export async function dropNextTerm(turn: Turn, argument: string): Promise<void> {
  const one = await confirmedTerm(turn, argument);
  if (one !== undefined) await submitNextTerm(turn, one, undefined);
}

type ConfirmedTerm = TermChoice & { readonly changeId: string };

/**
 * Subscription of a pressed button, while the card is up to date; undefined when it is not, and the card is shown
 * again.
 */
async function confirmedTerm(turn: Turn, argument: string): Promise<ConfirmedTerm | undefined> {
  const [ref = '', id = '', changeId = ''] = argument.split(' ');
  if (!isChangeId(changeId)) {
    await askNextTerm(turn, argument);
    return undefined;
  }
  const found = await changeableCustomer(turn, ref);
  if (found === undefined || (await answerIfRepeated(turn, { id: changeId, customer: found.target }))) return undefined;
  const one = await termChoice(turn, ref, id);
  if (one === undefined) return undefined;
  const { from = '' } = turn.press?.values ?? {};
  const isPresent = from === nextTermKey(one.subscription.nextTerm) && showsSchedule(turn, one.subscription);
  if (isPresent && isLastAsked(turn, changeId)) return { ...one, changeId };
  if (!isPresent) turn.replies.say(turn.words.t('endOfTerm.meanwhile'));
  await showNextTerm(turn, one, { changeId: turn.newId(), typed: initialInputs(turn, one.subscription) });
  return undefined;
}

const submitNextTerm = (
  turn: Turn,
  { found, subscription, changeId }: ConfirmedTerm,
  to: NextTerm | undefined,
): Promise<void> =>
  submitChange(turn, {
    id: changeId,
    customer: found.target,
    what: nextTermChange(subscription, to),
    ...offerFactsSoFar(turn, found, subscription),
  });

function nextTermChange(subscription: Subscription, to: NextTerm | undefined): ChangeKind {
  const { id: subscriptionId, name, unit, nextTerm } = subscription;
  const { end } = scheduledChangesOf(subscription) ?? {};
  return {
    kind: 'nextTerm',
    subscriptionId,
    name,
    unit,
    ...(nextTerm === undefined ? {} : { from: { ...nextTerm } }),
    ...(to === undefined ? {} : { to: { ...to } }),
    ...(end === undefined ? {} : { gone: { end } }),
  };
}
