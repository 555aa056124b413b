import type { Activity, TurnContext } from 'botbuilder-core';
import { localeFor, words } from '../../locales/words.ts';
import { correlationId } from '../door/adapter.ts';
import { createRateLimit } from '../door/rateLimit.ts';
import type { Log } from '../log.ts';
import { ActivityTypes } from '../sdk.ts';
import { textActivity } from './replies.ts';
import { tenantIn, type Unwelcome } from './who.ts';

/** Answers a minute to one tenant that is not served, and to all of them together. */
const [mostOfTenant, mostOfAll] = [10, 100];

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Tells those who are not served why, and writes a line that names their tenant and nothing of theirs. Beyond some a
 * minute nothing is said or written, so that their messages cost next to nothing.
 */
export function createStrangers(log: Log, now: () => Date): (context: TurnContext, reason: Unwelcome) => Promise<void> {
  const limits = { tenant: createRateLimit(mostOfTenant, now), all: createRateLimit(mostOfAll, now) };
  return async (context, reason) => {
    const { activity } = context;
    if (activity.type !== ActivityTypes.Message) return;
    const tenant = tenantOf(activity);
    if (limits.tenant.take(tenant) !== 'taken' || limits.all.take('') !== 'taken') return;
    log.warn({ correlationId: correlationId(context), tenant, reason, outcome: 'refused' }, 'not served');
    await context.sendActivity(textActivity(words(localeFor(activity.locale)).t(reason)));
  };
}

// What is no tenant's id is somebody's text.
const tenantOf = ({ channelData }: Activity): string => {
  const named = tenantIn(channelData) ?? '';
  return guid.test(named) ? named.toLowerCase() : 'unknown';
};
