import type { Activity } from 'botbuilder-core';
import * as z from 'zod';
import { consentKey } from '../../dialogs/files/fileConsent.ts';
import { ActivityTypes } from '../sdk.ts';
import { activityKey } from './turns.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { Press, SentFile } from '../../dialogs/turn.ts';

/** True for the answer to a file consent card, to which Teams awaits an invoke response. */
export const isFileConsent = ({ type, name }: Activity): boolean =>
  type === ActivityTypes.Invoke && name === 'fileConsent/invoke';

/** True for activities the bot handles: messages, file consents, and the start of a conversation. */
export const isHandled = (activity: Activity): boolean =>
  activity.type === ActivityTypes.Message || isFileConsent(activity) || startsConversation(activity);

const startsConversation = ({ type, action, membersAdded, recipient }: Activity): boolean =>
  (type === ActivityTypes.InstallationUpdate && action?.startsWith('remove') !== true) ||
  (type === ActivityTypes.ConversationUpdate && (membersAdded ?? []).some(({ id }) => id !== recipient?.id));

/**
 * The key by which a repeated activity is recognized; undefined without an id. A repeated invoke has another id, so its
 * value counts.
 */
export function deduplicationKey(activity: Activity): string | undefined {
  const own = isFileConsent(activity) ? consentKey(activity.value) : activity.id;
  return own === undefined || own === '' ? undefined : activityKey(own);
}

/** The identity of a sender: a user of a partner that may use the bot. */
export interface Identity {
  readonly partner: Partner;
  readonly userId: string;
  readonly userName: string;
}

/** The key of a user in this process. */
export const userKey = ({ partner, userId }: Pick<Identity, 'partner' | 'userId'>): string =>
  `${partner.tenantId}/${userId}`;

/** The reason why a message gets no turn: a key of the catalogues. */
export type Rejection = 'refusal.partner' | 'refusal.personal';

/**
 * Identifies the sender of an activity. With an app id the partner is its tenant, named twice and equally by the
 * channel, and on the list; the chat must be personal. In anonymous mode all of that may be missing, and the first
 * partner is taken.
 */
export function identify(activity: Activity, partners: readonly Partner[], anonymous: boolean): Identity | Rejection {
  const { conversation } = activity;
  const type = conversation.conversationType;
  if (type !== 'personal' && !(anonymous && type === undefined)) return 'refusal.personal';
  const named = tenantIn(activity.channelData);
  const partner = partners.find(({ tenantId }) => tenantId === named?.toLowerCase());
  if (anonymous) return identityFrom(activity, partner ?? partners[0]);
  if (named === undefined || named !== conversation.tenantId) return 'refusal.partner';
  return activity.from?.aadObjectId === undefined ? 'refusal.partner' : identityFrom(activity, partner);
}

function identityFrom(activity: Activity, partner: Partner | undefined): Identity | Rejection {
  if (partner === undefined) return 'refusal.partner';
  const { from, recipient, membersAdded } = activity;
  // A conversation update may come from the bot's own account; then the user is the other member.
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

/** Longest text accepted of one input, in UTF-16 units; every field's own limit is far below. */
const maxInputLength = 4000;

/** The one input with a higher limit: pasted rows of an import, as many as fit into a request body. */
const maxLengthByInput: ReadonlyMap<string, number> = new Map([['csv', 250_000]]);

/** Most inputs accepted of one press: a full cart has about forty. */
const maxInputs = 80;

/**
 * Parses the value of a submit action; undefined when the message is no press. Clients send all inputs as texts; other
 * contents of a forged value (other types, deep objects, thousands of keys) are dropped here, before any code reads
 * them.
 */
export function parseSubmit(value: unknown): Press | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const texts = new Map<string, string>();
  for (const [name, sent] of Object.entries(value)) {
    if (texts.size >= maxInputs) break;
    const text = inputText(sent, maxLengthByInput.get(name) ?? maxInputLength);
    if (text !== undefined && name.length <= 40 && name !== '__proto__') texts.set(name, text);
  }
  const take = (name: string): string => {
    const text = texts.get(name) ?? '';
    texts.delete(name);
    return text;
  };
  return { verb: take('verb'), token: take('token'), argument: take('argument'), values: Object.fromEntries(texts) };
}

function inputText(sent: unknown, units: number): string | undefined {
  if (typeof sent === 'string') return sent.slice(0, units);
  return typeof sent === 'number' || typeof sent === 'boolean' ? String(sent) : undefined;
}

// Teams' attachment of a file in a personal chat (bots/how-to/bots-filesv4): the content holds its address.
const teamsFileSchema = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  name: z.string().optional(),
  content: z.object({ downloadUrl: z.string() }),
});

// The attachment of the Emulator and the chat page.
const plainFileSchema = z.object({
  contentType: z.string().regex(/^(?!text\/html|application\/vnd\.microsoft\.)/i),
  name: z.string().optional(),
  contentUrl: z.string(),
});

// Stickers, pasted pictures and recordings are sent as attachments too, but are no files with customers.
const isMedia = (type: string): boolean => /^(?:image|audio|video)\//i.test(type);

/**
 * The files attached to a message, pictures and recordings marked as media; cards and the message's HTML are left out.
 */
export function sentFilesOf({ attachments }: Pick<Activity, 'attachments'>): SentFile[] {
  const sent: unknown = attachments;
  if (!Array.isArray(sent)) return [];
  return sent.slice(0, 10).flatMap((one: unknown) => {
    const teams = teamsFileSchema.safeParse(one);
    if (teams.success) return [sentFile(teams.data.name, teams.data.content.downloadUrl)];
    const plain = plainFileSchema.safeParse(one);
    if (!plain.success) return [];
    const { name, contentUrl, contentType } = plain.data;
    return [{ ...sentFile(name, contentUrl), ...(isMedia(contentType) ? { media: true } : {}) }];
  });
}

const sentFile = (name: string | undefined, url: string): SentFile => ({ name: (name ?? '').slice(0, 200), url });
