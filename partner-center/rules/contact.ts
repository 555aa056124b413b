import * as z from 'zod';
import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import { cleanText, plainText } from '../../lib/text.ts';
import type { contactPerson } from '../../model/submission.ts';

/** A contact of a customer; `phone` is in E.164. */
export type ContactPerson = Readonly<z.infer<typeof contactPerson>>;

/** Faults of a contact's first or last name. */
type PersonNameFault = 'too-short' | 'too-long' | 'no-letters' | 'placeholder';

// Only words that are nobody's name: Tester, Sample, Null, Root and Na are people.
const placeholders = new Set(
  [
    'test|testing|fake|n/a|none|nobody|no name|noname|asdf|asdfgh|qwerty|dummy|placeholder|unknown|anonymous|firstname|lastname',
    'first name|last name|admin|administrator|тест|админ|администратор|никто|нет|测试|測試|管理员|管理員|系統管理員|无名|無名',
  ]
    .join('|')
    .split('|'),
);

// A Chinese name may be one character, and so is nearly every Korean family name.
const mayStandAlone = /^[\p{Script=Han}\p{Script=Hangul}]+$/u;

const isPlaceholder = (name: string): boolean =>
  placeholders.has(name.toLowerCase()) || (/^(.)\1{2,}$/iu.test(name) && !mayStandAlone.test(name));

/** The first rule a first or last name breaks (rules of 2024-02-05); at most 50 UTF-16 units. */
export const personNameFault = (name: string): PersonNameFault | undefined => {
  const text = cleanText(name);
  if (text === '') return 'too-short';
  if (text.length > 50) return 'too-long';
  if (!/\p{L}/u.test(text)) return 'no-letters';
  if (/^.$/u.test(text) && !mayStandAlone.test(text)) return 'too-short';
  return isPlaceholder(text) ? 'placeholder' : undefined;
};

const emailSchema = z.email().max(254);

const isInDomain = (host: string, domain: string): boolean => {
  const name = domain.toLowerCase().replace(/^[@.]+/, '');
  return name !== '' && (host === name || host.endsWith(`.${name}`));
};

/** A label copied along in front of an address. */
const emailLabel =
  /^(?:e-?mail|mail(?: ?to)?|(?:эл(?:ектронная|\.)? ?)?почта|(?:电子|電子)?(?:邮箱|郵箱|信箱|邮件|郵件)(?:地址)?)\s*(?::|\s(?=\S+@))\s*/iu;

/** The only address of a text, in angle brackets or parentheses behind a name. */
const namedEmail = /^[^@<>]*[<(]\s*(?:mailto:)?([^\s@<>()]+@[^\s@<>()]+?)\s*[>)]\W*$/i;

/**
 * Extracts the address from pasted text: `Ana Lima <ana@…>`, `mailto:ana@…?subject=…`, `E-mail: ana@…`, full width, or
 * followed by a comma. Any other text is returned unchanged.
 */
export const normalEmail = (text: string): string => {
  const plain = plainText(text).replaceAll('。', '.').replace(emailLabel, '');
  const link = plain.replace(/^mailto:/i, '').replace(/\?[^@]*$/, '');
  return (namedEmail.exec(link)?.[1] ?? link).replace(/^["'“<(]+(?=\S+@)|[>)"'”,;:.]+$/g, '');
};

/**
 * Fault of a customer's e-mail address: not an address of at most 254 characters, Microsoft's own, or one of the
 * partner's domains, their subdomains included (validate-names-addresses).
 */
export const emailFault = (
  email: string,
  partnerDomains: readonly string[],
): 'invalid' | 'microsoft' | 'own-domain' | undefined => {
  if (!emailSchema.safeParse(email).success) return 'invalid';
  const host = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  if (isInDomain(host, 'microsoft.com')) return 'microsoft';
  return partnerDomains.some((domain) => isInDomain(host, domain)) ? 'own-domain' : undefined;
};

// Labels before a number on business cards and in signatures, copied along with it.
const phoneWords = [
  'tel(?:ephone)?|phone|ph|mob(?:ile)?|cell(?:phone| phone)?|office|direct|work|business|[tmpoc]',
  'тел(?:ефон)?|моб(?:ильный)?|сот(?:овый)?|раб(?:очий)?|т',
  '(?:联系|聯絡|聯繫|公司|办公|辦公)?(?:电话|電話)(?:号码|號碼)?|手机(?:号码?)?|手機(?:號碼?)?|行動電話|座机|市話',
].join('|');
const phoneLabel = new RegExp(`^(?:(?:${phoneWords})\\s*[.:]*\\s*)+(?=[+(\\d])`, 'iu');
const phoneLabelBehind = new RegExp(`\\s*\\((?:${phoneWords})\\.?\\)$`, 'iu');

// The library knows "ext.", "x", "#" and "доб" without its dot; these are how Taiwan, China and Russia write an extension besides.
const extension =
  /\s*[,;(]?\s*(?:分[機机](?:[號号]?[碼码])?|内[線线]|[轉转]|доб(?:авочный|\.)?|внутр(?:енний|\.)?|вн\.?|ext(?:ension|n|\.)?|x)\s*[.:#№]*\s*(\d{1,7})\s*\)?$/iu;

// Where an extension is a last group of digits, "021-62888888-801": elsewhere that would be a slip of the keyboard.
const groupIsExtension = new Set(['CN', 'TW', 'HK', 'MO']);

/** Candidate readings of a text, the plain one first: 00 for +, and an extension as the last group of digits. */
const readings = (text: string, country: string): readonly string[] => [
  text,
  text.replace(/^\(?00\)?\s*(?=[1-9])/, '+'),
  ...(groupIsExtension.has(country) ? [text.replace(/[-(](\d{2,5})\)?$/, ' ext. $1')] : []),
];

/**
 * Normalises a phone number to E.164, followed by `;ext=` and the digits of an extension (RFC 3966); undefined when the
 * text is no number. `country` (ISO 3166 alpha-2) is where a number without `+` is dialled. Labels such as `Tel.:` and
 * invisible characters are ignored. Normalised numbers are returned unchanged.
 */
export const normalPhone = (text: string, country: string): string | undefined => {
  if (text.length > 80) return undefined;
  const written = plainText(text)
    .replace(phoneLabel, '')
    .replace(phoneLabelBehind, '')
    .replace(extension, ' ext. $1')
    .replace(/[.,;]+$/, '');
  const number = readings(written, country)
    .map((one) => parsePhone(one, country))
    .find((one) => one?.isValid() === true);
  if (number === undefined) return undefined;
  return number.ext === undefined ? number.number : `${number.number};ext=${number.ext}`;
};

/** The country of a number written with `+` or 00; undefined for any other text. */
export const phoneCountry = (text: string): string | undefined => {
  const written = plainText(text.slice(0, 80)).replace(/^\(?00\)?\s*(?=[1-9])/, '+');
  const number = written.startsWith('+') ? parsePhoneNumberFromString(written) : undefined;
  // +1 425 555 0100 is no number of a place, and then the library names none.
  return number?.country ?? (number?.countryCallingCode === '1' ? 'US' : undefined);
};

const parsePhone = (text: string, country: string): PhoneNumber | undefined =>
  parsePhoneNumberFromString(text, {
    extract: false,
    ...(isSupportedCountry(country) ? { defaultCountry: country } : {}),
  });

// Groupings in which people differ from the library: Taiwan's free numbers, and the numbers of Russia and Kazakhstan.
const groupings: readonly (readonly [RegExp, string])[] = [
  [/^\+886(80\d)(\d{3})(\d{3})$/, '+886 $1 $2 $3'],
  [/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7 $1 $2-$3-$4'],
];

/** Formats a normalised number for reading: grouped, with its country code, and the extension apart. */
export const shownPhone = (kept: string): { readonly number: string; readonly extension?: string } => {
  const [number = kept, extension] = kept.split(';ext=');
  const [shape, groups] = groupings.find(([one]) => one.test(number)) ?? [];
  const shown =
    shape === undefined
      ? (parsePhoneNumberFromString(number)?.formatInternational() ?? number)
      : number.replace(shape, groups ?? '');
  return extension === undefined ? { number: shown } : { number: shown, extension };
};

/**
 * Converts an E.164 number to Partner Center's form, digits only: without the calling code in its own country, as in
 * the documented requests, else with it. An extension is dropped.
 */
export const restPhone = (phone: string, country: string): string => {
  const number = phone.split(';')[0] ?? phone;
  const known = parsePhoneNumberFromString(number);
  const isHome = isSupportedCountry(country) && known?.countryCallingCode === getCountryCallingCode(country);
  return isHome ? known.nationalNumber : number.replace(/\D/g, '');
};
