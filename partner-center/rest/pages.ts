import * as z from 'zod';
import { parsed, type Client } from './client.ts';
import type { Call } from './http.ts';

const header = z.object({ key: z.string(), value: z.string() });
const next = z.object({ uri: z.string(), headers: z.array(header).nullish() });

/** A collection's page (`items`), with the two ways the service names the page that follows. */
const pageOf = <T>(item: z.ZodType<T>) =>
  z.object({
    items: z.array(item),
    continuationToken: z.string().nullish(),
    links: z.object({ next: next.nullish() }).nullish(),
  });

/** One page; `next`, given back to `page`, is the one that follows. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

type Read = Pick<Call, 'path' | 'query' | 'token' | 'signal'>;

const followingToken = (links: { next?: z.infer<typeof next> | null | undefined } | null | undefined) =>
  links?.next?.headers?.find(({ key }) => key.toLowerCase() === 'ms-continuationtoken')?.value;

/** Reads one page of a collection: the first, or the one a former page named. */
export const page = async <T>(client: Client, item: z.ZodType<T>, call: Read, after?: string): Promise<Page<T>> => {
  const query = after === undefined ? call.query : { ...call.query, seekOperation: 'Next' };
  const answer = await client.send({
    ...call,
    method: 'GET',
    ...(query === undefined ? {} : { query }),
    ...(after === undefined ? {} : { continuation: after }),
  });
  const { items, continuationToken, links } = parsed(pageOf(item), answer);
  const token = continuationToken ?? followingToken(links);
  return token === undefined || token === '' || token === after ? { items } : { items, next: token };
};

// Far more than any partner has; a service that never ends must not keep us for ever.
const most = 1_000;

/** Every item of a collection, page after page. */
export const everyItem = async <T>(client: Client, item: z.ZodType<T>, call: Read): Promise<readonly T[]> => {
  const all: T[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < most; pages++) {
    const { items, next: following } = await page(client, item, call, after);
    all.push(...items);
    if (following === undefined) break;
    after = following;
  }
  return all;
};
