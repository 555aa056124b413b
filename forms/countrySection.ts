import { countryName } from '../partner-center/rules/countries.ts';
import { choice } from './field.ts';
import { form } from './form.ts';
import { memoize } from '../lib/memoize.ts';

/** The customer's country, out of the partner's market; not asked where it is known, or the market is one country. */
export const countrySection = form({
  id: 'country',
  applies: ({ market, purpose }) => market.length > 1 && purpose?.country === undefined,
  defaults: (context) => ({ country: context.partner.country }),
  fields: (context) => ({ country: countryChoice(context.market) }),
});

const countryChoice = memoize((market: readonly string[]) =>
  choice(
    market.map((code) => ({ value: code, title: ({ locale }) => countryName(code, locale) })),
    { sorted: true },
  ),
);
