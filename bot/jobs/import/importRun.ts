import type { CustomerListCache } from '../../../partner-center/customerListCache.ts';
import type { Partner } from '../../../partner-center/rules/partner.ts';
import type { Collection } from '../../../storage/collection.ts';
import type { Submission } from '../../../model/submission.ts';
import type { JobRunner } from '../durableJob.ts';
import type { CredentialCards } from './credentialCards.ts';
import type { JobDeps } from '../deps.ts';
import type { HeldJob } from '../heldJob.ts';
import type { Customers } from '../../../storage/collections.ts';
import type { Imports } from '../../../storage/importCollections.ts';
import { identityKeys, knownCustomers, type RecordsByKey } from '../../../dialogs/import/duplicates.ts';
import type { PartnerCenterError } from '../../../partner-center/rules/fault.ts';
import type { CustomerSummary } from '../../../partner-center/management.ts';
import { retry } from '../retry.ts';
import { judgingFacts, maxNewCustomers } from '../../../dialogs/import/checkFile.ts';
import { type Cells, cellsOf, type ImportFacts } from '../../../forms/import/row.ts';
import { type Header, readHeader } from '../../../forms/import/columns.ts';
import { lazy } from '../../../lib/lazy.ts';
import type { ImportHead, ImportRow } from '../../../model/import.ts';

/** Dependencies of import jobs. */
export interface ImportDeps extends JobDeps {
  readonly imports: Imports;
  readonly customers: Customers;
  /** Partner Center's list of the partner's customers; undefined without one. */
  readonly listOf: (partner: Partner) => CustomerListCache | undefined;
  readonly jobs: Collection<Submission>;
  readonly credentials: Pick<CredentialCards, 'rest' | 'blank'>;
  readonly passwordMinutes: number;
  readonly submissions: Pick<JobRunner, 'reconcile' | 'finish'>;
}

/** The dependencies and the partner of an import. */
export interface ImportContext {
  readonly deps: ImportDeps;
  readonly partner: Partner;
}

/** An import that this process holds. */
export interface HeldImport extends ImportContext {
  readonly held: HeldJob<ImportHead>;
}

/** Partner Center's list of customers by domain and Microsoft ID, or the error of reading it. */
type ListedCustomers = ReadonlyMap<string, CustomerSummary> | PartnerCenterError;

/** Reads the whole list once, in place of a call for each row. Empty without such a list. */
async function readListedCustomers({ deps, partner }: ImportContext): Promise<ListedCustomers> {
  let listed: readonly CustomerSummary[] = [];
  const fault = await retry(deps, { step: 'directory' }, async () => {
    listed = (await deps.listOf(partner)?.all('', () => undefined)) ?? [];
  });
  return fault ?? new Map(listed.flatMap((customer) => identityKeys(customer).map((key) => [key, customer] as const)));
}

/**
 * Customer of that domain as Partner Center lists it at this moment, for one that is not in the list read before: it may
 * have been added elsewhere since. Undefined without such a list; the error of asking for it.
 */
export async function lookUpListed(
  { deps, partner }: ImportContext,
  domain: string,
): Promise<CustomerSummary | PartnerCenterError | undefined> {
  const list = deps.listOf(partner);
  if (list === undefined || domain === '') return undefined;
  let listed: readonly CustomerSummary[] = [];
  const fault = await retry(deps, { step: 'directory' }, async () => {
    listed = await list.beginningWith(domain);
  });
  return fault ?? listed.find((customer) => identityKeys(customer).includes(domain.toLowerCase()));
}

/** One run of an import, with what all rows need. */
export interface ImportRun extends HeldImport {
  readonly head: ImportHead;
  readonly header: Header;
  readonly facts: ImportFacts;
  /** Recorded customers at the start of the run. */
  readonly known: RecordsByKey;
  /** Partner Center's own list, read when the first row needs it. */
  readonly listedCustomers: () => Promise<ListedCustomers>;
  /** True for new customers whose confirmation is not shown, because practice passwords open nothing. */
  readonly quiet: (row: ImportRow) => boolean;
}

/** Prepares a run of the remaining rows. May raise PartnerCenterError. */
export async function prepareRun(
  context: HeldImport,
  head: ImportHead,
  rows: readonly ImportRow[],
): Promise<ImportRun> {
  const { deps, partner } = context;
  const partnerCenter = deps.partnerCenterOf(partner);
  const header = readHeader(head.header);
  const cells = rows.filter(isPending).map((row) => cellsOf(row.cells, header));
  const facts = await judgingFacts({ partner, partnerCenter, today: head.today }, cells, head);
  const shown = new Set(
    rows
      .filter(({ kind, state }) => kind === 'new' && state !== 'faulty' && state !== 'leftOut')
      .slice(0, maxNewCustomers)
      .map(({ n }) => n),
  );
  return {
    ...context,
    head,
    header,
    facts,
    known: await knownCustomers(deps.customers, partner),
    listedCustomers: lazy(() => readListedCustomers(context)),
    quiet: ({ n }) => partnerCenter.practice && !shown.has(n),
  };
}

/** True while a row is still to be run. */
export const isPending = ({ state }: ImportRow): boolean => state === 'ready' || state === 'unfinished';

/** The record id of a row: the same in every run. */
export const recordIdOf = ({ head }: Pick<ImportRun, 'head'>, row: Pick<ImportRow, 'n'>): string =>
  `${head.id}-${String(row.n).padStart(5, '0')}`;

/** A row's cells by column. */
export const cellsFor = ({ header }: Pick<ImportRun, 'header'>, row: ImportRow): Cells => cellsOf(row.cells, header);
