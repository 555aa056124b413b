import { cutTo } from '../../cards/elements.ts';
import { defined } from '../../lib/optional.ts';
import type { Draft } from '../../model/draft.ts';
import { normalPhone } from '../../partner-center/rules/contact.ts';
import { type CountryRules, registrationIds } from '../../partner-center/rules/countries.ts';
import { normalRegistration, registrationFault } from '../../partner-center/rules/registrationId.ts';
import type { PastedValues, PhoneText } from './evidence.ts';

/** Pasted details that were not filled in, since they are another country's or another address, as one text. */
export type LeftOut = NonNullable<Draft['leftOut']>;

/** The details of an address and a registration as one text, in their order; undefined where there are none. */
export function leftOutOf(country: string, details: Readonly<Record<string, string | undefined>>): LeftOut | undefined {
  const known = Object.values(details).filter((value) => value !== undefined && value !== '');
  return known.length === 0 ? undefined : { country, text: cutTo(known.join(', '), 300) };
}

/** The first phone numbers as they are written. */
export const numbersOf = ({ phones }: Pick<PastedValues, 'phones'>): Readonly<Record<string, string>> =>
  Object.fromEntries(phones.slice(0, 2).map(({ text }, at) => [String(at), text]));

/** Most numbers that are looked at: a signature has three or four. */
const mostPhones = 10;

/** Most numbers without an input that are told. */
const mostOthers = 3;

/**
 * The contact's number and, where the country asks it, the organization's: of two, the contact has the mobile one. One
 * alone is both. The others have no input.
 */
export function phonesOf(
  texts: readonly PhoneText[],
  country: string,
  hasPerson: boolean,
  isAsked: boolean,
): { phoneNumber?: string; organizationPhone?: string; others?: string[] } {
  const found = texts.slice(0, mostPhones).flatMap(({ kind, isNamed, text }) => {
    const number = kind === 'fax' ? undefined : numberIn(text, country);
    return number === undefined ? [] : [{ kind, isNamed, number, text }];
  });
  const distinct = found.filter(({ number }, at) => found.findIndex((one) => one.number === number) === at);
  const mobile = distinct.find(({ kind }) => kind === 'mobile');
  const organization = distinct.find(({ kind }) => kind === 'organizationPhone');
  const plain = distinct.filter(({ kind }) => kind === 'phone').sort((a, b) => Number(b.isNamed) - Number(a.isNamed));
  const isPersons = hasPerson || !isAsked;
  const own = mobile ?? (isPersons ? (plain[0] ?? (isAsked ? undefined : organization)) : undefined);
  // Where the country asks the organization's, the only number there is belongs to both.
  const office = organization ?? plain.find((one) => one !== own) ?? own;
  const filled = [own?.number, isAsked ? office?.number : undefined];
  const others = distinct.filter(({ number }) => !filled.includes(number)).map(({ text }) => cutTo(text.trim(), 40));
  return {
    ...defined({ phoneNumber: own?.number, organizationPhone: isAsked ? office?.number : undefined }),
    ...(own === undefined || others.length === 0 ? {} : { others: others.slice(0, mostOthers) }),
  };
}

/** The first number in a text: “+49 30 1234 / 1235” and “(495) 123-45-67, 123-45-68” have two. */
function numberIn(text: string, country: string): string | undefined {
  const written = text.slice(0, 80);
  return normalPhone(written, country) ?? normalPhone(written.split(/\s*[,;/](?=\s|\+)\s*|\s{2,}/)[0] ?? '', country);
}

/** A registration ID that a text names: one to fill in, or one whose check digit is wrong. */
interface ReadRegistration {
  readonly registrationNumber?: string;
  readonly wrongNumber?: string;
}

/** The first number that the country's own pattern or check digit holds, else the first that has its form alone. */
export function registrationOf(texts: PastedValues['registrations'], rules: CountryRules): ReadRegistration {
  const known = registrationIds(rules.country);
  if (known === undefined || (known.pattern === undefined && (known.numbers ?? []).length === 0)) return {};
  const registration = { registration: known };
  const ids = texts
    .filter(({ country }) => country === undefined || country === rules.country)
    .flatMap(({ text }) => [text, ...[/\s*[/,;(]/, /\s+(?=\p{L})/u].map((end) => text.split(end)[0] ?? text)])
    .map((text) => normalRegistration(registration, text.slice(0, 60)));
  const registrationNumber = ids.find((id) => registrationFault(registration, id) === undefined);
  if (registrationNumber !== undefined) return { registrationNumber };
  return defined({ wrongNumber: ids.find((id) => registrationFault(registration, id) === 'check-digit') });
}
