import type { AnotherPassword } from '../cards/password.ts';
import { cloud } from '../partner-center/clouds.ts';
import { invitationRefusal } from '../partner-center/invitation.ts';
import type { Partner, Right } from '../partner-center/partner.ts';
import type { Turn } from './turn.ts';

/** Why this partner cannot add customers at all, as a catalogue key; undefined when it can. */
export function refusal(partner: Partner): 'refusal.reseller' | 'refusal.resellerOnly' | 'refusal.germany' | undefined {
  if (!cloud(partner.cloud).newCustomers) return 'refusal.germany';
  if (partner.type !== 'indirect-reseller') return undefined;
  return invitationRefusal(partner) === undefined ? 'refusal.reseller' : 'refusal.resellerOnly';
}

const inviteRefusals = {
  usGovernment: 'refusal.inviteUsGovernment',
  germany: 'refusal.inviteGermany',
  reseller: 'refusal.inviteReseller',
} as const;

/** Why this partner cannot invite existing customers, as a catalogue key; undefined when it can. */
export function inviteRefusal(partner: Partner): (typeof inviteRefusals)[keyof typeof inviteRefusals] | undefined {
  const reason = invitationRefusal(partner);
  return reason === undefined ? undefined : inviteRefusals[reason];
}

/** Who asks for something, and of which Partner Center. */
export type Asker = Pick<Turn, 'partner' | 'userId' | 'partnerCenter'>;

/**
 * May this user do that? The partners file names users' rights; in practice mode everybody of the partner may
 * everything unless listed with less, and with the real Partner Center who is not listed may nothing.
 */
export function may({ partner, userId, partnerCenter }: Asker, right: Right): boolean {
  const { users = {} } = partner;
  const rights = Object.hasOwn(users, userId) ? users[userId] : undefined;
  return rights === undefined ? partnerCenter.practice : rights.includes(right);
}

/** Whether this user can have another password set for an administrator: if not, why. */
export function anotherPassword(asker: Asker): AnotherPassword {
  if (!cloud(asker.partner.cloud).passwordReset) return 'cloud';
  return refusal(asker.partner) === undefined && may(asker, 'manage') ? 'offered' : 'right';
}
