import type { CustomerList } from './customerList.ts';
import { type PartnerCenter, PartnerCenterError } from './partnerCenter.ts';

/** The same Partner Center, which tells its list at once of customers that are created, renamed and given up. */
export function noted(partnerCenter: PartnerCenter, list: CustomerList): PartnerCenter {
  const { management } = partnerCenter;
  return {
    ...partnerCenter,
    async createCustomer(customer, requestId) {
      const created = await partnerCenter.createCustomer(customer, requestId);
      const { microsoftId, domain } = created;
      const { companyName, associatedPartnerId = '' } = customer;
      list.note({ microsoftId, domain, companyName, relationship: 'reseller' }, associatedPartnerId);
      return created;
    },
    management: {
      ...management,
      async updateBilling(microsoftId, change, requestId) {
        const changed = await management.updateBilling(microsoftId, change, requestId);
        const { companyName } = changed.state === 'done' ? change : changed.billing;
        if (companyName !== undefined) list.rename(microsoftId, companyName);
        return changed;
      },
      async removeRelationship(microsoftId, requestId) {
        try {
          await management.removeRelationship(microsoftId, requestId);
        } catch (error) {
          // Ended before: by somebody else, or by a try whose answer said something else.
          if (error instanceof PartnerCenterError && error.fault.reason === 'no-relationship') list.drop(microsoftId);
          throw error;
        }
        list.drop(microsoftId);
      },
    },
  };
}
