import {
  type AccessToken,
  type ApiResponse,
  camelCase,
  type FaultSideEffects,
  type SimulatorSources,
} from './apiRequest.ts';
import { type RequestLog, createRequestLog } from './requestLog.ts';
import {
  createFaultQueue,
  faultAfter,
  faultBefore,
  type FaultQueue,
  type InjectedFault,
  type PlannedResponse,
  sideEffectsOf,
} from './faultInjection.ts';
import type { SimulatedPartners } from './simulatedPartner.ts';
import { ApiError, apiError } from './apiError.ts';
import { createIdempotencyCache, type IdempotencyCache } from './idempotency.ts';
import type { Route } from './routes.ts';
import { createLogin, type Login } from './login.ts';
import type { SimulatorState } from './state.ts';
import { defined } from '../lib/optional.ts';

/** One HTTP request with its body as text. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

/** Partner Center in one process, without HTTP. */
export interface Service extends SimulatorSources {
  readonly login: Login;
  readonly partners: SimulatedPartners;
  readonly faults: FaultQueue;
  readonly requestLog: RequestLog;
  readonly idempotency: IdempotencyCache;
  /** The simulator's state; replaced by a reset. */
  state: SimulatorState;
}

/** Creates a service. */
export const createService = (
  sources: SimulatorSources,
  partners: SimulatedPartners,
  state: SimulatorState,
): Service => ({
  ...sources,
  login: createLogin(sources),
  partners,
  faults: createFaultQueue(),
  requestLog: createRequestLog(),
  idempotency: createIdempotencyCache(),
  state,
});

const parseJsonBody = (text: string): unknown => {
  if (text.trim() === '') return undefined;
  try {
    return camelCase(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    throw apiError('800002');
  }
};

const logRequest = (
  service: Service,
  { method, path, query, headers }: HttpRequest,
  fault: InjectedFault | undefined,
): number => {
  const { 'ms-requestid': requestId, 'ms-correlationid': correlationId } = headers;
  return service.requestLog.begin({
    method,
    path,
    query: query.toString(),
    ...defined({ requestId, correlationId, fault: fault?.kind }),
  });
};

/** Logs a request, runs `work` and injects the request's fault. An ApiError becomes its response, other errors 500. */
export const performRequest = (
  service: Service,
  request: HttpRequest,
  work: (sideEffects: FaultSideEffects, number: number) => ApiResponse,
): PlannedResponse => {
  const fault = service.faults.take(request.method, request.path);
  const number = logRequest(service, request, fault);
  const early = faultBefore(fault);
  const outcome =
    early ??
    faultAfter(
      fault,
      responseOf(() => work(sideEffectsOf(fault), number)),
    );
  service.requestLog.note(number, { status: outcome.response.status });
  return outcome;
};

const responseOf = (work: () => ApiResponse): ApiResponse => {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: error.body };
    // A bug of the simulator itself, which its users must see.
    const description = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { status: 500, body: { code: 'SimulatorFault', description, data: [], source: 'Simulator' } };
  }
};

const authorize = (service: Service, { user }: Route, { headers }: HttpRequest): AccessToken => {
  const token = service.login.bearer(headers['authorization']);
  if (user && token.kind === 'app-only') throw apiError('900329');
  if (token.kind === 'app+user' && !service.partners.of(token.tenantId).multiFactor) throw apiError('900421');
  return token;
};

/** Adds the MFA header where the request asks for it; app+user tokens without the claim were refused before. */
const withMfaHeader = (response: ApiResponse, { kind }: AccessToken, { headers }: HttpRequest): ApiResponse =>
  kind === 'app+user' && headers['validatemfa']?.toLowerCase() === 'true'
    ? { ...response, headers: { ...response.headers, isMfaCompliant: 'true' } }
    : response;

/**
 * Runs one API request: checks the token, then repeats the response of the same earlier request or runs its handler.
 */
export const runOperation =
  (service: Service, route: Route, request: HttpRequest) =>
  (sideEffects: FaultSideEffects, number: number): ApiResponse => {
    const token = authorize(service, route, request);
    service.requestLog.note(number, { token: token.kind });
    const { method, path, query, text, headers } = request;
    const { tenantId } = token;
    const same = { tenantId, requestId: headers['ms-requestid'], method, url: `${path}?${query.toString()}`, text };
    const known = service.idempotency.find(same);
    if (known !== undefined) {
      service.requestLog.note(number, { replayed: true });
      return known;
    }
    const { now, newId, newPassword, state } = service;
    const partner = service.partners.of(tenantId);
    const sources = { now, newId, newPassword };
    const response = route.handler({
      ...request,
      ...sources,
      body: parseJsonBody(text),
      partner,
      token,
      state,
      sideEffects,
    });
    service.idempotency.keep(same, response);
    return withMfaHeader(response, token, request);
  };
