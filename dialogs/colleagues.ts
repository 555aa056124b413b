import { words, type Words } from '../locales/words.ts';
import type { Claim } from '../storage/claims.ts';
import { DocumentExists, StaleDocument } from '../storage/documents.ts';
import type { Turn } from './turn.ts';

/**
 * Notes that this user is adding the customer of this domain. A colleague who is adding it, too, and the user are told
 * of each other; it stops neither of them.
 */
export async function tellColleagues(turn: Turn, draft: string, domain: string): Promise<void> {
  const { claims, partner, userId, replies, effects, words: mine } = turn;
  const former = await claims.get(partner.tenantId, domain);
  if (former !== undefined && former.value.userId !== userId && (await turn.isAdding(former.value, domain))) {
    replies.say(mine.t('company.colleague', { name: nameOf(former.value.userName, mine), domain }));
    const theirs = words(former.value.language);
    const text = theirs.t('company.colleague', { name: nameOf(turn.userName, theirs), domain });
    effects.push({ kind: 'tell', conversation: former.value.conversation, text });
    return;
  }
  await note(turn, draft, domain, former?.etag);
}

async function note(turn: Turn, draft: string, domain: string, etag: string | undefined): Promise<void> {
  const { claims, partner, userId, userName, now, conversation } = turn;
  const language = turn.words.locale;
  const claim: Claim = { userId, userName, language, draft, at: now.toISOString(), conversation: { ...conversation } };
  try {
    if (etag === undefined) await claims.insert(partner.tenantId, domain, claim);
    else await claims.replace(partner.tenantId, domain, claim, etag);
  } catch (error) {
    // A colleague noted theirs in this very moment: Submit will let one of the two through, as it always does.
    if (!(error instanceof DocumentExists) && !(error instanceof StaleDocument)) throw error;
  }
}

const nameOf = (userName: string, { t }: Words): string => (userName === '' ? t('customer.colleague') : userName);
