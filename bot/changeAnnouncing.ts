import { changedCard } from '../cards/changeCards.ts';
import { refOf } from '../dialogs/targets.ts';
import { words } from '../locales/words.ts';
import type { Partner } from '../partner-center/partner.ts';
import type { Change } from '../storage/changes.ts';
import type { ChangeTools } from './changeTools.ts';
import { cardActivity } from './replies.ts';
import { replaceCard, speak } from './speaking.ts';

/**
 * Tells how a change ended: in the place of its progress card and, where the client ignores that, as a new message.
 * False: it could not be told.
 */
export function announceChange(tools: ChangeTools, partner: Partner, change: Change): Promise<boolean> {
  const { practice } = tools.partnerCenterOf(partner);
  const activity = cardActivity(
    changedCard({ words: words(change.language), ref: refOf(change.customer), change, practice }),
  );
  return speak(tools, change, 'outcome', async (context) => {
    const replaced = await replaceCard(context, change.progressCard, activity, tools.log);
    if (!replaced || change.replaces !== true) await context.sendActivity(activity);
  });
}
