import { isDeepStrictEqual } from 'node:util';
import { continueCard } from '../cards/draftCards.ts';
import { noAddOnCard } from '../cards/customers/noAddOnCard.ts';
import { isEmpty, newDraft } from '../forms/draft.ts';
import { draftFor } from '../forms/purposeDraft.ts';
import { refusedOrder } from '../forms/refused.ts';
import { refusalsOf } from '../partner-center/orderedLines.ts';
import type { Draft, Purpose } from '../storage/draft.ts';
import { hasRoom } from './beginning.ts';
import { addOnsPurpose, cartPurpose } from './cartPurpose.ts';
import { contextOf, draftLine } from './drafts.ts';
import { knownOf } from './customers/knownCustomer.ts';
import { manageable, orSayWhy } from './customers/managing.ts';
import { showOpen } from './openCard.ts';
import { refOf, type Targeted } from './customers/targets.ts';
import type { Turn } from './turn.ts';

/** Opens a draft about the customer a button named; `anew`: another one beside the one that was begun. */
type Entry = (turn: Turn, argument: string, anew?: boolean) => Promise<void>;

type Open = (turn: Turn, found: Targeted, more: { readonly id: string; readonly anew: boolean }) => Promise<void>;

/** Opens it once it is known that this user may, and the customer is there. */
const entry =
  (open: Open): Entry =>
  (turn, argument, anew = false) => {
    turn.replies.keep();
    const [ref = '', id = ''] = argument.split(' ');
    return orSayWhy(turn, async () => {
      const found = await manageable(turn, ref);
      if (found !== undefined) await open(turn, found, { id, anew });
    });
  };

/** Add subscription: a cart for a customer that exists. */
export const addSubscription = entry(async (turn, found, { anew }) =>
  begin(turn, await turn.soon(cartPurpose(turn, found)), [], anew),
);

/** Choose another offer: a cart with what was refused when the customer was added, the reason beside each line. */
export const chooseOffer = entry(async (turn, found, { anew }) => {
  const { sections = {}, stages } = found.record ?? {};
  const { subscriptions: cart = {} } = sections;
  const faults = stages?.subscriptions === undefined ? [] : refusalsOf(stages.subscriptions);
  if (faults.every((fault) => fault === undefined)) return turn.replies.say(turn.words.t('order.nothingRefused'));
  const lines = faults.map((fault) => (fault === undefined ? {} : { fault }));
  return begin(turn, { ...(await turn.soon(cartPurpose(turn, found))), instead: true }, [], anew, (draft) => ({
    ...refusedOrder({ ...draft, accepted: { subscriptions: cart } }, lines),
    accepted: draft.accepted,
  }));
});

/** Add-on licenses: a cart of what fits one subscription, named by its id after the customer. */
export const addOns = entry(async (turn, found, { id, anew }) => {
  const { replies, words } = turn;
  const base = await turn.soon(addOnsPurpose(turn, await turn.soon(cartPurpose(turn, found)), id));
  if (base === undefined) return replies.say(words.t('addOns.gone'));
  if (base.purpose === undefined) return replies.show(noAddOnCard(base.name, refOf(found.target), words));
  return begin(turn, base.purpose, [], anew);
});

/** Update account info: the review of what is known, each part with its Update. */
export const updateAccount = entry(async (turn, found, { anew }) => {
  const { country, accounts } = await turn.soon(knownOf(turn, found));
  const where = country === undefined ? {} : { country };
  return begin(turn, { kind: 'account', customer: found.target, ...where, before: {} }, accounts, anew);
});

/** Starts another draft like that one, which is kept. */
export async function beginAgain(turn: Turn, id: string): Promise<void> {
  const purpose = turn.person.drafts.find((draft) => draft.id === id)?.purpose;
  if (purpose === undefined) return turn.replies.say(turn.words.t('outdated.gone'));
  const ref = refOf(purpose.customer);
  if (purpose.kind === 'account') return updateAccount(turn, ref, true);
  const { base, instead } = purpose;
  if (instead === true) return chooseOffer(turn, ref, true);
  return base === undefined ? addSubscription(turn, ref, true) : addOns(turn, `${ref} ${base.subscriptionId}`, true);
}

/** Opens a draft for that purpose; one that was begun is offered first. */
async function begin(
  turn: Turn,
  purpose: Purpose,
  accounts: readonly Draft['accepted'][],
  anew: boolean,
  filled: (draft: Draft) => Draft = (draft) => draft,
): Promise<void> {
  const { person, replies, words } = turn;
  const former = person.drafts.filter((draft) => isSame(draft.purpose, purpose));
  const begun = former.find((draft) => !isEmpty(draft));
  if (begun !== undefined && !anew) {
    const again = { verb: 'beginAgain', argument: begun.id };
    return replies.show(continueCard(await draftLine(turn, begun), words, again));
  }
  if (!(await hasRoom(turn))) return;
  const fresh = filled(await draftOf(turn, purpose, accounts));
  // The button may be pressed twice: what nobody touched and would be the same again is the one that is wanted.
  const same = former.find((draft) => isEmpty(draft) && isDeepStrictEqual(draft.purpose, fresh.purpose));
  if (same === undefined) person.drafts = [fresh, ...withoutIdle(person.drafts, former)];
  person.open = (same ?? fresh).id;
  await showOpen(turn);
}

async function draftOf(turn: Turn, purpose: Purpose, accounts: readonly Draft['accepted'][]): Promise<Draft> {
  const { record } = purpose.customer;
  const empty = newDraft(turn.newId(), turn.now.toISOString());
  // With the record's name it is erased when that is.
  const draft = { ...empty, ...(record === undefined ? {} : { from: record }) };
  return draftFor(draft, purpose, accounts, await contextOf(turn, { accepted: {}, purpose }));
}

const isSame = (a: Purpose | undefined, b: Purpose): boolean =>
  a?.kind === b.kind && refOf(a.customer) === refOf(b.customer) && isDeepStrictEqual(cartOf(a), cartOf(b));

const cartOf = (purpose: Purpose) =>
  purpose.kind === 'subscriptions' ? [purpose.base?.subscriptionId, purpose.instead === true] : [];

/** Untouched drafts about customers that are kept: their cards may still be gone on with. */
const mostIdle = 4;

function withoutIdle(drafts: readonly Draft[], replaced: readonly Draft[]): Draft[] {
  const idle = drafts.filter((draft) => draft.purpose !== undefined && isEmpty(draft));
  const leaving = new Set([...idle.filter((draft) => replaced.includes(draft)), ...idle.slice(mostIdle)]);
  return drafts.filter((draft) => !leaving.has(draft));
}
