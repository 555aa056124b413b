import { foldKey } from '../../lib/foldCase.ts';
import { companyNameFault, domainPrefixFault, suggestPrefix } from '../../partner-center/rules/companyIdentity.ts';
import { emailFault } from '../../partner-center/rules/contact.ts';
import { findCountryRules, registrationIds } from '../../partner-center/rules/countries.ts';
import { parseCountry } from '../../partner-center/rules/countryNames.ts';
import { isLegalForm, legalFormCountries, registeredName } from '../../partner-center/rules/letterheads.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { cleanText } from '../../lib/text.ts';
import { defined } from '../../lib/optional.ts';
import { type AddressValues, parseAddress } from './address.ts';
import { companyAboveStreet, findAddress, withoutLine } from './addressSearch.ts';
import { isLikeDomain } from './companyLine.ts';
import { judgeCountry } from './country.ts';
import { type Evidence, evidenceOf, type PastedValues } from './evidence.ts';
import { hasJobWord } from './labels.ts';
import { type LeftOut, leftOutOf, numbersOf, phonesOf, registrationOf } from './pastedDetails.ts';
import { isNameLike, mailOfPerson, parsePersonName, type PersonName } from './personName.ts';
import { maxPasteLength, type Piece, piecesOf } from './pieces.ts';
import { isVcard, readVcard } from './vcard.ts';

/** The partner a text is pasted for: its own names and domains are nobody else's. */
export interface Reader {
  readonly partner: Pick<Partner, 'name' | 'country' | 'domains'>;
  /** Countries the partner may sell in. */
  readonly market: readonly string[];
}

/** The values recognised in a pasted text, by the inputs of Add customer. */
export interface Pasted {
  /** The country, where the text tells one and the partner may sell there. */
  readonly country?: string;
  /** The country, where the text surely tells one and the partner may not sell there. */
  readonly elsewhere?: string;
  /** Details of a country that the partner may not sell in, which fit no form. */
  readonly leftOut?: LeftOut;
  readonly company: Readonly<
    Partial<Record<'companyName' | 'domainPrefix' | 'registrationNumber' | 'organizationPhone', string>> & AddressValues
  >;
  /** A registration ID of that country whose check digit is wrong: as it is written, and not filled in. */
  readonly wrongNumber?: string;
  /** Phone numbers besides those that the form has inputs for, as they are written. */
  readonly otherPhones?: string[];
  readonly contact: Readonly<Partial<Record<'firstName' | 'lastName' | 'email' | 'phoneNumber', string>>>;
}

/** Kinds of things a text must name at least before it is taken for a paste. */
const leastSigns = 3;

/** With so many labels a text is an entry of a registry, for which a company and one thing more are enough. */
const leastLabels = 4;

/** Reads a pasted text; undefined for a text that is no signature, letterhead, contact card, registry entry or row. */
export function readPaste(text: string, reader: Reader): Pasted | undefined {
  if (text.length > maxPasteLength) return undefined;
  if (isVcard(text)) return readContactCard(text, reader);
  // Most of what is typed is looked at no further.
  if (!/[\d@]/.test(text) || !/[\n\r\t|│·•●;；:：]/u.test(text.trim())) return undefined;
  const pieces = piecesOf(text);
  if (!isApart(text, pieces) || pieces.some(isOrderLine)) return undefined;
  const evidence = evidenceOf(pieces);
  if (isList(pieces, evidence.values)) return undefined;
  const found = recognise(evidence, reader);
  const labels = pieces.filter(({ label }) => label !== undefined).length;
  const least = labels >= leastLabels && found.pasted.company.companyName !== undefined ? leastSigns - 1 : leastSigns;
  return found.signs < least ? undefined : found.pasted;
}

/** Reads a contact card, pasted or out of a file; undefined where it names nobody. */
export function readContactCard(text: string, reader: Reader): Pasted | undefined {
  const values = readVcard(text);
  return values === undefined ? undefined : recognise({ values, open: [] }, reader).pasted;
}

/** True for a line of an order, “25 x Microsoft 365 E3”: an order is no customer. */
const isOrderLine = ({ text }: Piece): boolean => /^\d{1,6}\s?[x×х]\s?\p{L}/iu.test(text);

/** True for a text whose parts stand apart, on lines or in cells: one sentence is no paste, whatever it names. */
function isApart(text: string, pieces: readonly Piece[]): boolean {
  const lines = new Set(pieces.map(({ line }) => line)).size;
  if (lines >= 3) return true;
  if (pieces.length < 4) return false;
  const labels = pieces.filter(({ label }) => label !== undefined).length;
  // On one line without bars only a row of labels is none: a sentence begins with a word that is no label.
  return lines === 2 || /[\t|│·•●;；]/u.test(text) || (labels >= 3 && pieces[0]?.label !== undefined);
}

/** True for a list of several customers: rows with a company or a mail address each. */
function isList(pieces: readonly Piece[], { emails }: PastedValues): boolean {
  const names = new Set(emails.map((mail) => mail.slice(mail.lastIndexOf('@') + 1).toLowerCase()));
  const byLine = new Map<number, number>();
  for (const { line } of pieces) byLine.set(line, (byLine.get(line) ?? 0) + 1);
  const rows = [...byLine.values()].filter((count) => count >= 4).length;
  const companies = new Set(
    pieces
      .filter(({ text, line }) => (byLine.get(line) ?? 0) >= 3 && legalFormCountries(text) !== undefined)
      .map(({ line }) => line),
  );
  return companies.size >= 2 || (rows >= 2 && names.size >= 2 && rows >= byLine.size - 1);
}

interface Recognition {
  readonly pasted: Pasted;
  readonly signs: number;
}

/** The values recognised in the parts of a text, and how many kinds of them there are. */
export function recognise({ values, open }: Evidence, reader: Reader): Recognition {
  const { partner, market } = reader;
  const judged = judgeCountry({ values, open }, [partner.country, ...market]);
  const named = judged?.country;
  const isSold = named === undefined || market.includes(named);
  const country = named ?? partner.country;
  const rules = findCountryRules(country);
  const mails = values.emails.filter((mail) => emailFault(mail, partner.domains) === undefined);
  const mail = bestMail(mails);
  const isWritten =
    values.address !== undefined && (values.address.lines.length > 0 || values.address.city !== undefined);
  const found = rules === undefined || isWritten ? undefined : findAddress(open, rules);
  const prefix = domainPrefix(mails, values.hosts, partner.domains);
  const known = companyOf(values, withoutPieces(open, found?.pieces), prefix, partner.name);
  const own = companyAboveStreet(open, found?.pieces ?? new Set(), prefix !== undefined);
  const above = known ?? (own !== undefined && foldKey(own.text) !== foldKey(partner.name) ? own : undefined);
  const [companyName, place] = typeof above === 'object' ? [above.text, withoutLine(found, above)] : [above, found];
  const rest = withoutPieces(open, place?.pieces);
  const person = personOf(
    values,
    rest.filter(({ text }) => text !== companyName),
    { country, mail, companyName },
  );
  // A person with a label of its own may not be whose address stands first.
  const email = person === undefined ? mail : (mailOfPerson(person, mails) ?? mail);
  // A postal code with a label of its own may stand apart from the other lines.
  const written =
    place === undefined ? values.address : { ...place.written, ...values.address, lines: place.written.lines };
  const address = written === undefined || rules === undefined ? {} : parseAddress(written, rules);
  const phones = phonesOf(values.phones, country, person !== undefined, registrationIds(country)?.asked === true);
  const { registrationNumber, wrongNumber } = rules === undefined ? {} : registrationOf(values.registrations, rules);
  const details = { ...address, ...defined({ registrationNumber, organizationPhone: phones.organizationPhone }) };
  const isPlace =
    address.city !== undefined && (address.postalCode !== undefined || address.addressLine1 !== undefined);
  const signs = [
    companyName,
    mail ?? values.hosts[0],
    phones.phoneNumber ?? phones.organizationPhone,
    isPlace ? address.city : undefined,
    registrationNumber,
    person?.lastName,
  ];
  return {
    signs: signs.filter((sign) => sign !== undefined).length,
    pasted: {
      ...(named !== undefined && isSold ? { country: named } : {}),
      ...(isSold ? {} : defined({ leftOut: leftOutOf(country, details) ?? leftOutOf(country, numbersOf(values)) })),
      ...(!isSold && judged?.isSure === true ? { elsewhere: country } : {}),
      company: {
        ...defined({ companyName, domainPrefix: prefix }),
        ...(isSold ? details : {}),
      },
      ...(isSold ? defined({ wrongNumber, otherPhones: phones.others }) : {}),
      contact: { ...person, ...defined({ email, phoneNumber: phones.phoneNumber }) },
    },
  };
}

const withoutPieces = (open: readonly Piece[], taken?: ReadonlySet<Piece>): readonly Piece[] =>
  open.filter((piece) => taken?.has(piece) !== true);

const roleMail =
  /^(?:info|office|kontakt|contact|contato|contacto|sales|mail|hello|service|support|admin|welcome|zentrale|post|inbox|accounts|billing|noreply|no-reply)@/i;

const bestMail = (mails: readonly string[]): string | undefined =>
  mails.find((mail) => !roleMail.test(mail)) ?? mails[0];

function domainPrefix(mails: readonly string[], hosts: readonly string[], own: readonly string[]): string | undefined {
  const isOwn = (host: string): boolean => own.some((domain) => host === domain || host.endsWith(`.${domain}`));
  for (const host of [...mails.map((mail) => mail.slice(mail.lastIndexOf('@') + 1)), ...hosts].map((one) =>
    one.toLowerCase(),
  )) {
    const name = isOwn(host) ? undefined : registeredName(host);
    const prefix = name === undefined ? undefined : suggestPrefix(name);
    if (prefix !== undefined && domainPrefixFault(prefix) === undefined) return prefix;
  }
  return undefined;
}

/** The company's name: as it is labelled, else by its legal form, else as its domain says it. */
function companyOf(
  values: PastedValues,
  open: readonly Piece[],
  prefix: string | undefined,
  own: string,
): string | undefined {
  const isUsable = (name: string): boolean =>
    companyNameFault(name) === undefined && foldKey(name) !== foldKey(own) && name.length <= 150;
  const named = values.companies.filter(({ isNamed }) => isNamed).map(({ text }) => text);
  const formed = [...open.map(({ text }) => text), ...values.companies.map(({ text }) => text)].flatMap(withForm);
  const like = open.filter(({ text }) => prefix !== undefined && isLikeDomain(text, prefix)).map(({ text }) => text);
  return [...named, ...formed, ...like].map((text) => cleanText(text).replace(/[,;:]+$/u, '')).find(isUsable);
}

/** The part of a text that ends or begins with a legal form; nothing of a text without one. */
function withForm(text: string): string[] {
  if (text.length > 160 || legalFormCountries(text) === undefined) return [];
  const parts = text.split(/,\s+/);
  const whole = parts.findIndex((part) => legalFormCountries(part) !== undefined);
  const alone = parts.findIndex((part, place) => place > 0 && isLegalForm(part));
  // “Contoso, Inc.”: the form alone behind the comma belongs to the name.
  const at = whole < 0 && alone > 0 ? alone - 1 : Math.max(0, whole);
  const next = parts[at + 1];
  if (next !== undefined && isLegalForm(next)) return [`${parts[at] ?? ''}, ${next}`];
  if (whole < 0) return [parts.slice(0, 2).join(', ')];
  // Behind a Chinese form only a department follows.
  return [(parts[at] ?? text).replace(/(公司|集[团團])\s+\S+$/u, '$1')];
}

interface PersonHints {
  readonly country: string;
  readonly mail: string | undefined;
  readonly companyName: string | undefined;
}

/** The contact's name: labelled, or as the mail address says it, or above a job, or first of all. */
function personOf(
  values: PastedValues,
  open: readonly Piece[],
  { country, mail = '', companyName }: PersonHints,
): PersonName | undefined {
  if (values.person !== undefined) return values.person;
  const parse = (text: string): PersonName | undefined =>
    isNameLike(text) ? parsePersonName(text, country, mail) : undefined;
  for (const { text } of values.names.filter(({ isNamed }) => isNamed)) {
    const person = parse(text) ?? parsePersonName(text, country, mail);
    if (person !== undefined) return person;
  }
  const local = (mail.split('@')[0] ?? '').split(/[._-]/).map(foldKey);
  const isOfMail = (text: string): boolean => foldKeys(text).some((word) => word.length > 2 && local.includes(word));
  const candidates = [...values.names, ...open]
    .map(({ text }) => text)
    .filter(
      (text) => text !== companyName && legalFormCountries(text) === undefined && parseCountry(text) === undefined,
    );
  const ofMail = candidates.find((text) => parse(text) !== undefined && isOfMail(text));
  if (ofMail !== undefined) return parse(ofMail);
  const cells = open.findIndex(
    ({ text }, at) => isOfMail(text) && isOfMail(open[at + 1]?.text ?? '') && !text.includes(' '),
  );
  if (cells >= 0) return parsePersonName(`${open[cells]?.text ?? ''} ${open[cells + 1]?.text ?? ''}`, country, mail);
  const aboveJob = open.find(({ text }, at) => parse(text) !== undefined && hasJobWord(open[at + 1]?.text ?? ''));
  const belowJob = open.find(
    ({ text }, at) => parse(text) !== undefined && at > 0 && hasJobWord(open[at - 1]?.text ?? ''),
  );
  const first = aboveJob?.text ?? belowJob?.text ?? values.names[0]?.text ?? open[0]?.text;
  return first === undefined || !candidates.includes(first) ? undefined : parse(first);
}

const foldKeys = (text: string): string[] => text.split(/[\s-]+/).map(foldKey);
