import type { Address, AddressCheckResult } from '../partner-center/rules/addressRules.ts';
import { holdsDomain } from '../partner-center/rules/companyIdentity.ts';
import { otherPrefixes } from '../partner-center/rules/proposedDomain.ts';
import { domainRefusal } from '../partner-center/partnerCenter.ts';
import { needsAdministrator, PartnerCenterError } from '../partner-center/rules/fault.ts';
import type { Fault, Faults, Values } from '../model/draft.ts';
import type { InputTexts, Context } from './context.ts';
import { complete, nothingLeft, type Only } from '../lib/complete.ts';
import { type AddressPart, addressParts } from '../model/address.ts';
import {
  type AnswerChecks,
  type CheckResult,
  refusalFault,
  type UncheckedNotice,
  uncheckedNotices,
} from './section.ts';
import { defined } from '../lib/optional.ts';

/**
 * Checks that a new customer's domain is free, that the name is the company's legal one, and that an address new to
 * Partner Center exists. A name with a domain in it and a better address become questions; checks that Partner Center
 * cannot answer now become notices. May throw PartnerCenterError for what an administrator must put right.
 */
export async function checkCompany(
  answers: Values,
  context: Context,
  partnerCenter: AnswerChecks,
): Promise<CheckResult> {
  const [domain, address] = await Promise.all([
    checkDomain(answers, context, partnerCenter),
    checkAddress(answers, context, partnerCenter),
  ]);
  const faults = { ...faultsIn(domain), ...faultsIn(address) };
  if (Object.keys(faults).length > 0) return { faults };
  const name = answers['companyName'] ?? '';
  if (holdsDomain(name) && name !== context.keptName) return { question: { kind: 'name', section: 'company', name } };
  const unchecked = [...uncheckedNotices(domain), ...uncheckedNotices(address)];
  if (address !== undefined && 'question' in address) return { ...address, unchecked };
  return unchecked.length === 0 ? undefined : { unchecked };
}

const faultsIn = (found: CheckResult): Faults => (found !== undefined && 'faults' in found ? found.faults : {});

/** Checks a new customer's domain; an existing customer's never changes. */
async function checkDomain(answers: Values, context: Context, partnerCenter: AnswerChecks): Promise<CheckResult> {
  if (context.purpose !== undefined) return undefined;
  try {
    const fault = await domainFault(answers, context, partnerCenter);
    return fault === undefined ? undefined : { faults: { domainPrefix: fault } };
  } catch (error) {
    return faultOrUnchecked(error, 'company.domainUnchecked', { domain: fullDomain(answers, context) });
  }
}

/**
 * The fault of a domain that is not free, with free ones to take in its place; undefined for a free domain. Throws
 * PartnerCenterError where Partner Center cannot tell.
 */
export async function domainFault(
  company: Values,
  context: Context,
  partnerCenter: Pick<AnswerChecks, 'isDomainFree' | 'ownsDomain'>,
): Promise<Fault | undefined> {
  const reason = await domainRefusal(partnerCenter, fullDomain(company, context));
  if (reason === undefined) return undefined;
  const choices = await freePrefixes(company, context, partnerCenter);
  return { ...refusalFault({ reason }), ...(choices.length === 0 ? {} : { choices }) };
}

/** Number of other domains that are offered for one that is not free. */
const choiceCount = 2;

async function freePrefixes(
  { domainPrefix = '', companyName = '' }: InputTexts<'domainPrefix' | 'companyName'>,
  context: Context,
  partnerCenter: Pick<AnswerChecks, 'isDomainFree'>,
): Promise<string[]> {
  const prefixes = await otherPrefixes(domainPrefix, companyName, context.country);
  const found = await Promise.all(
    prefixes.map(async (prefix) => ((await isFree(fullDomain({ domainPrefix: prefix }, context))) ? [prefix] : [])),
  );
  return found.flat().slice(0, choiceCount);

  /** True only when it is certain: a domain that could not be checked is not offered. */
  async function isFree(domain: string): Promise<boolean> {
    try {
      return await partnerCenter.isDomainFree(domain);
    } catch (error) {
      if (!(error instanceof PartnerCenterError)) throw error;
      return false;
    }
  }
}

async function checkAddress(answers: Values, context: Context, partnerCenter: AnswerChecks): Promise<CheckResult> {
  const { purpose } = context;
  if (purpose?.kind === 'account' && isSameAddress(answers, purpose.before['company'])) return undefined;
  try {
    return addressResult(await partnerCenter.checkAddress(addressOf(answers, context.country)));
  } catch (error) {
    return faultOrUnchecked(error, 'company.addressUnchecked');
  }
}

function addressResult(answer: AddressCheckResult): CheckResult {
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
      const why = { ...defined({ said, elsewhere }) };
      return { question: { ...question, suggestions: [], ...why } };
    }
  }
}

/** A refusal that concerns an answer becomes its fault; any other leaves a notice, and the partner goes on. */
function faultOrUnchecked(
  error: unknown,
  key: UncheckedNotice['key'],
  about: { readonly domain?: string } = {},
): CheckResult {
  if (!(error instanceof PartnerCenterError) || needsAdministrator(error.fault.reason)) throw error;
  const { fault, correlationId } = error;
  const { reason, field = reason === 'address' ? 'addressLine1' : undefined } = fault;
  if (field === undefined) return { unchecked: [{ key, data: { ...about, reason: `@reason.${reason}` } }] };
  return { faults: { [field]: refusalFault({ ...fault, ...(correlationId === '' ? {} : { correlationId }) }) } };
}

const isSameAddress = (company: Values, before: Values = {}): boolean =>
  addressParts.every((part) => company[part] === before[part]);

/** The customer's full primary domain name. */
export const fullDomain = (company: InputTexts<'domainPrefix'>, context: Pick<Context, 'cloud'>): string =>
  `${company.domainPrefix ?? ''}${context.cloud.suffix}`;

/** The address in a company's answers. */
export function addressOf<T extends InputTexts<AddressPart>>(answers: Only<AddressPart, T>, country: string): Address {
  const { addressLine1 = '', addressLine2, city = '', state, postalCode, ...others }: InputTexts<AddressPart> = answers;
  nothingLeft(others);
  return complete<Address>({ country, addressLine1, addressLine2, city, state, postalCode });
}

/** The company's answers with this address in place of theirs. */
export function withAddress(company: Values, address: Address): Values {
  const others = Object.entries(company).filter(([name]) => !addressParts.some((part) => part === name));
  const taken = addressParts.flatMap((part) => (address[part] === undefined ? [] : [[part, address[part]] as const]));
  return Object.fromEntries([...others, ...taken]);
}
