import type { ChatPartner } from './chat.ts';
import { chatUsers, type ChatUser } from './users.ts';

/** A Bot Framework activity, of which the connector reads little. */
export interface ChatActivity {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Who talks in a conversation. */
export interface Parties {
  readonly conversationId: string;
  readonly user: ChatUser;
  readonly partner: ChatPartner;
}

/** The bot's account in every conversation. */
export const botAccount = { id: 'bot', name: 'Customer Desk', role: 'bot' } as const;

/** Writes the parties into a conversation's id, which is all that is known of it after a restart. */
export function conversationId(unique: string, user: ChatUser, partner: ChatPartner): string {
  return [unique, user.id, partner.tenantId].join('|');
}

/** Reads the parties out of a conversation's id; undefined when it is not one of ours or its partner is gone. */
export function partiesOf(id: string, partners: readonly ChatPartner[]): Parties | undefined {
  const [, userId, ...rest] = id.split('|');
  const user = chatUsers.find((one) => one.id === userId);
  const partner = partners.find((one) => one.tenantId === rest.join('|'));
  return user && partner && id.length <= 400 ? { conversationId: id, user, partner } : undefined;
}

/** A user as the connector's members calls give one. */
export function memberOf({ user, partner }: Parties) {
  return { id: user.id, name: user.name, aadObjectId: user.aadObjectId, tenantId: partner.tenantId, role: 'user' };
}

/** The moment with the offset of this machine's clock, as Teams sends `localTimestamp`. */
export function localTimestamp(now: Date): string {
  const minutes = -now.getTimezoneOffset();
  const pad = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const shifted = new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  return `${shifted}${minutes < 0 ? '-' : '+'}${pad(minutes / 60)}:${pad(minutes % 60)}`;
}

/** What differs from one activity to the next. */
export interface Said {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Makes the activity the bot receives, addressed as a personal chat of Teams is. */
export function addressed(
  said: Said,
  to: { parties: Parties; id: string; now: Date; serviceUrl: string; locale: string | undefined },
): ChatActivity {
  const { user, partner } = to.parties;
  return {
    ...said,
    id: to.id,
    timestamp: to.now.toISOString(),
    localTimestamp: localTimestamp(to.now),
    localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    channelId: 'emulator',
    serviceUrl: to.serviceUrl,
    from: { id: user.id, name: user.name, aadObjectId: user.aadObjectId, role: 'user' },
    recipient: botAccount,
    conversation: { id: to.parties.conversationId, conversationType: 'personal', tenantId: partner.tenantId },
    channelData: { tenant: { id: partner.tenantId } },
    ...(to.locale === undefined ? {} : { locale: to.locale }),
  };
}
