import { changeWords } from '../cards/customers/changeWords.ts';
import { unfinishedListCard, type Unfinished } from '../cards/unfinishedListCard.ts';
import { everyItem } from '../storage/collection.ts';
import { rightOf } from './customers/changing.ts';
import { openChanges } from './customers/openChanges.ts';
import { refOf } from './customers/targets.ts';
import { isRefresh } from './refresh.ts';
import { may } from './rights.ts';
import type { Turn } from './turn.ts';

/**
 * The submissions and changes of the partner that wait for somebody, for their time or for the customer, and that this
 * user may finish. What is over is kept no longer than it is told, so few are looked through.
 */
export async function unfinishedOf(turn: Turn): Promise<Unfinished[]> {
  return [...(may(turn, 'add') ? await submissionsOf(turn) : []), ...(await changesOf(turn))];
}

async function submissionsOf({ jobs, partner }: Turn): Promise<Unfinished[]> {
  const found: Unfinished[] = [];
  for await (const { value } of everyItem(jobs, partner.tenantId)) {
    const { id, state, request, wakeAt } = value;
    if (state !== 'unfinished') continue;
    found.push({ id, companyName: request.customer.companyName, ...(wakeAt === undefined ? {} : { wakeAt }) });
  }
  return found;
}

const changesOf = async (turn: Turn): Promise<Unfinished[]> =>
  (await openChanges(turn))
    .filter((change) => change.state === 'unfinished' && may(turn, rightOf(change)))
    .map(({ id, customer, what, wakeAt, awaiting }) => ({
      id,
      companyName: customer.companyName,
      change: changeWords(what, turn.words),
      ...(wakeAt === undefined ? {} : { wakeAt }),
      ...(awaiting === undefined ? {} : { customer: refOf(customer) }),
    }));

/** Lists them; where there are none any more, that is said. */
export async function showUnfinished(turn: Turn): Promise<void> {
  const { replies, words } = turn;
  if (!isRefresh(turn)) replies.keep();
  const found = await unfinishedOf(turn);
  if (found.length === 0) replies.say(words.t('unfinished.none'));
  else replies.show(unfinishedListCard(found, words));
}
