import { createHash } from 'node:crypto';
import pino, { type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './settings/config.ts';

/** The bot's logger: JSON lines, the time in ISO 8601. */
export type Log = Logger;

// Nothing here should reach the log; if something does, its value stays out.
const secrets = ['authorization', 'Authorization', 'password', 'token', 'accessToken', 'value', 'text', 'body'];
const redacted = secrets.flatMap((key) => [key, `*.${key}`]);

const harmless = (text: string): string =>
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

// The logger makes a failure of everything under `err`, of what is one already too.
const failures = new WeakSet<object>();

/** What may be logged of an error: its name, codes, first line (at most 300 characters, no addresses or tokens) and places in the code. */
export const failure = (error: unknown): Readonly<Record<string, unknown>> => {
  if (isFailure(error)) return error;
  const failed = error instanceof Error ? told(error) : { name: typeof error };
  failures.add(failed);
  return failed;
};

const isFailure = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && failures.has(value);

const told = (error: Error): Readonly<Record<string, unknown>> => ({
  name: error.name,
  message: harmless(error.message),
  ...('code' in error && typeof error.code === 'string' ? { code: harmless(error.code) } : {}),
  ...('statusCode' in error && typeof error.statusCode === 'number' ? { status: error.statusCode } : {}),
  at: frames(error.stack),
});

/** A logger of that level; without a destination to standard output. Errors go under `err` and are cut to what `failure` gives. */
export const createLog = (level: LogLevel, destination?: DestinationStream): Log => {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: failure },
    redact: { paths: redacted, censor: '…' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
};

/** A short name for a user that tells their lines from others' without telling who it is. */
export const hashedUser = (tenantId: string, userId: string): string =>
  createHash('sha256').update(`${tenantId}\n${userId}`).digest('hex').slice(0, 16);

const firstLine = (values: readonly unknown[]): string =>
  values
    .map((value) => (value instanceof Error ? `${value.name}: ${value.message}` : value))
    .filter((value, index) => typeof value === 'string' && (index === 0 || values[index] instanceof Error))
    .map((value) => harmless(String(value)))
    .join(' ')
    .slice(0, 300);

const levels = { error: 'error', warn: 'warn', info: 'info', log: 'info', debug: 'debug' } as const;
const methods = ['error', 'warn', 'info', 'log', 'debug'] as const;

/**
 * Sends what the SDK writes to the console to the log instead: the first line of a text or an error, never the values beside it.
 * Returns a function that puts the console back.
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
