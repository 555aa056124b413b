import type { JobLease } from '../model/requestedBy.ts';
import type { Collection } from '../storage/collection.ts';
import { insertOnce, updateItem } from '../storage/conflicts.ts';
import type { Turn } from './turn.ts';

/** Fields of a job that identify its user, and the conversation and language for its result. */
export const requesterFields = ({ userId, userName, words, now, conversation }: Turn) => ({
  userId,
  ...(userName === '' ? {} : { userName }),
  language: words.locale,
  createdAt: now.toISOString(),
  conversation: { ...conversation },
});

/**
 * Writes an intent before the turn is saved, with a lease of this process. It is void until then: if the turn is not saved,
 * the same request replaces the intent that nobody has begun.
 */
export async function recordIntent<
  T extends { readonly id: string; readonly state: string; readonly lease?: JobLease },
>({ person, partner: { tenantId }, newJobLease }: Turn, intents: Collection<T>, wish: T): Promise<void> {
  const { id } = wish;
  const intent = { ...wish, lease: newJobLease() };
  if (!(await insertOnce(intents, tenantId, id, intent)))
    await updateItem(intents, tenantId, id, (former) => (former.state === 'intended' ? intent : undefined));
  person.submitted = [...(person.submitted ?? []).slice(-19), id];
}
