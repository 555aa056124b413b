import * as z from 'zod';
import type { BillingChange, BillingChanged, BillingProfile } from '../management.ts';
import type { Person } from '../partnerCenter.ts';
import { changeOnce, type Fields, type OnceTools, versionOf } from './changingOnce.ts';
import { path, type Client } from './client.ts';
import { sentPhone } from './phone.ts';
import { placeParts, profile, profileOf } from './profiles.ts';

const whole = z.record(z.string(), z.unknown());

const personOf = ({ firstName, lastName, phone }: Person, country: string) => ({
  firstName,
  lastName,
  ...(phone === undefined ? {} : { phoneNumber: sentPhone(phone, country) }),
});

/** The resource with the changes in it, and everything else as it was: what is left out is reset. */
const changed = (found: Record<string, unknown>, { contact, address, ...texts }: BillingChange) => {
  const before = whole.catch({}).parse(found['defaultAddress']);
  const kept = address === undefined ? before : { ...before, ...cleared, ...address };
  const country = typeof kept['country'] === 'string' ? kept['country'] : '';
  return {
    ...found,
    ...texts,
    ...(contact === undefined
      ? {}
      : { firstName: contact.firstName, lastName: contact.lastName, email: contact.email }),
    defaultAddress: { ...kept, ...(contact === undefined ? {} : personOf(contact, country)) },
  };
};

// A new address replaces the whole former one: its second line or state must not stay behind.
const cleared = Object.fromEntries([...placeParts, 'region'].map((name) => [name, null]));

const fieldsOf = ({ contact, address, ...texts }: BillingProfile): Fields => ({ ...texts, ...contact, ...address });

/** A billing profile as it is, and as it is to be. */
const readBilling = async (client: Client, place: string, change: BillingChange) => {
  const found = await client.read(whole, { method: 'GET', path: place, token: 'app' });
  const known = profile.parse(found);
  const etag = known.attributes?.etag;
  const body = changed(found, change);
  const shown = profileOf(known);
  return {
    shown,
    version: versionOf(etag, found),
    is: fieldsOf(shown),
    wanted: fieldsOf(profileOf(profile.parse(body))),
    body,
    etag,
  };
};

/**
 * Changes a customer's billing profile once: read, changed and sent whole with its ETag
 * (developer/update-a-customer-s-billing-profile).
 */
export const updateBilling = async (
  tools: OnceTools,
  microsoftId: string,
  change: BillingChange,
  requestId: string,
): Promise<BillingChanged> => {
  const { client } = tools;
  const place = path('customers', microsoftId, 'profiles', 'billing');
  const made = await changeOnce(
    tools,
    requestId,
    () => readBilling(client, place, change),
    async ({ body, etag }) => ({
      state: 'done' as const,
      shown: profileOf(
        await client.read(profile, {
          method: 'PUT',
          path: place,
          body,
          token: 'app',
          requestId,
          ...(etag === undefined ? {} : { etag }),
        }),
      ),
    }),
  );
  return { state: made.state, billing: made.shown };
};
