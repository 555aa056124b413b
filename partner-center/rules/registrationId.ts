import { createRequire } from 'node:module';
import type { Validator } from 'stdnum/lib/cjs/types.js';
import { lazy } from '../../lib/lazy.ts';
import type { CountryRules, RegistrationRules } from './countries.ts';
import { matchesWhole, plainCapitals } from '../../lib/text.ts';

const require = createRequire(import.meta.url);

// Loaded when a country first needs one: the whole library would slow down each start noticeably.
const validator = (path: string): (() => Validator) => lazy(() => require(`stdnum/lib/cjs/${path}.js`) as Validator);

const validators = new Map(
  'az/tin br/cnpj by/unp hu/anum in/gstin in/pan md/idno pl/nip pl/pesel pl/regon ru/inn th/moa tr/tckimlik tr/vkn ua/edrpou ua/rntrc ve/rif vn/mst'
    .split(' ')
    .map((path) => [path, validator(path)] as const),
);

/** Fault of a text as a number with check digits; `kind` is a country and kind such as `br/cnpj`. */
function numberFault(kind: string, text: string): 'form' | 'check-digit' | undefined {
  const found = validators.get(kind)?.().validate(text);
  if (found === undefined) throw new Error(`no check digits are known for ${kind}`);
  if (found.isValid) return undefined;
  return found.error?.name === 'InvalidChecksum' ? 'check-digit' : 'form';
}

/** Faults of an organization's registration ID; Partner Center's codes are 600049, 600050 and 600002. */
type RegistrationFault = 'missing' | 'invalid' | 'check-digit' | 'not-wanted';

type OrganizationRules = Pick<CountryRules, 'registration'>;

const lettersAndDigits = (id: string): string => id.replace(/[\s./-]/g, '');

/** A label before a number, "ИНН 7707083893", "CNPJ: 11.222.333/0001-81". */
const numberLabel = /^[\p{L}.]{2,12}(?:\s*[:№#]+\s*|\s+)(?=[\p{L}\p{N}]*\d)/u;

/**
 * Normalises a registration ID: without its label, in capitals, and without separators where the country's pattern only
 * matches that.
 */
export const normalRegistration = ({ registration }: OrganizationRules, text: string): string => {
  const typed = plainCapitals(text);
  if (registration === undefined || typed.length > 80) return typed;
  const bare = typed.replace(numberLabel, '');
  const forms = [typed, bare, lettersAndDigits(bare)];
  return forms.find((form) => idFault(registration, form) === undefined) ?? bare;
};

/**
 * Fault of a registration ID by the service's pattern where it gives one, else by check digits and our own patterns
 * where they are published, else 1 to 50 letters, digits, blanks and `-./`. Countries that ask for no ID refuse one.
 */
export const registrationFault = ({ registration }: OrganizationRules, text: string): RegistrationFault | undefined => {
  const id = text.trim();
  if (registration === undefined) return id === '' ? undefined : 'not-wanted';
  return id === '' ? 'missing' : idFault(registration, id);
};

function idFault({ pattern, numbers = [] }: RegistrationRules, id: string): 'invalid' | 'check-digit' | undefined {
  if (id.length > 50 || !/^[\p{L}\p{N} ./-]+$/u.test(id)) return 'invalid';
  if (pattern === undefined && numbers.length === 0) return undefined;
  if (
    pattern !== undefined &&
    (matchesWhole(pattern, id) || (numbers.length > 0 && matchesWhole(pattern, lettersAndDigits(id))))
  )
    return undefined;
  const faults = numbers.map((kind) => numberFault(kind, id));
  if (faults.includes(undefined)) return undefined;
  return faults.includes('check-digit') ? 'check-digit' : 'invalid';
}
