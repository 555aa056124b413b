import type { Draft, Values } from '../../model/draft.ts';
import type { Context } from '../../forms/context.ts';
import { sections } from '../../forms/sections.ts';
import { cartValues } from '../../forms/cartRows.ts';
import { offers } from './contexts.ts';

/** Typed values of an invented customer that every rule of their country likes; what is not asked there is left out. */
export const goodCompany: Readonly<Record<'US' | 'DE' | 'HU' | 'TW' | 'RU' | 'CN', Values>> = {
  US: {
    companyName: 'Tailspin Toys',
    domainPrefix: 'tailspintoys',
    addressLine1: '1 Harbour Road',
    city: 'Redmond',
    state: 'WA',
    postalCode: '98052',
    culture: 'en-US',
    qualification: 'none',
    gdap: 'true',
  },
  DE: {
    companyName: 'Tailspin Spielwaren',
    domainPrefix: 'tailspinde',
    addressLine1: 'Hafenstraße 1',
    city: 'Kiel',
    postalCode: '24103',
    culture: 'de-DE',
    qualification: 'none',
    gdap: 'false',
  },
  HU: {
    companyName: 'Tailspin Játék',
    domainPrefix: 'tailspinhu',
    addressLine1: 'Rakpart 1',
    city: 'Szeged',
    postalCode: '6720',
    culture: 'hu-HU',
    registrationNumber: '12345676-1-42',
    organizationPhone: '+36 1 234 5678',
    qualification: 'none',
    gdap: 'true',
  },
  TW: {
    companyName: '尾旋玩具',
    domainPrefix: 'tailspintw',
    addressLine1: '港口路 1 號',
    city: '基隆市',
    postalCode: '200',
    culture: 'zh-TW',
    qualification: 'none',
    gdap: 'true',
  },
  RU: {
    companyName: 'Тэйлспин Игрушки',
    domainPrefix: 'tailspinru',
    addressLine1: 'ул. Портовая, 1',
    city: 'Москва',
    postalCode: '101000',
    culture: 'ru-RU',
    registrationNumber: '1234567894',
    organizationPhone: '+7 495 123-45-67',
    qualification: 'none',
    gdap: 'true',
  },
  CN: {
    companyName: '尾旋玩具公司',
    domainPrefix: 'tailspincn',
    addressLine1: '港口路 1 号',
    city: '上海',
    state: '上海市',
    postalCode: '200000',
    culture: 'zh-CN',
  },
};

export const goodPerson: Values = {
  firstName: 'Anna',
  lastName: 'Lind',
  email: 'anna@tailspin.example',
  phoneNumber: '+1 425 555 0100',
};

const goodAgreement: Values = { accepted: 'true', dateAccepted: '2026-03-01', signer: 'contact' };

const ordinary = offers.filter(
  ({ segment, addOnTo, unit, limit, min, max }) =>
    segment === 'commercial' && addOnTo.length === 0 && unit === 'licenses' && limit === undefined && min < max,
);

/** A cart of that many good lines. */
export const goodCart = (lines: number): Values =>
  cartValues(
    ordinary.slice(0, lines).map((offer) => ({ offerId: offer.id, plan: '0', count: String(Math.max(offer.min, 5)) })),
  );

const isKnown = (country: string): country is keyof typeof goodCompany => country in goodCompany;

function companyFor({ country, cloud }: Context): Values {
  const {
    qualification = 'none',
    gdap = 'true',
    ...company
  } = isKnown(country) ? goodCompany[country] : goodCompany.US;
  return { ...company, ...(cloud.qualification ? { qualification } : {}), ...(cloud.gdap ? { gdap } : {}) };
}

/** Good typed values of every section, by its id. */
export function goodValues(id: string, context: Context): Values {
  if (id === 'country') return { country: context.country };
  if (id === 'company') return companyFor(context);
  if (id === 'qualification') {
    return context.accepted['company']?.['qualification'] === 'education'
      ? { educationSegment: 'K12', website: 'www.school.example' }
      : { validationCode: 'GCC-1234' };
  }
  if (id === 'contact' || id === 'signer') return goodPerson;
  if (id === 'agreement') return goodAgreement;
  if (id === 'reseller') return { reseller: context.resellers[0]?.tenantId ?? 'none' };
  return goodCart(2);
}

/** Every section answered well, as a draft accepts it; raises an error when good values are refused. */
export function goodAccepted(makeContext: (accepted: Draft['accepted']) => Context, start: Draft['accepted'] = {}) {
  let accepted: Draft['accepted'] = start;
  for (;;) {
    const context = makeContext(accepted);
    const next = sections(context).find(({ id }) => accepted[id] === undefined);
    if (next === undefined) return accepted;
    const parsed = next.parse(goodValues(next.id, context), context);
    if ('faults' in parsed) throw new Error(`${next.id}: ${JSON.stringify(parsed.faults)}`);
    accepted = { ...accepted, [next.id]: { ...parsed.answers } };
  }
}
