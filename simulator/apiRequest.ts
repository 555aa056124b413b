import * as z from 'zod';
import type { SimulatedPartner } from './simulatedPartner.ts';
import { apiError } from './apiError.ts';
import type { SimulatorState } from './state.ts';

/** A link from a response to another resource. */
interface Link {
  readonly uri: string;
  readonly method: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
}

/** A link to GET. */
export const link = (uri: string, headers: Link['headers'] = []): Link => ({ uri, method: 'GET', headers });

/** The `attributes` of a resource. */
export const attributes = (objectType: string, etag?: string): { objectType: string; etag?: string } =>
  etag === undefined ? { objectType } : { etag, objectType };

/** Body of a list; `totalCount` counts the items of this response. */
export const listBody = (items: readonly unknown[], self?: string): object => ({
  totalCount: items.length,
  items,
  ...(self === undefined ? {} : { links: { self: link(self) } }),
  attributes: attributes('Collection'),
});

const lowerFirst = (key: string): string => `${key.slice(0, 1).toLowerCase()}${key.slice(1)}`;

/**
 * Normalizes JSON as the service does: PascalCase property names become camelCase, and null properties are left out.
 * `__proto__` is dropped.
 */
export const camelCase = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(camelCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, entry]) => entry !== null && key !== '__proto__')
      .map(([key, entry]) => [lowerFirst(key), camelCase(entry)]),
  );
};

/** Sources of time, ids and passwords, passed in so that tests can fix them. */
export interface SimulatorSources {
  readonly now: () => Date;
  /** Returns a new GUID. */
  readonly newId: () => string;
  readonly newPassword: () => string;
}

/** One authorized request to the API. */
export interface ApiRequest extends SimulatorSources {
  readonly method: string;
  /** With `/v1`, without the query. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** JSON with camelCase names and without nulls. */
  readonly body: unknown;
  readonly partner: SimulatedPartner;
  readonly token: AccessToken;
  readonly state: SimulatorState;
  /** Side effects of an injected fault on the operation. */
  readonly sideEffects: FaultSideEffects;
}

/** Side effects of an injected fault that change the content of a response. */
export interface FaultSideEffects {
  /** Every cart line answers with this error. */
  readonly lineError?: string;
  /** Every order group of a checkout fails with this error. */
  readonly orderError?: string;
  /** A change is accepted (202) and becomes visible later. */
  readonly accepted?: boolean;
}

/** An HTTP response; `body` is absent where the response has none. */
export interface ApiResponse {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Handles one operation. Raises ApiError. */
export type Handler = (request: ApiRequest) => ApiResponse;

/** The path parameter with that name. */
export const pathParam = ({ params }: ApiRequest, name: string): string => params[name] ?? '';

/** Parses a body by its schema; raises ApiError 3000 that names the invalid properties. */
export const parseBody = <T>(body: unknown, schema: z.ZodType<T>): T => {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw apiError('3000', { data: parsed.error.issues.map(({ path }) => `property_name: ${path.join('.') || 'body'}`) });
};

/** 200 with a body. */
export const okResponse = (body: unknown): ApiResponse => ({ status: 200, body });

/** 201 with a body. */
export const createdResponse = (body: unknown): ApiResponse => ({ status: 201, body });

/** Claims of a token; every token lives an hour. */
export interface AccessToken {
  readonly kind: 'app-only' | 'app+user';
  readonly tenantId: string;
  readonly clientId: string;
  /** False for tokens of the retired audience https://graph.windows.net. */
  readonly audience: boolean;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** Most items of a page. */
const largestPage = 500;

const tokenSchema = z.object({ after: z.int().min(0), filter: z.string(), size: z.int() });

const parseFilter = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw apiError('3000', { data: ['property_name: filter'] });
  }
};

const sizeOf = ({ query }: ApiRequest): number => {
  const size = Number(query.get('size') ?? 0);
  if (!Number.isInteger(size) || size < 0) throw apiError('3000', { data: ['property_name: size'] });
  return size === 0 ? largestPage : Math.min(size, largestPage);
};

const positionOf = (request: ApiRequest): z.infer<typeof tokenSchema> => {
  const token = request.headers['ms-continuationtoken'] ?? request.query.get('continuationToken') ?? undefined;
  const next = request.query.get('seekOperation')?.toLowerCase() === 'next';
  if (token === undefined && !next)
    return { after: 0, filter: request.query.get('filter') ?? '', size: sizeOf(request) };
  const read = next && token !== undefined ? tokenSchema.safeParse(decodeToken(token)) : undefined;
  if (read?.success !== true) throw apiError('3000', { data: ['property_name: continuationToken'] });
  return request.query.has('size') ? { ...read.data, size: sizeOf(request) } : read.data;
};

const decodeToken = (token: string): unknown => {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/**
 * Body of one page of a list, with a `continuationToken` to send back in MS-ContinuationToken with seekOperation=Next;
 * the token holds the filter. `items` returns all items for a filter.
 */
export const pageBody = (request: ApiRequest, path: string, items: (filter: unknown) => readonly unknown[]): object => {
  const { after, filter, size } = positionOf(request);
  const all = items(filter === '' ? undefined : camelCase(parseFilter(filter)));
  const self = request.query.size === 0 ? path : `${path}?${request.query.toString()}`;
  const page = listBody(all.slice(after, after + size), self);
  if (after + size >= all.length) return page;
  const continuationToken = Buffer.from(JSON.stringify({ after: after + size, filter, size })).toString('base64url');
  const next = link(`${path}?size=${size}&seekOperation=Next`, [
    { key: 'MS-ContinuationToken', value: continuationToken },
  ]);
  return { ...page, continuationToken, links: { self: link(self), next } };
};
