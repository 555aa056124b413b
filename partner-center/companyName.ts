import * as z from 'zod';
import { dataFile } from './data.ts';
import { once } from './once.ts';
import { cleanText } from './text.ts';

/** Why Partner Center would refuse a company name. */
export type CompanyNameFault =
  'too-short' | 'too-long' | 'only-special' | 'abbreviation' | 'repeated' | 'spaced' | 'looks-like-domain';

const lists = dataFile(
  'companyNames',
  z.object({ abbreviations: z.array(z.string()), topLevelDomains: z.array(z.string()) }),
);
const abbreviations = once(() => new Set(lists().abbreviations));

// The documented list holds countries' domains only; the rule's own example is ".com".
const generic = '(?:com|net|org|info|biz|edu|gov|int)';
// A country's domain counts after three characters or more: "Muster GmbH & Co.KG" and "Dr.No" are no domains.
const domain = once(
  () =>
    new RegExp(
      `(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}-]+(?:\\.${generic}|(?<=[\\p{L}\\p{N}-]{3})\\.(?:${lists().topLevelDomains.join('|')}))(?![\\p{L}\\p{N}\\p{M}-])`,
      'iu',
    ),
);

const isAbbreviation = (name: string): boolean => abbreviations().has(name.toLowerCase().replace(/[\s.,]/g, ''));

/** Does a company's name hold the name of a domain? Legal names do, "Booking.com B.V."; it is worth a question. */
export const holdsDomain = (name: string): boolean => domain().test(cleanText(name));

// An address of a page, whole: its parts are the domain's own, and nothing stands beside them.
const isAddress = (text: string): boolean =>
  /^(?:https?:\/\/)?[\p{L}\p{N}\p{M}.-]+(?::\d+)?(?:[/?#]\S*)?$/iu.test(text) && holdsDomain(text);

/**
 * The first rule a company name breaks (validate-names-addresses; what was warned of before 2024-02-05 is refused
 * since, but for a domain within a longer name, which is "not recommended" only). Quotes, ampersands and every script are
 * fine; lengths are UTF-16 units, 255 at most.
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
