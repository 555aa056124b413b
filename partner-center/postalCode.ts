import type { CountryRules } from './countries.ts';
import { stateMeant } from './states.ts';
import { matchesWhole, plainCapitals } from './text.ts';

type Rules = Pick<CountryRules, 'country' | 'states' | 'postalCode' | 'postalSamples' | 'postalCodeRequired'>;

/** A postal code in capitals with single blanks and plain hyphens, without full width, marks nobody sees, and Japan's 〒. */
const written = (text: string): string => plainCapitals(text.replaceAll('〒', ' ')).replace(/[‐-―−ー]/g, '-');

// What it is called, before it: "CEP 01310-100", "邮编200040"; and behind it what France adds for large receivers.
const called =
  /^(?:ZIP(?: CODE)?|POST(?:AL)? ?CODE|POSTCODE|PLZ|CAP|CEP|PIN(?: ?CODE)?|CP|C\.P\.|ИНДЕКС|[邮郵][编編][號号]?|[郵邮][遞递][區区][號号])\s*[:.]?\s*/iu;
const receivers = /\s+CEDEX(?:\s+\d{1,2})?$/;

/** A code without a place beside it: the state of "WA 98052", the country of "D-10115", the city of 「11049台北市」. */
const alone = (code: string, rules: Rules): string => {
  const bare = code
    .replace(called, '')
    .replace(receivers, '')
    .replace(/^[\p{Script=Han}\s]+|[\p{Script=Han}\s]+$/gu, '')
    .replace(new RegExp(`^(?:${rules.country}[- ]|[A-Z]-)(?=[A-Z\\d]{3})|^[A-Z] (?=\\d{4,5}$)`), '');
  const [, before = '', rest = ''] = /^([A-Z]{2,3}),?\s+(.*\d.*)$/.exec(bare) ?? [];
  return before !== '' && stateMeant(rules, before) !== undefined ? rest : bare;
};

/** The letters and digits of a code, parted as the country's samples of that length are; undefined where none is parted. */
const parted = (code: string, samples: readonly string[]): string | undefined => {
  const signs = code.replace(/[^A-Z\d]/g, '');
  const alike = samples.find((one) => one.replace(/[^A-Z\d]/g, '').length === signs.length && /[ -]/.test(one));
  if (alike === undefined) return undefined;
  let place = 0;
  return Array.from(alike, (sign) => (/[ -]/.test(sign) ? sign : signs[place++])).join('');
};

/**
 * A postal code as it is kept: in the country's own form where what was typed can be read so, "98052 6399" as 98052-6399,
 * "SW1A-2AA" as SW1A 2AA, "75008 CEDEX 08" as 75008; else as it was typed, in capitals with single blanks.
 */
export const normalPostalCode = (rules: Rules, text: string): string => {
  const code = written(text);
  if (code === '' || code.length > 40 || rules.postalCode === undefined) return code;
  const bare = alone(code, rules);
  // What stands between the signs may be wrong, but nothing else: "A 8052" is no code of four digits.
  const signs = /^[A-Z\d]+(?:[ .-][A-Z\d]+)*$/.test(bare) ? bare.replace(/[ .-]/g, '') : bare;
  const samples = rules.postalSamples ?? [];
  // In El Salvador what it is called is a part of the code.
  const forms = [parted(signs, samples), bare, signs, parted(code, samples), code];
  return forms.find((form) => form !== undefined && isForm(rules.postalCode, form)) ?? code;
};

// More than 20 characters never reach a pattern, which may come from the service.
const isForm = (pattern: RegExp | undefined, code: string): boolean =>
  code.length <= 20 && matchesWhole(pattern ?? /[\p{L}\p{N}\p{P} ]{1,12}/u, code);

/** Judges a code as it is kept; width and case do not matter. */
export const postalCodeFault = (rules: Rules, text: string): 'missing' | 'invalid' | undefined => {
  const code = written(text);
  if (code === '') return rules.postalCodeRequired ? 'missing' : undefined;
  return isForm(rules.postalCode, code) ? undefined : 'invalid';
};
