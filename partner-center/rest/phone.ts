import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * A phone number kept in E.164 as Partner Center takes one, in digits only: without the calling code in its own country,
 * as the documented requests have it, else with it. An extension has no place there and is left out.
 */
export const sentPhone = (phone: string, country: string): string => {
  const number = phone.split(';')[0] ?? phone;
  const known = parsePhoneNumberFromString(number);
  const isHome = isSupportedCountry(country) && known?.countryCallingCode === getCountryCallingCode(country);
  return isHome ? known.nationalNumber : number.replace(/\D/g, '');
};
