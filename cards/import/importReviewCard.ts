import type { Words } from '../../locales/words.ts';
import type { RowCounts, RowState } from '../../model/import.ts';
import {
  button,
  buttons,
  card,
  type Card,
  type Element,
  factLines,
  faultLine,
  firstFitting,
  group,
  heading,
  paragraph,
  row,
  shortened,
  strong,
  below,
  stacked,
} from '../elements.ts';
import { capitalize } from '../../lib/text.ts';
import { type SaidFault, saidFaultLine } from '../faultLines.ts';
import { entryButton } from '../listEntry.ts';

/** Data of the card that reviews a checked file. */
export interface ImportReviewView {
  readonly words: Words;
  readonly id: string;
  /** Source of the file, and its first row as text. */
  readonly file: string;
  readonly first: string;
  readonly new: number;
  readonly existing: number;
  readonly counts: RowCounts;
  readonly remarks: number;
  readonly totals: number;
  /** Number of rows whose company may be in the list or in the file already. */
  readonly alike?: number;
  /** Number of rows that need an answer whether they are new customers. */
  readonly asked?: number;
  /** Answer given for such rows. */
  readonly kindless?: 'new' | 'existing';
  /** Number of rows without a domain for which one is proposed. */
  readonly proposed?: number;
  /** Names of required columns that the file does not have. */
  readonly lacking: readonly string[];
  readonly notes: readonly string[];
  readonly page: { readonly n: number; readonly m: number };
  readonly rows: readonly ReviewedRow[];
}

/** Maximum of faults listed for one row; the file of faulty rows has all of them. */
const maxFaultsListed = 4;

/** Card of the checked file: its rows page by page, faulty ones first, and Submit; with as many faults of each as fit. */
export const importReviewCard = (view: ImportReviewView): Card =>
  firstFitting((attempt) => reviewCardOf(view, Math.max(1, maxFaultsListed - attempt)));

function reviewCardOf(view: ImportReviewView, listed: number): Card {
  const { words, id, page, counts, alike = 0 } = view;
  const { t } = words;
  const ready = view.new + view.existing > 0;
  return card(
    t('importReview.title'),
    [
      heading(t('importReview.title')),
      ...factLines([
        { label: t('form.fact', { label: t('importReview.file') }), value: view.file },
        { label: t('form.fact', { label: t('importReview.first') }), value: view.first },
      ]),
      group(stacked(checkResults(view).map((line) => paragraph(line)))),
      ...(alike === 0 ? [] : [strong(t('importReview.alike', { n: alike }))]),
      ...(ready ? [] : [strong(t('importReview.nothingReady'))]),
      ...kindQuestion(view),
      ...domainsQuestion(view),
      ...(view.lacking.length === 0
        ? []
        : [faultLine(t('importReview.lacking', { columns: words.list(view.lacking) }))]),
      ...view.notes.map((note) => paragraph(note, { subtle: true })),
      ...view.rows.map((one) => reviewedRowGroup(one, words, listed, rowChoice(one, `${id}.${String(page.n)}`, words))),
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

/**
 * Card of one row of the checked file: what was found in it, the button that leaves it out, and the way back to the
 * review. `page` is the card's own page of the import.
 */
export function importRowCard(words: Words, id: string, reviewed: ReviewedRow, page: string): Card {
  const { t } = words;
  return card(
    t('importReview.title'),
    [
      heading(t('importReview.title')),
      reviewedRowGroup(reviewed, words, reviewed.faults.length, rowChoice(reviewed, `${id}.${page}`, words)),
      ...(reviewed.faults.length === 0 && reviewed.state !== 'leftOut' ? [paragraph(t('importReview.noFaults'))] : []),
      paragraph(t('importReview.leaveOut'), { subtle: true }),
    ],
    [button(t('importReview.back'), { verb: 'importPage', argument: `${id}.1` }, true)],
  );
}

/**
 * The button that leaves a row out or takes it in again, for the page it stands on; none for a customer who is in the list
 * and skipped anyway.
 */
function rowChoice(reviewed: ReviewedRow, page: string, words: Words): ReturnType<typeof button> | undefined {
  if (reviewed.state === 'there') return undefined;
  const [title, verb] =
    reviewed.state === 'leftOut'
      ? (['button.takeIn', 'importTakeIn'] as const)
      : (['button.leaveOut', 'importLeaveOut'] as const);
  return entryButton(
    button(words.t(title), { verb, argument: `${page}.${String(reviewed.n)}` }),
    rowName(reviewed, words),
    words,
  );
}

/** Question whether rows without a kind are new or existing customers; a given answer can be changed. */
function kindQuestion({ words: { t }, id, asked, kindless }: ImportReviewView): Element[] {
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

/** Question whether the proposed domains are taken. */
const domainsQuestion = ({ words: { t }, id, proposed }: ImportReviewView): Element[] =>
  proposed === undefined
    ? []
    : [
        strong(t('importReview.askDomains', { n: proposed })),
        buttons(button(t('button.takeDomains', { n: proposed }), { verb: 'importDomains', argument: id })),
      ];

function checkResults({ words: { t }, counts, remarks, totals, ...view }: ImportReviewView): string[] {
  return [
    ...(view.new > 0 ? [t('importReview.new', { n: view.new })] : []),
    ...(view.existing > 0 ? [t('importReview.existing', { n: view.existing })] : []),
    ...(counts.there > 0 ? [t('importReview.there', { n: counts.there })] : []),
    ...(counts.faulty > 0 ? [t('importReview.faulty', { n: counts.faulty })] : []),
    ...(counts.leftOut > 0 ? [t('importReview.leftOut', { n: counts.leftOut })] : []),
    ...(remarks > 0 ? [t('importReview.remarks', { n: remarks })] : []),
    ...(totals > 0 ? [t('importReview.totals', { n: totals })] : []),
  ];
}

/** A row of the review; every fault is a line of its own. */
export interface ReviewedRow {
  readonly n: number;
  readonly name: string;
  readonly kind: string;
  readonly state: RowState;
  readonly faults: readonly SaidFault[];
  /** Values the row leaves out, for which the form's defaults are used, and values that are not asked for. */
  readonly notes: readonly string[];
}

/** A row's number, as in the spreadsheet: without separators between its digits; and its customer's name. */
const rowName = ({ n, name }: ReviewedRow, { t }: Words): string =>
  t('importReview.row', { row: String(n), name: name === '' ? t('importReview.unnamed') : shortened(name) });

/**
 * Group of a row: its name, beside it a button where there is one, its state, and at most `listed` faults, with the number
 * of the others.
 */
export function reviewedRowGroup(
  reviewed: ReviewedRow,
  words: Words,
  listed: number,
  choice?: ReturnType<typeof button>,
): Element {
  const { kind, state, faults, notes } = reviewed;
  const name = strong(rowName(reviewed, words));
  const { t } = words;
  const left = faults.length - listed;
  // The sentence of one that is not finished begins with that.
  const isSaid = state === 'unfinished' && faults.length > 0;
  const standing = [...(kind === '' ? [] : [kind]), ...(isSaid ? [] : [t(`rowState.${state}`)])].join(' · ');
  return group([
    choice === undefined ? name : row([name], [buttons(choice)]),
    ...(standing === '' ? [] : [below(paragraph(capitalize(standing, words.locale), { subtle: true }))]),
    ...faults.slice(0, listed).map((fault) => saidFaultLine(fault, words)),
    ...(left > 0 ? [paragraph(t('importReview.moreFaults', { n: left }))] : []),
    ...notes.map((note) => paragraph(note, { subtle: true })),
  ]);
}
