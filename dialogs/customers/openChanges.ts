import { everyItem } from '../../storage/collection.ts';
import type { Change } from '../../storage/changes.ts';
import type { Target } from '../../storage/target.ts';
import type { Turn } from '../turn.ts';

type Where = Pick<Turn, 'changes' | 'partner'>;

/** Changes of this partner's customers that are not over. */
export const openChanges = (turn: Where): Promise<Change[]> => all(turn, ({ state }) => state !== 'done');

/** Every change of one customer there is: what is over and told is forgotten. */
export const changesOf = (
  turn: Where,
  { record, microsoftId }: Pick<Target, 'record' | 'microsoftId'>,
): Promise<Change[]> =>
  all(
    turn,
    ({ customer }) =>
      (record !== undefined && customer.record === record) ||
      (microsoftId !== '' && customer.microsoftId === microsoftId),
  );

async function all({ changes, partner }: Where, is: (change: Change) => boolean): Promise<Change[]> {
  const found: Change[] = [];
  for await (const { value } of everyItem(changes, partner.tenantId)) if (is(value)) found.push(value);
  return found;
}
