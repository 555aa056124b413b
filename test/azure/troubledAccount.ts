import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { openAzureDocuments } from '../../storage/azure/azureDocuments.ts';
import type { Documents } from '../../storage/documents.ts';
import { pass, startRelay } from '../reliability/relay.ts';
import { azurite, newTable } from './azurite.ts';
import { quickly } from './faults.ts';

/** What befalls requests to the storage on their way. */
export type StorageTrouble =
  /** The answer of every nth write is lost when the write was done. */
  | { readonly kind: 'lost'; readonly every: number }
  /** Every nth request is refused once, before anything is done. */
  | { readonly kind: 'busy'; readonly every: number; readonly status: 429 | 503 }
  /** Nobody is there. */
  | { readonly kind: 'away' };

/** A new table of Azurite's, by way of a relay on which there is trouble as long as a test says. */
export interface TroubledAccount {
  /** Another process's documents of the same table. */
  open(): Promise<Documents>;
  trouble: StorageTrouble | undefined;
  /** Requests that something befell. */
  readonly befallen: number;
  close(): Promise<void>;
}

const isWrite = ({ method = '', url = '' }: IncomingMessage): boolean => method !== 'GET' && !url.includes('/Tables');

/** Has a request done and gives no answer. */
function loseAnswer(target: string, req: IncomingMessage, res: ServerResponse): void {
  const { method, url = '/', headers } = req;
  const onward = request(new URL(url, target), { method, headers }, (answer) => {
    answer.resume().on('end', () => res.destroy());
  });
  onward.on('error', () => res.destroy());
  req.pipe(onward);
}

/** Refuses a request for a moment, in milliseconds, as the service may say it too: tests wait for nothing. */
function refuse(status: number, req: IncomingMessage, res: ServerResponse): void {
  res.statusCode = status;
  res.setHeader('x-ms-retry-after-ms', '5');
  req.resume().on('end', () => res.end());
}

/** Starts the relay; close it in `after`. */
export async function troubledAccount(): Promise<TroubledAccount> {
  const { connectionString } = await azurite();
  const [target = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(connectionString) ?? [];
  let counted = 0;
  let befallen = 0;
  let trouble: StorageTrouble | undefined;
  const tried = new Set<unknown>();
  // The SDK repeats a request under the same id.
  const isFirstTry = ({ headers }: IncomingMessage): boolean => {
    const id = headers['x-ms-client-request-id'];
    if (tried.has(id)) return false;
    tried.add(id);
    return true;
  };
  const isHit = (every: number): boolean => {
    counted += 1;
    if (counted % every !== 0) return false;
    befallen += 1;
    return true;
  };
  const relay = await startRelay((req, res) => {
    if (trouble?.kind === 'away') {
      befallen += 1;
      req.socket.destroy();
    } else if (trouble?.kind === 'lost' && isWrite(req) && isHit(trouble.every)) loseAnswer(target, req, res);
    else if (trouble?.kind === 'busy' && isFirstTry(req) && isHit(trouble.every)) refuse(trouble.status, req, res);
    else pass(target, req, res);
  });
  const table = newTable();
  const options = { now: () => new Date(), client: quickly };
  return {
    open: async () =>
      openAzureDocuments({ connectionString: connectionString.replace(target, relay.url) }, table, options),
    get trouble() {
      return trouble;
    },
    set trouble(next) {
      trouble = next;
      counted = 0;
    },
    get befallen() {
      return befallen;
    },
    close: () => relay.close(),
  };
}
