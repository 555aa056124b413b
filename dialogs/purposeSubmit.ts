import { isDeepStrictEqual } from 'node:util';
import { troubleCard } from '../cards/questionCards.ts';
import { changeOf } from '../forms/change.ts';
import { nextOpen, revalidate, tokenOf } from '../forms/draft.ts';
import { PartnerCenterError } from '../partner-center/partnerCenter.ts';
import type { Draft, Purpose } from '../storage/draft.ts';
import { ownedNow } from './cartPurpose.ts';
import { submitChange } from './changing.ts';
import { commands } from './commandActions.ts';
import { contextOf, drop, put } from './drafts.ts';
import { canManage } from './managing.ts';
import { refOf, targetOf, type Targeted } from './targets.ts';
import type { Turn } from './turn.ts';

/** Judges everything once more, then hands the draft to a durable change. False: something is open again, or was said. */
export async function submitPurpose(turn: Turn, draft: Draft, purpose: Purpose): Promise<boolean> {
  if (!canManage(turn)) return false;
  try {
    const found = await stillThere(turn, purpose);
    return found === undefined ? await leave(turn, draft) : await judge(turn, draft, purpose, found);
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    const kept = put(turn, draft);
    turn.replies.show(troubleCard({ words: turn.words, token: tokenOf(kept) }, error));
    return false;
  }
}

/** The customer, also where its record was deleted and Partner Center has it still. */
async function stillThere(turn: Turn, { customer }: Purpose): Promise<Targeted | undefined> {
  const { microsoftId } = customer;
  return (await targetOf(turn, refOf(customer))) ?? targetOf(turn, refOf({ microsoftId }));
}

async function leave(turn: Turn, draft: Draft): Promise<boolean> {
  drop(turn, draft.id);
  turn.replies.say(turn.words.t('customer.gone'));
  await commands.customers(turn);
  return true;
}

async function judge(turn: Turn, draft: Draft, former: Purpose, found: Targeted): Promise<boolean> {
  const purpose = await upToDate(turn, former, found);
  const present = { ...draft, purpose };
  const context = await contextOf(turn, present);
  const judged = revalidate(present, context);
  if (nextOpen(judged, context) !== 'review' || isUnchanged(judged, purpose)) {
    put(turn, judged);
    if (isUnchanged(judged, purpose)) turn.replies.say(turn.words.t('review.unchanged'));
    return false;
  }
  const { person } = turn;
  const { lastPress } = person;
  drop(turn, draft.id);
  const what = changeOf(context, purpose, found.record?.sections ?? {});
  const { accepted } = judged;
  await submitChange(turn, { id: draft.id, customer: found.target, what, draft: { purpose, accepted } });
  // The button pressed was the draft's: pressed twice it says nothing.
  if (lastPress !== undefined) person.lastPress = lastPress;
  return true;
}

/** What the customer has by now counts for what it may have. */
const upToDate = async (turn: Turn, purpose: Purpose, { target }: Targeted): Promise<Purpose> =>
  purpose.kind === 'account' ? purpose : { ...purpose, owned: await ownedNow(turn, target.microsoftId) };

const isUnchanged = ({ accepted }: Draft, purpose: Purpose): boolean =>
  purpose.kind === 'account' && isDeepStrictEqual(accepted, purpose.before);
