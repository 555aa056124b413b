import type { IncomingMessage } from 'node:http';
import { Refusal } from '../turn/refusal.ts';

const hostPattern = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i;
const ownHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

const isPath = (target: string): boolean => {
  if (!target.startsWith('/') || !URL.canParse(`http://localhost${target}`)) return false;
  try {
    decodeURI(target.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
};

/**
 * Why a request may not reach restify 12, which dies on a malformed Host header or target (400), or why a page of another site may
 * not reach an anonymous bot on loopback, to which DNS rebinding leads (403). Undefined when it may pass.
 */
export const guard = ({ url, headers }: IncomingMessage, anonymous: boolean): Refusal | undefined => {
  const { host, origin } = headers;
  if (host === undefined || !hostPattern.test(host) || !URL.canParse(`http://${host}`))
    return new Refusal(400, 'badHost');
  if (!isPath(url ?? '')) return new Refusal(400, 'badTarget');
  if (!anonymous) return undefined;
  if (!ownHost.test(host)) return new Refusal(403, 'foreignHost');
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`)
    return new Refusal(403, 'foreignOrigin');
  return undefined;
};
