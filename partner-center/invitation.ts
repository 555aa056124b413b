import { cloud } from './clouds.ts';
import type { Partner } from './partner.ts';

/**
 * Why a partner has no invitation for existing customers (request-a-relationship-with-a-customer); undefined when it has.
 * A customer of US Government has one partner only, Germany is closed, and in 21Vianet the provider invites for its
 * resellers.
 */
export const invitationRefusal = ({
  cloud: id,
  type,
}: Pick<Partner, 'cloud' | 'type'>): 'usGovernment' | 'germany' | 'reseller' | undefined => {
  if (!cloud(id).invitation) return id === 'germany' ? 'germany' : 'usGovernment';
  return id === 'china' && type === 'indirect-reseller' ? 'reseller' : undefined;
};
