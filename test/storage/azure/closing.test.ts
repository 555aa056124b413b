import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openAzureDocuments } from '../../../storage/azure/azureDocuments.ts';
import { StorageUnavailable } from '../../../storage/documents.ts';

const key = (id: string) => ({ kind: 'customers', partner: '5c1a3c6e-0d6b-4f0e-9a53-0f2f3f1c7a10', id });

/** A storage account that can be opened and answers nothing after that; `asked` resolves when it was asked for more. */
async function silentAccount() {
  let noteAsked = (): void => undefined;
  const asked = new Promise<void>((resolve) => (noteAsked = resolve));
  const server = createServer((request, response) => {
    request.resume();
    const isRead = request.url?.includes('!table') === true || request.url?.includes('%21table') === true;
    if (!isRead && request.url?.includes('/Tables') !== true) return noteAsked();
    // Not in one expression: restify, which other tests load, makes an answer whose `writeHead` returns nothing.
    response.writeHead(isRead ? 404 : 204, isRead ? { 'x-ms-error-code': 'ResourceNotFound' } : {});
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // of a server that listens on a port
  const connectionString = [
    'DefaultEndpointsProtocol=http',
    'AccountName=silent',
    `AccountKey=${Buffer.from('a key of nobody').toString('base64')}`,
    `TableEndpoint=http://127.0.0.1:${String(port)}/silent`,
  ].join(';');
  const end = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { connectionString, asked, end };
}

describe('a table that is closed', () => {
  it('waits for its last calls no longer than it may where the storage never answers, and says how many there were', async () => {
    const { connectionString, asked, end } = await silentAccount();
    const told: number[] = [];
    const documents = await openAzureDocuments({ connectionString }, 'silent', {
      now: () => new Date(),
      client: { retryOptions: { maxRetries: 0 } },
      closeTime: 50,
      onUnanswered: (calls) => void told.push(calls),
    });
    const write = documents.insert(key('one'), { name: 'Contoso' });
    const lost = assert.rejects(write, StorageUnavailable);
    await asked;
    await documents.close();
    assert.deepEqual(told, [1]);
    end();
    await lost;
    await documents.close();
    assert.deepEqual(told, [1], 'nothing is left of it');
  });
});
