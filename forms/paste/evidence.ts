import type { LabelKind } from './labels.ts';
import { legalFormCountries } from '../../partner-center/rules/letterheads.ts';
import { normalEmail } from '../../partner-center/rules/contact.ts';
import { normalHost } from '../../partner-center/rules/companyIdentity.ts';
import { isNameLike, type PersonName } from './personName.ts';
import type { Piece } from './pieces.ts';

/** A text that may be a name; `isNamed` where a label says so. */
export interface NameText {
  readonly text: string;
  readonly isNamed: boolean;
}

/** A text that may be a phone number. */
export interface PhoneText extends NameText {
  readonly kind: 'phone' | 'mobile' | 'fax' | 'organizationPhone';
}

/** An address as it is written, its parts as far as they are told apart. */
export interface WrittenAddress {
  readonly lines: readonly string[];
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
}

/** Everything a pasted text names, not normalised yet; the first of each list is the likeliest. */
export interface PastedValues {
  readonly companies: readonly NameText[];
  /** A person whose name came in its two parts. */
  readonly person?: PersonName;
  readonly names: readonly NameText[];
  readonly emails: readonly string[];
  readonly hosts: readonly string[];
  readonly phones: readonly PhoneText[];
  readonly registrations: readonly { readonly text: string; readonly country?: string }[];
  readonly address?: WrittenAddress;
  readonly countries: readonly string[];
  /** True for a contact card, which is a paste whatever it names. */
  readonly isCard?: true;
}

/** The values that a text's pieces name, and the pieces that may be a name or a part of an address. */
export interface Evidence {
  readonly values: PastedValues;
  readonly open: readonly Piece[];
}

const mailIn = /[^\s<>()[\],;:"“”«»]{1,64}@[^\s<>()[\],;:"“”«»]{1,190}/u;
const hostIn =
  /(?:https?:\/\/|www\.)[^\s<>()[\],;"“”«»]{2,120}|(?<![\w@.-])[a-z\d][a-z\d-]{0,60}(?:\.[a-z\d-]{1,60}){0,3}\.(?:com|net|org|example|[a-z]{2})(?![\w.-])/i;

const phoneKinds: ReadonlySet<string> = new Set(['phone', 'mobile', 'fax', 'organizationPhone']);
const isPhoneKind = (kind: LabelKind): kind is PhoneText['kind'] => phoneKinds.has(kind);

interface Lists {
  companies: NameText[];
  names: NameText[];
  emails: string[];
  hosts: string[];
  phones: PhoneText[];
  registrations: PastedValues['registrations'][number][];
  countries: string[];
  parts: Partial<Record<'firstName' | 'lastName' | 'city' | 'state' | 'postalCode' | 'addressLine2', string>>;
  lines: string[];
  open: Piece[];
}

/** The evidence in a text's pieces. */
export function evidenceOf(pieces: readonly Piece[]): Evidence {
  const lists: Lists = {
    companies: [],
    names: [],
    emails: [],
    hosts: [],
    phones: [],
    registrations: [],
    countries: [],
    parts: {},
    lines: [],
    open: [],
  };
  for (const piece of pieces) {
    if (piece.label === undefined) takeOpen(piece, lists);
    else takeLabelled(piece, piece.label, lists);
  }
  const { parts, lines, open, ...others } = lists;
  const { firstName, lastName, addressLine2, city, state, postalCode } = parts;
  const all = [...lines, ...(addressLine2 === undefined ? [] : [addressLine2])];
  const isWritten = all.length > 0 || city !== undefined || postalCode !== undefined;
  return {
    values: {
      ...others,
      ...(firstName === undefined || lastName === undefined ? {} : { person: { firstName, lastName } }),
      ...(isWritten
        ? { address: { lines: all, ...part('city', city), ...part('state', state), ...part('postalCode', postalCode) } }
        : {}),
    },
    open,
  };
}

const part = <K extends string>(name: K, value: string | undefined) => (value === undefined ? {} : { [name]: value });

function takeLabelled({ text, line, identity }: Piece, label: LabelKind, lists: Lists): void {
  if (isPhoneKind(label)) {
    takeMail(text, lists);
    lists.phones.push({ text, kind: label, isNamed: true });
    return;
  }
  switch (label) {
    case 'companyName':
      lists.companies.push({ text, isNamed: true });
      return;
    case 'contact':
    case 'sender':
      takeContact(text, label, lists);
      return;
    case 'email':
      takeMail(text, lists);
      return;
    case 'website':
      takeHost(text, lists);
      return;
    case 'registration':
      lists.registrations.push({ text, ...(identity === undefined ? {} : { country: identity }) });
      return;
    case 'country':
      lists.countries.push(text);
      return;
    case 'address':
      lists.lines.push(text);
      return;
    case 'addressAndPhone':
      takeAddressAndPhone(text, lists);
      return;
    case 'head':
      // A register names who signs for the company: its contact, where the text names none.
      if (isNameLike(text) && legalFormCountries(text) === undefined) lists.names.push({ text, isNamed: false });
      return;
    case 'other':
      return;
    case 'postalCode':
      // “CEP 20050-009 - Rio de Janeiro” goes on with the city.
      if (/\p{Ll}{2}/u.test(text)) lists.open.push({ text, line });
      else lists.parts.postalCode ??= text;
      return;
    case 'firstName':
    case 'lastName':
    case 'addressLine2':
    case 'city':
    case 'state':
      lists.parts[label] ??= text;
  }
}

/** Fewest digits of a number that stands in one text with an address: postal codes have six, house numbers fewer. */
const leastDigits = 7;

/** The phone number that a text ends with, as it is written; empty for a text that ends otherwise. */
function numberAtEnd(text: string): string {
  let [start, digits] = [text.length, 0];
  for (const { 0: word, index } of [...text.matchAll(/[^\s,，、;；]+/gu)].reverse()) {
    // “98101-1234” and “01310-100” are postal codes.
    if (!/^\+?[\d(][\d()./-]*$/.test(word) || /^\d{5}-\d{3,4}$/.test(word)) break;
    // Before a whole number stand only codes of its area and country, with no comma between.
    const isCode = /^(?:\(\d{1,5}\)|\+\d{1,4}|0\d{1,4}|\d{2,3}|8)$/.test(word);
    if (digits >= leastDigits && !(isCode && text.slice(index + word.length, start).trim() === '')) break;
    start = index;
    digits += word.replace(/\D/g, '').length;
    if (word.startsWith('+')) break;
  }
  return digits >= leastDigits ? text.slice(start) : '';
}

/** An address and the numbers behind it, or the one before it, under one label. */
function takeAddressAndPhone(text: string, lists: Lists): void {
  const trim = (written: string): string => written.replace(/^[\s,，、;；/／]+|[\s,，、;；/／]+$/gu, '');
  const numbers: string[] = [];
  // “8层010-12345678” has no gap before its number.
  let address = trim(text.replace(/(?<=\p{Script=Han})(?=\+?[\d(][\d()-]{6,}$)/u, ' '));
  for (let number = numberAtEnd(address); number !== ''; number = numberAtEnd(address)) {
    numbers.unshift(number);
    address = trim(address.slice(0, -number.length));
  }
  const first = numbers.length > 0 ? undefined : /^\+?[\d(][\d\s()-]{5,}\d(?=[\s,，、;；/／])/u.exec(address)?.[0];
  for (const number of first === undefined ? numbers : [first])
    lists.phones.push({ text: number, kind: 'phone', isNamed: true });
  if (first !== undefined) address = trim(address.slice(first.length));
  if (address !== '') lists.lines.push(address);
}

/** A contact with what stands beside its name: a company by its form, or an address. */
function takeContact(text: string, label: LabelKind, lists: Lists): void {
  takeMail(text, lists);
  const number = /\+?\d[\d\s()-]{6,}$/.exec(text)?.[0];
  if (number !== undefined) lists.phones.push({ text: number, kind: 'phone', isNamed: true });
  const name = text
    .replace(number ?? '', '')
    .replace(/[<([]?(?:mailto:)?\S+@\S+/g, '')
    .replace(/["“”]/g, '')
    .trim();
  if (name === '') return;
  if (legalFormCountries(name) === undefined) lists.names.push({ text: name, isNamed: label === 'contact' });
  else lists.companies.push({ text: name, isNamed: false });
}

function takeMail(text: string, lists: Lists): void {
  const found = mailIn.exec(text)?.[0];
  if (found !== undefined) lists.emails.push(normalEmail(found));
}

function takeHost(text: string, lists: Lists): void {
  const found = hostIn.exec(text)?.[0];
  if (found !== undefined) lists.hosts.push(normalHost(found));
}

const isNumber = (text: string): boolean =>
  /^\+?[\d(][\d\s()./-]{6,}(?:\s*(?:ext|x|доб|#)\.?\s*\d{1,6})?$/iu.test(text);

/** Takes a piece without a label: an address of mail or of a page, a number, or a text to be judged later. */
function takeOpen(piece: Piece, lists: Lists): void {
  const { text } = piece;
  const mail = mailIn.exec(text);
  if (mail !== null) {
    lists.emails.push(normalEmail(mail[0]));
    const before = text
      .slice(0, mail.index)
      .replace(/[<(["“”:]+/g, '')
      .trim();
    if (before !== '') lists.open.push({ ...piece, text: before });
    const behind = text.slice(mail.index + mail[0].length).replace(/^[\s>)\]"”]+/u, '');
    if (isNumber(behind)) lists.phones.push({ text: behind, kind: 'phone', isNamed: behind.startsWith('+') });
    return;
  }
  const host = hostIn.exec(text);
  if (host !== null && host[0].length >= text.length - 1) {
    lists.hosts.push(normalHost(host[0]));
    return;
  }
  if (isNumber(text)) lists.phones.push({ text, kind: 'phone', isNamed: text.startsWith('+') });
  lists.open.push(piece);
}
