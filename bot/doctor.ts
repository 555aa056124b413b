import { randomUUID } from 'node:crypto';
import { loadEnvironment } from './settings/config.ts';
import { checkUp } from './doctor/checkUp.ts';
import type { Finding } from './doctor/finding.ts';
import { createLog } from './log.ts';

const marks: Readonly<Record<Finding['state'], string>> = { ok: 'ok     ', fault: 'FAULT  ', skipped: '-      ' };

/** Prints one line a check; the process ends with 1 when something must be mended. */
async function main(): Promise<void> {
  loadEnvironment();
  const tools = {
    now: () => new Date(),
    newId: randomUUID,
    log: createLog('silent'),
    nodeVersion: process.version,
  };
  for await (const { check, state, text } of checkUp(process.env, tools)) {
    process.stdout.write(`${marks[state]}${check}: ${text.replaceAll(/\s+/g, ' ')}\n`);
    if (state === 'fault') process.exitCode = 1;
  }
}

// Who reads no further, such as `head`, has seen enough.
process.stdout.on('error', () => process.exit());

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'unknown error'}\n`);
  process.exitCode = 1;
});
