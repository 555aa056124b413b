import type { Collection } from '../storage/collection.ts';
import { DocumentExists } from '../storage/documents.ts';
import type { Turn } from './turn.ts';

/** Who asks for what is done after this turn, and how and where they are told what became of it. */
export const askedIn = ({ userId, userName, words, now, conversation }: Turn) => ({
  userId,
  ...(userName === '' ? {} : { userName }),
  language: words.locale,
  createdAt: now.toISOString(),
  conversation: { ...conversation },
});

/**
 * Writes an intent before the turn is saved. It is void until then: should the turn not be saved, the same is asked for
 * anew, over an intent that nobody began.
 */
export async function writeIntent<T extends { readonly id: string; readonly state: string }>(
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
