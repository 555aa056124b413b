import { cloud } from '../clouds.ts';
import { PartnerCenterError } from '../fault.ts';
import type { CustomerDirectory, CustomerManagement, Subscription } from '../management.ts';
import type { Offer } from '../offer.ts';
import type { Partner } from '../partner.ts';
import { readAccountReview } from './accountReview.ts';
import { readAcceptance } from './agreements.ts';
import { readActivity } from './audit.ts';
import { updateBilling } from './billing.ts';
import type { Client } from './client.ts';
import { customerPage } from './customers.ts';
import type { OnceTools } from './changingOnce.ts';
import { offerAmong } from './offerId.ts';
import { readCustomer } from './profiles.ts';
import { readQualifications } from './qualifications.ts';
import { readInvitationLink, removeRelationship } from './relationship.ts';
import { changeQuantity, changeStatus, chooseEnd, scheduleNextTerm } from './subscriptionChanges.ts';
import { readAddOns, readSubscriptions } from './subscriptions.ts';
import { resetPassword } from './users.ts';

/** The partner's customers over the REST API. */
export const restDirectory = (client: Client): CustomerDirectory => ({
  customers: (query, after) => customerPage(client, query, after),
  customer: (id) => readCustomer(client, id),
});

/**
 * Work on the partner's customers over the REST API, once a request; what a cloud does not have gives nothing. `known` are
 * the catalogue's offers as far as they are read, by which subscriptions find the segment they were sold to.
 */
export const restManagement = (
  tools: OnceTools,
  partner: Partner,
  known: () => readonly Offer[] = () => [],
): CustomerManagement => {
  const { client } = tools;
  const sold = (all: readonly Subscription[]): readonly Subscription[] => {
    const offers = all.length === 0 ? [] : known();
    return all.map(({ offerId, ...one }) =>
      offerId === undefined ? one : { ...one, offerId: offerAmong(offerId, offers) },
    );
  };
  const own = cloud(partner.cloud);
  return {
    updateBilling: (id, change, requestId) => updateBilling(tools, id, change, requestId),
    subscriptions: async (id) => sold(await readSubscriptions(client, id)),
    addOns: async (id, subscriptionId) => sold(await readAddOns(client, id, subscriptionId)),
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
    qualifications: async (id) => (own.qualification ? readQualifications(client, id) : []),
    accountReview: async (id) => (own.accountReview ? readAccountReview(client, id) : 'allowed'),
  };
};
