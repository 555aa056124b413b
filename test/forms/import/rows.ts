import { type ColumnName, columnNames, readHeader } from '../../../forms/import/columns.ts';
import { cellsOf, type Cells, type ImportFacts } from '../../../forms/import/row.ts';
import { cloud } from '../../../partner-center/rules/clouds.ts';
import { countryRules, market } from '../../../partner-center/rules/countries.ts';
import type { Partner } from '../../../partner-center/rules/partner.ts';
import type { Draft } from '../../../model/draft.ts';
import { offers, today } from '../contexts.ts';

/** A row as a person would write it, by column; several offers by the lines of an order. */
export type Written = Readonly<Partial<Record<ColumnName, string>>>;

/** What rows of that partner are judged by, without Partner Center. */
export function factsFor(partner: Partner, more: Partial<ImportFacts> = {}): ImportFacts {
  const own = cloud(partner.cloud);
  const countries = market(partner.country);
  return {
    partner,
    cloud: own,
    agreementWay: own.agreement ? 'recorded' : undefined,
    market: countries,
    today,
    resellers: partner.type === 'indirect-provider' && own.resellers ? (partner.resellers ?? []) : [],
    dates: 'mdy',
    countries: new Map(
      countries.map((country) => [country, { rules: countryRules(country), offers, sampleOffers: false }]),
    ),
    ...more,
  };
}

/** The cells of a written row, in a file that has every column. */
export const cellsFor = (row: Written): Cells =>
  cellsOf(
    columnNames.map((name) => row[name] ?? ''),
    readHeader(columnNames),
  );

/** A row that says what was accepted. */
export function writtenFrom(accepted: Draft['accepted'], partner: Partner): Written {
  const { company = {}, contact = {}, agreement = {}, signer = {}, reseller = {}, qualification = {} } = accepted;
  const { domainPrefix = '', gdap, ...direct } = company;
  const { accepted: agreed, dateAccepted } = agreement;
  const cart = accepted['subscriptions'] ?? {};
  const offer = offers.find(({ id }) => id === cart['offer-0']);
  const plan = offer?.plans[Number(cart['plan-0'] ?? '0')];
  return {
    kind: 'new',
    country: accepted['country']?.['country'] ?? partner.country,
    ...direct,
    domain: domainPrefix + cloud(partner.cloud).suffix,
    ...(gdap === undefined ? {} : { gdap: gdap === 'true' ? 'yes' : 'no' }),
    ...contact,
    ...qualification,
    ...(agreed === undefined ? {} : { accepted: 'yes', dateAccepted: dateAccepted ?? '' }),
    ...Object.fromEntries(
      Object.entries(signer).map(([name, value]) => [`signer${name.charAt(0).toUpperCase()}${name.slice(1)}`, value]),
    ),
    ...reseller,
    ...(offer === undefined || plan === undefined
      ? {}
      : { offer: offer.name, billing: `${plan.term} ${plan.billing}`, quantity: cart['count-0'] ?? '' }),
  };
}
