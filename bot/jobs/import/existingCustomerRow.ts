import { judgeRow } from '../../../forms/import/judgeRow.ts';
import type { ValidRow } from '../../../forms/import/row.ts';
import { identityKeys } from '../../../dialogs/import/duplicates.ts';
import { PartnerCenterError } from '../../../partner-center/rules/fault.ts';
import type { CustomerSummary } from '../../../partner-center/management.ts';
import type { Customer } from '../../../model/customer.ts';
import { insertOnce } from '../../../storage/conflicts.ts';
import type { ImportRow } from '../../../model/import.ts';
import { releaseCustomer, reserveCustomer } from './reservations.ts';
import { cellsFor, lookUpListed, recordIdOf, type ImportRun } from './importRun.ts';
import { defined } from '../../../lib/optional.ts';

type ExistingRow = Extract<ValidRow, { kind: 'existing' }>;

/** Runs a row with an existing customer: records it once, with the ids of Partner Center's list if it is there. */
export async function runExistingCustomerRow(run: ImportRun, row: ImportRow): Promise<ImportRow> {
  const { deps, partner } = run;
  const record = recordIdOf(run, row);
  if ((await deps.customers.get(partner.tenantId, record)) !== undefined) return { ...row, state: 'recorded', record };
  const { row: good, faults } = judgeRow(cellsFor(run, row), run.facts);
  if (good?.kind !== 'existing') return { ...row, state: 'failed', faults: [...faults] };
  const listed = await listedAs(run, good);
  if (listed instanceof PartnerCenterError)
    return { ...row, state: 'failed', refusal: { ...listed.fault, correlationId: listed.correlationId } };
  const customer = withListedIds(good, listed);
  const recorded = identityKeys(customer)
    .map((key) => run.known.get(key))
    .find((id) => id !== undefined);
  if (recorded !== undefined) return { ...row, state: 'there', record: recorded };
  const holder = await reserveCustomer(run, customer, record);
  if (holder.by !== 'us') {
    await releaseCustomer(run, customer, record);
    return { ...row, state: 'there', record: holder.record };
  }
  await insertRecord(run, customer, record);
  return { ...row, state: 'recorded', record };
}

/** Customer of the row in Partner Center's list; undefined where it is not there, and the error of reading it. */
async function listedAs(run: ImportRun, row: ExistingRow): Promise<CustomerSummary | PartnerCenterError | undefined> {
  const listed = await run.listedCustomers();
  if (listed instanceof PartnerCenterError) return listed;
  const found = identityKeys(row).map((key) => listed.get(key));
  return found.find((one) => one !== undefined) ?? lookUpListed(run, row.domain);
}

/** The row with the ids and the relationship of Partner Center's list, which overrule the file. */
function withListedIds(row: ExistingRow, listed: CustomerSummary | undefined): ExistingRow {
  if (listed === undefined) return row;
  const { microsoftId, domain, relationship } = listed;
  return {
    ...row,
    microsoftId,
    domain: domain === '' ? row.domain : domain.toLowerCase(),
    relationship: relationship === 'reseller' ? 'reseller' : 'none',
  };
}

async function insertRecord(
  { deps, partner, head, facts }: ImportRun,
  row: ExistingRow,
  record: string,
): Promise<void> {
  const { userId, userName } = head;
  const now = deps.now();
  const at = now.toISOString();
  const { country, ...others } = row.accepted;
  const { microsoftId } = row;
  const customer: Customer = {
    id: record,
    companyName: row.companyName,
    domain: row.domain,
    microsoftId,
    country: country?.['country'] ?? partner.country,
    cloud: partner.cloud,
    sections: facts.market.length > 1 ? row.accepted : others,
    stages: { customer: { state: 'done', requestId: '', at, ...(microsoftId === '' ? {} : { microsoftId }) } },
    addedBy: { userId, ...defined({ name: userName }) },
    addedAt: at,
    relationship: row.relationship,
    existing: true,
    practice: deps.partnerCenterOf(partner).practice,
  };
  // Audited first, as every step is: after an interruption it is audited again, which changes nothing.
  await deps.audit.write(partner.tenantId, head, now, { kind: 'importedCustomer', record });
  await insertOnce(deps.customers, partner.tenantId, record, customer);
}
