import type { Collection } from '../storage/collection.ts';
import { DocumentExists } from '../storage/documents.ts';
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
 * Writes an intent before the turn is saved. It is void until then: if the turn is not saved, the same request replaces
 * the intent that nobody has begun.
 */
export async function recordIntent<T extends { readonly id: string; readonly state: string }>(
  { person, partner: { tenantId } }: Turn,
  intents: Collection<T>,
  intent: T,
): Promise<void> {
  const { id } = intent;
  try {
    await intents.insert(tenantId, id, intent);
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
    const former = await intents.get(tenantId, id);
    if (former?.value.state === 'intended') await intents.replace(tenantId, id, intent, former.etag);
  }
  person.submitted = [...(person.submitted ?? []).slice(-19), id];
}
