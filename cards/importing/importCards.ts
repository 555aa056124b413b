import type { Words } from '../../locales/words.ts';
import type { RowCounts, RowState } from '../../storage/imports.ts';
import {
  button,
  card,
  faultLine,
  group,
  heading,
  paragraph,
  shortened,
  strong,
  type Card,
  type Element,
} from '../elements.ts';
import { command } from '../homeCard.ts';
import { fits } from '../size.ts';

/** What the card that asks for a file shows. */
export interface ImportView {
  readonly words: Words;
  readonly rows: number;
  readonly megabytes: number;
  /** Most new customers a file, where there is a limit. */
  readonly mostNew?: number;
  /** What is wrong with the file that was sent. */
  readonly fault?: string;
  /** What was pasted; a long text is not shown again, because a card's size is bounded. */
  readonly text?: string;
}

/** Most of a pasted text that is shown again. */
const shownAgain = 4_000;

/** Asks for a file of customers, or for its rows. */
export function importCard(view: ImportView): Card {
  const { words, fault, text = '', mostNew } = view;
  const { t } = words;
  return card(
    fault === undefined ? t('import.title') : `${fault} ${t('import.title')}`,
    [
      heading(t('import.title')),
      ...(fault === undefined ? [] : [faultLine(fault)]),
      paragraph(t('import.intro')),
      paragraph(t('import.how')),
      paragraph(
        [
          t('import.limits', { rows: view.rows, mb: view.megabytes }),
          ...(mostNew === undefined ? [] : [t('import.limitNew', { n: mostNew })]),
        ].join(words.locale.startsWith('zh') ? '' : ' '),
        { subtle: true },
      ),
      {
        type: 'Input.Text',
        id: 'csv',
        label: t('field.csv'),
        isMultiline: true,
        ...(text === '' || text.length > shownAgain ? {} : { value: text }),
      },
    ],
    [
      button(t('button.check'), { verb: 'importText' }, true),
      button(t('button.template'), { verb: 'importTemplate' }),
      button(t('button.customers'), command('customers')),
      button(t('button.help'), command('help')),
    ],
  );
}

/** One row as the review lists it; every fault is a whole line of text. */
export interface ReviewedRow {
  readonly n: number;
  readonly name: string;
  readonly kind: string;
  readonly state: RowState;
  readonly faults: readonly string[];
}

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
      ...view.notes.map((note) => paragraph(note, { subtle: true })),
      ...view.rows.map((row) => reviewedRow(row, words, listed)),
      ...(page.m > 1 ? [paragraph(t('importReview.page', page), { subtle: true })] : []),
    ],
    [
      ...(ready ? [button(t('button.submit'), { verb: 'importSubmit', argument: id }, true)] : []),
      ...(page.n < page.m
        ? [button(t('button.nextPage'), { verb: 'importPage', argument: `${id}.${String(page.n + 1)}` })]
        : []),
      ...(page.n > 1 ? [button(t('button.firstPage'), { verb: 'importPage', argument: `${id}.1` })] : []),
      ...(counts.faulty > 0 ? [button(t('button.faultyRows'), { verb: 'importRows', argument: id })] : []),
      button(t('button.cancel'), { verb: 'importDrop', argument: id }),
    ],
  );
}

const labelled = (label: string, text: string, words: Words): Element =>
  paragraph(words.t('importReview.fault', { label, text }));

function found({ words: { t }, counts, remarks, ...view }: ImportReviewView): string[] {
  return [
    ...(view.new > 0 ? [t('importReview.new', { n: view.new })] : []),
    ...(view.existing > 0 ? [t('importReview.existing', { n: view.existing })] : []),
    ...(counts.there > 0 ? [t('importReview.there', { n: counts.there })] : []),
    ...(counts.faulty > 0 ? [t('importReview.faulty', { n: counts.faulty })] : []),
    ...(remarks > 0 ? [t('importReview.remarks', { n: remarks })] : []),
  ];
}

const nameOf = (name: string, { t }: Words): string => (name === '' ? t('importReview.unnamed') : shortened(name));

function reviewedRow({ n, name, kind, state, faults }: ReviewedRow, words: Words, listed: number): Element {
  const { t } = words;
  return group([
    strong(t('importReview.row', { n, name: nameOf(name, words) })),
    paragraph([...(kind === '' ? [] : [kind]), t(`rowState.${state}`)].join(' · '), { subtle: true }),
    ...faults.slice(0, listed).map((fault) => faultLine(fault)),
  ]);
}

/** The lines that say how many rows came to what. */
function outcome({ t }: Words, counts: RowCounts): string[] {
  return [
    ...(counts.added > 0 ? [t('importDone.added', { n: counts.added })] : []),
    ...(counts.recorded > 0 ? [t('importDone.recorded', { n: counts.recorded })] : []),
    ...(counts.there > 0 ? [t('importDone.there', { n: counts.there })] : []),
    ...(counts.failed + counts.faulty > 0 ? [t('importDone.failed', { n: counts.failed + counts.faulty })] : []),
    ...(counts.unfinished > 0 ? [t('importDone.unfinished', { n: counts.unfinished })] : []),
    ...(counts.stopped > 0 ? [t('importDone.notBegun', { n: counts.stopped })] : []),
  ];
}

/** The import while it runs. `all` are the rows it began with. */
export function importProgressCard(words: Words, { id, done, all, counts, stopping }: ImportProgress): Card {
  const { t } = words;
  return card(
    t('importProgress.title'),
    [
      heading(t('importProgress.title')),
      paragraph(t('importProgress.done', { done, all })),
      ...outcome(words, counts).map((line) => paragraph(line, { subtle: true })),
      ...(stopping ? [paragraph(t('import.stopping'))] : []),
    ],
    stopping || done >= all ? [] : [button(t('button.stopImport'), { verb: 'importStop', argument: id })],
  );
}

/** How far an import is. */
export interface ImportProgress {
  readonly id: string;
  readonly done: number;
  readonly all: number;
  readonly counts: RowCounts;
  readonly stopping: boolean;
}

/** What an import came to. */
export interface ImportDoneView {
  readonly words: Words;
  readonly id: string;
  readonly counts: RowCounts;
  /** Existing customers were recorded that can be sent an invitation. */
  readonly invites: boolean;
  /** Days the rows that failed can be had. */
  readonly days: number;
  /** The first rows that failed, with the reason. */
  readonly failed: readonly ReviewedRow[];
}

/** The end of an import: what became of its rows, and what can be done about the others. */
export function importDoneCard(view: ImportDoneView): Card {
  const { words, id, counts } = view;
  const { t } = words;
  const left = counts.failed + counts.faulty + counts.stopped + counts.unfinished;
  const title = t(counts.stopped > 0 ? 'importDone.stopped' : 'importDone.title');
  return card(
    title,
    [
      heading(title),
      ...outcome(words, counts).map((line) => paragraph(line)),
      ...(view.invites ? [paragraph(t('importDone.invite'))] : []),
      ...(left > 0 ? [paragraph(t('importDone.again', { n: view.days }), { subtle: true })] : []),
      ...view.failed.map((row) => reviewedRow(row, words, 1)),
    ],
    [
      ...(counts.unfinished > 0 ? [button(t('button.finish'), { verb: 'importFinish', argument: id }, true)] : []),
      ...(left > 0 ? [button(t('button.failedRows'), { verb: 'importRows', argument: id })] : []),
      ...(view.invites ? [button(t('button.invite'), command('invite'))] : []),
      button(t('button.customers'), command('customers')),
    ],
  );
}
