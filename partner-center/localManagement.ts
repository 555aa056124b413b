import type { CustomerManagement } from './management.ts';
import type { Partner } from './partner.ts';
import type { PartnerCenterError, PartnerCenterFault } from './partnerCenter.ts';

/** Work on practice tenants; none has a subscription yet. */
export const localManagement = (
  partner: Partner,
  refuse: (fault: PartnerCenterFault) => PartnerCenterError,
): CustomerManagement => {
  const nothing = async (): Promise<never> => {
    throw refuse({ reason: 'not-found' });
  };
  return {
    updateBilling: nothing,
    subscriptions: async () => [],
    addOns: async () => [],
    changeQuantity: nothing,
    changeStatus: nothing,
    invitationLink: async () => partner.invitationLink,
    removeRelationship: nothing,
    activity: async () => [],
    agreement: async () => ({ signedByCustomer: false }),
  };
};
