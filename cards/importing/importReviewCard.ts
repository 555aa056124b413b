import type { Words } from '../../locales/words.ts';
import type { RowCounts } from '../../storage/importRows.ts';
import { button, buttons } from '../buttons.ts';
import { card, faultLine, group, heading, paragraph, strong, type Card, type Element } from '../elements.ts';
import { fits } from '../size.ts';
import { reviewedRow, type ReviewedRow } from './reviewedRow.ts';

/** What the check of a file found. */
export interface ImportReviewView {
  readonly words: Words;
  readonly id: string;
  /** Where it came from, and how its first row reads. */
  readonly file: string;
  readonly first: string;
  readonly new: number;
  readonly existing: number;
  readonly counts: RowCounts;
  readonly remarks: number;
  readonly totals: number;
  /** Rows of which somebody has to say whether they are new customers. */
  readonly asked?: number;
  /** What was said of such rows. */
  readonly kindless?: 'new' | 'existing';
  /** Names of columns that rows need and the file does not have. */
  readonly lacking: readonly string[];
  readonly notes: readonly string[];
  readonly page: { readonly n: number; readonly m: number };
  readonly rows: readonly ReviewedRow[];
}

/** Faults of one row that are listed; all of them are in the file with the rows at fault. */
const faultsListed = 4;

/** The file as it was understood, its rows page by page, those with faults first, and Submit. */
export function importReviewCard(view: ImportReviewView): Card {
  const whole = reviewed(view, faultsListed);
  return fits(whole) ? whole : reviewed(view, 1);
}

function reviewed(view: ImportReviewView, listed: number): Card {
  const { words, id, page, counts } = view;
  const { t } = words;
  const ready = view.new + view.existing > 0;
  return card(
    t('importReview.title'),
    [
      heading(t('importReview.title')),
      labelled(t('importReview.file'), view.file, words),
      labelled(t('importReview.first'), view.first, words),
      group(found(view).map((line) => paragraph(line))),
      ...question(view),
      ...(view.lacking.length === 0
        ? []
        : [faultLine(t('importReview.lacking', { columns: words.list(view.lacking) }))]),
      ...view.notes.map((note) => paragraph(note, { subtle: true })),
      ...view.rows.map((row) => reviewedRow(row, words, listed)),
      ...(page.m > 1 ? [paragraph(t('importReview.page', page), { subtle: true })] : []),
    ],
    [
      ...(ready ? [button(t('button.submit'), { verb: 'importSubmit', argument: id }, view.asked === undefined)] : []),
      ...(page.n < page.m
        ? [button(t('button.nextPage'), { verb: 'importPage', argument: `${id}.${String(page.n + 1)}` })]
        : []),
      ...(page.n > 1 ? [button(t('button.firstPage'), { verb: 'importPage', argument: `${id}.1` })] : []),
      ...(counts.faulty > 0 ? [button(t('button.faultyRows'), { verb: 'importRows', argument: id })] : []),
      button(t('button.cancel'), { verb: 'importDrop', argument: id }),
    ],
  );
}

/** New or existing, of rows that do not say it; what was said can be said otherwise. */
function question({ words: { t }, id, asked, kindless }: ImportReviewView): Element[] {
  if (asked === undefined && kindless === undefined) return [];
  const text =
    asked !== undefined
      ? t('importReview.askKind', { n: asked })
      : t(kindless === 'new' ? 'importReview.saidNew' : 'importReview.saidExisting');
  return [
    asked === undefined ? paragraph(text) : strong(text),
    buttons(
      ...(kindless === 'new' ? [] : [button(t('button.rowsAreNew'), { verb: 'importNew', argument: id })]),
      ...(kindless === 'existing' ? [] : [button(t('button.rowsExist'), { verb: 'importExisting', argument: id })]),
    ),
  ];
}

const labelled = (label: string, text: string, words: Words): Element =>
  paragraph(words.t('importReview.fault', { label, text }));

function found({ words: { t }, counts, remarks, totals, ...view }: ImportReviewView): string[] {
  return [
    ...(view.new > 0 ? [t('importReview.new', { n: view.new })] : []),
    ...(view.existing > 0 ? [t('importReview.existing', { n: view.existing })] : []),
    ...(counts.there > 0 ? [t('importReview.there', { n: counts.there })] : []),
    ...(counts.faulty > 0 ? [t('importReview.faulty', { n: counts.faulty })] : []),
    ...(remarks > 0 ? [t('importReview.remarks', { n: remarks })] : []),
    ...(totals > 0 ? [t('importReview.totals', { n: totals })] : []),
  ];
}
