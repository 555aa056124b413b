import type { Activity } from 'botbuilder-core';
import type { Partner } from '../../partner-center/partner.ts';

/** Who a message is from: a user of a partner that may use the bot. */
export interface Who {
  readonly partner: Partner;
  readonly userId: string;
  readonly userName: string;
}

/** What a user is known by in this process. */
export const nameOf = ({ partner, userId }: Pick<Who, 'partner' | 'userId'>): string => `${partner.tenantId}/${userId}`;

/** Why a message is not answered with a turn: a key of the catalogues. */
export type Unwelcome = 'refusal.partner' | 'refusal.personal';

/**
 * Who is asking. With an app id a partner is its tenant, named twice and equally by the channel, and on the list;
 * the chat is personal. In anonymous mode all of that may be missing, and the first partner answers.
 */
export function whoIs(activity: Activity, partners: readonly Partner[], anonymous: boolean): Who | Unwelcome {
  const { conversation } = activity;
  const type = conversation.conversationType;
  if (type !== 'personal' && !(anonymous && type === undefined)) return 'refusal.personal';
  const named = tenantIn(activity.channelData);
  const partner = partners.find(({ tenantId }) => tenantId === named?.toLowerCase());
  if (anonymous) return found(activity, partner ?? partners[0]);
  if (named === undefined || named !== conversation.tenantId) return 'refusal.partner';
  return activity.from?.aadObjectId === undefined ? 'refusal.partner' : found(activity, partner);
}

function found(activity: Activity, partner: Partner | undefined): Who | Unwelcome {
  if (partner === undefined) return 'refusal.partner';
  const { from, recipient, membersAdded } = activity;
  // A conversation update may come from the bot's own account; then it is about the other member.
  const user = from?.id === recipient?.id ? membersAdded?.find(({ id }) => id !== recipient?.id) : from;
  const userId = user?.aadObjectId ?? user?.id;
  return userId === undefined || userId === '' ? 'refusal.partner' : { partner, userId, userName: user?.name ?? '' };
}

/** The tenant that a message names. */
export function tenantIn(channelData: unknown): string | undefined {
  if (typeof channelData !== 'object' || channelData === null || !('tenant' in channelData)) return undefined;
  const { tenant } = channelData;
  if (typeof tenant !== 'object' || tenant === null || !('id' in tenant)) return undefined;
  return typeof tenant.id === 'string' ? tenant.id : undefined;
}
