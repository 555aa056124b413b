import type * as z from 'zod';
import { http, type Answer, type Call, type HttpSettings } from './http.ts';
import { RestError } from './restError.ts';

/** Calls of Partner Center for one partner. */
export interface Client {
  /** Raises RestError when the call is refused or stays without an answer. */
  send(call: Call): Promise<Answer>;
  /** The same, with the answer's body parsed; raises RestError `unreadable` for a body of another shape. */
  read<T>(schema: z.ZodType<T>, call: Call): Promise<T>;
}

/** A body parsed; raises RestError `unreadable` that names, in its cause, the properties that were not as documented, never their values. */
export const parsed = <T>(schema: z.ZodType<T>, { status, body, correlationId }: Answer): T => {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const paths = result.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`);
  const cause = new Error(`answer not as documented: ${paths.slice(0, 5).join(', ')}`);
  throw new RestError({ status, unreadable: true, data: [] }, correlationId, { cause });
};

/** A client with those settings. */
export const client = (settings: HttpSettings): Client => {
  const send = http(settings);
  return { send, read: async (schema, call) => parsed(schema, await send(call)) };
};

/** A path of parts, each encoded; a part may hold anything but must not be empty. */
export const path = (...parts: readonly string[]): string => {
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    throw new Error('a part of the path is missing');
  return parts.map(encodeURIComponent).join('/');
};
