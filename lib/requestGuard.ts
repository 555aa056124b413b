const ownHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/** True for a Host header that names this machine: another one comes from a page of another site, by DNS rebinding. */
export const isOwnHost = (host: string): boolean => ownHost.test(host);

/** True for a request target that is a path and can be decoded; restify 12 dies on any other. */
export const isRequestPath = (target: string): boolean => {
  if (!target.startsWith('/') || !URL.canParse(`http://localhost${target}`)) return false;
  try {
    decodeURI(target.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
};
