import { resolve } from 'node:path';
import * as z from 'zod';
import type { FolderStorage } from '../../storage/folderFormat.ts';
import { hasSqlite, noSqlite } from '../../storage/sqlite/support.ts';
import { agreementFaults, readAgreement, type AgreementConfig } from './agreementConfig.ts';
import { ConfigurationError } from './configurationError.ts';
import { isLoopbackHost } from '../door/loopback.ts';
import { isChannelSetting, readRegistration, registrationFaults, type Registration } from './registration.ts';
import { readRest, restFaults, type RestConfig } from './restConfig.ts';
import { teamsCloudIds, type TeamsCloudId } from './teamsClouds.ts';

// No trace: restify writes whole requests at that level.
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** How much is logged. */
export type LogLevel = (typeof logLevels)[number];

/** Every setting, read once at the start. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataDir: string;
  /** Absolute path; always there with an app id. */
  readonly partnersFile?: string;
  /** `sqlite` needs Node 22.13 or later. */
  readonly storage: FolderStorage;
  /** `rest` is Microsoft's own; there `rest` says how it is reached. */
  readonly partnerCenter: 'local' | 'rest';
  readonly rest?: RestConfig;
  readonly agreement: AgreementConfig;
  readonly logLevel: LogLevel;
  /** Minutes after which an admin password is blanked in the chat. */
  readonly passwordShownMinutes: number;
  /** Most turns of one user a minute. */
  readonly turnsPerMinute: number;
  /** No app id: nobody proves who is asking, so only this machine is served and called. */
  readonly anonymous: boolean;
  readonly registration?: Registration;
  /** The cloud whose Teams the bot is in. */
  readonly teamsCloud: TeamsCloudId;
  /** Domains of OneDrive: files are sent to hosts there that users accept in Teams, and fetched from there. */
  readonly fileHosts: readonly string[];
  /** The SDK's own addresses, for tests against stubs; empty in production. */
  readonly channel: Readonly<Record<string, string>>;
}

type Settings = Readonly<Record<string, string>>;

const oneOf = <const T extends readonly [string, ...string[]]>(values: T, fallback: T[number]) =>
  z.enum(values, `is not one of ${values.join(', ')}. Choose one, or unset it for ${fallback}.`).default(fallback);

const port = 'is not a port. Set a whole number from 0 (any free port) to 65535, or unset it for 3978.';
const minutes = 'is not a number of minutes above 0 and up to 1440. Correct it, or unset it for 10.';

const hosts = 'is not a list of domains, such as sharepoint.com,sharepoint.us. Correct it, or unset it.';

const turns = 'is not a number of turns from 1 to 1000000. Correct it, or unset it for 120.';

const schema = z.object({
  PORT: z.string().regex(/^\d+$/, port).transform(Number).pipe(z.number().max(65535, port)).default(3978),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default('./data'),
  PARTNERS_FILE: z.string().optional(),
  STORAGE: oneOf(['lowdb', 'sqlite'], 'lowdb'),
  PARTNER_CENTER: oneOf(['local', 'rest'], 'local'),
  TEAMS_CLOUD: oneOf(teamsCloudIds, 'public'),
  LOG_LEVEL: oneOf(logLevels, 'info'),
  TURNS_PER_MINUTE: z
    .string()
    .regex(/^\d+$/, turns)
    .transform(Number)
    .pipe(z.number().min(1, turns).max(1_000_000, turns))
    .default(120),
  FILE_HOSTS: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+(,[a-z0-9-]+(\.[a-z0-9-]+)+)*$/, hosts)
    .default('sharepoint.com,sharepoint.us,sharepoint.cn'),
  PASSWORD_SHOWN_MINUTES: z.coerce.number(minutes).positive(minutes).max(1440, minutes).default(10),
});

const trimmed = (env: NodeJS.ProcessEnv): Settings =>
  Object.fromEntries(
    Object.entries(env)
      .map(([name, value]) => [name, value?.trim() ?? ''] as const)
      .filter(([, value]) => value !== ''),
  );

const exposureFaults = (settings: Settings): string[] => {
  const faults: string[] = [];
  const production = settings['NODE_ENV'] === 'production';
  if (settings['MicrosoftAppId'] === undefined) {
    if (production) faults.push('MicrosoftAppId: is missing. With NODE_ENV=production the bot must be registered.');
    if (!isLoopbackHost(settings['HOST'] ?? '127.0.0.1'))
      faults.push(
        'HOST: is not this machine alone. Without MicrosoftAppId only 127.0.0.1, localhost or ::1 may be set.',
      );
  } else if (settings['PARTNERS_FILE'] === undefined)
    faults.push('PARTNERS_FILE: is missing. With MicrosoftAppId, name the file that lists who may use the bot.');
  // The SDK signs in at the public login with a certificate, whatever cloud it is.
  if ((settings['TEAMS_CLOUD'] ?? 'public') !== 'public' && settings['MicrosoftAppCertificateFile'] !== undefined)
    faults.push(
      'MicrosoftAppCertificateFile: is taken with TEAMS_CLOUD=public only. Set MicrosoftAppPassword, or use a managed identity.',
    );
  if (settings['NODE_ENV'] !== 'test')
    for (const name of Object.keys(settings).filter(isChannelSetting))
      faults.push(
        `${name}: must not be set; it would lead tokens elsewhere. Unset it (only tests may, with NODE_ENV=test).`,
      );
  return faults;
};

const storageFaults = (settings: Settings, nodeVersion: string): string[] =>
  settings['STORAGE'] === 'sqlite' && !hasSqlite(nodeVersion) ? [`STORAGE: ${noSqlite(nodeVersion)}`] : [];

const toConfig = (settings: Settings, values: z.output<typeof schema>): Config => {
  const registration = readRegistration(settings);
  return {
    port: values.PORT,
    host: values.HOST ?? (registration === undefined ? '127.0.0.1' : '0.0.0.0'),
    dataDir: resolve(values.DATA_DIR),
    ...(values.PARTNERS_FILE === undefined ? {} : { partnersFile: resolve(values.PARTNERS_FILE) }),
    storage: values.STORAGE,
    partnerCenter: values.PARTNER_CENTER,
    ...(values.PARTNER_CENTER === 'rest' ? { rest: readRest(settings) } : {}),
    agreement: readAgreement(settings),
    logLevel: values.LOG_LEVEL,
    passwordShownMinutes: values.PASSWORD_SHOWN_MINUTES,
    turnsPerMinute: values.TURNS_PER_MINUTE,
    anonymous: registration === undefined,
    teamsCloud: values.TEAMS_CLOUD,
    fileHosts: values.FILE_HOSTS.split(','),
    ...(registration === undefined ? {} : { registration }),
    channel: Object.fromEntries(Object.entries(settings).filter(([name]) => isChannelSetting(name))),
  };
};

/**
 * The configuration of an environment; empty values count as unset, unknown names are ignored.
 * Throws a ConfigurationError naming every fault at once.
 */
export const readConfig = (env: NodeJS.ProcessEnv, nodeVersion = process.version): Config => {
  const settings = trimmed(env);
  const parsed = schema.safeParse(settings);
  const faults = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...registrationFaults(settings),
    ...restFaults(settings),
    ...agreementFaults(settings),
    ...exposureFaults(settings),
    ...storageFaults(settings, nodeVersion),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigurationError('Settings', faults);
  return toConfig(settings, parsed.data);
};

/** Adds the settings of a `.env` file to the process's own, which win; a missing file is fine. */
export const loadEnvironment = (file = '.env'): void => {
  try {
    process.loadEnvFile(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
};
