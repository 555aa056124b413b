import * as z from 'zod';
import type { ApiResponse, FaultSideEffects } from './apiRequest.ts';
import { ApiError, apiError, isErrorCode } from './apiError.ts';
import { defined } from '../lib/optional.ts';

const coercedNumber = z.coerce.number();

/** Schema of a fault to inject, for POST /simulator/faults. */
export const faultSchema = z.strictObject({
  /** See docs/simulator.md; `-after` faults let the operation run first. */
  kind: z.preprocess(
    String,
    z.enum([
      '202',
      '429',
      '429-after',
      '500',
      '500-after',
      'timeout-before',
      'timeout-after',
      'drop',
      'drop-after',
      'slow',
      'bom',
      'html',
      'error',
      'error-after',
      'answer',
      'line-error',
      'order-error',
      'item-without-id',
      'next-in-address',
    ]),
  ),
  method: z.string().toUpperCase().exactOptional(),
  /** A path without its query; `*` stands for one part, `**` for any number. */
  path: z.string().startsWith('/').default('/**'),
  /** Number of requests it affects. */
  times: z.int().min(1).default(1),
  /** Number of matching requests it lets pass first. */
  skip: z.int().min(0).default(0),
  /** Retry-After of 429: seconds, or a date. */
  retryAfter: z.union([z.string(), z.number()]).default(1),
  /** Delay of `slow`, in milliseconds. */
  delay: coercedNumber.pipe(z.int().min(0).max(600_000)).default(1000),
  /** Error code of `error`, `error-after`, `line-error` and `order-error`. */
  code: z.preprocess((code) => (typeof code === 'number' ? String(code) : code), z.string()).exactOptional(),
  /** Of `error` and `error-after`: sentence in place of the documented one, and the properties it names. */
  description: z.string().exactOptional(),
  data: z.array(z.string()).exactOptional(),
  /** Status of `answer`, `error`, `error-after` and `html`. */
  status: z.int().min(200).max(599).exactOptional(),
  body: z.unknown().optional(),
});

/** Input of a fault, before defaults. */
export type FaultInput = z.input<typeof faultSchema>;

/** A parsed fault, with defaults. */
export type InjectedFault = z.output<typeof faultSchema>;

/** Queue of faults to inject. */
export interface FaultQueue {
  readonly add: (fault: InjectedFault) => void;
  /** Takes the fault for a request: the earliest added one that matches, or undefined. */
  readonly take: (method: string, path: string) => InjectedFault | undefined;
  readonly list: () => readonly InjectedFault[];
  readonly clear: () => void;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const pathPattern = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split('**')
      .map((part) => part.split('*').map(escaped).join('[^/]*'))
      .join('.*')}$`,
    'i',
  );

/** Creates an empty queue of faults. */
export const createFaultQueue = (): FaultQueue => {
  let faults: readonly InjectedFault[] = [];
  const replace = (fault: InjectedFault, next: readonly InjectedFault[]): void => {
    faults = faults.flatMap((one) => (one === fault ? next : [one]));
  };
  return {
    add: (fault) => {
      faults = [...faults, fault];
    },
    take: (method, path) => {
      const fits = faults.filter((one) => (one.method ?? method) === method && pathPattern(one.path).test(path));
      for (const fault of fits) {
        const { skip, times } = fault;
        if (skip === 0) {
          replace(fault, times > 1 ? [{ ...fault, times: times - 1 }] : []);
          return fault;
        }
        replace(fault, [{ ...fault, skip: skip - 1 }]);
      }
      return undefined;
    },
    list: () => faults,
    clear: () => {
      faults = [];
    },
  };
};

const listSchema = z.looseObject({
  items: z.array(z.unknown()),
  continuationToken: z.string().exactOptional(),
  links: z.looseObject({ next: z.looseObject({ uri: z.string() }).exactOptional() }).exactOptional(),
});

/** The list without the id of its first item; other responses stay unchanged. */
const withoutFirstId = (response: ApiResponse): ApiResponse => {
  const found = listSchema.safeParse(response.body).data;
  const first = z.looseObject({ id: z.unknown() }).safeParse(found?.items[0]).data;
  if (found === undefined || first === undefined) return response;
  const { id: _id, ...others } = first;
  return { ...response, body: { ...found, items: [others, ...found.items.slice(1)] } };
};

/** The page of a list with the next page's token only in its address; other responses stay unchanged. */
const withTokenInAddress = (response: ApiResponse): ApiResponse => {
  const { continuationToken, links, ...others } = listSchema.safeParse(response.body).data ?? {};
  if (continuationToken === undefined || links?.next === undefined) return response;
  const uri = `${links.next.uri}&continuationToken=${encodeURIComponent(continuationToken)}`;
  return { ...response, body: { ...others, links: { ...links, next: { uri, method: 'GET' } } } };
};

/** A response, and the way its delivery fails. */
export interface PlannedResponse {
  readonly response: ApiResponse;
  readonly delivery: 'plain' | 'bom' | 'html' | 'drop' | 'silence';
  /** Milliseconds before it is sent. */
  readonly delay: number;
}

type FaultTable<T> = Readonly<Partial<Record<InjectedFault['kind'], T>>>;

/** A response that is delivered normally. */
export const plainResponse = (response: ApiResponse): PlannedResponse => ({ response, delivery: 'plain', delay: 0 });

const errorResponse = ({ status, body }: ApiError): PlannedResponse => plainResponse({ status, body });

const noResponse = (delivery: PlannedResponse['delivery']): PlannedResponse => ({
  ...plainResponse({ status: 0 }),
  delivery,
});

const throttledResponse = ({ retryAfter }: InjectedFault): PlannedResponse => {
  const message = `Rate limit is exceeded. Try again in ${retryAfter} seconds.`;
  return plainResponse({
    status: 429,
    body: { statusCode: 429, message },
    headers: { 'Retry-After': String(retryAfter) },
  });
};

/** Error that a fault asks for: a documented one, or one with a status alone. */
const errorOf = ({ code = '', status = 500, description, data }: InjectedFault): ApiError => {
  const said = { ...defined({ description, data }) };
  if (!isErrorCode(code)) return new ApiError(status, { code, ...said });
  const known = apiError(code, data === undefined ? {} : { data });
  return description === undefined ? known : new ApiError(known.status, { ...known.body, ...said });
};

const beforeOperation: FaultTable<(fault: InjectedFault) => PlannedResponse> = {
  '429': throttledResponse,
  '500': () => errorResponse(apiError('800003')),
  error: (fault) => errorResponse(errorOf(fault)),
  answer: ({ status = 500, body }) => plainResponse({ status, ...defined({ body }) }),
  html: ({ status = 502 }) => ({ ...plainResponse({ status }), delivery: 'html' }),
  drop: () => noResponse('drop'),
  'timeout-before': () => noResponse('silence'),
};

/** Response of a fault that prevents the operation; undefined when the operation runs. */
export const faultBefore = (fault: InjectedFault | undefined): PlannedResponse | undefined =>
  fault === undefined ? undefined : beforeOperation[fault.kind]?.(fault);

const afterOperation: FaultTable<(response: ApiResponse, fault: InjectedFault) => PlannedResponse> = {
  '429-after': (_answer, fault) => throttledResponse(fault),
  '500-after': () => errorResponse(apiError('800003')),
  'error-after': (_answer, fault) => errorResponse(errorOf(fault)),
  'timeout-after': (response) => ({ ...plainResponse(response), delivery: 'silence' }),
  'drop-after': (response) => ({ ...plainResponse(response), delivery: 'drop' }),
  'item-without-id': (response) => plainResponse(withoutFirstId(response)),
  'next-in-address': (response) => plainResponse(withTokenInAddress(response)),
  bom: (response) => ({ ...plainResponse(response), delivery: 'bom' }),
  slow: (response, { delay }) => ({ ...plainResponse(response), delay }),
};

/** Planned response after the operation ran, changed by the fault where there is one. */
export const faultAfter = (fault: InjectedFault | undefined, response: ApiResponse): PlannedResponse =>
  (fault === undefined ? undefined : afterOperation[fault.kind]?.(response, fault)) ?? plainResponse(response);

/** Side effects of a fault on the operation. */
export const sideEffectsOf = (fault: InjectedFault | undefined): FaultSideEffects => {
  if (fault?.kind === 'line-error') return { lineError: fault.code ?? '10006' };
  if (fault?.kind === 'order-error') return { orderError: fault.code ?? '2091' };
  return fault?.kind === '202' ? { accepted: true } : {};
};
