import { cartRows } from '../../forms/cartRows.ts';
import { inputValues, keepInputs } from '../../forms/draftFlow.ts';
import { bundleLinesOf, withReadyLines } from '../../forms/readyCarts.ts';
import { section } from '../../forms/sections.ts';
import { foldKey } from '../../lib/foldCase.ts';
import { lazy } from '../../lib/lazy.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { words } from '../../locales/words.ts';
import type { Bundle, BundleLine } from '../../model/bundle.ts';
import { refOf } from '../../model/customerRef.ts';
import { locales } from '../../model/languages.ts';
import { readyCartsOf } from '../bundles.ts';
import { contextOf, offersSoon, shownDraft } from '../drafts.ts';
import { customerOnScreen, forCustomerNamed, matchCustomers, nameOfEntry } from '../sentences/customerMatches.ts';
import { activeSubscriptions } from '../../partner-center/customerSubscriptions.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { customerWithRight, isRelated, manageableCustomer, orShowManageRefusal } from '../customers/customerAccess.ts';
import { subscriptionsOrRefusal } from '../customers/subscriptionList.ts';
import { cartKindFor, openDraftFor } from '../customers/startChange.ts';
import { fillLicenses } from '../sentences/licensesIntent.ts';
import { isThem } from '../sentences/heldNames.ts';
import type { Intent } from '../sentences/intent.ts';
import { languagesOf } from '../sentences/lexicon.ts';
import { customersNamedIn } from '../sentences/mentionedCustomers.ts';
import { beginsWithNot } from '../sentences/otherWay.ts';
import { atPlace } from '../sentences/pattern.ts';
import { utteranceOf } from '../sentences/utterance.ts';
import { showCustomer } from '../customers/showCustomer.ts';
import { may } from '../rights.ts';
import type { Presser, Turn } from '../turn.ts';
import type { Correction } from './corrections.ts';
import type { LatestCard } from './latestCard.ts';

/** Data that a button sends: its verb, the customer that it is about, and more. */
type ButtonData = Readonly<Record<string, string> & { verb: string; argument: string }>;

/** Data of the button that does for a customer what was done last for another one or what that one has, or orders a bundle. */
const repeatData = (ref: string, wish: 'same' | 'bundle' | 'alike', product = ''): ButtonData => ({
  verb: 'fillIn',
  argument: ref,
  wish,
  product,
});

/** The lines of the cart that is to be ordered again: of the draft changed last, the last order, or the last new customer. */
async function lastLines(turn: Turn): Promise<readonly BundleLine[]> {
  const { person } = turn;
  const carts = person.drafts.filter(({ purpose }) => purpose?.kind === 'subscriptions' || purpose === undefined);
  for (const draft of carts) {
    const typed = draft.typed['subscriptions'] ?? draft.accepted['subscriptions'] ?? {};
    if (cartRows(typed).length === 0) continue;
    const context = await contextOf(turn, draft);
    return bundleLinesOf(inputValues(draft, section('subscriptions'), context), context);
  }
  return person.changed?.lines ?? (await readyCartsOf(turn, true)).last?.lines ?? [];
}

/** The bundle of that name, or of the only name that begins with it. */
const bundleNamed = (bundles: readonly Bundle[], name: string): Bundle | undefined => {
  const typed = foldKey(name);
  if (typed === '') return undefined;
  const exact = bundles.find((one) => foldKey(one.name) === typed);
  const [first, ...others] = bundles.filter((one) => foldKey(one.name).startsWith(typed));
  return exact ?? (others.length === 0 ? first : undefined);
};

/** True for a text with a word for a bundle, in any language. */
function saysBundle(text: string): boolean {
  const typed = foldKey(text);
  return locales.some((locale) =>
    words(locale)
      .t('bundle.words')
      .split('|')
      .some((word) => typed.includes(foldKey(word))),
  );
}

/**
 * Repeats the last order or change for another customer, or puts a bundle into a customer's cart or into the open one.
 * False where there is nothing to repeat, no such bundle, or nobody of that name.
 */
export async function repeatPress(
  turn: Turn,
  shown: LatestCard | undefined,
  one: Extract<Correction, { kind: 'same' | 'bundle' }>,
  press: Presser,
): Promise<boolean> {
  if (!may(turn, 'view')) return false;
  const bundles = one.kind === 'bundle' ? (await readyCartsOf(turn, false)).bundles : [];
  const bundle = one.kind === 'bundle' ? bundleNamed(bundles, one.name) : undefined;
  if (one.kind === 'bundle' && bundle === undefined) {
    // Another reading of the text has the name without the words around it.
    const typed = foldKey(turn.text);
    if (!saysBundle(turn.text) || bundles.some(({ name }) => typed.includes(foldKey(name)))) return false;
    // Whoever names a bundle that there is none of sees which there are.
    await press({ verb: 'bundleList', token: '', argument: '', values: {} });
    return true;
  }
  const isOpen = one.customer === '' || isThem(one.customer);
  const open = isOpen ? customerOnScreen(turn) : undefined;
  if (open !== undefined && (one.kind === 'bundle' || (await hasSomethingToRepeat(turn)))) {
    const { verb, argument, ...values } = repeatData(open, one.kind, bundle?.id);
    await press({ verb, token: '', argument, values });
    return true;
  }
  if (one.customer === '') {
    const put = shown?.buttons.find(({ data }) => data['verb'] === 'putBundle' || data['verb'] === 'bundles');
    const { token = '' } = put?.data ?? {};
    if (put === undefined || bundle === undefined) return false;
    await press({ verb: 'putBundle', token, argument: bundle.id, values: { ...shown?.inputs } });
    return true;
  }
  if ((await matchCustomers(turn, one.customer)).entries.length === 0) return false;
  if (one.kind === 'same' && !(await hasSomethingToRepeat(turn))) {
    turn.replies.say(turn.words.t('sentence.nothingToRepeat'));
    await forCustomerNamed(turn, one.customer, {
      data: (ref) => ({ verb: 'customer', argument: ref }),
      run: (ref) => showCustomer(turn, ref),
    });
    return true;
  }
  const data = (ref: string) => repeatData(ref, one.kind, bundle?.id);
  await forCustomerNamed(turn, one.customer, {
    data,
    async run(ref) {
      const { verb, argument, ...values } = data(ref);
      await press({ verb, token: '', argument, values });
    },
  });
  return true;
}

/**
 * Opens for a customer, or for the one on the screen, a cart with what another one has: “give northwind the same as contoso”.
 * False where either is nobody's name, or a form is open, which may be meant.
 */
export async function alikePress(
  turn: Turn,
  { customer, model }: Extract<Correction, { kind: 'alike' }>,
  press: Presser,
): Promise<boolean> {
  if (!may(turn, 'view') || shownDraft(turn) !== undefined || model === '') return false;
  const { entries, isPart = false } = await matchCustomers(turn, model);
  const [source, ...others] = entries;
  if (source === undefined || others.length > 0 || isPart) return false;
  const open = customer === '' || isThem(customer) ? customerOnScreen(turn) : undefined;
  const data = (ref: string) => repeatData(ref, 'alike', source.ref);
  const run = async (ref: string): Promise<void> => {
    const { verb, argument, ...values } = data(ref);
    await press({ verb, token: '', argument, values });
  };
  if (open === source.ref) return false;
  if (open !== undefined) await run(open);
  else if (customer === '') {
    turn.replies.say(turn.words.t('sentence.alikeWhom', { name: nameOfEntry(source) }));
    await showCustomer(turn, source.ref);
  } else if ((await matchCustomers(turn, customer)).entries.length === 0) return false;
  else await forCustomerNamed(turn, customer, { data, run });
  return true;
}

/** Longest text that says another customer was meant. */
const mostOfOther = 100;

const otherOnes = new Map(
  locales.map((locale) => [locale, lazy(() => new RegExp(atPlace(correctionBook[locale].otherOne).source, 'u'))]),
);

/** Kinds of intents that a text may have which says no more than who was meant. */
const saysNoWish = ({ kind, ...intent }: Intent): boolean =>
  kind === 'unknown' || kind === 'find' || kind === 'smallTalk' || kind === 'customer' || 'topic' in intent;

/** True for a text that may say who was meant, and nothing that is wished. */
const mayMeanOther = (typed: string, intent: Intent): boolean =>
  typed.length <= mostOfOther && !/\d|[?？]\s*$/u.test(typed) && saysNoWish(intent);

/** True for a text that says another one was meant than is shown. */
function meansOther(typed: string): boolean {
  const sentence = utteranceOf(typed);
  return languagesOf(sentence).some((locale) => otherOnes.get(locale)?.().test(sentence.folded) === true);
}

/** Data of the button that does for another customer what the card on the screen is for. */
function otherData({ person: { card, changed } }: Turn, isCart: boolean, ref: string): ButtonData {
  if (isCart)
    return changed?.subscription === undefined ? repeatData(ref, 'same') : { verb: 'addSubscription', argument: ref };
  const withVerb = (verb: string) => card?.buttons.find(({ data }) => data['verb'] === verb);
  const licenses = withVerb('setLicenses');
  if (licenses !== undefined) {
    const n = licenses.data['quantity'] ?? card?.inputs?.['quantity'] ?? '';
    return { verb: 'fillIn', argument: ref, wish: 'to', product: '', n };
  }
  if (withVerb('setPassword') !== undefined) return { verb: 'newPassword', argument: ref };
  const isManaged = withVerb('setStatus') !== undefined || withVerb('suspend') !== undefined;
  return isManaged ? { verb: 'fillIn', argument: ref, wish: 'manage' } : { verb: 'customer', argument: ref };
}

/** Shows what the open card is for with another customer, where a text says that this one was meant; false for any other text. */
export async function forOtherCustomer(turn: Turn, intent: Intent, press: Presser): Promise<boolean> {
  const draft = shownDraft(turn);
  const purpose = draft?.purpose?.kind === 'subscriptions' ? draft.purpose : undefined;
  const isCart = purpose !== undefined;
  if (!may(turn, 'view') || (draft !== undefined && !isCart) || !mayMeanOther(turn.text, intent)) return false;
  const open = isCart ? refOf(purpose.customer) : customerOnScreen(turn);
  const isDenied = !meansOther(turn.text);
  if (isDenied && !beginsWithNot(turn.text)) return false;
  const named = await customersNamedIn(turn, turn.text.trim());
  const [only, ...others] = named.filter(({ entries }) => !entries.some(({ ref }) => ref === open));
  // “Not Contoso, Fabrikam” names the one that is shown as well.
  if (only === undefined || others.length > 0 || (isDenied && named.length < 2)) return false;
  const data = (ref: string): ButtonData => otherData(turn, isCart, ref);
  await forCustomerNamed(turn, utteranceOf(turn.text).text.slice(...only.place), {
    data,
    async run(ref) {
      const { verb, argument, ...values } = data(ref);
      await press({ verb, token: '', argument, values });
    },
  });
  return true;
}

/** Says how the last order or change is repeated, for a text that asks for it and names nobody. */
export async function sayHowToRepeat(turn: Turn): Promise<void> {
  const { replies, words } = turn;
  replies.say(words.t((await hasSomethingToRepeat(turn)) ? 'sentence.againWhom' : 'sentence.noRepeat'));
}

const hasSomethingToRepeat = async (turn: Turn): Promise<boolean> =>
  turn.person.changed?.subscription?.to !== undefined || (await lastLines(turn)).length > 0;

/** Opens the cart of a customer with these lines in it. Nothing is ordered. */
const openCartWith = (turn: Turn, ref: string, lines: readonly BundleLine[]): Promise<void> =>
  orShowManageRefusal(turn, async () => {
    const found = await manageableCustomer(turn, ref);
    if (found === undefined) return;
    const kind = await turn.withinAnswerTime(cartKindFor(turn, found));
    await offersSoon(turn, kind.country ?? turn.partner.country);
    const context = await contextOf(turn, { accepted: {}, purpose: kind });
    await openDraftFor(turn, kind, [], true, (draft) =>
      keepInputs(draft, 'subscriptions', withReadyLines({}, lines, context)),
    );
  });

/** Opens for a customer what was done last for another one: the license change, or the cart. */
export async function fillSame(turn: Turn, ref: string): Promise<void> {
  const { subscription } = turn.person.changed ?? {};
  if (subscription?.to !== undefined)
    return fillLicenses(turn, ref, { product: subscription.name, change: { way: 'to', n: subscription.to } });
  return openCartWith(turn, ref, await lastLines(turn));
}

/** Opens the cart of a customer with a bundle in it, by its id; with none where the bundle is gone. */
export async function fillBundle(turn: Turn, ref: string, id: string): Promise<void> {
  const bundle = (await readyCartsOf(turn, false)).bundles.find((one) => one.id === id);
  await openCartWith(turn, ref, bundle?.lines ?? []);
}

/** The line of a cart that orders what this subscription is; none of a trial, or where its offer is not known. */
const lineOf = ({ offerId, offerName, name, term, billing, quantity, trial }: Subscription): readonly BundleLine[] =>
  offerId === undefined || trial
    ? []
    : [
        {
          offer: offerId,
          offerName: offerName ?? name,
          ...(term === undefined || billing === undefined ? {} : { plan: { term, billing } }),
          quantity,
        },
      ];

/** Opens the cart of a customer with what another one has, by its reference; says so where that has nothing to order. */
export async function fillAlike(turn: Turn, ref: string, model: string): Promise<void> {
  const found = await customerWithRight(turn, model, 'view');
  const all = found === undefined ? undefined : isRelated(found) ? await subscriptionsOrRefusal(turn, found) : [];
  if (found === undefined || all === undefined) return;
  const lines = activeSubscriptions(all).flatMap(lineOf);
  if (lines.length === 0) turn.replies.say(turn.words.t('sentence.hasNothing', { name: found.target.companyName }));
  await openCartWith(turn, ref, lines);
}
