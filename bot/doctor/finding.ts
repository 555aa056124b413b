import type { LockTimes } from '../../storage/folderLock.ts';
import type { Log } from '../log.ts';

/** What a check found: all well, something to mend (`text` says how), or nothing that could be tried here. */
export interface Outcome {
  readonly state: 'ok' | 'fault' | 'skipped';
  /** One line without any secret. */
  readonly text: string;
}

/** An outcome with the name of its check. */
export interface Finding extends Outcome {
  readonly check: string;
}

/** What a check-up is made with, besides the environment. */
export interface CheckUpTools {
  readonly now: () => Date;
  /** Gives GUIDs. */
  readonly newId: () => string;
  readonly log: Log;
  readonly nodeVersion: string;
  readonly fetch?: typeof fetch;
  readonly lockTimes?: LockTimes;
}

/** All is well. */
export const ok = (text: string): Outcome => ({ state: 'ok', text });

/** Something is wrong; the text ends with what to do. */
export const fault = (text: string): Outcome => ({ state: 'fault', text });

/** It could not be tried, or there is nothing to try. */
export const skipped = (text: string): Outcome => ({ state: 'skipped', text });

/** What may be told of an error that is not ours: its code. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no code';
