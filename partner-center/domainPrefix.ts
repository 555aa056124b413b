const lowerAscii = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Full width as ASCII, and nothing else: a Kelvin sign is no K. */
const narrow = (text: string): string =>
  text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('。', '.')
    .replace(/\p{Cf}/gu, '')
    .trim();

/** The name of the host in an address of a page or of e-mail; what is none is given back. */
const hostIn = (text: string): string =>
  text
    .replace(/^[a-z][a-z0-9+]*:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^\S*@/, '')
    .replace(/[.]+$/, '');

/** A host's name in small letters, taken out of a page's or an e-mail's address where one was pasted. */
export const normalHost = (text: string): string => hostIn(lowerAscii(narrow(text)));

/**
 * A domain prefix as typed or pasted: blanks at the ends gone, full width and capitals as small letters (the Kelvin sign
 * stays what it is), taken out of a page's or an e-mail's address at the cloud's own domain, and without that `suffix`.
 */
export const normalDomainPrefix = (text: string, suffix = ''): string => {
  const typed = lowerAscii(narrow(text));
  const host = hostIn(typed);
  if (suffix !== '' && host.endsWith(suffix)) return host.slice(0, -suffix.length).replace(/^www\./, '');
  return typed.replace(/^@/, '');
};

/** Letters and digits only, 1 to 27 (the service's limit on a full name of 43); judges a normalised prefix. */
export const domainPrefixFault = (prefix: string): 'characters' | 'too-long' | undefined => {
  if (!/^[a-z0-9]+$/.test(prefix)) return 'characters';
  return prefix.length > 27 ? 'too-long' : undefined;
};

/** A good prefix that looks like what was typed, "muster-bau.de" as "musterbau"; undefined where nothing of it can be used. */
export const similarPrefix = (text: string): string | undefined => {
  const [name = ''] = hostIn(lowerAscii(narrow(text)))
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
