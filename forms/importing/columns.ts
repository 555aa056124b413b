import { locales } from '../../locales/translator.ts';
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

// Made with the first file: the words of every language would be a noticeable part of each start.
const known = once(
  (): ReadonlyMap<string, ColumnName> =>
    new Map([
      ...locales.flatMap((locale) =>
        columnNames.flatMap((name) =>
          alternatives(words(locale).t(labels[name])).map((label) => [compared(label), name] as const),
        ),
      ),
      ...columnNames.map((name) => [compared(name), name] as const),
    ]),
);

/** The column a header means, in whichever of the languages. */
export const columnOf = (header: string): ColumnName | undefined => known().get(compared(header));

const reasons = once(
  () => new Set(locales.flatMap((locale) => alternatives(words(locale).t('column.reason'))).map(compared)),
);

/** Is this the header of the reasons that our own files have? Nothing is read from there. */
export const isReason = (header: string): boolean => reasons().has(compared(header));

/** The columns that matter to this partner: what its cloud and its countries do not ask for is left out. */
export function columnsFor({ cloud, resellers }: Pick<Context, 'cloud' | 'resellers'>): readonly ColumnName[] {
  const without = new Set<ColumnName>([
    ...(cloud.agreement ? [] : columnNames.filter((name) => /^(?:accepted|dateAccepted|signer)/.test(name))),
    ...(cloud.qualification ? [] : (['qualification', 'educationSegment', 'website', 'validationCode'] as const)),
    ...(cloud.gdap ? [] : (['gdap'] as const)),
    ...(resellers.length > 0 ? [] : (['reseller'] as const)),
  ]);
  return columnNames.filter((name) => !without.has(name));
}
