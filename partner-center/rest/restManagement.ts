import * as z from 'zod';
import type { Activity, CustomerDirectory, CustomerManagement, PasswordReset, Subscription } from '../management.ts';
import { readAll, type RestClient, restPath } from './client.ts';
import { PartnerCenterError } from '../rules/fault.ts';
import { RestError } from './restError.ts';
import { cloud } from '../rules/clouds.ts';
import type { Offer } from '../rules/catalog.ts';
import type { Partner } from '../rules/partner.ts';
import { readAccountReview, readQualifications } from './customerReviews.ts';
import { readAcceptance } from './agreements.ts';
import { readCustomer, updateBilling } from './billingProfile.ts';
import { readCustomerPage } from './customerLookup.ts';
import type { RestDeps } from './idempotentChange.ts';
import { offerIdInCatalog } from './skus.ts';
import { readInvitationLink, removeRelationship } from './resellerRelationships.ts';
import { changeQuantity, changeStatus, chooseEnd, scheduleNextTerm } from './subscriptionChanges.ts';
import { readAddOns, readSubscriptions } from './readSubscriptions.ts';

const optionalText = z.string().nullish();

const auditRecordSchema = z.object({
  operationDate: z.string(),
  operationType: optionalText,
  operationStatus: optionalText,
  userPrincipalName: optionalText,
  customerId: optionalText,
  customerName: optionalText,
});

const toActivity = (found: z.infer<typeof auditRecordSchema>): Activity => ({
  at: found.operationDate,
  operation: found.operationType ?? 'undefined',
  outcome: found.operationStatus ?? 'undefined',
  ...(typeof found.userPrincipalName === 'string' ? { user: found.userPrincipalName } : {}),
  ...(typeof found.customerId === 'string' ? { microsoftId: found.customerId } : {}),
  ...(typeof found.customerName === 'string' ? { companyName: found.customerName } : {}),
});

/** Partner Center's activity log from one day to another, YYYY-MM-DD, 90 days at most (get-a-record-of-partner-center-activity-by-user). */
export const readAuditRecords = async (
  client: RestClient,
  from: string,
  to: string,
  { microsoftId, size = 500 }: { readonly microsoftId?: string | undefined; readonly size?: number } = {},
): Promise<readonly Activity[]> => {
  const filter =
    microsoftId === undefined
      ? {}
      : { filter: JSON.stringify({ Field: 'CustomerId', Value: microsoftId, Operator: 'equals' }) };
  const query = { startDate: from, endDate: to, size: String(size), ...filter };
  return (await readAll(client, auditRecordSchema, { path: 'auditrecords', query, token: 'app' })).map(toActivity);
};

const userSchema = z.object({ id: z.string(), userPrincipalName: z.string().nullish() });

/**
 * Id of the user with that sign-in name (get-a-list-of-all-user-accounts-for-a-customer); undefined when none has it.
 */
const findUserId = async (client: RestClient, microsoftId: string, account: string): Promise<string | undefined> => {
  const users = await readAll(client, userSchema, { path: restPath('customers', microsoftId, 'users'), token: 'user' });
  return users.find(({ userPrincipalName: name }) => name?.toLowerCase() === account.toLowerCase())?.id;
};

/** True when the path is unknown: the documented one differs from the one of Microsoft's own clients; try the other. */
const isUnknownAddress = (error: unknown): boolean =>
  error instanceof RestError && error.fault.code === undefined && (error.status === 404 || error.status === 405);

/**
 * Sets the password of a customer's user, who must change it at the first sign-in (reset-user-password-for-a-customer).
 * Setting it again changes nothing. Raises PartnerCenterError, `no-account` when the customer has no such user.
 */
export const resetPassword = async (
  client: RestClient,
  microsoftId: string,
  { account, password }: PasswordReset,
  requestId: string,
): Promise<void> => {
  const id = await findUserId(client, microsoftId, account);
  if (id === undefined) throw new PartnerCenterError({ reason: 'no-account' }, '', false);
  const place = restPath('customers', microsoftId, 'users', id);
  const body = {
    passwordProfile: { password, forceChangePassword: true },
    attributes: { objectType: 'CustomerUser' },
  };
  const send = (to: string) => client.send({ method: 'PATCH', path: to, body, token: 'user', requestId });
  try {
    await send(place);
  } catch (error) {
    if (!isUnknownAddress(error)) throw error;
    await send(`${place}/resetpassword`);
  }
};

/** The partner's customers over the REST API. */
export const restDirectory = (client: RestClient): CustomerDirectory => ({
  customers: (query, after) => readCustomerPage(client, query, after),
  customer: (id) => readCustomer(client, id),
});

/**
 * Management of the partner's customers over the REST API, each change once per request; features a cloud lacks return
 * nothing. `known` are the catalog's offers read so far, by which subscriptions find the segment they were sold to.
 */
export const restManagement = (
  tools: RestDeps,
  partner: Partner,
  known: () => readonly Offer[] = () => [],
): CustomerManagement => {
  const { client } = tools;
  const sold = (all: readonly Subscription[]): readonly Subscription[] => {
    const offers = all.length === 0 ? [] : known();
    return all.map(({ offerId, ...one }) =>
      offerId === undefined ? one : { ...one, offerId: offerIdInCatalog(offerId, offers) },
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
    activity: async (from, to, id) => (own.activityLog ? readAuditRecords(client, from, to, { microsoftId: id }) : []),
    agreement: async (id) => (own.agreement ? readAcceptance(client, id) : { signedByCustomer: false }),
    qualifications: async (id) => (own.qualification ? readQualifications(client, id) : []),
    accountReview: async (id) => (own.accountReview ? readAccountReview(client, id) : 'allowed'),
  };
};
