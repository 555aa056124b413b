import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as z from 'zod';
import { lazy } from '../../lib/lazy.ts';
import { cloud, cloudIds } from '../../partner-center/rules/clouds.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { bundleFaults, bundlesField } from './partnerBundles.ts';
import { type Config, ConfigurationError } from './config.ts';

// Region codes of Intl that are no countries: groups, private use, and unknown.
const noCountries = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);
const countryNames = lazy(() => new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }));

/** True for the ISO 3166 alpha-2 code, in capitals, of a present country or territory. */
export const isCountryCode = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) &&
  !noCountries.has(code) &&
  countryNames().of(code) !== undefined &&
  // Withdrawn and alias codes (SU, UK) are canonicalized to another code here.
  new Intl.Locale(`und-${code}`).region === code;

const guid = z.guid('must be a GUID such as 00000000-0000-4000-8000-000000000001').toLowerCase();
const mpnId = z.string('must be text in quotation marks').regex(/^\d{1,10}$/, 'must be 1 to 10 digits');
const partnerName = z
  .string('must be a name')
  .trim()
  .min(1, 'must not be empty')
  .max(100, 'must be at most 100 characters');
const domainPattern = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;
const domain = z
  .string('must be a domain')
  .toLowerCase()
  .regex(domainPattern, 'must be a domain such as fabrikam.example');
const right = z.enum(['view', 'add', 'manage', 'remove'], 'must be view, add, manage or remove');
const reseller = z.strictObject({ tenantId: guid, mpnId, name: partnerName });

/** Schema of one partner of the partners file; GUIDs and domains come out in lower case, the country in capitals. */
const partnerFields = z.strictObject({
  tenantId: guid,
  name: partnerName,
  cloud: z.enum(cloudIds, `must be one of ${cloudIds.join(', ')}`),
  type: z.enum(
    ['direct-bill', 'indirect-provider', 'indirect-reseller'],
    'must be direct-bill, indirect-provider or indirect-reseller',
  ),
  country: z
    .string('must be a country code')
    .toUpperCase()
    .refine(isCountryCode, 'must be an ISO 3166 alpha-2 code such as US'),
  mpnId,
  domains: z.array(domain, 'must be a list of domains').min(1, 'must name at least one domain'),
  resellers: z.array(reseller, 'must be a list of resellers').exactOptional(),
  invitationLink: z.url({ protocol: /^https$/, error: 'must be the https link Partner Center gives' }).exactOptional(),
  catalogue: z.string('must be a path').min(1, 'must be the path of a JSON file').exactOptional(),
  bundles: bundlesField.exactOptional(),
  users: z.record(guid, z.array(right, 'must be a list of rights'), 'must map user ids to rights').exactOptional(),
});

type Entry = Readonly<Record<string, unknown>>;

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const lowerCased = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

const pathOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');

/** A path in which a user is a position: what is said of a file goes to the log, too. */
function withoutUserId(path: readonly PropertyKey[], entry: unknown): readonly PropertyKey[] {
  const [field, key, ...more] = path;
  if (field !== 'users' || typeof key !== 'string' || !isEntry(entry) || !isEntry(entry['users'])) return path;
  const position = Object.keys(entry['users']).findIndex((id) => id.toLowerCase() === key.toLowerCase());
  return [field, position, ...more];
}

const toLine = (issue: z.core.$ZodIssue, entry: unknown): string => {
  const path = pathOf(withoutUserId(issue.path, entry));
  if (issue.code === 'unrecognized_keys') return `${path}: has unknown settings: ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_key') return `${path}: the key must be a user's object id, a GUID`;
  if (issue.code === 'invalid_type' && issue.path.length === 0) return ': must be an object';
  return `${path}: ${issue.message}`;
};

const repeats = (values: readonly unknown[]): number[] =>
  values.flatMap((value, index) => (value !== undefined && values.indexOf(value) < index ? [index] : []));

const resellerFaults = (partner: Entry): string[] => {
  if (!Array.isArray(partner['resellers'])) return [];
  const ids = partner['resellers'].filter(isEntry).map((reseller) => lowerCased(reseller['tenantId']));
  const own = ids.indexOf(lowerCased(partner['tenantId']));
  return [
    ...(partner['type'] === 'indirect-provider' ? [] : ['.resellers: only an indirect-provider has resellers']),
    ...repeats(ids).map((index) => `.resellers[${index}].tenantId: is there twice`),
    ...(own >= 0 && ids[own] !== undefined ? [`.resellers[${own}].tenantId: is the partner's own`] : []),
  ];
};

// A cloud without resellers or invitations refuses them (developing-for-partner-center-for-microsoft-national-cloud).
const cloudFaults = (partner: Entry): string[] => {
  const id = cloudIds.find((known) => known === partner['cloud']);
  if (id === undefined) return [];
  return [
    ...(partner['resellers'] === undefined || cloud(id).resellers ? [] : [`.resellers: the cloud ${id} has none`]),
    ...(partner['invitationLink'] === undefined || cloud(id).noInvitation === undefined
      ? []
      : [`.invitationLink: the cloud ${id} has no invitations`]),
  ];
};

const userFaults = (partner: Entry): string[] => {
  if (!isEntry(partner['users'])) return [];
  const keys = Object.keys(partner['users']);
  return repeats(keys.map(lowerCased)).map((index) => `.users[${String(index)}]: is there twice`);
};

const catalogueFaults = async (partner: Entry, folder: string): Promise<string[]> => {
  if (typeof partner['catalogue'] !== 'string') return [];
  const path = resolve(folder, partner['catalogue']);
  const exists = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  return exists ? [] : [`.catalogue: there is no file ${path}`];
};

// developer/get-started: no API access for them, whatever their sign-in is.
const restFaults = (partner: Entry): string[] =>
  partner['type'] === 'indirect-reseller'
    ? [
        '.type: Microsoft gives indirect resellers no access to the Partner Center API, so PARTNER_CENTER=rest is not for them. ' +
          'Remove the partner: its indirect provider adds customers for it. Practice mode (PARTNER_CENTER=local) takes it.',
      ]
    : [];

/** Context of the checks of one partner: the folder of the file, and whether PARTNER_CENTER is `rest`. */
interface EntryContext {
  readonly folder: string;
  readonly rest: boolean;
}

const entryFaults = async (value: unknown, { folder, rest }: EntryContext): Promise<string[]> => {
  const own = (partnerFields.safeParse(value).error?.issues ?? []).map((issue) => toLine(issue, value));
  if (!isEntry(value)) return own;
  return [
    ...own,
    ...resellerFaults(value),
    ...cloudFaults(value),
    ...userFaults(value),
    ...(rest ? restFaults(value) : []),
    ...(await catalogueFaults(value, folder)),
    ...(rest ? [] : bundleFaults(value['bundles'], value['catalogue'], folder)),
  ];
};

const toPartner = (value: unknown, folder: string): Partner => {
  const partner = partnerFields.parse(value);
  return partner.catalogue === undefined ? partner : { ...partner, catalogue: resolve(folder, partner.catalogue) };
};

const readList = async (file: string): Promise<readonly unknown[]> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new ConfigurationError(file, [`cannot be read: ${String(error)}. Correct PARTNERS_FILE.`]);
  });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ConfigurationError(file, [`is not JSON: ${String(error)}`]);
  }
  const list: unknown = isEntry(json) ? json['partners'] : json;
  if (!Array.isArray(list) || list.length === 0)
    throw new ConfigurationError(file, [
      'must be a list of partners, or { "partners": […] }, with one partner or more',
    ]);
  return list as readonly unknown[];
};

/**
 * The partners of a JSON file (a list, or `{ partners }`); catalogue paths come out absolute, taken from the file's folder.
 * With `rest` an indirect reseller is a fault. Throws a ConfigurationError naming every fault of the file at once, each with its path.
 */
export const readPartners = async (file: string, rest = false): Promise<readonly Partner[]> => {
  const list = await readList(file);
  const folder = dirname(resolve(file));
  const faults = await Promise.all(
    list.map(async (value, index) =>
      (await entryFaults(value, { folder, rest })).map((fault) => `partners[${index}]${fault}`),
    ),
  );
  const ids = list.map((value) => (isEntry(value) ? lowerCased(value['tenantId']) : undefined));
  const twice = repeats(ids).map((index) => `partners[${index}].tenantId: is there twice`);
  const all = [...faults.flat(), ...twice];
  if (all.length > 0) throw new ConfigurationError(file, all);
  return list.map((value) => toPartner(value, folder));
};

/**
 * The partners of a configuration: its file's, or the sample partners; with `rest` these are without the indirect
 * resellers, whom Partner Center's API is closed to. Throws as `readPartners` does.
 */
export const partnersFor = async ({
  partnersFile,
  rest,
}: Pick<Config, 'partnersFile' | 'rest'>): Promise<readonly Partner[]> => {
  if (partnersFile !== undefined) return readPartners(partnersFile, rest !== undefined);
  return rest === undefined ? samplePartners : samplePartners.filter(({ type }) => type !== 'indirect-reseller');
};

/** The partner of a tenant, whatever the case of its id; undefined for a tenant that is not on the list. */
export const findPartner = (partners: readonly Partner[], tenantId: string): Partner | undefined => {
  const id = tenantId.toLowerCase();
  return partners.find((partner) => partner.tenantId === id);
};
