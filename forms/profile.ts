import type { CountryRules } from '../partner-center/countries.ts';
import type { BillingProfile } from '../partner-center/management.ts';
import type { Draft, Values } from '../storage/draft.ts';

/** A customer as Partner Center's lists and profiles have it. */
interface Profiled {
  readonly companyName: string;
  readonly billing?: BillingProfile;
}

const present = (entries: Readonly<Record<string, string | undefined>>): Values =>
  Object.fromEntries(Object.entries(entries).flatMap(([name, value]) => (value ? [[name, value]] : [])));

/** The country's own writing of a code: profiles of other portals have it in any case. */
const asListed = (codes: readonly string[], text: string | undefined): string | undefined =>
  codes.find((code) => code.toLowerCase() === text?.toLowerCase());

/** What Partner Center knows of a customer, as answers of the company and the primary contact; what it does not is left out. */
export function answersOf({ companyName, billing }: Profiled, rules: CountryRules): Draft['accepted'] {
  const { address = {}, contact = {}, culture } = billing ?? {};
  const { addressLine1, addressLine2, city, state, postalCode } = address;
  return {
    company: present({
      companyName: billing?.companyName ?? companyName,
      addressLine1,
      addressLine2,
      city,
      state: asListed(rules.states, state) ?? state,
      postalCode,
      culture: asListed(rules.cultures, culture),
    }),
    contact: present({
      firstName: contact.firstName,
      lastName: contact.lastName,
      email: contact.email,
      phoneNumber: contact.phone,
    }),
  };
}
