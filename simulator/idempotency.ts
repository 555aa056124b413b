import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { ApiResponse } from './apiRequest.ts';

/** The parts of a request that identify a repetition: partner, request id, method, address and body. */
interface IdempotentRequest {
  readonly tenantId: string;
  readonly requestId: string | undefined;
  readonly method: string;
  readonly url: string;
  readonly text: string;
}

/**
 * Cache of responses, to repeat for the same request with the same MS-RequestId, credentials included. Reads, requests
 * without a request id and refused requests are not cached. In memory only.
 */
export interface IdempotencyCache {
  readonly find: (request: IdempotentRequest) => ApiResponse | undefined;
  readonly keep: (request: IdempotentRequest, response: ApiResponse) => void;
  readonly clear: () => void;
}

const cacheKeyOf = ({ tenantId, requestId, method, url, text }: IdempotentRequest): string | undefined =>
  requestId === undefined || method === 'GET' || method === 'HEAD'
    ? undefined
    : createHash('sha256')
        .update(JSON.stringify([tenantId, requestId.toLowerCase(), method, url, text]))
        .digest('hex');

/** Most responses kept. */
const maxResponses = 10_000;

/** Creates an empty cache of responses. */
export const createIdempotencyCache = (): IdempotencyCache => {
  const responses = new LRUCache<string, ApiResponse>({ max: maxResponses });
  return {
    find: (request) => responses.get(cacheKeyOf(request) ?? ''),
    keep: (request, response) => {
      const key = cacheKeyOf(request);
      if (key !== undefined && response.status < 300) responses.set(key, response);
    },
    clear: () => responses.clear(),
  };
};
