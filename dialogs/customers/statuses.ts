import { statusCard } from '../../cards/customers/statusCard.ts';
import type { Partner } from '../../partner-center/partner.ts';
import { answeredBefore, isChangeId, submitChange } from './changing.ts';
import { changeable } from './existing.ts';
import { showSubscriptions, subscriptionOf } from './subscriptions.ts';
import { refOf } from './targets.ts';
import type { Turn } from '../turn.ts';

type Status = 'active' | 'suspended';

/** Days the data of a suspended subscription is kept before it is deleted; with 21Vianet they are fewer. */
export const keptDays = ({ cloud }: Pick<Partner, 'cloud'>): number => (cloud === 'china' ? 60 : 90);

/** Suspend or Reactivate: says what follows, and asks, by `ref subscription`. */
export const askStatus =
  (status: Status) =>
  async (turn: Turn, argument: string): Promise<void> => {
    const [ref = '', id = ''] = argument.split(' ');
    turn.replies.keep();
    const found = await changeable(turn, ref);
    const subscription = found === undefined ? undefined : await subscriptionOf(turn, found, id);
    if (found === undefined || subscription === undefined) return;
    turn.replies.show(
      statusCard({
        words: turn.words,
        ref: refOf(found.target),
        companyName: found.target.companyName,
        changeId: turn.newId(),
        subscription,
        status,
        days: keptDays(turn.partner),
      }),
    );
  };

/** It was confirmed: hands it to a durable change, by `ref subscription change status`. */
export async function setStatus(turn: Turn, argument: string): Promise<void> {
  const [ref = '', id = '', changeId = '', asked] = argument.split(' ');
  const status = asked === 'active' || asked === 'suspended' ? asked : undefined;
  if (!isChangeId(changeId) || status === undefined) return showSubscriptions(turn, ref);
  const found = await changeable(turn, ref);
  if (found === undefined || (await answeredBefore(turn, { id: changeId, customer: found.target }))) return;
  const subscription = await subscriptionOf(turn, found, id);
  if (subscription === undefined) return;
  const what = { kind: 'status', subscriptionId: id, name: subscription.name, status } as const;
  return submitChange(turn, { id: changeId, customer: found.target, what });
}
