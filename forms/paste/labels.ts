import { locales } from '../../model/languages.ts';
import { words } from '../../locales/words.ts';
import { lazy } from '../../lib/lazy.ts';
import { foldKey } from '../../lib/foldCase.ts';
import { identityWords, letterheadWords, signatureWords } from '../../partner-center/rules/letterheads.ts';
import { alternatives, columnOfHeader } from '../import/columns.ts';

/** Kinds of the values a text names by a label; `other` is a value that no input takes. */
export const labelKinds = [
  'companyName',
  'contact',
  'phone',
  'mobile',
  'fax',
  'organizationPhone',
  'email',
  'website',
  'address',
  'registration',
  'sender',
  'head',
  'other',
] as const;

/** Kind of a labelled value; one label may name an address and a number together. */
export type LabelKind =
  | (typeof labelKinds)[number]
  | 'addressAndPhone'
  | 'firstName'
  | 'lastName'
  | 'addressLine2'
  | 'city'
  | 'state'
  | 'postalCode'
  | 'country';

const plainKinds = new Set<string>([
  ...labelKinds,
  'firstName',
  'lastName',
  'addressLine2',
  'city',
  'state',
  'postalCode',
  'country',
]);

const isLabelKind = (name: string): name is LabelKind => plainKinds.has(name);

const kindsOfColumns: Readonly<Record<string, LabelKind>> = {
  addressLine1: 'address',
  phoneNumber: 'phone',
  domain: 'website',
  registrationNumber: 'registration',
};

const textsOf = (kind: (typeof labelKinds)[number] | 'jobTitle' | 'closing' | 'honorific'): string[] =>
  locales.flatMap((locale) => alternatives(words(locale).t(`label.${kind}`)));

// Made with the first text that may be a paste: the words of every language would be a noticeable part of each start.
const labelIndex = lazy((): ReadonlyMap<string, LabelKind> => {
  const found = new Map<string, LabelKind>();
  const note = (text: string, kind: LabelKind): void => {
    // Symbols such as ☎ have no letters to fold.
    const key = foldKey(text) || text;
    if (!found.has(key)) found.set(key, kind);
  };
  for (const kind of labelKinds) for (const text of textsOf(kind)) note(text, kind);
  for (const names of Object.values(identityWords())) for (const text of names) note(text, 'registration');
  for (const [kind, names] of Object.entries(letterheadWords()))
    if (isLabelKind(kind)) for (const text of names) note(text, kind);
  return found;
});

/** The kind of value that this text is a label of, in any language; undefined when it is none. */
export function labelKind(text: string): LabelKind | undefined {
  if (text === '' || text.length > 40) return undefined;
  return kindOfOne(text) ?? kindOfSeveral(text);
}

/** Between the names of a label of several: “地址、电话”, “Address / Phone”, «Адрес и телефон». */
const betweenNames =
  /\s*[、,，/／&＆+]\s*|\s+(?:and|und|et|e|y|i|en|и)\s+|(?<=\p{Script=Han})[及和与與跟](?=\p{Script=Han})/u;

/** The kind of a label made of several: what they all are, or an address or a contact with a number. */
function kindOfSeveral(text: string): LabelKind | undefined {
  const names = text.split(betweenNames);
  const kinds = names.length > 1 ? names.map(kindOfOne) : kindsSideBySide(text);
  const [first] = kinds;
  if (first === undefined || kinds.includes(undefined)) return undefined;
  if (kinds.every((kind) => kind === first)) return first;
  const isNumber = (kind: LabelKind | undefined): boolean =>
    kind === 'phone' || kind === 'mobile' || kind === 'organizationPhone';
  const others = kinds.filter((kind) => !isNumber(kind));
  if (others.length !== 1) return undefined;
  if (others[0] === 'address') return 'addressAndPhone';
  return others[0] === 'contact' ? 'contact' : undefined;
}

/** The kinds of two labels in Chinese script with nothing between them, “地址电话”; an empty list where it is no two. */
function kindsSideBySide(text: string): readonly (LabelKind | undefined)[] {
  if (!/^\p{Script=Han}{4,12}$/u.test(text)) return [];
  for (let at = 2; at <= text.length - 2; at++) {
    const kinds = [kindOfOne(text.slice(0, at)), kindOfOne(text.slice(at))];
    if (!kinds.includes(undefined)) return kinds;
  }
  return [];
}

function kindOfOne(text: string): LabelKind | undefined {
  if (text === '') return undefined;
  const found = labelIndex().get(foldKey(text) || text.trim());
  if (found !== undefined) return found;
  const column = columnOfHeader(text);
  if (column === undefined) return undefined;
  const kind = kindsOfColumns[column] ?? column;
  return isLabelKind(kind) ? kind : 'other';
}

/** The country whose registration number this label names; undefined for any other label. */
export function identityCountry(label: string): string | undefined {
  const key = foldKey(label);
  return Object.entries(identityWords()).find(([, names]) => names.some((name) => foldKey(name) === key))?.[0];
}

const jobWords = lazy(() => new Set([...textsOf('jobTitle'), ...signatureWords().jobTitles].map(foldKey)));
const hanJobWords = lazy(() =>
  [...textsOf('jobTitle'), ...signatureWords().jobTitles].filter((text) => /\p{Script=Han}/u.test(text)),
);

/** True for a text with a word of a job, a department or a heading: no person and no company is called that. */
export const hasJobWord = (text: string): boolean =>
  text.split(/[\s,&/]+/).some((word) => jobWords().has(foldKey(word))) ||
  hanJobWords().some((word) => text.includes(word));

const closings = lazy(() => new Set([...textsOf('closing'), ...signatureWords().closings].map(foldKey)));

/** True for the line that ends a letter: Best regards, С уважением, 此致. */
export const isClosing = (line: string): boolean => line.length <= 60 && closings().has(foldKey(line));

const honorifics = lazy(() => new Set([...textsOf('honorific'), ...signatureWords().honorifics].map(foldKey)));

/** True for a word that stands before or behind a person's name: Dr., Frau, г-н, 先生. */
export const isHonorific = (word: string): boolean => honorifics().has(foldKey(word));

/** Words of that kind in Chinese and Japanese script, which stand behind a name without a blank. */
export const hanHonorifics = lazy(() =>
  [...textsOf('honorific'), ...signatureWords().honorifics].filter((text) =>
    /[\p{Script=Han}\p{Script=Hiragana}]/u.test(text),
  ),
);
