import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { samplePartners } from '../partner-center/rules/samplePartners.ts';
import { startSimulator } from './simulator.ts';
import { defined } from '../lib/optional.ts';

const settings = z.object({
  SIMULATOR_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  SIMULATOR_FILE: z.string().optional(),
  PARTNERS_FILE: z.string().optional(),
  SIMULATOR_LEGACY_ATTESTATION: z.enum(['retired', 'taken']).default('retired'),
});

const say = (lines: readonly string[]): void => void process.stderr.write(`${lines.join('\n')}\n`);

const unset = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));

const partnersOf = (file: string | undefined): readonly unknown[] =>
  file === undefined ? samplePartners : z.array(z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));

const main = async (): Promise<void> => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const given = settings.parse(unset(process.env));
  const { SIMULATOR_PORT: port, SIMULATOR_FILE: file, PARTNERS_FILE } = given;
  const legacyAttestation = given.SIMULATOR_LEGACY_ATTESTATION === 'taken';
  const partners = partnersOf(PARTNERS_FILE);
  const simulator = await startSimulator({
    port,
    partners,
    legacyAttestation,
    ...defined({ file }),
  });
  say([
    'A simulated Partner Center is running. Nothing is sent to Microsoft.',
    `  Start the bot with   PARTNER_CENTER=rest`,
    `                       PARTNER_CENTER_URL=${simulator.url}`,
    '                       PARTNER_CENTER_CLIENT_ID=any  PARTNER_CENTER_CLIENT_SECRET=any',
    `  Partners             ${PARTNERS_FILE ?? 'the sample partners'}`,
    `  Records              ${file ?? 'in memory'}`,
    `  What was called      ${simulator.url}/simulator/calls`,
  ]);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      simulator.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
};

main().catch((error: unknown) => {
  const text =
    error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error);
  say([`The simulator could not start: ${text}`]);
  process.exit(1);
});
