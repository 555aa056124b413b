import * as z from 'zod';
import { type HttpSettings, type RestRequest, type RestResponse, restSend } from './http.ts';
import { RestError } from './restError.ts';
import type { SentCalls } from '../sentCalls.ts';

/** Client of Partner Center's REST API for one partner. */
export interface RestClient {
  /** Sends a request; raises RestError when it is refused or stays without a response. */
  send(call: RestRequest): Promise<RestResponse>;
  /** Sends a request and parses the body of the response; raises RestError `unreadable` for a body of another shape. */
  read<T>(schema: z.ZodType<T>, call: RestRequest): Promise<T>;
}

/** Parses a body; raises RestError `unreadable`, whose cause names the undocumented properties, never their values. */
export const parseResponse = <T>(schema: z.ZodType<T>, { status, body, correlationId }: RestResponse): T => {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const paths = result.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`);
  const cause = new Error(`answer not as documented: ${paths.slice(0, 5).join(', ')}`);
  throw new RestError({ status, unreadable: true, data: [] }, correlationId, { cause });
};

const clientOn = (send: RestClient['send']): RestClient => ({
  send,
  read: async (schema, call) => parseResponse(schema, await send(call)),
});

/** Creates a client. */
export const restClient = (settings: HttpSettings): RestClient => clientOn(restSend(settings));

/** The client, each of whose calls is noted there. */
export const notingClient = (client: RestClient, noted: SentCalls): RestClient =>
  clientOn((call) => client.send({ ...call, noted }));

/** Joins parts into a path, each encoded; a part must not be empty. */
export const restPath = (...parts: readonly string[]): string => {
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    throw new Error('a part of the path is missing');
  return parts.map(encodeURIComponent).join('/');
};

const linkHeader = z.object({ key: z.string(), value: z.string() });
const nextLink = z.object({
  uri: z.string().nullish().catch(undefined),
  headers: z.array(linkHeader).nullish().catch(undefined),
});

/** A collection (`items`), with the three ways the service links the next page; an empty one may lack them all. */
const collection = z
  .object({
    items: z.array(z.unknown()).nullish(),
    totalCount: z.number().nullish().catch(undefined),
    continuationToken: z.string().nullish().catch(undefined),
    links: z
      .object({ next: nextLink.nullish().catch(undefined) })
      .nullish()
      .catch(undefined),
  })
  .refine(({ items, totalCount }) => items !== undefined || totalCount === 0);

/** One page; `next`, passed to `readPage`, reads the following one. */
interface ListPage<T> {
  readonly items: readonly T[];
  /** Items that are not as documented; they are left out. */
  readonly unreadable: number;
  readonly next?: string;
}

type ListRequest = Pick<RestRequest, 'path' | 'query' | 'token' | 'signal'>;
type Links = z.infer<typeof collection>['links'];

/** Prefix of a next page given by its URL alone, with the token in the query. */
const queryPrefix = '?';

const nextQuery = (uri: string | null | undefined): string | undefined => {
  const query = uri?.split('?', 2)[1]?.split('#', 1)[0] ?? '';
  // Without a token it would be the first page again.
  return [...new URLSearchParams(query).keys()].some((name) => /token/i.test(name))
    ? `${queryPrefix}${query}`
    : undefined;
};

const nextToken = (links: Links): string | undefined =>
  links?.next?.headers?.find(({ key }) => key.toLowerCase() === 'ms-continuationtoken')?.value;

/** Token of the next page; undefined on the last page. */
const nextPageOf = ({ continuationToken, links }: z.infer<typeof collection>): string | undefined => {
  const token = continuationToken ?? nextToken(links);
  return token === undefined || token === '' ? nextQuery(links?.next?.uri) : token;
};

const pageRequest = (call: ListRequest, after: string | undefined): RestRequest => {
  const asked = { ...call, method: 'GET' } as const;
  if (after === undefined) return asked;
  if (after.startsWith(queryPrefix))
    return { ...asked, query: { ...call.query, ...Object.fromEntries(new URLSearchParams(after)) } };
  return { ...asked, query: { ...call.query, seekOperation: 'Next' }, continuation: after };
};

/** Valid items, and the number of invalid ones: one invalid item must not hide the others. */
const readableItems = <T>(item: z.ZodType<T>, items: readonly unknown[]): Pick<ListPage<T>, 'items' | 'unreadable'> => {
  const results = items.map((one) => item.safeParse(one));
  const good = results.flatMap((result) => (result.success ? [result.data] : []));
  return { items: good, unreadable: results.length - good.length };
};

/** Reads one page of a collection: the first, or the one named by `after`. */
export const readPage = async <T>(
  client: RestClient,
  item: z.ZodType<T>,
  call: ListRequest,
  after?: string,
): Promise<ListPage<T>> => {
  const answer = parseResponse(collection, await client.send(pageRequest(call, after)));
  const found = nextPageOf(answer);
  return {
    ...readableItems(item, answer.items ?? []),
    ...(found === undefined || found === after ? {} : { next: found }),
  };
};

// Far more pages than any partner has; a service that never ends must not keep us for ever.
const maxPages = 1_000;

/** Reads every page: the valid items, and the number of invalid ones that were left out. */
const readWholeList = async <T>(
  client: RestClient,
  item: z.ZodType<T>,
  call: ListRequest,
): Promise<Pick<ListPage<T>, 'items' | 'unreadable'>> => {
  const all: T[] = [];
  let unreadable = 0;
  let after: string | undefined;
  for (let pages = 0; pages < maxPages; pages++) {
    const found = await readPage(client, item, call, after);
    all.push(...found.items);
    unreadable += found.unreadable;
    if (found.next === undefined) break;
    after = found.next;
  }
  return { items: all, unreadable };
};

/** Reads every valid item of a collection. */
export const readAll = async <T>(client: RestClient, item: z.ZodType<T>, call: ListRequest): Promise<readonly T[]> =>
  (await readWholeList(client, item, call)).items;

/**
 * Reads every item of a collection for callers that must be sure an item is absent; raises RestError `unreadable` for
 * an invalid item, which could be the one searched for.
 */
export const readAllStrict = async <T>(
  client: RestClient,
  item: z.ZodType<T>,
  call: ListRequest,
): Promise<readonly T[]> => {
  const { items, unreadable } = await readWholeList(client, item, call);
  if (unreadable > 0) throw new RestError({ status: 200, unreadable: true, data: [] }, '');
  return items;
};
