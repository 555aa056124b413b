import { randomUUID } from 'node:crypto';
import {
  createHttpHeaders,
  createPipelineRequest,
  type HttpMethods,
  type Pipeline,
  type PipelineResponse,
  RestError,
} from '@azure/core-rest-pipeline';
import { defined } from '../../lib/optional.ts';
import { tableHttpClient } from './tableHttp.ts';
import type { NewRow, TableRow } from './tableEntity.ts';

/** A request about a table, of https://learn.microsoft.com/rest/api/storageservices/table-service-rest-api. */
export interface TableRequest {
  readonly method: HttpMethods;
  /** After the address of the account. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends a request, signed and repeated by the SDK; gives the last answer, of any status. */
export type SendTableRequest = (request: TableRequest) => Promise<PipelineResponse>;

// Steps of the SDK for what these requests have not: its own requests' descriptions, spans, files, other encodings.
const leftOut = [
  'serializationPolicy',
  'deserializationPolicy',
  'tracingPolicy',
  'proxyPolicy',
  'decompressResponsePolicy',
  'formDataPolicy',
  'multipartPolicy',
];

const commonHeaders = {
  Accept: 'application/json;odata=minimalmetadata',
  'x-ms-version': '2019-02-02',
  DataServiceVersion: '3.0',
};

/** Sends requests by the policies of an SDK client, such as its credential and its retries. */
export function tableRequests(pipeline: Pipeline, address: string): SendTableRequest {
  const own = pipeline.clone();
  for (const name of leftOut) own.removePolicy({ name });
  const client = tableHttpClient();
  const account = address.replace(/\/$/, '');
  return async ({ method, path, headers = {}, body }) =>
    own.sendRequest(
      client,
      createPipelineRequest({
        url: `${account}/${path}`,
        method,
        headers: createHttpHeaders({ ...commonHeaders, ...headers }),
        // Only where the account's own address says so.
        allowInsecureConnection: true,
        ...defined({ body }),
      }),
    );
}

/** Code of an answer that refuses, as `EntityAlreadyExists`. */
export const faultCodeOf = ({ headers, bodyAsText }: PipelineResponse): string | undefined =>
  /"code"\s*:\s*"([^"]*)"/.exec(bodyAsText ?? '')?.[1] ?? headers.get('x-ms-error-code');

/** The error of an answer that refuses. */
function refusalOf(answer: PipelineResponse): RestError {
  const { status: statusCode, bodyAsText } = answer;
  const said = /"value"\s*:\s*"([^"\\]*)/.exec(bodyAsText ?? '')?.[1] ?? `the answer was ${String(statusCode)}`;
  return new RestError(said, { statusCode, ...defined({ code: faultCodeOf(answer) }) });
}

/** The answer; raises the RestError of one that refuses. */
export function accepted(answer: PipelineResponse): PipelineResponse {
  if (answer.status >= 300) throw refusalOf(answer);
  return answer;
}

const literal = (key: string): string => `'${encodeURIComponent(key.replaceAll("'", "''"))}'`;

/** Path of a row of a table. */
export const rowPath = (table: string, partitionKey: string, rowKey: string): string =>
  `${table}(PartitionKey=${literal(partitionKey)},RowKey=${literal(rowKey)})`;

/** A row as the service reads it. */
export const bodyOf = ({ partitionKey, rowKey, ...columns }: NewRow): string =>
  JSON.stringify({ PartitionKey: partitionKey, RowKey: rowKey, ...columns });

/** A row as the service gives it, in our names. */
export function rowOfBody(body: unknown): TableRow {
  const {
    PartitionKey: partitionKey,
    RowKey: rowKey,
    'odata.etag': etag,
    'odata.metadata': _metadata,
    Timestamp: _timestamp,
    ...columns
  } = body as Record<string, unknown> & Record<'PartitionKey' | 'RowKey' | 'odata.etag', string>;
  return { ...columns, partitionKey, rowKey, etag };
}

const line = '\r\n';

/** Several requests as one transaction, as the SDK writes them. */
export function transactionOf(address: string, requests: readonly TableRequest[]): TableRequest {
  const [batch, changes] = [`batch_${randomUUID()}`, `changeset_${randomUUID()}`];
  const parts = requests.map(({ method, path, headers = {}, body = '' }) => [
    `--${changes}`,
    'content-type: application/http',
    'content-transfer-encoding: binary',
    '',
    `${method} ${address.replace(/\/$/, '')}/${path} HTTP/1.1`,
    ...Object.entries({ Accept: commonHeaders.Accept, DataServiceVersion: '3.0', ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
    '',
    '',
    body,
  ]);
  const lines = [
    `--${batch}`,
    `content-type: multipart/mixed; boundary=${changes}`,
    '',
    '',
    ...parts.flat(),
    `--${changes}--`,
    `--${batch}--`,
    '',
  ];
  const headers = { 'Content-Type': `multipart/mixed; boundary=${batch}`, Accept: 'application/json' };
  return { method: 'POST', path: '$batch', headers, body: lines.join(line) };
}

/** The etag of a transaction's first row; raises the RestError of the one that refused. */
export function etagOfTransaction(answer: PipelineResponse): string {
  const text = accepted(answer).bodyAsText ?? '';
  const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
  const refused = statuses.find((status) => status >= 300);
  if (refused !== undefined) throw refusalOf({ ...answer, status: refused });
  if (statuses.length === 0) throw new RestError('the answer of a transaction could not be read', { statusCode: 500 });
  return /^etag:\s*(.+?)\s*$/im.exec(text)?.[1] ?? '';
}
