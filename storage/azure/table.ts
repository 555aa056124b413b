import {
  RestError,
  TableClient,
  type TableEntity,
  type TableServiceClientOptions,
  type TransactionAction,
} from '@azure/data-tables';
import type { NewRow, TableRow } from './tableEntity.ts';

/** Access to a storage account's tables, or to those of Cosmos DB; one of the two is set. */
export interface TableAccount {
  readonly connectionString?: string;
  /** Name of a storage account, or the whole address of its tables; this machine's identity is used. */
  readonly account?: string;
}

/** A table of an account. */
export interface TableOfAccount {
  readonly account: TableAccount;
  readonly name: string;
}

/** A step of a transaction. A removal is no step: in one, the SDK (13.3.2) removes whatever version is there. */
export type TableStep =
  | { readonly does: 'create'; readonly row: NewRow }
  | { readonly does: 'replace'; readonly row: NewRow; readonly etag: string };

/**
 * One table. Every method raises the SDK's RestError, after its own retries. Nothing overwrites or removes a version that
 * the caller does not name.
 */
export interface StoreTable {
  readonly name: string;
  /** A row, or only some columns of it; undefined where there is none. */
  get(partitionKey: string, rowKey: string, columns?: readonly string[]): Promise<TableRow | undefined>;
  /** The steps in one transaction of one partition; gives the etag of the first step's row. */
  write(first: TableStep, ...more: readonly TableStep[]): Promise<string>;
  /** Adds columns to the version of a row named by `etag`. */
  addColumns(row: NewRow, etag: string): Promise<void>;
  remove(partitionKey: string, rowKey: string, etag: string): Promise<void>;
  /** Removes rows of one partition that are never written twice, at most 100. */
  removeFinal(partitionKey: string, rowKeys: readonly string[]): Promise<void>;
  /** Rows in the order of their keys, at most `size` at a time; `more` is false after the last. */
  pages(
    filter: string,
    size: number,
    columns?: readonly string[],
  ): AsyncIterable<{ readonly rows: readonly TableRow[]; readonly more: boolean }>;
  /** Milliseconds of the service's clock, to about a second: clocks of machines differ by more. */
  now(): number;
}

/** Raised for a table that cannot be used; the message says why and what to do. */
export class UnusableTable extends Error {}

/** Status of an answer of the service; undefined where none came. */
export const statusOf = (error: unknown): number | undefined =>
  error instanceof RestError ? error.statusCode : undefined;

/** Code of an answer that is an error, as `EntityAlreadyExists`. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof RestError)) return undefined;
  if (error.code !== undefined) return error.code;
  const { details } = error;
  if (typeof details !== 'object' || details === null || !('odataError' in details)) return undefined;
  const { odataError } = details;
  return typeof odataError === 'object' && odataError !== null && 'code' in odataError
    ? String(odataError.code)
    : undefined;
}

const endpointOf = (account: string): string =>
  account.includes('://') ? account : `https://${account}.table.core.windows.net`;

/** The client of a table; the library of identities is loaded where there is no connection string. */
async function connect(
  { connectionString, account = '' }: TableAccount,
  name: string,
  options: TableServiceClientOptions,
): Promise<TableClient> {
  if (connectionString !== undefined) {
    // Azurite is reached by HTTP; Azure's own connection strings name HTTPS.
    const allowInsecureConnection = /endpoint=http:|protocol=http;/i.test(connectionString);
    return TableClient.fromConnectionString(connectionString, name, { ...options, allowInsecureConnection });
  }
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new TableClient(endpointOf(account), name, new DefaultAzureCredential(), options);
}

/**
 * The difference of the service's clock from the machine's, in milliseconds, learned from every answer. Its date is a whole
 * second, begun or ended between the request and the answer: what all answers agree in is narrower.
 */
function serviceClock() {
  let [least, most] = [-Infinity, Infinity];
  const clock = { ahead: 0 };
  const policy: NonNullable<TableServiceClientOptions['additionalPolicies']>[number] = {
    position: 'perRetry',
    policy: {
      name: 'serviceClock',
      async sendRequest(request, next) {
        const sent = Date.now();
        const response = await next(request);
        const shown = Date.parse(response.headers.get('date') ?? '');
        const [low, high] = [shown - Date.now(), shown + 1_000 - sent];
        // No date; or the machine's clock was set meanwhile.
        if (!(low <= high)) return response;
        // One of the clocks was set, or they went apart.
        const isOther = low > most || high < least;
        [least, most] = isOther ? [low, high] : [Math.max(low, least), Math.min(high, most)];
        clock.ahead = (least + most) / 2;
        return response;
      },
    },
  };
  return { clock, policy };
}

// The SDK and the service take an empty one for any version.
function named(etag: string): string {
  if (etag === '' || etag === '*') throw new RangeError('a version of a row must be named');
  return etag;
}

const actionOf = (step: TableStep): TransactionAction =>
  step.does === 'create' ? ['create', step.row] : ['update', step.row, 'Replace', { etag: named(step.etag) }];

// Azurite 3.35.0 breaks a character that two parts of a request share, but for requests of transactions.
const isAscii = (row: NewRow): boolean => !Object.values(row).some((value) => /[\u0080-\uffff]/.test(String(value)));

const rowOfEntity = (entity: object): TableRow => entity as TableRow;

async function writeOne(client: TableClient, step: TableStep): Promise<string | undefined> {
  if (step.does === 'create') return (await client.createEntity(step.row)).etag;
  return (await client.updateEntity(step.row, 'Replace', { etag: named(step.etag) })).etag;
}

function tableOf(client: TableClient, now: () => number): StoreTable {
  return {
    name: client.tableName,
    now,
    async get(partitionKey, rowKey, columns) {
      try {
        const select = columns === undefined ? {} : { queryOptions: { select: [...columns] } };
        return rowOfEntity(await client.getEntity(partitionKey, rowKey, select));
      } catch (error) {
        // There may also be no table.
        if (statusOf(error) === 404 && codeOf(error) === 'ResourceNotFound') return undefined;
        throw error;
      }
    },
    async write(first, ...more) {
      if (more.length === 0 && isAscii(first.row)) return (await writeOne(client, first)) ?? '';
      const { subResponses } = await client.submitTransaction([first, ...more].map(actionOf));
      return subResponses[0]?.etag ?? '';
    },
    addColumns: async (row, etag) => void (await client.updateEntity(row, 'Merge', { etag: named(etag) })),
    remove: async (partitionKey, rowKey, etag) =>
      void (await client.deleteEntity(partitionKey, rowKey, { etag: named(etag) })),
    async removeFinal(partitionKey, rowKeys) {
      await client.submitTransaction(rowKeys.map((rowKey) => ['delete', { partitionKey, rowKey }]));
    },
    async *pages(filter, size, columns) {
      const queryOptions = { filter, ...(columns === undefined ? {} : { select: [...columns] }) };
      const found = client.listEntities<TableEntity>({ queryOptions }).byPage({ maxPageSize: Math.min(size, 1000) });
      for await (const page of found) yield { rows: page.map(rowOfEntity), more: page.continuationToken !== undefined };
    },
  };
}

/** Opens a table, which is created where it is missing. Raises RestError. */
export async function openTable(
  account: TableAccount,
  name: string,
  options: TableServiceClientOptions = {},
): Promise<StoreTable> {
  const { clock, policy } = serviceClock();
  const additionalPolicies = [...(options.additionalPolicies ?? []), policy];
  const client = await connect(account, name, { ...options, additionalPolicies });
  await client.createTable();
  return tableOf(client, () => Date.now() + clock.ahead);
}
