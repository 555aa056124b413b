import { adminAccount } from '../../partner-center/adminPassword.ts';
import type { Targeted } from './targets.ts';

/** The administrator's account of a customer that was added here; of others nobody here knows it. */
export const accountOf = ({ record }: Pick<Targeted, 'record'>): string | undefined =>
  record === undefined || record.existing === true || record.stages.customer.state !== 'done'
    ? undefined
    : adminAccount(record.stages.customer.userName, record.domain);
