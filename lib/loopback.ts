const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;

/** True for a host name or address, without port, that can only be this machine. */
export const isLoopbackHost = (host: string): boolean => loopback.test(host);

/** True for an http(s) URL on this machine. */
export const isLoopbackUrl = (url: unknown): boolean => {
  if (typeof url !== 'string' || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return (protocol === 'http:' || protocol === 'https:') && isLoopbackHost(hostname);
};
