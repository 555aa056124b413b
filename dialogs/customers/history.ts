import { historyCard } from '../../cards/customers/historyCard.ts';
import type { AuditLine } from '../../storage/audit.ts';
import { existing } from './existing.ts';
import { refOf, type Targeted } from './targets.ts';
import { isRefresh } from '../refresh.ts';
import type { Turn } from '../turn.ts';

/** Most lines that are looked through. */
const most = 1000;

/** History: who did what with a customer, newest first, by `ref page`. */
export async function showHistory(turn: Turn, argument: string): Promise<void> {
  const [ref = '', page = '0'] = argument.split(' ');
  if (!isRefresh(turn)) turn.replies.keep();
  const found = await existing(turn, ref, 'view');
  if (found === undefined) return;
  turn.replies.show(
    historyCard({
      words: turn.words,
      ref: refOf(found.target),
      companyName: found.target.companyName,
      lines: await auditOf(turn, found),
      page: /^\d{1,4}$/.test(page) ? Number(page) : 0,
    }),
  );
}

/** The lines of a customer, newest first. What is recorded of it may have happened before it had a record, too. */
export async function auditOf(
  { audit, partner }: Pick<Turn, 'audit' | 'partner'>,
  { target }: Targeted,
): Promise<AuditLine[]> {
  const { record, microsoftId } = target;
  const names = [...(record === undefined ? [] : [record]), ...(microsoftId === '' ? [] : [microsoftId])];
  const lines = await Promise.all(names.map((name) => audit.of(partner.tenantId, name, most)));
  return lines.flat().toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
}
