import { changedCard } from '../../cards/customers/changeCards.ts';
import type { PasswordView } from '../../cards/password.ts';
import { passwordCardOf } from '../../dialogs/customers/adminPassword.ts';
import { refOf } from '../../dialogs/customers/targets.ts';
import { words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/partner.ts';
import type { Change } from '../../storage/changes.ts';
import { cardActivity } from '../turn/replies.ts';
import type { ChangeTools } from './changeTools.ts';
import { replaceCard, speak } from './speaking.ts';

/** A card that shows a password: its id, empty where the channel gives none, and when it was sent. */
export type ShownPassword = Required<Pick<Change, 'shownCard' | 'shownAt'>>;

/** Did the change set a password? */
export const isPasswordSet = ({ what, state, fault }: Change): boolean =>
  what.kind === 'password' && state === 'done' && fault === undefined;

/**
 * Tells that a password was set, and shows it while it is here: as often as the waits say, since this is the only place it
 * can come from. Where the outcome of a try is unknown, it may arrive twice. Undefined: it could not be told.
 */
export async function showPassword(
  tools: ChangeTools,
  partner: Partner,
  change: Change,
  password: string | undefined,
): Promise<ShownPassword | undefined> {
  const view: PasswordView =
    password === undefined ? { state: 'lost' } : { state: 'shown', password, minutes: tools.passwordMinutes };
  for (const pause of password === undefined ? [] : tools.waits) {
    const shown = await tell(tools, partner, change, view);
    if (shown !== undefined) return shown;
    await tools.wait(pause);
  }
  return tell(tools, partner, change, view);
}

async function tell(
  tools: ChangeTools,
  partner: Partner,
  change: Change,
  password: PasswordView,
): Promise<ShownPassword | undefined> {
  const { practice } = tools.partnerCenterOf(partner);
  const spoken = words(change.language);
  const done = changedCard({ words: spoken, ref: refOf(change.customer), change, practice, now: tools.now() });
  const card = cardActivity(passwordCardOf(change, password, practice, spoken));
  let id: string | undefined;
  await speak(tools, change, 'password', async (context) => {
    await replaceCard(context, change.progressCard, cardActivity(done), tools.log);
    id = (await context.sendActivity(card))?.id ?? '';
  });
  return id === undefined ? undefined : { shownCard: id, shownAt: tools.now().toISOString() };
}

/** Blanks the password out of the card that shows it; the change is over. */
export async function blankPassword(tools: ChangeTools, partner: Partner, id: string): Promise<void> {
  const stored = await tools.changes.get(partner.tenantId, id);
  if (stored?.value.shownCard === undefined) return;
  const { value: change, etag } = stored;
  const { practice } = tools.partnerCenterOf(partner);
  const card = passwordCardOf(change, { state: 'blanked' }, practice, words(change.language));
  await speak(tools, change, 'blanking', (context) =>
    replaceCard(context, change.shownCard, cardActivity(card), tools.log),
  );
  await tools.changes.remove(partner.tenantId, id, etag);
}
