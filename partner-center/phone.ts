import { isSupportedCountry, parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';
import { plainText } from './text.ts';

// What stands before a number on cards and in signatures, and comes along when it is copied.
const words = [
  'tel(?:ephone)?|phone|ph|mob(?:ile)?|cell(?:phone| phone)?|office|direct|work|business|[tmpoc]',
  'тел(?:ефон)?|моб(?:ильный)?|сот(?:овый)?|раб(?:очий)?|т',
  '(?:联系|聯絡|聯繫|公司|办公|辦公)?(?:电话|電話)(?:号码|號碼)?|手机(?:号码?)?|手機(?:號碼?)?|行動電話|座机|市話',
].join('|');
const label = new RegExp(`^(?:(?:${words})\\s*[.:]*\\s*)+(?=[+(\\d])`, 'iu');
const labelBehind = new RegExp(`\\s*\\((?:${words})\\.?\\)$`, 'iu');

// The library knows "ext.", "x", "#" and "доб" without its dot; these are how Taiwan, China and Russia write an extension besides.
const extension =
  /\s*[,;(]?\s*(?:分[機机](?:[號号]?[碼码])?|内[線线]|[轉转]|доб(?:авочный|\.)?|внутр(?:енний|\.)?|вн\.?|ext(?:ension|n|\.)?|x)\s*[.:#№]*\s*(\d{1,7})\s*\)?$/iu;

// Where an extension is a last group of digits, "021-62888888-801": elsewhere that would be a slip of the keyboard.
const groupIsExtension = new Set(['CN', 'TW', 'HK', 'MO']);

/** Ways to read what was written, the plain one first: 00 for +, and an extension that is the last group of digits. */
const readings = (text: string, country: string): readonly string[] => [
  text,
  text.replace(/^\(?00\)?\s*(?=[1-9])/, '+'),
  ...(groupIsExtension.has(country) ? [text.replace(/[-(](\d{2,5})\)?$/, ' ext. $1')] : []),
];

/**
 * A phone number as it is kept: E.164, with `;ext=` and the digits of an extension behind it (RFC 3966); undefined when
 * it is none. `country` (ISO 3166 alpha-2) is where a number without `+` is dialled. What is copied along with a number,
 * such as `Tel.:` or marks that nobody sees, does not matter. Its own answers give themselves.
 */
export const normalPhone = (text: string, country: string): string | undefined => {
  if (text.length > 80) return undefined;
  const written = plainText(text)
    .replace(label, '')
    .replace(labelBehind, '')
    .replace(extension, ' ext. $1')
    .replace(/[.,;]+$/, '');
  const number = readings(written, country)
    .map((one) => parsed(one, country))
    .find((one) => one?.isValid() === true);
  if (number === undefined) return undefined;
  return number.ext === undefined ? number.number : `${number.number};ext=${number.ext}`;
};

const parsed = (text: string, country: string): PhoneNumber | undefined =>
  parsePhoneNumberFromString(text, {
    extract: false,
    ...(isSupportedCountry(country) ? { defaultCountry: country } : {}),
  });

// Groups that the library has otherwise than people write them: Taiwan's free numbers, and the numbers of Russia and Kazakhstan.
const shapes: readonly (readonly [RegExp, string])[] = [
  [/^\+886(80\d)(\d{3})(\d{3})$/, '+886 $1 $2 $3'],
  [/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7 $1 $2-$3-$4'],
];

/** A kept number as people read it: in groups, with its country's code, and apart from it the extension. */
export const shownPhone = (kept: string): { readonly number: string; readonly extension?: string } => {
  const [number = kept, extension] = kept.split(';ext=');
  const [shape, groups] = shapes.find(([one]) => one.test(number)) ?? [];
  const shown =
    shape === undefined
      ? (parsePhoneNumberFromString(number)?.formatInternational() ?? number)
      : number.replace(shape, groups ?? '');
  return extension === undefined ? { number: shown } : { number: shown, extension };
};
