import type { Customer } from '../../model/customer.ts';
import type { Customers } from '../../storage/collections.ts';

/** The partner whose customers these are. */
export const partner = '00000000-0000-4000-8000-000000000001';
/** Id of the record of that number. */
export const idAt = (at: number): string => `c${String(at).padStart(2, '0')}`;
/** Microsoft ID of the customer of that number. */
export const microsoftIdAt = (at: number): string => `5E5B1F2C-AAAA-4F6E-8C11-0123456789${String(at).padStart(2, '0')}`;

/** A customer to be recorded, as far as a search can tell it from others. */
export interface Wanted {
  readonly at: number;
  readonly companyName: string;
  readonly reseller: string;
  readonly offers: readonly string[];
  readonly registration?: string;
}

/** The record of a customer. */
export const customerOf = ({ at, companyName, reseller, offers, registration }: Wanted): Customer => ({
  id: idAt(at),
  companyName,
  domain: `north${String(at)}.onmicrosoft.example`,
  microsoftId: microsoftIdAt(at),
  country: 'US',
  cloud: 'global',
  sections: {
    ...(reseller === '' ? {} : { reseller: { reseller } }),
    ...(registration === undefined ? {} : { company: { registrationNumber: registration } }),
  },
  stages: {
    customer: { state: 'done', requestId: 'r' },
    subscriptions: {
      state: 'done',
      requestId: 'r',
      lines: offers.map((offerId) => ({
        offerId,
        offerName: offerId,
        unit: 'license',
        term: 'P1Y',
        billing: 'annual',
      })),
    },
  },
  addedBy: { userId: 'u' },
  addedAt: '2026-03-10T09:00:00.000Z',
  practice: true,
});

/** Records a customer, over what is recorded of that number. */
export async function write(records: Customers, wanted: Wanted): Promise<void> {
  const value = customerOf(wanted);
  const stored = await records.get(partner, value.id);
  if (stored === undefined) await records.insert(partner, value.id, value);
  else await records.replace(partner, value.id, value, stored.etag);
}

/** Removes the record of that number. */
export async function remove(records: Customers, at: number): Promise<void> {
  const stored = await records.get(partner, idAt(at));
  if (stored !== undefined) await records.remove(partner, idAt(at), stored.etag);
}
