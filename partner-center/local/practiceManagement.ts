import { adminAccount } from '../rules/adminPassword.ts';
import {
  endFault,
  lotsAfter,
  nextTermFault,
  quantityChangeFault,
  statusFault,
  withEnd,
  withNextTerm,
  withoutSchedule,
} from '../rules/subscriptionRules.ts';
import { cloud } from '../rules/clouds.ts';
import { billingFault } from '../rules/customerRules.ts';
import type { PartnerCenterFault, PartnerCenterError } from '../rules/fault.ts';
import { invitationRefusal, type Partner } from '../rules/partner.ts';
import { chosenEndOf, isSameNextTerm } from '../lifecycle.ts';
import {
  type PracticeTenant,
  type PracticeTenants,
  relationshipMissing,
  reviewFault,
  tenantAcceptance,
  tenantVettings,
} from './practiceTenants.ts';
import {
  isBilledByUse,
  type PracticeSubscription,
  presentSubscriptions,
  toSubscription,
  termStateOf,
} from './practiceSubscriptions.ts';
import type { BillingChangeResult, SubscriptionChangeResult, CustomerManagement } from '../management.ts';
import type { Offer } from '../rules/catalog.ts';
import { defined } from '../../lib/optional.ts';

/** Dependencies of customer management in practice mode. */
interface PracticeDeps {
  readonly partner: Partner;
  readonly tenants: PracticeTenants;
  readonly offers: () => readonly Offer[];
  readonly now: () => Date;
  readonly refuse: (fault: PartnerCenterFault) => PartnerCenterError;
}

const subscriptionMissing: PartnerCenterFault = { reason: 'subscription-unknown', code: '20003' };
const noTerm: PartnerCenterFault = { reason: 'not-changeable', code: '800093' };

const tenantOf = async ({ tenants, refuse }: PracticeDeps, microsoftId: string): Promise<PracticeTenant> => {
  const found = await tenants.find(microsoftId);
  if (found === undefined) throw refuse(relationshipMissing);
  return found;
};

const readSubscriptions = async (work: PracticeDeps, microsoftId: string): Promise<PracticeSubscription[]> =>
  presentSubscriptions(await tenantOf(work, microsoftId), work.offers(), work.now());

const readAddOns = async (work: PracticeDeps, microsoftId: string, id: string): Promise<PracticeSubscription[]> => {
  const all = await readSubscriptions(work, microsoftId);
  const base = all.find((one) => one.id === id);
  if (base === undefined) throw work.refuse(subscriptionMissing);
  const fitting = work.offers().filter(({ addOnTo }) => addOnTo.includes(base.offerId));
  return all.filter(({ parentId, offerId }) =>
    parentId === undefined ? fitting.some((offer) => offer.id === offerId) : parentId === id,
  );
};

/** Changes one subscription once per request; `step` returns it changed or unchanged, or raises. */
const changeSubscription = async (
  { tenants, offers, now, refuse }: PracticeDeps,
  microsoftId: string,
  id: string,
  requestId: string,
  step: (present: PracticeSubscription, tenant: PracticeTenant) => PracticeSubscription,
): Promise<SubscriptionChangeResult> => {
  const answer = await tenants.change(microsoftId, (tenant) => {
    const all = presentSubscriptions(tenant, offers(), now());
    const present = all.find((one) => one.id === id);
    if (present === undefined) throw refuse(subscriptionMissing);
    const { changes = [] } = tenant;
    const after = changes.includes(requestId) ? present : step(present, tenant);
    if (after === present) return { next: tenant, answer: present };
    const subscriptions = all.map((one) => (one.id === id ? after : one));
    return { next: { ...tenant, subscriptions, changes: [...changes, requestId] }, answer: after };
  });
  if (answer === undefined) throw refuse(relationshipMissing);
  return { state: 'done', subscription: toSubscription(answer, now()) };
};

const changeQuantity =
  (work: PracticeDeps): CustomerManagement['changeQuantity'] =>
  (microsoftId, id, { from, to }, requestId) => {
    const { partner, offers, now, refuse } = work;
    return changeSubscription(work, microsoftId, id, requestId, (present, tenant) => {
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
      const isMissing = cloud(partner.cloud).agreement && tenantAcceptance(tenant) !== 'accepted';
      if (to > from && isMissing) throw refuse({ reason: 'agreement-missing', code: '13605' });
      return { ...withoutSchedule(present), quantity: to, refundable: lotsAfter(present, to, now()) };
    });
  };

const changeStatus =
  (work: PracticeDeps): CustomerManagement['changeStatus'] =>
  (microsoftId, id, status, requestId) =>
    changeSubscription(work, microsoftId, id, requestId, (present) => {
      if (present.status === status) return present;
      const fault = statusFault(termStateOf(present), status, work.now());
      if (fault !== undefined) throw work.refuse(fault);
      return { ...withoutSchedule(present), status };
    });

const chooseEnd =
  (work: PracticeDeps): CustomerManagement['chooseEnd'] =>
  (microsoftId, id, { from, to }, requestId) =>
    changeSubscription(work, microsoftId, id, requestId, (present) => {
      const state = termStateOf(present);
      if (chosenEndOf(toSubscription(present, work.now())) !== from) throw work.refuse({ reason: 'stale' });
      const fault = isBilledByUse(present) ? noTerm : endFault(state);
      if (fault !== undefined) throw work.refuse(fault);
      return withEnd(present, to);
    });

const scheduleNextTerm =
  (work: PracticeDeps): CustomerManagement['scheduleNextTerm'] =>
  (microsoftId, id, { from, to }, requestId) =>
    changeSubscription(work, microsoftId, id, requestId, (present) => {
      const { nextTerm } = present;
      if (!isSameNextTerm(nextTerm, from)) throw work.refuse({ reason: 'stale' });
      const state = termStateOf(present);
      const offer = work.offers().find((one) => one.id === present.offerId);
      const fault = to === undefined ? endFault(state) : nextTermFault(state, to, offer);
      if (fault !== undefined) throw work.refuse(fault);
      const { term, billing } = present;
      return withNextTerm(present, to === undefined ? to : { term, billing, ...to });
    });

/** True for subscriptions that block the end of a relationship: active ones, and suspended ones with a term. */
const blocksEnd = (one: PracticeSubscription): boolean =>
  one.status === 'active' || (one.status === 'suspended' && !isBilledByUse(one));

const endRelationship = async (work: PracticeDeps, microsoftId: string, requestId: string): Promise<void> => {
  const { tenants, offers, now, refuse } = work;
  const ended = await tenants.end(microsoftId, requestId, (present) => {
    if (presentSubscriptions(present, offers(), now()).some(blocksEnd))
      throw refuse({ reason: 'active-subscriptions', code: '600006' });
  });
  if (!ended) throw refuse(relationshipMissing);
};

const updateBilling =
  (work: PracticeDeps): CustomerManagement['updateBilling'] =>
  async (microsoftId, asked): Promise<BillingChangeResult> => {
    const fault = billingFault(asked, work.partner);
    if (fault !== undefined) throw work.refuse(fault);
    await tenantOf(work, microsoftId);
    return { state: 'done', billing: { ...asked, contact: asked.contact ?? {} } };
  };

/** Checks only that the account would exist: practice tenants have no users, and nothing is stored. */
const resetPassword =
  (work: PracticeDeps): CustomerManagement['resetPassword'] =>
  async (microsoftId, { account }) => {
    if (!cloud(work.partner.cloud).passwordReset) throw work.refuse({ reason: 'not-allowed', code: '600006' });
    const { domain } = await tenantOf(work, microsoftId);
    if (account.toLowerCase() !== adminAccount(undefined, domain)) throw work.refuse({ reason: 'no-account' });
  };

/**
 * Customer management on practice tenants, by Partner Center's rules. A billing profile is checked and returned, but
 * not stored: practice mode stores nothing about people. There is no activity log.
 */
export const practiceManagement = (work: PracticeDeps): CustomerManagement => {
  const shown = (all: readonly PracticeSubscription[]) => all.map((one) => toSubscription(one, work.now()));
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
    qualifications: async (id) => tenantVettings(await tenantOf(work, id)),
    accountReview: async (id) => (await tenantOf(work, id)).review ?? 'allowed',
    agreement: async (id) => {
      const { agreedAt, signedAt } = await tenantOf(work, id);
      return { signedByCustomer: signedAt !== undefined, ...defined({ acceptedAt: agreedAt }) };
    },
  };
};
