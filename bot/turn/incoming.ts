import type { Activity } from 'botbuilder-core';
import { consentKey } from '../../dialogs/files/fileConsent.ts';
import { ActivityTypes } from '../sdk.ts';
import { activityKey } from './turns.ts';

/** The answer to a file consent card; Teams waits for a response of its own. */
export const isConsent = ({ type, name }: Activity): boolean =>
  type === ActivityTypes.Invoke && name === 'fileConsent/invoke';

/** Messages, answers to file consent cards and the beginning of a conversation are answered; nothing else is. */
export const isHeard = (activity: Activity): boolean =>
  activity.type === ActivityTypes.Message || isConsent(activity) || begins(activity);

const begins = ({ type, action, membersAdded, recipient }: Activity): boolean =>
  (type === ActivityTypes.InstallationUpdate && action?.startsWith('remove') !== true) ||
  (type === ActivityTypes.ConversationUpdate && (membersAdded ?? []).some(({ id }) => id !== recipient?.id));

/** What an activity is known by when it comes again: an invoke comes with another id then. */
export function keyOf({ id, ...activity }: Activity): string | undefined {
  const own = isConsent(activity) ? consentKey(activity.value) : id;
  return own === undefined || own === '' ? undefined : activityKey(own);
}
