import { judgeRow } from '../../forms/importing/judge.ts';
import type { GoodRow } from '../../forms/importing/row.ts';
import { keysOf } from '../../dialogs/importing/known.ts';
import type { CustomerSummary } from '../../partner-center/management.ts';
import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import type { Customer } from '../../storage/customers.ts';
import { DocumentExists } from '../../storage/documents.ts';
import type { ImportRow } from '../../storage/importRows.ts';
import { release, reserve } from './reserving.ts';
import { cellsFor, recordOf, type Run } from './run.ts';

type Existing = Extract<GoodRow, { kind: 'existing' }>;

/** A customer that exists: recorded once, as Partner Center's own list knows it where there is one. */
export async function recordRow(run: Run, row: ImportRow): Promise<ImportRow> {
  const { tools, partner } = run;
  const record = recordOf(run, row);
  if ((await tools.customers.get(partner.tenantId, record)) !== undefined) return { ...row, state: 'recorded', record };
  const { row: good, faults } = judgeRow(cellsFor(run, row), run.facts);
  if (good?.kind !== 'existing') return { ...row, state: 'failed', faults: [...faults] };
  const directory = await run.directory();
  if (directory instanceof PartnerCenterError)
    return { ...row, state: 'failed', refusal: { ...directory.fault, correlationId: directory.correlationId } };
  const customer = asListed(
    good,
    keysOf(good)
      .map((key) => directory.get(key))
      .find((one) => one !== undefined),
  );
  const there = keysOf(customer)
    .map((key) => run.known.get(key))
    .find((id) => id !== undefined);
  if (there !== undefined) return { ...row, state: 'there', record: there };
  const held = await reserve(run, customer, record);
  if (held.by !== 'us') {
    await release(run, customer, record);
    return { ...row, state: 'there', record: held.record };
  }
  await write(run, customer, record);
  return { ...row, state: 'recorded', record };
}

/** What Partner Center knows better than a file: the ids, and the relationship there is. */
function asListed(row: Existing, listed: CustomerSummary | undefined): Existing {
  if (listed === undefined) return row;
  const { microsoftId, domain, relationship } = listed;
  return {
    ...row,
    microsoftId,
    domain: domain === '' ? row.domain : domain.toLowerCase(),
    relationship: relationship === 'reseller' ? 'reseller' : 'none',
  };
}

async function write({ tools, partner, head, facts }: Run, row: Existing, record: string): Promise<void> {
  const { userId, userName } = head;
  const at = tools.now().toISOString();
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
    addedBy: { userId, ...(userName === undefined ? {} : { name: userName }) },
    addedAt: at,
    relationship: row.relationship,
    existing: true,
    practice: tools.partnerCenterOf(partner).practice,
  };
  // First, as with every step: what is cut off in between is audited again, which changes nothing.
  await tools.audit.write(partner.tenantId, {
    at,
    userId,
    ...(userName === undefined ? {} : { userName }),
    action: 'imported',
    record,
    outcome: 'done',
  });
  try {
    await tools.customers.insert(partner.tenantId, record, customer);
  } catch (error) {
    if (!(error instanceof DocumentExists)) throw error;
  }
}
