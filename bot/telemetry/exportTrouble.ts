import { diag, DiagLogLevel } from '@opentelemetry/api';
import { core } from '@opentelemetry/sdk-node';
import { minute } from '../../lib/durations.ts';
import { type Log, safeError } from '../log.ts';

/** Milliseconds within which the same trouble is told once: an export is tried every few seconds. */
const toldEvery = 10 * minute;

/** Tells in the log, one line each and the same seldom, what OpenTelemetry's SDK complains of. */
export function logExportTrouble(log: Log, elapsed: () => number = () => performance.now()): void {
  const told = new Map<string, number>();
  const tell = (text: string): void => {
    const before = told.get(text);
    if (before !== undefined && elapsed() - before < toldEvery) return;
    // Few texts are told; numbers in them could make them many.
    if (told.size > 100) told.clear();
    told.set(text, elapsed());
    log.warn({ source: 'telemetry' }, text);
  };
  const said = (message: string): void => tell(String(safeError(new Error(message))['message']));
  const quiet = (): void => undefined;
  diag.setLogger({ error: said, warn: said, info: quiet, debug: quiet, verbose: quiet }, DiagLogLevel.WARN);
  core.setGlobalErrorHandler((failure) => {
    const { name, code, message } = safeError(typeof failure === 'string' ? new Error(failure) : failure);
    const why = [code ?? name, message].filter((part) => part !== '').join(': ');
    tell(
      `traces or metrics could not be exported (${why}); it is tried again, and told again in ten minutes at the earliest`,
    );
  });
}
