import { type Missing, nothingLeft } from '../../lib/complete.ts';
import type { Values } from '../../model/draft.ts';
import { normalDomainPrefix } from '../../partner-center/rules/companyIdentity.ts';
import type { Context } from '../context.ts';
import { type SectionId, sectionIds } from '../section.ts';
import type { InputTable } from '../sectionInputs.ts';
import type { DateOrder } from '../typedText.ts';
import {
  cultureReader,
  readAccepted,
  readCountry,
  readDate,
  readQualification,
  readSegment,
  readYesNo,
  resellerReader,
} from './cellReaders.ts';
import type { ColumnName } from './columns.ts';
import type { Cells } from './row.ts';

/** The row a cell is read in. */
interface CellRow extends Pick<Cells, 'languages'> {
  readonly context: Context;
  readonly dates: DateOrder;
}

/** A column whose cell is no input's text yet, and the way to read it. */
interface ReadColumn {
  readonly column: ColumnName;
  read(cell: string, row: CellRow): string;
}

/** The column each input of a form is read from; by the column's name alone where the cell holds what would be typed. */
const inputColumns = {
  country: { country: { column: 'country', read: (cell) => readCountry(cell) } },
  company: {
    companyName: 'companyName',
    domainPrefix: { column: 'domain', read: (cell, { context }) => normalDomainPrefix(cell, context.cloud.suffix) },
    addressLine1: 'addressLine1',
    addressLine2: 'addressLine2',
    city: 'city',
    state: 'state',
    postalCode: 'postalCode',
    culture: { column: 'culture', read: (cell, { context }) => cultureReader(context.rules.cultures)(cell) },
    registrationNumber: 'registrationNumber',
    organizationPhone: 'organizationPhone',
    qualification: { column: 'qualification', read: (cell, { languages }) => readQualification(cell, languages) },
    gdap: { column: 'gdap', read: (cell, { languages }) => readYesNo(cell, languages) },
  },
  qualification: {
    educationSegment: { column: 'educationSegment', read: (cell, { languages }) => readSegment(cell, languages) },
    website: 'website',
    validationCode: 'validationCode',
  },
  contact: { firstName: 'firstName', lastName: 'lastName', email: 'email', phoneNumber: 'phoneNumber' },
  agreement: {
    accepted: { column: 'accepted', read: (cell, { languages }) => readAccepted(cell, languages) },
    dateAccepted: { column: 'dateAccepted', read: (cell, { dates }) => readDate(cell, dates) },
    // A row says who signed by filling the columns of the signer.
    signer: 'no column',
    signatory: 'no column',
  },
  signer: {
    firstName: 'signerFirstName',
    lastName: 'signerLastName',
    email: 'signerEmail',
    phoneNumber: 'signerPhoneNumber',
  },
  reseller: {
    reseller: {
      column: 'reseller',
      read: (cell, { context, languages }) => resellerReader(context.resellers)(cell, languages),
    },
  },
  subscriptions: {},
} as const satisfies InputTable<ColumnName | ReadColumn | 'no column'>;

type Entry = ColumnName | ReadColumn | 'no column';
type Table = typeof inputColumns;
type EntryOf<T> = T[keyof T];
type ColumnOf<E> = E extends { readonly column: infer C } ? C : E;
type InputColumn = { [S in keyof Table]: ColumnOf<EntryOf<Table[S]>> }[keyof Table];

/** Columns that are read with the whole row: what the row is about, and the lines of its order. */
type RowColumn = 'kind' | 'microsoftId' | 'relationship' | 'offer' | 'billing' | 'quantity';

// A column that no input is read from does not compile: its cells would be left out.
nothingLeft<Missing<ColumnName, InputColumn | RowColumn>>({});

const entriesOf = (id: SectionId): [input: string, Entry][] => Object.entries(inputColumns[id]);

/** The column of an input; undefined for one without. */
export function columnOfInput(id: SectionId, input: string): ColumnName | undefined {
  const entry = entriesOf(id).find(([name]) => name === input)?.[1];
  if (entry === undefined || entry === 'no column') return undefined;
  return typeof entry === 'string' ? entry : entry.column;
}

/** Columns of these inputs of a section. */
export const columnsOfInputs = (id: SectionId, inputs: readonly string[]): ColumnName[] =>
  inputs.flatMap((input) => columnOfInput(id, input) ?? []);

/** Every column that an input of a card but the country's is read from. */
export const inputColumnNames: readonly ColumnName[] = sectionIds
  .filter((id) => id !== 'country')
  .flatMap((id) => columnsOfInputs(id, Object.keys(inputColumns[id])));

/** The values of a section's inputs, as if the row were typed into them; an empty cell counts as an omitted input. */
export const cellValues = (id: SectionId, cells: Cells, row: Pick<CellRow, 'context' | 'dates'>): Values =>
  Object.fromEntries(
    entriesOf(id).flatMap(([input, entry]) => {
      if (entry === 'no column') return [];
      const value =
        typeof entry === 'string'
          ? cells.of(entry)
          : entry.read(cells.of(entry.column), { ...row, languages: cells.languages });
      return value === '' ? [] : [[input, value]];
    }),
  );

/** True when the row has any of the columns of this section's inputs. */
export const hasInputs = (id: SectionId, cells: Cells): boolean =>
  entriesOf(id).some(([input]) => {
    const column = columnOfInput(id, input);
    return column !== undefined && cells.of(column) !== '';
  });
