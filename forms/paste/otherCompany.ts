import { isSameName } from '../../lib/foldCase.ts';
import type { Draft, Values } from '../../model/draft.ts';
import { suggestPrefix } from '../../partner-center/rules/companyIdentity.ts';
import { findCountryRules } from '../../partner-center/rules/countries.ts';
import { parseState } from '../../partner-center/rules/states.ts';
import { draftName } from '../draftFlow.ts';

/** Values of a company, by input; an input may be empty. */
type Company = Readonly<Record<string, string | undefined>>;

/** The company's values in a draft, as typed or else accepted; its name stays known while another is typed. */
export const heldCompany = (draft: Draft): Values => ({
  ...(draft.typed['company'] ?? draft.accepted['company']),
  companyName: draftName(draft),
});

/** True where a group of values differs: both have one of its inputs, and not the same there. */
export const differs = (one: Company, other: Company, names: readonly string[]): boolean =>
  names.some((name) => {
    const [mine = '', theirs = ''] = [one[name], other[name]];
    return mine !== '' && theirs !== '' && !isSameName(mine, theirs);
  });

/**
 * True where two addresses are not the same: a part that both have differs. A second line, as suites and floors are written too
 * freely, tells only where the street is not known to be the same.
 */
export function isOtherAddress(held: Company, pasted: Company, country: string): boolean {
  const rules = findCountryRules(country);
  const inOneForm = ({ state = '', ...others }: Company): Company => ({
    ...others,
    state: rules === undefined ? state : (parseState(rules, state) ?? state),
  });
  const [own, theirs] = [inOneForm(held), inOneForm(pasted)];
  if (differs(own, theirs, ['addressLine1', 'city', 'state', 'postalCode'])) return true;
  const isSameStreet = (own['addressLine1'] ?? '') !== '' && (theirs['addressLine1'] ?? '') !== '';
  return !isSameStreet && differs(own, theirs, ['addressLine2']);
}

/**
 * True where pasted values are another company's than those held: by its name where both have one, else by the names
 * and domains that they have.
 */
export function isOtherCompany(held: Company, pasted: Company): boolean {
  const { companyName: own = '', domainPrefix: ownPrefix = '' } = held;
  const { companyName = '', domainPrefix = '' } = pasted;
  if (own !== '' && companyName !== '') return differs(held, pasted, ['companyName']);
  const mine = prefixes(own, ownPrefix);
  const theirs = prefixes(companyName, domainPrefix);
  if (mine.length === 0 || theirs.length === 0) return false;
  if (mine.some((one) => theirs.some((other) => one.startsWith(other) || other.startsWith(one)))) return false;
  // A short form for a domain, “ibm”, is like no name: a person's mail address alone makes no other company of it.
  return companyName !== '' || (ownPrefix !== '' && domainPrefix !== '');
}

const prefixes = (name: string, prefix: string): readonly string[] =>
  [prefix, suggestPrefix(name) ?? ''].filter((one) => one !== '');
