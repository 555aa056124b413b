import type { IncomingMessage } from 'node:http';

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
 * The status that keeps a request away: 403 for one that names another host or comes from a page (DNS rebinding reaches
 * loopback), 400 for a target restify 12 would die of; undefined when it may pass.
 */
export const guard = ({ url, headers }: IncomingMessage): number | undefined => {
  if (headers.host === undefined || !ownHost.test(headers.host) || headers.origin !== undefined) return 403;
  return isPath(url ?? '') ? undefined : 400;
};
