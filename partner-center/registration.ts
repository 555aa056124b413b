import type { CountryRules } from './countries.ts';
import { matchesWhole } from './text.ts';

/** Why an organization registration ID is refused; Partner Center's codes are 600049, 600050 and 600002. */
export type RegistrationFault = 'missing' | 'invalid' | 'not-wanted';

/**
 * Judges a registration ID by the country's pattern where it is known, else 1 to 50 letters, digits, blanks and `-./`.
 * Countries that ask for none refuse one.
 */
export const registrationFault = (rules: CountryRules, text: string): RegistrationFault | undefined => {
  const id = text.trim();
  if (rules.registration === undefined) return id === '' ? undefined : 'not-wanted';
  if (id === '') return 'missing';
  if (id.length > 50) return 'invalid';
  return matchesWhole(rules.registration.pattern ?? /[\p{L}\p{N} ./-]+/u, id) ? undefined : 'invalid';
};
