import type { IncomingMessage } from 'node:http';
import { isOwnHost, isRequestPath } from '../../lib/requestGuard.ts';
import { HttpError } from './httpError.ts';

const hostPattern = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i;

/**
 * The error for a request that must not reach restify 12, which dies on a malformed Host header or target (400), or
 * that a page of another site sends to an anonymous bot on loopback by DNS rebinding (403). Undefined for any other
 * request.
 */
export const guardHost = ({ url, headers }: IncomingMessage, anonymous: boolean): HttpError | undefined => {
  const { host, origin } = headers;
  if (host === undefined || !hostPattern.test(host) || !URL.canParse(`http://${host}`))
    return new HttpError(400, 'badHost');
  if (!isRequestPath(url ?? '')) return new HttpError(400, 'badTarget');
  if (!anonymous) return undefined;
  if (!isOwnHost(host)) return new HttpError(403, 'foreignHost');
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`)
    return new HttpError(403, 'foreignOrigin');
  return undefined;
};
