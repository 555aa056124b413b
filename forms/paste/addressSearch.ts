import type { CountryRules } from '../../partner-center/rules/countries.ts';
import { hasStreetWord, legalFormCountries } from '../../partner-center/rules/letterheads.ts';
import { parseState } from '../../partner-center/rules/states.ts';
import { plainText } from '../../lib/text.ts';
import { eastAsian } from './address.ts';
import { countryOfPart } from './country.ts';
import type { WrittenAddress } from './evidence.ts';
import { hasJobWord } from './labels.ts';
import { isNameLike } from './personName.ts';
import type { Piece } from './pieces.ts';
import { postalCodeIn } from './postalCode.ts';

/** An address among pieces without labels, and the pieces it takes up. */
export interface FoundAddress {
  readonly written: WrittenAddress;
  readonly pieces: ReadonlySet<Piece>;
}

const isStreet = (text: string): boolean =>
  (/\d/.test(text) || hasStreetWord(text)) && /\p{L}/u.test(text) && legalFormCountries(text) === undefined;

/** Most lines above and below the line with the postal code that belong to an address. */
const mostAbove = 4;
const mostBelow = 3;

/** Finds an address among pieces without labels, around its postal code. */
export function findAddress(open: readonly Piece[], rules: CountryRules): FoundAddress | undefined {
  const at = open.findIndex((piece, index) => isAnchor(piece, open, index, rules));
  const anchor = open[at];
  if (anchor === undefined) return undefined;
  const above: Piece[] = [];
  const isWhole = anchor.text.split(/[,，]/).length > 2 || eastAsian.test(anchor.text);
  for (let place = at - 1; place >= 0 && above.length < (isWhole ? 0 : mostAbove); place--) {
    const piece = open[place];
    if (piece === undefined || !isAddressPart(piece, above.length, rules) || (above[0] ?? anchor).line - piece.line > 1)
      break;
    above.unshift(piece);
  }
  const below: Piece[] = [];
  const code = postalCodeIn(anchor.text, rules);
  for (const piece of open.slice(at + 1, at + 1 + mostBelow)) {
    if (piece.line - (below.at(-1) ?? anchor).line > 1) break;
    const isCity =
      code?.rest === '' &&
      below.length === 0 &&
      !above.some(({ text }) => !/\d/.test(text) && !hasStreetWord(text)) &&
      isCityLike(piece.text);
    const isCode = eastAsian.test(anchor.text) && code === undefined && postalCodeIn(piece.text, rules)?.rest === '';
    const isKnown =
      isCode ||
      countryOfPart(piece.text) !== undefined ||
      (rules.states.length > 0 && parseState(rules, piece.text) !== undefined);
    const isStreetBelow = below.length === 1 && code?.rest === '' && above.length === 0 && isStreet(piece.text);
    if (!isCity && !isKnown && !isStreetBelow) break;
    below.push(piece);
  }
  const pieces = [...above, anchor, ...below];
  return { written: { lines: pieces.map(({ text }) => text) }, pieces: new Set(pieces) };
}

/** The address without a line that is no part of it. */
export const withoutLine = (found: FoundAddress | undefined, own: Piece): FoundAddress | undefined => {
  const pieces = [...(found?.pieces ?? [])].filter((piece) => piece !== own);
  return found === undefined
    ? undefined
    : { written: { lines: pieces.map(({ text }) => text) }, pieces: new Set(pieces) };
};

const isCityLike = (text: string): boolean =>
  /^[^\d@:]{2,50}$/.test(text) && !hasJobWord(text) && legalFormCountries(text) === undefined;

/** True for the piece with the postal code: a place stands in it, beside it, or it is a whole Chinese address. */
function isAnchor({ text }: Piece, open: readonly Piece[], at: number, rules: CountryRules): boolean {
  if (legalFormCountries(text) !== undefined && !text.includes(',')) return false;
  if (eastAsian.test(text))
    return (
      /[縣县市省區区]/u.test(text) && /\d/.test(plainText(text)) && text.length >= 8 && !hasJobWord(text.slice(0, 4))
    );
  const code = text
    .split(/\s*,\s*/)
    .map((part) => postalCodeIn(part, rules))
    .find((one) => one !== undefined);
  if (code === undefined) return false;
  // A number alone is a postal code only beside a street or a city.
  if (code.rest === '' && text === text.split(',')[0]) {
    const { line } = open[at] ?? { line: 0 };
    return open
      .slice(Math.max(0, at - mostAbove), at + mostBelow + 1)
      .some((piece) => Math.abs(piece.line - line) <= 2 && isStreet(piece.text));
  }
  return true;
}

/** True for a piece above the postal code that belongs to the address: the city alone next to it, then streets. */
function isAddressPart({ text }: Piece, count: number, rules: CountryRules): boolean {
  if (
    (hasJobWord(text) && !/\d/.test(text)) ||
    legalFormCountries(text) !== undefined ||
    text.includes('@') ||
    /^\+?[\d\s()/.-]+$/.test(text)
  )
    return false;
  if (isStreet(text)) return true;
  const isState = rules.states.length > 0 && parseState(rules, text) !== undefined;
  return count < 2 && (isState || (isCityLike(text) && !isNameLike(text)) || /^\p{Lu}[\p{L}-]+$/u.test(text));
}

/**
 * The piece that is likeliest the company's name where none has a legal form or is called like the domain: between a person,
 * or a job, and the street. Undefined where none stands there, and for what may be the name of a building beside free mail.
 */
export function companyAboveStreet(
  open: readonly Piece[],
  address: ReadonlySet<Piece>,
  isBusiness: boolean,
): Piece | undefined {
  const street = open.findIndex((piece) => address.has(piece) && /\d/.test(piece.text));
  const [before, own] = [open[street - 2], open[street - 1]];
  if (street < 2 || before === undefined || own === undefined || own.label !== undefined) return undefined;
  const isBehindPerson = isNameLike(before.text) || hasJobWord(before.text);
  if (!isBehindPerson || /[\d@:]/.test(own.text) || hasJobWord(own.text) || !/^\p{Lu}.*\p{L}/u.test(own.text))
    return undefined;
  return hasStreetWord(own.text) && !isBusiness ? undefined : own;
}

const streetEnd = /^(?:st|ave|av|rd|blvd|dr|ln|ct|pl|hwy|pkwy|sq|ter|cir|way|str)\.?$/iu;
const direction = /^[ns]?[ew]?\.?$/iu;
const houseWord = /^(?:suite|ste|unit|apt|apartment|floor|fl|room|#)\.?$/iu;

/** An address in Latin letters with marks between its street, its city and its state; as it is where these are not found. */
function latinMarks(text: string, rules: CountryRules): string {
  const words = text.split(/\s+/u);
  const code = /\d/u.test(words.at(-1) ?? '') ? words.pop() : undefined;
  const isState = (length: number): boolean => parseState(rules, words.slice(-length).join(' ')) !== undefined;
  const length = rules.states.length === 0 ? 0 : [2, 1].find(isState);
  if (length === undefined || !/^\d/u.test(text)) return text;
  const state = words.slice(words.length - length).join(' ');
  const place = words.slice(0, words.length - length);
  const ends = place.flatMap((word, at) => (at > 0 && (streetEnd.test(word) || hasStreetWord(word)) ? [at] : []));
  const found = ends.find((at) => at > 1) ?? ends[0] ?? 0;
  const street = direction.test(place[found + 1] ?? '-') ? found + 1 : found;
  const end = street + (houseWord.test(place[street] ?? '') ? 2 : houseWord.test(place[street + 1] ?? '') ? 3 : 1);
  const city = place.slice(end).join(' ');
  if (street < 1 || city === '' || /\d/u.test(city)) return text;
  const behind = [state.length <= 3 ? state.toUpperCase() : `${state},`, code ?? ''].join(' ').trim();
  return `${place.slice(0, end).join(' ')}, ${city}, ${behind}`;
}

const streetWords = /(?:ул|улица|пр|пр-т|проспект|пер|переулок|наб|набережная|ш|шоссе|б-р|бульвар|пл|площадь)/u.source;
const russianForms = [
  // «ул ленина 5 кв 12 москва 101000», and the same with the city before the street.
  `^(?<street>${streetWords}\\.?\\s.*\\d[^\\s,]*)\\s+(?<city>[^\\d,]{2,40}?)(?:\\s+(?<code>\\d{6}))?$`,
  `^(?:(?<code>\\d{6})\\s+)?(?<city>[^\\d,]{2,40}?)\\s+(?<street>${streetWords}\\.?\\s[^,]*\\d[^\\s,]*?)(?:\\s+(?<last>\\d{6}))?$`,
  // «Тверская 12, Москва, 125009»
  '^(?<street>.*\\d[^,]*),\\s*(?<city>[^\\d,]{2,40}?)(?:,?\\s+(?<code>\\d{6}))?$',
].map((one) => new RegExp(one, 'iu'));

/** A Russian address with marks, the city before the street, by which it is known. */
function russianMarks(text: string): string {
  const found = russianForms.map((form) => form.exec(text)).find((one) => one !== null);
  const { street, city, code, last } = found?.groups ?? {};
  if (street === undefined || city === undefined) return text;
  const bare = city.replace(/^(?:г\.?|город)\s+/iu, '');
  return [code ?? last, bare, street].filter((part) => part !== undefined).join(', ');
}

/** A typed address with marks between its parts, where it has none; as it is where its parts are not found. */
export function withAddressMarks(text: string, rules: CountryRules): string {
  if (/\p{Script=Cyrillic}/u.test(text)) return russianMarks(text);
  return /[,，;；]|\p{Script=Han}/u.test(text) ? text : latinMarks(text, rules);
}
