import { cloud } from '../clouds.ts';
import { PartnerCenterError } from '../fault.ts';
import type { CustomerDirectory, CustomerManagement } from '../management.ts';
import type { Partner } from '../partner.ts';
import { readAcceptance } from './agreements.ts';
import { readActivity } from './audit.ts';
import { updateBilling } from './billing.ts';
import type { Client } from './client.ts';
import { customerPage } from './customers.ts';
import type { OnceTools } from './changingOnce.ts';
import { readCustomer } from './profiles.ts';
import { readInvitationLink, removeRelationship } from './relationship.ts';
import { changeQuantity, changeStatus, chooseEnd, scheduleNextTerm } from './subscriptionChanges.ts';
import { readAddOns, readSubscriptions } from './subscriptions.ts';
import { resetPassword } from './users.ts';

/** The partner's customers over the REST API. */
export const restDirectory = (client: Client): CustomerDirectory => ({
  customers: (query, after) => customerPage(client, query, after),
  customer: (id) => readCustomer(client, id),
});

/** Work on the partner's customers over the REST API, once a request; what a cloud does not have gives nothing. */
export const restManagement = (tools: OnceTools, partner: Partner): CustomerManagement => {
  const { client } = tools;
  const own = cloud(partner.cloud);
  return {
    updateBilling: (id, change, requestId) => updateBilling(tools, id, change, requestId),
    subscriptions: (id) => readSubscriptions(client, id),
    addOns: (id, subscriptionId) => readAddOns(client, id, subscriptionId),
    changeQuantity: changeQuantity(tools),
    changeStatus: changeStatus(tools),
    chooseEnd: chooseEnd(tools),
    scheduleNextTerm: scheduleNextTerm(tools),
    resetPassword: async (id, reset, requestId) => {
      if (!own.passwordReset) throw new PartnerCenterError({ reason: 'not-allowed' }, '', false);
      await resetPassword(client, id, reset, requestId);
    },
    invitationLink: () => readInvitationLink(client),
    removeRelationship: (id, requestId) => removeRelationship(client, id, requestId),
    // 21Vianet keeps no activity log that programs can read.
    activity: async (from, to, id) =>
      partner.cloud === 'china' ? [] : readActivity(client, from, to, { microsoftId: id }),
    agreement: async (id) => (own.agreement ? readAcceptance(client, id) : { signedByCustomer: false }),
  };
};
