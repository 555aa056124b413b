import type { CountryRules } from '../../partner-center/rules/countries.ts';
import { hasStreetWord } from '../../partner-center/rules/letterheads.ts';
import { parseState } from '../../partner-center/rules/states.ts';
import { plainText } from '../../lib/text.ts';
import { countryAtStart, countryOfPart, stateAtStart } from './country.ts';
import type { WrittenAddress } from './evidence.ts';
import { postalCodeIn } from './postalCode.ts';

/** The inputs of an address that a text fills. */
export interface AddressValues {
  readonly addressLine1?: string;
  readonly addressLine2?: string;
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
}

/** Chinese, Japanese and Korean script. */
export const eastAsian = /[\p{Script=Han}\p{Script=Hangul}]/u;
const cyrillic = /\p{Script=Cyrillic}/u;

const filled = (values: Readonly<Record<keyof AddressValues, string | undefined>>): AddressValues =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined || value.trim() === '' ? [] : [[name, value.trim()]],
    ),
  );

/** An address's values out of its written parts, in the order of its country. */
export function parseAddress({ lines, city, state, postalCode }: WrittenAddress, rules: CountryRules): AddressValues {
  const given = {
    city,
    state: state === undefined ? undefined : listedState(state, rules),
    postalCode: postalCode === undefined ? undefined : postalCodeIn(postalCode, rules)?.code,
  };
  // “10115 Berlin” beside the label of a city.
  const cityCode = city === undefined ? undefined : postalCodeIn(city, rules);
  if (cityCode !== undefined && cityCode.rest !== '')
    Object.assign(given, { city: cityCode.rest, postalCode: given.postalCode ?? cityCode.code });
  const text = lines.join(', ');
  const found = eastAsian.test(text)
    ? hanAddress(lines, rules)
    : cyrillic.test(text)
      ? cyrillicAddress(lines, rules)
      : westernAddress(lines, rules, given.city !== undefined);
  return filled({
    addressLine1: found.addressLine1,
    addressLine2: found.addressLine2,
    city: given.city ?? found.city,
    state: given.state ?? found.state,
    postalCode: given.postalCode ?? found.postalCode,
  });
}

/** A state as the country's list spells it; where it has no list, as it is written. */
const listedState = (text: string, rules: CountryRules): string | undefined =>
  text.trim() === ''
    ? undefined
    : rules.states.length === 0
      ? rules.country === 'TW'
        ? text
        : undefined
      : parseState(rules, text);

/** A Chinese, Taiwanese or Japanese address, from the largest part to the smallest. */
function hanAddress(lines: readonly string[], rules: CountryRules): AddressValues {
  const written = lines.map((line) => plainText(line)).join(' ');
  const code = postalCodeIn(written.replace(/[(（]?(?:邮编|郵遞區號|邮政编码)[:：]?\s*(\d{3,6})[)）]?/u, ' $1'), rules);
  const bare = (code === undefined ? written : code.rest).replace(/^[\s〒,，]+/u, '');
  const start = countryAtStart(bare);
  const place = start?.country === rules.country ? bare.slice(start.length).trim() : bare;
  const region = rules.country === 'TW' ? undefined : stateAtStart(rules.country, place);
  const after = region === undefined ? place : place.slice(region.written.length).trim();
  const found = hanCity(region?.written ?? '', after, rules.country);
  const [addressLine1 = '', ...more] = found.rest.split(/[\s,，]+/u).filter((part) => part !== '');
  return filled({
    addressLine1,
    addressLine2: more.join(' '),
    city: found.city,
    state: region?.state ?? found.state,
    postalCode: code?.code,
  });
}

/** A municipality of China: a city that is a province. */
const municipality = /.\u5e02$/u;

interface HanCity {
  readonly city: string | undefined;
  readonly state?: string;
  readonly rest: string;
}

function hanCity(region: string, after: string, country: string): HanCity {
  if (country === 'TW') {
    // 前鎮區 has a 鎮 in it, so a 區 is looked for first.
    const [whole = '', state = '', district = ''] =
      /^(\p{Script=Han}{2}[縣市])(\p{Script=Han}{1,3}?區|\p{Script=Han}{1,3}?[鄉鎮市])?/u.exec(after) ?? [];
    return {
      city: district === '' ? state : district,
      rest: after.slice(whole.length),
      ...(district === '' ? {} : { state }),
    };
  }
  if (country === 'JP') {
    const city = /^(?:\p{Script=Han}{1,5}郡\p{L}{1,5}?[町村]|\p{L}{1,6}?市|\p{L}{1,4}?区|\p{L}{1,4}?[町村])/u.exec(
      after,
    )?.[0];
    return { city, rest: after.slice(city?.length ?? 0) };
  }
  // A municipality is its own province; “北京市北京市” is written by some.
  if (municipality.test(region))
    return { city: region, rest: after.startsWith(region) ? after.slice(region.length) : after };
  const city = /^\p{Script=Han}{2,9}?(?:市|自治州|地区|盟)/u.exec(after)?.[0];
  return { city, rest: after.slice(city?.length ?? 0) };
}

const stateWord = /(?:^|\s)(?:обл|область|край|респ|республика|АО)(?:$|[\s.])/iu;
const streetStart =
  /^(?:ул|вул|улица|пр|пр-т|просп|проспект|пр-кт|пер|переулок|наб|набережная|ш|шоссе|б-р|бульвар|пл|площадь|туп|проезд|мкр|д|дом|стр|строение|к|корп|корпус|оф|офис|пом|помещ|помещение|кв|ком|эт|этаж|вл|литера|лит|вн|муниципальный)(?:$|[\s.]|(?=\d))/iu;
const cityStart = /^(?:г|м|гор|город|місто|пос|пгт|село|дер)(?:\.\s*|\s+)(?=\p{Lu})/iu;

/** A Russian address, or one written its way: the parts say themselves what they are. */
function cyrillicAddress(lines: readonly string[], rules: CountryRules): AddressValues {
  const parts = lines.flatMap((line) => line.split(/\s*[,;]\s*/)).filter((part) => part !== '');
  let postalCode: string | undefined;
  let city: string | undefined;
  let state: string | undefined;
  const street: string[] = [];
  for (const part of parts) {
    const found = postalCode === undefined ? postalCodeIn(part, rules) : undefined;
    postalCode ??= found?.code;
    const text = found === undefined ? part : found.rest;
    if (text === '' || countryOfPart(text) !== undefined) continue;
    if (stateWord.test(text) && street.length === 0)
      state ??= rules.states.length === 0 ? text : listedState(text, rules);
    else if (cityStart.test(text)) city ??= text.replace(cityStart, '');
    else if (/\sг\.?$/u.test(text)) city ??= text.replace(/\sг\.?$/u, '');
    else if (
      city === undefined &&
      street.length === 0 &&
      !streetStart.test(text) &&
      !/\d/.test(text) &&
      !/(?:ул|пр|пер)\.?$/u.test(text) &&
      !/район|р-н|округ/iu.test(text)
    )
      city = text;
    else if (!/(?:район|р-н|округ)/iu.test(text) || street.length > 0) street.push(text);
  }
  return filled({ addressLine1: street.join(', '), addressLine2: undefined, city, state, postalCode });
}

/** A house number: 12, 12A, 12 bis, 12/A, 12-14, n° 12. A floor, 12F, is none. */
const houseNumber = /^(?:n[ºo°.]{0,2}\s?)?\d{1,5}\s?(?:[A-EG-Z]|bis|ter|quater)?(?:\s?[/-]\s?[\dA-Z]{1,5})?$/i;
const isHouseNumber = (part: string): boolean => houseNumber.test(part.replace(/\s+-\s.*$/, ''));

/** An address in Latin letters: its postal code is found first, and the city beside it. */
function westernAddress(lines: readonly string[], rules: CountryRules, hasCity: boolean): AddressValues {
  const written = lines.flatMap((line) => line.split(/\s*[,;]\s*/)).filter((part) => part !== '');
  const parts = written.filter(
    (part, at) =>
      at === 0 ||
      !(countryOfPart(part) === rules.country && postalCodeIn(part, rules) === undefined && !(rules.country === 'SG')),
  );
  const at = parts.findLastIndex((part) => postalCodeIn(part, rules) !== undefined);
  const found = at < 0 ? undefined : postalCodeIn(parts[at] ?? '', rules);
  if (found === undefined) return withoutCode(parts, rules, hasCity);
  const before = parts.slice(0, at);
  const after = parts.slice(at + 1);
  const place = hasCity ? {} : cityAndState(found.rest, found.isFirst, before, after, rules);
  // “1051 Budapest, Rakpart 1.”
  const street = before.length === 0 && found.isFirst ? after.filter((part) => /\d/.test(part)) : before;
  return { ...streetLines(street), ...place, postalCode: found.code };
}

function withoutCode(parts: readonly string[], rules: CountryRules, hasCity: boolean): AddressValues {
  // Countries without postal codes: the last part is the city, where a street stands before it.
  if (hasCity || rules.postalCode !== undefined || parts.length < 2) return streetLines(parts);
  return {
    ...streetLines(parts.slice(0, -1)),
    ...filled({
      addressLine1: undefined,
      addressLine2: undefined,
      state: undefined,
      postalCode: undefined,
      city: parts.at(-1),
    }),
  };
}

const cleanCity = (text: string): string =>
  text
    .replace(/\s+cedex(?:\s+\d+)?$/i, '')
    .replace(/^\p{Lu}{1}\s?[-–]\s?/u, '')
    .replace(/[\s,.–-]+$/u, '');

/** The state at the end of a text, “Toronto ON”, “São Paulo - SP”, “Milano (MI)”, and the text without it. */
function stateAtEnd(text: string, rules: CountryRules): { readonly state?: string; readonly rest: string } {
  if (rules.states.length === 0) return { rest: text.replace(/\s\([A-Z]{2}\)$/, '') };
  const [, before = '', last = ''] = /^(.*?)\s*(?:\s[-–]\s|[/,(]|\s)\s*([\p{L}]{2,3})\)?\.?$/u.exec(text) ?? [];
  const state = /^\p{Lu}+$/u.test(last) ? parseState(rules, last) : undefined;
  if (state !== undefined && before !== '') return { state, rest: before.replace(/[\s,–(/-]+$/u, '') };
  return { rest: text };
}

/** The city and state beside a postal code. The parts they are taken from are removed from `before`. */
function cityAndState(
  rest: string,
  isFirst: boolean,
  before: string[],
  after: readonly string[],
  rules: CountryRules,
): AddressValues {
  const own = stateAtEnd(cleanCity(rest), rules);
  const values = (city: string | undefined, state: string | undefined): AddressValues =>
    filled({
      addressLine1: undefined,
      addressLine2: undefined,
      postalCode: undefined,
      city: city === undefined ? undefined : cleanCity(city),
      state,
    });
  const isPlace = (text: string | undefined): boolean =>
    text !== undefined && !/\d/.test(text) && text.length <= 60 && !hasStreetWord(text);
  const wholeState = own.rest === '' ? undefined : listedState(own.rest, rules);
  const isCode = /^\p{Lu}{2,3}$/u.test(own.rest);
  // “Springfield, WA 98101” and “Mumbai, Maharashtra 400001”: the city stands before the state.
  if (
    wholeState !== undefined &&
    own.state === undefined &&
    (isCode || before.length > 1) &&
    isPlace(before.at(-1)) &&
    rules.country !== 'TW'
  )
    return values(before.pop(), wholeState);
  if (own.rest !== '' && !isCode) {
    const next = after[0];
    const follows =
      own.state === undefined && next !== undefined ? listedState(next.replace(/[()]/g, ''), rules) : undefined;
    return values(own.rest, own.state ?? follows);
  }
  // The code alone: in a spreadsheet, or on a line of its own.
  const codeState = isCode ? wholeState : undefined;
  const next = isFirst && isPlace(after[0]) && countryOfPart(after[0] ?? '') !== rules.country ? after[0] : undefined;
  const isState = (text: string | undefined): boolean =>
    text !== undefined && rules.states.length > 0 && listedState(text, rules) !== undefined;
  const last = before.at(-1);
  if (isState(last) && before.length > 2 && isPlace(before.at(-2))) {
    const state = listedState(before.pop() ?? '', rules);
    return values(before.pop(), state);
  }
  if (isPlace(last) || (last !== undefined && /^[^\d]+ \p{Lu}{2,3}$/u.test(last))) {
    const { state, rest: city } = stateAtEnd(before.pop() ?? '', rules);
    return values(city, codeState ?? state);
  }
  if (next === undefined) return values(undefined, codeState);
  const beside = stateAtEnd(next, rules);
  return values(
    beside.rest,
    codeState ?? beside.state ?? (after[1] === undefined ? undefined : listedState(after[1], rules)),
  );
}

/** Street and number on the first line, and what stands behind them on the second. */
function streetLines(parts: readonly string[]): AddressValues {
  const lines: string[] = [];
  for (const [at, part] of parts.entries()) {
    const last = lines.at(-1);
    // “Bâtiment C, 12 bis, rue de la Paix”: the number belongs to the street behind it.
    const isOfNext = isHouseNumber(part) && hasStreetWord(parts[at + 1] ?? '') && !hasStreetWord(last ?? '');
    if (last !== undefined && ((isHouseNumber(part) && !isOfNext) || houseNumber.test(last)))
      lines.push(`${lines.pop() ?? ''}, ${part}`);
    else lines.push(part);
  }
  const second = lines.length > 1 ? lines.pop() : undefined;
  return filled({
    addressLine1: lines.join(', '),
    addressLine2: second,
    city: undefined,
    state: undefined,
    postalCode: undefined,
  });
}
