import { z } from 'zod';
import type { Partner } from '../../partner-center/partner.ts';
import type { CallEntry } from '../../partner-center/simulator/calls.ts';
import type { Simulator } from '../../partner-center/simulator/simulator.ts';

/** What the simulator holds of the customers of a domain. */
export interface Simulated {
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

/** Asks the simulator itself, by its API, what it holds of a domain. */
export async function simulated({ url }: Simulator, { tenantId }: Partner, domain: string): Promise<Simulated> {
  const form = { client_id: 'test', client_secret: 'test', grant_type: 'refresh_token', refresh_token: 'test' };
  const login = await fetch(`${url}/${tenantId}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
  const { access_token: token } = z.object({ access_token: z.string() }).parse(await login.json());
  const ask = async <T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> => {
    const answer = await fetch(`${url}/v1/${path}`, { headers: { Authorization: `Bearer ${token}` } });
    // Clouds without agreements refuse to list them.
    return answer.ok ? schema.parse(await answer.json()) : undefined;
  };
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
export const changesOf = (calls: readonly CallEntry[]): string[] =>
  calls
    .filter(({ method, path }) => path.startsWith('/v1/') && method !== 'GET' && method !== 'HEAD')
    .map(({ method, path, token = 'none', status }) => {
      const shape = path.slice('/v1/'.length).replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '*');
      return `${method} ${shape} (${token}) ${String(status)}`;
    });
