import type { Activity, TurnContext } from 'botbuilder-core';
import { LRUCache } from 'lru-cache';
import { localeFor, words } from '../../locales/words.ts';
import { correlationId } from '../http/adapter.ts';
import type { Log } from '../log.ts';
import { ActivityTypes } from '../sdk.ts';
import { textActivity } from './replies.ts';
import { type Rejection, tenantIn } from './incomingActivity.ts';

/** A rate limit by name. */
export interface RateLimit {
  /**
   * `taken`: within the limit. `refused`: above it, and the user should be told; `silent`: above it, and already told.
   */
  take(name: string): 'taken' | 'refused' | 'silent';
}

interface Bucket {
  left: number;
  at: number;
  /** Time the user was last told, in milliseconds. */
  told: number | undefined;
}

/** Most names kept; those used longest ago are dropped, which can only allow more. */
const maxBuckets = 10_000;

/**
 * A token bucket for each name: at most `perMinute` a minute, at once or spread out. A refused user is told once a
 * minute, however many of their requests pass in between.
 */
export function createRateLimit(perMinute: number, now: () => Date): RateLimit {
  const buckets = new LRUCache<string, Bucket>({ max: maxBuckets });
  return {
    take(name) {
      const time = now().getTime();
      const bucket = buckets.get(name) ?? { left: perMinute, at: time, told: undefined };
      // A clock set back takes no tokens away; one set forward gives a minute's worth at most.
      bucket.left = Math.min(perMinute, bucket.left + (Math.max(0, time - bucket.at) * perMinute) / 60_000);
      bucket.at = time;
      buckets.set(name, bucket);
      if (bucket.left >= 1) {
        bucket.left -= 1;
        return 'taken';
      }
      if (bucket.told !== undefined && Math.abs(time - bucket.told) < 60_000) return 'silent';
      bucket.told = time;
      return 'refused';
    },
  };
}

/**
 * Counts of a user's turns that run or wait for one another: each holds a request open and counts against all users'
 * limit.
 */
interface PendingTurns {
  /**
   * `taken`: the turn may wait, until `leave`. `refused`: too many, and the user should be told; `silent`: already
   * told.
   */
  enter(name: string): 'taken' | 'refused' | 'silent';
  leave(name: string): void;
}

/** Most turns of one user at once. */
const maxPendingTurns = 40;

/** Pending turns, at most `most` a user; a user with more is told once, until none is pending any more. */
export function createPendingTurns(most = maxPendingTurns): PendingTurns {
  const waiting = new Map<string, { turns: number; told: boolean }>();
  return {
    enter(name) {
      const of = waiting.get(name) ?? { turns: 0, told: false };
      waiting.set(name, of);
      if (of.turns >= most) {
        const answer = of.told ? 'silent' : 'refused';
        of.told = true;
        return answer;
      }
      of.turns += 1;
      return 'taken';
    },
    leave(name) {
      const of = waiting.get(name);
      if (of === undefined) return;
      of.turns -= 1;
      if (of.turns === 0) waiting.delete(name);
    },
  };
}

/** Most replies a minute to one tenant that is not served, and to all of them together. */
const [mostOfTenant, mostOfAll] = [10, 100];

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The reply to users who are not served: tells them the reason, and logs their tenant and nothing else of theirs. Above
 * the limit nothing is sent or logged, so that such messages cost next to nothing.
 */
export function createRejectionReply(
  log: Log,
  now: () => Date,
): (context: TurnContext, reason: Rejection) => Promise<void> {
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

// Anything but a GUID may be text of a user, and is not logged.
const tenantOf = ({ channelData }: Activity): string => {
  const named = tenantIn(channelData) ?? '';
  return guid.test(named) ? named.toLowerCase() : 'unknown';
};
