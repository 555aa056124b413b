import { type Context, countryOf } from '../../forms/context.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { recordedOffers, usableOffers } from '../../partner-center/rules/catalog.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import { countryRules, market } from '../../partner-center/rules/countries.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { Draft } from '../../model/draft.ts';

/** The day of every test that is not about days. */
export const today = '2026-03-02';

/** The sample partner of that name. */
export function partnerNamed(name: string): Partner {
  const found = samplePartners.find((partner) => partner.name === name);
  if (found === undefined) throw new Error(`no sample partner ${name}`);
  return found;
}

/** A US indirect provider in the Global cloud: every section applies to it. */
export const provider = partnerNamed('Fabrikam Distribution');

/** Offers as the local Partner Center sells them; made once. */
export const offers = usableOffers(recordedOffers());

/** What the sections depend on, without Partner Center. */
export function contextFor(partner: Partner, accepted: Draft['accepted'] = {}, more: Partial<Context> = {}): Context {
  const own = cloud(partner.cloud);
  const { purpose } = more;
  const country = countryOf({ accepted, ...(purpose === undefined ? {} : { purpose }) }, partner);
  return {
    partner,
    cloud: own,
    agreementWay: own.agreement ? 'recorded' : undefined,
    market: market(partner.country),
    today,
    accepted,
    country,
    rules: countryRules(country),
    offers,
    sampleOffers: country !== 'US' || partner.cloud !== 'global',
    resellers: partner.type === 'indirect-provider' && own.resellers ? (partner.resellers ?? []) : [],
    ...more,
  };
}
