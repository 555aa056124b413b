import { countryOfRow, type Cells, type ImportFacts } from '../../forms/importing/row.ts';
import { cloud } from '../../partner-center/clouds.ts';
import { market } from '../../partner-center/countries.ts';
import type { ImportHead } from '../../storage/imports.ts';
import { refusal } from '../rights.ts';
import type { Turn } from '../turn.ts';

type Where = Pick<Turn, 'partner' | 'partnerCenter' | 'today'>;

/**
 * What the rows of a file are judged by: the rules of the countries they are for, and the offers only where a row orders
 * one, because reading a whole catalogue may take a thousand calls. May raise PartnerCenterError.
 */
export async function factsFor(
  { partner, partnerCenter, today }: Where,
  rows: readonly Cells[],
  { dates, kindless }: Pick<ImportHead, 'dates' | 'kindless'>,
): Promise<ImportFacts> {
  const markets = market(partner.country);
  const wanted = new Map<string, boolean>([[partner.country, false]]);
  for (const row of rows) {
    const country = countryOfRow(row, { partner });
    if (markets.includes(country)) wanted.set(country, wanted.get(country) === true || row.orders.length > 0);
  }
  const noNew = refusal(partner);
  const countries = new Map(
    await Promise.all(
      [...wanted].map(async ([country, orders]) => [country, await rulesOf(partnerCenter, country, orders)] as const),
    ),
  );
  return {
    partner,
    cloud: cloud(partner.cloud),
    agreementWay: partnerCenter.agreementWay,
    market: markets,
    today,
    resellers: await partnerCenter.resellers(),
    dates,
    ...(kindless === undefined ? {} : { kindless }),
    ...(noNew === undefined ? {} : { noNew }),
    countries,
  };
}

async function rulesOf(partnerCenter: Turn['partnerCenter'], country: string, orders: boolean) {
  const rules = await partnerCenter.countryRules(country);
  const { offers, sample } = orders ? await partnerCenter.offers(country) : { offers: [], sample: false };
  return { rules, offers, sampleOffers: sample };
}
