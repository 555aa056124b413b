import { importDoneCard, importProgressCard } from '../../../cards/import/importResultCards.ts';
import { rowForReview } from '../../../dialogs/import/importReview.ts';
import { inviteRefusal } from '../../../dialogs/rights.ts';
import { words } from '../../../locales/words.ts';
import { chunksOf, importDays, type ImportHead, type ImportRow, type RowCounts } from '../../../model/import.ts';
import { cardActivity } from '../../turn/replies.ts';
import { updateCard, sendProactive } from '../proactive.ts';
import type { ImportContext } from './importRun.ts';

/** Most failed rows listed on the last card; the file has all of them. */
const maxListedRows = 5;

/** Updates the progress card of an import. */
export async function updateImportProgress(
  { deps }: ImportContext,
  head: ImportHead,
  { done, counts, stopping, over }: { done: number; counts: RowCounts; stopping: boolean; over: boolean },
): Promise<void> {
  if (head.progressCard === undefined) return;
  const all = over ? done : head.new + head.existing;
  const card = importProgressCard(words(head.language), { id: head.id, done, all, counts, stopping });
  await sendProactive(deps, head, 'import progress', (context) =>
    updateCard(context, head.progressCard, cardActivity(card), deps.log),
  );
}

/** Sends the last card of an import; false when it could not be sent. */
export async function sendImportEnd(context: ImportContext, head: ImportHead): Promise<boolean> {
  const { deps, partner } = context;
  const spoken = words(head.language);
  const card = importDoneCard({
    words: spoken,
    id: head.id,
    counts: head.counts,
    invites: head.counts.recorded > 0 && inviteRefusal(partner) === undefined,
    days: importDays,
    failed: (await failedRows(context, head)).map((row) => rowForReview(row, head, spoken)),
  });
  const isSent = await sendProactive(deps, head, 'import end', (context) => context.sendActivity(cardActivity(card)));
  if (isSent) await deps.rememberResult(partner, head, card);
  return isSent;
}

async function failedRows({ deps, partner }: ImportContext, head: ImportHead): Promise<ImportRow[]> {
  const found: ImportRow[] = [];
  for (const id of chunksOf(head)) {
    if (found.length >= maxListedRows) break;
    const chunk = await deps.imports.rows.get(partner.tenantId, id);
    found.push(...(chunk?.value.rows ?? []).filter(({ state }) => state === 'failed' || state === 'unfinished'));
  }
  return found.slice(0, maxListedRows);
}
