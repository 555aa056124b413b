import type { TurnHandler } from '../http/adapter.ts';
import type { ConnectorSend } from '../http/connectorClient.ts';
import type { Log } from '../log.ts';
import type { Documents } from '../../storage/documents.ts';

/** Jobs of one kind that are the machines' to do now, in all the records. */
export interface WaitingJobs {
  readonly count: number;
  /** Milliseconds since the oldest of them was wished, or its time had come; 0 where there is none. */
  readonly oldest: number;
}

/**
 * Traces and metrics of a process, each the same thing measured: a turn, a call to Partner Center or to the channel, a call
 * of the storage. Attributes hold kinds, methods, statuses and host names, and nothing of a user or a customer.
 */
export interface Telemetry {
  readonly turn: (handler: TurnHandler) => TurnHandler;
  readonly partnerCenter: typeof fetch;
  readonly channel: (send: ConnectorSend) => ConnectorSend;
  readonly documents: (documents: Documents) => Documents;
  /** Keeps how many jobs of a kind waited at the last look, to be told when it is asked for. */
  readonly waiting: (kind: string, jobs: WaitingJobs) => void;
  /** Sends what was not exported yet, and ends. */
  readonly stop: () => Promise<void>;
}

const exporters = ['OTEL_TRACES_EXPORTER', 'OTEL_METRICS_EXPORTER'];
const endpoints = ['', '_TRACES', '_METRICS'].map((signal) => `OTEL_EXPORTER_OTLP${signal}_ENDPOINT`);

const isSet = (value: string | undefined): boolean => (value ?? '').trim() !== '' && value !== 'none';

/** True where OpenTelemetry's own settings name an exporter or its endpoint, and do not disable the SDK. */
const isSwitchedOn = (settings: NodeJS.ProcessEnv): boolean =>
  settings['OTEL_SDK_DISABLED'] !== 'true' && [...exporters, ...endpoints].some((name) => isSet(settings[name]));

/** The process that is measured. */
export interface Exporting {
  /** Told what could not be exported. */
  readonly log: Log;
  /** Address on which metrics are served, where they are, unless the settings name another. */
  readonly host: string;
  readonly version: string;
}

/** The process's telemetry; undefined unless OpenTelemetry's settings switch it on. Its SDK is loaded only then. */
export async function startTelemetry(
  settings: NodeJS.ProcessEnv,
  exporting: Exporting,
): Promise<Telemetry | undefined> {
  if (!isSwitchedOn(settings)) return undefined;
  const { startOpenTelemetry } = await import('./openTelemetry.ts');
  return startOpenTelemetry(settings, exporting);
}
