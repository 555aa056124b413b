import { isAwaiting } from '../../cards/agreement/acceptanceGroup.ts';
import { eraseCard } from '../../cards/customers/eraseCard.ts';
import { refusalCard } from '../../cards/talkCards.ts';
import type { Item } from '../../storage/collection.ts';
import type { Customer } from '../../storage/customers.ts';
import { commands } from '../commandActions.ts';
import { changesOf } from './openChanges.ts';
import { forgetImported } from '../importing/forgetting.ts';
import { may } from '../rights.ts';
import type { Turn } from '../turn.ts';

/** Delete this record: says what that means, and asks. */
export async function askErase(turn: Turn, id: string): Promise<void> {
  turn.replies.keep();
  const found = await erasable(turn, id);
  if (found === undefined) return;
  const waits = (await changesOf(turn, named(found.value))).some(isAwaiting);
  turn.replies.show(eraseCard(found.value, turn.words, waits));
}

/**
 * Erases a customer's personal data here: the record, its submission, changes of it, drafts made from it, also
 * colleagues', rows of imports, and broken copies that were set aside. The audit line stays, which has none. Doing it twice erases once, and what failed is ended by doing it again.
 */
export async function erase(turn: Turn, id: string): Promise<void> {
  const { replies, words, effects, person } = turn;
  const found = await erasable(turn, id);
  if (found === undefined && !(await isErased(turn, id))) return;
  if (found !== undefined) await eraseRecord(turn, found);
  person.drafts = person.drafts.filter(({ from }) => from !== id);
  effects.push({ kind: 'forget', id });
  if (found === undefined) return;
  replies.keep();
  replies.say(words.t('erase.done'));
  await (may(turn, 'view') ? commands.customers(turn) : commands.hello(turn));
}

/** The record itself goes last: as long as it is there, what failed can be done again from its card. */
async function eraseRecord(turn: Turn, { id, etag, value }: Item<Customer>): Promise<void> {
  const { customers, jobs, claims, audit, partner, userId, now } = turn;
  const job = await jobs.get(partner.tenantId, id);
  if (job !== undefined) await jobs.remove(partner.tenantId, id, job.etag);
  await forgetChanges(turn, value);
  const claim = await claims.get(partner.tenantId, value.domain);
  if (claim !== undefined) await claims.remove(partner.tenantId, value.domain, claim.etag);
  await forgetImported(turn, value);
  await turn.forgetSetAside(textsOf(value));
  await audit.write(partner.tenantId, {
    at: now.toISOString(),
    userId,
    ...(turn.userName === '' ? {} : { userName: turn.userName }),
    action: 'erase',
    record: id,
    outcome: 'done',
  });
  await customers.remove(partner.tenantId, id, etag);
}

/** What a broken copy of a customer's data is known by: texts that are nobody else's. */
function textsOf({ id, domain, microsoftId, sections }: Customer): string[] {
  const emails = Object.values(sections).map(({ email = '' }) => email);
  return [id, domain, microsoftId, ...emails].filter((text) => text !== '');
}

/** A record that is gone, for somebody who may erase it: a former try went that far, and its turn may not have been saved. */
const isErased = async (turn: Turn, id: string): Promise<boolean> =>
  may(turn, 'remove') && (await turn.customers.get(turn.partner.tenantId, id)) === undefined;

/** The record, where this user may erase it now; else the reason was said. */
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
  const changing = (await changesOf(turn, named(found.value))).some(({ state }) => underWay(state));
  if (submitting) replies.say(words.t(job?.userId === turn.userId ? 'unfinished.running' : 'unfinished.elsewhere'));
  else if (changing) replies.say(words.t('change.running'));
  return submitting || changing ? undefined : found;
}

const named = ({ id, microsoftId }: Customer) => ({ record: id, microsoftId });

async function forgetChanges(turn: Turn, customer: Customer): Promise<void> {
  for (const { id } of await changesOf(turn, named(customer))) {
    const stored = await turn.changes.get(turn.partner.tenantId, id);
    if (stored !== undefined) await turn.changes.remove(turn.partner.tenantId, id, stored.etag);
  }
}
