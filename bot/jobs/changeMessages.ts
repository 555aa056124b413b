import type { TurnContext } from 'botbuilder-core';
import { changeResultCard, formerStateCard } from '../../cards/customers/changeCards.ts';
import { severalOrdersCard } from '../../cards/customers/severalCards.ts';
import { withWayBack } from '../../cards/customers/wayBack.ts';
import type { Card } from '../../cards/elements.ts';
import { contextOf } from '../../dialogs/drafts.ts';
import { currentCard } from '../../dialogs/add/currentCard.ts';
import { refOf } from '../../model/customerRef.ts';
import { words } from '../../locales/words.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { type Change, customersOf } from '../../model/change.ts';
import type { Draft } from '../../model/draft.ts';
import type { ChangeDeps } from './deps.ts';
import { cardActivity, textActivity } from '../turn/replies.ts';
import { sendProactive, updateCard } from './proactive.ts';
import { todayOf } from '../turn/userDate.ts';
import type { PasswordView } from '../../cards/customers/adminPasswordCard.ts';
import { passwordCardOf } from '../../dialogs/customers/setAdminPassword.ts';
import { defined } from '../../lib/optional.ts';

/**
 * Sends the outcome of a change: replaces the progress card or, if the client refuses that, sends a new message; then
 * shows the draft restored from a refused change. False when it could not be sent.
 */
export async function sendChangeOutcome(
  deps: ChangeDeps,
  partner: Partner,
  change: Change,
  draft?: Draft,
): Promise<boolean> {
  const { practice } = deps.partnerCenterOf(partner);
  const { acceptancePage } = cloud(partner.cloud);
  const page = change.awaiting?.page ?? acceptancePage;
  const view = {
    words: words(change.language),
    ref: refOf(change.customer),
    change,
    practice,
    now: deps.now(),
    ...defined({ acceptancePage: page }),
  };
  const made =
    change.what.kind === 'orders'
      ? severalOrdersCard({ words: view.words, change: { state: change.state, what: change.what }, practice })
      : changeResultCard({ ...view, returned: draft !== undefined });
  const card = withWayBack(made, change.listed, view.words, isPlainlyDone(change));
  const activity = cardActivity(card);
  const open = draft === undefined ? undefined : await draftCard(deps, partner, change, draft);
  const isSent = await sendProactive(deps, change, 'outcome', async (context) => {
    await markOlderCards(deps, context, change);
    const replaced = await updateCard(context, change.progressCard, activity, deps.log);
    if (!replaced || change.replaces !== true) await context.sendActivity(activity);
    if (open !== undefined) await context.sendActivity(cardActivity(open));
  });
  if (isSent && open === undefined) await deps.rememberResult(partner, change, card);
  return isSent;
}

/** True where the customer's data is, or may be, other than before. */
const mayHaveChanged = ({ state, fault, dropped, what }: Change): boolean =>
  state === 'done' && fault === undefined && dropped !== true && what.kind !== 'password';

/** Marks the cards of that conversation that show the customer's state from before the change, in clients that replace cards. */
async function markOlderCards({ customerCards, log }: ChangeDeps, context: TurnContext, change: Change): Promise<void> {
  if (customerCards === undefined || change.replaces !== true || !mayHaveChanged(change)) return;
  for (const customer of customersOf(change)) {
    const older = customerCards.take(context.activity.conversation.id, refOf(customer));
    for (const { message, state } of older)
      await updateCard(context, message, cardActivity(formerStateCard(words(change.language), customer, state)), log);
  }
}

/** True for a change that was made and left nothing to be chosen again: the way back is the next step then. */
const isPlainlyDone = ({ state, fault, stands, what }: Change): boolean =>
  state === 'done' && fault === undefined && stands === undefined && !('gone' in what && what.gone !== undefined);

/** Tells that a change was given up. */
export async function sendGivenUp(deps: ChangeDeps, change: Change): Promise<void> {
  const { t } = words(change.language);
  const { companyName: company } = change.customer;
  // A change that waited for the customer cannot have been done in part.
  const lines =
    change.awaiting === undefined ? [t('change.givenUp', { company }), t('change.kept')] : [t('order.givenUp')];
  await sendProactive(deps, change, 'give up', async (context) => {
    for (const line of lines) await context.sendActivity(textActivity(line));
  });
}

/** Shows the draft restored from a change. */
export async function sendDraftCard(deps: ChangeDeps, partner: Partner, change: Change, draft: Draft): Promise<void> {
  const open = await draftCard(deps, partner, change, draft);
  if (open === undefined) return;
  await sendProactive(deps, change, 'draft', async (context) => void (await context.sendActivity(cardActivity(open))));
}

/** The draft's current card; undefined while Partner Center does not answer (the draft is among the user's drafts). */
async function draftCard(deps: ChangeDeps, partner: Partner, change: Change, draft: Draft): Promise<Card | undefined> {
  const partnerCenter = deps.partnerCenterOf(partner);
  const where = { partner, partnerCenter, today: todayOf(undefined, partner.country, deps.now()) };
  try {
    return currentCard(draft, await contextOf(where, draft), words(change.language), partnerCenter.practice);
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    return undefined;
  }
}

/** The card that shows a password: its id (empty if the channel gives none) and the time it was sent. */
export type ShownPassword = Required<Pick<Change, 'shownCard' | 'shownAt'>>;

/** True when the change set a password. */
export const isPasswordSet = ({ what, state, fault }: Change): boolean =>
  what.kind === 'password' && state === 'done' && fault === undefined;

/**
 * Sends the card with the new password while the password is still in memory, with all retries of `waits`: it is stored
 * nowhere. If the outcome of an attempt is unknown, it may arrive twice. Undefined when it could not be sent.
 */
export async function showPassword(
  deps: ChangeDeps,
  partner: Partner,
  change: Change,
  password: string | undefined,
): Promise<ShownPassword | undefined> {
  const view: PasswordView =
    password === undefined ? { state: 'lost' } : { state: 'shown', password, minutes: deps.passwordMinutes };
  for (const pause of password === undefined ? [] : deps.waits) {
    const shown = await sendPasswordCard(deps, partner, change, view);
    if (shown !== undefined) return shown;
    await deps.wait(pause);
  }
  return sendPasswordCard(deps, partner, change, view);
}

async function sendPasswordCard(
  deps: ChangeDeps,
  partner: Partner,
  change: Change,
  password: PasswordView,
): Promise<ShownPassword | undefined> {
  const { practice } = deps.partnerCenterOf(partner);
  const spoken = words(change.language);
  const done = changeResultCard({ words: spoken, ref: refOf(change.customer), change, practice, now: deps.now() });
  const card = passwordCardOf(change, password, practice, spoken);
  let id: string | undefined;
  await sendProactive(deps, change, 'password', async (context) => {
    await updateCard(context, change.progressCard, cardActivity(done), deps.log);
    id = (await context.sendActivity(cardActivity(card)))?.id ?? '';
  });
  if (id !== undefined) await deps.rememberResult(partner, change, card);
  return id === undefined ? undefined : { shownCard: id, shownAt: deps.now().toISOString() };
}

/** Blanks the password on its card and removes the finished change. */
export async function blankPassword(deps: ChangeDeps, partner: Partner, id: string): Promise<void> {
  const stored = await deps.changes.get(partner.tenantId, id);
  if (stored?.value.shownCard === undefined) return;
  await sendBlankedPassword(deps, partner, stored.value, stored.value.shownCard);
  await deps.changes.remove(partner.tenantId, id, stored.etag);
}

/** Replaces the card that shows a password by one without it. */
export async function sendBlankedPassword(
  deps: ChangeDeps,
  partner: Partner,
  change: Change,
  shownCard: string,
): Promise<void> {
  const { practice } = deps.partnerCenterOf(partner);
  const card = passwordCardOf(change, { state: 'blanked' }, practice, words(change.language));
  await sendProactive(deps, change, 'blanking', (context) =>
    updateCard(context, shownCard, cardActivity(card), deps.log),
  );
}
