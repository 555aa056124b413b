import { historyCard } from '../../cards/customers/historyCard.ts';
import { customerWithRight, type FoundCustomer } from './customerAccess.ts';
import { refOf } from '../../model/customerRef.ts';
import { isRefresh } from '../pressedCard.ts';
import type { Turn } from '../turn.ts';
import type { AuditLine } from '../../model/auditLine.ts';

/** Most audit lines read for a customer. */
const maxLines = 1000;

/** History: shows the audit lines of a customer, newest first; argument `ref from`, the number of entries before it. */
export async function showHistory(turn: Turn, argument: string): Promise<void> {
  const [ref = '', from = '0'] = argument.split(' ');
  if (!isRefresh(turn)) turn.replies.keep();
  const found = await customerWithRight(turn, ref, 'view');
  if (found === undefined) return;
  turn.replies.show(
    historyCard({
      words: turn.words,
      ref: refOf(found.target),
      companyName: found.target.companyName,
      lines: await auditLinesOf(turn, found),
      clock: turn.toldClock,
      from: /^\d{1,4}$/.test(from) ? Number(from) : 0,
    }),
  );
}

/** Audit lines of a customer, newest first, including those from before it had a record. */
export async function auditLinesOf(
  { audit, partner }: Pick<Turn, 'audit' | 'partner'>,
  { target }: FoundCustomer,
): Promise<AuditLine[]> {
  const { record, microsoftId } = target;
  const names = [...(record === undefined ? [] : [record]), ...(microsoftId === '' ? [] : [microsoftId])];
  const lines = await Promise.all(names.map((name) => audit.of(partner.tenantId, name, maxLines)));
  return lines.flat().toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
}
