import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

// The library knows "ext." and "доб" without its dot; these are how Taiwan, China and Russia write an extension.
const extension = /\s*(?:分機|分机|доб\.?)\s*/giu;

/**
 * A phone number as it is kept: E.164, with `;ext=` and the digits of an extension behind it (RFC 3966); undefined when
 * it is none. `country` (ISO 3166 alpha-2) is where a number without `+` is dialled. Its own answers give themselves.
 */
export const normalPhone = (text: string, country: string): string | undefined => {
  if (text.length > 60) return undefined;
  const written = text.normalize('NFKC').trim().replace(extension, ' ext. ');
  const number = parsePhoneNumberFromString(written, {
    extract: false,
    ...(isSupportedCountry(country) ? { defaultCountry: country } : {}),
  });
  if (number?.isValid() !== true) return undefined;
  return number.ext === undefined ? number.number : `${number.number};ext=${number.ext}`;
};

/** A kept number as people read it: in groups, with its country's code, and apart from it the extension. */
export const shownPhone = (kept: string): { readonly number: string; readonly extension?: string } => {
  const [number = kept, extension] = kept.split(';ext=');
  const shown = parsePhoneNumberFromString(number)?.formatInternational() ?? number;
  return extension === undefined ? { number: shown } : { number: shown, extension };
};
