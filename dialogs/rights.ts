import { cloud } from '../partner-center/clouds.ts';
import type { Partner, Right } from '../partner-center/partner.ts';
import type { Turn } from './turn.ts';

/** Why this partner cannot add customers at all, as a catalogue key; undefined when it can. */
export function refusal({ type, cloud: id }: Partner): 'refusal.reseller' | 'refusal.germany' | undefined {
  if (!cloud(id).newCustomers) return 'refusal.germany';
  return type === 'indirect-reseller' ? 'refusal.reseller' : undefined;
}

/** Why this partner cannot invite existing customers, as a catalogue key; undefined when it can. */
export function inviteRefusal({
  cloud: id,
}: Partner): 'refusal.inviteUsGovernment' | 'refusal.inviteGermany' | undefined {
  if (cloud(id).invitation) return undefined;
  return id === 'germany' ? 'refusal.inviteGermany' : 'refusal.inviteUsGovernment';
}

/**
 * May this user do that? The partners file names users' rights; in practice mode everybody of the partner may
 * everything unless listed with less, and with the real Partner Center who is not listed may nothing.
 */
export function may({ partner, userId, partnerCenter }: Turn, right: Right): boolean {
  const { users = {} } = partner;
  const rights = Object.hasOwn(users, userId) ? users[userId] : undefined;
  return rights === undefined ? partnerCenter.practice : rights.includes(right);
}
