import { nextTermCard, type NextTermView, planValue } from '../../cards/customers/nextTermCard.ts';
import { judgeNextTerm } from '../../forms/nextTerm.ts';
import { nextTermKey, scheduledChangesOf } from '../../partner-center/lifecycle.ts';
import type { NextTerm, Subscription } from '../../partner-center/management.ts';
import type { Offer } from '../../partner-center/offer.ts';
import type { ChangeKind } from '../../storage/changes.ts';
import { isAnnounced } from './shownSchedule.ts';
import { answeredBefore, isChangeId, submitChange } from './changing.ts';
import { type Choosable, choosable } from './endOfTerm.ts';
import { changeable } from './existing.ts';
import { offerOf } from './licenses.ts';
import { knownOf } from './oneSubscription.ts';
import { refOf } from './targets.ts';
import { wayBack } from './wayBack.ts';
import type { Turn } from '../turn.ts';

/** At renewal: asks what the next term is to be like, by `ref subscription`; what was thought of stands typed. */
export async function askNextTerm(turn: Turn, argument: string): Promise<void> {
  const [ref = '', id = ''] = argument.split(' ');
  turn.replies.keep();
  const one = await choosable(turn, ref, id);
  if (one !== undefined) await show(turn, one, { changeId: turn.newId(), typed: typedFirst(turn, one.subscription) });
}

function typedFirst({ press }: Turn, { nextTerm, quantity, term, billing }: Subscription): NextTermView['typed'] {
  const stands: Pick<NextTerm, 'term' | 'billing'> = {
    ...(term === undefined ? {} : { term }),
    ...(billing === undefined ? {} : { billing }),
    ...nextTerm,
  };
  return {
    quantity: press?.values['quantity'] ?? String(nextTerm?.quantity ?? quantity),
    plan: press?.values['plan'] ?? planValue(stands),
  };
}

async function show(
  turn: Turn,
  { found, ...one }: Choosable,
  asked: Pick<NextTermView, 'changeId' | 'typed' | 'fault'>,
): Promise<void> {
  const offer = await offerOf(turn, found, one.subscription);
  const made = nextTermCard({
    words: turn.words,
    ref: refOf(found.target),
    companyName: found.target.companyName,
    now: turn.now,
    known: knownOf(offer),
    plans: plansOf(one.subscription, offer),
    ...(offer === undefined || offer.unit === 'usage' ? {} : { limits: { min: offer.min, max: offer.max } }),
    ...one,
    ...asked,
  });
  turn.replies.show(wayBack(turn, made));
}

/** The plans the offer is sold in, and the one the subscription has. */
function plansOf({ term, billing }: Subscription, offer: Offer | undefined): NextTermView['plans'] {
  const sold = offer?.plans ?? [];
  const own = sold.some((plan) => plan.term === term && plan.billing === billing);
  return own || term === undefined || billing === undefined
    ? sold
    : [{ term, billing } as (typeof sold)[number], ...sold];
}

/** What was typed is judged, and handed to a durable change, by `ref subscription change`. */
export async function setNextTerm(turn: Turn, argument: string): Promise<void> {
  const one = await pressed(turn, argument);
  if (one === undefined) return;
  const { subscription } = one;
  const { quantity = '', plan = planValue(subscription) } = turn.press?.values ?? {};
  const offer = await offerOf(turn, one.found, subscription);
  const judged = judgeNextTerm({ quantity, plan }, subscription, offer, turn.words.locale);
  if ('fault' in judged)
    return show(turn, one, { changeId: one.changeId, typed: { quantity, plan }, fault: judged.fault });
  return submit(turn, one, judged.to);
}

/** What is scheduled is taken back, by `ref subscription change`. */
export async function dropNextTerm(turn: Turn, argument: string): Promise<void> {
  const one = await pressed(turn, argument);
  if (one !== undefined) await submit(turn, one, undefined);
}

type Pressed = Choosable & { readonly changeId: string };

/** The subscription a button of the card is about, while what it showed stands; else that was said, and it is shown anew. */
async function pressed(turn: Turn, argument: string): Promise<Pressed | undefined> {
  const [ref = '', id = '', changeId = ''] = argument.split(' ');
  if (!isChangeId(changeId)) {
    await askNextTerm(turn, argument);
    return undefined;
  }
  const found = await changeable(turn, ref);
  if (found === undefined || (await answeredBefore(turn, { id: changeId, customer: found.target }))) return undefined;
  const one = await choosable(turn, ref, id);
  if (one === undefined) return undefined;
  const { from = '' } = turn.press?.values ?? {};
  if (from === nextTermKey(one.subscription.nextTerm) && isAnnounced(turn, one.subscription))
    return { ...one, changeId };
  turn.replies.say(turn.words.t('endOfTerm.meanwhile'));
  await show(turn, one, { changeId, typed: typedFirst(turn, one.subscription) });
  return undefined;
}

const submit = (turn: Turn, { found, subscription, changeId }: Pressed, to: NextTerm | undefined): Promise<void> =>
  submitChange(turn, { id: changeId, customer: found.target, what: nextTermChange(subscription, to) });

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
