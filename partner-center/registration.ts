import type { CountryRules, RegistrationRules } from './countries.ts';
import { numberFault } from './registrationNumbers.ts';
import { matchesWhole, plainCapitals } from './text.ts';

/** Why an organization registration ID is refused; Partner Center's codes are 600049, 600050 and 600002. */
export type RegistrationFault = 'missing' | 'invalid' | 'check-digit' | 'not-wanted';

type Rules = Pick<CountryRules, 'registration'>;

const signs = (id: string): string => id.replace(/[\s./-]/g, '');

/** The name of a number before it, "ИНН 7707083893", "CNPJ: 11.222.333/0001-81". */
const named = /^[\p{L}.]{2,12}(?:\s*[:№#]+\s*|\s+)(?=[\p{L}\p{N}]*\d)/u;

/**
 * A registration ID as it is kept: without its name before it, in capitals, and where the country's pattern takes it only
 * with its letters and digits alone, so.
 */
export const normalRegistration = ({ registration }: Rules, text: string): string => {
  const typed = plainCapitals(text);
  if (registration === undefined || typed.length > 80) return typed;
  const bare = typed.replace(named, '');
  const forms = [typed, bare, signs(bare)];
  return forms.find((form) => idFault(registration, form) === undefined) ?? bare;
};

/**
 * Judges a registration ID by the service's pattern where it gives one, else by check digits and our own patterns where
 * they are published, else 1 to 50 letters, digits, blanks and `-./`. Countries that ask for none refuse one.
 */
export const registrationFault = ({ registration }: Rules, text: string): RegistrationFault | undefined => {
  const id = text.trim();
  if (registration === undefined) return id === '' ? undefined : 'not-wanted';
  return id === '' ? 'missing' : idFault(registration, id);
};

function idFault({ pattern, numbers = [] }: RegistrationRules, id: string): 'invalid' | 'check-digit' | undefined {
  if (id.length > 50 || !/^[\p{L}\p{N} ./-]+$/u.test(id)) return 'invalid';
  if (pattern === undefined && numbers.length === 0) return undefined;
  if (pattern !== undefined && (matchesWhole(pattern, id) || (numbers.length > 0 && matchesWhole(pattern, signs(id)))))
    return undefined;
  const faults = numbers.map((kind) => numberFault(kind, id));
  if (faults.includes(undefined)) return undefined;
  return faults.includes('check-digit') ? 'check-digit' : 'invalid';
}
