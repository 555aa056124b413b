import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TableClient } from '@azure/data-tables';
import { checkStorage, type CheckOutcome, type CheckUpDeps } from '../../cli/check.ts';
import { startFault } from '../../bot/startFault.ts';
import { checkUp } from '../../cli/checkUp.ts';
import { readConfig } from '../../bot/settings/config.ts';
import { markCopying, openAzureDocuments } from '../../storage/azure/azureDocuments.ts';
import { openTable } from '../../storage/azure/table.ts';
import { keepLog } from '../bot/desk.ts';
import { azurite, newTable } from './azurite.ts';
import { quickly, refusals } from './faults.ts';

const key = 'c2VjcmV0LWtleQ==';
const id = '00000000-0000-4000-8000-00000000000a';
const deps = (tableClient: CheckUpDeps['tableClient'] = quickly): CheckUpDeps => ({
  now: () => new Date('2026-03-01T00:00:00Z'),
  newId: () => id,
  log: keepLog().log,
  nodeVersion: process.version,
  tableClient,
});
const settings = (connectionString: string, table: string): NodeJS.ProcessEnv => ({
  STORAGE: 'azure',
  AZURE_STORAGE_CONNECTION_STRING: connectionString,
  AZURE_STORAGE_TABLE: table,
});

const check = async (
  connectionString: string,
  table: string,
  tableClient?: CheckUpDeps['tableClient'],
): Promise<CheckOutcome> => checkStorage(readConfig(settings(connectionString, table)), deps(tableClient));

/** A service that gives one answer to everything, and an account of it. */
async function answering(status: number, code: string): Promise<{ server: Server; connectionString: string }> {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json;odata=minimalmetadata', 'x-ms-error-code': code });
    response.end(JSON.stringify({ 'odata.error': { code, message: { lang: 'en-US', value: `not for ${key}` } } }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${String(port)}/account`;
  return {
    server,
    connectionString: `DefaultEndpointsProtocol=http;AccountName=account;AccountKey=${key};TableEndpoint=${endpoint};`,
  };
}

describe('the doctor, of an Azure Storage account', () => {
  let table: string;
  beforeEach(() => (table = newTable()));

  it('writes, reads, is refused and removes, and leaves nothing behind', async () => {
    const { connectionString } = await azurite();
    const found = [];
    for await (const finding of checkUp(settings(connectionString, table), deps())) found.push(finding);
    deepEqual(
      found.filter(({ state }) => state === 'fault'),
      [],
    );
    const states = new Map(found.map((finding) => [finding.check, finding.state]));
    equal(states.get('storage'), 'ok');
    equal(states.get('data folder'), 'skipped');
    const client = TableClient.fromConnectionString(connectionString, table, { allowInsecureConnection: true });
    for await (const { partitionKey } of client.listEntities()) equal(partitionKey, undefined);
  });

  it('says that something on the way lets an old version overwrite a newer one', async () => {
    const { connectionString } = await azurite();
    const unconditional = {
      position: 'perRetry',
      policy: {
        name: 'unconditional',
        sendRequest: async (request, next) => {
          if (request.method === 'PUT') request.headers.set('if-match', '*');
          return next(request);
        },
      },
    } satisfies NonNullable<NonNullable<CheckUpDeps['tableClient']>['additionalPolicies']>[number];
    const { state, text } = await check(connectionString, table, { ...quickly, additionalPolicies: [unconditional] });
    equal(state, 'fault');
    match(text, /newer version/);
  });

  it('tells that it was asked to wait', async () => {
    const { connectionString } = await azurite();
    const client = (times: number) => ({ ...quickly, additionalPolicies: [refusals(503, times).policy] });
    const late = await check(connectionString, table, client(2));
    equal(late.state, 'ok');
    match(late.text, /2 answers asked to wait/);
  });

  it('says what to mend for each refusal of the account, without its key or its sentences', async () => {
    const mends: readonly (readonly [number, string, RegExp])[] = [
      [403, 'AuthorizationPermissionMismatch', /Storage Table Data Contributor/],
      [403, 'AuthorizationFailure', /firewall/],
      [403, 'AuthenticationFailed', /AZURE_STORAGE_CONNECTION_STRING/],
      [403, 'KeyBasedAuthenticationNotPermitted', /AZURE_STORAGE_ACCOUNT/],
      [429, 'TooManyRequests', /asks to wait/],
      [503, 'ServerBusy', /asks to wait/],
      [409, 'TableBeingDeleted', /being deleted/],
    ];
    for (const [status, code, mend] of mends) {
      const { server, connectionString } = await answering(status, code);
      try {
        const { state, text } = await check(connectionString, table);
        equal(state, 'fault', code);
        match(text, mend);
        match(text, new RegExp(`\\(${String(status)} ${code}\\)`));
        doesNotMatch(text, /c2VjcmV0|not for/);
      } finally {
        server.close();
        server.closeAllConnections();
      }
    }
  });

  it('says that nobody answers there, and where, and that a copy into the table was cut off', async () => {
    const { server, connectionString } = await answering(200, 'none');
    server.close();
    await once(server, 'close');
    match((await check(connectionString, table)).text, /\(ECONNREFUSED\)\. .*does not answer/);
    match((await check(connectionString, table)).text, /127\.0\.0\.1:\d+/);
    const account = { connectionString: (await azurite()).connectionString };
    await markCopying(await openTable(account, table));
    match((await check(account.connectionString, table)).text, /cut off: delete it/);
  });

  it('says the same as a bot that cannot start', async () => {
    const { server, connectionString } = await answering(403, 'AuthenticationFailed');
    try {
      const config = readConfig(settings(connectionString, table));
      const error = await openAzureDocuments({ connectionString }, table, {
        now: () => new Date(),
        client: quickly,
      }).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      const why = await startFault(error, config);
      ok(why.startsWith((await check(connectionString, table)).text));
      match(why, /\(403 AuthenticationFailed\)/);
      match(why, /npm run doctor/);
      doesNotMatch(why, /c2VjcmV0|not for/);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });

  it('tells of a table that was not there', async () => {
    const { connectionString } = await azurite();
    const told: string[] = [];
    const open = async (): Promise<void> => {
      const onNewTable = (): void => void told.push('new');
      await (await openAzureDocuments({ connectionString }, table, { now: () => new Date(), onNewTable })).close();
    };
    await open();
    await open();
    deepEqual(told, ['new']);
  });
});
