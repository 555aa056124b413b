import Papa from 'papaparse';
import { columnLabel, type ColumnName } from '../../../forms/import/columns.ts';
import { type Locale } from '../../../locales/translator.ts';
import { words } from '../../../locales/words.ts';
import { newDomain } from '../walk.ts';

/** A row as it is written, by column. */
export type Row = Readonly<Partial<Record<ColumnName, string>>>;

/** A new customer in the US that every rule likes, under a domain nobody has. */
export const newRow = (changes: Row = {}): Row => ({
  kind: 'new',
  companyName: 'Alpine Ski House',
  domain: newDomain(),
  country: 'US',
  addressLine1: '100 Main Street',
  city: 'Springfield',
  state: 'WA',
  postalCode: '98101',
  firstName: 'Ana',
  lastName: 'Lima',
  email: 'ana.lima@alpineskihouse.example',
  accepted: 'yes',
  dateAccepted: '2026-03-01',
  reseller: 'none',
  ...changes,
});

/** A customer that exists. */
export const existingRow = (changes: Row = {}): Row => ({
  kind: 'existing',
  companyName: 'Coho Winery',
  domain: `${newDomain()}.example`,
  ...changes,
});

/** A CSV file of these rows, with the columns they have, named in that language. */
export function csvOf(rows: readonly Row[], locale: Locale = 'en', delimiter = ','): string {
  // What Object.keys gives of a Row are names of columns.
  const names = [...new Set(rows.flatMap((row) => Object.keys(row) as ColumnName[]))];
  const header = names.map((name) => columnLabel(name, words(locale)));
  return Papa.unparse([header, ...rows.map((row) => names.map((name) => row[name] ?? ''))], { delimiter });
}
