import { customerTroubleCard } from '../../cards/customers/customerTroubleCard.ts';
import type { Trouble } from '../../cards/trouble.ts';
import { refusalCard } from '../../cards/talkCards.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { Right } from '../../partner-center/partner.ts';
import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import { manageable } from './managing.ts';
import { may } from '../rights.ts';
import { targetOf, type Targeted } from './targets.ts';
import { wayBack } from './wayBack.ts';
import type { Turn } from '../turn.ts';

/** The customer a button named, where this user may do that with it; else why not was shown. */
export async function existing(turn: Turn, ref: string, right: Right): Promise<Targeted | undefined> {
  const { replies, words } = turn;
  if (!may(turn, right)) {
    replies.show(refusalCard(words, words.t('refusal.right'), false));
    return undefined;
  }
  const found = await orTrouble(turn, async () => ({ target: await turn.soon(targetOf(turn, ref)) }));
  if (found !== undefined && found.target === undefined) replies.say(words.t('customer.gone'));
  return found?.target;
}

/** What Partner Center says; where it does not, that was shown, with the button to try again. */
export async function orTrouble<T>(turn: Turn, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    const { verb = 'command', argument = 'customers' } = turn.press ?? {};
    turn.replies.show(wayBack(turn, customerTroubleCard(turn.words, error, { verb, argument })));
    return undefined;
  }
}

/** What Partner Center says, or why it does not. */
export async function said<T>(work: Promise<T>): Promise<T | Trouble> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    const { fault, correlationId } = error;
    return { fault, correlationId };
  }
}

/** The customer's subscriptions as they are now. May raise PartnerCenterError. */
export const readSubscriptions = (turn: Turn, { target }: Targeted): Promise<readonly Subscription[]> =>
  turn.soon(turn.partnerCenter.management.subscriptions(target.microsoftId));

/** The customer a button named, where this user may change something about it at Partner Center; else why not was shown. */
export const changeable = (turn: Turn, ref: string): Promise<Targeted | undefined> =>
  orTrouble(turn, () => manageable(turn, ref));

/** Is the customer one of the partner's? Of others Partner Center says nothing. */
export const isRelated = ({ target, relationship }: Targeted): boolean =>
  target.microsoftId !== '' && !['none', 'invited'].includes(relationship);
