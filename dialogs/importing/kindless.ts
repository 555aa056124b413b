import { headerOf } from '../../forms/importing/header.ts';
import { chunksOf, rowsAtOnce, type ImportRow } from '../../storage/importRows.ts';
import { changeHead, type ImportHead } from '../../storage/imports.ts';
import type { Turn } from '../turn.ts';
import { found, isOpen } from './actions.ts';
import { checkTable } from './check.ts';
import { showReview } from './review.ts';
import { summaryOf } from './summary.ts';

/** New or existing: what rows are that do not say it themselves. All rows are checked again with that. */
export const sayKind =
  (kindless: 'new' | 'existing') =>
  async (turn: Turn, id: string): Promise<void> => {
    const head = await found(turn, id);
    if (head === undefined) return;
    if (!isOpen(head)) {
      turn.replies.keep();
      return turn.replies.say(turn.words.t('import.runsAlready'));
    }
    const changed = await checkAgain(turn, head, kindless);
    if (changed !== undefined) await showReview(turn, changed, 1);
  };

/** The rows first: while the head does not say it, they are judged once more before anything is done, and refused. */
async function checkAgain(turn: Turn, head: ImportHead, kindless: 'new' | 'existing'): Promise<ImportHead | undefined> {
  const { imports, partner } = turn;
  const header = headerOf(head.header);
  const { rows } = await checkTable(turn, { ...header, rows: await rowsOf(turn, head) }, { kindless });
  for (const [at, id] of chunksOf(head).entries()) {
    const stored = await imports.rows.get(partner.tenantId, id);
    const part = rows.slice(at * rowsAtOnce, (at + 1) * rowsAtOnce);
    if (stored !== undefined)
      await imports.rows.replace(partner.tenantId, id, { ...stored.value, rows: part }, stored.etag);
  }
  return changeHead(imports, partner.tenantId, head.id, ({ asked: _asked, lacking: _lacking, ...present }) => ({
    ...present,
    ...summaryOf(rows, header),
    kindless,
  }));
}

async function rowsOf({ imports, partner }: Turn, head: ImportHead): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (const id of chunksOf(head)) rows.push(...((await imports.rows.get(partner.tenantId, id))?.value.rows ?? []));
  return rows;
}
