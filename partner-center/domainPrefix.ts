const lowerAscii = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/**
 * A domain prefix as typed or pasted: blanks at the ends gone, ASCII letters in lower case (the Kelvin sign stays what it
 * is), and the cloud's `suffix` taken off where the full name was pasted.
 */
export const normalDomainPrefix = (text: string, suffix = ''): string => {
  const prefix = lowerAscii(text.trim());
  return suffix !== '' && prefix.endsWith(suffix) ? prefix.slice(0, -suffix.length) : prefix;
};

/** Letters and digits only, 1 to 27 (the service's limit on a full name of 43); judges a normalised prefix. */
export const domainPrefixFault = (prefix: string): 'characters' | 'too-long' | undefined => {
  if (!/^[a-z0-9]+$/.test(prefix)) return 'characters';
  return prefix.length > 27 ? 'too-long' : undefined;
};
