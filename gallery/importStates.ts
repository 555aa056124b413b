import { blankedCredentialsCard, credentialsCard } from '../cards/import/credentialsCard.ts';
import { importCard } from '../cards/import/importCard.ts';
import { importDoneCard, type ImportDoneView, importProgressCard } from '../cards/import/importResultCards.ts';
import {
  importReviewCard,
  importRowCard,
  type ImportReviewView,
  type ReviewedRow,
} from '../cards/import/importReviewCard.ts';
import { rowForReview as reviewedOf } from '../dialogs/import/importReview.ts';
import { columnNames } from '../forms/import/columns.ts';
import type { Words } from '../locales/words.ts';
import { zeroCounts, type ImportRow } from '../model/import.ts';
import type { Shown } from './shownCard.ts';
import { planted, plantedRefusal } from './hostileText.ts';

const id = '0moy6r6t4deadbeef';

const rowOf = (more: Partial<ImportRow>): ImportRow => ({
  n: 4_999,
  cells: [],
  kind: 'new',
  name: planted(255),
  state: 'ready',
  faults: [],
  ...more,
});

const header = ['offer', 'billing', 'quantity', ...columnNames];

const reviewed = (row: ImportRow, words: Words): ReviewedRow => reviewedOf(row, { header }, words);

const faulty = rowOf({
  state: 'faulty',
  cells: header.map(() => planted(100)),
  faults: columnNames.map((column) => ({ column, line: 1, fault: { key: 'import.fault.cells' } })),
});

/** A row whose faults name what may be written. */
const allowing = rowOf({
  state: 'faulty',
  cells: header.map(() => planted(100)),
  faults: [
    { column: 'kind', fault: { key: 'import.fault.oneOf', data: { either: '@cell.new\n@cell.existing' } } },
    { column: 'country', fault: { key: 'import.fault.countries', data: { either: 'country:DE\ncountry:FR' } } },
    {
      column: 'offer',
      fault: { key: 'import.fault.offerMeant', data: { either: [100, 90, 80].map(planted).join('\n') } },
    },
    {
      column: 'billing',
      fault: { key: 'import.fault.billing', data: { either: 'plan:P1Y annual\nplan:P1M monthly' } },
    },
  ],
});

const taken = [
  { column: 'billing', line: 0, value: 'P1Y annual' },
  { column: 'quantity', line: 0, value: '25' },
];

const eight = (row: ReviewedRow): ReviewedRow[] => Array.from({ length: 8 }, () => row);

function asking(words: Words): Shown[] {
  const view = { words, rows: 5_000, megabytes: 5 };
  return [
    { name: 'import', card: importCard(view) },
    { name: 'import at Microsoft', card: importCard({ ...view, mostNew: 50 }) },
    {
      name: 'import, what was sent is no list',
      card: importCard({ ...view, fault: words.t('import.fault.header'), text: planted(4_000) }),
    },
    {
      name: 'import, a column is missing',
      card: importCard({
        ...view,
        fault: words.say('import.fault.lacking', {
          lacking: '@import.fault.domainOrId',
          found: Array.from({ length: 15 }, () => planted(60)).join(', '),
        }),
      }),
    },
    {
      name: 'import, no column is known',
      card: importCard({ ...view, fault: words.t('import.fault.unknownHeader', { found: planted(60) }) }),
    },
    {
      name: 'import, a column is there twice',
      card: importCard({
        ...view,
        fault: words.t('import.fault.twice', { label: 'x' }),
        text: planted(4_000).repeat(2),
      }),
    },
  ];
}

function reviews(words: Words): Shown[] {
  const view: ImportReviewView = {
    words,
    id,
    file: planted(200),
    first: [planted(100), planted(100), planted(100)].join(' · '),
    new: 50,
    existing: 1,
    counts: { ...zeroCounts(), faulty: 37, there: 5 },
    remarks: 2,
    totals: 1,
    alike: 7,
    proposed: 12,
    lacking: ['billing', 'quantity', 'postalCode'],
    notes: [
      words.t('importReview.unused', { n: 10, columns: words.list(Array.from({ length: 10 }, () => planted(60))) }),
      words.t('importReview.dates', { typed: '3/1/2026', day: words.day('2026-03-01') }),
      words.t('importReview.passwords'),
      words.t('importReview.practiceCards', { n: 50 }),
      words.t('review.practice'),
    ],
    page: { n: 2, m: 625 },
    rows: eight(reviewed(faulty, words)),
  };
  const small: ImportReviewView = {
    ...view,
    file: words.t('importReview.pasted'),
    new: 1,
    counts: zeroCounts(),
    remarks: 0,
    totals: 0,
    alike: 0,
    lacking: [],
    notes: [],
    page: { n: 1, m: 1 },
    rows: [reviewed(rowOf({ name: 'Contoso', n: 2, taken, ignored: ['website', 'gdap'] }), words)],
  };
  const asked = rowOf({
    n: 2,
    state: 'faulty',
    faults: [{ column: 'kind', fault: { key: 'import.fault.askedKind' } }],
  });
  return [
    { name: 'import review, as full as it can be', card: importReviewCard(view) },
    { name: 'import review, one row', card: importReviewCard(small) },
    ...view.rows.slice(0, 2).map((row, at) => ({
      name: `import review, row asked for, ${String(at)}`,
      card: importRowCard(words, small.id, row, 'row-2'),
    })),
    {
      name: 'import review, rows left out',
      card: importReviewCard({
        ...small,
        counts: { ...zeroCounts(), leftOut: 2, ready: 1 },
        rows: [
          reviewed(rowOf({ name: 'Contoso', n: 2, state: 'leftOut' }), words),
          reviewed(rowOf({ ...faulty, n: 3, state: 'leftOut' }), words),
          reviewed(rowOf({ name: 'Wingtip', n: 4 }), words),
        ],
      }),
    },
    {
      name: 'import review, the last row left out',
      card: importReviewCard({
        ...small,
        new: 0,
        existing: 0,
        counts: { ...zeroCounts(), leftOut: 1 },
        rows: [reviewed(rowOf({ name: 'Contoso', n: 2, state: 'leftOut' }), words)],
      }),
    },
    {
      name: 'import review, domains proposed and companies that may be there',
      card: importReviewCard({
        ...small,
        alike: 3,
        proposed: 2,
        rows: [
          rowOf({
            name: 'Wingtip',
            state: 'faulty',
            faults: [{ column: 'domain', fault: { key: 'import.fault.domainProposed', data: { prefix: 'wingtip' } } }],
          }),
          rowOf({ name: 'Contoso', n: 2, alike: { by: 'name' } }),
          rowOf({ name: 'Contoso', n: 3, alike: { by: 'name', row: 2 }, proposal: 'contosous' }),
          rowOf({ name: 'Contoso East', n: 4, alike: { by: 'registration', row: 2 } }),
        ].map((row) => reviewed(row, words)),
      }),
    },
    {
      name: 'import review, new or existing',
      card: importReviewCard({
        ...small,
        new: 0,
        existing: 0,
        counts: { ...zeroCounts(), faulty: 9 },
        asked: 9,
        rows: [reviewed(asked, words)],
      }),
    },
    ...(['new', 'existing'] as const).map((kindless) => ({
      name: `import review, said to be ${kindless}`,
      card: importReviewCard({ ...small, kindless }),
    })),
    {
      name: 'import review, what may be written',
      card: importReviewCard({ ...small, rows: eight(reviewed(allowing, words)) }),
    },
    {
      name: 'import review, nothing to be done',
      card: importReviewCard({ ...small, new: 0, existing: 0, counts: { ...zeroCounts(), there: 1, faulty: 1 } }),
    },
    {
      name: 'import review, rows without a name',
      card: importReviewCard({
        ...small,
        rows: eight(reviewed(rowOf({ name: '', kind: 'existing', state: 'there' }), words)),
      }),
    },
  ];
}

function ends(words: Words): Shown[] {
  const counts = { ...zeroCounts(), added: 40, recorded: 1_000, there: 5, leftOut: 4, failed: 3, unfinished: 2 };
  const refusal = plantedRefusal('other');
  const failed = [
    reviewed(rowOf({ state: 'failed', refusal }), words),
    reviewed(rowOf({ state: 'failed', refusal: plantedRefusal('domain-taken') }), words),
    reviewed(rowOf({ state: 'unfinished', refusal: plantedRefusal('unavailable') }), words),
    reviewed(rowOf({ state: 'stopped' }), words),
    reviewed(faulty, words),
  ];
  const view: ImportDoneView = { words, id, counts, invites: true, days: 7, failed };
  const done = { ...zeroCounts(), added: 1 };
  return [
    { name: 'import, the end of a large one', card: importDoneCard(view) },
    {
      name: 'import, the end of a small one',
      card: importDoneCard({ ...view, counts: done, invites: false, failed: [] }),
    },
    { name: 'import, stopped', card: importDoneCard({ ...view, counts: { ...counts, stopped: 900 } }) },
  ];
}

function running(words: Words): Shown[] {
  const counts = { ...zeroCounts(), added: 12, failed: 1 };
  const progress = { id, done: 13, all: 963, counts, stopping: false };
  return [
    { name: 'import under way', card: importProgressCard(words, progress) },
    { name: 'import about to stop', card: importProgressCard(words, { ...progress, stopping: true }) },
    { name: 'import at its end', card: importProgressCard(words, { ...progress, done: 963 }) },
  ];
}

function credentials(words: Words): Shown[] {
  const one = (at: number) => ({
    companyName: planted(255),
    account: `admin@${'x'.repeat(27)}.partner.onmschina.cn`,
    ...(at === 3 ? {} : { password: 'Aa1{{}}$*_'.repeat(3) }),
  });
  const eight = Array.from({ length: 8 }, (_none, at) => one(at));
  const view = { words, argument: `${id}.1`, minutes: 10 };
  return [
    { name: 'import, credentials', card: credentialsCard({ ...view, credentials: eight, practice: false }) },
    { name: 'import, one credential', card: credentialsCard({ ...view, credentials: [one(1)], practice: true }) },
    {
      name: 'import, a credential that is lost',
      card: credentialsCard({ ...view, credentials: [one(3)], practice: false }),
    },
    { name: 'import, credentials blanked', card: blankedCredentialsCard(words, eight) },
  ];
}

/** The cards of bringing in many customers by a file. */
export const importCards = (words: Words): readonly Shown[] => [
  ...asking(words),
  ...reviews(words),
  ...running(words),
  ...credentials(words),
  ...ends(words),
];
