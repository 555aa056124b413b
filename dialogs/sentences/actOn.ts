import {
  explanationCard,
  forWhomCard,
  maxChoices,
  nameOrAnswerCard,
  smallTalkCard,
} from '../../cards/sentenceCards.ts';
import { notUnderstoodCard } from '../../cards/commandCards.ts';
import { renewalsArgument } from '../../cards/customers/renewalsQuery.ts';
import { commands } from '../commandActions.ts';
import { showHistory } from '../customers/customerHistory.ts';
import { invite } from '../customers/invitation.ts';
import { showCustomersNamed } from '../customers/customerList.ts';
import { showRenewals } from '../customers/renewalList.ts';
import { showCustomer } from '../customers/showCustomer.ts';
import { showSubscriptions } from '../customers/subscriptionList.ts';
import { openDraft } from '../drafts.ts';
import { offerUndo } from '../customers/typedUndo.ts';
import { askExport } from '../files/fileOrders.ts';
import { fillBundle, fillSame } from '../corrections/repeatWish.ts';
import { setLanguage } from '../setLanguage.ts';
import { addRefusal, may } from '../rights.ts';
import type { Turn } from '../turn.ts';
import type { Intent } from './intent.ts';
import { looksLikeName } from './bareName.ts';
import { askWhich, forCustomerNamed, matchCustomers, mentionedCustomers, showNobodyFound } from './customerMatches.ts';
import { fillLicenses, licensesData } from './licensesIntent.ts';
import { manageData, openToManage } from './manageIntent.ts';
import { addNamed } from './newCustomerIntent.ts';
import { taskSteps } from './taskSteps.ts';
import { fillCart, orderData, orderForAll, searchOpenCart } from './orderIntent.ts';

/** Next steps that small talk offers in this turn. */
const nextSteps = (turn: Turn) => ({ draft: openDraft(turn)?.id, canAdd: addRefusal(turn.partner) === undefined });

/** True for what may be an offer's name alone: “office 365 business” reads like a number of licenses. */
const mayNameOffer = (intent: Intent): boolean =>
  intent.kind === 'order' ||
  intent.kind === 'licenses' ||
  intent.kind === 'unknown' ||
  (intent.kind === 'find' && !intent.sure);

/** The offer a text may name: of an order for nobody else its name, of others the whole text. */
const offerNamed = ({ text }: Turn, intent: Intent): string =>
  intent.kind === 'order' && intent.customer === '' ? intent.product : text.trim();

/** Shows what a sentence asks for, filled in as far as it says. Nothing is submitted, changed or deleted. */
export async function actOn(turn: Turn, intent: Intent): Promise<void> {
  const { replies, words } = turn;
  if (mayNameOffer(intent) && (await searchOpenCart(turn, offerNamed(turn, intent)))) return;
  switch (intent.kind) {
    case 'command':
      return commands[intent.command](turn);
    case 'language':
      return setLanguage(turn, intent.locale);
    case 'find':
      return intent.sure ? find(turn, intent.find, true) : findOrAsk(turn, intent.find);
    case 'newCustomer':
      return addNamed(turn, intent.name);
    case 'invite':
      return invite(turn, intent.customer);
    case 'history':
      return intent.customer === '' ? sayWhereHistoryIs(turn) : goTo(turn, intent);
    case 'customer':
    case 'subscriptions':
      return goTo(turn, intent);
    case 'task':
      return forCustomerNamed(turn, intent.customer, taskSteps[intent.task](turn));
    case 'manage':
      return forCustomerNamed(turn, intent.customer, {
        run: (ref) => openToManage(turn, ref, intent.product),
        data: (ref) => manageData(ref, intent.product),
      });
    case 'order':
      if (intent.customer === '') return replies.show(forWhomCard(words));
      return forCustomerNamed(turn, intent.customer, {
        run: (ref) => fillCart(turn, [ref], intent),
        data: (ref) => orderData([ref], intent),
        runForAll: (named) => orderForAll(turn, named, intent),
      });
    case 'licenses':
      return forCustomerNamed(turn, intent.customer, {
        run: (ref) => fillLicenses(turn, ref, intent),
        data: (ref) => licensesData(ref, intent),
      });
    case 'renewals':
      if (intent.beyond === true) replies.say(words.t('renewals.most', { days: intent.days }));
      return showRenewals(turn, renewalsArgument({ days: intent.days, from: 0 }));
    case 'export':
      return askExport(turn);
    case 'explain':
      if (intent.topic === 'undo' && (await offerUndo(turn))) return;
      return replies.show(explanationCard(intent.topic, words, nextSteps(turn)));
    case 'smallTalk':
      return replies.show(smallTalkCard(intent.talk, words, nextSteps(turn)));
    case 'unknown':
      if (intent.isTwo === true) replies.say(words.t('sentence.oneWish'));
      return intent.refused === true ? sayNotUnderstood(turn) : showMentioned(turn);
  }
}

/** Says where a history stands, for one that is asked for of nobody, and lists the customers. */
function sayWhereHistoryIs(turn: Turn): Promise<void> {
  const { replies, words } = turn;
  replies.say(words.t('sentence.historyWhere', { title: words.t('button.history') }));
  return commands.customers(turn);
}

const shows = { customer: showCustomer, subscriptions: showSubscriptions, history: showHistory } as const;

const goTo = (turn: Turn, { kind, customer }: { readonly kind: keyof typeof shows; readonly customer: string }) =>
  forCustomerNamed(turn, customer, {
    run: (ref) => shows[kind](turn, ref),
    data: (ref) => ({ verb: kind, argument: ref }),
  });

const customerData = (ref: string) => ({ verb: 'customer', argument: ref });

/** Shows the one customer of that name, or the list of those found. */
async function find(turn: Turn, name: string, isSure: boolean): Promise<void> {
  const matches = await matchCustomers(turn, name);
  const [only, ...others] = matches.entries;
  if (only === undefined) return isSure || looksLikeName(name) ? showNobodyFound(turn, name) : sayNotUnderstood(turn);
  if (others.length === 0 && matches.isPart !== true) return showCustomer(turn, only.ref);
  if (!matches.nearly) return showCustomersNamed(turn, name);
  askWhich(turn, name, matches, { data: customerData });
}

/** The same for a name alone: with a form open it may be an answer to that, so nothing is put in its place. */
async function findOrAsk(turn: Turn, name: string): Promise<void> {
  const draft = openDraft(turn);
  if (!may(turn, 'view')) return sayNotUnderstood(turn);
  if (draft !== undefined) return turn.replies.show(nameOrAnswerCard(name, draft.id, turn.words));
  return find(turn, name, false);
}

const sayNotUnderstood = (turn: Turn): void => turn.replies.show(notUnderstoodCard(turn.words, nextSteps(turn)));

/** Most characters of a text that is not understood and looked through for a customer's name. */
const maxMention = 100;

/** Shows the customer that a text names which is not understood otherwise; with a form open it stays with that. */
async function showMentioned(turn: Turn): Promise<void> {
  const text = turn.text.trim();
  const isLookedInto = openDraft(turn) === undefined && may(turn, 'view') && text.length <= maxMention;
  if (!isLookedInto || /[\r\n]/.test(text)) return sayNotUnderstood(turn);
  const matches = await mentionedCustomers(turn, text);
  const [only, ...others] = matches.entries;
  if (only === undefined || others.length >= maxChoices) return sayNotUnderstood(turn);
  if (others.length === 0 && matches.isPart !== true) return showCustomer(turn, only.ref);
  askWhich(turn, text, matches, { data: customerData });
}

/** Goes on with a sentence whose customer or offer was chosen by a button; argument: the customer. */
export async function fillIn(turn: Turn, ref: string): Promise<void> {
  const { wish = '', product = '', n = '', offer = '' } = turn.press?.values ?? {};
  turn.replies.keep();
  const number = /^\d{1,7}$/.test(n) ? Number(n) : undefined;
  if (wish === 'order' || wish === 'search')
    return fillCart(turn, ref.split(' '), {
      isSearch: wish === 'search',
      product: product.slice(0, 100),
      ...(number === undefined ? {} : { n: number }),
      ...(offer === '' ? {} : { offerId: offer }),
    });
  if (wish === 'same') return fillSame(turn, ref);
  if (wish === 'bundle') return fillBundle(turn, ref, product);
  if (wish === 'manage') return openToManage(turn, ref, product.slice(0, 100));
  const way = wish === 'more' || wish === 'fewer' ? wish : 'to';
  return fillLicenses(turn, ref, {
    product: product.slice(0, 100),
    ...(number === undefined ? {} : { change: { way, n: number } }),
  });
}
