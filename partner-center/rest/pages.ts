import * as z from 'zod';
import { parsed, type Client } from './client.ts';
import type { Answer, Call } from './http.ts';
import { RestError } from './restError.ts';

const header = z.object({ key: z.string(), value: z.string() });
const next = z.object({
  uri: z.string().nullish().catch(undefined),
  headers: z.array(header).nullish().catch(undefined),
});

/** A collection (`items`), with the ways the service names the page that follows; an empty one may lack them all. */
const collection = z
  .object({
    items: z.array(z.unknown()).nullish(),
    totalCount: z.number().nullish().catch(undefined),
    continuationToken: z.string().nullish().catch(undefined),
    links: z
      .object({ next: next.nullish().catch(undefined) })
      .nullish()
      .catch(undefined),
  })
  .refine(({ items, totalCount }) => items !== undefined || totalCount === 0);

/** One page; `next`, given back to `page`, is the one that follows. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Items that are not as documented; they are left out. */
  readonly unreadable: number;
  readonly next?: string;
}

type Read = Pick<Call, 'path' | 'query' | 'token' | 'signal'>;
type Links = z.infer<typeof collection>['links'];

/** A page that is named by the address alone, with its token in the query. */
const byQuery = '?';

const queryOf = (uri: string | null | undefined): string | undefined => {
  const query = uri?.split('?', 2)[1]?.split('#', 1)[0] ?? '';
  // Without a token it would be the first page once more.
  return [...new URLSearchParams(query).keys()].some((name) => /token/i.test(name)) ? `${byQuery}${query}` : undefined;
};

const tokenIn = (links: Links): string | undefined =>
  links?.next?.headers?.find(({ key }) => key.toLowerCase() === 'ms-continuationtoken')?.value;

/** How the page that follows is asked for; undefined when this is the last. */
const following = ({ continuationToken, links }: z.infer<typeof collection>): string | undefined => {
  const token = continuationToken ?? tokenIn(links);
  return token === undefined || token === '' ? queryOf(links?.next?.uri) : token;
};

const callFor = (call: Read, after: string | undefined): Call => {
  const asked = { ...call, method: 'GET' } as const;
  if (after === undefined) return asked;
  if (after.startsWith(byQuery))
    return { ...asked, query: { ...call.query, ...Object.fromEntries(new URLSearchParams(after)) } };
  return { ...asked, query: { ...call.query, seekOperation: 'Next' }, continuation: after };
};

/** The items that are as documented, and how many are not: one that is not must not hide the others. */
const readable = <T>(item: z.ZodType<T>, items: readonly unknown[]): Pick<Page<T>, 'items' | 'unreadable'> => {
  const results = items.map((one) => item.safeParse(one));
  const good = results.flatMap((result) => (result.success ? [result.data] : []));
  return { items: good, unreadable: results.length - good.length };
};

/** A list in an answer, item by item; raises RestError `unreadable` when it is no list at all. */
export const listed = <T>(item: z.ZodType<T>, answer: Answer): Pick<Page<T>, 'items' | 'unreadable'> =>
  readable(item, parsed(collection, answer).items ?? []);

/** Reads one page of a collection: the first, or the one a former page named. */
export const page = async <T>(client: Client, item: z.ZodType<T>, call: Read, after?: string): Promise<Page<T>> => {
  const answer = parsed(collection, await client.send(callFor(call, after)));
  const found = following(answer);
  return { ...readable(item, answer.items ?? []), ...(found === undefined || found === after ? {} : { next: found }) };
};

// Far more than any partner has; a service that never ends must not keep us for ever.
const most = 1_000;

/** Every item of a collection, page after page, and how many were left out because they are not as documented. */
export const wholeList = async <T>(
  client: Client,
  item: z.ZodType<T>,
  call: Read,
): Promise<Pick<Page<T>, 'items' | 'unreadable'>> => {
  const all: T[] = [];
  let unreadable = 0;
  let after: string | undefined;
  for (let pages = 0; pages < most; pages++) {
    const found = await page(client, item, call, after);
    all.push(...found.items);
    unreadable += found.unreadable;
    if (found.next === undefined) break;
    after = found.next;
  }
  return { items: all, unreadable };
};

/** Every item of a collection that is as documented. */
export const everyItem = async <T>(client: Client, item: z.ZodType<T>, call: Read): Promise<readonly T[]> =>
  (await wholeList(client, item, call)).items;

/**
 * Every item of a collection, for whoever must know that something is not there; raises RestError `unreadable` where one is
 * not as documented: it could be just that one.
 */
export const certainItems = async <T>(client: Client, item: z.ZodType<T>, call: Read): Promise<readonly T[]> => {
  const { items, unreadable } = await wholeList(client, item, call);
  if (unreadable > 0) throw new RestError({ status: 200, unreadable: true, data: [] }, '');
  return items;
};
