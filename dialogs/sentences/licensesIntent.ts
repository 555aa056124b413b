import { choiceCard } from '../../cards/sentenceCards.ts';
import { subscriptionLine } from '../../cards/customers/subscriptionWords.ts';
import { foldCase, matcher } from '../../lib/foldCase.ts';
import { refOf } from '../../model/customerRef.ts';
import { activeSubscriptions, allowedActions } from '../../partner-center/customerSubscriptions.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { changeableCustomer } from '../customers/customerAccess.ts';
import { askLicenses, manageSubscription } from '../customers/changeLicenses.ts';
import { showSubscriptions, subscriptionsOrRefusal } from '../customers/subscriptionList.ts';
import type { Turn } from '../turn.ts';
import type { QuantityChange } from './intent.ts';
import { type CustomerStep, matchCustomers, subscriptionOnScreen } from './customerMatches.ts';
import { may } from '../rights.ts';
import { fillCart, orderForAll } from './orderIntent.ts';

/** A wish about a customer's licenses: of which offer, and how many. */
export interface LicensesIntent {
  readonly product: string;
  readonly change?: QuantityChange;
  /** A number of which the text leaves open how it is meant. */
  readonly unclear?: number;
}

/** Data of the button that opens the license change of a customer as it was wished. */
const licensesData = (ref: string, { product, change }: LicensesIntent) => ({
  verb: 'fillIn',
  argument: ref,
  wish: change?.way ?? 'licenses',
  product,
  n: change === undefined ? '' : String(change.n),
});

/** The step of a wish about licenses; more of an offer for several customers is one order for all of them. */
export function licensesStep(turn: Turn, intent: LicensesIntent): CustomerStep {
  const { product, change } = intent;
  return {
    run: (ref) => fillLicenses(turn, ref, intent),
    data: (ref) => licensesData(ref, intent),
    ...(product !== '' && change?.way === 'more'
      ? { runForAll: (named) => orderForAll(turn, named, { product, n: change.n }) }
      : {}),
  };
}

/** The number to fill in for a subscription. */
function numberFor({ quantity }: Subscription, change: QuantityChange | undefined): string {
  if (change === undefined) return String(quantity);
  const { way, n } = change;
  return String(way === 'to' ? n : way === 'more' ? quantity + n : Math.max(0, quantity - n));
}

/** Says that a number said to be a fall is more than there is now, or one said to be a rise fewer. */
function sayOtherWay({ replies, words }: Turn, { quantity }: Subscription, change: QuantityChange | undefined): void {
  const { said, n = 0 } = change ?? {};
  if (said === 'fall' && n > quantity) replies.say(words.t('sentence.isMore', { n, now: quantity }));
  if (said === 'rise' && n < quantity) replies.say(words.t('sentence.isFewer', { n, now: quantity }));
}

/**
 * Opens the license change of a customer's subscription with the wished number filled in; asks which where several are
 * meant whose licenses can be changed. Where none can be, it opens what is meant, with the way to reactivate it; and the
 * cart for an offer the customer does not have. Nothing is changed.
 */
export async function fillLicenses(turn: Turn, ref: string, wish: LicensesIntent): Promise<void> {
  const { product, change, unclear } = wish;
  const found = await changeableCustomer(turn, ref);
  const all = found === undefined ? undefined : await subscriptionsOrRefusal(turn, found);
  if (found === undefined || all === undefined) return;
  const isMeant = matcher(product) ?? (() => true);
  const named = activeSubscriptions(all).filter(({ name, unit }) => unit !== 'usage' && isMeant(foldCase(name)));
  const open = product === '' ? subscriptionOnScreen(turn) : undefined;
  const changeable = named.filter((one) => allowedActions(one, turn.now).includes('licenses'));
  const shown = changeable.filter(({ id }) => id === open);
  const meant = shown.length > 0 ? shown : changeable;
  const place = refOf(found.target);
  const [only, ...others] = meant;
  if (only === undefined) {
    const [closed, ...more] = named;
    if (closed !== undefined && more.length === 0) return manageSubscription(turn, `${place} ${closed.id}`);
    if (closed !== undefined) return showSubscriptions(turn, place);
    if (product === '' || change === undefined || change.way === 'fewer') return showSubscriptions(turn, place);
    return fillCart(turn, [place], { product, n: change.n });
  }
  if (unclear !== undefined) turn.replies.say(turn.words.t('sentence.unclearNumber', { n: unclear }));
  if (others.length === 0) sayOtherWay(turn, only, change);
  if (others.length === 0) return askLicenses(turn, `${place} ${only.id}`, numberFor(only, change));
  const { words, replies, now } = turn;
  replies.show(
    choiceCard(
      words.t('sentence.whichSubscription'),
      found.target.companyName,
      meant.map((one) => ({
        title: one.name,
        detail: subscriptionLine(one, now, words),
        data: { verb: 'licenses', argument: `${place} ${one.id}`, quantity: numberFor(one, change) },
      })),
      words,
      { verb: 'subscriptions', argument: place },
    ),
  );
}

/** The only customer of a name with a number behind it, “northwind 15”, as the licenses there shall be; undefined for others. */
export async function customerWithNumber(
  turn: Turn,
): Promise<readonly [ref: string, wish: LicensesIntent] | undefined> {
  const [, name = '', n = ''] = /^(\S.{1,60}?)[\s:：,，]+(\d{1,4})[\s.!。！]*$/u.exec(turn.text.trim()) ?? [];
  if (name === '' || !may(turn, 'manage')) return undefined;
  const whole = await matchCustomers(turn, turn.text.trim());
  const { entries, isPart = false } = await matchCustomers(turn, name);
  const [only, ...others] = entries;
  const isNamedSo = whole.entries.some(({ companyName }) => companyName.includes(n));
  if (only === undefined || others.length > 0 || isPart || isNamedSo) return undefined;
  return [only.ref, { product: '', change: { way: 'to', n: Number(n) } }];
}
