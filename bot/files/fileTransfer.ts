import type { FetchFault } from '../../dialogs/turn.ts';
import { isLoopbackHost, isLoopbackUrl } from '../../lib/loopback.ts';
import type { ConnectorSend } from '../http/connectorClient.ts';
import { AnswerTooLarge, httpCall } from '../http/httpCall.ts';

/** Hosts that files may be downloaded from. */
interface DownloadRules {
  /** Without an app id: only the program on this machine that sent the message may hold its files. */
  readonly anonymous: boolean;
  /** Domains whose hosts hold files that users send in Teams. */
  readonly hosts: readonly string[];
}

/** Milliseconds for the download of a whole file. */
const downloadTime = 10_000;

/**
 * True for a URL that a file may be downloaded from. The sender chooses the URL, so it must be https at a listed host,
 * at the default port, without credentials; in anonymous mode it must be this machine, at the port that the message
 * came from.
 */
export function isDownloadUrl(url: string, { anonymous, hosts }: DownloadRules, serviceUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, username, password } = new URL(url);
  if (username !== '' || password !== '') return false;
  if (!anonymous) return protocol === 'https:' && port === '' && hosts.some((host) => hostname.endsWith(`.${host}`));
  if (!['http:', 'https:'].includes(protocol) || !isLoopbackHost(hostname) || !URL.canParse(serviceUrl)) return false;
  return new URL(serviceUrl).port === port;
}

/** Downloads a file of at most that many bytes; redirects are not followed, and nothing is decompressed. */
export async function fetchFile(
  url: string,
  rules: DownloadRules,
  serviceUrl: string,
  mostBytes: number,
  milliseconds = downloadTime,
): Promise<Uint8Array | FetchFault> {
  if (!isDownloadUrl(url, rules, serviceUrl)) return 'refused';
  const headers = { accept: '*/*', 'accept-encoding': 'identity' };
  try {
    const answer = await httpCall({ url, method: 'GET', headers }, { milliseconds, mostBytes, keepAlive: false });
    return answer.status === 200 && answer.headers['content-encoding'] === undefined ? answer.body : 'failed';
  } catch (error) {
    // After any other error the user can send the file again, or paste the rows.
    return error instanceof AnswerTooLarge && error.status === 200 ? 'too-large' : 'failed';
  }
}

/** Hosts that files may be uploaded to. */
export interface UploadRules {
  /** Without an app id: this machine only. */
  readonly anonymous: boolean;
  /** Domains whose hosts accept files. */
  readonly hosts: readonly string[];
}

/** True for a URL that a file may be uploaded to. The URL comes from outside and is as untrusted as any input. */
export function isUploadUrl(url: string, { anonymous, hosts }: UploadRules): boolean {
  if (!URL.canParse(url)) return false;
  if (anonymous) return isLoopbackUrl(url);
  const { protocol, hostname, port, username, password } = new URL(url);
  const isOurs = hosts.some((host) => hostname.endsWith(`.${host}`));
  return protocol === 'https:' && isOurs && port === '' && username === '' && password === '';
}

/** Uploads a whole file into a OneDrive upload session, in one piece. Raises a ChannelError when it is not accepted. */
export async function uploadFile(send: ConnectorSend, url: string, content: Buffer): Promise<void> {
  const { length } = content;
  await send({
    url,
    method: 'PUT',
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Range': `bytes 0-${String(length - 1)}/${String(length)}`,
    },
    body: content,
  });
}
