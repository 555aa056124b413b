import { answersOf } from '../../forms/profile.ts';
import type { Draft } from '../../storage/draft.ts';
import type { Targeted } from './targets.ts';
import type { Turn } from '../turn.ts';

/** What is known of a customer that exists. */
export interface Known {
  /** Absent: neither recorded here nor in its address at Partner Center. */
  readonly country?: string;
  /** Its answers: as Partner Center has them now, then as they were recorded here. */
  readonly accounts: readonly Draft['accepted'][];
}

type Where = Pick<Turn, 'partner' | 'partnerCenter'>;

/** Asks Partner Center, where that lists customers, and the record. May raise PartnerCenterError. */
export async function knownOf({ partner, partnerCenter }: Where, { target, record }: Targeted): Promise<Known> {
  const details = target.microsoftId === '' ? undefined : await partnerCenter.directory?.customer(target.microsoftId);
  const country = details?.billing?.address?.country ?? record?.country;
  const profile = details ?? { companyName: target.companyName };
  const rules = await partnerCenter.countryRules(country ?? partner.country);
  return {
    ...(country === undefined ? {} : { country }),
    accounts: [
      ...(details === undefined ? [] : [answersOf(details, rules)]),
      ...(record === undefined ? [] : [record.sections]),
      answersOf(profile, rules),
    ],
  };
}
