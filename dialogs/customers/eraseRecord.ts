import { isDraftOf } from '../../model/draft.ts';
import { isAwaitingAcceptance } from '../../cards/customers/customerView.ts';
import { eraseRecordCard } from '../../cards/customers/removalCards.ts';
import { refusalCard } from '../../cards/commandCards.ts';
import { everyItem, type Item } from '../../storage/collection.ts';
import type { NewerDocument } from '../../storage/collectionSchema.ts';
import type { Customer } from '../../model/customer.ts';
import { commands } from '../commandActions.ts';
import { changesOf } from './openChanges.ts';
import { may } from '../rights.ts';
import { isLastAsked, showAsking } from '../openQuestion.ts';
import { noteBegun } from '../recordIntent.ts';
import type { Turn } from '../turn.ts';
import { chunksOf, type ImportHead, type ImportRow, withoutCells } from '../../model/import.ts';
import { identityKeys } from '../import/duplicates.ts';
import { changeHead } from '../../storage/importCollections.ts';

/** Delete this record: explains the consequences and asks for confirmation. */
export async function askEraseRecord(turn: Turn, id: string): Promise<void> {
  turn.replies.keep();
  const found = await erasable(turn, id);
  if (found === undefined) return;
  const waits = (await changesOf(turn, customerIds(found.value))).some(isAwaitingAcceptance);
  showAsking(turn, eraseRecordCard(found.value, turn.words, waits), { yes: ['eraseRecord'], key: id });
}

/**
 * Erases a customer's personal data: the record, its submission, its changes, drafts made from it (colleagues' too),
 * rows of imports, and quarantined copies. The audit line stays: it has no personal data. Running it twice erases once,
 * and completes an erasure that failed.
 */
export async function eraseCustomer(turn: Turn, id: string): Promise<void> {
  const { replies, words, effects, person } = turn;
  const found = await erasable(turn, id);
  if (found === undefined && !(await isErased(turn, id))) return;
  if (found !== undefined && !isLastAsked(turn, id)) return askEraseRecord(turn, id);
  if (found !== undefined) await eraseRecord(turn, found);
  person.drafts = person.drafts.filter((draft) => !isDraftOf(draft, id));
  if (person.deleted !== undefined && isDraftOf(person.deleted.draft, id)) delete person.deleted;
  effects.push({ kind: 'forget', id });
  if (found !== undefined || (await isUnsavedErasure(turn, id)))
    await noteBegun(turn, 'erasure', [{ id: `${id} erase`, ref: id }]);
  if (found === undefined) return;
  replies.keep();
  replies.say(words.t('erase.done'));
  await (may(turn, 'view') ? commands.customers(turn) : commands.hello(turn));
}

/** Erases the record last: until then a failed erasure can be repeated from its card. */
async function eraseRecord(turn: Turn, { id, etag, value }: Item<Customer>): Promise<void> {
  const { customers, jobs, leases, audit, partner, now } = turn;
  const job = await jobs.get(partner.tenantId, id);
  if (job !== undefined) await jobs.remove(partner.tenantId, id, job.etag);
  await eraseChanges(turn, value);
  const lease = await leases.get(partner.tenantId, value.domain);
  if (lease !== undefined) await leases.remove(partner.tenantId, value.domain, lease.etag);
  await eraseImportedRows(turn, value);
  await turn.purgeQuarantine(identifyingTexts(value));
  await audit.write(partner.tenantId, turn, now, { kind: 'erasure', record: id });
  await customers.remove(partner.tenantId, id, etag);
}

/** Texts by which a quarantined copy of the customer's data is recognized; no other customer has them. */
function identifyingTexts({ id, domain, microsoftId, sections }: Customer): string[] {
  const emails = Object.values(sections).map(({ email = '' }) => email);
  return [id, domain, microsoftId, ...emails].filter((text) => text !== '');
}

/**
 * True when the record is gone and this user may erase it: an earlier attempt got that far, and its turn may not have
 * been saved.
 */
const isErased = async (turn: Turn, id: string): Promise<boolean> =>
  may(turn, 'remove') && (await turn.customers.get(turn.partner.tenantId, id)) === undefined;

/** Record that this user may erase now; undefined when not, and the user was told why. */
async function erasable(turn: Turn, id: string): Promise<Item<Customer> | undefined> {
  const { customers, jobs, partner, replies, words } = turn;
  if (!may(turn, 'remove')) {
    replies.show(refusalCard(words, words.t('refusal.right'), false));
    return undefined;
  }
  const found = await customers.get(partner.tenantId, id);
  if (found === undefined) replies.say(words.t('customer.gone'));
  if (found === undefined) return undefined;
  const underWay = (state: string | undefined): boolean => state === 'intended' || state === 'running';
  const job = (await jobs.get(partner.tenantId, id))?.value;
  const submitting = underWay(job?.state);
  const changing = (await changesOf(turn, customerIds(found.value))).some(({ state }) => underWay(state));
  if (submitting) replies.say(words.t(job?.userId === turn.userId ? 'unfinished.running' : 'unfinished.elsewhere'));
  else if (changing) replies.say(words.t('change.running'));
  return submitting || changing ? undefined : found;
}

const customerIds = ({ id, microsoftId }: Customer) => ({ record: id, microsoftId });

/** True where this user erased that record in a turn that was not saved. */
async function isUnsavedErasure({ audit, partner, userId, person }: Turn, id: string): Promise<boolean> {
  const line = await audit.endOf(partner.tenantId, id, 'erase');
  return line?.userId === userId && line.at > (person.begunAt ?? '');
}

async function eraseChanges(turn: Turn, customer: Customer): Promise<void> {
  for (const { id } of await changesOf(turn, customerIds(customer))) {
    const stored = await turn.changes.get(turn.partner.tenantId, id);
    if (stored !== undefined) await turn.changes.remove(turn.partner.tenantId, id, stored.etag);
  }
}

// The rows of an import of a newer version cannot be looked at, and may be the customer's.
const raise = (newer: NewerDocument): never => {
  throw newer;
};

/**
 * Erases a customer's data from imports: its rows of any file, the preview of a first row, and the reservation of its
 * domain. Raises NewerDocument.
 */
async function eraseImportedRows(turn: Turn, customer: Customer): Promise<void> {
  const { imports, partner } = turn;
  for await (const { value } of everyItem(imports.heads, partner.tenantId, raise))
    await eraseRowsOf(turn, value, customer);
  for (const key of identityKeys(customer)) {
    const taken = await imports.reservations.get(partner.tenantId, key);
    if (taken !== undefined) await imports.reservations.remove(partner.tenantId, key, taken.etag);
  }
}

async function eraseRowsOf({ imports, partner: { tenantId } }: Turn, head: ImportHead, customer: Customer) {
  for (const [at, chunk] of chunksOf(head).entries()) {
    const stored = await imports.rows.get(tenantId, chunk);
    if (stored?.value.rows.some((row) => isRowOf(row, customer)) !== true) continue;
    const rows = stored.value.rows.map((row) => (isRowOf(row, customer) ? withoutCells(row) : row));
    await imports.rows.replace(tenantId, chunk, { ...stored.value, rows }, stored.etag);
    if (at === 0 && rows[0]?.cells.length === 0)
      await changeHead(imports, tenantId, head.id, (present) => ({ ...present, first: [] }));
  }
}

/** True for a row of that customer. A row that waits to be submitted stays its sender's. */
function isRowOf({ record, state, cells }: ImportRow, customer: Customer): boolean {
  if (record === customer.id) return true;
  const keys = identityKeys(customer);
  return state !== 'ready' && cells.some((cell) => keys.includes(cell.trim().toLowerCase()));
}
