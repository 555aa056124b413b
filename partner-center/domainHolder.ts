import type { FaultReason } from './fault.ts';
import { type PartnerCenter, PartnerCenterError } from './partnerCenter.ts';

/**
 * Why a new customer cannot have that primary domain; undefined: it can. Where Partner Center does not say whose it is, it
 * is merely taken. May raise PartnerCenterError.
 */
export const domainRefusal = async (
  partnerCenter: Pick<PartnerCenter, 'isDomainFree' | 'ownsDomain'>,
  domain: string,
): Promise<Extract<FaultReason, 'domain-taken' | 'domain-own'> | undefined> => {
  if (await partnerCenter.isDomainFree(domain)) return undefined;
  try {
    return (await partnerCenter.ownsDomain(domain)) ? 'domain-own' : 'domain-taken';
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    return 'domain-taken';
  }
};
