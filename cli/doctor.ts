import { randomUUID } from 'node:crypto';
import { loadEnvironment } from '../bot/settings/config.ts';
import { checkUp } from './checkUp.ts';
import type { Finding } from './check.ts';
import { createLog } from '../bot/log.ts';

const marks: Readonly<Record<Finding['state'], string>> = { ok: 'ok     ', fault: 'FAULT  ', skipped: '-      ' };

/** Prints one line a check; the exit code is 1 when a check found a fault. */
async function main(): Promise<void> {
  loadEnvironment();
  const deps = {
    now: () => new Date(),
    newId: randomUUID,
    log: createLog('silent'),
    nodeVersion: process.version,
  };
  for await (const { check, state, text } of checkUp(process.env, deps)) {
    process.stdout.write(`${marks[state]}${check}: ${text.replaceAll(/\s+/g, ' ')}\n`);
    if (state === 'fault') process.exitCode = 1;
  }
}

// A closed pipe (`npm run doctor | head`) ends the program without an error.
process.stdout.on('error', () => process.exit());

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'unknown error'}\n`);
  process.exitCode = 1;
});
