import type { AnotherPassword } from '../cards/customers/adminPasswordCard.ts';
import { cloud } from '../partner-center/rules/clouds.ts';
import { invitationRefusal, type Partner, type Right } from '../partner-center/rules/partner.ts';
import type { Turn } from './turn.ts';
import { refusalCard } from '../cards/commandCards.ts';

const addRefusals = { germanyClosed: 'refusal.germany' } as const;

/** Catalogue key of the reason why this partner cannot add customers; undefined when it can. */
export function addRefusal(
  partner: Partner,
): 'refusal.reseller' | 'refusal.resellerOnly' | (typeof addRefusals)[keyof typeof addRefusals] | undefined {
  const closed = cloud(partner.cloud).noNewCustomers;
  if (closed !== undefined) return addRefusals[closed];
  if (partner.type !== 'indirect-reseller') return undefined;
  return invitationRefusal(partner) === undefined ? 'refusal.reseller' : 'refusal.resellerOnly';
}

const inviteRefusals = {
  onePartnerOnly: 'refusal.inviteUsGovernment',
  closed: 'refusal.inviteGermany',
  reseller: 'refusal.inviteReseller',
} as const;

/** Catalogue key of the reason why this partner cannot invite existing customers; undefined when it can. */
export function inviteRefusal(partner: Partner): (typeof inviteRefusals)[keyof typeof inviteRefusals] | undefined {
  const reason = invitationRefusal(partner);
  return reason === undefined ? undefined : inviteRefusals[reason];
}

/** User whose rights are checked, with partner and Partner Center. */
type Requester = Pick<Turn, 'partner' | 'userId' | 'partnerCenter'>;

/**
 * True when the user has the right. The partners file lists users' rights; a user who is not listed has all rights in
 * practice mode, and none with the real Partner Center.
 */
export function may({ partner, userId, partnerCenter }: Requester, right: Right): boolean {
  const { users = {} } = partner;
  const rights = Object.hasOwn(users, userId) ? users[userId] : undefined;
  return rights === undefined ? partnerCenter.practice : rights.includes(right);
}

/** State of setting a new administrator password: offered to this user, or the reason why not. */
export function passwordResetState(asker: Requester): AnotherPassword {
  if (!cloud(asker.partner.cloud).passwordReset) return 'cloud';
  return addRefusal(asker.partner) === undefined && may(asker, 'manage') ? 'offered' : 'right';
}

/** True when this user may import; otherwise shows the reason. */
export function mayImport(turn: Turn): boolean {
  if (may(turn, 'add')) return true;
  turn.replies.show(refusalCard(turn.words, turn.words.t('refusal.right'), false));
  return false;
}
