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
  if (found !== undefined) turn.replies.show(eraseCard(found.value, turn.words));
}

/**
 * Erases a customer's personal data here: the record, its submission, changes of it, and drafts made from it, also
 * colleagues'. The audit line stays, which has none. Doing it twice erases once.
 */
export async function erase(turn: Turn, id: string): Promise<void> {
  const { customers, jobs, claims, audit, partner, userId, now, replies, words, effects, person } = turn;
  const found = await erasable(turn, id);
  if (found === undefined) return;
  const job = await jobs.get(partner.tenantId, id);
  if (job !== undefined) await jobs.remove(partner.tenantId, id, job.etag);
  await forgetChanges(turn, found.value);
  await customers.remove(partner.tenantId, id, found.etag);
  const claim = await claims.get(partner.tenantId, found.value.domain);
  if (claim !== undefined) await claims.remove(partner.tenantId, found.value.domain, claim.etag);
  await forgetImported(turn, found.value);
  const at = now.toISOString();
  const line = {
    at,
    userId,
    ...(turn.userName === '' ? {} : { userName: turn.userName }),
    action: 'erase',
    record: id,
    outcome: 'done',
    correlationId: turn.newRequestId(),
  } as const;
  await audit.write(partner.tenantId, line);
  person.drafts = person.drafts.filter(({ from }) => from !== id);
  effects.push({ kind: 'forget', id });
  replies.keep();
  replies.say(words.t('erase.done'));
  await commands.customers(turn);
}

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
