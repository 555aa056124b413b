// Codes Intl knows which are no countries: groups, exercises, and the unknown.
const noCountries = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);
const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Whether a text is the ISO 3166 alpha-2 code, in capitals, of a country or territory of today. */
export const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) &&
  !noCountries.has(code) &&
  names.of(code) !== undefined &&
  // Withdrawn and alias codes (SU, UK) turn into another one here.
  new Intl.Locale(`und-${code}`).region === code;
