import type { CountryRules } from '../../partner-center/rules/countries.ts';
import { normalPostalCode, postalCodeFault } from '../../partner-center/rules/addressRules.ts';
import { plainText } from '../../lib/text.ts';

const patterns = new Map<string, RegExp | undefined>();

/** The country's postal code inside a text: at its start or end, or alone in it. */
function patternOf({ country, postalCode }: CountryRules): RegExp | undefined {
  if (patterns.has(country)) return patterns.get(country);
  const source = postalCode?.source
    .replace(/^\^\(\?:/, '')
    .replace(/\)\$$/, '')
    .replace(/^\^|\$$/g, '');
  const pattern =
    source === undefined
      ? undefined
      : new RegExp(
          `^(?:〒\\s*|[A-Z]{1,3}-)?(${source})(?![\\p{Lu}\\p{Ll}\\d-])|(?<![\\p{Lu}\\p{Ll}\\d/-])(?:[A-Z]{1,3}-)?(${source})$`,
          'u',
        );
  patterns.set(country, pattern);
  return pattern;
}

/** A postal code found in a text, in the country's own form, and the text without it. */
export interface FoundCode {
  readonly code: string;
  readonly rest: string;
  /** True where the code stands at the text's start. */
  readonly isFirst: boolean;
}

/** The postal code at the start or the end of a part of an address; undefined when there is none. */
export function postalCodeIn(text: string, rules: CountryRules): FoundCode | undefined {
  if (!/\p{Nd}/u.test(text)) return undefined;
  const pattern = patternOf(rules);
  const plain = plainText(text.slice(0, 200)).trim();
  if (pattern === undefined || plain === '') return undefined;
  const found = pattern.exec(plain);
  if (found === null) return undefined;
  const code = normalPostalCode(rules, found[0]);
  if (postalCodeFault(rules, code) !== undefined) return undefined;
  const isFirst = found.index === 0;
  const rest = isFirst ? plain.slice(found[0].length) : plain.slice(0, found.index);
  return { code, rest: rest.replace(/^[\s,.;:–-]+|[\s,.;:–-]+$/g, ''), isFirst };
}
