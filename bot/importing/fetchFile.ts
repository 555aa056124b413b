import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { NotFetched } from '../../dialogs/turn.ts';
import { isLoopbackHost } from '../door/loopback.ts';

/** Where files may be fetched from. */
export interface FetchRules {
  /** Only this machine is served: only the program that sent the message may hold its files. */
  readonly anonymous: boolean;
  /** Domains whose hosts hold files that users send in Teams. */
  readonly hosts: readonly string[];
}

/** Milliseconds for a whole file. */
const patience = 10_000;

/**
 * May a file be fetched from there? Whoever writes to the bot chooses the address, so it must not lead the bot elsewhere:
 * https at a host of the list, at its usual port, without credentials. In anonymous mode this machine alone, at the very
 * port that the message came from.
 */
export function isAllowed(url: string, { anonymous, hosts }: FetchRules, serviceUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, username, password } = new URL(url);
  if (username !== '' || password !== '') return false;
  if (!anonymous) return protocol === 'https:' && port === '' && hosts.some((host) => hostname.endsWith(`.${host}`));
  if (!['http:', 'https:'].includes(protocol) || !isLoopbackHost(hostname) || !URL.canParse(serviceUrl)) return false;
  return new URL(serviceUrl).port === port;
}

/** The file at that address, at most so many bytes; redirects are not followed, and nothing is unpacked. */
export async function fetchFile(
  url: string,
  rules: FetchRules,
  serviceUrl: string,
  mostBytes: number,
  milliseconds = patience,
): Promise<Uint8Array | NotFetched> {
  if (!isAllowed(url, rules, serviceUrl)) return 'refused';
  try {
    return await download(url, mostBytes, milliseconds);
  } catch {
    // Whatever went wrong on the way: it can be sent again, or pasted.
    return 'failed';
  }
}

const download = (url: string, mostBytes: number, milliseconds: number): Promise<Uint8Array | NotFetched> =>
  new Promise((resolve, reject) => {
    const options = { headers: { accept: '*/*', 'accept-encoding': 'identity' }, agent: false as const };
    const answered = (response: IncomingMessage): void => {
      const { statusCode, headers } = response;
      const refused = statusCode !== 200 || headers['content-encoding'] !== undefined;
      if (refused || Number(headers['content-length'] ?? 0) > mostBytes) {
        sent.destroy();
        return resolve(refused ? 'failed' : 'too-large');
      }
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= mostBytes) return void chunks.push(chunk);
        sent.destroy();
        resolve('too-large');
      });
      response.once('end', () => resolve(response.complete ? Buffer.concat(chunks) : 'failed'));
      response.once('error', reject);
      response.once('aborted', () => reject(new Error('the file was cut off')));
    };
    const sent = url.startsWith('https:')
      ? secureRequest(url, options, answered)
      : plainRequest(url, options, answered);
    const timer = setTimeout(() => sent.destroy(new Error('the file did not come in time')), milliseconds);
    sent.once('close', () => clearTimeout(timer));
    sent.once('error', reject);
    sent.end();
  });
