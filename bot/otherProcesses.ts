import { coalesce } from '../lib/coalesce.ts';
import type { Customer } from '../model/customer.ts';
import type { CustomerListCache } from '../partner-center/customerListCache.ts';
import type { Partner } from '../partner-center/rules/partner.ts';
import type { SubscriptionCache } from '../partner-center/subscriptionCache.ts';
import type { Audit, AuditedCustomer } from '../storage/auditTrail.ts';
import type { Collection } from '../storage/collection.ts';
import { entryOf } from '../storage/customerIndex.ts';

/** The caches of a partner's customers as Partner Center has them; no list where Partner Center keeps none. */
interface CustomerCaches {
  readonly subscriptions: Pick<SubscriptionCache, 'forget' | 'forgetAll'>;
  readonly list?: Pick<CustomerListCache, 'add' | 'rename' | 'remove' | 'forgetAll'>;
}

/** The audit trail and the records of a partner, and the caches that are made level with them. */
interface FollowerOptions {
  readonly partner: Partner;
  readonly audit: Pick<Audit, 'follow'>;
  readonly records: Pick<Collection<Customer>, 'get'>;
  readonly caches: () => CustomerCaches;
}

/** Most lines that wait for the record of a customer which was created a moment before. */
const mostWaiting = 100;

/** Updates the list as the process did that made the change. */
function updateList(
  list: NonNullable<CustomerCaches['list']>,
  action: AuditedCustomer['action'],
  microsoftId: string,
  record: Customer | undefined,
): void {
  if (action === 'relationship') list.remove(microsoftId);
  if (record === undefined) return;
  const { companyName, domain } = record;
  const { resellerId } = entryOf(record);
  if (action === 'customer') list.add({ microsoftId, companyName, domain, relationship: 'reseller' }, resellerId);
  else if (action === 'account') list.rename(microsoftId, companyName);
}

/**
 * Takes in, at each call, what other processes changed at Partner Center since the call before: every change ends with a
 * line of the audit trail, so these are followed. Raises StorageUnavailable. Undefined where one process holds the
 * records.
 */
export function followOtherProcesses({
  partner,
  audit,
  records,
  caches,
}: FollowerOptions): (() => Promise<void>) | undefined {
  const { tenantId } = partner;
  const { follow } = audit;
  if (follow === undefined) return undefined;
  let next: Awaited<ReturnType<typeof follow>> | undefined;

  let waiting: readonly AuditedCustomer[] = [];

  const apply = async (line: AuditedCustomer): Promise<void> => {
    const { record: id, action, outcome } = line;
    const { subscriptions, list } = caches();
    const record = (await records.get(tenantId, id))?.value;
    // It is recorded right after its line was written.
    if (record === undefined && action === 'customer') waiting = [...waiting, line].slice(-mostWaiting);
    // A customer without a record is audited by its Microsoft ID.
    const microsoftId = record?.microsoftId ?? id;
    subscriptions.forget(microsoftId);
    if (list !== undefined && outcome === 'done' && microsoftId !== '') updateList(list, action, microsoftId, record);
  };
  const catchUp = coalesce(async () => {
    // Before anything is kept, so that no change is missed.
    next ??= await follow(tenantId);
    const lines = await next();
    const former = waiting;
    waiting = [];
    for (const line of [...former, ...(lines ?? [])]) await apply(line);
    if (lines !== undefined) return;
    const { subscriptions, list } = caches();
    subscriptions.forgetAll();
    list?.forgetAll();
    next = undefined;
  });
  return async () => catchUp(tenantId);
}
