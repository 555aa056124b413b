import { countryName } from '../partner-center/countries.ts';
import { choice } from './field.ts';
import { form } from './form.ts';
import type { Context } from './context.ts';

/** The customer's country, out of the partner's own market; not asked where the market is one country. */
export const country = form({
  id: 'country',
  applies: (context) => context.market.length > 1,
  defaults: (context) => ({ country: context.partner.country }),
  fields: (context) => ({ country: choice(countries(context)) }),
});

const countries = (context: Context) =>
  context.market.map((code) => ({ value: code, title: ({ locale }: { locale: string }) => countryName(code, locale) }));
