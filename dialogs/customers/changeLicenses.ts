import {
  confirmLicensesCard,
  licensesAnswer,
  licensesCard,
  type LicensesView,
} from '../../cards/customers/licensesCard.ts';
import {
  type JudgedLicenses,
  judgeLicenses,
  needsLicenseQuestion,
  type PresentSubscription,
} from '../../forms/subscriptionInputs.ts';
import { hasEnded, type OfferFacts, scheduledChangesOf } from '../../partner-center/lifecycle.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { Offer } from '../../partner-center/rules/catalog.ts';
import { cleanText } from '../../lib/text.ts';
import {
  readSubscription,
  showsSchedule,
  showSubscriptions,
  subscriptionOrRefusal,
  subscriptionsOrRefusal,
} from './subscriptionList.ts';
import { answerIfRepeated, isChangeId, submitChange } from './changeRequest.ts';
import {
  answerOrRefusal,
  changeableCustomer,
  customerWithRight,
  type FoundCustomer,
  isRelated,
  withBackButton,
} from './customerAccess.ts';
import { changesOf } from './openChanges.ts';
import { offerFacts, offerFactsSoFar } from './offerFacts.ts';
import { offersSoon } from '../drafts.ts';
import { isLastAsked, showAsking, withdrawAsking } from '../openQuestion.ts';
import { isRefresh, keepUnlessLeft } from '../pressedCard.ts';
import { refOf } from '../../model/customerRef.ts';
import type { Turn } from '../turn.ts';
import { manageCard } from '../../cards/customers/subscriptionCards.ts';
import { addOnNames } from '../../partner-center/customerSubscriptions.ts';
import { customerActions } from './showCustomer.ts';
import { defined } from '../../lib/optional.ts';

/** Change licenses: asks for the number, prefilled from the pressed card or as `wished`; argument `ref subscription`. */
export async function askLicenses(turn: Turn, argument: string, wished?: string): Promise<void> {
  const [ref = '', id = ''] = argument.split(' ');
  keepUnlessLeft(turn);
  const found = await changeableCustomer(turn, ref);
  const present = found === undefined ? undefined : await subscriptionOrRefusal(turn, found, id);
  if (found === undefined || present === undefined || (await showIfEnded(turn, argument, present))) return;
  const typed = wished ?? turn.press?.values['quantity'] ?? String(present.quantity);
  await showLicenses(turn, found, { changeId: turn.newId(), subscription: present, present, typed });
}

/** Validates the typed number and starts the durable change; argument `ref subscription change`. */
export async function setLicenses(turn: Turn, argument: string): Promise<void> {
  const [ref = '', id = '', changeId = ''] = argument.split(' ');
  if (!isChangeId(changeId)) return showSubscriptions(turn, ref);
  const found = await changeableCustomer(turn, ref);
  if (found === undefined || (await answerIfRepeated(turn, { id: changeId, customer: found.target }))) return;
  const typed = turn.press?.values['quantity'] ?? '';
  const answer = await answerOrRefusal(readSubscription(turn, found, id));
  if (answer === undefined) return;
  if ('fault' in answer)
    return showLicenses(turn, found, {
      changeId,
      subscription: subscriptionOfCard(turn, id),
      typed,
      refusedCall: answer,
    });
  if (await showIfEnded(turn, argument, answer)) return;
  const judged = await judgeTyped(turn, found, answer);
  if ('fault' in judged)
    return showLicenses(turn, found, { changeId, subscription: answer, present: answer, typed, fault: judged.fault });
  if (!showsSchedule(turn, answer)) {
    turn.replies.say(turn.words.t('endOfTerm.meanwhile'));
    return showLicenses(turn, found, { changeId, subscription: answer, present: answer, typed });
  }
  const { name, unit, quantity: from } = answer;
  const { to } = judged;
  if (needsLicenseQuestion(from, to)) {
    const sure = licensesAnswer(from, to);
    if (turn.press?.values['sure'] !== sure) return askConfirmation(turn, found, { changeId, to }, answer);
    if (!isLastAsked(turn, `${changeId} ${sure}`))
      return askConfirmation(turn, found, { changeId: turn.newId(), to }, answer);
  }
  const gone = scheduledChangesOf(answer);
  const what = {
    kind: 'quantity',
    subscriptionId: id,
    name,
    unit,
    from,
    to,
    ...defined({ gone }),
  } as const;
  return submitChange(turn, { id: changeId, customer: found.target, what, ...offerFactsSoFar(turn, found, answer) });
}

function askConfirmation(
  turn: Turn,
  found: FoundCustomer,
  asked: { readonly changeId: string; readonly to: number },
  subscription: Subscription,
): void {
  const { companyName } = found.target;
  const made = confirmLicensesCard({
    words: turn.words,
    ref: refOf(found.target),
    companyName,
    ...asked,
    subscription,
  });
  const sure = licensesAnswer(subscription.quantity, asked.to);
  showAsking(turn, withBackButton(turn, made), { yes: ['setLicenses'], key: `${asked.changeId} ${sure}` });
}

type LicensesQuestion = Pick<LicensesView, 'changeId' | 'subscription' | 'typed' | 'present' | 'fault' | 'refusedCall'>;

async function showLicenses(turn: Turn, found: FoundCustomer, asked: LicensesQuestion): Promise<void> {
  const { present } = asked;
  const offer = present === undefined ? undefined : await subscriptionOffer(turn, found, present);
  const open = (await changesOf(turn, found.target)).filter(({ state }) => state !== 'done');
  const { scheduled } = turn.press?.values ?? {};
  withdrawAsking(turn);
  const limits = offer === undefined || offer.unit === 'usage' ? undefined : { min: offer.min, max: offer.max };
  const made = licensesCard({
    words: turn.words,
    now: turn.now,
    ref: refOf(found.target),
    companyName: found.target.companyName,
    ...asked,
    ...defined({ scheduled, limits }),
    changes: open.filter(({ what }) => 'subscriptionId' in what && what.subscriptionId === asked.subscription.id),
  });
  turn.replies.show(withBackButton(turn, made));
}

/** Subscription as the pressed card shows it, for showing it again without Partner Center. */
function subscriptionOfCard({ press }: Turn, id: string): LicensesView['subscription'] {
  const { name = '', unit = '', from = '' } = press?.values ?? {};
  return { id, name: cleanText(name), unit, quantity: /^\d{1,9}$/.test(from) ? Number(from) : 0 };
}

async function judgeTyped(turn: Turn, found: FoundCustomer, present: PresentSubscription): Promise<JudgedLicenses> {
  const { quantity = '', from = '' } = turn.press?.values ?? {};
  if (from !== String(present.quantity))
    return { fault: { key: 'fault.licenses.stale', data: { n: present.quantity } } };
  return judgeLicenses(quantity, present, await subscriptionOffer(turn, found, present), turn.words.locale);
}

/** Offer of a subscription; undefined when the catalog lacks it or is not read in time. */
export async function subscriptionOffer(
  turn: Turn,
  { record }: FoundCustomer,
  { offerId }: Subscription,
): Promise<Offer | undefined> {
  const { offers } = await offersSoon(turn, record?.country ?? turn.partner.country);
  return offers.find(({ id }) => id === offerId);
}

/** Manage: shows the card of one subscription; argument `ref subscription`. */
export async function manageSubscription(turn: Turn, argument: string): Promise<void> {
  const [ref = '', id = ''] = argument.split(' ');
  if (!isRefresh(turn)) keepUnlessLeft(turn);
  const found = await customerWithRight(turn, ref, 'view');
  const all = found === undefined ? undefined : isRelated(found) ? await subscriptionsOrRefusal(turn, found) : [];
  if (found === undefined || all === undefined) return;
  const subscription = all.find((one) => one.id === id);
  if (subscription === undefined) return turn.replies.say(turn.words.t('subscription.gone'));
  const base = all.find((one) => one.id === subscription.parentId && one.status === 'suspended');
  const made = manageCard({
    words: turn.words,
    ref: refOf(found.target),
    companyName: found.target.companyName,
    subscription,
    now: turn.now,
    known: await readOfferFacts(turn, found, subscription),
    addOns: addOnNames(all, id),
    ...defined({ suspendedBase: base?.name }),
    changes: await changesOfSubscription(turn, found, id),
    canManage: customerActions(turn, found).manage,
  });
  turn.replies.show(withBackButton(turn, made), { ref: refOf(found.target), verb: 'manage', argument });
}

/**
 * True for a subscription that has ended since its button was shown: the user is told so, and sees it as it is now.
 * Argument `ref subscription`, and whatever follows.
 */
export async function showIfEnded(turn: Turn, argument: string, subscription: Subscription): Promise<boolean> {
  if (!hasEnded(subscription)) return false;
  turn.replies.say(turn.words.t('subscription.ended'));
  await manageSubscription(turn, argument);
  return true;
}

/** Facts about a subscription's offer; empty when the catalog is not read in time. */
export const readOfferFacts = async (turn: Turn, found: FoundCustomer, one: Subscription): Promise<OfferFacts> =>
  offerFacts(await subscriptionOffer(turn, found, one));

/** Open changes of one subscription. */
const changesOfSubscription = async (turn: Turn, found: FoundCustomer, id: string) =>
  (await changesOf(turn, found.target)).filter(
    ({ state, what }) => state !== 'done' && 'subscriptionId' in what && what.subscriptionId === id,
  );
