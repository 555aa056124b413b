import { changedCard } from '../../cards/customers/changeCards.ts';
import { withWayBack } from '../../cards/customers/wayBack.ts';
import type { Card } from '../../cards/elements.ts';
import { contextOf } from '../../dialogs/drafts.ts';
import { openCard } from '../../dialogs/openCard.ts';
import { refOf } from '../../dialogs/customers/targets.ts';
import { words } from '../../locales/words.ts';
import { cloud } from '../../partner-center/clouds.ts';
import type { Partner } from '../../partner-center/partner.ts';
import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import type { Change } from '../../storage/changes.ts';
import type { Draft } from '../../storage/draft.ts';
import type { ChangeTools } from './changeTools.ts';
import { cardActivity } from '../turn/replies.ts';
import { replaceCard, speak } from './speaking.ts';
import { todayOf } from '../turn/today.ts';

/**
 * Tells how a change ended: in the place of its progress card and, where the client ignores that, as a new message; then
 * shows the draft that what was refused is again. False: it could not be told.
 */
export async function announceChange(
  tools: ChangeTools,
  partner: Partner,
  change: Change,
  draft?: Draft,
): Promise<boolean> {
  const { practice } = tools.partnerCenterOf(partner);
  const { acceptancePage } = cloud(partner.cloud);
  const page = change.awaiting?.page ?? acceptancePage;
  const view = {
    words: words(change.language),
    ref: refOf(change.customer),
    change,
    practice,
    now: tools.now(),
    ...(page === undefined ? {} : { acceptancePage: page }),
  };
  const made = changedCard({ ...view, returned: draft !== undefined });
  const activity = cardActivity(withWayBack(made, change.listed, view.words));
  const open = draft === undefined ? undefined : await cardOf(tools, partner, change, draft);
  return speak(tools, change, 'outcome', async (context) => {
    const replaced = await replaceCard(context, change.progressCard, activity, tools.log);
    if (!replaced || change.replaces !== true) await context.sendActivity(activity);
    if (open !== undefined) await context.sendActivity(cardActivity(open));
  });
}

/** Shows the draft that a change is again. */
export async function announceDraft(tools: ChangeTools, partner: Partner, change: Change, draft: Draft): Promise<void> {
  const open = await cardOf(tools, partner, change, draft);
  if (open === undefined) return;
  await speak(tools, change, 'draft', async (context) => void (await context.sendActivity(cardActivity(open))));
}

/** The draft's card; without Partner Center there is none, and the draft is found among the others. */
async function cardOf(tools: ChangeTools, partner: Partner, change: Change, draft: Draft): Promise<Card | undefined> {
  const partnerCenter = tools.partnerCenterOf(partner);
  const where = { partner, partnerCenter, today: todayOf(undefined, partner.country, tools.now()) };
  try {
    return openCard(draft, await contextOf(where, draft), words(change.language), partnerCenter.practice);
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    return undefined;
  }
}
