import * as z from 'zod';
import { plainText } from './text.ts';

const address = z.email().max(254);

const isIn = (host: string, domain: string): boolean => {
  const name = domain.toLowerCase().replace(/^[@.]+/, '');
  return name !== '' && (host === name || host.endsWith(`.${name}`));
};

/** What stands before an address that was copied with it. */
const label =
  /^(?:e-?mail|mail(?: ?to)?|(?:эл(?:ектронная|\.)? ?)?почта|(?:电子|電子)?(?:邮箱|郵箱|信箱|邮件|郵件)(?:地址)?)\s*(?::|\s(?=\S+@))\s*/iu;

/** An address in angle brackets or parentheses behind a name, the only one of the text. */
const named = /^[^@<>]*[<(]\s*(?:mailto:)?([^\s@<>()]+@[^\s@<>()]+?)\s*[>)]\W*$/i;

/**
 * The address in what was pasted: `Ana Lima <ana@…>`, `mailto:ana@…?subject=…`, `E-mail: ana@…`, full width, or with a
 * comma behind it. Anything else as it is.
 */
export const normalEmail = (text: string): string => {
  const plain = plainText(text).replaceAll('。', '.').replace(label, '');
  const link = plain.replace(/^mailto:/i, '').replace(/\?[^@]*$/, '');
  return (named.exec(link)?.[1] ?? link).replace(/^["'“<(]+(?=\S+@)|[>)"'”,;:.]+$/g, '');
};

/**
 * Why an e-mail may not be a customer's: no address of at most 254 characters, Microsoft's own, or of one of the
 * partner's domains, their subdomains included (validate-names-addresses).
 */
export const emailFault = (
  email: string,
  partnerDomains: readonly string[],
): 'invalid' | 'microsoft' | 'own-domain' | undefined => {
  if (!address.safeParse(email).success) return 'invalid';
  const host = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  if (isIn(host, 'microsoft.com')) return 'microsoft';
  return partnerDomains.some((domain) => isIn(host, domain)) ? 'own-domain' : undefined;
};
