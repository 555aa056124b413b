import * as z from 'zod';
import { collection, link } from './answer.ts';
import type { Call } from './call.ts';
import { camelCase } from './camelCase.ts';
import { refusal } from './refusal.ts';

/** Most items of a page. */
export const largestPage = 500;

const tokenSchema = z.object({ after: z.int().min(0), filter: z.string(), size: z.int() });

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('3000', { data: ['property_name: filter'] });
  }
};

const sizeOf = ({ query }: Call): number => {
  const size = Number(query.get('size') ?? 0);
  if (!Number.isInteger(size) || size < 0) throw refusal('3000', { data: ['property_name: size'] });
  return size === 0 ? largestPage : Math.min(size, largestPage);
};

const placeOf = (call: Call): z.infer<typeof tokenSchema> => {
  const token = call.headers['ms-continuationtoken'] ?? call.query.get('continuationToken') ?? undefined;
  const next = call.query.get('seekOperation')?.toLowerCase() === 'next';
  if (token === undefined && !next) return { after: 0, filter: call.query.get('filter') ?? '', size: sizeOf(call) };
  const read = next && token !== undefined ? tokenSchema.safeParse(decoded(token)) : undefined;
  if (read?.success !== true) throw refusal('3000', { data: ['property_name: continuationToken'] });
  return call.query.has('size') ? { ...read.data, size: sizeOf(call) } : read.data;
};

const decoded = (token: string): unknown => {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/**
 * One page of a list: `continuationToken` in the body, to be sent back in MS-ContinuationToken with seekOperation=Next;
 * the token keeps the filter. `items` gives all items for a filter.
 */
export const pageOf = (call: Call, path: string, items: (filter: unknown) => readonly unknown[]): object => {
  const { after, filter, size } = placeOf(call);
  const all = items(filter === '' ? undefined : camelCase(json(filter)));
  const self = call.query.size === 0 ? path : `${path}?${call.query.toString()}`;
  const page = collection(all.slice(after, after + size), self);
  if (after + size >= all.length) return page;
  const continuationToken = Buffer.from(JSON.stringify({ after: after + size, filter, size })).toString('base64url');
  const next = link(`${path}?size=${size}&seekOperation=Next`, [
    { key: 'MS-ContinuationToken', value: continuationToken },
  ]);
  return { ...page, continuationToken, links: { self: link(self), next } };
};
