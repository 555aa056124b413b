import { holdsDomain } from '../partner-center/companyName.ts';
import type { Address, PartnerCenter } from '../partner-center/partnerCenter.ts';
import type { Values } from '../storage/draft.ts';
import type { Context } from './context.ts';
import { faultOf, type Checked } from './section.ts';

/** Names of the company form's inputs that make its address. */
const parts = ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode'] as const;

/**
 * Is the domain of a new customer free, is the name the company's legal one, and does an address that Partner Center has
 * not got yet stand? A name with a domain in it and a better address become questions.
 */
export async function checkCompany(answers: Values, context: Context, partnerCenter: PartnerCenter): Promise<Checked> {
  const { purpose } = context;
  if (purpose === undefined && !(await partnerCenter.isDomainFree(fullDomain(answers, context)))) {
    return { faults: { domainPrefix: faultOf('fault.domainTaken') } };
  }
  const name = answers['companyName'] ?? '';
  if (holdsDomain(name) && name !== context.keptName) return { question: { kind: 'name', section: 'company', name } };
  if (purpose?.kind === 'account' && isSameAddress(answers, purpose.before['company'])) return undefined;
  const checked = await partnerCenter.checkAddress(addressOf(answers, context.country));
  if (checked.status === 'accepted') return undefined;
  return { question: { kind: 'address', section: 'company', suggestions: [...checked.suggestions] } };
}

const isSameAddress = (company: Values, before: Values = {}): boolean =>
  parts.every((part) => company[part] === before[part]);

/** The customer's full primary domain name. */
export const fullDomain = (company: Values, context: Pick<Context, 'cloud'>): string =>
  `${company['domainPrefix'] ?? ''}${context.cloud.suffix}`;

/** The address a company's answers hold. */
export function addressOf(company: Values, country: string): Address {
  const part = (name: (typeof parts)[number]) => (company[name] === undefined ? {} : { [name]: company[name] });
  return {
    country,
    addressLine1: company['addressLine1'] ?? '',
    city: company['city'] ?? '',
    ...part('addressLine2'),
    ...part('state'),
    ...part('postalCode'),
  };
}

/** The company's answers with another address in place of theirs. */
export function withAddress(company: Values, address: Address): Values {
  const others = Object.entries(company).filter(([name]) => !parts.some((part) => part === name));
  const taken = parts.flatMap((part) => (address[part] === undefined ? [] : [[part, address[part]] as const]));
  return Object.fromEntries([...others, ...taken]);
}
