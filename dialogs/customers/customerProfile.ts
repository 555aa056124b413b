import { profileAnswers } from '../../forms/changeDraft.ts';
import type { Draft } from '../../model/draft.ts';
import type { FoundCustomer } from './customerAccess.ts';
import type { Turn } from '../turn.ts';
import { adminAccount } from '../../partner-center/rules/adminPassword.ts';
import { defined } from '../../lib/optional.ts';

/** Answers that an existing customer has already given. */
interface CustomerAnswers {
  /** Absent when neither its record nor its address at Partner Center has one. */
  readonly country?: string;
  /** Answers in order of precedence: Partner Center's, then the record's. */
  readonly accounts: readonly Draft['accepted'][];
}

type Where = Pick<Turn, 'partner' | 'partnerCenter'>;

/**
 * Reads the customer from Partner Center, where that lists customers, and from its record. May raise
 * PartnerCenterError.
 */
export async function customerAnswers(
  { partner, partnerCenter }: Where,
  { target, record }: FoundCustomer,
): Promise<CustomerAnswers> {
  const details = target.microsoftId === '' ? undefined : await partnerCenter.directory?.customer(target.microsoftId);
  const country = details?.billing?.address?.country ?? record?.country;
  const profile = details ?? { companyName: target.companyName };
  const rules = await partnerCenter.countryRules(country ?? partner.country);
  return {
    ...defined({ country }),
    accounts: [
      ...(details === undefined ? [] : [profileAnswers(details, rules)]),
      ...(record === undefined ? [] : [record.sections]),
      profileAnswers(profile, rules),
    ],
  };
}

/** Administrator account of a customer that was added here; undefined for others, whose account is not recorded. */
export const knownAdminAccount = ({ record }: Pick<FoundCustomer, 'record'>): string | undefined =>
  record === undefined || record.existing === true || record.stages.customer.state !== 'done'
    ? undefined
    : adminAccount(record.stages.customer.userName, record.domain);
