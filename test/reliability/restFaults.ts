import type { FaultRequest } from '../../partner-center/simulator/faults.ts';

/** A fault of calls to Partner Center. */
type RestFault = Omit<FaultRequest, 'kind' | 'path'> & { readonly kind: string; readonly path: string };

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
