import { RestError, TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import type { NewRow, TableRow } from './tableEntity.ts';
import {
  accepted,
  bodyOf,
  etagOfTransaction,
  faultCodeOf,
  rowOfBody,
  rowPath,
  type SendTableRequest,
  type TableRequest,
  tableRequests,
  transactionOf,
} from './tableRequests.ts';

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

/** A step of a transaction. */
export type TableStep =
  | { readonly does: 'create'; readonly row: NewRow }
  | { readonly does: 'replace'; readonly row: NewRow; readonly etag: string }
  | { readonly does: 'remove'; readonly row: NewRow; readonly etag: string };

/**
 * One table. Every method raises the SDK's RestError, after its own retries. Nothing overwrites or removes a version that
 * the caller does not name.
 */
export interface StoreTable {
  readonly name: string;
  /** True where opening it made it. */
  readonly isNew: boolean;
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
export const codeOf = (error: unknown): string | undefined => (error instanceof RestError ? error.code : undefined);

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

// Azurite 3.35.0 breaks a character that two parts of a request share, but for requests of transactions.
const isAscii = ({ body = '' }: TableRequest): boolean => !/[\u0080-\uffff]/.test(body);

const jsonContent = { 'Content-Type': 'application/json' };

const creating = (table: string, row: NewRow): TableRequest => ({
  method: 'POST',
  path: table,
  headers: { ...jsonContent, Prefer: 'return-no-content' },
  body: bodyOf(row),
});

const writingOver = (method: 'PUT' | 'PATCH', table: string, row: NewRow, etag: string): TableRequest => ({
  method,
  path: rowPath(table, row.partitionKey, row.rowKey),
  headers: { ...jsonContent, 'If-Match': named(etag) },
  body: bodyOf(row),
});

const removing = (table: string, partitionKey: string, rowKey: string, etag: string): TableRequest => ({
  method: 'DELETE',
  path: rowPath(table, partitionKey, rowKey),
  headers: { 'If-Match': etag },
});

const queryOf = (query: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(query)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&');

async function* pagesOf(
  send: SendTableRequest,
  table: string,
  query: Readonly<Record<string, string | undefined>>,
): AsyncGenerator<{ readonly rows: readonly TableRow[]; readonly more: boolean }> {
  let next: Readonly<Record<string, string | undefined>> | undefined = {};
  while (next !== undefined) {
    const { headers, bodyAsText } = accepted(
      await send({ method: 'GET', path: `${table}()?${queryOf({ ...query, ...next })}` }),
    );
    const [partition, row] = ['nextpartitionkey', 'nextrowkey'].map((of) => headers.get(`x-ms-continuation-${of}`));
    next = partition === undefined && row === undefined ? undefined : { NextPartitionKey: partition, NextRowKey: row };
    const { value } = JSON.parse(bodyAsText ?? '') as { readonly value: readonly unknown[] };
    yield { rows: value.map(rowOfBody), more: next !== undefined };
  }
}

type TableFrame = Pick<StoreTable, 'name' | 'isNew' | 'now'>;

function tableOf({ name, isNew, now }: TableFrame, address: string, send: SendTableRequest): StoreTable {
  const writing = (step: TableStep): TableRequest => {
    if (step.does === 'create') return creating(name, step.row);
    const { row, etag } = step;
    return step.does === 'replace'
      ? writingOver('PUT', name, row, etag)
      : removing(name, row.partitionKey, row.rowKey, named(etag));
  };
  const write = async (requests: readonly TableRequest[]): Promise<string> => {
    const [only, ...more] = requests;
    if (only !== undefined && more.length === 0 && isAscii(only))
      return accepted(await send(only)).headers.get('etag') ?? '';
    return etagOfTransaction(await send(transactionOf(address, requests)));
  };
  return {
    name,
    isNew,
    now,
    async get(partitionKey, rowKey, columns) {
      const select = columns === undefined ? '' : `?${queryOf({ $select: columns.join(',') })}`;
      const answer = await send({ method: 'GET', path: `${rowPath(name, partitionKey, rowKey)}${select}` });
      // There may also be no table.
      if (answer.status === 404 && faultCodeOf(answer) === 'ResourceNotFound') return undefined;
      return rowOfBody(JSON.parse(accepted(answer).bodyAsText ?? ''));
    },
    write: async (...steps) => write(steps.map(writing)),
    addColumns: async (row, etag) => void (await write([writingOver('PATCH', name, row, etag)])),
    remove: async (partitionKey, rowKey, etag) =>
      void (await write([removing(name, partitionKey, rowKey, named(etag))])),
    async removeFinal(partitionKey, rowKeys) {
      await write(rowKeys.map((rowKey) => removing(name, partitionKey, rowKey, '*')));
    },
    pages: (filter, size, columns) =>
      pagesOf(send, name, {
        $filter: filter,
        $top: String(Math.min(size, 1000)),
        $select: columns?.join(','),
      }),
  };
}

/** Creates a table; false where it is there already. */
async function createTable(send: SendTableRequest, name: string): Promise<boolean> {
  const body = JSON.stringify({ TableName: name });
  const answer = await send({ method: 'POST', path: 'Tables', headers: jsonContent, body });
  if (faultCodeOf(answer) === 'TableAlreadyExists') return false;
  accepted(answer);
  return true;
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
  const send = tableRequests(client.pipeline, client.url);
  const isNew = await createTable(send, client.tableName);
  return tableOf({ name: client.tableName, isNew, now: () => Date.now() + clock.ahead }, client.url, send);
}
