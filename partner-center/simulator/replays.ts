import { createHash } from 'node:crypto';
import type { Answer } from './call.ts';

/** What makes two calls the same: partner, request id, method, address and body. */
export interface Sameness {
  readonly tenantId: string;
  readonly requestId: string | undefined;
  readonly method: string;
  readonly url: string;
  readonly text: string;
}

/**
 * Answers given, to be given again to the same call with the same MS-RequestId, credentials included. Calls that read,
 * that have no request id or that were refused are not kept. In memory only.
 */
export interface Replays {
  readonly find: (call: Sameness) => Answer | undefined;
  readonly keep: (call: Sameness, answer: Answer) => void;
  readonly clear: () => void;
}

const keyOf = ({ tenantId, requestId, method, url, text }: Sameness): string | undefined =>
  requestId === undefined || method === 'GET' || method === 'HEAD'
    ? undefined
    : createHash('sha256')
        .update(JSON.stringify([tenantId, requestId.toLowerCase(), method, url, text]))
        .digest('hex');

/** Nothing answered yet. */
export const createReplays = (): Replays => {
  const answers = new Map<string, Answer>();
  return {
    find: (call) => answers.get(keyOf(call) ?? ''),
    keep: (call, answer) => {
      const key = keyOf(call);
      if (key !== undefined && answer.status < 300) answers.set(key, answer);
    },
    clear: () => answers.clear(),
  };
};
