import { locales, type Locale } from '../../locales/translator.ts';
import { words, type MessageKey, type Words } from '../../locales/words.ts';
import { once } from '../../partner-center/once.ts';
import { compared } from '../../storage/folded.ts';
import type { Context } from '../context.ts';

/** What each column of a file is called; a label may have other names after a bar, which are understood too. */
const labels = {
  kind: 'column.kind',
  companyName: 'field.companyName',
  domain: 'field.domain',
  microsoftId: 'field.microsoftId',
  relationship: 'column.relationship',
  country: 'field.country',
  addressLine1: 'field.addressLine1',
  addressLine2: 'field.addressLine2',
  city: 'field.city',
  state: 'field.state',
  postalCode: 'field.postalCode',
  culture: 'field.culture',
  registrationNumber: 'field.registrationNumber',
  organizationPhone: 'field.organizationPhone',
  qualification: 'field.qualification',
  educationSegment: 'field.educationSegment',
  website: 'field.website',
  validationCode: 'field.validationCode',
  gdap: 'field.gdap',
  firstName: 'field.firstName',
  lastName: 'field.lastName',
  email: 'field.email',
  phoneNumber: 'field.phoneNumber',
  accepted: 'column.accepted',
  dateAccepted: 'field.dateAccepted',
  signerFirstName: 'column.signerFirstName',
  signerLastName: 'column.signerLastName',
  signerEmail: 'column.signerEmail',
  signerPhoneNumber: 'column.signerPhoneNumber',
  reseller: 'field.reseller',
  offer: 'column.offer',
  billing: 'field.billing',
  quantity: 'unit.licenses',
} as const satisfies Readonly<Record<string, MessageKey>>;

/** Stable names of the columns; a file may use them as headers in any language. */
export type ColumnName = keyof typeof labels;

const isColumnName = (name: string): name is ColumnName => Object.hasOwn(labels, name);

/** Every column, in the order of the template. */
export const columnNames: readonly ColumnName[] = Object.keys(labels).filter(isColumnName);

/** Is this text the stable name of a column? */
export const asColumnName = (name: string): ColumnName | undefined => (isColumnName(name) ? name : undefined);

/** Columns that may be there several times: each time is one more line of the order. */
export const orderColumns: readonly ColumnName[] = ['offer', 'billing', 'quantity'];

/** The other ways a text may be written, the one that is shown first. */
export const alternatives = (text: string): string[] => text.split('|');

/** A column's header in the user's language. */
export const columnLabel = (name: ColumnName, { t }: Words): string => alternatives(t(labels[name]))[0] ?? name;

/** What a header means. */
export interface KnownHeader {
  readonly name: ColumnName;
  /** The languages that call the column so; its stable name is English. */
  readonly languages: readonly Locale[];
  /** It is the column's label or stable name, and not one of the others it goes by. */
  readonly own: boolean;
}

// Made with the first file: the words of every language would be a noticeable part of each start.
const known = once((): ReadonlyMap<string, KnownHeader> => {
  const found = new Map<string, { name: ColumnName; languages: Locale[]; own: boolean }>();
  const note = (text: string, name: ColumnName, language: Locale, own: boolean): void => {
    const one = found.get(compared(text));
    if (one === undefined) found.set(compared(text), { name, languages: [language], own });
    else if (one.name === name && !one.languages.includes(language)) one.languages.push(language);
  };
  for (const name of columnNames) note(name, name, 'en', true);
  for (const locale of locales)
    for (const name of columnNames) note(columnLabel(name, words(locale)), name, locale, true);
  for (const locale of locales) {
    const { t } = words(locale);
    for (const name of columnNames)
      for (const other of alternatives(`${t(labels[name])}|${t(`alias.${name}`)}`)) note(other, name, locale, false);
  }
  return found;
});

/** What a header means, in whichever of the languages. */
export const knownHeader = (header: string): KnownHeader | undefined => known().get(compared(header));

/** The column a header means, in whichever of the languages. */
export const columnOf = (header: string): ColumnName | undefined => knownHeader(header)?.name;

/** Every text that a header may be, folded, with its column. */
export const knownHeaders = (): Iterable<readonly [string, KnownHeader]> => known();

const reasons = once(
  () => new Set(locales.flatMap((locale) => alternatives(words(locale).t('column.reason'))).map(compared)),
);

/** Is this the header of the reasons that our own files have? Nothing is read from there. */
export const isReason = (header: string): boolean => reasons().has(compared(header));

/** Columns about the acceptance of the agreement. */
export const agreementColumns = columnNames.filter((name) => /^(?:accepted|dateAccepted|signer)/.test(name));

/** Is that column about the agreement used where its acceptance gets there that way? */
export const isAgreementColumn = (name: ColumnName, way: Context['agreementWay']): boolean =>
  way === 'recorded' || (way === 'enhanced' && name.startsWith('signer'));

/** The columns that matter to this partner: what its cloud and its countries do not ask for is left out. */
export function columnsFor({
  cloud,
  agreementWay,
  resellers,
}: Pick<Context, 'cloud' | 'agreementWay' | 'resellers'>): readonly ColumnName[] {
  const without = new Set<ColumnName>([
    ...agreementColumns.filter((name) => !isAgreementColumn(name, agreementWay)),
    ...(cloud.qualification ? [] : (['qualification', 'educationSegment', 'website', 'validationCode'] as const)),
    ...(cloud.gdap ? [] : (['gdap'] as const)),
    ...(resellers.length > 0 ? [] : (['reseller'] as const)),
  ]);
  return columnNames.filter((name) => !without.has(name));
}
