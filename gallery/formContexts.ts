import type { Context } from '../forms/context.ts';
import { addOnsOf } from '../forms/cartRows.ts';
import { countryRules } from '../partner-center/rules/countries.ts';
import { rulesWithExtraInputs } from '../forms/rejectedDraft.ts';
import { contextFor, offers, partnerNamed, provider } from '../test/forms/contexts.ts';
import { accountOf, cartFor, contextAbout, tailspin } from '../test/forms/changeContexts.ts';
import { goodCompany } from '../test/forms/answers.ts';
import { planted } from './hostileText.ts';

/** A customer that exists, with the longest names. */
export const longNamed = { ...tailspin, companyName: planted(255), domain: `${'a'.repeat(27)}.partner.onmschina.cn` };
/** Of every offer it has some. */
const held = offers.map(({ id }) => ({ offerId: id, n: 10_000_000 }));
/** A cart for that customer. */
export const aboutCart = (more: Parameters<typeof cartFor>[0] = {}) =>
  contextAbout(cartFor({ customer: longNamed, held, ...more }));
/** The account info of that customer. */
export const aboutAccount = (country: string) => contextAbout(accountOf({ customer: longNamed, country }));

/** The subscription that most add-ons fit; and one that none does. */
const baseOf = (offerId: string) => ({ base: { subscriptionId: 's1', offerId, name: planted(100) }, owned: [offerId] });
const mostAddOns = offers.toSorted((a, b) => addOnsOf(b.id, offers, []).length - addOnsOf(a.id, offers, []).length)[0];

const educated = { company: { ...goodCompany.US, qualification: 'education' } };
const governed = { company: { ...goodCompany.US, qualification: 'governmentCommunityCloud' } };

/** Rules of a country that does not ask for them, after Partner Center missed both. */
const askingBoth = (country: string) =>
  rulesWithExtraInputs(countryRules(country), {
    alsoAsked: { country, fields: ['registrationNumber', 'organizationPhone'] },
  });

/** The contexts whose sections differ: partner type, cloud, size of the market, country, qualification. */
export const contexts: Readonly<Record<string, Context>> = {
  'US provider': contextFor(provider),
  'US provider, school': contextFor(provider, educated),
  'US provider, government community': contextFor(provider, governed),
  'US provider, other signer': contextFor(provider, { agreement: { signer: 'other' } }),
  'US direct': contextFor(partnerNamed('Contoso Direct')),
  'US government': contextFor(partnerNamed('Woodgrove Public')),
  China: contextFor(partnerNamed('Tailspin China Distribution')),
  Taiwan: contextFor(partnerNamed('Fabrikam Taiwan')),
  Russia: contextFor(partnerNamed('Proseware Russia')),
  France: contextFor(partnerNamed('Wide World France')),
  Hungary: contextFor(partnerNamed('Wide World France'), { country: { country: 'HU' } }),
  'Latin America': contextFor({ ...provider, country: 'MX' }),
  'Canada, both asked besides': contextFor({ ...provider, country: 'CA' }, {}, { rules: askingBoth('CA') }),
  Brazil: contextFor({ ...provider, country: 'BR' }),
  Japan: contextFor({ ...provider, country: 'JP' }),
  'own catalogue': contextFor(provider, {}, { offers: ownCatalogue() }),
  'many resellers': contextFor(provider, {}, { resellers: manyResellers() }),
  'existing customer': aboutCart(),
  'existing customer, add-ons': aboutCart(baseOf(mostAddOns?.id ?? '')),
  'existing customer, no add-ons': aboutCart(baseOf('none')),
  'existing customer, US': aboutAccount('US'),
  'existing customer, Hungary': aboutAccount('HU'),
};

// Terms the recorded offers have not, as new-commerce products do.
function ownCatalogue(): Context['offers'] {
  const plans = ['P1M', 'P6M', 'P1Y', 'P3Y', 'P90D'].map((term) => ({ term, billing: 'triennial' as const }));
  return offers.slice(0, 20).map((offer) => ({ ...offer, addOnTo: [], plans }));
}

/** Resellers of a provider that has more of them than a list holds, with long names. */
export function manyResellers() {
  return Array.from({ length: 500 }, (_none, index) => ({
    tenantId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    mpnId: String(4_000_000 + index),
    name: `Northwind Cloud Services and Networks ${'of the North '.repeat(4)}${String(index)}`,
  }));
}
