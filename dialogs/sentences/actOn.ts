import {
  choiceCard,
  explanationCard,
  forWhomCard,
  maxChoices,
  nameOrAnswerCard,
  smallTalkCard,
} from '../../cards/sentenceCards.ts';
import { notUnderstoodCard } from '../../cards/commandCards.ts';
import { renewalsArgument } from '../../cards/customers/renewalsQuery.ts';
import { commands } from '../commandActions.ts';
import type { CommandName } from '../commands.ts';
import { showHistory, showOwnChanges } from '../customers/customerHistory.ts';
import { invite } from '../customers/invitation.ts';
import { showCustomersNamed } from '../customers/customerList.ts';
import { showRenewals } from '../customers/renewalList.ts';
import { showRenewalsDuring } from '../customers/renewalPeriod.ts';
import { showCustomer } from '../customers/showCustomer.ts';
import { showSubscriptions } from '../customers/subscriptionList.ts';
import { showBeside } from '../add/currentCard.ts';
import { copyToDraft } from '../add/startDraft.ts';
import { shownDraft } from '../drafts.ts';
import { offerUndo } from '../customers/typedUndo.ts';
import { askExport } from '../files/fileOrders.ts';
import { fillAlike, fillBundle, fillSame, sayHowToRepeat } from '../corrections/repeatFor.ts';
import { fillAddress } from '../corrections/formWishes.ts';
import { showBundles } from '../bundles.ts';
import { setLanguage } from '../setLanguage.ts';
import { may } from '../rights.ts';
import type { Topic } from '../../locales/sentences.ts';
import type { Turn } from '../turn.ts';
import { asksUndo } from './lexicon.ts';
import { type Intent, isOfNobody } from './intent.ts';
import { looksLikeName, nameToInvite } from './bareName.ts';
import {
  askWhich,
  type CustomerStep,
  forCustomerNamed,
  matchCustomers,
  type OtherWay,
  showNobodyFound,
} from './customerMatches.ts';
import { isOfPeople, withMeantNumber } from './difference.ts';
import { isLikely } from './likelyWish.ts';
import { namedPeriod } from './namedPeriod.ts';
import { chosenIntent, openCustomerIntent } from './fallbackIntent.ts';
import { mentionedCustomers } from './mentionedCustomers.ts';
import { customerWithNumber, fillLicenses, licensesStep } from './licensesIntent.ts';
import { type Acting, beginsWithNot, nextSteps, otherWay, sayNothingDone } from './otherWay.ts';
import { addNamed } from './newCustomerIntent.ts';
import { manageData, openToManage, taskSteps } from './taskSteps.ts';
import { oneOrder, twoWishes } from './wishes.ts';
import { fillCart, mayNameOffer, offerNamed, orderData, orderForAll, searchOpenCart } from './orderIntent.ts';

/** True for what may be the first of two wishes, or both at once. */
const mayBeTwo = (intent: Intent): boolean =>
  'customer' in intent || (intent.kind === 'unknown' && intent.refused !== true) || intent.kind === 'find';

/**
 * Asks which of two wishes comes first, with a button that opens the card of each; the one order that both are, where they are
 * that. Undefined for a text that says one.
 */
function askWhichWish({ text, words, replies }: Turn): Intent | 'asked' | undefined {
  const { t } = words;
  const wishes = twoWishes(text, (wish, name) => t('sentence.wishFor', { wish, name }));
  if (wishes === undefined) return undefined;
  const order = oneOrder(wishes);
  if (order !== undefined) return order;
  const choices = wishes.map((wish) => ({ title: wish.text, data: { verb: 'wish', argument: wish.text } }));
  replies.show(choiceCard(t('sentence.twoWishes'), t('sentence.twoWishesHint'), choices, words));
  return 'asked';
}

/** Opens the card of a wish that was chosen by its button; argument: its text. */
export async function openWish(turn: Turn, wish: string): Promise<void> {
  turn.replies.keep();
  await actOn({ ...turn, text: wish }, await chosenIntent(turn, wish));
}

/** The step that an intent takes for the customer it is about; undefined for one of another kind, or about nobody. */
function stepOf(turn: Turn, intent: Intent): CustomerStep | undefined {
  const { kind } = intent;
  const isOfUser = namesMail(turn.text) || (kind === 'task' && isLikely(turn.text, 'topic:adminCenter'));
  if (isOfUser && (kind === 'manage' || (kind === 'task' && intent.task === 'newPassword'))) return undefined;
  if (kind === 'task') return taskSteps[intent.task](turn, intent.name);
  if (kind === 'manage') {
    const { product } = intent;
    return { run: (ref) => openToManage(turn, ref, product), data: (ref) => manageData(ref, product) };
  }
  if (kind === 'licenses') return licensesStep(turn, intent);
  if ((kind !== 'order' && kind !== 'same') || intent.customer === '') return undefined;
  if (kind === 'same')
    return { run: (ref) => fillSame(turn, ref), data: (ref) => ({ verb: 'fillIn', argument: ref, wish: 'same' }) };
  return {
    run: (ref) => fillCart(turn, [ref], intent),
    data: (ref) => orderData([ref], intent),
    runForAll: (named) => orderForAll(turn, named, intent),
  };
}

/** Shows what a sentence asks for, filled in; nothing is changed. `act` shows what a second reading finds where this finds nothing. */
export async function actOn(turn: Turn, read: Intent, act?: Acting): Promise<void> {
  const intent = isOfNobody(read) ? ({ kind: 'unknown' } as const) : withMeantNumber(read, turn.text);
  const { replies, words } = turn;
  const otherwise = otherWay(turn, intent, act);
  const ofOpen = act === undefined ? undefined : openCustomerIntent(turn, intent);
  if (ofOpen !== undefined) return act?.(ofOpen);
  const two = mayBeTwo(intent) && act !== undefined && !isOfPeople(turn.text) ? askWhichWish(turn) : undefined;
  if (two !== undefined) return two === 'asked' ? undefined : act?.(two);
  if (mayNameOffer(intent) && (await searchOpenCart(turn, ...offerNamed(turn, intent)))) return;
  const step = stepOf(turn, intent);
  if (step !== undefined && 'customer' in intent) return forCustomerNamed(turn, intent.customer, step, otherwise);
  switch (intent.kind) {
    case 'command':
      return runCommand(turn, intent);
    case 'language':
      return setLanguage(turn, intent.locale);
    case 'find':
      return intent.sure ? find(turn, intent.find, true, otherwise) : findOrAsk(turn, intent.find, otherwise);
    case 'newCustomer':
      return addNamed(turn, intent.name);
    case 'invite':
      return invite(turn, nameToInvite(intent.customer));
    case 'history':
      if (intent.customer !== '') return goTo(turn, intent, otherwise);
      return isLikely(turn.text, 'ownChanges') ? showOwnChanges(turn) : sayWhereHistoryIs(turn);
    case 'customer':
    case 'subscriptions':
      return goTo(turn, intent, otherwise);
    case 'task':
    case 'manage':
      return explain(turn, 'adminCenter');
    case 'order':
      return askForWhom(turn, intent.n);
    case 'renewals':
      if (await showNamedPeriod(turn)) return;
      if (intent.beyond === true) replies.say(words.t('renewals.most', { days: intent.days }));
      return showRenewals(turn, renewalsArgument({ days: intent.days, from: 0 }));
    case 'export':
      return askExport(turn);
    case 'explain':
      return explain(turn, intent.topic);
    case 'smallTalk':
      return showBeside(turn, smallTalkCard(intent.talk, words, nextSteps(turn)));
    case 'ownChanges':
      return showOwnChanges(turn);
    case 'bundles':
      return showBundles(turn);
    case 'same':
      return sayHowToRepeat(turn);
    case 'licenses':
      return;
    case 'unknown':
      if (intent.isTwo === true) replies.say(words.t('sentence.oneWish'));
      if (intent.refused !== true && intent.isTwo !== true && (await otherwise())) return;
      if (intent.refused !== true) return showMentioned(turn);
      if (await otherwise(beginsWithNot(turn.text) ? 'contrast' : undefined)) return;
      return sayNothingDone(turn);
  }
}

/** True for a text with a mail address that is not the administrator's. */
const namesMail = (text: string): boolean => /[^\s@]@[^\s@]+\.\p{L}/u.test(text) && !/(?<![^\s<(])admin@/iu.test(text);

/** Says that the list which is shown has more than was asked for, and by what it can be searched. */
const sayWider = ({ replies, words }: Turn): void =>
  replies.say(words.t('sentence.isWider', { title: words.t('button.export') }));

/** Asks for whom an offer is ordered; “those with E3” names nobody to order for, and is answered by the list. */
function askForWhom(turn: Turn, n: number | undefined): Promise<void> | void {
  if (n === undefined && isLikely(turn.text, 'narrowed'))
    return runCommand(turn, { kind: 'command', command: 'customers', isWider: true });
  return showBeside(turn, forWhomCard(turn.words, shownDraft(turn)?.id));
}

/** Runs a command: “cancel” may be an undo, and what renews may be that of a month. */
async function runCommand(turn: Turn, { command, isWider }: Extract<Intent, { kind: 'command' }>): Promise<void> {
  if (command === 'cancel' && asksUndo(turn.text) && (await offerUndo(turn))) return;
  if (periodic.has(command) && (await showNamedPeriod(turn))) return;
  if (isWider === true) sayWider(turn);
  await commands[command](turn);
}

/** Explains a topic, or shows what is asked for by it: the last change, or what renews in a month. */
async function explain(turn: Turn, topic: Topic): Promise<void> {
  if (topic === 'undo' && (await offerUndo(turn))) return;
  if (topic === 'renewal' && (await showNamedPeriod(turn))) return;
  showBeside(turn, explanationCard(topic, turn.words, nextSteps(turn)));
}

/** Commands that may be said of a month or the like. */
const periodic: ReadonlySet<CommandName> = new Set<CommandName>(['renewals', 'renewalChart']);

/** Shows what ends or renews in the period that the text names; false where it names none. */
async function showNamedPeriod(turn: Turn): Promise<boolean> {
  const period = namedPeriod(turn.text, turn.today);
  if (period !== undefined) await showRenewalsDuring(turn, period);
  return period !== undefined;
}

/** Says where a history stands, for one that is asked for of nobody, and lists the customers. */
function sayWhereHistoryIs(turn: Turn): Promise<void> {
  const { replies, words } = turn;
  replies.say(words.t('sentence.historyWhere', { title: words.t('button.history') }));
  return commands.customers(turn);
}

const shows = { customer: showCustomer, subscriptions: showSubscriptions, history: showHistory } as const;

const goTo = (
  turn: Turn,
  { kind, customer }: { readonly kind: keyof typeof shows; readonly customer: string },
  otherwise: OtherWay,
) =>
  forCustomerNamed(
    turn,
    customer,
    { run: (ref) => shows[kind](turn, ref), data: (ref) => ({ verb: kind, argument: ref }) },
    otherwise,
  );

const customerData = (ref: string) => ({ verb: 'customer', argument: ref });

/** Shows the one customer of that name, or the list of those found. */
async function find(turn: Turn, name: string, isSure: boolean, otherwise: OtherWay): Promise<void> {
  const matches = await matchCustomers(turn, name);
  const [only, ...others] = matches.entries;
  if ((only === undefined || (matches.isPart === true && matches.several === undefined)) && (await otherwise())) return;
  if (only === undefined) return isSure || looksLikeName(name) ? showNobodyFound(turn, name) : sayNotUnderstood(turn);
  if (others.length === 0 && matches.isPart !== true) return showCustomer(turn, only.ref);
  if (!matches.nearly) return showCustomersNamed(turn, name);
  askWhich(turn, name, matches, { data: customerData });
}

/** The same for a name alone: with a form on the screen it may be an answer to that, so nothing is put in its place. */
async function findOrAsk(turn: Turn, name: string, otherwise: OtherWay): Promise<void> {
  const draft = shownDraft(turn);
  if (!may(turn, 'view')) return sayNotUnderstood(turn);
  if (draft !== undefined) return showBeside(turn, nameOrAnswerCard(name, draft.id, turn.words));
  const counted = await customerWithNumber(turn);
  if (counted !== undefined) return fillLicenses(turn, ...counted);
  return find(turn, name, false, otherwise);
}

const sayNotUnderstood = (turn: Turn): void => showBeside(turn, notUnderstoodCard(turn.words, nextSteps(turn)));

/** Most characters of a text that is not understood and looked through for a customer's name. */
const maxMention = 100;

/** Shows the customer that a text names which is not understood otherwise; with a form on the screen it stays with that. */
async function showMentioned(turn: Turn): Promise<void> {
  const text = turn.text.trim();
  const isLookedInto = shownDraft(turn) === undefined && may(turn, 'view') && text.length <= maxMention;
  if (!isLookedInto || /[\r\n]/.test(text)) return sayNotUnderstood(turn);
  const matches = await mentionedCustomers(turn, text);
  const [only, ...others] = matches.entries;
  if (only === undefined || others.length >= maxChoices) return sayNotUnderstood(turn);
  if (others.length === 0 && matches.isPart !== true) return showCustomer(turn, only.ref);
  askWhich(turn, text, matches, { data: customerData });
}

/** Goes on with a sentence whose customer or offer was chosen by a button; argument: the customer. */
export async function fillIn(turn: Turn, ref: string): Promise<void> {
  const { wish = '', product = '', n = '', offer = '', plan = '', also = '' } = turn.press?.values ?? {};
  const [, moreOf = '', more = ''] = /^(\d{0,7}) (.{1,100})$/u.exec(also) ?? [];
  turn.replies.keep();
  const number = /^\d{1,7}$/.test(n) ? Number(n) : undefined;
  if (wish === 'order' || wish === 'search')
    return fillCart(turn, ref.split(' '), {
      isSearch: wish === 'search',
      product: product.slice(0, 100),
      ...(number === undefined ? {} : { n: number }),
      ...(offer === '' ? {} : { offerId: offer }),
      ...(plan === '' ? {} : { plan }),
      ...(more === '' ? {} : { also: { product: more, ...(moreOf === '' ? {} : { n: Number(moreOf) }) } }),
    });
  if (wish === 'copy') return copyToDraft(turn, ref, product);
  if (wish === 'same') return fillSame(turn, ref);
  if (wish === 'alike') return fillAlike(turn, ref, product);
  if (wish === 'address') return fillAddress(turn, ref);
  if (wish === 'bundle') return fillBundle(turn, ref, product);
  if (wish === 'manage') return openToManage(turn, ref, product.slice(0, 100));
  const way = wish === 'more' || wish === 'fewer' ? wish : 'to';
  return fillLicenses(turn, ref, {
    product: product.slice(0, 100),
    ...(number === undefined ? {} : { change: { way, n: number } }),
  });
}
