import { camelCase } from './camelCase.ts';
import type { Answer, Injected, Sources } from './call.ts';
import { type Calls, createCalls } from './calls.ts';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { afterWork, beforeWork, injectedBy, type Outcome } from './mishaps.ts';
import type { Partners } from './partners.ts';
import { Refusal, refusal } from './refusal.ts';
import { createReplays, type Replays } from './replays.ts';
import type { Route } from './routes.ts';
import { createLogin, type Login, type Token } from './tokens.ts';
import type { World } from './world.ts';

/** One HTTP request, read. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

/** Partner Center in one process, without HTTP. */
export interface Service extends Sources {
  readonly login: Login;
  readonly partners: Partners;
  readonly faults: Faults;
  readonly calls: Calls;
  readonly replays: Replays;
  /** Everything remembered; replaced by a reset. */
  world: World;
}

/** A service that nobody called yet. */
export const createService = (sources: Sources, partners: Partners, world: World): Service => ({
  ...sources,
  login: createLogin(sources),
  partners,
  faults: createFaults(),
  calls: createCalls(),
  replays: createReplays(),
  world,
});

const json = (text: string): unknown => {
  if (text.trim() === '') return undefined;
  try {
    return camelCase(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    throw refusal('800002');
  }
};

const begun = (service: Service, { method, path, query, headers }: Request, fault: Fault | undefined): number => {
  const { 'ms-requestid': requestId, 'ms-correlationid': correlationId } = headers;
  return service.calls.begin({
    method,
    path,
    query: query.toString(),
    ...(requestId === undefined ? {} : { requestId }),
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(fault === undefined ? {} : { fault: fault.kind }),
  });
};

/** Answers a request with `work`, recorded, with the fault that befalls it. A Refusal is an answer; other errors are 500. */
export const perform = (
  service: Service,
  request: Request,
  work: (injected: Injected, number: number) => Answer,
): Outcome => {
  const fault = service.faults.take(request.method, request.path);
  const number = begun(service, request, fault);
  const early = beforeWork(fault);
  const outcome =
    early ??
    afterWork(
      fault,
      attempt(() => work(injectedBy(fault), number)),
    );
  service.calls.note(number, { status: outcome.answer.status });
  return outcome;
};

const attempt = (work: () => Answer): Answer => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: error.body };
    // A fault of the simulator itself: whoever tests against it must see it.
    const description = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { status: 500, body: { code: 'SimulatorFault', description, data: [], source: 'Simulator' } };
  }
};

const authorized = (service: Service, { user }: Route, { headers }: Request): Token => {
  const token = service.login.bearer(headers['authorization']);
  if (user && token.kind === 'app-only') throw refusal('900329');
  if (token.kind === 'app+user' && !service.partners.of(token.tenantId).multiFactor) throw refusal('900421');
  return token;
};

/** Whoever asks is told whether the user's token has the claim of multi-factor sign-in; one that has not was refused. */
const withMfa = (answer: Answer, { kind }: Token, { headers }: Request): Answer =>
  kind === 'app+user' && headers['validatemfa']?.toLowerCase() === 'true'
    ? { ...answer, headers: { ...answer.headers, isMfaCompliant: 'true' } }
    : answer;

/** One call of the API: the token, the answer of the same call before, or the operation itself. */
export const callOperation =
  (service: Service, route: Route, request: Request) =>
  (injected: Injected, number: number): Answer => {
    const token = authorized(service, route, request);
    service.calls.note(number, { token: token.kind });
    const { method, path, query, text, headers } = request;
    const { tenantId } = token;
    const same = { tenantId, requestId: headers['ms-requestid'], method, url: `${path}?${query.toString()}`, text };
    const known = service.replays.find(same);
    if (known !== undefined) {
      service.calls.note(number, { replayed: true });
      return known;
    }
    const { now, newId, newPassword, world } = service;
    const partner = service.partners.of(tenantId);
    const sources = { now, newId, newPassword };
    const answer = route.handler({ ...request, ...sources, body: json(text), partner, token, world, injected });
    service.replays.keep(same, answer);
    return withMfa(answer, token, request);
  };
