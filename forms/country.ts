import { countryName } from '../partner-center/countries.ts';
import { choice } from './field.ts';
import { form } from './form.ts';
import { kept } from './kept.ts';

/** The customer's country, out of the partner's own market; not asked where it is known, or the market is one country. */
export const country = form({
  id: 'country',
  applies: ({ market, purpose }) => market.length > 1 && purpose?.country === undefined,
  defaults: (context) => ({ country: context.partner.country }),
  fields: (context) => ({ country: oneOf(context.market) }),
});

const oneOf = kept((market: readonly string[]) =>
  choice(
    market.map((code) => ({ value: code, title: ({ locale }) => countryName(code, locale) })),
    { sorted: true },
  ),
);
