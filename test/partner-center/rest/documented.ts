import assert from 'node:assert/strict';
import type { Example } from './example.ts';
import type { Sent } from './stub.ts';

// What the HTTP library adds, the .NET SDK's own names, and the values that differ from call to call.
const ours = ['accept', 'content-type', 'if-match'];
const first = (header: string | undefined): string | undefined => header?.split(/[;,]/)[0];
const present = ['authorization', 'ms-requestid', 'ms-correlationid', 'x-locale'];

const isNothing = (value: unknown): boolean => value === null || value === undefined;

/** The parts of a body that say something, however its names are written; attributes and links are the service's. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([name, inner]) => [name.charAt(0).toLowerCase() + name.slice(1), plain(inner)] as const)
    .filter(([name, inner]) => !['attributes', 'links'].includes(name) && !isNothing(inner));
  return Object.fromEntries(entries);
};

const lowerCased = (headers: Readonly<Record<string, string | string[]>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

const place = (url: string): string => {
  const { pathname, search } = new URL(url, 'https://api.partnercenter.microsoft.com');
  return decodeURIComponent(`${pathname}${search}`).toLowerCase();
};

/** The request is the documented one: method, address, query, headers and body. */
export const assertDocumented = (
  sent: Sent | undefined,
  { request }: Example,
  options: { body?: unknown } = {},
): void => {
  assert.ok(sent, 'nothing was sent');
  assert.equal(sent.method, request.method);
  assert.equal(place(sent.url), place(request.url));
  assert.equal(new URL(sent.url).origin, 'https://api.partnercenter.microsoft.com');
  const documented = lowerCased(request.headers);
  for (const name of ours)
    if (documented[name] !== undefined) assert.equal(first(sent.headers[name]), first(documented[name]));
  for (const name of present) assert.ok(sent.headers[name] !== undefined, `${name} is missing`);
  assert.equal(sent.headers['ms-contract-version'], 'v1');
  assert.deepEqual(plain(sent.body), plain(options.body ?? request.body ?? undefined));
};
