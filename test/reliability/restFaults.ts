import type { FaultInput } from '../../simulator/faultInjection.ts';

/** A fault of calls to Partner Center. */
type RestFault = Omit<FaultInput, 'kind' | 'path'> & { readonly kind: string; readonly path: string };

/** Each way in which one call to Partner Center goes wrong; a path of every kind of call includes the logins. */
export const restFaults: Readonly<Record<string, RestFault>> = {
  'is answered 500 and does nothing': { kind: '500', path: '/**' },
  'is answered 500 after it did its work': { kind: '500-after', path: '/v1/**' },
  'is cut off before it does anything': { kind: 'drop', path: '/**' },
  'is cut off after it did its work': { kind: 'drop-after', path: '/v1/**' },
  'is throttled': { kind: '429', path: '/v1/**', retryAfter: 3 },
  'is throttled although it did its work': { kind: '429-after', path: '/v1/**', retryAfter: 3 },
  'is not answered in time, and does nothing': { kind: 'timeout-before', path: '/v1/**' },
  'is not answered in time, but does its work': { kind: 'timeout-after', path: '/v1/**' },
};

const refusal = (status: number, method: 'GET' | 'POST'): RestFault => ({
  kind: 'answer',
  method,
  path: method === 'GET' ? '/v1/customers/*/products/**' : '/v1/**',
  status,
  body: {},
});

const statuses = [400, 401, 403, 404, 409, 412, 422];

/**
 * Each way in which a call that changes something, or looks up what a customer may buy, is refused without a reason: by a
 * gateway, or by a Partner Center that does not know yet what it made a second ago. Other reading calls are left out: there a
 * refusal is an answer, such as a free domain.
 */
export const restRefusals: Readonly<Record<string, RestFault>> = Object.fromEntries(
  statuses.flatMap((status) => [
    [`is refused (${String(status)}) without a reason`, refusal(status, 'POST')],
    [`looks up what is sold and is refused (${String(status)}) without a reason`, refusal(status, 'GET')],
  ]),
);
