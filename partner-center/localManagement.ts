import { adminAccount } from './adminPassword.ts';
import { endFault, nextTermFault, statusFault, withEnd, withNextTerm } from './choiceRules.ts';
import { cloud } from './clouds.ts';
import { billingFault } from './customerRules.ts';
import type { PartnerCenterFault } from './fault.ts';
import { chosenEndOf, isSameNextTerm } from './lifecycle.ts';
import {
  isUsage,
  type LocalSubscription,
  presentSubscriptions,
  shownSubscription,
  termStateOf,
} from './localSubscriptions.ts';
import { invitationRefusal } from './invitation.ts';
import { reviewFault, vettingsOf } from './localQualifications.ts';
import { acceptanceOf, type LocalTenant, type LocalTenants } from './localTenants.ts';
import type { BillingChanged, Changed, CustomerManagement } from './management.ts';
import type { Offer } from './offer.ts';
import type { Partner } from './partner.ts';
import type { PartnerCenterError } from './partnerCenter.ts';
import { lotsAfter, quantityChangeFault } from './subscriptionRules.ts';
import { unscheduled } from './termRules.ts';

/** What work on practice tenants is done with. */
export interface LocalWork {
  readonly partner: Partner;
  readonly tenants: LocalTenants;
  readonly offers: () => readonly Offer[];
  readonly now: () => Date;
  readonly refuse: (fault: PartnerCenterFault) => PartnerCenterError;
}

const noRelationship: PartnerCenterFault = { reason: 'no-relationship', code: '20002' };
const noSubscription: PartnerCenterFault = { reason: 'subscription-unknown', code: '20003' };
const noTerm: PartnerCenterFault = { reason: 'not-changeable', code: '800093' };

const tenantOf = async ({ tenants, refuse }: LocalWork, microsoftId: string): Promise<LocalTenant> => {
  const found = await tenants.find(microsoftId);
  if (found === undefined) throw refuse(noRelationship);
  return found;
};

const readSubscriptions = async (work: LocalWork, microsoftId: string): Promise<LocalSubscription[]> =>
  presentSubscriptions(await tenantOf(work, microsoftId), work.offers(), work.now());

const readAddOns = async (work: LocalWork, microsoftId: string, id: string): Promise<LocalSubscription[]> => {
  const all = await readSubscriptions(work, microsoftId);
  const base = all.find((one) => one.id === id);
  if (base === undefined) throw work.refuse(noSubscription);
  const fitting = work.offers().filter(({ addOnTo }) => addOnTo.includes(base.offerId));
  return all.filter(({ parentId, offerId }) =>
    parentId === undefined ? fitting.some((offer) => offer.id === offerId) : parentId === id,
  );
};

/** Changes one subscription once a request: `step` gives it changed, as it is, or raises. */
const change = async (
  { tenants, offers, now, refuse }: LocalWork,
  microsoftId: string,
  id: string,
  requestId: string,
  step: (present: LocalSubscription, tenant: LocalTenant) => LocalSubscription,
): Promise<Changed> => {
  const answer = await tenants.change(microsoftId, (tenant) => {
    const all = presentSubscriptions(tenant, offers(), now());
    const present = all.find((one) => one.id === id);
    if (present === undefined) throw refuse(noSubscription);
    const { changes = [] } = tenant;
    const after = changes.includes(requestId) ? present : step(present, tenant);
    if (after === present) return { next: tenant, answer: present };
    const subscriptions = all.map((one) => (one.id === id ? after : one));
    return { next: { ...tenant, subscriptions, changes: [...changes, requestId] }, answer: after };
  });
  if (answer === undefined) throw refuse(noRelationship);
  return { state: 'done', subscription: shownSubscription(answer, now()) };
};

const changeQuantity =
  (work: LocalWork): CustomerManagement['changeQuantity'] =>
  (microsoftId, id, { from, to }, requestId) => {
    const { partner, offers, now, refuse } = work;
    return change(work, microsoftId, id, requestId, (present, tenant) => {
      if (present.quantity === to) return present;
      if (present.quantity !== from) throw refuse({ reason: 'stale' });
      const offer = offers().find((one) => one.id === present.offerId);
      const suspended = present.status === 'suspended';
      const state = termStateOf(present);
      const fault =
        statusFault(state, 'active', now()) ?? quantityChangeFault({ ...present, suspended }, to, offer, now());
      if (fault !== undefined) throw refuse(fault);
      const review = to > from ? reviewFault(tenant) : undefined;
      if (review !== undefined) throw refuse(review);
      const isMissing = cloud(partner.cloud).agreement && acceptanceOf(tenant) !== 'accepted';
      if (to > from && isMissing) throw refuse({ reason: 'agreement-missing', code: '13605' });
      return { ...unscheduled(present), quantity: to, refundable: lotsAfter(present, to, now()) };
    });
  };

const changeStatus =
  (work: LocalWork): CustomerManagement['changeStatus'] =>
  (microsoftId, id, status, requestId) =>
    change(work, microsoftId, id, requestId, (present) => {
      if (present.status === status) return present;
      const fault = statusFault(termStateOf(present), status, work.now());
      if (fault !== undefined) throw work.refuse(fault);
      return { ...unscheduled(present), status };
    });

const chooseEnd =
  (work: LocalWork): CustomerManagement['chooseEnd'] =>
  (microsoftId, id, { from, to }, requestId) =>
    change(work, microsoftId, id, requestId, (present) => {
      const state = termStateOf(present);
      if (chosenEndOf(shownSubscription(present, work.now())) !== from) throw work.refuse({ reason: 'stale' });
      const fault = isUsage(present) ? noTerm : endFault(state);
      if (fault !== undefined) throw work.refuse(fault);
      return withEnd(present, to);
    });

const scheduleNextTerm =
  (work: LocalWork): CustomerManagement['scheduleNextTerm'] =>
  (microsoftId, id, { from, to }, requestId) =>
    change(work, microsoftId, id, requestId, (present) => {
      const { nextTerm } = present;
      if (!isSameNextTerm(nextTerm, from)) throw work.refuse({ reason: 'stale' });
      const state = termStateOf(present);
      const offer = work.offers().find((one) => one.id === present.offerId);
      const fault = to === undefined ? endFault(state) : nextTermFault(state, to, offer);
      if (fault !== undefined) throw work.refuse(fault);
      const { term, billing } = present;
      return withNextTerm(present, to === undefined ? to : { term, billing, ...to });
    });

/** What runs stands in the way, and a term that was bought also while it is suspended. */
const isInTheWay = (one: LocalSubscription): boolean =>
  one.status === 'active' || (one.status === 'suspended' && !isUsage(one));

const endRelationship = async (work: LocalWork, microsoftId: string, requestId: string): Promise<void> => {
  const { tenants, offers, now, refuse } = work;
  const ended = await tenants.end(microsoftId, requestId, (present) => {
    if (presentSubscriptions(present, offers(), now()).some(isInTheWay))
      throw refuse({ reason: 'active-subscriptions', code: '600006' });
  });
  if (!ended) throw refuse(noRelationship);
};

const updateBilling =
  (work: LocalWork): CustomerManagement['updateBilling'] =>
  async (microsoftId, asked): Promise<BillingChanged> => {
    const fault = billingFault(asked, work.partner);
    if (fault !== undefined) throw work.refuse(fault);
    await tenantOf(work, microsoftId);
    return { state: 'done', billing: { ...asked, contact: asked.contact ?? {} } };
  };

/** There is no user to sign in: that the account would be there is all that counts, and nothing is kept. */
const resetPassword =
  (work: LocalWork): CustomerManagement['resetPassword'] =>
  async (microsoftId, { account }) => {
    if (!cloud(work.partner.cloud).passwordReset) throw work.refuse({ reason: 'not-allowed', code: '600006' });
    const { domain } = await tenantOf(work, microsoftId);
    if (account.toLowerCase() !== adminAccount(undefined, domain)) throw work.refuse({ reason: 'no-account' });
  };

/**
 * Work on practice tenants, by the rules Partner Center has. A billing profile is judged and given back, but not kept:
 * nothing about people is. There is no activity log.
 */
export const localManagement = (work: LocalWork): CustomerManagement => {
  const shown = (all: readonly LocalSubscription[]) => all.map((one) => shownSubscription(one, work.now()));
  const isOffered = invitationRefusal(work.partner) === undefined;
  return {
    updateBilling: updateBilling(work),
    subscriptions: async (id) => shown(await readSubscriptions(work, id)),
    addOns: async (id, subscriptionId) => shown(await readAddOns(work, id, subscriptionId)),
    changeQuantity: changeQuantity(work),
    changeStatus: changeStatus(work),
    chooseEnd: chooseEnd(work),
    scheduleNextTerm: scheduleNextTerm(work),
    resetPassword: resetPassword(work),
    invitationLink: async () => (isOffered ? work.partner.invitationLink : undefined),
    removeRelationship: (id, requestId) => endRelationship(work, id, requestId),
    activity: async () => [],
    qualifications: async (id) => vettingsOf(await tenantOf(work, id)),
    accountReview: async (id) => (await tenantOf(work, id)).review ?? 'allowed',
    agreement: async (id) => {
      const { agreedAt, signedAt } = await tenantOf(work, id);
      return { signedByCustomer: signedAt !== undefined, ...(agreedAt === undefined ? {} : { acceptedAt: agreedAt }) };
    },
  };
};
