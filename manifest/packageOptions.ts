import { parseArgs } from 'node:util';

/** Raised when no app package was made: all faults at once, each with the value or file and the cure. */
export class PackageError extends Error {
  override readonly name = 'PackageError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(['No package was written', ...faults].join('\n  - '));
    this.faults = faults;
  }
}

/** Options of an app package, without faults. */
export interface PackageOptions {
  readonly appId: string;
  readonly botId: string;
  /** The bot's host name. */
  readonly domain: string;
  readonly version: string;
  /** Name of the organization that runs the bot, as Teams shows it. */
  readonly developer: string;
  readonly support: string;
  readonly privacy: string;
  readonly terms: string;
  /** The zip to be written. */
  readonly out: string;
}

type GivenOptions = Readonly<Record<string, unknown>>;

interface Option {
  readonly value: keyof PackageOptions;
  readonly isRight: (value: string) => boolean;
  readonly cure: string;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isGuid = (value: string): boolean => guid.test(value) && /[1-9a-f]/i.test(value);

// A host Teams can reach: a name with a dot, no address, wildcard, port or path.
const isHostName = (value: string): boolean =>
  value.length <= 253 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/i.test(value);

// The schema's limits: 256 and 2048 characters, 32 for the developer's name.
const isVersion = (value: string): boolean => value.length <= 256 && /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(value);
const isPage = (value: string): boolean =>
  value.length <= 2048 && /^https:\/\/[^\s"<>\\]+$/i.test(value) && URL.canParse(value);
const isName = (value: string): boolean => value.length <= 32 && !/[\p{Cc}\p{Cf}]|\{\{/u.test(value);

const page = { isRight: isPage, cure: 'is not an https address. Correct it, or leave it out for the page of the bot.' };

const options: Readonly<Record<string, Option>> = {
  'app-id': { value: 'appId', isRight: isGuid, cure: 'is not a GUID. Make one for the app, once, and keep it.' },
  'bot-id': { value: 'botId', isRight: isGuid, cure: 'is not a GUID. Copy the Microsoft App ID of the Azure Bot.' },
  domain: {
    value: 'domain',
    isRight: isHostName,
    cure: 'is not a host name. Give that of the messaging endpoint alone, as in bot.contoso.example.',
  },
  version: { value: 'version', isRight: isVersion, cure: 'is not a version. Give three numbers, as in 1.0.0.' },
  developer: { value: 'developer', isRight: isName, cure: 'is not a name of at most 32 characters. Shorten it.' },
  support: { value: 'support', ...page },
  privacy: { value: 'privacy', ...page },
  terms: { value: 'terms', ...page },
  out: { value: 'out', isRight: (value) => value.endsWith('.zip'), cure: 'does not end in .zip. Name the file.' },
};

const required = ['app-id', 'bot-id', 'domain'];

const faultOf = (name: string, given: unknown): string[] => {
  const option = options[name];
  if (option === undefined) return [`--${name}: is unknown. Known are --${Object.keys(options).join(', --')}.`];
  const all: readonly unknown[] = [given].flat();
  if (all.length > 1) return [`--${name}: is there ${all.length} times. Give it once.`];
  const [value] = all;
  if (typeof value !== 'string' || value.trim() === '') return [`--${name}: has no value. Write --${name} VALUE.`];
  return option.isRight(value.trim()) ? [] : [`--${name}: ${JSON.stringify(value)} ${option.cure}`];
};

const parseArguments = (args: readonly string[]): { given: GivenOptions; faults: string[] } => {
  const known = Object.fromEntries(
    Object.keys(options).map((name) => [name, { type: 'string', multiple: true }] as const),
  );
  // Without this an option without a value would take the next option as its value.
  const whole = args.map((arg, index) =>
    /^--[\w-]+$/.test(arg) && (args[index + 1] ?? '--').startsWith('--') ? `${arg}=` : arg,
  );
  const parsed = parseArgs({ args: whole, options: known, strict: false, allowPositionals: true });
  return {
    given: { ...parsed.values },
    faults: parsed.positionals.map((text) => `${JSON.stringify(text)}: belongs to no option. Quote it, or remove it.`),
  };
};

const lowerCased = new Set<keyof PackageOptions>(['appId', 'botId', 'domain']);

/**
 * Reads the options of command-line arguments; optional ones default to values from the domain and `version`. Raises a
 * PackageError with all faults at once.
 */
export const readPackageOptions = (args: readonly string[], version: string): PackageOptions => {
  const { given, faults } = parseArguments(args);
  const missing = required.filter((name) => given[name] === undefined);
  const all = [
    ...missing.map((name) => `--${name}: is missing. Write --${name} VALUE.`),
    ...Object.entries(given).flatMap(([name, value]) => faultOf(name, value)),
    ...faults,
  ];
  if (all.length > 0) throw new PackageError(all);
  const texts = Object.entries(options).flatMap(([name, { value }]) => {
    const text = [given[name]].flat().join('').trim();
    return text === '' ? [] : [[value, lowerCased.has(value) ? text.toLowerCase() : text] as const];
  });
  const filled: Partial<PackageOptions> = Object.fromEntries(texts);
  const { appId = '', botId = '', domain = '' } = filled;
  const pages = {
    support: `https://${domain}/support`,
    privacy: `https://${domain}/privacy`,
    terms: `https://${domain}/terms`,
  };
  return {
    version,
    developer: 'Customer Desk',
    out: 'dist/customer-desk.zip',
    ...pages,
    ...filled,
    appId,
    botId,
    domain,
  };
};
