import { randomUUID } from 'node:crypto';
import { type Attributes, metrics, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { NodeSDK, resources } from '@opentelemetry/sdk-node';
import { logExportTrouble } from './exportTrouble.ts';
import type { Exporting, Telemetry, WaitingJobs } from './telemetry.ts';
import { correlationId } from '../http/adapter.ts';
import type { Documents } from '../../storage/documents.ts';
import { withTimeout } from '../../lib/withTimeout.ts';

const scope = 'customer-desk';

/** Attributes of a span and of its duration; those of OpenTelemetry's conventions have their names. */
type MeasuredAttributes = Partial<
  Record<
    | 'activity.type'
    | 'document.kind'
    | 'error.type'
    | 'http.request.method'
    | 'http.response.status_code'
    | 'operation'
    | 'server.address'
    | 'url.template',
    string | number
  >
>;

interface Measured<T> {
  readonly span: string;
  readonly kind: SpanKind;
  readonly attributes: MeasuredAttributes;
  /** Attributes of the span alone: each value in a metric would be a series of its own. */
  readonly ofSpan?: Attributes;
  readonly work: () => Promise<T>;
  /** Attributes of a result, known when the work is done. */
  readonly outcome?: (result: T) => MeasuredAttributes;
}

// The class alone: messages of errors may hold what a user typed.
const errorType = (error: unknown): string => (error instanceof Error ? error.constructor.name : typeof error);

// Those of OpenTelemetry's conventions for HTTP, and a millisecond for the storage; the SDK's own are for milliseconds.
const boundaries = [0.001, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** Runs work as a span and records its duration, in seconds, under `name`. Raises what the work raises. */
const measured = (name: string, description: string) => {
  const durations = metrics.getMeter(scope).createHistogram(name, {
    unit: 's',
    description,
    advice: { explicitBucketBoundaries: boundaries },
  });
  const tracer = trace.getTracer(scope);
  return async <T>({ span: title, kind, attributes, ofSpan = {}, work, outcome }: Measured<T>): Promise<T> =>
    tracer.startActiveSpan(title, { kind, attributes: { ...attributes, ...ofSpan } }, async (span) => {
      const begun = performance.now();
      const end = (more: MeasuredAttributes): void => {
        const known: Attributes = { ...attributes, ...more };
        span.setAttributes(more);
        if (more['error.type'] !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
        durations.record((performance.now() - begun) / 1000, known);
      };
      try {
        const result = await work();
        end(outcome?.(result) ?? {});
        return result;
      } catch (error) {
        end({ 'error.type': errorType(error) });
        throw error;
      }
    });
};

// Ids, domains, countries and products hold a digit, a dot or a sign, or are short.
const templateOf = (path: string): string => path.replaceAll(/\/(?!(?:v1|[a-z]{3,})(?:\/|$))[^/]+/gi, '/{}');

/** Attributes of an answer. That nothing is there is what a HEAD asks: a domain that nobody has is free. */
const answered =
  (method: string) =>
  ({ status }: { readonly status: number }): MeasuredAttributes => ({
    'http.response.status_code': status,
    ...(status >= 400 && !(method === 'HEAD' && status === 404) ? { 'error.type': String(status) } : {}),
  });

const measuredFetch = (measure: ReturnType<typeof measured>): typeof fetch =>
  async function fetchMeasured(input, init) {
    const { hostname, pathname } = new URL(input instanceof Request ? input.url : input);
    const method = init?.method ?? 'GET';
    const template = templateOf(pathname);
    return measure({
      span: `${method} ${template}`,
      kind: SpanKind.CLIENT,
      attributes: { 'http.request.method': method, 'server.address': hostname, 'url.template': template },
      work: () => fetch(input, init),
      outcome: answered(method),
    });
  };

/** Documents whose calls are measured, by operation and kind; a conflict is an `error.type` of its own. */
function measuredDocuments(documents: Documents): Documents {
  const measure = measured('customer_desk.storage.duration', 'Time of a call of the storage');
  const through = <T>(operation: string, kind: string, work: () => Promise<T>): Promise<T> =>
    measure({
      span: `storage ${operation}`,
      kind: SpanKind.CLIENT,
      attributes: { operation, 'document.kind': kind },
      work,
    });
  const { listOfAll } = documents;
  return {
    ...documents,
    get: (key) => through('get', key.kind, () => documents.get(key)),
    insert: (key, ...what) => through('insert', key.kind, () => documents.insert(key, ...what)),
    replace: (key, ...what) => through('replace', key.kind, () => documents.replace(key, ...what)),
    remove: (key, etag) => through('remove', key.kind, () => documents.remove(key, etag)),
    list: (kind, ...what) => through('list', kind, () => documents.list(kind, ...what)),
    ...(listOfAll === undefined ? {} : { listOfAll: (kind: string) => through('list', kind, () => listOfAll(kind)) }),
  };
}

/** Tells of the jobs that waited at the last look, by kind: how many, and the age of the oldest in seconds. */
function waitingJobs(): Telemetry['waiting'] {
  const seen = new Map<string, WaitingJobs>();
  const meter = metrics.getMeter(scope);
  const count = meter.createObservableGauge('customer_desk.jobs.waiting', {
    unit: '{job}',
    description: 'Jobs of all the records that were the machines’ to do at the last look',
  });
  const oldest = meter.createObservableGauge('customer_desk.jobs.oldest', {
    unit: 's',
    description: 'For how long the oldest of those jobs has waited',
  });
  meter.addBatchObservableCallback(
    (result) => {
      for (const [kind, jobs] of seen) {
        result.observe(count, jobs.count, { 'job.kind': kind });
        result.observe(oldest, jobs.oldest / 1000, { 'job.kind': kind });
      }
    },
    [count, oldest],
  );
  return (kind, jobs) => void seen.set(kind, jobs);
}

// The platform waits for the end of the process, not for a collector that does not answer.
const longestStop = 3_000;

/** Starts OpenTelemetry's SDK, which reads its settings itself; what it cannot export goes to the log. */
export function startOpenTelemetry(settings: NodeJS.ProcessEnv, { log, host, version }: Exporting): Telemetry {
  logExportTrouble(log);
  // The exporter reads it of the process alone, and would listen to everybody; an empty one counts as unset.
  process.env['OTEL_EXPORTER_PROMETHEUS_HOST'] ||= host;
  const sdk = new NodeSDK({
    serviceName: settings['OTEL_SERVICE_NAME'] ?? scope,
    // Without an id of their own the series of several processes are one, and each overwrites the others'.
    resource: resources
      .defaultResource()
      .merge(resources.resourceFromAttributes({ 'service.instance.id': randomUUID(), 'service.version': version })),
    // Those of process and host would tell of the user and the folders of this machine.
    resourceDetectors: [resources.envDetector],
    instrumentations: [],
    logRecordProcessors: [],
  });
  sdk.start();
  const turns = measured('customer_desk.turn.duration', 'Time until a message or a press is answered');
  const calls = measured('http.client.request.duration', 'Time of a call to Partner Center or to the channel');
  return {
    turn: (handler) => (context) => {
      const { type } = context.activity;
      return turns({
        span: `turn ${type}`,
        kind: SpanKind.SERVER,
        attributes: { 'activity.type': type },
        ofSpan: { 'customer_desk.correlation_id': correlationId(context) },
        work: () => handler(context),
      });
    },
    partnerCenter: measuredFetch(calls),
    channel: (send) => (call) => {
      const attributes = { 'http.request.method': call.method, 'server.address': new URL(call.url).hostname };
      const span = `${call.method} channel`;
      return calls({ span, kind: SpanKind.CLIENT, attributes, work: () => send(call), outcome: answered(call.method) });
    },
    documents: measuredDocuments,
    waiting: waitingJobs(),
    stop: () => withTimeout(sdk.shutdown(), longestStop, undefined),
  };
}
