import { isDeepStrictEqual } from 'node:util';
import { importProgressCard } from '../../cards/import/importResultCards.ts';
import { chunksOf, type ImportHead, type ImportRow, rowsPerChunk, zeroCounts } from '../../model/import.ts';
import { replaceCardWithText } from '../pressedCard.ts';
import type { Turn } from '../turn.ts';
import { defined } from '../../lib/optional.ts';
import { noteBegun } from '../recordIntent.ts';
import { mayImport } from '../rights.ts';
import { rowPage, showImportReview, showImportRow } from './importReview.ts';
import { changeHead, removeImport } from '../../storage/importCollections.ts';
import { readHeader } from '../../forms/import/columns.ts';
import { checkTable, summaryOf, withProposals } from './checkFile.ts';
import { blankedCredentialsCard, type Credential } from '../../cards/import/credentialsCard.ts';
import type { Collection } from '../../storage/collection.ts';
import type { Customer } from '../../model/customer.ts';

/** Shows another page of the review, or what is said of one row; argument `import.page`, or `import.row-` and its number. */
export async function showImportPage(turn: Turn, argument: string): Promise<void> {
  const [id = '', page = ''] = argument.split('.');
  const head = await findImport(turn, id);
  if (head === undefined) return;
  // A row is asked for beside the review, which stays.
  if (!isUnsubmitted(head) || page.startsWith(rowPage)) turn.replies.keep();
  if (isUnsubmitted(head)) return showPage(turn, head, page);
  turn.replies.say(turn.words.t('import.runsAlready'));
}

const showPage = (turn: Turn, head: ImportHead, page: string): Promise<void> =>
  page.startsWith(rowPage)
    ? showImportRow(turn, head, Number(page.slice(rowPage.length)))
    : showImportReview(turn, head, Number(page) || 1);

/** True when nothing of the import was submitted yet. */
export const isUnsubmitted = ({ state, submitted, endedAt }: ImportHead): boolean =>
  state === 'unfinished' && submitted !== true && endedAt === undefined;

/** Submit: starts the job that submits and records the ready rows, one after the other. */
export async function submitImport(turn: Turn, id: string): Promise<void> {
  const head = await findImport(turn, id);
  if (head !== undefined) await startImport(turn, head, isUnsubmitted(head));
}

/** Finish: resumes the rows that Partner Center could not do. */
export async function finishImport(turn: Turn, id: string): Promise<void> {
  const head = await findImport(turn, id);
  if (head !== undefined) await startImport(turn, head, head.state === 'unfinished' && head.submitted !== true);
}

async function startImport(turn: Turn, head: ImportHead, can: boolean): Promise<void> {
  const { imports, partner, words, replies, effects, person, conversation } = turn;
  if (!can) {
    replies.keep();
    return replies.say(words.t('import.runsAlready'));
  }
  // Registered first: if anything below throws, reconciliation finds it.
  effects.push({ kind: 'importing', id: head.id });
  await changeHead(imports, partner.tenantId, head.id, ({ stopping: _stopping, ...kept }) => ({
    ...kept,
    submitted: true,
    language: words.locale,
    conversation: { ...conversation },
  }));
  if (person.importing === head.id) delete person.importing;
  await noteBegun(turn, 'import', [{ id: head.id, ref: head.id }]);
  const all = head.new + head.existing;
  replies.progress(importProgressCard(words, { id: head.id, done: 0, all, counts: zeroCounts(), stopping: false }));
}

/** Stop: finishes the row in progress and leaves the rest. */
export async function stopImport(turn: Turn, id: string): Promise<void> {
  const head = await findImport(turn, id);
  if (head === undefined) return;
  turn.replies.keep();
  if (head.state !== 'running' && head.submitted !== true) return turn.replies.say(turn.words.t('importDone.title'));
  await changeHead(turn.imports, turn.partner.tenantId, id, (present) => ({ ...present, stopping: true }));
  turn.replies.say(turn.words.t('import.stopping'));
}

/** Cancel: removes the import; false when it was not removed, and the user was told why. */
export async function dropImport(turn: Turn, id: string): Promise<boolean> {
  if (turn.person.importing === id) delete turn.person.importing;
  const head = await findImport(turn, id);
  if (head === undefined) return false;
  const { imports, partner, replies, words } = turn;
  if (!isUnsubmitted(head)) {
    replies.keep();
    replies.say(words.t('import.runsAlready'));
    return false;
  }
  await removeImport(imports, partner.tenantId, head);
  replaceCardWithText(turn, words.t('import.dropped'));
  return true;
}

/** Import that this user may work on; undefined when not, and the user was told why. */
export async function findImport(turn: Turn, id: string): Promise<ImportHead | undefined> {
  const { imports, partner, replies, words } = turn;
  if (!mayImport(turn)) return undefined;
  const head = await imports.heads.get(partner.tenantId, id);
  if (head !== undefined) return head.value;
  replies.keep();
  replies.say(words.t('import.gone'));
  return undefined;
}

/** Sets whether rows without a kind are new or existing customers, and checks all rows again. */
export const setRowKind =
  (kindless: 'new' | 'existing') =>
  async (turn: Turn, id: string): Promise<void> => {
    const head = await changeableImport(turn, id);
    if (head === undefined) return;
    const changed = await recheckRows(turn, head, await readRows(turn, head), { kindless });
    if (changed !== undefined) await showImportReview(turn, changed, 1);
  };

/** Takes the domains that are proposed for rows without one, and checks all rows again. */
export async function takeProposedDomains(turn: Turn, id: string): Promise<void> {
  const head = await changeableImport(turn, id);
  if (head === undefined) return;
  const rows = withProposals(await readRows(turn, head), readHeader(head.header));
  const changed = await recheckRows(turn, head, rows, defined({ kindless: head.kindless }));
  if (changed !== undefined) await showImportReview(turn, changed, 1);
}

/**
 * Leaves a row out of the import, or takes it in again, and shows the card it was pressed on; argument
 * `import.page.row`, the row by its number in the file. All rows are checked again: another may be the first of its
 * customer now.
 */
export const setLeftOut =
  (leaves: boolean) =>
  async (turn: Turn, argument: string): Promise<void> => {
    const [id = '', page = '', number = ''] = argument.split('.');
    const head = await changeableImport(turn, id);
    if (head === undefined) return;
    const rows = await readRows(turn, head);
    const isMeant = ({ n, state }: ImportRow): boolean => String(n) === number && (state === 'leftOut') !== leaves;
    const set = rows.map((row): ImportRow => (isMeant(row) ? { ...row, state: leaves ? 'leftOut' : 'ready' } : row));
    const changed = rows.some(isMeant)
      ? await recheckRows(turn, head, set, defined({ kindless: head.kindless }))
      : head;
    if (changed !== undefined) await showPage(turn, changed, page);
  };

/** Import of which nothing was submitted yet; undefined for any other, and the user was told why. */
async function changeableImport(turn: Turn, id: string): Promise<ImportHead | undefined> {
  const head = await findImport(turn, id);
  if (head === undefined || isUnsubmitted(head)) return head;
  turn.replies.keep();
  turn.replies.say(turn.words.t('import.runsAlready'));
  return undefined;
}

/**
 * Checks the rows again and saves them before the head: until the head has the kind, the rows are checked again before
 * anything is done, and refused.
 */
async function recheckRows(
  turn: Turn,
  head: ImportHead,
  known: readonly ImportRow[],
  said: Pick<ImportHead, 'kindless'>,
): Promise<ImportHead | undefined> {
  const { imports, partner } = turn;
  const header = readHeader(head.header);
  const { rows } = await checkTable(turn, { ...header, rows: known }, said);
  for (const [at, id] of chunksOf(head).entries()) {
    const stored = await imports.rows.get(partner.tenantId, id);
    const part = rows.slice(at * rowsPerChunk, (at + 1) * rowsPerChunk);
    if (stored !== undefined && !isDeepStrictEqual(stored.value.rows, part))
      await imports.rows.replace(partner.tenantId, id, { ...stored.value, rows: part }, stored.etag);
  }
  return changeHead(imports, partner.tenantId, head.id, (present) => ({
    ...withoutSummary(present),
    ...summaryOf(rows, header),
    ...said,
  }));
}

const withoutSummary = ({
  asked: _asked,
  lacking: _lacking,
  alike: _alike,
  leftOut: _leftOut,
  proposed: _proposed,
  ...head
}: ImportHead): ImportHead => head;

async function readRows({ imports, partner }: Turn, head: ImportHead): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (const id of chunksOf(head)) rows.push(...((await imports.rows.get(partner.tenantId, id))?.value.rows ?? []));
  return rows;
}

/** Administrator account of a recorded customer. */
export const adminAccountOf = ({ domain, stages }: Pick<Customer, 'domain' | 'stages'>): string =>
  `${stages.customer.userName ?? 'admin'}@${domain}`;

/** Administrator accounts of recorded customers, without passwords; erased customers are left out. */
export async function blankedCredentials(
  customers: Collection<Customer>,
  partner: string,
  records: readonly string[],
): Promise<readonly Credential[]> {
  const found: Credential[] = [];
  for (const id of records) {
    const record = (await customers.get(partner, id))?.value;
    if (record !== undefined) found.push({ companyName: record.companyName, account: adminAccountOf(record) });
  }
  return found;
}

/** Done: blanks the passwords of one of an import's cards for good. */
export async function confirmCredentialsStored(turn: Turn, argument: string): Promise<void> {
  const { imports, customers, partner, replies, words } = turn;
  const [id = '', number = ''] = argument.split('.');
  const head = (await imports.heads.get(partner.tenantId, id))?.value;
  const shown = head?.credentials?.find(({ n }) => String(n) === number);
  // Saved first: the import adds no more passwords to this card.
  if (shown !== undefined)
    await changeHead(imports, partner.tenantId, id, ({ credentials = [], ...present }) => ({
      ...present,
      credentials: credentials.filter(({ n }) => n !== shown.n),
    }));
  replies.replaceCard(
    blankedCredentialsCard(words, await blankedCredentials(customers, partner.tenantId, shown?.records ?? [])),
  );
  replies.say(words.t(replies.replaces ? 'credentials.stored' : 'done.stored'));
}
