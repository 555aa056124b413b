/** A currency as the catalogue names it. */
export interface Currency {
  readonly code: string;
  readonly symbol: string;
}

const euro = 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK AD MC SM VA ME XK'.split(' ');

const others: Readonly<Record<string, Currency>> = {
  BR: { code: 'BRL', symbol: 'R$' },
  CN: { code: 'CNY', symbol: '¥' },
  GB: { code: 'GBP', symbol: '£' },
  IN: { code: 'INR', symbol: '₹' },
  JP: { code: 'JPY', symbol: '¥' },
  RU: { code: 'RUB', symbol: '₽' },
  TW: { code: 'TWD', symbol: 'NT$' },
};

/** The currency of a country's price list; dollars where the simulator knows no better, for nothing here has a price. */
export const currency = (country: string): Currency =>
  euro.includes(country) ? { code: 'EUR', symbol: '€' } : (others[country] ?? { code: 'USD', symbol: '$' });
