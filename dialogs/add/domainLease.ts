import type { DomainLease } from '../../model/domainLease.ts';
import { words, type Words } from '../../locales/words.ts';
import { unlessNewer } from '../../storage/collection.ts';
import { insertOnce, isFresh } from '../../storage/conflicts.ts';
import type { Turn } from '../turn.ts';

/**
 * Records that this user is adding the customer of this domain. When a colleague is adding it too, each is told of the
 * other; neither is stopped.
 */
export async function notifyColleague(turn: Turn, draft: string, domain: string): Promise<void> {
  const { leases, partner, userId, replies, effects, words: mine } = turn;
  const lease = leaseOf(turn, draft);
  // Mostly nobody has the domain.
  if (await insertOnce(leases, partner.tenantId, domain, lease)) return;
  const former = await unlessNewer(leases.get(partner.tenantId, domain));
  if (former === undefined) return;
  if (former.value.userId !== userId && (await turn.isAdding(former.value, domain))) {
    replies.say(mine.t('company.colleague', { name: colleagueName(former.value.userName, mine), domain }));
    const theirs = words(former.value.language);
    const text = theirs.t('company.colleague', { name: colleagueName(turn.userName, theirs), domain });
    effects.push({ kind: 'tell', conversation: former.value.conversation, text });
    return;
  }
  // Not again when a colleague recorded the domain at the same moment: Submit lets only one of the two through.
  await isFresh(leases.replace(partner.tenantId, domain, lease, former.etag));
}

const leaseOf = ({ userId, userName, words: { locale }, now, conversation }: Turn, draft: string): DomainLease => ({
  userId,
  userName,
  language: locale,
  draft,
  at: now.toISOString(),
  conversation: { ...conversation },
});

const colleagueName = (userName: string, { t }: Words): string =>
  userName === '' ? t('customer.colleague') : userName;
