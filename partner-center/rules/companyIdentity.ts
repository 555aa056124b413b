import * as z from 'zod';
import { dataFile } from '../data/dataFile.ts';
import { lazy } from '../../lib/lazy.ts';
import { cleanText } from '../../lib/text.ts';

/** Faults of a company name. */
type CompanyNameFault =
  'too-short' | 'too-long' | 'only-special' | 'abbreviation' | 'repeated' | 'spaced' | 'looks-like-domain';

const nameLists = dataFile(
  'companyNames',
  z.object({ abbreviations: z.array(z.string()), topLevelDomains: z.array(z.string()) }),
);
const abbreviations = lazy(() => new Set(nameLists().abbreviations));

// The documented list holds countries' domains only; the rule's own example is ".com".
const genericDomains = '(?:com|net|org|info|biz|edu|gov|int)';
// A country's domain counts after three characters or more: "Muster GmbH & Co.KG" and "Dr.No" are no domains.
const domainPattern = lazy(
  () =>
    new RegExp(
      `(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}-]+(?:\\.${genericDomains}|(?<=[\\p{L}\\p{N}-]{3})\\.(?:${nameLists().topLevelDomains.join('|')}))(?![\\p{L}\\p{N}\\p{M}-])`,
      'iu',
    ),
);

const isAbbreviation = (name: string): boolean => abbreviations().has(name.toLowerCase().replace(/[\s.,]/g, ''));

/** True when a company name contains a domain name. Legal names may ("Booking.com B.V."), so it is worth a question. */
export const holdsDomain = (name: string): boolean => domainPattern().test(cleanText(name));

// A whole web address: the domain with port or path, and nothing beside it.
const isAddress = (text: string): boolean =>
  /^(?:https?:\/\/)?[\p{L}\p{N}\p{M}.-]+(?::\d+)?(?:[/?#]\S*)?$/iu.test(text) && holdsDomain(text);

/**
 * The first rule a company name breaks (validate-names-addresses; warnings of before 2024-02-05 are refusals since,
 * except a domain within a longer name, which is only "not recommended"). Quotes, ampersands and every script are fine;
 * lengths are UTF-16 units, 255 at most.
 */
export const companyNameFault = (name: string): CompanyNameFault | undefined => {
  const text = cleanText(name);
  if (/^.?$/u.test(text)) return 'too-short';
  if (text.length > 255) return 'too-long';
  if (!/[\p{L}\p{N}]/u.test(text)) return 'only-special';
  if (isAbbreviation(text)) return 'abbreviation';
  if (/^(.)\1{2,}$/iu.test(text)) return 'repeated';
  // "B & M" is a name, "1 2 3" is none.
  if (/^[\p{L}\p{N}](?: [\p{L}\p{N}])+$/u.test(text)) return 'spaced';
  return isAddress(text) ? 'looks-like-domain' : undefined;
};

const lowerAscii = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Full-width characters as ASCII, and nothing else: a Kelvin sign is no K. */
const toHalfWidth = (text: string): string =>
  text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('。', '.')
    .replace(/\p{Cf}/gu, '')
    .trim();

/** The host name in a web or e-mail address; other text is returned unchanged. */
const hostIn = (text: string): string =>
  text
    .replace(/^[a-z][a-z0-9+]*:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^\S*@/, '')
    .replace(/[.]+$/, '');

/** A host name in lower case, extracted from a web or e-mail address where one was pasted. */
export const normalHost = (text: string): string => hostIn(lowerAscii(toHalfWidth(text)));

/**
 * Normalises a typed or pasted domain prefix: trimmed, full width narrowed, in lower case (the Kelvin sign is kept),
 * extracted from a web or e-mail address at the cloud's own domain, and without that `suffix`.
 */
export const normalDomainPrefix = (text: string, suffix = ''): string => {
  const typed = lowerAscii(toHalfWidth(text));
  const host = hostIn(typed);
  if (suffix !== '' && host.endsWith(suffix)) return host.slice(0, -suffix.length).replace(/^www\./, '');
  return typed.replace(/^@/, '');
};

/** Fault of a normalised prefix: letters and digits only, 1 to 27 (the service allows a full name of 43 characters). */
export const domainPrefixFault = (prefix: string): 'characters' | 'too-long' | undefined => {
  if (!/^[a-z0-9]+$/.test(prefix)) return 'characters';
  return prefix.length > 27 ? 'too-long' : undefined;
};

/** A valid prefix similar to the typed text, "muster-bau.de" as "musterbau"; undefined when nothing of it is usable. */
export const suggestPrefix = (text: string): string | undefined => {
  const [name = ''] = hostIn(lowerAscii(toHalfWidth(text)))
    .replace(/^www\./, '')
    .split('.');
  const prefix = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 27);
  return prefix === '' ? undefined : prefix;
};
