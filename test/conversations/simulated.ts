import * as z from 'zod';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { RequestLogEntry } from '../../simulator/requestLog.ts';
import type { Simulator } from '../../simulator/simulator.ts';

/** What the simulator holds of the customers of a domain. */
interface Simulated {
  /** Their Microsoft IDs. */
  readonly customers: readonly string[];
  /** Who signed, by e-mail address. */
  readonly signers: readonly string[];
  /** Each order's lines: product and SKU, licenses, and the MPN ID of the reseller. */
  readonly orders: readonly (readonly string[])[];
}

const items = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) }).transform((found) => found.items);
const customers = items(z.object({ id: z.string(), companyProfile: z.object({ domain: z.string() }) }));
const agreements = items(z.object({ primaryContact: z.object({ email: z.string() }) }));
const orders = items(
  z.object({
    lineItems: z.array(
      z.object({ offerId: z.string(), quantity: z.number(), partnerIdOnRecord: z.string().optional() }),
    ),
  }),
);

interface Change {
  readonly method: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Ask = <T>(path: string, schema: z.ZodType<T>, more?: Change) => Promise<T | undefined>;

/** The simulator's own API. */
async function asking({ url }: Pick<Simulator, 'url'>, { tenantId }: Partner): Promise<Ask> {
  const form = { client_id: 'test', client_secret: 'test', grant_type: 'refresh_token', refresh_token: 'test' };
  const login = await fetch(`${url}/${tenantId}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
  const { access_token: token } = z.object({ access_token: z.string() }).parse(await login.json());
  return async (path, schema, more) => {
    const answer = await fetch(`${url}/v1/${path}`, {
      ...more,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...more?.headers },
    });
    // Clouds without agreements refuse to list them.
    return answer.ok ? schema.parse(await answer.json()) : undefined;
  };
}

/** Asks the simulator itself, by its API, what it holds of a domain. */
export async function simulated(simulator: Simulator, partner: Partner, domain: string): Promise<Simulated> {
  const ask = await asking(simulator, partner);
  const filter = encodeURIComponent(JSON.stringify({ Field: 'Domain', Value: domain, Operator: 'starts_with' }));
  const found = (await ask(`customers?size=0&filter=${filter}`, customers)) ?? [];
  const ids = found.filter(({ companyProfile }) => companyProfile.domain === domain).map(({ id }) => id);
  const signed = await Promise.all(ids.map((id) => ask(`customers/${id}/agreements?agreementType=*`, agreements)));
  const ordered = await Promise.all(ids.map((id) => ask(`customers/${id}/orders`, orders)));
  return {
    customers: ids,
    signers: signed.flatMap((all) => (all ?? []).map(({ primaryContact }) => primaryContact.email)),
    orders: ordered.flatMap((all) => (all ?? []).map(({ lineItems }) => lineItems.map(lineOf))),
  };
}

interface Line {
  readonly offerId: string;
  readonly quantity: number;
  readonly partnerIdOnRecord?: string | undefined;
}

const lineOf = ({ offerId, quantity, partnerIdOnRecord = '' }: Line): string =>
  [...offerId.split(':').slice(0, 2), String(quantity), partnerIdOnRecord].join(' ').trim();

/** Calls that change something, in order, with ids left out, the token that was brought and the status. */
export const changesOf = (calls: readonly RequestLogEntry[]): string[] =>
  calls
    .filter(({ method, path }) => path.startsWith('/v1/') && method !== 'GET' && method !== 'HEAD')
    .map(({ method, path, token = 'none', status }) => {
      const shape = path.slice('/v1/'.length).replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '*');
      return `${method} ${shape} (${token}) ${String(status)}`;
    });

const profile = z.object({
  companyName: z.string(),
  culture: z.string(),
  firstName: z.string(),
  email: z.string(),
  defaultAddress: z.object({ addressLine1: z.string(), city: z.string(), postalCode: z.string() }),
});
const customer = z.object({ companyProfile: z.object({ domain: z.string() }), billingProfile: profile });
const subscriptions = items(
  z.object({
    offerId: z.string(),
    quantity: z.number(),
    status: z.string(),
    autoRenewEnabled: z.boolean(),
    scheduledNextTermInstructions: z.object({ quantity: z.number() }).nullish(),
  }),
);

/** What the simulator holds of one customer: its domain, its billing profile, and its subscriptions by product and SKU. */
export async function simulatedCustomer(simulator: Simulator, partner: Partner, microsoftId: string) {
  const ask = await asking(simulator, partner);
  const found = await ask(`customers/${microsoftId}`, customer);
  // An order is carried out at the second look.
  await ask(`customers/${microsoftId}/subscriptions`, subscriptions);
  const have = (await ask(`customers/${microsoftId}/subscriptions`, subscriptions)) ?? [];
  return {
    domain: found?.companyProfile.domain,
    billing: found?.billingProfile,
    subscriptions: have.map(
      ({ offerId, quantity }) => `${offerId.split(':').slice(0, 2).join(':')} ${String(quantity)}`,
    ),
    states: have.map(({ quantity, status }) => `${String(quantity)} ${status}`),
    renewals: have.map(({ autoRenewEnabled, scheduledNextTermInstructions: next, quantity }) =>
      autoRenewEnabled ? String(next?.quantity ?? quantity) : 'ends',
    ),
  };
}

const audited = items(z.object({ customerId: z.string(), operationType: z.string() }));

/** How often the simulator changed the billing profile of a customer, that day. */
export async function timesChanged(
  simulator: Simulator,
  partner: Partner,
  microsoftId: string,
  day: Date,
): Promise<number> {
  const ask = await asking(simulator, partner);
  const startDate = day.toISOString().slice(0, 10);
  const deeds = (await ask(`auditrecords?startDate=${startDate}`, audited)) ?? [];
  return deeds.filter(
    ({ customerId, operationType }) =>
      customerId === microsoftId && operationType === 'update_customer_billing_profile',
  ).length;
}

const changeable = z.looseObject({
  defaultAddress: z.record(z.string(), z.unknown()),
  attributes: z.object({ etag: z.string() }),
});

/** Changes the city of a customer as somebody does in another portal. */
export async function moveElsewhere(simulator: Simulator, partner: Partner, microsoftId: string, city: string) {
  const ask = await asking(simulator, partner);
  const path = `customers/${microsoftId}/profiles/billing`;
  const found = await ask(path, changeable);
  const body = JSON.stringify({ ...found, defaultAddress: { ...found?.defaultAddress, city } });
  const headers = { 'If-Match': found?.attributes.etag ?? '' };
  const changed = await ask(path, changeable, { method: 'PUT', body, headers });
  if (changed?.defaultAddress['city'] !== city) throw new Error('the simulator did not take the change');
}

const subscription = z.looseObject({ id: z.string(), attributes: z.object({ etag: z.string() }) });

/** Changes the first subscription of a customer as somebody does in another portal. */
export async function subscribeElsewhere(
  simulator: Simulator,
  partner: Partner,
  microsoftId: string,
  change: { readonly quantity: number } | { readonly status: 'active' | 'suspended' },
): Promise<void> {
  const ask = await asking(simulator, partner);
  const [found] = (await ask(`customers/${microsoftId}/subscriptions`, items(subscription))) ?? [];
  const body = JSON.stringify({ ...found, ...change });
  const headers = { 'If-Match': found?.attributes.etag ?? '' };
  const path = `customers/${microsoftId}/subscriptions/${found?.id ?? ''}`;
  const changed = await ask(path, subscription, { method: 'PATCH', body, headers });
  if (changed === undefined) throw new Error('the simulator did not take the change');
}

/** Ends the relationship with a customer as somebody does in another portal. */
export async function endElsewhere(simulator: Simulator, partner: Partner, microsoftId: string): Promise<void> {
  const ask = await asking(simulator, partner);
  const body = JSON.stringify({ relationshipToPartner: 'none' });
  const made = await ask(`customers/${microsoftId}`, z.looseObject({}), { method: 'PATCH', body, headers: {} });
  if (made === undefined) throw new Error('the simulator did not end the relationship');
}
