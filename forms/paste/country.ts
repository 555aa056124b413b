import { phoneCountry } from '../../partner-center/rules/contact.ts';
import { findCountryRules } from '../../partner-center/rules/countries.ts';
import { parseCountry } from '../../partner-center/rules/countryNames.ts';
import { hostCountry, legalFormCountries } from '../../partner-center/rules/letterheads.ts';
import { parseState } from '../../partner-center/rules/states.ts';
import type { Evidence } from './evidence.ts';
import { postalCodeIn } from './postalCode.ts';

/** Most pieces without a label that are asked for a country: an address stands among the first. */
const mostParts = 30;

/** Weights of what speaks for a country; from `enough` on it is named. */
const weights = { named: 10, part: 6, prefix: 5, phone: 3, host: 3, identity: 4, form: 1, shape: 3, place: 2, code: 1 };
const enough = 2;
/** From this on it is sure: its name, or two kinds of things that speak for it. */
const sure = 6;

// Shapes of postal codes that one country has alone.
const shapes: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[\s,])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/, 'GB'],
  [/(?:^|[\s,])[A-Z]\d[A-Z] \d[A-Z]\d(?:$|[\s,])/, 'CA'],
  [/〒|(?:^|\s)\d{3}-\d{4} ?[\p{Script=Han}]/u, 'JP'],
  [/(?:^|[\s,])\d{5}-\d{3}(?:$|[\s,])/, 'BR'],
  [/(?:^|[\s,])\d{2}-\d{3} \p{Lu}/u, 'PL'],
  [/(?:^|[\s,])[1-9]\d{3} [A-Z]{2} {1,2}\p{Lu}/u, 'NL'],
  [/(?:^|[\s,])(?:г\.|ул\.|обл\.|просп\.|д\.) ?[\p{L}\d]/iu, 'RU'],
];

/** Codes of cars before a postal code, as people in Europe write it: D-10115. */
const carCodes: Readonly<Record<string, string>> = {
  D: 'DE',
  A: 'AT',
  CH: 'CH',
  F: 'FR',
  I: 'IT',
  E: 'ES',
  B: 'BE',
  L: 'LU',
  DK: 'DK',
  S: 'SE',
  N: 'NO',
  FIN: 'FI',
  H: 'HU',
  PL: 'PL',
  NL: 'NL',
  CZ: 'CZ',
  FL: 'LI',
  DE: 'DE',
  AT: 'AT',
  FR: 'FR',
  IT: 'IT',
  ES: 'ES',
};

const hanStart = /^[\p{Script=Han}]{2,3}/u;

/** The country in a part of an address: the whole part, without a postal code beside it. */
export function countryOfPart(part: string): string | undefined {
  // “CO 80205-1234” is Colorado, as “CO 80205” is.
  const bare = part.replace(/[\d()]/g, '').replace(/^[\s-]+|[\s-]+$/g, '');
  if (bare.length < 2 || bare.length > 40) return undefined;
  // Two and three capitals are a state or an abbreviation as often.
  if (bare.length <= 3 && /^[\p{Lu}]+$/u.test(bare) && !['USA', 'UAE'].includes(bare)) return undefined;
  return parseCountry(bare);
}

/** The country that a Chinese or Japanese address begins with, and its name's length. */
export function countryAtStart(text: string): { readonly country: string; readonly length: number } | undefined {
  const start = hanStart.exec(text)?.[0] ?? '';
  const [country] = [start, start.slice(0, 2)].flatMap((name) => (name.length < 2 ? [] : (parseCountry(name) ?? [])));
  if (country === undefined) return undefined;
  return { country, length: parseCountry(start) === country ? start.length : 2 };
}

/** The state that a Chinese or Japanese address begins with. */
export function stateAtStart(
  country: string,
  text: string,
): { readonly state: string; readonly written: string } | undefined {
  const rules = findCountryRules(country);
  if (rules === undefined) return undefined;
  for (let length = 8; length >= 2; length--) {
    const written = text.slice(0, length);
    if (written.length < length || !/[省市州都府道縣県县区區]$/u.test(written)) continue;
    const state = parseState(rules, written);
    if (state !== undefined) return { state, written };
  }
  return undefined;
}

type Votes = Map<string, number>;

const vote = (votes: Votes, country: string | undefined, weight: number): void => {
  if (country !== undefined) votes.set(country, (votes.get(country) ?? 0) + weight);
};

function votePlace(text: string, votes: Votes): void {
  const start = countryAtStart(text);
  if (start !== undefined) vote(votes, start.country, weights.part);
  for (const country of ['CN', 'JP'])
    if (stateAtStart(country, text.replace(/^[〒\d\s-]+/, '').slice(start?.length ?? 0)) !== undefined)
      vote(votes, country, weights.place);
  if (/^[\d\s]*.{0,4}[縣市].{1,4}[區鄉鎮市]/u.test(text) && /[臺台縣區鄉鎮號樓]/u.test(text))
    vote(votes, 'TW', weights.place);
  for (const part of text.split(/[,，、]\s*/)) {
    vote(votes, countryOfPart(part), weights.part);
    const [, car = ''] = /^([A-Z]{1,3})-\d{4,5} \p{Lu}/u.exec(part) ?? [];
    vote(votes, Object.hasOwn(carCodes, car) ? carCodes[car] : undefined, weights.prefix);
    const [, state = ''] = /(?:^|\s)([A-Z]{2}|^[A-Z]\p{L}+(?: \p{Lu}\p{L}+)?) \d{5}(?:-\d{4})?$/u.exec(part) ?? [];
    const us = findCountryRules('US');
    if (state !== '' && us !== undefined && parseState(us, state) !== undefined) vote(votes, 'US', weights.shape);
  }
  for (const [shape, country] of shapes) if (shape.test(text)) vote(votes, country, weights.shape);
}

/** A country that a text speaks of; `isSure` where more than one thing in it says so. */
interface JudgedCountry {
  readonly country: string;
  readonly isSure: boolean;
}

/**
 * The country that a text speaks of, by its names, numbers, pages and postal codes; undefined where too little tells it. Of
 * equal ones the first of `preferred` is taken.
 */
export function judgeCountry({ values, open }: Evidence, preferred: readonly string[]): JudgedCountry | undefined {
  const votes: Votes = new Map();
  for (const text of values.countries) vote(votes, parseCountry(text), weights.named);
  for (const country of new Set(values.phones.slice(0, 10).map(({ text }) => phoneCountry(text))))
    vote(votes, country, weights.phone);
  const hosts = [...values.hosts, ...values.emails.map((mail) => mail.slice(mail.lastIndexOf('@') + 1))];
  for (const country of new Set(hosts.map(hostCountry))) vote(votes, country, weights.host);
  for (const { country } of values.registrations) vote(votes, country, weights.identity);
  for (const { text } of [...values.companies, ...open])
    for (const country of legalFormCountries(text) ?? []) vote(votes, country, weights.form);
  const { lines = [], city = '', state = '', postalCode = '' } = values.address ?? {};
  const parts = open.slice(0, mostParts).map(({ text }) => text);
  for (const text of [...lines, `${postalCode} ${city}`, `${state} ${postalCode}`, ...parts]) votePlace(text, votes);
  for (const country of votes.keys()) {
    const rules = findCountryRules(country);
    if (rules !== undefined && [...lines, postalCode, ...parts].some((text) => postalCodeIn(text, rules) !== undefined))
      vote(votes, country, weights.code);
  }
  const most = Math.max(0, ...votes.values());
  const best = [...votes].flatMap(([country, count]) => (count === most ? [country] : []));
  const country = preferred.find((one) => best.includes(one)) ?? best[0];
  return most < enough || country === undefined ? undefined : { country, isSure: most >= sure };
}
