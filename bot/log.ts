import { hash } from 'node:crypto';
import pino, { type DestinationStream, type Logger } from 'pino';
import { failureCode, failureStatus } from '../lib/failureCode.ts';
import { memoizeLast } from '../lib/memoize.ts';
import { defined } from '../lib/optional.ts';
import type { LogLevel } from './settings/config.ts';

/** The bot's logger: JSON lines, the time in ISO 8601. */
export type Log = Logger;

// A second line of defence: no code logs these keys, and if some did, the values would be replaced.
const secrets = ['authorization', 'Authorization', 'password', 'token', 'accessToken', 'value', 'text', 'body'];
const redacted = secrets.flatMap((key) => [key, `*.${key}`]);

const withoutSecrets = (text: string): string =>
  text
    .replace(/^\s+/, '')
    .replace(/[\r\n][\s\S]*$/, '')
    .slice(0, 300)
    .replace(/\b(bearer\s+)\S+/gi, '$1…')
    .replace(/\beyJ[\w-]+(\.[\w-]+)*/g, '…')
    .replace(/[^\s@<>"']+@[^\s@<>"']+/g, '…@…');

const frames = (stack: string | undefined): string[] =>
  (stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 12);

// Pino runs the serializer on every `err`, also on values that are safe already.
const safeErrors = new WeakSet<object>();

/**
 * The loggable part of an error: its name, codes, first line (at most 300 characters, no addresses or tokens), stack
 * frames, and names and codes of the errors behind it.
 */
export const safeError = (error: unknown): Readonly<Record<string, unknown>> => {
  if (isSafeError(error)) return error;
  const failed = error instanceof Error ? safeFields(error) : { name: typeof error };
  safeErrors.add(failed);
  return failed;
};

const isSafeError = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && safeErrors.has(value);

/** Errors that stand behind another one which are logged, at most. */
const longestChain = 4;

/** Name, code and status of an error. Classes of ours seldom set `name`. */
function labels(error: Error): Readonly<Record<string, unknown>> {
  const code = failureCode(error);
  return {
    name: error.name === 'Error' ? error.constructor.name : error.name,
    ...defined({ code: code === undefined ? undefined : withoutSecrets(code), status: failureStatus(error) }),
  };
}

/** The errors behind one, from the nearest on: labels alone, as their messages may quote addresses and bodies. */
function causes({ cause }: Error, left = longestChain): Readonly<Record<string, unknown>> {
  if (!(cause instanceof Error) || left === 0) return {};
  return { cause: { ...labels(cause), ...causes(cause, left - 1) } };
}

const safeFields = (error: Error): Readonly<Record<string, unknown>> => ({
  ...labels(error),
  message: withoutSecrets(error.message),
  ...causes(error),
  at: frames(error.stack),
});

/**
 * A logger of that level; without a destination it writes to standard output. Errors under `err` are logged as
 * `safeError`.
 */
export const createLog = (level: LogLevel, destination?: DestinationStream): Log => {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: safeError },
    redact: { paths: redacted, censor: '…' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
};

// Each turn names its user once more.
const hashed = memoizeLast(1_000, (user) => hash('sha256', user, 'hex').slice(0, 16));

/** A pseudonym of a user for the log: it groups the user's lines without naming the user. */
export const hashedUser = (tenantId: string, userId: string): string => hashed(`${tenantId}\n${userId}`);

const firstLine = (values: readonly unknown[]): string =>
  values
    .map((value) => (value instanceof Error ? `${value.name}: ${value.message}` : value))
    .filter((value, index) => typeof value === 'string' && (index === 0 || values[index] instanceof Error))
    .map((value) => withoutSecrets(String(value)))
    .join(' ')
    .slice(0, 300);

const levels = { error: 'error', warn: 'warn', info: 'info', log: 'info', debug: 'debug' } as const;
const methods = ['error', 'warn', 'info', 'log', 'debug'] as const;

/**
 * Redirects console output of the SDK to the log: the first line of a text or an error, never the values beside it.
 * Returns a function that restores the console.
 */
export const routeConsole = (log: Log): (() => void) => {
  const { error, warn, info, log: plain, debug } = console;
  for (const method of methods)
    console[method] = (...values: unknown[]) => {
      log[levels[method]]({ source: 'console' }, firstLine(values) || typeof values[0]);
    };
  return () => {
    Object.assign(console, { error, warn, info, log: plain, debug });
  };
};
