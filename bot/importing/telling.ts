import { importDoneCard } from '../../cards/importing/importDoneCard.ts';
import { importProgressCard } from '../../cards/importing/importProgressCard.ts';
import { reviewed } from '../../dialogs/importing/rowWords.ts';
import { inviteRefusal } from '../../dialogs/rights.ts';
import { words } from '../../locales/words.ts';
import { chunksOf, type ImportRow, type RowCounts } from '../../storage/importRows.ts';
import { importDays, type ImportHead } from '../../storage/imports.ts';
import { cardActivity } from '../turn/replies.ts';
import { replaceCard, speak } from '../work/speaking.ts';
import type { Whose } from './tools.ts';

/** Rows that failed which the card at the end lists; all of them are in the file. */
const listed = 5;

/** Brings the progress card up to date. */
export async function tellProgress(
  { tools }: Whose,
  head: ImportHead,
  { done, counts, stopping, over }: { done: number; counts: RowCounts; stopping: boolean; over: boolean },
): Promise<void> {
  if (head.progressCard === undefined) return;
  const all = over ? done : head.new + head.existing;
  const card = importProgressCard(words(head.language), { id: head.id, done, all, counts, stopping });
  await speak(tools, head, 'import progress', (context) =>
    replaceCard(context, head.progressCard, cardActivity(card), tools.log),
  );
}

/** Sends the card an import ends with; false when it could not be sent. */
export async function tellEnd(whose: Whose, head: ImportHead): Promise<boolean> {
  const { tools, partner } = whose;
  const spoken = words(head.language);
  const card = importDoneCard({
    words: spoken,
    id: head.id,
    counts: head.counts,
    invites: head.counts.recorded > 0 && inviteRefusal(partner) === undefined,
    days: importDays,
    failed: (await failedRows(whose, head)).map((row) => reviewed(row, head, spoken)),
  });
  return speak(tools, head, 'import end', (context) => context.sendActivity(cardActivity(card)));
}

async function failedRows({ tools, partner }: Whose, head: ImportHead): Promise<ImportRow[]> {
  const found: ImportRow[] = [];
  for (const id of chunksOf(head)) {
    if (found.length >= listed) break;
    const chunk = await tools.imports.rows.get(partner.tenantId, id);
    found.push(...(chunk?.value.rows ?? []).filter(({ state }) => state === 'failed' || state === 'unfinished'));
  }
  return found.slice(0, listed);
}
