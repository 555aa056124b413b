import { directoryOf, type Directory } from './directory.ts';
import { factsFor } from '../../dialogs/importing/facts.ts';
import { mostNew } from '../../dialogs/importing/check.ts';
import { knownCustomers, type Known } from '../../dialogs/importing/known.ts';
import { cellsOf, type Cells, type ImportFacts } from '../../forms/importing/row.ts';
import { headerOf, type Header } from '../../forms/importing/header.ts';
import { once } from '../../partner-center/once.ts';
import type { ImportRow } from '../../storage/importRows.ts';
import type { ImportHead } from '../../storage/imports.ts';
import type { Whose } from './tools.ts';

/** One run of an import, and what all of its rows need. */
export interface Run extends Whose {
  readonly head: ImportHead;
  readonly header: Header;
  readonly facts: ImportFacts;
  /** Recorded customers, as they were when the run began. */
  readonly known: Known;
  /** Partner Center's own list, read when the first row needs it. */
  readonly directory: () => Promise<Directory>;
  /** New customers whose confirmation is not shown, because practice passwords open nothing. */
  readonly quiet: (row: ImportRow) => boolean;
}

/** Prepares a run of the rows that are left. May raise PartnerCenterError. */
export async function prepareRun(whose: Whose, head: ImportHead, rows: readonly ImportRow[]): Promise<Run> {
  const { tools, partner } = whose;
  const partnerCenter = tools.partnerCenterOf(partner);
  const header = headerOf(head.header);
  const cells = rows.filter(isLeft).map((row) => cellsOf(row.cells, header));
  const facts = await factsFor({ partner, partnerCenter, today: head.today }, cells, head);
  const shown = new Set(
    rows
      .filter(({ kind, state }) => kind === 'new' && state !== 'faulty')
      .slice(0, mostNew)
      .map(({ n }) => n),
  );
  return {
    ...whose,
    head,
    header,
    facts,
    known: await knownCustomers(tools.customers, partner),
    directory: once(() => directoryOf(whose)),
    quiet: ({ n }) => partnerCenter.practice && !shown.has(n),
  };
}

/** Is there something left to be done for this row? */
export const isLeft = ({ state }: ImportRow): boolean => state === 'ready' || state === 'unfinished';

/** The id of the record that a row becomes: the same however often it is begun. */
export const recordOf = ({ head }: Pick<Run, 'head'>, row: Pick<ImportRow, 'n'>): string =>
  `${head.id}-${String(row.n).padStart(5, '0')}`;

/** A row's cells by their columns. */
export const cellsFor = ({ header }: Pick<Run, 'header'>, row: ImportRow): Cells => cellsOf(row.cells, header);
