import { changeWords } from '../cards/customers/changeWords.ts';
import { unfinishedListCard, type UnfinishedEntry } from '../cards/unfinishedListCard.ts';
import { everyItem } from '../storage/collection.ts';
import { rightOf } from './customers/changeRequest.ts';
import { openChanges } from './customers/openChanges.ts';
import { refOf } from '../model/customerRef.ts';
import { isRefresh } from './pressedCard.ts';
import { may } from './rights.ts';
import type { Turn } from './turn.ts';
import { defined } from '../lib/optional.ts';

/** The part of a turn that unfinished work is read from. */
type UnfinishedSource = Pick<Turn, 'jobs' | 'changes' | 'partner' | 'userId' | 'partnerCenter' | 'words'>;

/**
 * Submissions and changes of the partner that are unfinished, scheduled or waiting for the customer, and that this user
 * may finish, without those that somebody has begun to finish. Finished ones are removed once they were reported, so there are
 * few to read.
 */
export async function listUnfinished(turn: UnfinishedSource): Promise<UnfinishedEntry[]> {
  return [...(may(turn, 'add') ? await unfinishedSubmissions(turn) : []), ...(await unfinishedChanges(turn))];
}

async function unfinishedSubmissions({ jobs, partner }: UnfinishedSource): Promise<UnfinishedEntry[]> {
  const found: UnfinishedEntry[] = [];
  for await (const { value } of everyItem(jobs, partner.tenantId)) {
    const { id, state, finishing, request, wakeAt } = value;
    if (state !== 'unfinished' || finishing === true) continue;
    found.push({ id, companyName: request.customer.companyName, ...defined({ wakeAt }) });
  }
  return found;
}

const unfinishedChanges = async (turn: UnfinishedSource): Promise<UnfinishedEntry[]> =>
  (await openChanges(turn))
    .filter((change) => change.state === 'unfinished' && change.finishing !== true && may(turn, rightOf(change)))
    .map(({ id, customer, what, wakeAt, awaiting }) => ({
      id,
      companyName: customer.companyName,
      change: changeWords(what, turn.words),
      ...defined({ wakeAt }),
      ...(awaiting === undefined ? {} : { customer: refOf(customer) }),
    }));

/** Shows the unfinished submissions and changes, or says that there are none. */
export async function showUnfinished(turn: Turn): Promise<void> {
  const { replies, words } = turn;
  if (!isRefresh(turn)) replies.keep();
  const found = await listUnfinished(turn);
  if (found.length === 0) replies.say(words.t('unfinished.none'));
  else replies.show(unfinishedListCard(found, words));
}
