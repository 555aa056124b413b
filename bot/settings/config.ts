import { resolve } from 'node:path';
import * as z from 'zod';
import type { TableOfAccount } from '../../storage/azure/table.ts';
import type { FolderStorage } from '../../storage/dataFolder.ts';
import { hasSqlite, sqliteMissingText } from '../../storage/sqlite/database.ts';
import {
  type AgreementConfig,
  agreementFaults,
  readAgreement,
  readRest,
  type RestConfig,
  restFaults,
} from './partnerCenterConfig.ts';
import { isLoopbackHost } from '../../lib/loopback.ts';
import { isChannelSetting, readRegistration, type Registration, registrationFaults } from './botRegistration.ts';
import { readTableAccount, tableAccountFault, tableNameField } from './tableAccount.ts';
import { type TeamsCloudId, teamsCloudIds } from './teamsClouds.ts';
import { defined } from '../../lib/optional.ts';

/**
 * Raised for faulty settings or a faulty file they name: all faults at once, each with the setting, the fault and the
 * cure.
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly faults: readonly string[];

  constructor(source: string, faults: readonly string[]) {
    super([`${source}: ${faults.length === 1 ? 'one fault' : `${faults.length} faults`}`, ...faults].join('\n  - '));
    this.faults = faults;
  }
}

// No trace: restify writes whole requests at that level.
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** The log level. */
export type LogLevel = (typeof logLevels)[number];

/** Every setting, read once at the start. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataDir: string;
  /** Absolute path; always set with an app id. */
  readonly partnersFile?: string;
  /** The store of the folder (`sqlite` needs Node 22.13 or later), or a table that several processes may use. */
  readonly storage: FolderStorage | TableOfAccount;
  /** `rest` is Microsoft's API, with its settings in `rest`. */
  readonly partnerCenter: 'local' | 'rest';
  readonly rest?: RestConfig;
  readonly agreement: AgreementConfig;
  readonly logLevel: LogLevel;
  /** Minutes after which an admin password is blanked in the chat. */
  readonly passwordShownMinutes: number;
  /** Most turns of one user a minute. */
  readonly turnsPerMinute: number;
  /** True without an app id: requests are unauthenticated, so only this machine is served and called. */
  readonly anonymous: boolean;
  readonly registration?: Registration;
  /** The cloud whose Teams the bot is in. */
  readonly teamsCloud: TeamsCloudId;
  /**
   * Domains of OneDrive: files accepted in Teams are uploaded to their hosts, and sent files are downloaded from there.
   */
  readonly fileHosts: readonly string[];
  /** The SDK's own addresses, for tests against stubs; empty in production. */
  readonly channel: Readonly<Record<string, string>>;
}

type Settings = Readonly<Record<string, string>>;

const oneOf = <const T extends readonly [string, ...string[]]>(values: T, fallback: T[number]) =>
  z.enum(values, `is not one of ${values.join(', ')}. Choose one, or unset it for ${fallback}.`).default(fallback);

const portFault = 'is not a port. Set a whole number from 0 (any free port) to 65535, or unset it for 3978.';
const minutesFault = 'is not a number of minutes above 0 and up to 1440. Correct it, or unset it for 10.';

const hostsFault = 'is not a list of domains, such as sharepoint.com,sharepoint.us. Correct it, or unset it.';

const turnsFault = 'is not a number of turns from 1 to 1000000. Correct it, or unset it for 120.';

const settingsSchema = z.object({
  PORT: z.string().regex(/^\d+$/, portFault).transform(Number).pipe(z.number().max(65535, portFault)).default(3978),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default('./data'),
  PARTNERS_FILE: z.string().optional(),
  STORAGE: oneOf(['lowdb', 'sqlite', 'azure'], 'lowdb'),
  AZURE_STORAGE_TABLE: tableNameField,
  PARTNER_CENTER: oneOf(['local', 'rest'], 'local'),
  TEAMS_CLOUD: oneOf(teamsCloudIds, 'public'),
  LOG_LEVEL: oneOf(logLevels, 'info'),
  TURNS_PER_MINUTE: z
    .string()
    .regex(/^\d+$/, turnsFault)
    .transform(Number)
    .pipe(z.number().min(1, turnsFault).max(1_000_000, turnsFault))
    .default(120),
  FILE_HOSTS: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+(,[a-z0-9-]+(\.[a-z0-9-]+)+)*$/, hostsFault)
    .default('sharepoint.com,sharepoint.us,sharepoint.cn'),
  PASSWORD_SHOWN_MINUTES: z.coerce.number(minutesFault).positive(minutesFault).max(1440, minutesFault).default(10),
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

const storageFaults = (settings: Settings, nodeVersion: string): string[] => {
  if (settings['STORAGE'] === 'sqlite' && !hasSqlite(nodeVersion))
    return [`STORAGE: ${sqliteMissingText(nodeVersion)}`];
  const fault = settings['STORAGE'] === 'azure' ? tableAccountFault(settings) : undefined;
  return fault === undefined ? [] : [fault];
};

/** The store that the settings choose; its faults were named before. */
const readStorage = (
  settings: Settings,
  { STORAGE: storage, AZURE_STORAGE_TABLE: name }: z.output<typeof settingsSchema>,
): Config['storage'] => (storage === 'azure' ? { account: readTableAccount(settings) ?? {}, name } : storage);

const toConfig = (settings: Settings, values: z.output<typeof settingsSchema>): Config => {
  const registration = readRegistration(settings);
  return {
    port: values.PORT,
    host: values.HOST ?? (registration === undefined ? '127.0.0.1' : '0.0.0.0'),
    dataDir: resolve(values.DATA_DIR),
    ...(values.PARTNERS_FILE === undefined ? {} : { partnersFile: resolve(values.PARTNERS_FILE) }),
    storage: readStorage(settings, values),
    partnerCenter: values.PARTNER_CENTER,
    ...(values.PARTNER_CENTER === 'rest' ? { rest: readRest(settings) } : {}),
    agreement: readAgreement(settings),
    logLevel: values.LOG_LEVEL,
    passwordShownMinutes: values.PASSWORD_SHOWN_MINUTES,
    turnsPerMinute: values.TURNS_PER_MINUTE,
    anonymous: registration === undefined,
    teamsCloud: values.TEAMS_CLOUD,
    fileHosts: values.FILE_HOSTS.split(','),
    ...defined({ registration }),
    channel: Object.fromEntries(Object.entries(settings).filter(([name]) => isChannelSetting(name))),
  };
};

/**
 * The configuration of an environment; empty values count as unset, unknown names are ignored.
 * Throws a ConfigurationError naming every fault at once.
 */
export const readConfig = (env: NodeJS.ProcessEnv, nodeVersion = process.version): Config => {
  const settings = trimmed(env);
  const parsed = settingsSchema.safeParse(settings);
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

/** One line for the console that says where submissions go: nowhere (practice), Partner Center or the simulator. */
export function describeDestination({ rest }: Config): string {
  if (rest === undefined) return 'Practice mode: nothing is sent to Microsoft.';
  return rest.url === undefined
    ? "Partner Center: customers are created at Microsoft, in each partner's cloud."
    : `Simulator at ${rest.url}: nothing is sent to Microsoft, and its own login stands in for MSAL.`;
}
