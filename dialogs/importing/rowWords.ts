import { planWords } from '../../cards/cartCard.ts';
import { shortened } from '../../cards/elements.ts';
import type { ReviewedRow } from '../../cards/importing/reviewedRow.ts';
import { refusalText } from '../../cards/reasons.ts';
import { cellText } from '../../forms/importing/cells.ts';
import { alternatives, asColumnName, columnLabel } from '../../forms/importing/columns.ts';
import { headerOf, type Header } from '../../forms/importing/header.ts';
import type { Words } from '../../locales/words.ts';
import { refusalOf } from '../../partner-center/fault.ts';
import { countryName, languageName } from '../../partner-center/countries.ts';
import { stateName } from '../../partner-center/states.ts';
import type { Plan } from '../../partner-center/offer.ts';
import type { ImportRow } from '../../storage/importRows.ts';
import type { ImportHead } from '../../storage/imports.ts';

/** A row as cards list it; what the card says of all rows at once is left out. */
export function reviewed(
  row: ImportRow,
  { header, lacking = [] }: Pick<ImportHead, 'header' | 'lacking'>,
  words: Words,
): ReviewedRow {
  const { n, name, kind, state, taken = [] } = row;
  const said =
    kind === undefined ? '' : (alternatives(words.t(kind === 'new' ? 'cell.new' : 'cell.existing'))[0] ?? '');
  const own = { ...row, faults: row.faults.filter(({ column }) => !lacking.includes(column)) };
  return {
    n,
    name,
    kind: said,
    state,
    faults: faultWords(own, headerOf(header), words),
    ...(taken.length === 0 || state !== 'ready' ? {} : { taken: takenWords(taken, words) }),
  };
}

/** What is wrong with a row, a sentence each, with the column and the value it is about; or what Partner Center said. */
export function faultWords(row: ImportRow, header: Header, words: Words): string[] {
  const { t } = words;
  const { faults, refusal, state } = row;
  if (state === 'stopped') return [t('import.fault.stopped')];
  if (refusal !== undefined && state === 'unfinished')
    return [refusalText(refusalOf(refusal), words, (reason) => t('import.fault.unfinished', { reason }))];
  if (refusal !== undefined) {
    const partly = refusal.halfMade === true ? [t('import.fault.halfMade')] : [];
    return [words.sentences([refusalText(refusalOf(refusal), words), ...partly])];
  }
  return faults.map(({ column, line = 0, fault }) => {
    const label = columnWords(column, line, words);
    const { either, ...data } = fault.data ?? {};
    const allowed = typeof either === 'string' ? { either: eitherWords(either, words) } : {};
    const text = words.say(fault.key, { ...data, ...allowed });
    const value = valueAt(row.cells, header, column, line);
    return value === ''
      ? t('importReview.fault', { label, text })
      : t('importReview.faultValue', { label, value, text });
  });
}

/** A column as the user's language calls it; lines of an order after the first have their number. */
function columnWords(column: string, line: number, words: Words): string {
  const name = asColumnName(column);
  const label = name === undefined ? column : columnLabel(name, words);
  return line === 0 ? label : words.t('form.pair', { label, hint: String(line + 1) });
}

function valueAt(cells: readonly string[], { columns }: Header, column: string, line: number): string {
  const at = columns.findIndex((one) => one?.name === column && one.line === line);
  return shortened(cellText(cells[at] ?? '').replaceAll(/\s+/g, ' '));
}

/** What may be written: a text a line, as it is, or what stands for a word of the catalogue, a country, a state, a culture or a plan. */
function eitherWords(lines: string, words: Words): string {
  const quoted = (text: string): string => words.t('importReview.quoted', { text });
  return words.either(
    lines.split('\n').map((one) => {
      const [, kind, value = ''] = /^(@|country:|state:|culture:|plan:)([^]*)$/.exec(one) ?? [];
      if (kind === '@') return quoted(alternatives(words.say(value))[0] ?? value);
      if (kind === 'country:') return countryName(value, words.locale);
      if (kind === 'state:') return stateName(value.slice(0, 2), value.slice(3), words.locale);
      if (kind === 'culture:') return languageName(value, words.locale);
      if (kind === 'plan:') return quoted(planText(value, words));
      return /^[\w-]{2,10}$/.test(one) ? one : quoted(one);
    }),
  );
}

/** A plan that is kept as its term and billing. */
function planText(kept: string, words: Words): string {
  const [term = '', billing = ''] = kept.split(' ');
  // What was kept is a plan's own billing.
  return planWords({ term, billing: billing as Plan['billing'] }, words);
}

const takenWords = (taken: NonNullable<ImportRow['taken']>, words: Words): string =>
  words.t('importReview.taken', {
    values: words.list(
      taken.map(({ column, line, value }) =>
        words.t('form.pair', {
          label: columnWords(column, line, words),
          hint: column === 'billing' ? planText(value, words) : value,
        }),
      ),
    ),
  });
