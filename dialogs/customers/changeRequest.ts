import { changeProgressCard } from '../../cards/customers/changeCards.ts';
import { severalOrdersCard } from '../../cards/customers/severalCards.ts';
import { requestedWords, type RequestedStanding } from '../../cards/customers/changeWords.ts';
import type { Card } from '../../cards/elements.ts';
import { refusalCard } from '../../cards/commandCards.ts';
import type { OfferFacts } from '../../partner-center/lifecycle.ts';
import type { Right } from '../../partner-center/rules/partner.ts';
import type { Change, ChangeKind } from '../../model/change.ts';
import type { User } from '../../model/user.ts';
import type { Item } from '../../storage/collection.ts';
import { type CustomerRef, refOf } from '../../model/customerRef.ts';
import { showCustomer } from './showCustomer.ts';
import { toBundleLine } from '../bundles.ts';
import { isDoublePress } from '../pressedCard.ts';
import { noteBegun, recordIntent, requesterFields } from '../recordIntent.ts';
import { may } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { placeOfPress } from './customerAccess.ts';
import { defined } from '../../lib/optional.ts';
import { isFresh } from '../../storage/conflicts.ts';

/** Change of a customer that a user requests; the id is that of the card or draft it comes from. */
interface ChangeRequest extends OfferFacts {
  readonly id: string;
  readonly customer: CustomerRef;
  readonly what: ChangeKind;
  /** Content of the draft it comes from. */
  readonly draft?: NonNullable<Change['draft']>;
}

/** Right that a kind of change needs. */
const rightOfKind = ({ kind }: ChangeKind): Right => (kind === 'relationship' ? 'remove' : 'manage');

/** Right that continuing a change needs: `add` for a change that a submission left over. */
export const rightOf = ({ what, ofSubmission }: Pick<Change, 'what' | 'ofSubmission'>): Right =>
  ofSubmission === true ? 'add' : rightOfKind(what);

/**
 * Starts a durable change of a customer and shows its progress; the same id twice is one change. Refused without the
 * right.
 */
export async function submitChange(turn: Turn, wish: ChangeRequest): Promise<void> {
  const { replies, words, person, effects, now } = turn;
  const { id, customer, what } = wish;
  if (!may(turn, rightOfKind(what))) return replies.show(refusalCard(words, words.t('refusal.right'), false));
  if (customer.microsoftId === '') return replies.say(words.t('change.noTenant'));
  if (await answerIfRepeated(turn, wish)) return;
  // Registered first: if anything below throws, reconciliation finds it.
  effects.push({ kind: 'change', id });
  const change = newChange(turn, wish);
  await Promise.all([recordIntent(turn, turn.changes, change), noteChange(turn, change)]);
  person.lastPress = { token: id, verb: 'change', at: now.toISOString() };
  person.changed = { id, at: now.toISOString(), ref: refOf(customer), ...repeatable(what) };
  replies.progress(progressCard(turn, change));
}

/**
 * Starts durable changes of several customers, each by itself, and shows a card in place of their progress: each tells its
 * outcome on a card of its own. `token` names the press.
 */
export async function submitChanges(
  turn: Turn,
  wishes: readonly ChangeRequest[],
  { token, shown }: { readonly token: string; readonly shown: Card },
): Promise<void> {
  const { person, effects, now, replies } = turn;
  const at = now.toISOString();
  for (const wish of wishes) {
    effects.push({ kind: 'change', id: wish.id });
    await recordIntent(turn, turn.changes, newChange(turn, wish));
    person.changed = { id: wish.id, at, ref: refOf(wish.customer), ...repeatable(wish.what) };
  }
  person.lastPress = { token, verb: 'change', at };
  await noteBegun(turn, 'change', wishes.map(noted));
  replies.show(shown);
}

const noted = ({ id, customer }: Pick<Change, 'id' | 'customer'>) => ({ id, ref: refOf(customer) });

/** Notes a change as this user's: of an order for several customers, each of them. */
function noteChange(turn: Turn, change: Pick<Change, 'id' | 'customer' | 'what'>): Promise<void> {
  const { what } = change;
  if (what.kind === 'orders') return noteBegun(turn, 'change', what.orders.map(noted), change.id);
  return noteBegun(turn, 'change', [noted(change)]);
}

/** The part of a change that can be repeated for another customer, or taken back. */
function repeatable(what: ChangeKind): Pick<NonNullable<User['changed']>, 'subscription' | 'lines'> {
  if (what.kind === 'quantity') return { subscription: { id: what.subscriptionId, name: what.name, to: what.to } };
  if (what.kind === 'status') return { subscription: { id: what.subscriptionId, name: what.name } };
  if (what.kind !== 'order' && what.kind !== 'orders') return {};
  return { lines: (what.kind === 'order' ? what.lines : what.offers).map(toBundleLine) };
}

const progressCard = ({ words, partnerCenter: { practice } }: Turn, change: Change): Card =>
  change.what.kind === 'orders'
    ? severalOrdersCard({ words, change: { state: change.state, what: change.what }, practice })
    : changeProgressCard({ words, change });

function newChange(turn: Turn, wish: ChangeRequest): Change {
  const listed = placeOfPress(turn);
  return {
    ...wish,
    state: 'intended',
    ...requesterFields(turn),
    requestId: turn.newRequestId(),
    ...defined({ listed }),
    ...(turn.replies.replaces ? { replaces: true } : {}),
  };
}

const changeIdPattern = /^[0-9a-z]{12,40}$/;

/** True for a well-formed change id, as cards carry it. */
export const isChangeId = (id: string): boolean => changeIdPattern.test(id);

/** True when the change was requested before; its progress was shown, and the caller is done. */
export async function answerIfRepeated(turn: Turn, wish: Pick<ChangeRequest, 'id' | 'customer'>): Promise<boolean> {
  const standing = await requestedStanding(turn, wish);
  if (standing !== undefined) await answerRepeated(turn, wish, standing);
  return standing !== undefined;
}

/** State of the change where it was requested before; undefined where it was not. */
export async function requestedStanding(
  turn: Turn,
  wish: Pick<ChangeRequest, 'id' | 'customer'>,
): Promise<RequestedStanding | undefined> {
  const former = await turn.changes.get(turn.partner.tenantId, wish.id);
  return (await wasRequested(turn, wish, former)) ? standingOf(turn, wish, former?.value) : undefined;
}

async function standingOf(
  { audit, partner: { tenantId } }: Turn,
  { id, customer }: Pick<ChangeRequest, 'id' | 'customer'>,
  former: Change | undefined,
): Promise<RequestedStanding> {
  if (former !== undefined && former.state !== 'done') return isWaiting(former) ? 'unfinished' : 'running';
  if (former?.dropped === true) return 'dropped';
  const line = await audit.endOf(tenantId, customer.record ?? customer.microsoftId, id);
  if (line === undefined || line.outcome === 'failed') return 'ended';
  // Of an order or a stop of several, the names of what was refused are beside those of what was done.
  const isPart = line.outcome === 'done' && (line.data?.['refused'] ?? '') !== '';
  return isPart ? 'partly' : line.outcome;
}

/**
 * True when the change was requested before. An intent of a turn that was not saved does not count; a finished change
 * is found in the audit log.
 */
async function wasRequested(
  { person, audit, partner: { tenantId } }: Turn,
  { id, customer }: Pick<ChangeRequest, 'id' | 'customer'>,
  former: Item<Change> | undefined,
): Promise<boolean> {
  if (person.submitted?.includes(id) === true) return true;
  if (former !== undefined) return former.value.state !== 'intended';
  return audit.isOver(tenantId, customer.record ?? customer.microsoftId, id);
}

async function answerRepeated(
  turn: Turn,
  { id, customer }: Pick<ChangeRequest, 'id' | 'customer'>,
  standing: RequestedStanding,
): Promise<void> {
  const { replies, words } = turn;
  replies.keep();
  if (isDoublePress(turn, id)) return;
  replies.say(requestedWords(standing, words));
  if (standing !== 'running' && may(turn, 'view')) await showCustomer(turn, refOf(customer));
}

/** Finish: resumes an unfinished change; anyone of the partner with the right may do it. */
export async function finishChange(turn: Turn, id: string): Promise<void> {
  const { replies, words, effects } = turn;
  const found = await unfinishedChange(turn, id);
  if (found === undefined) return;
  // Registered first: if anything below throws, reconciliation finds it.
  effects.push({ kind: 'finishChange', id });
  if (!(await reassignChange(turn, found, { finishing: true }))) return replies.say(words.t('change.running'));
  await noteChange(turn, found.value);
  replies.progress(progressCard(turn, found.value));
}

/** Gives up an unfinished change: its input is kept as a draft, and the customer's card is shown. */
export async function dropChange(turn: Turn, id: string): Promise<void> {
  const { changes, partner, replies, words, effects } = turn;
  const found = await unfinishedChange(turn, id, isGivenUpBy(turn));
  if (found === undefined) return;
  const { customer, draft } = found.value;
  // Registered first: if anything below throws, reconciliation finds it.
  if (draft !== undefined) effects.push({ kind: 'dropChange', id });
  if (draft === undefined) await changes.remove(partner.tenantId, id, found.etag);
  else if (!(await reassignChange(turn, found, { state: 'done', dropped: true })))
    return replies.say(words.t('change.running'));
  // A change that waited for the customer cannot have been done in part.
  if (found.value.awaiting !== undefined && draft !== undefined) replies.say(words.t('order.givenUp'));
  else {
    replies.say(words.t('change.dropped'));
    if (draft !== undefined) replies.say(words.t('change.kept'));
  }
  if (may(turn, 'view')) await showCustomer(turn, refOf(customer));
}

/** Gives up an order that waits for the customer, and reopens its draft. */
export async function changeOrder(turn: Turn, id: string): Promise<void> {
  const { replies, words, effects } = turn;
  const found = await unfinishedChange(turn, id);
  if (found === undefined) return;
  if (found.value.draft === undefined) return replies.say(words.t('unfinished.none'));
  // Registered first: if anything below throws, reconciliation finds it.
  effects.push({ kind: 'dropChange', id });
  const given = { state: 'done', dropped: true, reopened: true } as const;
  replies.say(words.t((await reassignChange(turn, found, given)) ? 'order.reopened' : 'change.running'));
}

/**
 * True for a change that the user has given up and whose draft is not there yet: where the process died that was about to put
 * it there, the next press does so, before its lease has run out.
 */
const isGivenUpBy =
  ({ userId }: Turn) =>
  (change: Change): boolean =>
    change.dropped === true && change.reopened !== true && change.userId === userId;

/** True for an unfinished change that nobody has begun to finish. */
const isWaiting = ({ state, finishing }: Change): boolean => state === 'unfinished' && finishing !== true;

/**
 * Unfinished change, or another one that goes on all the same, which this user may continue; undefined when not, and the user was
 * told why.
 */
async function unfinishedChange(
  turn: Turn,
  id: string,
  goesOn: (change: Change) => boolean = () => false,
): Promise<Item<Change> | undefined> {
  const { changes, partner, replies, words } = turn;
  replies.keep();
  const found = await changes.get(partner.tenantId, id);
  const isOver = found === undefined || (found.value.state === 'done' && !goesOn(found.value));
  if (isOver) replies.say(words.t('unfinished.none'));
  else if (!may(turn, rightOf(found.value))) replies.show(refusalCard(words, words.t('refusal.right'), false));
  else if (!goesOn(found.value) && !isWaiting(found.value)) replies.say(words.t('change.running'));
  else return found;
  return undefined;
}

/**
 * Saves an update of the change, with this user and conversation and a lease of this process. False when somebody else was
 * faster.
 */
async function reassignChange(turn: Turn, { value, etag }: Item<Change>, what: Partial<Change>): Promise<boolean> {
  const { changes, partner, userId, userName, words, conversation, replies } = turn;
  const lease = turn.newJobLease(value.lease);
  const { progressCard: _card, userName: _name, replaces: _replaces, ...change } = value;
  const whose = { userId, ...(userName === '' ? {} : { userName }), language: words.locale };
  const where = { conversation: { ...conversation }, ...(replies.replaces ? { replaces: true } : {}) };
  // Not updateItem: whoever was faster carries on with the change, and this user is told.
  return isFresh(changes.replace(partner.tenantId, change.id, { ...change, ...whose, ...where, ...what, lease }, etag));
}
