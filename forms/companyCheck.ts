import { domainRefusal } from '../partner-center/domainHolder.ts';
import { holdsDomain } from '../partner-center/companyName.ts';
import { needsAdministrator } from '../partner-center/fault.ts';
import { type Address, type AddressAnswer, PartnerCenterError } from '../partner-center/partnerCenter.ts';
import type { Faults, Values } from '../storage/draft.ts';
import type { Context } from './context.ts';
import { refusedAnswer } from './refusedAnswer.ts';
import { uncheckedIn, type Asked, type Checked, type Unchecked } from './section.ts';

/** Names of the company form's inputs that make its address. */
const parts = ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode'] as const;

/**
 * Is the domain of a new customer free, is the name the company's legal one, and does an address that Partner Center has
 * not got yet stand? A name with a domain in it and a better address become questions; what Partner Center does not
 * answer at the moment is left unchecked. May raise PartnerCenterError for what an administrator must put right.
 */
export async function checkCompany(answers: Values, context: Context, partnerCenter: Asked): Promise<Checked> {
  const [domain, address] = await Promise.all([
    checkDomain(answers, context, partnerCenter),
    checkAddress(answers, context, partnerCenter),
  ]);
  const faults = { ...faultsIn(domain), ...faultsIn(address) };
  if (Object.keys(faults).length > 0) return { faults };
  const name = answers['companyName'] ?? '';
  if (holdsDomain(name) && name !== context.keptName) return { question: { kind: 'name', section: 'company', name } };
  const unchecked = [...uncheckedIn(domain), ...uncheckedIn(address)];
  if (address !== undefined && 'question' in address) return { ...address, unchecked };
  return unchecked.length === 0 ? undefined : { unchecked };
}

const faultsIn = (found: Checked): Faults => (found !== undefined && 'faults' in found ? found.faults : {});

/** The name of a customer that exists never changes. */
async function checkDomain(answers: Values, context: Context, partnerCenter: Asked): Promise<Checked> {
  if (context.purpose !== undefined) return undefined;
  const domain = fullDomain(answers, context);
  try {
    const reason = await domainRefusal(partnerCenter, domain);
    return reason === undefined ? undefined : { faults: { domainPrefix: refusedAnswer({ reason }) } };
  } catch (error) {
    return unanswered(error, 'company.domainUnchecked', { domain });
  }
}

async function checkAddress(answers: Values, context: Context, partnerCenter: Asked): Promise<Checked> {
  const { purpose } = context;
  if (purpose?.kind === 'account' && isSameAddress(answers, purpose.before['company'])) return undefined;
  try {
    return found(await partnerCenter.checkAddress(addressOf(answers, context.country)));
  } catch (error) {
    return unanswered(error, 'company.addressUnchecked');
  }
}

function found(answer: AddressAnswer): Checked {
  const question = { kind: 'address', section: 'company' } as const;
  switch (answer.status) {
    case 'accepted':
      return undefined;
    case 'unchecked':
      return { unchecked: [{ key: 'company.addressNotJudged' }] };
    case 'suggested':
      return { question: { ...question, suggestions: [...answer.suggestions] } };
    case 'unconfirmed': {
      const { said, elsewhere } = answer;
      const why = { ...(said === undefined ? {} : { said }), ...(elsewhere === undefined ? {} : { elsewhere }) };
      return { question: { ...question, suggestions: [], ...why } };
    }
  }
}

/** A refusal that names an answer is that answer's fault; else nobody knows, and the partner goes on. */
function unanswered(error: unknown, key: Unchecked['key'], about: { readonly domain?: string } = {}): Checked {
  if (!(error instanceof PartnerCenterError) || needsAdministrator(error.fault.reason)) throw error;
  const { fault, correlationId } = error;
  const { reason, field = reason === 'address' ? 'addressLine1' : undefined } = fault;
  if (field === undefined) return { unchecked: [{ key, data: { ...about, reason: `@reason.${reason}` } }] };
  return { faults: { [field]: refusedAnswer({ ...fault, ...(correlationId === '' ? {} : { correlationId }) }) } };
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
